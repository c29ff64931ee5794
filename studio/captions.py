"""Captions: the sentences of the takes as text on the screen, at most two lines at a time.

They come from the script and the takes, never from recognition, so every word is the author's. A long sentence
is told in several captions, its time shared by the number of characters; they part at its commas where they can.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from studio.narration import Span
from studio.timeline import Timeline

LINE_WIDTH = 42
"""Columns of a line; a CJK character takes a little more than two, so that 18 of them fill a line."""
LINES = 2
SHORTEST = Fraction(1)
"""Seconds that a caption stays at least, where the next one leaves the time: "No." is heard in a third of it."""
_NARROW, _WIDE = 3, 7
"""Widths in thirds of a column, so that 18 wide characters are exactly a line."""
_FULL = LINE_WIDTH * _NARROW
_PARTED = 12_000
"""What it costs to part captions where no mark is, against the square of what a line is short of full."""
_PHRASE, _CHARACTERS, _WORD = 1500, 5000, 12_000
"""What a break costs where a phrase may end, between two ideographs, and inside a word."""
_AFTER = frozenset(",;:.!?…、，。；：！？)]」』】》）")
_BEFORE = frozenset("([「『【《（")
_NEVER_FIRST = frozenset("ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々゛゜・")
"""No line begins with one of these (Requirements for Japanese Text Layout, 3.1.7)."""
_ENDING, _OPENING = frozenset("的了著着過过得"), frozenset("和與与或但而把被從从對对在是就也都")
"""Chinese words of one character after which, and before which, a phrase may be parted."""
_PLAIN_WORD = re.compile(r"[^ ]+ ?")
_TIED = re.compile(r" [,;:.!?)\]}]|[(\[{] ")
"""ASCII text in which a mark stands apart from the word that it belongs to."""
_COMBINING = frozenset(("Mn", "Mc", "Me", "Cf"))
_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class Caption:
    """Text on the screen from `start` to `end` (seconds of the video, half-open)."""

    start: Fraction
    end: Fraction
    lines: tuple[str, ...]


def captions(timeline: Timeline) -> tuple[Caption, ...]:
    """The captions of a whole video, in order, never overlapping."""
    found: list[Caption] = []
    for clip in timeline.clips:
        heard = clip.heard(timeline.rate)
        told = [caption for span in clip.take.spans for caption in _told(span, heard)]
        end = max((caption.end for caption in told), default=heard)
        found += _lasting(told, max(end, Fraction(clip.frames.stop) / timeline.rate))
    return tuple(found)


def _lasting(told: list[Caption], end: Fraction) -> Iterator[Caption]:
    """The captions of a scene that ends at `end` (seconds), short ones for as long as there is time."""
    limits = [*(caption.start for caption in told[1:]), end]
    for caption, limit in zip(told, limits, strict=False):
        yield replace(caption, end=max(caption.end, min(caption.start + SHORTEST, limit)))


def _told(span: Span, heard: Fraction) -> list[Caption]:
    groups = parted(span.utterance.text)
    total = sum(map(_weight, groups))
    length, start = span.end - span.start, heard + span.start
    told: list[Caption] = []
    for group in groups:
        end = start + length * _weight(group) / total
        told.append(Caption(start, end, group))
        start = end
    return told


def _weight(lines: tuple[str, ...]) -> int:
    return max(1, sum(map(len, lines)))


def wrap(text: str) -> list[str]:
    """The lines of the captions of a text, one after the other; see `parted`."""
    return [line for lines in parted(text) for line in lines]


def parted(text: str) -> list[tuple[str, ...]]:
    """Text in as few captions as hold it, in lines of even length. Captions and lines break best after a mark,
    else where a phrase may end; only a word longer than a line is broken inside.
    """
    words = _words(" ".join(text.split()))
    widths = [_width(word) for word in words]
    japanese = any(map(_is_hiragana, text))
    breaks = [0, *(_break(one, other, japanese) for one, other in pairwise(words))]
    best: list[list[_Way]] = [[(0, 0, 0, 0)]]
    """For the first n words: the best way in which the last line is the first, second … of its caption."""
    for stop in range(1, len(words) + 1):
        best.append(_ways(words, widths, breaks, stop, best))
    told: list[list[str]] = []
    stop, at = len(words), min(range(len(best[-1])), key=best[-1].__getitem__)
    fresh = True
    while stop:
        _, _, start, before = best[stop][at]
        line = "".join(words[start:stop]).rstrip()
        if fresh:
            told.insert(0, [])
        told[0].insert(0, line)
        fresh = at == 0
        stop, at = start, before
    return [tuple(lines) for lines in told]


def columns(text: str) -> float:
    """How wide a text is, in Latin characters."""
    return _width(text.rstrip()) / _NARROW


_Way = tuple[int, int, int, int]
"""A way to set some words: captions, cost, where its last line begins, and which way goes before that.

A plain tuple, and the better one is the smaller: an hour of speech has hundreds of thousands of them.
"""


def _ways(
    words: list[str], widths: list[int], breaks: list[int], stop: int, best: list[list[_Way]]
) -> list[_Way]:
    """The best ways to end a line before word `stop`, one for each line of a caption that it can be."""
    never: _Way = (len(words) + 1, 0, 0, 0)
    found: list[_Way] = [never] * LINES
    width = _width(words[stop - 1].rstrip()) - widths[stop - 1]
    for start in range(stop - 1, -1, -1):
        width += widths[start]
        if width > _FULL:
            break
        cost = (_FULL - width) ** 2 + breaks[start]
        parting = cost + (_PARTED if breaks[start] else 0)
        for before, (captions_before, cost_before, _, _) in enumerate(best[start]):
            new = (captions_before + 1, cost_before + parting, start, before)
            if new < found[0]:
                found[0] = new
            if start and before + 1 < LINES:
                more = (captions_before, cost_before + cost, start, before)
                if more < found[before + 1]:
                    found[before + 1] = more
    return found


def _break(one: str, other: str, japanese: bool) -> int:
    """What it costs to break between two pieces of a text; nothing after a mark."""
    last, first = one.rstrip()[-1], other[0]
    if last in _AFTER:
        return 0
    if one[-1] == " ":
        return _PHRASE
    if japanese and _is_hiragana(last) != _is_hiragana(first):
        return _PHRASE if _is_hiragana(last) else _WORD  # a particle ends a phrase, and belongs to its noun
    if not japanese and (last in _ENDING or first in _OPENING):
        return _PHRASE
    return _WORD if _is_kana(last) and _is_kana(first) else _CHARACTERS


def _is_hiragana(char: str) -> bool:
    return "\u3041" <= char <= "\u309f"


def _is_kana(char: str) -> bool:
    return "\u3041" <= char <= "\u30ff"


def _width(text: str) -> int:
    if text.isascii():
        return len(text) * _NARROW
    return sum(_WIDE if _is_wide(char) else _NARROW for char in text)


@lru_cache(maxsize=4096)
def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _words(text: str) -> list[str]:
    """Pieces that may not be broken, each with the space after it; marks stay with what they open or close."""
    if text.isascii() and not _TIED.search(text):
        return [part for piece in _PLAIN_WORD.findall(text) for part in _that_fit(piece)]
    pieces: list[str] = []
    for char in text:
        if pieces and _belongs_to(pieces[-1][-1], char):
            pieces[-1] += char
        else:
            pieces.append(char)
    return [part for piece in pieces for part in _that_fit(piece)]


def _belongs_to(last: str, char: str) -> bool:
    if char == " " or char in _AFTER or char in _NEVER_FIRST or last in _BEFORE or last == _JOINER:
        return True
    if unicodedata.category(char) in _COMBINING:
        return True
    return last != " " and not (_is_wide(char) or _is_wide(last))


def _that_fit(piece: str) -> Iterator[str]:
    """A piece, broken only where it is longer than a line."""
    if _width(piece.rstrip()) <= _FULL:
        yield piece
        return
    start, width = 0, 0
    for index, char in enumerate(piece):
        width += _width(char)
        if width > _FULL and char != " ":
            yield piece[start:index]
            start, width = index, _width(char)
    yield piece[start:]
