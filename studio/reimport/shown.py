"""Which scenes of a lecture show which slides of the deck it was made from."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from studio.lecture import Asset, Lecture, Scene, SlideVisual

_MADE_HERE = re.compile(r"-(?:copy|part|again)(?:-\d+)?$")


@dataclass(frozen=True, slots=True)
class Shown:
    """The scenes that show one slide, in the order of the lecture, and the one of them that stands for it."""

    scenes: tuple[Scene, ...]
    first: Scene


def deck_of(lecture: Lecture) -> Asset:
    """The deck that an import has just made a lecture of."""
    return next(scene.visual.deck for scene in lecture.scenes if isinstance(scene.visual, SlideVisual))


def shown(lecture: Lecture, base: Lecture) -> dict[int, Shown]:
    """For each slide of the base (by index) that is in the lecture, its scenes."""
    digest = deck_of(base).digest
    slides = {
        scene.visual.slide_id: index
        for index, scene in enumerate(base.scenes)
        if isinstance(scene.visual, SlideVisual)
    }
    found: dict[int, list[Scene]] = defaultdict(list)
    for scene in lecture.scenes:
        visual = scene.visual
        if isinstance(visual, SlideVisual) and visual.deck.digest == digest and visual.slide_id in slides:
            found[slides[visual.slide_id]].append(scene)
    return {
        index: Shown(tuple(found[index]), _first(found[index], base.scenes[index])) for index in sorted(found)
    }


def _first(scenes: list[Scene], base: Scene) -> Scene:
    """The scene that came with the deck, else the first that was not made of another one here."""
    came = [scene for scene in scenes if scene.id == base.id]
    return (came or [s for s in scenes if not _MADE_HERE.search(s.id)] or scenes)[0]
