"""Text in pieces: words or letters that two texts have in common travel one by one, the others leave and come.

The pieces are cut out of the layers, along the gaps between lines and between words, in reading order; two are the
same where they look the same. So it needs no fonts, and serves for text of pictures and PDF pages as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer, Stack
from renderers.transitions.cast import HELD
from renderers.transitions.lettering import parted
from renderers.transitions.looks import compare, upright
from studio.lecture import TextBy
from studio.matching import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

_INK = 24
"""From which alpha on a pixel belongs to a letter."""
_WORD_GAP = 0.15
"""How wide a gap between words is at least, as a share of the height of the line."""
_SIZE = (64, 20)
"""Columns and rows at which pieces are compared."""
_ALIKE = 0.9
"""From which correlation on two pieces are the same, at `_SIZE`."""
_ASPECT = 1.05
"""Up to which ratio of their shapes, besides a pixel of error in each side, they can be."""
_MAIN = 0.35
"""From which share of a text on (by width) words that travel together are the text."""
_MOST = 600
"""A text of more pieces than that is left whole: nobody follows so many."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a layer, with even edges in its pixels; `ink` is the left upper corner of what is seen of it,
    `shape` the width and height of that.
    """

    left: int
    top: int
    right: int
    low: int
    ink: tuple[int, int]
    shape: tuple[int, int]
    look: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Two stacks, some of their texts in pieces, and the pairs of their objects and pieces. `whole` tells the id of
    the object that a piece is of; `carried` are the words on a box, by their ids on the first slide.
    """

    first: Stack
    second: Stack
    pairs: tuple[Pair, ...]
    whole: dict[int, int]
    carried: frozenset[int]

    def thin(self, stride: int) -> Pieces:
        """The same pieces of every `stride`-th pixel of every `stride`-th row."""
        return replace(self, first=self.first.thin(stride), second=self.second.thin(stride))


def in_pieces(a: Stack, b: Stack, pairs: Iterable[Pair], by: TextBy) -> Pieces:
    """The texts of pairs that read otherwise in pieces, and boxes that differ apart from their words.

    Where text goes by object, only words that stay where they are become pieces of their own, or that go together:
    a line that is added must not make the lines above it go and come. A text that has no piece in common with its
    partner stays whole, as do texts that are turned.
    """
    work = _Work(a, b, HELD * a.ground.size[1], by)
    for pair in pairs:
        first, second = a.layer(pair.first), b.layer(pair.second)
        if first is not None and second is not None and compare(first, second).look == "other":
            work.take(first, second, pair)
        else:
            work.pairs.append(pair)
    return Pieces(work.first, work.second, tuple(work.pairs), work.whole, frozenset(work.carried))


class _Work:
    """Two stacks while their objects are taken apart. No object of a slide has a number below 0: pieces have."""

    def __init__(self, first: Stack, second: Stack, held: float, by: TextBy) -> None:
        self.first, self.second, self._held = first, second, held
        self._by: TextBy = by
        self.pairs: list[Pair] = []
        self.whole: dict[int, int] = {}
        self.carried: set[int] = set()
        self._numbers = count(-1, -1)

    def take(self, a: Layer, b: Layer, pair: Pair) -> None:
        """Take a pair apart as far as that helps."""
        one, other = (parted(a), parted(b)) if upright(a, b) else (None, None)
        if one is None and other is None:
            self._take_text(a, b, pair)
            return
        mine, its = self._new(a, one or (a,)), self._new(b, other or (b,))
        self.first, self.second = _replaced(self.first, a, mine), _replaced(self.second, b, its)
        self.pairs.append(Pair(mine[0].id, its[0].id, pair.why))
        if len(mine) == len(its) == 2:
            words = Pair(mine[1].id, its[1].id, pair.why)
            self.carried.add(mine[1].id)
            if compare(mine[1], its[1]).look == "other":
                self._take_text(mine[1], its[1], words)
            else:
                self.pairs.append(words)

    def _take_text(self, a: Layer, b: Layer, pair: Pair) -> None:
        cut = _cut(a, b, self._by, self._held)
        if cut is None:
            self.pairs.append(pair)
            return
        one, other, same = cut
        mine = self._new(a, [_part(a, piece) for piece in one])
        its = self._new(b, [_part(b, piece) for piece in other])
        self.first, self.second = _replaced(self.first, a, mine), _replaced(self.second, b, its)
        self.pairs += [Pair(mine[i].id, its[j].id, pair.why) for i, j in same]

    def _new(self, whole: Layer, parts: Iterable[Layer]) -> list[Layer]:
        """The parts of an object under numbers of their own."""
        made = [replace(part, id=next(self._numbers)) for part in parts]
        self.whole.update((part.id, self.whole.get(whole.id, whole.id)) for part in made)
        return made


def _cut(
    a: Layer, b: Layer, by: TextBy, held: float
) -> tuple[list[_Piece], list[_Piece], list[tuple[int, int]]] | None:
    if a.kind != "text" or b.kind != "text" or a.angle or b.angle:
        return None
    one, other = _pieces(a, by), _pieces(b, by)
    if not one or not other or max(len(one), len(other)) > _MOST:
        return None
    same = _common(one, other)
    if by == "object":
        same = _together(one, other, same, (b.left - a.left, b.top - a.top), held)
    return (one, other, same) if same else None


def _together(
    one: list[_Piece],
    other: list[_Piece],
    same: list[tuple[int, int]],
    way: tuple[int, int],
    held: float,
) -> list[tuple[int, int]]:
    """Those of equal pieces that keep their places to each other, as the text goes as one object; `way` is from one
    layer to the other. Few of them that go elsewhere are not what one would see as the text.
    """
    ways = [
        (
            other[j].ink[0] + way[0] - one[i].ink[0],
            other[j].ink[1] + way[1] - one[i].ink[1],
        )
        for i, j in same
    ]
    if not ways:
        return []
    still = [max(abs(x), abs(y)) <= held for x, y in ways]
    if any(still):
        return [pair for pair, stays in zip(same, still, strict=True) if stays]
    x, y = (sorted(each)[len(ways) // 2] for each in zip(*ways, strict=True))
    kept = [pair for pair, (u, v) in zip(same, ways, strict=True) if max(abs(u - x), abs(v - y)) <= held]
    share = sum(one[i].shape[0] for i, _ in kept) / max(
        sum(each.shape[0] for each in one), sum(each.shape[0] for each in other)
    )
    return kept if share >= _MAIN else []


def _replaced(stack: Stack, layer: Layer, parts: Sequence[Layer]) -> Stack:
    """The stack with a layer in parts, the lowest first."""
    place = next(place for place, each in enumerate(stack.layers) if each is layer)
    return replace(stack, layers=(*stack.layers[:place], *parts, *stack.layers[place + 1 :]))


def _part(layer: Layer, piece: _Piece) -> Layer:
    luma = layer.luma[piece.top : piece.low, piece.left : piece.right].contiguous()
    halves = (slice(piece.top // 2, piece.low // 2), slice(piece.left // 2, piece.right // 2))
    place = {"left": layer.left + piece.left, "top": layer.top + piece.top}
    return replace(layer, luma=luma, chroma=layer.chroma[halves].contiguous(), **place)


def _pieces(layer: Layer, by: TextBy) -> list[_Piece]:
    """The pieces of a text, line by line, from left to right; together they are all of it."""
    alpha = layer.luma[..., 1].cpu().numpy()
    inked = alpha > _INK
    lines = _runs(inked.any(1), 1)
    usual = sorted(low - top for top, low in lines)[len(lines) // 2] if lines else 0
    found: list[_Piece] = []
    for (top, low), (above, below) in zip(lines, _cuts(lines, alpha.shape[0]), strict=True):
        gap = max(2, round(_WORD_GAP * max(usual, low - top))) if by != "character" else 1
        runs = _runs(inked[top:low].any(0), gap)
        for (left, right), (begins, ends) in zip(runs, _cuts(runs, alpha.shape[1]), strict=True):
            seen = alpha[top:low, left:right]
            rows = _runs((seen > _INK).any(1), low - top)[0]
            shape = (right - left, rows[1] - rows[0])
            ink, look = (left, top + rows[0]), _look(seen[rows[0] : rows[1]])
            found.append(_Piece(begins, above, ends, below, ink, shape, look))
    return found


def _runs(marked: ArrayLike, gap: int) -> list[tuple[int, int]]:
    """Where stretches of marked places begin and end; gaps of fewer than `gap` places do not part them."""
    import numpy as np

    steps = np.diff(np.pad(np.asarray(marked, np.int8), 1))
    runs: list[tuple[int, int]] = []
    for begins, ends in zip(np.nonzero(steps > 0)[0], np.nonzero(steps < 0)[0], strict=True):
        if runs and begins - runs[-1][1] < gap:
            runs[-1] = (runs[-1][0], int(ends))
        else:
            runs.append((int(begins), int(ends)))
    return runs


def _cuts(runs: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Where to cut so that every piece has one run: at even places in the middle of the gaps."""
    edges = [0]
    for (_, ends), (begins, _) in pairwise(runs):
        middle = (ends + begins) // 4 * 2
        edges.append(middle if middle >= ends else middle + 2)
    return list(pairwise([*edges, length]))


def _look(alpha: NDArray[np.uint8]) -> NDArray[np.float32]:
    """What a piece looks like, whatever its size: a vector of length 1 whose mean is 0."""
    import cv2
    import numpy as np

    rim = max(1, len(alpha) // 6)  # a dash, which is ink all over, needs some ground to stand on
    padded = np.pad(alpha, ((rim, rim), (rim, rim)))
    small = np.asarray(cv2.resize(padded, _SIZE, interpolation=cv2.INTER_AREA), np.float32).ravel()
    small -= small.mean()
    return small / max(float(np.linalg.norm(small)), 1e-6)


def _common(one: list[_Piece], other: list[_Piece]) -> list[tuple[int, int]]:
    """The longest row of pieces that both texts have in the same order (Wagner and Fischer, JACM 21(1), 1974);
    wide pieces count for more.
    """
    import numpy as np

    alike = np.stack([each.look for each in one]) @ np.stack([each.look for each in other]).T > _ALIKE
    best = np.zeros((len(one) + 1, len(other) + 1))
    for i, mine in reversed(list(enumerate(one))):
        for j in range(len(other) - 1, -1, -1):
            skipped = max(best[i + 1, j], best[i, j + 1])
            same = alike[i, j] and _fits(mine.shape, other[j].shape)
            best[i, j] = max(skipped, best[i + 1, j + 1] + 1 + mine.shape[0] / 1000) if same else skipped
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(one) and j < len(other):
        if best[i, j] == best[i + 1, j]:
            i += 1
        elif best[i, j] == best[i, j + 1]:
            j += 1
        else:
            found.append((i, j))
            i, j = i + 1, j + 1
    return found


def _fits(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two pieces have one shape, a pixel of error in each side apart."""
    (width, height), (wide, high) = one, other
    narrow, broad = (width - 1) / (height + 1), (width + 1) / max(height - 1, 0.5)
    least, most = (wide - 1) / (high + 1), (wide + 1) / max(high - 1, 0.5)
    return narrow <= most * _ASPECT and least <= broad * _ASPECT
