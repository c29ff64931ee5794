"""Where the sentences of a script stand, paragraph by paragraph, so that a keystroke costs one paragraph only."""

from __future__ import annotations

import time
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

from studio.lecture import CardVisual, Choices, Paragraph, Scene, Script
from studio.places import scripted, sentence_places
from studio.progress import CancelToken
from ui.script.changes import Change, utf16


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
    """About where the sentences stand after a change of the script, until they are found anew."""
    line = before.count("\n", 0, change.start)
    begin = before.rfind("\n", 0, change.start) + 1
    lines = change.new.count("\n") - before.count("\n", change.start, change.stop)
    at_unit = utf16(before[begin : change.start], change.start - begin)
    gone = before[change.start : change.stop]
    shift = utf16(change.new, len(change.new)) - utf16(gone, len(gone))

    def new(sentence: Sentence) -> Sentence:
        if sentence.paragraph > line:
            return replace(sentence, paragraph=max(line, sentence.paragraph + lines))
        if sentence.paragraph < line or lines or sentence.stop <= at_unit:
            return sentence
        start = sentence.start if sentence.start <= at_unit else max(at_unit, sentence.start + shift)
        return replace(sentence, start=start, stop=max(start, sentence.stop + shift))

    return tuple(new(sentence) for sentence in sentences)
