"""Captions: the sentences of the takes as text on the screen, at most two lines at a time.

They come from the script and the takes, never from recognition, so every word is the author's. A long sentence
is told in several captions, its time shared by the number of characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from studio.narration import Span
from studio.timeline import Timeline

LINE_WIDTH = 42
"""Columns of a line; a CJK character takes a little more than two, so that 18 of them fill a line."""
LINES = 2
_NARROW, _WIDE = 3, 7
"""Widths in thirds of a column, so that 18 wide characters are exactly a line."""
_FULL = LINE_WIDTH * _NARROW
_UNMARKED = 1500
"""What a break inside a phrase costs, against the square of what a line is short of full."""
_AFTER = frozenset(",;:.!?…、，。；：！？)]」』】》）")
_BEFORE = frozenset("([「『【《（")
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
        for span in clip.take.spans:
            found += _told(span, heard)
    return tuple(found)


def _told(span: Span, heard: Fraction) -> list[Caption]:
    lines = wrap(span.utterance.text)
    groups = [tuple(lines[at : at + LINES]) for at in range(0, len(lines), LINES)]
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
    """Text in as few lines as hold it, of even length; broken at spaces, in CJK between characters, best after
    a mark. Only a word longer than a line is broken inside.
    """
    words = _words(" ".join(text.split()))
    widths = [_width(word) for word in words]
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    """For the first n words: lines needed, their raggedness, and where the last of them begins."""
    for stop in range(1, len(words) + 1):
        best.append(min(_last_lines(words, widths, stop, best)))
    lines: list[str] = []
    stop = len(words)
    while stop:
        start = best[stop][2]
        lines.insert(0, "".join(words[start:stop]).rstrip())
        stop = start
    return lines


def columns(text: str) -> float:
    """How wide a text is, in Latin characters."""
    return _width(text.rstrip()) / _NARROW


def _last_lines(
    words: list[str], widths: list[int], stop: int, best: list[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Every way to end a line before word `stop`: what it costs with the lines above it."""
    width = _width(words[stop - 1].rstrip()) - widths[stop - 1]
    free = stop == len(words) or words[stop - 1].rstrip()[-1] in _AFTER
    for start in range(stop - 1, -1, -1):
        width += widths[start]
        if width > _FULL:
            return
        lines, ragged, _ = best[start]
        yield lines + 1, ragged + (_FULL - width) ** 2 + (0 if free else _UNMARKED), start


def _width(text: str) -> int:
    return sum(_WIDE if _is_wide(char) else _NARROW for char in text)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _words(text: str) -> list[str]:
    """Pieces that may not be broken, each with the space after it; marks stay with what they open or close."""
    pieces: list[str] = []
    for char in text:
        if pieces and _belongs_to(pieces[-1][-1], char):
            pieces[-1] += char
        else:
            pieces.append(char)
    return [part for piece in pieces for part in _that_fit(piece)]


def _belongs_to(last: str, char: str) -> bool:
    if char == " " or char in _AFTER or last in _BEFORE or last == _JOINER:
        return True
    if unicodedata.category(char) in _COMBINING:
        return True
    return last != " " and not (_is_wide(char) or _is_wide(last))


def _that_fit(piece: str) -> Iterator[str]:
    """A piece, broken only where it is longer than a line."""
    start, width = 0, 0
    for index, char in enumerate(piece):
        width += _width(char)
        if width > _FULL and char != " ":
            yield piece[start:index]
            start, width = index, _width(char)
    yield piece[start:]
