"""Which objects of two neighbouring slides are one, as far as their identity tells: names, ids, pictures, words.

The order is that of PowerPoint's Morph, then of what an eye would say: the author's pairs, equal names that begin
with "!!", equal creation ids, equal shape ids and names, equal pictures and words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from math import hypot, inf

from studio.coherence import words_in_common
from studio.lecture import Box, CardVisual, ObjectKind, ObjectPair, SlideObject, SlideVisual, Visual

BY_HAND, BY_NAME, BY_CREATION, BY_SHAPE = "by hand", "!! name", "creation id", "shape id and name"
BY_PICTURE, BY_TEXT, BY_LOOK = "same picture", "same text", "look"

SIMILAR_WORDS = 0.3
"""Two texts that share so many of their words (Jaccard) may be one text that was edited."""
SIMILAR_SIZE, SIMILAR_PLACE = 1.5, 0.12
"""Objects that hold other things may be one where neither side grows by more than this factor, and where their
centres are not farther apart than this (fractions of the slide)."""

FACING, FACING_SIZE = 0.1, 1.5
"""Two pictures face each other when their centres are not farther apart than this share of the frame's width, and
neither side of one is longer than so many times that of the other."""

_LIKE: dict[ObjectKind, str] = {"shape": "text", "media": "picture"}
"""Kinds that turn into each other: a shape becomes a text as soon as somebody writes into it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Object `first` of the slide before and `second` of this one are one; `why` names what says so."""

    first: int
    second: int
    why: str


def objects_of(visual: Visual) -> tuple[SlideObject, ...]:
    """The objects that may move by themselves, from the lowest to the highest; a group is one and says what its
    members say.

    A card's heading is 1 and its points 2, 3, …, without places (they are set when it is painted). A page that is
    drawn already has none here: its parts are found by looking at it.
    """
    if isinstance(visual, CardVisual):
        texts = (visual.heading, *(point.text for point in visual.points))
        return tuple(_line(number, text) for number, text in enumerate(texts, 1) if text.strip())
    if not isinstance(visual, SlideVisual) or visual.page is not None:
        return ()
    top = [_whole(item, visual.objects) for item in visual.objects if not item.inside]
    counted = Counter(item.shape_id for item in top)
    return tuple(item for item in top if item.shape_id and counted[item.shape_id] == 1)


def facing(a: tuple[float, ...], b: tuple[float, ...], width: float) -> bool:
    """Whether two pictures at (left, top, width, height) face each other on slides so wide (any one unit)."""
    apart = hypot(a[0] + a[2] / 2 - b[0] - b[2] / 2, a[1] + a[3] / 2 - b[1] - b[3] / 2)
    alike = all(max(sides) <= FACING_SIZE * min(sides) for sides in zip(a[2:], b[2:], strict=True))
    return apart <= FACING * width and alike


def _whole(item: SlideObject, objects: tuple[SlideObject, ...]) -> SlideObject:
    if item.kind != "group":
        return item
    held = {item.shape_id}
    for each in objects:  # in drawing order: groups stand before what they hold
        if each.inside in held:
            held.add(each.shape_id)
    said = [each.text for each in objects if each.inside in held and each.text]
    return replace(item, text="\n".join(said))


def _line(number: int, text: str) -> SlideObject:
    name = "Heading" if number == 1 else "Point"
    return SlideObject(
        number, name, "text", Box(0, 0, 0, 0), text, placeholder="title" if number == 1 else "body"
    )


def matched(before: Visual, after: Visual, by_hand: tuple[ObjectPair, ...] = ()) -> tuple[Pair, ...]:
    """The pairs that identity decides, in the order of this slide's objects. No object stands in two."""
    search = _Search(list(objects_of(before)), list(objects_of(after)))
    search.take_by_hand(by_hand)
    search.take(BY_NAME, _morph_name, _one_kind)
    search.drop(_morph_name)
    search.take(BY_CREATION, lambda item: item.creation_id, _one_kind)
    if not (isinstance(before, CardVisual) or isinstance(after, CardVisual)):  # those number their lines
        search.take(BY_SHAPE, _identity, _plausible(search))
    search.take(BY_PICTURE, lambda item: item.picture, _one_kind)
    search.take(BY_TEXT, _text, _one_kind)
    order = {item.shape_id: at for at, item in enumerate(objects_of(after))}
    return tuple(sorted(search.pairs, key=lambda pair: order[pair.second]))


def kept_apart(before: Visual, after: Visual, by_hand: tuple[ObjectPair, ...] = ()) -> tuple[ObjectPair, ...]:
    """`by_hand`, and every object without a partner whose "!!" name forbids to look for one."""
    pairs = matched(before, after, by_hand)
    paired = {pair.first for pair in pairs}, {pair.second for pair in pairs}
    named = (
        tuple(
            item.shape_id for item in objects_of(visual) if _morph_name(item) and item.shape_id not in taken
        )
        for visual, taken in zip((before, after), paired, strict=True)
    )
    gone, new = named
    return (*by_hand, *(ObjectPair(each, None) for each in gone), *(ObjectPair(None, each) for each in new))


def compatible(first: ObjectKind, second: ObjectKind) -> bool:
    """Whether objects of these kinds can be one at all."""
    return _LIKE.get(first, first) == _LIKE.get(second, second)


@dataclass(slots=True)
class _Search:
    """What is not paired yet of both slides, and the pairs found."""

    before: list[SlideObject]
    after: list[SlideObject]
    pairs: list[Pair] = field(default_factory=list[Pair])

    def take_by_hand(self, by_hand: tuple[ObjectPair, ...]) -> None:
        """The author's pairs as far as both objects are there; what he unpaired takes no part any more."""
        old = {item.shape_id: item for item in self.before}
        new = {item.shape_id: item for item in self.after}
        for each in by_hand:
            first = None if each.first is None else old.pop(each.first, None)
            second = None if each.second is None else new.pop(each.second, None)
            if first is not None and second is not None:
                self.pairs.append(Pair(first.shape_id, second.shape_id, BY_HAND))
            elif (
                each.first is not None and each.second is not None
            ):  # its partner is gone: as if never paired
                old.update({} if first is None else {first.shape_id: first})
                new.update({} if second is None else {second.shape_id: second})
        self.before = [item for item in self.before if item.shape_id in old]
        self.after = [item for item in self.after if item.shape_id in new]

    def take(
        self,
        why: str,
        key: Callable[[SlideObject], Hashable],
        fits: Callable[[SlideObject, SlideObject], bool],
    ) -> None:
        """Pair what has an equal key (None and "": none) and fits, the nearest first."""
        known: dict[Hashable, list[SlideObject]] = {}
        for item in self.before:
            if key(item):
                known.setdefault(key(item), []).append(item)
        both = [(a, b) for b in self.after for a in known.get(key(b), ()) if fits(a, b)]
        for a, b in sorted(both, key=lambda pair: apart(*pair)):
            if a in self.before and b in self.after:
                self.pairs.append(Pair(a.shape_id, b.shape_id, why))
                self.before.remove(a)
                self.after.remove(b)

    def drop(self, key: Callable[[SlideObject], Hashable]) -> None:
        """Objects that still have this key find no partner."""
        self.before = [item for item in self.before if not key(item)]
        self.after = [item for item in self.after if not key(item)]


def apart(a: SlideObject, b: SlideObject) -> float:
    """How far apart two objects' centres are, in slide widths and heights; infinite where one has no place."""
    if not (_placed(a.box) and _placed(b.box)):
        return inf if _placed(a.box) != _placed(b.box) else 0.0
    across = a.box.x + a.box.width / 2 - b.box.x - b.box.width / 2
    return hypot(across, a.box.y + a.box.height / 2 - b.box.y - b.box.height / 2)


def _placed(box: Box) -> bool:
    return box.width > 0 or box.height > 0


def _morph_name(item: SlideObject) -> str | None:
    return item.name if item.name.startswith("!!") and len(item.name) > len("!!") else None


def _identity(item: SlideObject) -> Hashable:
    return (item.shape_id, item.name) if item.name else None


def _text(item: SlideObject) -> str:
    return " ".join(item.text.split())


def _one_kind(a: SlideObject, b: SlideObject) -> bool:
    return compatible(a.kind, b.kind)


def _plausible(search: _Search) -> Callable[[SlideObject, SlideObject], bool]:
    """Whether equal ids and names are no accident: programs number the objects of every slide alike.

    Placeholders of one type are one; so is what holds the same. What holds something else has to resemble it,
    and neither may have its double elsewhere on the other slide.
    """
    old, new = _contents(search.before), _contents(search.after)

    def fits(a: SlideObject, b: SlideObject) -> bool:
        if not _one_kind(a, b) or a.placeholder != b.placeholder:
            return False
        if not (_says(a) or _says(b)):
            return _one_size(a, b)
        if _content(a) == _content(b):
            return True
        if _content(a) in new or _content(b) in old:
            return False
        edited = words_in_common(a.text, b.text) >= SIMILAR_WORDS
        return edited or a.placeholder is not None or (_one_size(a, b) and apart(a, b) <= SIMILAR_PLACE)

    return fits


def _contents(items: Iterable[SlideObject]) -> frozenset[Hashable]:
    return frozenset(_content(item) for item in items if _says(item))


def _says(item: SlideObject) -> bool:
    return bool(item.picture or item.text.strip())


def _content(item: SlideObject) -> Hashable:
    return (_LIKE.get(item.kind, item.kind), item.picture, _text(item))


def _one_size(a: SlideObject, b: SlideObject) -> bool:
    sides = ((a.box.width, b.box.width), (a.box.height, b.box.height))
    return all(max(pair) <= SIMILAR_SIZE * min(pair) + 0.02 for pair in sides)
