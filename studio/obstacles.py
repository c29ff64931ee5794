"""What is foretold of a change before a frame of it is drawn: the levels that its slides and this machine allow.

The gates have the last word (`renderers.transitions.deliver`); this is what an author is told while choosing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from studio.comparing import Moving, moving
from studio.lecture import (
    Choices,
    Level,
    ObjectPair,
    PictureVisual,
    Scene,
    SlideObject,
    SlideVisual,
    Visual,
)
from studio.matching import matched, objects_of

Lies = Literal["slides", "lecture", "machine"]
"""Where an obstacle lies: in what is on the slides, in a choice for the lecture, or in what is
installed."""


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
NOTHING_TURNS = "no picture turns into another here"
"""Why a change cannot reshape, nor a model be asked, as a sentence without its end."""


def outlook(
    before: Scene,
    scene: Scene,
    choices: Choices,
    models: Iterable[ModelUse] = (),
    unlayered: str = "",
) -> Outlook:
    """What can be foretold of the seam before a scene.

    `unlayered` says whose objects cannot be drawn one by one and why (as `whose` does), "" where nothing is
    known against it.
    """
    seen = _seen(before.visual, scene.visual, scene.transition.pairs)
    against: dict[Level, tuple[str, Lies]] = {}
    model = no_model(Level.MOTION, scene.transition.generation.model, models)
    if model:
        against[Level.MOTION] = model, "machine"
    against |= {level: (reason, "slides") for level, reason in seen.against}
    if unlayered:
        against = dict.fromkeys(_UPPER, (unlayered, "slides"))
    if choices.fades_only:
        against = dict.fromkeys(_UPPER, ("fades only: nothing may move", "lecture"))
    obstacles = tuple(Obstacle(level, *against[level]) for level in _UPPER if level in against)
    return Outlook(seen.moving, seen.texts, seen.pictures, obstacles)


def whose(before: str, here: str) -> str:
    """Which slide of a seam cannot be taken apart and why, as a clause, from the reason of each ("": it can)."""
    return f"the slide before: {before}" if before else f"this slide: {here}" if here else ""


_UPPER = (Level.MOVE, Level.RESHAPE, Level.MOTION)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What two slides have for the upper levels; `against` says by level what they lack."""

    moving: Moving | None
    texts: int
    pictures: int
    against: tuple[tuple[Level, str], ...]


@lru_cache(maxsize=2048)  # all seams are asked for after every edit again
def _seen(before: Visual, here: Visual, said: tuple[ObjectPair, ...]) -> _Seen:
    old, new = ({item.shape_id: item for item in objects_of(visual)} for visual in (before, here))
    both = [(old[pair.first], new[pair.second]) for pair in matched(before, here, said)]
    first, second = _pictures(before), _pictures(here)
    against: list[tuple[Level, str]] = []
    if _is_known(before) and not old:
        against.append((Level.MOVE, "there is no object on the slide before"))
    elif _is_known(here) and not new:
        against.append((Level.MOVE, "there is no object on this slide"))
    if _is_known(before) and not first:
        against.append((Level.MOTION, "there is no picture on the slide before"))
    elif _is_known(here) and not second:
        against.append((Level.MOTION, "there is no picture on this slide"))
    if _is_known(before) and _is_known(here) and not _turns(first, second, both):
        against.append((Level.RESHAPE, NOTHING_TURNS))
    return _Seen(
        moving(before, here, said),
        sum(bool(a.text.strip() and b.text.strip()) for a, b in both),
        sum(a.shape_id in first and b.shape_id in second for a, b in both),
        tuple(against),
    )


def _turns(
    first: frozenset[int], second: frozenset[int], both: list[tuple[SlideObject, SlideObject]]
) -> bool:
    """Whether there is a picture on each slide that is not the very same one on the other."""
    same = [(a, b) for a, b in both if a.picture is not None and a.picture == b.picture]
    return bool(first - {a.shape_id for a, _ in same}) and bool(second - {b.shape_id for _, b in same})


def no_model(level: Level, name: str, models: Iterable[ModelUse]) -> str:
    """Why no model makes a change of this level, as a clause; "" where one does. `name`: the one asked for."""
    known = {model.name: model for model in models}
    if name:
        if name not in known:
            return f"the model “{name}” is not installed"
        why = known[name].why_not(level)
        return f"the model “{name}” cannot do it: {why}" if why else ""
    if any(not model.why_not(level) for model in known.values()):
        return ""
    if not known:
        return "no video model is installed" if level is Level.MOTION else "no picture model is installed"
    reasons = "; ".join(f"“{model.name}”: {model.why_not(level)}" for model in known.values())
    return f"no installed model can do it ({reasons})"


def _is_known(visual: Visual) -> bool:
    """Whether its objects are known from the document; a page that is drawn already has to be looked at."""
    return not isinstance(visual, PictureVisual) and not (
        isinstance(visual, SlideVisual) and visual.page is not None
    )


def _pictures(visual: Visual) -> frozenset[int]:
    """The ids of the objects that show a picture. The mark of a sound, or of recorded narration, shows none."""
    media = visual.media if isinstance(visual, SlideVisual) else ()
    films = {each.shape_id for each in media if each.kind == "video"}
    ids = (item.shape_id for item in objects_of(visual) if item.kind == "picture" or item.shape_id in films)
    return frozenset(ids)
