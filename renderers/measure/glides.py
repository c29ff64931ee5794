"""Objects that glide from one still to the next, found in frames of which nothing is known but what they show.

What differs from the ground on either still falls into parts; parts that look alike are one object; it glides when
it is seen all along the straight line between its two places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Box = tuple[int, int, int, int]

INK = 14.0
"""Levels (of 255) by which an object differs from the ground."""
_ALIKE = 0.72
"""NCC of the pictures of two parts from which they are one object."""
_SEEN = 0.6
"""What has to be seen of it at every moment (NCC times contrast retention)."""
_AREA, _SIDE = 24, 4
_JOIN = (9, 5)
"""Marks nearer to each other than this (pixels across, down) are one part: the letters of a line."""
_PARTS = 24
_STEPS = 24
_SEARCH = 5
"""Pixels around the expected place in which an object is looked for."""
_STILL = 2.0
_SAMPLES = 12


@dataclass(frozen=True, slots=True)
class Glide:
    """An object of both stills: its boxes there, the least that is seen of it in between, and its ink (pixels)."""

    first: Box
    second: Box
    seen: float
    ink: int

    @property
    def glides(self) -> bool:
        """Whether it is seen all the way."""
        return self.seen >= _SEEN


@dataclass(frozen=True, slots=True)
class Part:
    """A connected part of a still: left, top, width and height, and how many pixels of ink it has."""

    box: Box
    ink: int


def glides(frames: Sequence[Floats], changed: Bools) -> list[Glide]:
    """Objects of both stills that stand elsewhere or are of another size on the second, the largest first.

    `changed` is where the stills differ.
    """
    first, second = parts(frames[0], changed), parts(frames[-1], changed)
    soft = [_soft(frame) for frame in frames]
    found: list[Glide] = []
    for one, other in _pairs(frames[0], frames[-1], first, second):
        if _moved(one.box, other.box):
            seen = _followed(soft, one.box, other.box)
            found.append(Glide(one.box, other.box, seen, min(one.ink, other.ink)))
    return sorted(found, key=lambda each: each.ink, reverse=True)


def parts(still: Floats, changed: Bools) -> list[Part]:
    """The parts of a still that are not its ground, where it is changed; the largest first."""
    import cv2

    ink = changed & (np.abs(still - ground(still, changed)) > INK)
    joined = cv2.morphologyEx(ink.astype(np.uint8), cv2.MORPH_CLOSE, np.ones(_JOIN[::-1], np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found: list[Part] = []
    for n in range(1, count):
        left, top, width, height, area = (int(value) for value in stats[n])
        if area >= _AREA and min(width, height) >= _SIDE:
            found.append(Part((left, top, width, height), int((ink & (labels == n)).sum())))
    return sorted(found, key=lambda part: part.ink, reverse=True)[:_PARTS]


def ground(still: Floats, changed: Bools) -> Floats:
    """A still without what changes: filled from around it, by ever larger means."""
    import cv2

    known = (~cv2.dilate(changed.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(np.bool_)).astype(
        np.float32
    )
    if not known.any():
        return np.full_like(still, np.median(still))
    filled = np.full_like(still, float((still * known).sum() / known.sum()))
    for side in (129, 65, 33, 17, 9):
        weight = cv2.blur(known, (side, side))
        np.divide(cv2.blur(still * known, (side, side)), weight, out=filled, where=weight > 0.02)
    return np.where(known > 0, still, filled)


def _pairs(a: Floats, b: Floats, first: list[Part], second: list[Part]) -> list[tuple[Part, Part]]:
    """Parts of the two stills that look alike, each used once, the most alike first."""
    likeness = sorted(
        (
            (_alike(a, b, one.box, other.box), i, j)
            for i, one in enumerate(first)
            for j, other in enumerate(second)
        ),
        reverse=True,
    )
    used_first, used_second = set[int](), set[int]()
    found: list[tuple[Part, Part]] = []
    for alike, i, j in likeness:
        if alike < _ALIKE:
            break
        if i not in used_first and j not in used_second:
            used_first.add(i)
            used_second.add(j)
            found.append((first[i], second[j]))
    return found


def _alike(a: Floats, b: Floats, one: Box, other: Box) -> float:
    """NCC of two parts at one size; 0 where their shapes differ."""
    import cv2

    shape, area = (one[2] / one[3]) / (other[2] / other[3]), (one[2] * one[3]) / (other[2] * other[3])
    if not (0.7 < shape < 1.4 and 1 / 12 < area < 12):
        return 0.0
    size = (max(one[2], other[2]), max(one[3], other[3]))
    crops = [
        np.asarray(cv2.resize(_crop(page, box, 1), size, interpolation=cv2.INTER_LINEAR), np.float32)
        for page, box in ((a, one), (b, other))
    ]
    # a step larger on one side: boxes found by a threshold are never exact
    inner = np.ascontiguousarray(crops[1][1:-1, 1:-1]) if min(size) > 5 else crops[1]
    if float(inner.std()) < 3 or float(crops[0].std()) < 3:
        return 0.0
    return float(cv2.matchTemplate(crops[0], inner, cv2.TM_CCOEFF_NORMED).max())


def _moved(one: Box, other: Box) -> bool:
    (x0, y0, w0, h0), (x1, y1, w1, h1) = one, other
    away = max(abs(x1 + w1 / 2 - x0 - w0 / 2), abs(y1 + h1 / 2 - y0 - h0 / 2))
    grown = max(w1 / w0, w0 / w1, h1 / h0, h0 / h1)
    return away >= _STILL or (grown > 1.15 and max(abs(w1 - w0), abs(h1 - h0)) >= 2 * _STILL)


def _soft(frame: Floats) -> Floats:
    """A frame in which thin strokes look the same wherever they fall between pixels."""
    import cv2

    return np.asarray(cv2.GaussianBlur(frame, (3, 3), 0), np.float32)


def _followed(frames: Sequence[Floats], one: Box, other: Box) -> float:
    """The least that is seen of an object at any moment, wherever on its way it is then."""
    last = len(frames) - 1
    looked = sorted({round(n * last / (_SAMPLES + 1)) for n in range(1, _SAMPLES + 1)} - {0, last})
    looks = _crop(frames[0], one, 1), _crop(frames[-1], other, 1)
    least, at = 1.0, 0
    for index in looked:
        seen, at = max(
            (_seen(frames[index], looks, one, other, step), step) for step in range(at, _STEPS + 1)
        )
        at = max(0, at - 1)
        least = min(least, seen)
    return least


def _seen(frame: Floats, looks: tuple[Floats, Floats], one: Box, other: Box, step: int) -> float:
    """NCC times contrast retention of an object around one place on its way."""
    import cv2

    t = step / _STEPS
    left, top, width, height = (p + t * (q - p) for p, q in zip(one, other, strict=True))
    size = max(3, round(width) + 2), max(3, round(height) + 2)
    first, second = (cv2.resize(look, size, interpolation=cv2.INTER_LINEAR) for look in looks)
    wanted = np.asarray((1 - t) * first + t * second, np.float32)
    box = round(left) - 1, round(top) - 1, *size
    around = _crop(frame, box, _SEARCH)
    if around.shape[0] < size[1] or around.shape[1] < size[0]:
        return 0.0
    likeness = cv2.matchTemplate(around, wanted, cv2.TM_CCOEFF_NORMED)
    _, best, _, (x, y) = cv2.minMaxLoc(likeness)
    contrast = float(around[y : y + size[1], x : x + size[0]].std()) / max(1e-3, float(wanted.std()))
    return float(best) * min(1.0, contrast) if contrast > 0.05 else 0.0


def _crop(page: Floats, box: Box, margin: int) -> Floats:
    left, top, width, height = box
    rows = slice(max(0, top - margin), max(0, top + height + margin))
    return np.ascontiguousarray(page[rows, max(0, left - margin) : max(0, left + width + margin)])
