"""Which objects of two slides are one where their identity does not tell: by how they look and where they stand.

The best assignment of all (Kuhn, The Hungarian method, Naval Research Logistics 2, 1955) over a cost that weighs
the picture, the size, the shape, the colour and the way between two layers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, log
from typing import TYPE_CHECKING

import numpy as np

from renderers.layers.stack import Layer, Stack
from studio.lecture import ObjectPair
from studio.matching import BY_LOOK, Pair, compatible

if TYPE_CHECKING:
    from numpy.typing import NDArray

ACCEPTED = 0.35
"""Pairs that cost more are none."""
SAME_WORDS = 0.8
"""Texts whose pictures correlate less than this say different things, however alike they stand."""
FACING, FACING_SIZE = 0.1, 1.5
"""Two pictures face each other when their centres are not farther apart than this share of the frame's width, and
neither side of one is longer than so many times that of the other."""

_LOUD = np.array([1.0, 2.0, 2.0], np.float32)
"""Chroma is loud: red and blue are half its range apart, and as far as black and white to the eye."""
_SIDE = 32
_GREY = 128
_FLAT = 2.0
_FORBIDDEN = 1e3


@dataclass(frozen=True, slots=True)
class _Look:
    """What of a layer is compared: its luma on grey (`_SIDE` squared values of mean 0 and length 1; all 0 where it
    is flat) and its mean Y, U and V (0..1).
    """

    layer: Layer
    picture: NDArray[np.float32]
    colour: NDArray[np.float32]


def by_look(
    first: Stack, second: Stack, pairs: tuple[Pair, ...] = (), by_hand: tuple[ObjectPair, ...] = ()
) -> tuple[Pair, ...]:
    """All pairs of two stacks: those known by identity as far as both have layers, then those found by look.

    Objects that `by_hand` speaks of are as `pairs` has them.
    """
    known = _with_layers(first, second, pairs)
    old = _free(first, {pair.first for pair in known}, (each.first for each in by_hand))
    new = _free(second, {pair.second for pair in known}, (each.second for each in by_hand))
    if not old or not new:
        return known
    return (*known, *_assigned([_look(a) for a in old], [_look(b) for b in new], first.ground.size[0]))


def picture_pairs(
    first: Stack, second: Stack, pairs: tuple[Pair, ...], by_hand: tuple[ObjectPair, ...] = ()
) -> tuple[Pair, ...]:
    """The pairs of pictures that can turn into each other (levels 4 and 5), the largest first.

    Those of `pairs`, and pictures without a partner that face each other: one on each slide, of about one place and
    size.
    """
    known = _with_layers(first, second, pairs)
    pictures = [pair for pair in known if _shows(first, pair.first)]
    old = _free(first, {pair.first for pair in known}, (each.first for each in by_hand))
    new = _free(second, {pair.second for pair in known}, (each.second for each in by_hand))
    facing = [(_apart(a, b), a.id, b.id) for a in old for b in new if _face(a, b, first.ground.size[0])]
    for _, a, b in sorted(facing):
        if all(a != pair.first and b != pair.second for pair in pictures):
            pictures.append(Pair(a, b, BY_LOOK))
    return tuple(sorted(pictures, key=lambda pair: -_area(first, pair.first)))


def _with_layers(first: Stack, second: Stack, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    old, new = {layer.id for layer in first.layers}, {layer.id for layer in second.layers}
    return tuple(pair for pair in pairs if pair.first in old and pair.second in new)


def _free(stack: Stack, taken: set[int], told: Iterable[int | None]) -> list[Layer]:
    gone = taken.union(number for number in told if number is not None)
    return [layer for layer in stack.layers if layer.id not in gone]


def _assigned(old: list[_Look], new: list[_Look], width: int) -> list[Pair]:
    from scipy.optimize import linear_sum_assignment

    costs = np.array([[_cost(a, b, width) for b in new] for a in old])
    rows, columns = linear_sum_assignment(
        np.minimum(costs, 2 * ACCEPTED)
    )  # one bad pair must not cost a good one
    return [
        Pair(old[row].layer.id, new[column].layer.id, BY_LOOK)
        for row, column in sorted(zip(rows, columns, strict=True), key=lambda at: int(at[1]))
        if costs[row, column] <= ACCEPTED
    ]


def _cost(a: _Look, b: _Look, width: int) -> float:
    """0 (one and the same) upwards; `_FORBIDDEN` where they cannot be one."""
    if not compatible(a.layer.kind, b.layer.kind):
        return _FORBIDDEN
    alike = _alike(a.picture, b.picture)
    if alike < SAME_WORDS and "text" in (a.layer.kind, b.layer.kind):
        return _FORBIDDEN
    (w, h), (v, g) = a.layer.size, b.layer.size
    sizes = 0.15 * abs(log(w * h / (v * g))) + 0.15 * abs(log(w * g / (h * v)))
    colour = 0.5 * min(1.0, float((np.abs(a.colour - b.colour) * _LOUD).max()))
    return 0.6 * (1 - alike) + sizes + colour + 0.1 * _apart(a.layer, b.layer) / width


def _alike(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """Normalised cross-correlation, negative ones as 0; two flat pictures are alike, a flat and another are not."""
    if not a.any() or not b.any():
        return float(a.any() == b.any())
    return max(0.0, float(a @ b))


def _look(layer: Layer) -> _Look:
    luma, alpha = np.moveaxis(_small(layer.luma.cpu().numpy()), 2, 0)
    u, v, half = np.moveaxis(_small(layer.chroma.cpu().numpy()), 2, 0)
    picture = (luma + _GREY * (1 - alpha / 255)).ravel()
    picture = picture - picture.mean()
    length = float(np.linalg.norm(picture))
    flat = length < _FLAT * _SIDE
    sums = np.array([luma.sum(), u.sum(), v.sum()]), np.array([alpha.sum(), half.sum(), half.sum()])
    colour = sums[0] / np.maximum(sums[1], 1)
    return _Look(layer, np.zeros_like(picture) if flat else picture / length, colour.astype(np.float32))


def _small(plane: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(H, W, C) uint8 as (`_SIDE`, `_SIDE`, C); a large plane is thinned before."""
    import cv2

    stride = max(1, min(plane.shape[:2]) // (4 * _SIDE))
    thin = np.ascontiguousarray(plane[::stride, ::stride])
    return np.asarray(cv2.resize(thin, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA), np.float32)


def _apart(a: Layer, b: Layer) -> float:
    """Pixels between two centres."""
    (w, h), (v, g) = a.size, b.size
    return hypot(a.left + w / 2 - b.left - v / 2, a.top + h / 2 - b.top - g / 2)


def _face(a: Layer, b: Layer, width: int) -> bool:
    if not (a.kind == b.kind == "picture") or _apart(a, b) > FACING * width:
        return False
    return all(max(sides) <= FACING_SIZE * min(sides) for sides in zip(a.size, b.size, strict=True))


def _shows(stack: Stack, number: int) -> bool:
    layer = stack.layer(number)
    return layer is not None and layer.kind == "picture"


def _area(stack: Stack, number: int) -> int:
    layer = stack.layer(number)
    return 0 if layer is None else layer.size[0] * layer.size[1]
