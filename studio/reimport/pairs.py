"""Pairs of objects that the author chose at a seam, after a re-import: those whose objects are still there stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from studio.lecture import Lecture, ObjectPair, Scene, SlideVisual, Visual
from studio.reimport.report import Change

_GONE = "Objects that you had paired by hand are gone from the slides; what was said of them went with them."
_ELSEWHERE = "Another slide stands before this one now; the pairs of objects chosen here were taken out."


def with_living_pairs(mine: Lecture, new: Lecture) -> tuple[Lecture, Mapping[str, Change]]:
    """The new lecture with the pairs that still name objects of its slides, and by scene what there is to say.

    Objects keep their ids in PowerPoint while they live, so an id that is still there is the same object.
    """
    said = {scene.id: scene.transition.pairs for scene in mine.scenes if scene.transition.pairs}
    if not said:
        return new, {}
    were, fronts = _fronts(mine.scenes), _fronts(new.scenes)
    told: dict[str, Change] = {}

    def living(scene: Scene) -> Scene:
        pairs, kept, text = said.get(scene.id, ()), tuple[ObjectPair, ...](), _GONE
        front, was = fronts.get(scene.id), were.get(scene.id)
        if front is None or was is None:
            kept = pairs  # hidden, it is at no seam
        elif front.id != was.id:
            text = _ELSEWHERE
        else:
            there = _ids(was.visual, front.visual), _ids(mine.scene(scene.id).visual, scene.visual)
            kept = tuple(pair for pair in pairs if _lives(pair, *there))
        if kept != pairs:
            told[scene.id] = Change("transition", text)
        if kept == scene.transition.pairs:
            return scene
        return replace(scene, transition=replace(scene.transition, pairs=kept))

    scenes = tuple(map(living, new.scenes))
    same = all(a is b for a, b in zip(scenes, new.scenes, strict=True))
    return (new if same else replace(new, scenes=scenes)), told


def _fronts(scenes: Sequence[Scene]) -> dict[str, Scene]:
    """The scene that is seen before each of those that are in the video."""
    return {scene.id: front for front, scene in pairwise(scene for scene in scenes if not scene.hidden)}


def _ids(was: Visual, now: Visual) -> frozenset[int] | None:
    """The objects that may be named of what is shown now; None: all that could be named before."""
    if was == now:
        return None
    if isinstance(now, SlideVisual) and now.page is None and isinstance(was, SlideVisual):
        return frozenset(item.shape_id for item in now.objects) if was.page is None else frozenset()
    return frozenset()


def _lives(pair: ObjectPair, before: frozenset[int] | None, here: frozenset[int] | None) -> bool:
    first = pair.first is None or before is None or pair.first in before
    return first and (pair.second is None or here is None or pair.second in here)
