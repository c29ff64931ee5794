"""A text cut into pieces, in reading order, and which pieces of two texts are the same.

The pieces are cut along the gaps between lines and between words or letters; two are the same where they look the
same. So it needs no fonts, and serves for text of pictures and PDF pages as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer
from renderers.transitions.letters import INK, cuts, runs, say_the_same
from studio.lecture import TextBy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Same = list[tuple[int, int]]
"""Places of equal pieces in two lists, rising in both."""
_WORD_GAP = 0.15
"""How wide a gap between words is at least, as a share of the height of the line."""
_SIZE = (64, 20)
"""Columns and rows at which pieces are compared."""
_ALIKE = 0.9
"""From which correlation on two pieces may be the same, at `_SIZE`."""
_ASPECT = 1.05
"""Up to which ratio of their shapes, besides a pixel of error in each side, they can be."""
_SHARE, _LETTERS = 0.3, 2
"""Two words begin or end alike where that is so large a share of the shorter one, and so many letters."""
_MARK = 0.2
"""Up to which share of a square as high as its line a piece is a mark: a comma, a colon, a dot."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a layer, with even edges in its pixels; `ink` is the left upper corner of what is seen of it,
    `shape` the width and height of that, `seen` its alpha.
    """

    left: int
    top: int
    right: int
    low: int
    ink: tuple[int, int]
    shape: tuple[int, int]
    seen: NDArray[np.uint8]
    look: NDArray[np.float32]


def pieces(layer: Layer, by: TextBy) -> list[Piece]:
    """The pieces of a text, line by line, from left to right; together they are all of it."""
    alpha = layer.luma[..., 1].cpu().numpy()
    inked = alpha > INK
    lines = runs(inked.any(1), 1)
    usual = sorted(low - top for top, low in lines)[len(lines) // 2] if lines else 0
    found: list[Piece] = []
    for (top, low), (above, below) in zip(lines, cuts(lines, alpha.shape[0]), strict=True):
        gap = max(2, round(_WORD_GAP * max(usual, low - top))) if by != "character" else 1
        words = runs(inked[top:low].any(0), gap)
        edges = cuts(words, alpha.shape[1])
        found += [_piece(alpha, begins, above, ends, below) for begins, ends in edges]
    return found


def _piece(alpha: NDArray[np.uint8], left: int, top: int, right: int, low: int) -> Piece:
    part = alpha[top:low, left:right]
    (x0, x1), (y0, y1) = (_span(part, axis) for axis in (0, 1))
    seen = part[y0:y1, x0:x1]
    return Piece(left, top, right, low, (left + x0, top + y0), (x1 - x0, y1 - y0), seen, _look(seen))


def _span(alpha: NDArray[np.uint8], axis: int) -> tuple[int, int]:
    import numpy as np

    places = np.flatnonzero((alpha > INK).any(axis))
    return int(places[0]), int(places[-1]) + 1


def _letters(piece: Piece, alpha: NDArray[np.uint8]) -> list[Piece]:
    """A piece in letters, from left to right."""
    part = alpha[piece.top : piece.low, piece.left : piece.right]
    edges = cuts(runs((part > INK).any(0), 1), part.shape[1])
    return [
        _piece(alpha, piece.left + begins, piece.top, piece.left + ends, piece.low) for begins, ends in edges
    ]


def _look(alpha: NDArray[np.uint8]) -> NDArray[np.float32]:
    """What a piece looks like, whatever its size: a vector of length 1 whose mean is 0."""
    import cv2
    import numpy as np

    rim = max(1, len(alpha) // 6)  # a dash, which is ink all over, needs some ground to stand on
    padded = np.pad(alpha, ((rim, rim), (rim, rim)))
    small = np.asarray(cv2.resize(padded, _SIZE, interpolation=cv2.INTER_AREA), np.float32).ravel()
    small -= small.mean()
    return small / max(float(np.linalg.norm(small)), 1e-6)


def common(one: list[Piece], other: list[Piece]) -> Same:
    """The longest row of equal pieces that both have in this order (their longest common subsequence); wide pieces
    count for more.
    """
    import numpy as np

    alike = np.stack([each.look for each in one]) @ np.stack([each.look for each in other]).T > _ALIKE
    best = np.zeros((len(one) + 1, len(other) + 1))
    for i, mine in reversed(list(enumerate(one))):
        for j in range(len(other) - 1, -1, -1):
            skipped = max(best[i + 1, j], best[i, j + 1])
            same = alike[i, j] and _fits(mine.shape, other[j].shape)
            best[i, j] = max(skipped, best[i + 1, j + 1] + 1 + mine.shape[0] / 1000) if same else skipped
    found: Same = []
    i = j = 0
    while i < len(one) and j < len(other):
        if best[i, j] == best[i + 1, j]:
            i += 1
        elif best[i, j] == best[i, j + 1]:
            j += 1
        else:
            found.append((i, j))
            i, j = i + 1, j + 1
    return [(i, j) for i, j in found if _say_the_same(one[i], other[j])]


def _fits(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two pieces have one shape, a pixel of error in each side apart."""
    (width, height), (wide, high) = one, other
    narrow, broad = (width - 1) / (height + 1), (width + 1) / max(height - 1, 0.5)
    least, most = (wide - 1) / (high + 1), (wide + 1) / max(high - 1, 0.5)
    return narrow <= most * _ASPECT and least <= broad * _ASPECT


def _say_the_same(one: Piece, other: Piece) -> bool:
    """Whether two pieces of about one look do so letter by letter, at the size of the lower one."""
    import cv2
    import numpy as np

    small, large = sorted((one.seen, other.seen), key=len)
    if small.shape != large.shape:
        large = np.asarray(cv2.resize(large, small.shape[::-1], interpolation=cv2.INTER_AREA), np.uint8)
    return say_the_same(np.ascontiguousarray(small), np.ascontiguousarray(large))


def ends_apart(
    a: Layer, b: Layer, one: list[Piece], other: list[Piece]
) -> tuple[list[Piece], list[Piece], Same]:
    """The pieces once more, words that only begin or end alike cut in two or three, and which of them are the same.

    Scripts without gaps have sentences for words: a number at the end of one must not make all of it another one.
    """
    alphas = a.luma[..., 1].cpu().numpy(), b.luma[..., 1].cpu().numpy()
    same = common(one, other)
    first: list[Piece] = []
    second: list[Piece] = []
    found: Same = []
    for (i, j), (k, m) in pairwise([(-1, -1), *same, (len(one), len(other))]):
        mine, its = one[i + 1 : k], other[j + 1 : m]
        for x, y in zip(mine, its, strict=False):
            parts, others, equal = _ends(_letters(x, alphas[0]), _letters(y, alphas[1]), (x, y), alphas)
            found += [(len(first) + p, len(second) + q) for p, q in equal]
            first, second = first + parts, second + others
        first, second = first + mine[len(its) :], second + its[len(mine) :]
        if k < len(one):
            found.append((len(first), len(second)))
            first, second = [*first, one[k]], [*second, other[m]]
    return first, second, found


def _ends(
    one: list[Piece],
    other: list[Piece],
    words: tuple[Piece, Piece],
    alphas: tuple[NDArray[np.uint8], NDArray[np.uint8]],
) -> tuple[list[Piece], list[Piece], Same]:
    """Two words of these letters in parts: what they begin with alike, what differs, what they end with alike."""
    least = min(len(one), len(other))
    head = _alike(one, other, least)
    tail = _alike(one[::-1], other[::-1], least - head)
    head, tail = (each if each >= max(_LETTERS, _SHARE * least) else 0 for each in (head, tail))
    if not head and not tail:
        return [words[0]], [words[1]], []
    parts = [
        _joined((letters[:head], letters[head : len(letters) - tail], letters[len(letters) - tail :]), alpha)
        for letters, alpha in zip((one, other), alphas, strict=True)
    ]
    same = [(0, 0)] if head else []
    if tail:
        same.append((len(parts[0]) - 1, len(parts[1]) - 1))
    return parts[0], parts[1], same


def _joined(groups: tuple[list[Piece], ...], alpha: NDArray[np.uint8]) -> list[Piece]:
    """Each group of neighbouring letters as one piece; an empty one is none."""
    return [_piece(alpha, each[0].left, each[0].top, each[-1].right, each[0].low) for each in groups if each]


def _alike(one: list[Piece], other: list[Piece], most: int) -> int:
    """With how many equal letters two rows of them begin."""
    for place, (mine, its) in enumerate(zip(one[:most], other[:most], strict=True)):
        if float(mine.look @ its.look) <= _ALIKE or not _fits(mine.shape, its.shape):
            return place
        if not _say_the_same(mine, its):
            return place
    return most


def without_marks(one: list[Piece], same: Same) -> Same:
    """Without commas and dots that would be left alone between words that leave; the mark before a line stays."""
    shared = {i for i, _ in same}
    return [(i, j) for i, j in same if not _lonely(one, i, shared)]


def _lonely(one: list[Piece], place: int, shared: set[int]) -> bool:
    piece = one[place]
    line = [k for k, each in enumerate(one) if each.top == piece.top]
    high = max(one[k].shape[1] for k in line)
    if place == line[0] or piece.shape[0] * piece.shape[1] > _MARK * high * high:
        return False
    return not {place - 1, place + 1} & shared & set(line)
