"""Captions: the sentences of the takes as text on the screen, at most two lines at a time.

They come from the script and the takes, never from recognition, so every word is the author's. A long sentence
is told in several captions, its time shared by the number of characters.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from studio.narration import Span
from studio.timeline import Timeline

LINE_WIDTH = 42
"""Columns of a line; a CJK character takes a little more than two, so that 18 of them fill a line."""
LINES = 2
_WIDE = LINE_WIDTH / 18
_AFTER = frozenset(",;:.!?…、，。；：！？)]」』】》")


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
    """Text in lines of even length that fit; broken at spaces, in CJK between characters, best after a mark."""
    words = _words(" ".join(text.split()))
    width = sum(map(columns, words))
    count = max(1, -(-int(width) // LINE_WIDTH))
    while True:
        lines = _filled(words, width / count)
        if all(columns(line) <= LINE_WIDTH for line in lines) or count > len(words):
            return lines
        count += 1


def columns(text: str) -> float:
    """How wide a text is, in Latin characters."""
    return sum(_WIDE if unicodedata.east_asian_width(char) in "WF" else 1 for char in text.rstrip())


def _filled(words: list[str], target: float) -> list[str]:
    lines, line = [], ""
    for word in words:
        grown = columns(line + word)
        marks = bool(line) and line.rstrip()[-1:] in _AFTER
        limit = min(LINE_WIDTH, target * (1.0 if marks else 1.15) + 2)
        if line and grown > limit:
            lines.append(line.rstrip())
            line = ""
        line += word
    return [*lines, line.rstrip()] if line.strip() else lines


def _words(text: str) -> list[str]:
    """Pieces that may not be broken, each with the space after it; a closing mark stays with what it closes."""
    pieces: list[str] = []
    for char in text:
        wide = unicodedata.east_asian_width(char) in "WF"
        opens_word = not pieces or pieces[-1].endswith(" ")
        after_wide = bool(pieces) and unicodedata.east_asian_width(pieces[-1][-1]) in "WF"
        if (char == " " and pieces) or (not opens_word and (char in _AFTER or not (wide or after_wide))):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces
