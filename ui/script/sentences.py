"""Where the sentences of a script stand, paragraph by paragraph, so that a keystroke costs one paragraph only."""

from __future__ import annotations

import time
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from studio.lecture import CardVisual, Choices, Paragraph, Scene, Script
from studio.places import scripted, sentence_places
from ui.script.changes import Change, utf16

if TYPE_CHECKING:
    from studio.progress import CancelToken


@dataclass(frozen=True, slots=True)
class Sentence:
    """The UTF-16 units `start <= n < stop` of a paragraph (index from 0); `text` is what is said of them."""

    paragraph: int
    start: int
    stop: int
    text: str


def find(script: Script, cancel: CancelToken) -> tuple[Sentence, ...]:
    """The sentences of a script in the order of `studio.places.sentence_places`. Long at the first time."""
    found: list[Sentence] = []
    for index, paragraph in enumerate(script.paragraphs):
        if paragraph.private or not paragraph.text:
            continue
        cancel.check()
        found += (
            Sentence(index, start, stop, text) for start, stop, text in _of(paragraph.text, script.language)
        )
        time.sleep(0)  # the window gets its turn: Python lets one thread work at a time
    return tuple(found)


def at(sentences: tuple[Sentence, ...], paragraph: int, position: int) -> int:
    """The index of the sentence in which a place of the text lies, or of the last one before it; -1: none."""
    keys = [(sentence.paragraph, sentence.start) for sentence in sentences]
    return bisect_right(keys, (paragraph, position)) - 1


@lru_cache(maxsize=2048)
def _of(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Start, stop and words of each sentence of a paragraph. Voice and speed do not move a sentence."""
    scene = Scene("", "", CardVisual(""), Script((Paragraph(text),), language))
    said = scripted(scene, Choices()).utterances
    return tuple(
        (utf16(text, place.start), utf16(text, place.stop), utterance.text)
        for place, utterance in zip(sentence_places(scene, Choices()), said, strict=True)
    )


def moved(sentences: tuple[Sentence, ...], before: str, change: Change) -> tuple[Sentence, ...]:
    """Where the sentences stand after a change of the script, until they are found anew."""
    first, last = _place(before, change.start), _place(before, change.stop)
    added, _, tail = change.new.rpartition("\n")
    lines = added.count("\n") + 1 if "\n" in change.new else 0
    column = utf16(tail, len(tail)) + (0 if lines else first[1])

    def new(place: tuple[int, int], pushed: bool) -> tuple[int, int]:
        if place < first or (place == first and not pushed):
            return place
        if place < last:
            return first
        line = place[0] - last[0] + first[0] + lines
        return (line, place[1] - last[1] + column) if place[0] == last[0] else (line, place[1])

    found: list[Sentence] = []
    for sentence in sentences:
        before_it = (sentence.paragraph, sentence.stop) < first
        if before_it or (sentence.paragraph > last[0] and first[0] + lines == last[0]):
            found.append(sentence)
            continue
        line, start = new((sentence.paragraph, sentence.start), pushed=bool(lines))
        end_line, stop = new((sentence.paragraph, sentence.stop), pushed=False)
        found.append(replace(sentence, paragraph=line, start=start, stop=stop if end_line == line else start))
    return tuple(found)


def _place(text: str, index: int) -> tuple[int, int]:
    """Line and column (UTF-16 units) of a character."""
    begin = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, begin), utf16(text[begin:index], index - begin)
