"""What is said of the objects of two neighbouring slides holds for these two: with another neighbour it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from studio.lecture import Lecture, Scene, Visual


def with_fitting_pairs(before: Lecture, after: Lecture) -> Lecture:
    """`after` without the pairs by hand of scenes that now come behind another slide, or show another one.

    Numbers of objects mean something on their own slide alone: kept, they would pair whatever stands there now.
    """
    if not any(scene.transition.pairs for scene in after.scenes):
        return after
    were = {scene.id: (front, scene.visual) for front, scene in _shown(before.scenes)}
    fronts = {scene.id: front for front, scene in _shown(after.scenes)}

    def fits(scene: Scene) -> bool:
        if not scene.transition.pairs or scene.id not in fronts or scene.id not in were:
            return True  # hidden, or put in this very moment: nothing is known against them
        return were[scene.id] == (fronts[scene.id], scene.visual)

    if all(map(fits, after.scenes)):
        return after
    return replace(after, scenes=tuple(s if fits(s) else _without_pairs(s) for s in after.scenes))


def _without_pairs(scene: Scene) -> Scene:
    return replace(scene, transition=replace(scene.transition, pairs=()))


def _shown(scenes: Sequence[Scene]) -> Iterator[tuple[Visual | None, Scene]]:
    """The scenes of the video, each with what is seen before it."""
    front: Visual | None = None
    for scene in scenes:
        if not scene.hidden:
            yield front, scene
            front = scene.visual
