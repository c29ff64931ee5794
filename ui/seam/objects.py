"""The objects of the two slides at a seam as one chooses among them: where each is seen, what it is called, its
partner. Pure, no widgets.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from renderers.slides.fit import fit
from studio import matching
from studio.lecture import Box, ObjectKind, SlideObject, SlideVisual
from studio.matching import Pair, matched, objects_of
from ui.language import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from renderers.profiles import Profile
    from studio.lecture import Lecture, ObjectPair, Scene, Visual
    from ui.findings import SceneFindings

translate = QCoreApplication.translate

Side = int
"""0: the slide before, 1: this one."""
_LONGEST = 40
_matched = lru_cache(maxsize=8)(matched)
"""What is found makes the same two slides be asked for again."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An object. `box` is its place in fractions of the picture that is shown (None: it is not known).

    `number` is that of its pair, from 1; 0: it has no partner. `partner` is the other's id, `why` says why they are
    one, or why it has none. `by_hand`: the author said so.
    """

    id: int
    name: str
    box: Box | None
    number: int = 0
    partner: int | None = None
    why: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Pairing:
    """The things of both slides, each list from top to bottom as a reader finds them."""

    sides: tuple[tuple[Thing, ...], tuple[Thing, ...]] = ((), ())

    by_id: tuple[dict[int, Thing], dict[int, Thing]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        both = tuple({each.id: each for each in side} for side in self.sides)
        object.__setattr__(self, "by_id", both)

    def thing(self, side: Side, number: int | None) -> Thing | None:
        """The thing with that id; None where there is none (any more)."""
        return None if number is None else self.by_id[side].get(number)

    @property
    def pairs(self) -> int:
        """How many pairs there are."""
        return sum(1 for each in self.sides[0] if each.number)


def pairing(
    before: Scene,
    scene: Scene,
    lecture: Lecture,
    found: tuple[SceneFindings, SceneFindings],
    profile: Profile,
) -> Pairing:
    """What is one with what, by the lecture as it is now and by what was found on the pages so far."""
    visuals = before.visual, scene.visual
    seen = tuple(
        _objects(visual, each, lecture, profile) for visual, each in zip(visuals, found, strict=True)
    )
    pairs = _pairs(before, scene, found[1], (frozenset(seen[0]), frozenset(seen[1])))
    said = scene.transition.pairs
    order = {pair: at for at, pair in enumerate(sorted(pairs, key=lambda p: _place(seen[0][p.first])), 1)}
    firsts = {pair.first: (order[pair], pair.second, pair.why) for pair in pairs}
    seconds = {pair.second: (order[pair], pair.first, pair.why) for pair in pairs}
    alone = frozenset(each.first for each in said), frozenset(each.second for each in said)
    return Pairing(
        (
            tuple(_things(seen[0], firsts, alone[0])),
            tuple(_things(seen[1], seconds, alone[1])),
        )
    )


_Seen = dict[int, tuple[str, Box | None]]


def _things(
    seen: _Seen, paired: dict[int, tuple[int, int, str]], said: frozenset[int | None]
) -> Iterator[Thing]:
    for number, (name, box) in sorted(seen.items(), key=lambda item: _place(item[1])):
        if number in paired:
            order, partner, why = paired[number]
            yield Thing(number, name, box, order, partner, _reasons()[why], why == matching.BY_HAND)
        else:
            by_hand = number in said
            yield Thing(number, name, box, why=_alone(by_hand), by_hand=by_hand)


def _place(seen: tuple[str, Box | None]) -> tuple[float, float]:
    box = seen[1]
    return (0.0, 0.0) if box is None else (round(box.y, 2), box.x)


def _pairs(
    before: Scene, scene: Scene, found: SceneFindings, there: tuple[frozenset[int], frozenset[int]]
) -> tuple[Pair, ...]:
    """Those by identity and by hand as the lecture is now, then what was found by look as far as it is free."""
    said = scene.transition.pairs
    pairs = list(_matched(before.visual, scene.visual, said)) or list(_by_hand(said))
    spoken = frozenset(each.first for each in said), frozenset(each.second for each in said)
    looked = () if found.checked is None else found.checked.get("pairs", ())
    for pair in (Pair(*each) for each in looked):
        taken = any(pair.first == each.first or pair.second == each.second for each in pairs)
        if not taken and pair.first not in spoken[0] and pair.second not in spoken[1]:
            pairs.append(pair)
    return tuple(pair for pair in pairs if pair.first in there[0] and pair.second in there[1])


def _by_hand(said: Iterable[ObjectPair]) -> Iterator[Pair]:
    """Where parts of pages have no other identity than their place in reading order."""
    for each in said:
        if each.first is not None and each.second is not None:
            yield Pair(each.first, each.second, matching.BY_HAND)


def _objects(visual: Visual, found: SceneFindings, lecture: Lecture, profile: Profile) -> _Seen:
    """All objects of a slide: as its page was taken apart, else as the deck places them."""
    known = {item.shape_id: item for item in objects_of(visual)}
    seen: _Seen = {}
    layers = found.layers
    if layers is not None and layers["objects"]:
        width, height = float(layers["width"]), float(layers["height"])
        for at, row in enumerate(layers["objects"], 1):
            number, kind, left, top, wide, high = row[:6]
            box = Box(left / width, top / height, wide / width, high / height)
            item = known.get(number)
            seen[number] = (_part(kind, at) if item is None else _name(item), box)
        return seen
    place = fit(lecture.width, lecture.height, profile.width, profile.height)
    for number, item in known.items():
        box = None
        if isinstance(visual, SlideVisual) and (item.box.width > 0 or item.box.height > 0):
            box = Box(
                (place.left + item.box.x * place.width) / profile.width,
                (place.top + item.box.y * place.height) / profile.height,
                item.box.width * place.width / profile.width,
                item.box.height * place.height / profile.height,
            )
        seen[number] = (_name(item), box)
    return seen


def _name(item: SlideObject) -> str:
    """What an object is called: its kind, and its words or its description or its name in the deck."""
    said = " ".join((item.text or item.alt or item.name).split())
    short = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"
    kind = words.object_kind("title" if item.placeholder in _TITLES else item.kind)
    return translate("Pairing", "{kind}: {name}").format(kind=kind, name=short) if short else kind


def _part(kind: ObjectKind, number: int) -> str:
    text = translate("Pairing", "{kind} {number}")
    return text.format(kind=words.object_kind(kind), number=number)


_TITLES = ("title", "ctrTitle")


def _reasons() -> dict[str, str]:
    return {
        matching.BY_HAND: translate("Pairing", "you said so"),
        matching.BY_NAME: translate("Pairing", "the same “!!” name"),
        matching.BY_CREATION: translate("Pairing", "the same object"),
        matching.BY_SHAPE: translate("Pairing", "the same object"),
        matching.BY_PICTURE: translate("Pairing", "the same picture"),
        matching.BY_TEXT: translate("Pairing", "the same words"),
        matching.BY_LOOK: translate("Pairing", "they look alike"),
    }


def _alone(by_hand: bool) -> str:
    if by_hand:
        return translate("Pairing", "no partner, you said so")
    return translate("Pairing", "no partner")
