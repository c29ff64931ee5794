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
from studio.matching import BY_LOOK, Pair, compatible, facing

if TYPE_CHECKING:
    from numpy.typing import NDArray

ACCEPTED = 0.35
"""Pairs that cost more are none."""
SAME_WORDS = 0.8
"""Texts whose pictures correlate less than this say different things, however alike they stand."""

_LOUD = np.array([1.0, 2.0, 2.0], np.float32)
"""Chroma is loud: red and blue are half its range apart, and as far as black and white to the eye."""
_SIDE = 32
_LETTERS = (192, 48)
"""Points across and down at which words are compared: a line of thirty characters keeps six for each."""
_GREY = 128
_FLAT = 2.0
_FORBIDDEN = 1e3


@dataclass(frozen=True, slots=True)
class _Look:
    """What of a layer is compared: its luma on grey as values of mean 0 and length 1 (all 0 where it is flat), of
    `_SIDE` squared points and, so that letters are told apart, of `_LETTERS`; its mean Y, U and V (0..1).
    """

    layer: Layer
    picture: NDArray[np.float32]
    letters: NDArray[np.float32]
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
    if "text" in (a.layer.kind, b.layer.kind) and _alike(a.letters, b.letters) < SAME_WORDS:
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
    luma, chroma = layer.luma.cpu().numpy(), layer.chroma.cpu().numpy()
    small, (u, v, half) = _small(luma, _SIDE, _SIDE), _small(chroma, _SIDE, _SIDE)
    sums = np.array([small[0].sum(), u.sum(), v.sum()])
    colour = sums / np.maximum(np.array([small[1].sum(), half.sum(), half.sum()]), 1)
    letters = _small(luma, *_LETTERS) if layer.kind in ("text", "shape") else small
    return _Look(layer, _normalised(small), _normalised(letters), colour.astype(np.float32))


def _normalised(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    luma, alpha = plane
    picture = (luma + _GREY * (1 - alpha / 255)).ravel()
    picture = picture - picture.mean()
    length = float(np.linalg.norm(picture))
    return np.zeros_like(picture) if length < _FLAT * picture.size**0.5 else picture / length


def _small(plane: NDArray[np.uint8], width: int, height: int) -> NDArray[np.float32]:
    """(H, W, C) uint8 as (C, height, width); a large plane is thinned before."""
    import cv2

    rows, columns = (
        max(1, side // (4 * wanted)) for side, wanted in zip(plane.shape, (height, width), strict=False)
    )
    thin = np.ascontiguousarray(plane[::rows, ::columns])
    small = cv2.resize(thin, (width, height), interpolation=cv2.INTER_AREA)
    return np.moveaxis(np.asarray(small, np.float32), 2, 0)


def _apart(a: Layer, b: Layer) -> float:
    """Pixels between two centres."""
    (w, h), (v, g) = a.size, b.size
    return hypot(a.left + w / 2 - b.left - v / 2, a.top + h / 2 - b.top - g / 2)


def _face(a: Layer, b: Layer, width: int) -> bool:
    return a.kind == b.kind == "picture" and facing((a.left, a.top, *a.size), (b.left, b.top, *b.size), width)


def _shows(stack: Stack, number: int) -> bool:
    layer = stack.layer(number)
    return layer is not None and layer.kind == "picture"


def _area(stack: Stack, number: int) -> int:
    layer = stack.layer(number)
    return 0 if layer is None else layer.size[0] * layer.size[1]
