"""Corners of things, followed from each frame to the next: what glides shows itself where all around it changes.

A thing that glides over a page that fades into another one cannot be told apart on the stills, and is no part of
what stands out of their ground. But some of its corners are found again in every frame, a little farther on. Where
pictures fade, nothing is seen half-way: corners stand, or get lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Bytes = NDArray[np.uint8]

_CORNERS, _QUALITY, _NEAR = 160, 0.01, 4
_WINDOW, _PYRAMID = 11, 3
_BACK = 0.7
"""Pixels by which a corner may miss its old place when it is followed back (Kalal et al., Forward-Backward Error,
ICPR 2010).
"""
_REACH = 5
"""Pixels around a corner that have to look as on the first still."""
_ALIKE, _ALWAYS = 0.8, 0.6
"""NCC with the first still, on average and at least, of what is seen all the way."""
_FAR, _ASTRAY = 6.0, 24.0
"""Pixels between the places of a corner on the two stills; and those that one went which got lost on its way."""
_MIDST = (0.25, 0.75)
_STRAIGHT = 0.1
"""How far, as a share of its way, a corner may leave the straight line."""


@dataclass(frozen=True, slots=True)
class Trails:
    """How many corners glide from the first still to the last, and how many went far but got lost."""

    gliding: int
    lost: int


def trails(frames: Sequence[Floats], changed: Bools) -> Trails:
    """The corners that glide, followed from the first frame on and from the last one back, whichever finds more;
    `changed` is where the two stills differ.
    """
    pictures = [np.ascontiguousarray(frame.clip(0, 255).astype(np.uint8)) for frame in frames]
    both = [_followed(pictures, changed), _followed(pictures[::-1], changed)]
    return Trails(max(each.gliding for each in both), max(each.lost for each in both))


def _followed(pictures: Sequence[Bytes], changed: Bools) -> Trails:
    import cv2

    corners: Any = cv2.goodFeaturesToTrack(
        pictures[0], _CORNERS, _QUALITY, _NEAR, mask=changed.astype(np.uint8)
    )
    if corners is None:  # an even area has none
        return Trails(0, 0)
    begins = np.asarray(corners, np.float32).reshape(-1, 2)
    looks = [_patch(pictures[0], place) for place in begins]
    at, number = begins, np.arange(len(begins))
    ways: list[list[Floats]] = [[place] for place in begins]
    seen: list[list[float]] = [[1.0] for _ in begins]
    for before, after in pairwise(pictures):
        at, sound = _step(before, after, at)
        for place, corner in zip(at, number, strict=True):
            ways[corner].append(place)
            seen[corner].append(_alike(looks[corner], _patch(after, place)))
        alive = sound & np.array([seen[corner][-1] >= _ALWAYS for corner in number], np.bool_)
        at, number = at[alive], number[alive]
        if not len(number):
            break
    whole = set(number.tolist())
    return Trails(
        sum(_glides(np.stack(ways[n]), seen[n]) for n in whole),
        sum(_strays(np.stack(ways[n][:-1])) for n in range(len(begins)) if n not in whole),
    )


def _glides(way: Floats, seen: list[float]) -> bool:
    """Whether a corner that was followed all the way went far, straight on, and was seen half-way."""
    moved = way - way[0]
    far = float(np.linalg.norm(moved[-1]))
    if far < _FAR or float(np.mean(seen)) < _ALIKE:
        return False
    progress = moved @ moved[-1] / far**2
    beside = float(np.linalg.norm(moved - progress[:, None] * moved[-1], axis=1).max())
    midst = int(((progress > _MIDST[0]) & (progress < _MIDST[1])).sum())
    return midst >= 2 and beside <= max(2.0, _STRAIGHT * far)


def _strays(way: Floats) -> bool:
    """Whether a corner that got lost had gone far until then, in steps: a jump is no motion."""
    steps = np.linalg.norm(np.diff(way, axis=0), axis=1)
    return len(steps) > 0 and float(np.linalg.norm(way[-1] - way[0])) >= _ASTRAY > 2 * float(steps.max())


def _step(before: Bytes, after: Bytes, at: Floats) -> tuple[Floats, Bools]:
    """Where corners are on the next frame, and whether they are found again from there (Lucas and Kanade)."""
    import cv2

    def sought(a: Bytes, b: Bytes, places: Floats) -> tuple[Floats, Bytes]:
        there, found, _ = cv2.calcOpticalFlowPyrLK(
            a, b, places, np.zeros_like(places), winSize=(_WINDOW, _WINDOW), maxLevel=_PYRAMID
        )
        return np.asarray(there, np.float32), np.asarray(found, np.uint8)

    there, found = sought(before, after, at)
    back, again = sought(after, before, there)
    missed = np.linalg.norm(back - at, axis=1)
    both = (found.ravel() > 0) & (again.ravel() > 0)
    return there, np.asarray(both & (missed < _BACK), np.bool_)


def _patch(picture: Bytes, place: Floats) -> Floats | None:
    import cv2

    x, y = float(place[0]), float(place[1])
    if not (_REACH <= x < picture.shape[1] - _REACH and _REACH <= y < picture.shape[0] - _REACH):
        return None
    side = 2 * _REACH + 1
    return np.asarray(cv2.getRectSubPix(picture, (side, side), (x, y)), np.float32)


def _alike(one: Floats | None, other: Floats | None) -> float:
    if one is None or other is None:
        return 0.0
    a, b = one - one.mean(), other - other.mean()
    length = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float((a * b).sum()) / length if length > 1 else 0.0
