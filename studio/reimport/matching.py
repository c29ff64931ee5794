"""Which slide of a changed deck is which slide of the old one: by id where the content agrees, else by content.

Programs keep `p:sldId@id` while a slide is edited and moved; pasting into another deck gives a new one, and some
exports number all slides anew. So an id counts much but decides nothing alone. Pairs are taken greedily, the
surest first: when all equal slides have found each other few are left, and an optimal assignment would differ only
where slides resemble each other so much that either answer is right.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from studio.lecture import Scene, SlideVisual
from studio.titles import is_numbered

SAME = 0.6
"""So alike are two slides of different ids that are the same slide; two of one template have about 0.3."""
SAME_WITH_ID = 0.25
"""The same for two slides of one id: a slide may be rewritten nearly whole and is still itself."""
_FOR_ID = 0.3
_FOR_NEIGHBOUR = 0.05
_COMMON = 25
"""What more slides share than this says nothing about which is which."""
_FURNITURE = ("sldNum", "ftr", "dt")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\W\u3040-\u9fff\uac00-\ud7af]+")


@dataclass(frozen=True, slots=True)
class Face:
    """What a slide is recognised by."""

    slide_id: int
    drawn: str
    title: str
    words: frozenset[str]
    pictures: frozenset[str]
    shapes: frozenset[str]
    notes: frozenset[str]

    @property
    def content(self) -> tuple[Hashable, ...]:
        """All but the id: what a copy of the slide has too."""
        return self.drawn, self.title, self.words, self.pictures, self.notes

    @property
    def marks(self) -> Iterator[tuple[str, Hashable]]:
        """Single things that another slide may share."""
        yield "id", self.slide_id
        yield "title", self.title
        for kind, found in (("w", self.words), ("p", self.pictures), ("s", self.shapes), ("n", self.notes)):
            yield from ((kind, one) for one in found)


def face(scene: Scene) -> Face:
    """What the slide of an imported scene is recognised by."""
    visual = scene.visual
    assert isinstance(visual, SlideVisual)
    shown = [item for item in visual.objects if item.placeholder not in _FURNITURE]
    return Face(
        visual.slide_id,
        visual.drawn,
        "" if is_numbered(scene.title) else " ".join(scene.title.split()).casefold(),
        _words(item.text or item.alt for item in shown),
        frozenset(item.picture for item in shown if item.picture),
        frozenset(item.creation_id for item in shown if item.creation_id),
        _words(paragraph.text for paragraph in scene.script.paragraphs),
    )


def match(before: Sequence[Scene], after: Sequence[Scene]) -> dict[int, int]:
    """The slides of a deck (by index) and where they are in the changed one; those that are gone are left out."""
    old, new = [face(scene) for scene in before], [face(scene) for scene in after]
    pairs = _equal_with_id(old, new)
    pairs |= _equal_once(old, new, pairs)
    return pairs | _alike(old, new, pairs)


def likeness(a: Face, b: Face) -> float:
    """How alike two slides are, 0 … 1: a mean over what either has, the words on the slide weighing most."""
    if a.drawn == b.drawn != "" and a.title == b.title:
        return 1.0 if a.notes == b.notes else 0.95
    parts = [
        (4.0, _share(a.words, b.words)),
        (3.0, _share(a.notes, b.notes)),
        (2.0, _share(a.pictures, b.pictures)),
        (2.0, None if not a.title and not b.title else float(a.title == b.title)),
        (1.0, _share(a.shapes, b.shapes)),
    ]
    told = [(weight, share) for weight, share in parts if share is not None]
    if not told:  # two slides with nothing on them that can be read
        return 0.5
    return sum(weight * share for weight, share in told) / sum(weight for weight, _ in told)


def _share(a: frozenset[str], b: frozenset[str]) -> float | None:
    """Dice's coefficient; None where neither has anything."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else None


def _words(texts: Iterable[str]) -> frozenset[str]:
    """The words of texts in small letters; of Chinese, Japanese and Korean every two neighbouring letters."""
    found: set[str] = set()
    for text in texts:
        last = ""
        for word in _WORD.findall(text.casefold()):
            single = len(word) == 1 and ord(word) > 0x3000
            found.add(last + word if single else word)
            last = word if single else ""
    return frozenset(found)


def _equal_with_id(old: Sequence[Face], new: Sequence[Face]) -> dict[int, int]:
    ids = {each.slide_id: index for index, each in enumerate(new)}
    return {
        index: ids[each.slide_id]
        for index, each in enumerate(old)
        if each.slide_id in ids and new[ids[each.slide_id]].content == each.content
    }


def _equal_once(old: Sequence[Face], new: Sequence[Face], pairs: Mapping[int, int]) -> dict[int, int]:
    """Slides that are alone with their content on both sides, whatever their ids."""
    left = _by_content(old, pairs.keys())
    right = _by_content(new, pairs.values())
    return {
        left[content][0]: right[content][0]
        for content in left
        if len(left[content]) == 1 == len(right.get(content, ()))
    }


def _by_content(faces: Sequence[Face], taken: Collection[int]) -> dict[tuple[Hashable, ...], list[int]]:
    found: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for index, each in enumerate(faces):
        if index not in taken:
            found[each.content].append(index)
    return found


def _alike(old: Sequence[Face], new: Sequence[Face], pairs: Mapping[int, int]) -> dict[int, int]:
    """The pairs that are left, the surest first; the order of the deck decides between equals."""
    scored: list[tuple[float, int, int, int]] = []
    for a, b in _candidates(old, new, pairs):
        same_id = old[a].slide_id == new[b].slide_id
        alike = likeness(old[a], new[b])
        if alike >= (SAME_WITH_ID if same_id else SAME):
            beside = (pairs.get(a - 1, -2) == b - 1) + (pairs.get(a + 1, -2) == b + 1)
            scored.append((alike + _FOR_ID * same_id + _FOR_NEIGHBOUR * beside, -abs(a - b), a, b))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, a, b in sorted(scored, key=lambda pair: (-pair[0], -pair[1], pair[2:])):
        if a not in found and b not in taken:
            found[a] = b
            taken.add(b)
    return found


def _candidates(old: Sequence[Face], new: Sequence[Face], pairs: Mapping[int, int]) -> set[tuple[int, int]]:
    """Pairs that share what few others share: comparing all with all takes too long for large decks."""
    left = [index for index in range(len(old)) if index not in pairs]
    taken = set(pairs.values())
    right = [index for index in range(len(new)) if index not in taken]
    where: dict[tuple[str, Hashable], list[int]] = defaultdict(list)
    for index in right:
        for mark in new[index].marks:
            where[mark].append(index)
    common = Counter(mark for index in left for mark in old[index].marks)
    return {
        pair
        for index in left
        for mark in old[index].marks
        if common[mark] <= _COMMON and len(where.get(mark, ())) <= _COMMON
        for pair in product((index,), where.get(mark, ()))
    }
