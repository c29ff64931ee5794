"""The parts of a page that is only a picture (of a PDF, a photograph), and which of them the next page has too.

What differs from the ground in one connected piece is a part. Parts are one when their pixels are. They are only
counted, for the choice of a level, on small pages in milliseconds; `renderers.layers.components` takes a page apart
into layers that can travel, exact to the pixel at full size.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

import numpy as np
from numpy.typing import NDArray

VISIBLE = 0.02
"""A part has moved when its centre or its size has, by this share of the page's width."""

_APART = 24
"""Levels (of 255) by which a part differs from the ground."""
_JOINED = 5
"""Pixels between letters of one line, at the width that pages are compared at."""
_SMALLEST = 12
_MOST = 60
_SAME = 0.9
_SIDE = 24
_SLACK = 2
_FLAT = 4.0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: left, top, width, height in pixels, its mean luma, and its picture (normalised; all 0 where
    it is of one tone).
    """

    left: int
    top: int
    width: int
    height: int
    tone: float
    picture: NDArray[np.float32]

    def apart(self, other: Part) -> float:
        """Pixels between the centres."""
        across = self.left + self.width / 2 - other.left - other.width / 2
        return hypot(across, self.top + self.height / 2 - other.top - other.height / 2)


def compared(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> tuple[tuple[int, int], int, int]:
    """How many parts two (H, W, 3) RGB pages have, how many stand on both, and how many of those have moved."""
    old, new = parts(a), parts(b)
    near = sorted(
        (first.apart(second), i, j)
        for i, first in enumerate(old)
        for j, second in enumerate(new)
        if _is_one(first, second)
    )
    gone, found, moved = set[int](), set[int](), 0
    for _, i, j in near:
        if i not in gone and j not in found:
            gone.add(i)
            found.add(j)
            moved += _has_moved(old[i], new[j], a.shape[1])
    return (len(old), len(new)), len(found), moved


def parts(page: NDArray[np.uint8]) -> list[Part]:
    """The largest parts of an (H, W, 3) RGB page."""
    import cv2

    red, green, blue = cv2.split(cv2.absdiff(page, np.broadcast_to(ground(page), page.shape).copy()))
    away = np.maximum(np.maximum(red, green), blue) > _APART
    near = cv2.dilate(away.astype(np.uint8), np.ones((_JOINED, 2 * _JOINED + 1), np.uint8))
    _, labels, facts, _ = cv2.connectedComponentsWithStats(near)
    boxes = sorted(range(1, len(facts)), key=lambda at: -int(facts[at][cv2.CC_STAT_AREA]))[:_MOST]
    gray = np.asarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), np.float32)
    found: list[Part | None] = []
    for at in boxes:
        left, top, width, height = (int(each) for each in facts[at][:4])
        here = slice(top, top + height), slice(left, left + width)
        found.append(_part(gray, away[here] & (labels[here] == at), left, top))
    return [part for part in found if part is not None]


def ground(page: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The colour most of a page has, as (3,)."""
    thin = page[::2, ::2].reshape(-1, 3)
    red, green, blue = (thin >> 4).astype(np.int32).T
    keys = (red << 8) | (green << 4) | blue
    most = int(np.bincount(keys).argmax())
    return np.asarray(np.median(thin[keys == most], axis=0), np.uint8)


def _part(gray: NDArray[np.float32], inside: NDArray[np.bool_], left: int, top: int) -> Part | None:
    """The part whose pixels are `inside`, in a piece of the page whose corner stands at `left`, `top`."""
    import cv2

    rows, columns = np.flatnonzero(inside.any(1)), np.flatnonzero(inside.any(0))
    if len(rows) == 0 or np.count_nonzero(inside) < _SMALLEST:
        return None
    left, top = left + int(columns[0]), top + int(rows[0])
    width, height = int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1
    cut = np.ascontiguousarray(gray[top : top + height, left : left + width])
    small = np.asarray(cv2.resize(cut, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA), np.float32).ravel()
    tone = float(small.mean())
    small -= tone
    length = float(np.linalg.norm(small))
    picture = small / length if length > _FLAT * _SIDE else np.zeros_like(small)
    return Part(left, top, width, height, tone, picture)


def _is_one(a: Part, b: Part) -> bool:
    sides = ((a.width, b.width), (a.height, b.height))
    if any(abs(p - q) > _SLACK + 0.5 * min(p, q) for p, q in sides):
        return False
    if abs(a.tone - b.tone) > _APART:
        return False
    flat = not a.picture.any() and not b.picture.any()
    return flat or float(a.picture @ b.picture) > _SAME


def _has_moved(a: Part, b: Part, width: int) -> bool:
    grown = max(abs(a.width - b.width), abs(a.height - b.height))
    return max(a.apart(b), grown) > VISIBLE * width
