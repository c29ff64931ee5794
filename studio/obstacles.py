"""What is foretold of a change before a frame of it is drawn: the levels that its slides and this machine allow.

The gates have the last word (`renderers.transitions.deliver`); this is what an author is told while choosing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from studio.comparing import Moving, moving
from studio.lecture import Choices, Level, PictureVisual, Scene, SlideObject, SlideVisual, Visual
from studio.matching import Pair, matched, objects_of

Lies = Literal["slides", "lecture", "machine", "program"]
"""Where an obstacle lies: in what is on the slides, in a choice for the lecture, in what is installed,
in the program."""


@dataclass(frozen=True, slots=True)
class ModelUse:
    """What an installed model can do: `reshaping` and `motion` say why not at levels 4 and 5 ("": it can).

    `title` is its kind ("Wan"); `prompted`: it is told in words what shall happen.
    """

    name: str
    title: str
    reshaping: str
    motion: str
    prompted: bool = True

    def why_not(self, level: Level) -> str:
        """Why it is of no use at level 4 or 5, as a clause; "" where it is."""
        return self.reshaping if level is Level.RESHAPE else self.motion


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a level cannot be drawn at a seam, as a sentence without its end, and where that lies."""

    level: Level
    reason: str
    lies: Lies

    @property
    def stands(self) -> bool:
        """Whether it is there on every machine, so that there is no sense in asking for the level."""
        return self.lies != "machine"


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the slides at a seam have for levels 3 to 5, and what stands against each.

    `moving` counts the objects that match and move (None: a page that is drawn already has to be looked at),
    `texts` are pairs of texts and `pictures` pairs of pictures.
    """

    moving: Moving | None = None
    texts: int = 0
    pictures: int = 0
    obstacles: tuple[Obstacle, ...] = ()

    def obstacle(self, level: Level) -> Obstacle | None:
        """What stands against a level; None: nothing that is known."""
        return next((each for each in self.obstacles if each.level is level), None)

    def foretold(self, level: Level) -> tuple[Level, tuple[str, ...]]:
        """The level that will be tried first where this one is asked for, and why not the ones above it."""
        reasons: dict[str, None] = {}
        while (obstacle := self.obstacle(level)) is not None:
            reasons[obstacle.reason] = None
            level = Level(level - 1)
        return level, tuple(reasons)


NOTHING_KNOWN = Outlook()


def outlook(
    before: Scene,
    scene: Scene,
    choices: Choices,
    models: Iterable[ModelUse] = (),
    highest: Level = Level.MOTION,
    unlayered: str = "",
) -> Outlook:
    """What can be foretold of the seam before a scene.

    `highest` is the highest level that this version draws; `unlayered` says why a slide's objects cannot be drawn
    one by one (a sentence without its end), "" where nothing is known against it.
    """
    first, second = before.visual, scene.visual
    pairs = _matched(first, second, scene.transition.pairs)
    old, new = _by_id(first), _by_id(second)
    both = [(old[pair.first], new[pair.second]) for pair in pairs]
    known = Outlook(
        moving(first, second, scene.transition.pairs),
        texts=sum(bool(a.text.strip() and b.text.strip()) for a, b in both),
        pictures=sum(_is_picture(a) and _is_picture(b) for a, b in both),
    )
    found: list[Obstacle] = []
    for level, asked in _QUESTIONS.items():
        obstacle = _general(level, choices, highest, unlayered) or asked(before, scene, pairs, tuple(models))
        if obstacle is not None:
            found.append(Obstacle(level, *obstacle))
    return replace(known, obstacles=tuple(found))


_Found = tuple[str, Lies]
_Question = Callable[[Scene, Scene, tuple[Pair, ...], tuple[ModelUse, ...]], _Found | None]


def _general(level: Level, choices: Choices, highest: Level, unlayered: str) -> _Found | None:
    if choices.fades_only:
        return "fades only: nothing may move", "lecture"
    if level > highest:
        return "there is no way to draw it yet", "program"
    return (unlayered, "slides") if unlayered else None


def _nothing_to_move(
    before: Scene, scene: Scene, _pairs: tuple[Pair, ...], _models: tuple[ModelUse, ...]
) -> _Found | None:
    if _is_empty(before.visual):
        return "there is no object on the slide before", "slides"
    return ("there is no object on this slide", "slides") if _is_empty(scene.visual) else None


def _nothing_to_reshape(
    before: Scene, scene: Scene, pairs: tuple[Pair, ...], _models: tuple[ModelUse, ...]
) -> _Found | None:
    if not (_has_objects(before.visual) and _has_objects(scene.visual)):
        return None
    same = frozenset(_same_pictures(before.visual, scene.visual, pairs))
    old = [item for item in objects_of(before.visual) if _is_picture(item) and item.shape_id not in same]
    said = {pair.second for pair in pairs if pair.first in same}
    new = [item for item in objects_of(scene.visual) if _is_picture(item) and item.shape_id not in said]
    return None if old and new else ("no picture turns into another here", "slides")


def _no_motion(
    before: Scene, scene: Scene, _pairs: tuple[Pair, ...], models: tuple[ModelUse, ...]
) -> _Found | None:
    for visual, reason in ((before.visual, _NONE_BEFORE), (scene.visual, _NONE_HERE)):
        if _has_objects(visual) and not any(map(_is_picture, objects_of(visual))):
            return reason, "slides"
    reason = no_model(Level.MOTION, scene.transition.generation.model, models)
    return (reason, "machine") if reason else None


def no_model(level: Level, name: str, models: Iterable[ModelUse]) -> str:
    """Why no model makes a change of this level, as a clause; "" where one does. `name`: the one asked for."""
    known = {model.name: model for model in models}
    if name:
        if name not in known:
            return f"the model “{name}” is not installed"
        why = known[name].why_not(level)
        return f"“{name}”: {why}" if why else ""
    if any(not model.why_not(level) for model in known.values()):
        return ""
    return "no video model is installed" if level is Level.MOTION else "no model that reshapes is installed"


_NONE_BEFORE, _NONE_HERE = "there is no picture on the slide before", "there is no picture on this slide"
_QUESTIONS: dict[Level, _Question] = {
    Level.MOVE: _nothing_to_move,
    Level.RESHAPE: _nothing_to_reshape,
    Level.MOTION: _no_motion,
}


def _has_objects(visual: Visual) -> bool:
    """Whether its objects are known from the document; a page that is drawn already has to be looked at."""
    return not isinstance(visual, PictureVisual) and not (
        isinstance(visual, SlideVisual) and visual.page is not None
    )


def _is_empty(visual: Visual) -> bool:
    return _has_objects(visual) and not objects_of(visual)


_matched = lru_cache(maxsize=1024)(matched)  # all seams are asked for after every edit again


@lru_cache(maxsize=1024)  # each slide is asked for at two seams, after every edit again
def _by_id(visual: Visual) -> dict[int, SlideObject]:
    return {item.shape_id: item for item in objects_of(visual)}


def _is_picture(item: SlideObject) -> bool:
    return item.kind in ("picture", "media")


def _same_pictures(first: Visual, second: Visual, pairs: tuple[Pair, ...]) -> Iterable[int]:
    """The pictures of the slide before that are the very same ones here."""
    old, new = _by_id(first), _by_id(second)
    for pair in pairs:
        picture = old[pair.first].picture
        if picture is not None and picture == new[pair.second].picture:
            yield pair.first
