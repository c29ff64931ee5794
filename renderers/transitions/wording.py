"""Text in pieces: words or letters that two texts have in common travel one by one, the others leave and come.

What of a text that travels is worded otherwise goes along with it: the old words are gone before the new ones come.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from renderers.layers.stack import Layer, Stack
from renderers.transitions.cast import HELD
from renderers.transitions.lettering import parted
from renderers.transitions.looks import Likeness, compare, equal, upright
from renderers.transitions.pieces import Piece, Same, common, ends_apart, pieces, without_marks
from renderers.transitions.poses import Pose, bounds, place_of
from studio.lecture import TextBy
from studio.matching import Pair

_MAIN = 0.35
"""From which share of a text on (by width) words that travel together are the text."""
_MOST = 600
"""A text of more pieces than that is left whole: nobody follows so many."""
_SURE, _GROWN = 8, 0.03
"""From which width in pixels on pieces tell how much a text grows; less than this share is none."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Two stacks, some of their texts in pieces, and the pairs of their objects and pieces. `whole` tells the id of
    the object that a piece is of; `carried` are words that go along with what stays of their text, or with the box
    that they stand on, by their ids on the first slide, and how.
    """

    first: Stack
    second: Stack
    pairs: tuple[Pair, ...]
    whole: dict[int, int]
    carried: dict[int, Likeness]

    def thin(self, stride: int) -> Pieces:
        """The same pieces of every `stride`-th pixel of every `stride`-th row."""
        carried = {number: like.thin(stride) for number, like in self.carried.items()}
        return replace(self, first=self.first.thin(stride), second=self.second.thin(stride), carried=carried)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Two texts in pieces, which of them are `same`, and how what is not goes along; None where it stays."""

    one: list[Piece]
    other: list[Piece]
    same: Same
    along: Likeness | None = None


def in_pieces(a: Stack, b: Stack, pairs: Iterable[Pair], by: TextBy) -> Pieces:
    """The texts of pairs that read otherwise in pieces, and boxes that differ apart from their words.

    Where text goes by object, only words that stay where they are become pieces of their own, or that go together:
    a line that is added must not make the lines above it go and come. A text that has no piece in common with its
    partner stays whole, as do texts that are turned.
    """
    work = _Work(a, b, HELD * a.ground.size[1], by)
    for pair in pairs:
        first, second = a.layer(pair.first), b.layer(pair.second)
        if first is None or second is None or equal(first, second) or not work.take(first, second, pair):
            work.pairs.append(pair)
    return Pieces(work.first, work.second, tuple(work.pairs), work.whole, work.carried)


class _Work:
    """Two stacks while their objects are taken apart. No object of a slide has a number below 0: pieces have."""

    def __init__(self, first: Stack, second: Stack, held: float, by: TextBy) -> None:
        self.first, self.second, self._held = first, second, held
        self._by: TextBy = by
        self.pairs: list[Pair] = []
        self.whole: dict[int, int] = {}
        self.carried: dict[int, Likeness] = {}
        self._numbers = count(-1, -1)

    def take(self, a: Layer, b: Layer, pair: Pair) -> bool:
        """Take a pair apart as far as that helps; False where it does not."""
        differs = compare(a, b).look == "other"
        one, other = (parted(a), parted(b)) if upright(a, b) else (None, None)
        if one and other:
            like = compare(one[1], other[1])
            if not differs and like.look != "other":
                return False
            self._take_box(a, b, (one, other), like, pair)
            return True
        if not differs:
            return False
        if one is None and other is None:
            return self._take_text(a, b, pair, None)
        mine, its = self._new(a, one or (a,)), self._new(b, other or (b,))
        self.first, self.second = _replaced(self.first, a, mine), _replaced(self.second, b, its)
        self.pairs.append(Pair(mine[0].id, its[0].id, pair.why))
        return True

    def _take_box(
        self, a: Layer, b: Layer, parts: tuple[Sequence[Layer], Sequence[Layer]], like: Likeness, pair: Pair
    ) -> None:
        """The box goes its way, its words on it go theirs; those of one slide alone go along."""
        mine, its = self._new(a, parts[0]), self._new(b, parts[1])
        self.first, self.second = _replaced(self.first, a, mine), _replaced(self.second, b, its)
        self.pairs.append(Pair(mine[0].id, its[0].id, pair.why))
        words = Pair(mine[1].id, its[1].id, pair.why)
        if like.look != "other":
            self.pairs.append(words)
        elif not self._take_text(mine[1], its[1], words, like):
            self.carried[mine[1].id] = like
            self.pairs.append(words)

    def _take_text(self, a: Layer, b: Layer, pair: Pair, on_box: Likeness | None) -> bool:
        cut = _cut(a, b, self._by, self._held)
        if cut is None:
            return False
        along = cut.along or on_box
        mine, its = [_part(a, piece) for piece in cut.one], [_part(b, piece) for piece in cut.other]
        same = cut.same
        if along is not None:
            shared = [i for i, _ in same], [j for _, j in same]
            mine, its = [mine[i] for i in shared[0]], [its[j] for j in shared[1]]
            old = _without(a, [cut.one[i] for i in shared[0]])
            new = _without(b, [cut.other[j] for j in shared[1]])
            mine, its = (
                [old or _nothing(new or a, along.turned()), *mine],
                [new or _nothing(old or b, along), *its],
            )
            same = [(place, place) for place in range(len(mine))]
        mine, its = self._new(a, mine), self._new(b, its)
        self.first, self.second = _replaced(self.first, a, mine), _replaced(self.second, b, its)
        self.pairs += [Pair(mine[i].id, its[j].id, pair.why) for i, j in same]
        if along is not None:
            self.carried[mine[0].id] = along
        return True

    def _new(self, whole: Layer, parts: Iterable[Layer]) -> list[Layer]:
        """The parts of an object under numbers of their own."""
        made = [replace(part, id=next(self._numbers)) for part in parts]
        self.whole.update((part.id, self.whole.get(whole.id, whole.id)) for part in made)
        return made


def _cut(a: Layer, b: Layer, by: TextBy, held: float) -> _Cut | None:
    if a.kind != "text" or b.kind != "text" or a.angle or b.angle:
        return None
    one, other = pieces(a, by), pieces(b, by)
    if not one or not other or max(len(one), len(other)) > _MOST:
        return None
    if by == "character":
        same = common(one, other)
        return _Cut(one, other, same) if same else None
    one, other, same = ends_apart(a, b, one, other)
    same = without_marks(one, same)
    if by == "object":
        return _together(a, b, _Cut(one, other, same), held)
    return _Cut(one, other, same) if same else None


def _together(a: Layer, b: Layer, cut: _Cut, held: float) -> _Cut | None:
    """Those of equal pieces that keep their places to each other, as the text goes as one object. Few of them that
    go elsewhere are not what one would see as the text.
    """
    if not cut.same:
        return None
    one, other = cut.one, cut.other
    grows = _grows(cut)
    ways = [
        (
            b.left + other[j].ink[0] - grows * (a.left + one[i].ink[0]),
            b.top + other[j].ink[1] - grows * (a.top + one[i].ink[1]),
        )
        for i, j in cut.same
    ]
    still = [grows == 1 and max(abs(x), abs(y)) <= held for x, y in ways]
    if any(still):
        return replace(cut, same=[pair for pair, stays in zip(cut.same, still, strict=True) if stays])
    x, y = (sorted(each)[len(ways) // 2] for each in zip(*ways, strict=True))
    kept = [
        pair
        for pair, (u, v) in zip(cut.same, ways, strict=True)
        if max(abs(u - x), abs(v - y)) <= held * max(grows, 1.0)
    ]
    share = sum(one[i].shape[0] for i, _ in kept) / min(
        sum(each.shape[0] for each in one), sum(each.shape[0] for each in other) / grows
    )
    along = Likeness("other", Pose(0.0, 0.0, 1.0, 1.0, 0.0), Pose(x, y, grows, grows, 0.0))
    return replace(cut, same=kept, along=along) if share >= _MAIN else None


def _grows(cut: _Cut) -> float:
    """How much larger a text is on the second slide; 1.0 exactly where it keeps its size."""
    sizes = sorted(
        sum(cut.other[j].shape) / sum(cut.one[i].shape)
        for i, j in cut.same
        if min(max(cut.one[i].shape), max(cut.other[j].shape)) >= _SURE
    )
    usual = sizes[len(sizes) // 2] if sizes else 1.0
    return usual if abs(usual - 1) > _GROWN else 1.0


def _replaced(stack: Stack, layer: Layer, parts: Sequence[Layer]) -> Stack:
    """The stack with a layer in parts, the lowest first."""
    place = next(place for place, each in enumerate(stack.layers) if each is layer)
    return replace(stack, layers=(*stack.layers[:place], *parts, *stack.layers[place + 1 :]))


def _part(layer: Layer, piece: Piece) -> Layer:
    luma = layer.luma[piece.top : piece.low, piece.left : piece.right].contiguous()
    halves = (slice(piece.top // 2, piece.low // 2), slice(piece.left // 2, piece.right // 2))
    place = {"left": layer.left + piece.left, "top": layer.top + piece.top}
    return replace(layer, luma=luma, chroma=layer.chroma[halves].contiguous(), **place)


def _without(layer: Layer, gone: Iterable[Piece]) -> Layer | None:
    """What is left of a text without pieces of it; None where that is nothing."""
    luma, chroma = layer.luma.clone(), layer.chroma.clone()
    for piece in gone:
        luma[piece.top : piece.low, piece.left : piece.right] = 0
        chroma[piece.top // 2 : piece.low // 2, piece.left // 2 : piece.right // 2] = 0
    return replace(layer, luma=luma, chroma=chroma) if bool(luma[..., 1].any()) else None


def _nothing(partner: Layer, like: Likeness) -> Layer:
    """A layer on which nothing is seen, for words that come or leave on their way: where `like` brings them."""
    left, top, _, _ = bounds(place_of(partner), like.first.moved(like.second))
    place = {"left": 2 * round(left / 2), "top": 2 * round(top / 2)}
    return replace(partner.map(lambda plane: plane.new_zeros(plane.shape)), **place)
