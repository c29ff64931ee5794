"""Edits of what the author says of objects at a seam: which two are one, and which has no partner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from studio.edits.finding import seam, told, with_scene
from studio.errors import EditError
from studio.lecture import Lecture, ObjectPair
from studio.validation import MOST_PAIRS


def pair_objects(lecture: Lecture, scene_id: str, first: int, second: int) -> Lecture:
    """Say that object `first` of the slide before and `second` of this one are one.

    What was said of either of them before no longer holds.
    """
    return _said(lecture, scene_id, ObjectPair(first, second))


def leave_alone(
    lecture: Lecture, scene_id: str, *, first: int | None = None, second: int | None = None
) -> Lecture:
    """Say that an object has no partner: `first` of the slide before, `second` of this one, or each of both."""
    if first is not None:
        lecture = _said(lecture, scene_id, ObjectPair(first, None))
    return lecture if second is None else _said(lecture, scene_id, ObjectPair(None, second))


def forget_object(
    lecture: Lecture, scene_id: str, *, first: int | None = None, second: int | None = None
) -> Lecture:
    """Take back what was said of an object of either slide; the program decides about it again."""
    at = seam(lecture, scene_id)
    return _with(lecture, at, _others(lecture.scenes[at].transition.pairs, first, second))


def forget_pairs(lecture: Lecture, scene_id: str) -> Lecture:
    """Take back all that was said of objects at a seam."""
    return _with(lecture, seam(lecture, scene_id), ())


def _said(lecture: Lecture, scene_id: str, pair: ObjectPair) -> Lecture:
    at = seam(lecture, scene_id)
    if min(number for number in (pair.first, pair.second) if number is not None) < 0:
        raise EditError(f"There is no such object at the change to {told(lecture, at)}; choose another.")
    others = _others(lecture.scenes[at].transition.pairs, pair.first, pair.second)
    if len(others) >= MOST_PAIRS:
        raise EditError(f"At most {MOST_PAIRS} pairs can be chosen at one change; take others back first.")
    order = sorted((*others, pair), key=_place)
    return _with(lecture, at, order)


def _others(pairs: tuple[ObjectPair, ...], first: int | None, second: int | None) -> tuple[ObjectPair, ...]:
    """The pairs that tell of neither object."""
    return tuple(
        pair
        for pair in pairs
        if (first is None or pair.first != first) and (second is None or pair.second != second)
    )


def _place(pair: ObjectPair) -> tuple[int, int]:
    """One order whatever was said first, so that equal wishes are equal documents."""
    return (-1 if pair.first is None else pair.first, -1 if pair.second is None else pair.second)


def _with(lecture: Lecture, at: int, pairs: Iterable[ObjectPair]) -> Lecture:
    scene = lecture.scenes[at]
    transition = replace(scene.transition, pairs=tuple(pairs))
    return with_scene(lecture, at, replace(scene, transition=transition))
