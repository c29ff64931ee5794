"""Three-way merging of scripts, sentence by sentence (diff3: S. Khanna, K. Kunal, B. C. Pierce, "A Formal
Investigation of Diff3", FSTTCS 2007).

What only the deck changed comes from the deck, what only the author changed stays; where both changed the same
sentences the author's stay and the deck's are listed. A scene that was split says its share of the slide's notes,
so several scripts are merged as one and shared out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from studio.lecture import Paragraph, Script
from studio.reimport.report import Conflict
from studio.sentences import WIDE, sentences

_WORD_END = re.compile(r"\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence with its place: whether it opens a paragraph, what parts it from the next (None: it is the last).

    `part` is the index of the script it stands in.
    """

    text: str
    gap: str | None
    opens: bool
    private: bool
    part: int = 0

    @property
    def key(self) -> str:
        """What makes it the same sentence as another."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Merged:
    """The paragraphs of each part, with the author's words where both sides changed and with the deck's.

    `conflicts` are by part.
    """

    parts: tuple[tuple[Paragraph, ...], ...]
    otherwise: tuple[tuple[Paragraph, ...], ...]
    conflicts: tuple[tuple[Conflict, ...], ...]


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Units [start, stop) of the base that became [begin, end) of a side."""

    start: int
    stop: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class _Region:
    """A stretch of the base that a side changed or both did, and what the sides have there."""

    base: range
    mine: range
    theirs: range
    by_mine: bool
    by_theirs: bool


def units(scripts: Iterable[Script], language: str = "") -> tuple[Unit, ...]:
    """The sentences of scripts, one script a part. `language` (BCP 47) is that of all sides, so that they match."""
    return tuple(
        replace(unit, part=part)
        for part, script in enumerate(scripts)
        for paragraph in script.paragraphs
        for unit in _sentences_of(paragraph, language)
    )


def paragraphs(found: Iterable[Unit]) -> tuple[Paragraph, ...]:
    """The units of one part as paragraphs again; nothing private shares one with anything public."""
    made: list[Paragraph] = []
    last: Unit | None = None
    for unit in found:
        if last is None or unit.opens or unit.private != last.private:
            made.append(Paragraph(unit.text, unit.private))
        else:
            made[-1] = Paragraph(made[-1].text + _gap(last) + unit.text, unit.private)
        last = unit
    return tuple(made)


def merge(mine: Sequence[Unit], base: Sequence[Unit], theirs: Sequence[Unit], parts: int) -> Merged:
    """Merge the words of `parts` scripts with what became of the deck's notes."""
    regions = _regions(_hunks(base, mine), _hunks(base, theirs), len(base), len(mine), len(theirs))
    kept: list[Unit] = []
    otherwise: list[Unit] = []
    conflicts: list[list[Conflict]] = [[] for _ in range(parts)]
    for region in regions:
        before, here, there = (
            [side[i] for i in span]
            for side, span in ((base, region.base), (mine, region.mine), (theirs, region.theirs))
        )
        if not region.by_mine and not region.by_theirs:
            same = [_flagged(*three) for three in zip(here, before, there, strict=True)]
            kept, otherwise = kept + same, otherwise + same
            continue
        taken = _housed(there, here, before, kept)
        if not region.by_mine:
            kept, otherwise = kept + taken, otherwise + taken
        elif not region.by_theirs or [u.key for u in here] == [u.key for u in there]:
            kept, otherwise = kept + here, otherwise + here
        else:
            part = (here or taken)[0].part
            conflicts[part].append(Conflict(_told(before), _told(here), _told(there)))
            kept, otherwise = kept + here, otherwise + taken
    return Merged(_shared(kept, parts), _shared(otherwise, parts), tuple(map(tuple, conflicts)))


def _sentences_of(paragraph: Paragraph, language: str) -> Iterator[Unit]:
    """The sentences of a paragraph; put together again they are its text, blank for blank.

    One with marks for the voice in it stays whole: an end without its beginning would say something else.
    """
    text = paragraph.text
    cuts = [0] if "<" in text else _cuts(text, sentences(text, language))
    spans = list(pairwise([*cuts, len(text)])) if text else [(0, 0)]
    for number, (start, stop) in enumerate(spans):
        piece, last = text[start:stop], number == len(spans) - 1
        end = len(piece) if last else _end(piece)
        yield Unit(piece[:end], None if last else piece[end:], number == 0, paragraph.private)


def _cuts(text: str, found: Sequence[str]) -> list[int]:
    """Where sentences begin; only at the start where their letters are not those of the text."""
    solid = [i for i, character in enumerate(text) if not character.isspace()]
    sizes = [sum(not character.isspace() for character in sentence) for sentence in found]
    if sum(sizes) != len(solid):
        return [0]
    cuts, at = [0], 0
    for size in sizes[:-1]:
        at += size
        cuts.append(solid[at])
    return cuts


def _end(piece: str) -> int:
    found = _WORD_END.search(piece)
    return found.start() if found else len(piece)


def _gap(unit: Unit) -> str:
    """What parts a sentence from one that came behind it from elsewhere."""
    if unit.gap is not None:
        return unit.gap
    return "" if not unit.text or unit.text[-1] in "。！？；」』）…" or WIDE.match(unit.text[-1]) else " "


def _hunks(base: Sequence[Unit], side: Sequence[Unit]) -> list[_Hunk]:
    matcher = SequenceMatcher(None, [u.key for u in base], [u.key for u in side], autojunk=False)
    return [_Hunk(*spans) for kind, *spans in matcher.get_opcodes() if kind != "equal"]


def _regions(mine: list[_Hunk], theirs: list[_Hunk], base: int, here: int, there: int) -> Iterator[_Region]:
    """The whole base in order: stretches that nobody changed, and those that a side or both changed."""
    at = (0, 0, 0)
    for group in _groups(mine, theirs):
        start, stop = min(h.start for _, h in group), max(h.stop for _, h in group)
        own = [hunk for by_mine, hunk in group if by_mine]
        other = [hunk for by_mine, hunk in group if not by_mine]
        yield _still(at, start - at[0])
        at = (start, at[1] + start - at[0], at[2] + start - at[0])
        ends = (at[1] + _length(own, stop - start), at[2] + _length(other, stop - start))
        spans = range(start, stop), range(at[1], ends[0]), range(at[2], ends[1])
        yield _Region(*spans, bool(own), bool(other))
        at = (stop, *ends)
    assert base - at[0] == here - at[1] == there - at[2]
    yield _still(at, base - at[0])


def _still(at: tuple[int, int, int], length: int) -> _Region:
    base, mine, theirs = (range(start, start + length) for start in at)
    return _Region(base, mine, theirs, False, False)


def _length(hunks: list[_Hunk], length: int) -> int:
    """How many units a side has where the base has `length`."""
    return length + sum((h.end - h.begin) - (h.stop - h.start) for h in hunks)


def _groups(mine: list[_Hunk], theirs: list[_Hunk]) -> list[list[tuple[bool, _Hunk]]]:
    """Changes of both sides in order; those that touch the same sentences stand in one group."""
    every = [*((True, hunk) for hunk in mine), *((False, hunk) for hunk in theirs)]
    groups: list[list[tuple[bool, _Hunk]]] = []
    for by_mine, hunk in sorted(every, key=lambda pair: (pair[1].start, pair[1].stop, not pair[0])):
        if groups and any(_meet(hunk, other) for other_side, other in groups[-1] if other_side != by_mine):
            groups[-1].append((by_mine, hunk))
        else:
            groups.append([(by_mine, hunk)])
    return groups


def _meet(a: _Hunk, b: _Hunk) -> bool:
    """Whether two changes are of the same sentences, or put something into the same place.

    Something new at the very edge of a changed sentence has its place beside it.
    """
    if a.start == a.stop and b.start == b.stop:
        return a.start == b.start
    return max(a.start, b.start) < min(a.stop, b.stop) or any(
        x.start == x.stop and y.start < x.start < y.stop for x, y in ((a, b), (b, a))
    )


def _flagged(mine: Unit, base: Unit, theirs: Unit) -> Unit:
    """A sentence that nobody changed; who made or undid a paragraph there, or made it private, is heeded."""
    opens = mine.opens if mine.opens != base.opens else theirs.opens
    private = mine.private if mine.private != base.private else theirs.private
    return replace(mine, opens=opens, private=private)


def _housed(there: list[Unit], here: list[Unit], base: list[Unit], before: list[Unit]) -> list[Unit]:
    """The deck's new sentences in the part, and as private, as those they replace or follow."""
    part = here[0].part if here else before[-1].part if before else 0
    housed: list[Unit] = []
    for index, unit in enumerate(there):
        last = housed[-1] if housed else before[-1] if before else None
        follows = not unit.opens and last is not None and last.part == part
        private = last.private if follows and last and not here else _private(unit, index, there, here, base)
        housed.append(replace(unit, part=part, private=private))
    return housed


def _private(unit: Unit, index: int, there: list[Unit], here: list[Unit], base: list[Unit]) -> bool:
    """Whether a sentence of the deck is private in the place of some that the author may have made so.

    In doubt nobody hears it: that he let the old sentence be heard says nothing of the new one.
    """
    made = [mine.private and not was.private for mine, was in zip(here, base, strict=False)]
    return unit.private or (made[index] if len(there) == len(here) == len(base) else any(made))


def _told(found: list[Unit]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs(found))


def _shared(found: list[Unit], parts: int) -> tuple[tuple[Paragraph, ...], ...]:
    return tuple(paragraphs(unit for unit in found if unit.part == part) for part in range(parts))
