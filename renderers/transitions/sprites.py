"""Sprites: objects on their way, drawn where they are and as they look at a moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, floor

from renderers.transitions.cast import Actor
from renderers.transitions.cels import Box, Cel, Picture, cel, clipped
from renderers.transitions.insides import Inside
from renderers.transitions.looks import without_changes
from renderers.transitions.poses import Place, Pose, bounds, place_of
from renderers.warping import Matrix

Share = Callable[[float], float]
Show = Callable[[float], Picture]
_LARGER = 1.02
"""From which ratio of sizes on one picture is sharper than the other."""
_MIDST, _BEGIN, _END = (0.35, 0.65), (0.0, 0.25), (0.75, 1.0)
"""When two pictures that look the same change over: the larger one is shown for as long as it can be."""
_EMPTIED, _REFILLED = 0.4, 0.6


@dataclass(frozen=True, slots=True)
class Sprite:
    """An object on its way from the pose `begins` to `ends`. `share` tells how much of the second picture is seen
    at `t`, `opacity` how much of all; each from 0 to 1. `whole` ways go by whole pixels: nothing but the place
    changes, and letters stay as sharp as they are.
    """

    first: Show
    second: Show
    begins: Pose
    ends: Pose
    share: Share
    opacity: Share
    whole: bool

    def seen(self, t: float, frame: tuple[int, int]) -> tuple[Cel, Box] | None:
        """The part of a frame of (width, height) that the object touches, and what it looks like there."""
        share, opacity = self.share(t), self.opacity(t)
        if opacity <= 0:
            return None
        pose = self.begins.towards(self.ends, t)
        shown: list[tuple[Picture, Matrix]] = []
        if share < 1:
            shown.append((self.first(t), self._way(self.begins, pose)))
        if share > 0:
            shown.append((self.second(t), self._way(self.ends, pose)))
        box = clipped(_around([bounds(_place(picture), way) for picture, way in shown]), frame)
        if box is None:
            return None
        cels = [picture.moved(way, box) for picture, way in shown]
        whole = cels[0] if len(cels) == 1 else cels[0].mixed(cels[1], share)
        return whole.faded(opacity), box

    def _way(self, own: Pose, pose: Pose) -> Matrix:
        if self.whole:
            return 1.0, 0.0, float(round(pose.x - own.x)), 0.0, 1.0, float(round(pose.y - own.y))
        return own.moved(pose)


@dataclass(frozen=True, slots=True)
class Window:
    """An object whose picture is made by an inside, shown in an upright rectangle from `begins` to `ends`."""

    inside: Inside
    begins: Place
    ends: Place

    def seen(self, t: float, frame: tuple[int, int]) -> tuple[Cel, Box] | None:
        """As a sprite's."""
        left, top, width, height = between(self.begins, self.ends, t)
        size = (2 * max(1, round(width / 2)), 2 * max(1, round(height / 2)))
        picture = Picture.at(cel(*self.inside(t, *size)), 0, 0)
        across, down = width / size[0], height / size[1]
        if self.begins[2:] == self.ends[2:]:
            left, top = float(round(left)), float(round(top))
        way = (across, 0.0, left, 0.0, down, top)
        box = clipped(_around([bounds((0, 0, *size), way)]), frame)
        return None if box is None else (picture.moved(way, box), box)


def sprites(actor: Actor, turn: float) -> tuple[Sprite | Window, ...]:
    """What draws an object on its way: one sprite, or the one that goes and the one that comes in its place."""
    if actor.inside is not None:
        return (Window(actor.inside, place_of(actor.first), place_of(actor.second)),)
    first, second = Picture(actor.first), Picture(actor.second)
    begins, ends = actor.like.first, actor.like.second
    if actor.swapped:
        goes = Sprite(
            lambda t: first,
            lambda t: first,
            begins,
            ends,
            lambda t: 0.0,
            lambda t: max(0.0, 1 - t / turn),
            _even(begins, ends, actor),
        )
        comes = replace(
            goes,
            first=lambda t: second,
            second=lambda t: second,
            share=lambda t: 1.0,
            opacity=lambda t: max(0.0, (t - turn) / (1 - turn)),
        )
        return goes, comes
    share = _share(actor)
    whole = _even(begins, ends, actor)
    sprite = Sprite(lambda t: first, lambda t: second, begins, ends, share, lambda t: 1.0, whole)
    return (_staged(sprite, actor, first, second) or sprite,)


def _share(actor: Actor) -> Share:
    """How the first picture gives way to the second: slowly where they differ, in passing where they do not."""
    if actor.like.look != "same":
        return lambda t: t
    begins, ends = actor.like.first, actor.like.second
    grows = (ends.wide * ends.high / (begins.wide * begins.high)) ** 0.5
    early, late = _BEGIN if grows > _LARGER else _END if grows < 1 / _LARGER else _MIDST
    return lambda t: min(max((t - early) / (late - early), 0.0), 1.0)


def _even(begins: Pose, ends: Pose, actor: Actor) -> bool:
    """Whether nothing but the place changes, to a pixel."""
    if abs((ends.angle - begins.angle + 180) % 360 - 180) > 0.05:
        return False
    grown = max(abs(ends.wide / begins.wide - 1), abs(ends.high / begins.high - 1))
    return grown * max(actor.first.size) < 1


def _staged(sprite: Sprite, actor: Actor, first: Picture, second: Picture) -> Sprite | None:
    """A sprite whose changing part (the words in a box) goes before the other comes; None where all changes."""
    if actor.like.look != "other":
        return None
    one = without_changes(actor.first, actor.second, actor.like)
    other = without_changes(actor.second, actor.first, actor.like.turned())
    if one is None or other is None:
        return None

    def emptied(t: float) -> Picture:
        return first.mixed(one, min(1.0, t / _EMPTIED))

    def refilled(t: float) -> Picture:
        return second.mixed(other, min(1.0, (1 - t) / (1 - _REFILLED)))

    def share(t: float) -> float:
        return min(max((t - _EMPTIED) / (_REFILLED - _EMPTIED), 0.0), 1.0)

    return replace(sprite, first=emptied, second=refilled, share=share)


def between(begins: Place, ends: Place, t: float) -> Place:
    """The rectangle at `t` on the way from one to another."""
    left, top, width, height = (one + (other - one) * t for one, other in zip(begins, ends, strict=True))
    return left, top, width, height


def place(actor: Actor, t: float) -> Place:
    """Where an actor is at `t`: the rectangle of its layer at its place, on the way between those of both."""
    if actor.inside is not None or not actor.moves:
        return between(place_of(actor.first), place_of(actor.second), t)
    begins, ends = actor.like.first, actor.like.second
    pose = begins.towards(ends, t)
    one = bounds(place_of(actor.first), begins.moved(pose))
    return between(one, bounds(place_of(actor.second), ends.moved(pose)), t)


def ways(actor: Actor, t: float) -> tuple[Matrix, Matrix]:
    """What brings each picture of a travelling actor from its slide to where it is at `t`."""
    pose = actor.like.first.towards(actor.like.second, t)
    return actor.like.first.moved(pose), actor.like.second.moved(pose)


def _place(picture: Picture) -> Place:
    left, top, width, height = picture.box
    return float(left), float(top), float(width), float(height)


def _around(places: list[Place]) -> Box:
    """The box with even edges around rectangles."""
    slack = 1e-6  # a sum of fractions must not cost two columns
    left = 2 * floor((min(each[0] for each in places) + slack) / 2)
    top = 2 * floor((min(each[1] for each in places) + slack) / 2)
    right = 2 * ceil((max(each[0] + each[2] for each in places) - slack) / 2)
    low = 2 * ceil((max(each[1] + each[3] for each in places) - slack) / 2)
    return left, top, right - left, low - top
