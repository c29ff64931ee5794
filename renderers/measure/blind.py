"""The level of a change of which nothing is known but its frames: what it shows, placed on the ladder.

A level is said where the frames keep what it promises and no other explanation fits; else "cannot tell". Level 5
cannot be told from 4 without knowing how a picture was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from renderers.measure.deforming import deforming
from renderers.measure.fades import fading
from renderers.measure.glides import glides
from renderers.measure.trails import Trails, trails
from renderers.measure.travels import travels
from studio.coherence import LITTLE_SHARED
from studio.lecture import Level

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

SAME = 8.0
"""Levels (of 255) by which a pixel may differ after coding and still be the same."""
_AT_ONCE, _IN_TWO = 0.75, 0.92
"""The share of the change that one step, or two, make when it is a cut: some programs mix two frames at a cut."""
_OF_THE_WAY = 0.65
"""The share that they make of all steps, then."""
_STRAY = 0.04
"""What may be overrun of what both stills share, against what changes, where nothing moves."""
_CHANCE, _CLEARLY = 0.15, 0.02
"""So much of it may be, where a mere fade explains everything: pixels of what changes agree here and there."""
_EXPLAINED, _DOUBLE, _BESIDE = 0.06, 0.2, 0.15
_MOST_GLIDE, _SOME_GLIDE, _WELL = 0.6, 0.3, 0.75
"""The share of what stands elsewhere afterwards that has to be seen all the way: most of it, or some of it so well
that nothing but gliding explains it (objects that cross cover one another).
"""
_CORNERS, _ASTRAY = 5, 3
"""So many corners of things that are followed all the way are a thing that glides; so many that glide or
went far and got lost are something of which nobody can say where it went.
"""
_BAR = 24
"""Levels (of 255) up to which a row or column at the edge is a black bar."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A level, or None where it cannot be told; `why` in words."""

    level: Level | None
    why: str


def placed(frames: Sequence[NDArray[np.uint8]]) -> Verdict | None:
    """The level of the change between two stills, the first and the last of the frames ((H, W) luma).

    None where nothing changes that anybody sees.
    """
    window = _window(frames[0], frames[-1])
    scene = _Scene([np.asarray(each[window], np.float32) for each in frames])
    if not scene.happens:
        return None
    for look in (_at_once, _through_one_colour, _reshaping, _gliding, _travelling, _trailing, _fading):
        verdict = look(scene)
        if verdict is not None:
            return verdict
    return Verdict(None, "what happens between the two pictures is none of the changes that are known here")


class _Scene:
    """The frames of a change with what all questions about it need."""

    def __init__(self, frames: list[Floats]) -> None:
        self.frames = frames
        self.a, self.b = frames[0], frames[-1]
        self.changed = _grown(_differing(self.a, self.b), 1)
        self.held = ~_grown(self.changed, 2)
        self.shared = 1 - float(self.changed.mean())
        self.between = frames[1:-1]

    @cached_property
    def trails(self) -> Trails:
        """What corners do that are followed from frame to frame."""
        return trails(self.frames, self.changed)

    @property
    def happens(self) -> bool:
        """Whether anything is seen to change, if only for a while."""
        return bool(_differing(self.a, self.b).any()) or any(
            _differing(self.a, each).any() for each in self.between
        )

    def stray(self) -> float:
        """How much of what both stills share is overrun at some moment, against what changes."""
        overrun = [(np.abs(frame - self.a) > 2.5 * SAME) & self.held for frame in self.between]
        most = max((int(each.sum()) for each in overrun), default=0)
        return most / max(1, int(self.changed.sum()))


def _at_once(scene: _Scene) -> Verdict | None:
    whole = _apart(scene.a, scene.b)
    way = sum(_apart(before, after) for before, after in pairwise(scene.frames))
    if whole <= 0 or way <= 0:
        return None
    for lag, least in ((1, _AT_ONCE), (2, _IN_TWO)):
        most = max(
            _apart(before, after) for before, after in zip(scene.frames, scene.frames[lag:], strict=False)
        )
        if (
            most >= least * whole and most >= _OF_THE_WAY * way
        ):  # what sinks into black and rises goes a longer way
            return Verdict(Level.CUT, f"one step makes {min(1.0, most / whole):.0%} of the change")
    return None


def _apart(a: Floats, b: Floats) -> float:
    """How much two frames differ, beyond what coding does."""
    return float(np.maximum(np.abs(a - b) - SAME, 0).mean())


def _through_one_colour(scene: _Scene) -> Verdict | None:
    usual = min(float(scene.a.std()), float(scene.b.std()))
    for frame in scene.between:
        far = not scene.held.any() or float(np.abs(frame - scene.a)[scene.held].mean()) > 2.5 * SAME
        if far and float(frame.std()) < 0.2 * usual:
            return Verdict(Level.WHOLE, "the whole picture fades through one colour")
    return None


def _gliding(scene: _Scene) -> Verdict | None:
    if scene.shared < 0.05:
        return None
    found = glides(scene.frames, scene.changed)
    ink = sum(each.ink for each in found)
    seen = [each for each in found if each.glides]
    clearly = sum(each.ink for each in seen if each.seen >= _WELL)
    if not seen or (sum(each.ink for each in seen) < _MOST_GLIDE * ink and clearly < _SOME_GLIDE * ink):
        return None
    if fading(scene.frames, scene.changed).unexplained <= _CLEARLY and not scene.trails.gliding:
        return None  # two places that overlap look like one between them while the one fades into the other
    rest = scene.changed.copy()
    for each in seen:
        for left, top, width, height in (each.first, each.second):
            rest[max(0, top - 2) : top + height + 2, max(0, left - 2) : left + width + 2] = False
    if deforming(scene.frames, rest):
        return Verdict(Level.RESHAPE, "objects glide, and a picture bends into another one")
    objects = "one object glides" if len(seen) == 1 else f"{len(seen)} objects glide"
    return Verdict(Level.MOVE, f"{objects} to another place and can be seen all the way")


def _travelling(scene: _Scene) -> Verdict | None:
    still = scene.stray() <= _CHANCE and fading(scene.frames, scene.changed).unexplained <= _EXPLAINED
    if not still and travels([each.astype(np.uint8) for each in scene.frames]):
        return Verdict(Level.WHOLE, "the whole picture travels")
    return None


def _trailing(scene: _Scene) -> Verdict | None:
    """Something glides while the page around it changes too, so that no part of the stills is it alone."""
    found = scene.trails
    if found.gliding >= _CORNERS:
        return Verdict(
            Level.MOVE, "something glides while the page around it changes, and can be seen all the way"
        )
    if found.gliding + found.lost >= _ASTRAY:
        return Verdict(None, "something glides, but cannot be followed all the way")
    return None


def _fading(scene: _Scene) -> Verdict | None:
    if not scene.changed.any():
        return None
    found, stray = fading(scene.frames, scene.changed), scene.stray()
    if stray > (_STRAY if found.unexplained > _CLEARLY else _CHANCE):
        return None
    little = scene.shared < LITTLE_SHARED
    if found.unexplained <= _EXPLAINED:
        if not little and (found.one_sided or found.double < _DOUBLE):
            return Verdict(Level.HOLD, "what is the same stays, and no two things are seen over each other")
        return Verdict(Level.WHOLE, "the whole picture fades: old and new are seen at once")
    if found.beside < _BESIDE:
        if found.one_sided and not little:
            return Verdict(Level.HOLD, "what is the same stays while something is uncovered")
        return Verdict(Level.WHOLE, "one picture is wiped over the other")
    return None


def _reshaping(scene: _Scene) -> Verdict | None:
    if scene.stray() <= _STRAY and deforming(scene.frames, scene.changed):
        return Verdict(Level.RESHAPE, "one picture bends into the other and stays sharp")
    return None


def _differing(a: Floats, b: Floats) -> Bools:
    """Where two frames differ by more than coding does: even in the mean of a few pixels."""
    import cv2

    return np.asarray(np.abs(cv2.blur(a, (3, 3)) - cv2.blur(b, (3, 3))) > SAME, np.bool_)


def _grown(mask: Bools, reach: int) -> Bools:
    import cv2

    side = 2 * reach + 1
    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((side, side), np.uint8)), np.bool_)


def _window(first: NDArray[np.uint8], last: NDArray[np.uint8]) -> tuple[slice, slice]:
    """The picture without the black bars around it, if there are any."""
    seen = np.maximum(first, last) > _BAR
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if len(rows) < 16 or len(columns) < 16:
        return slice(None), slice(None)
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
