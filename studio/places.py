"""Where each spoken sentence stands in the text of a script, for splitting it and for showing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from studio.directions import Words, parts
from studio.lecture import Choices, Scene
from studio.narration import Narration, narrate

_SPECIAL = re.compile(r"[&<>\"'\xa0]")
_DIRECTED = re.compile(r"[(（<]")


@dataclass(frozen=True, slots=True)
class Place:
    """The characters `start <= n < stop` of a paragraph (index from 0). An empty place: not found."""

    paragraph: int
    start: int
    stop: int


def scripted(scene: Scene, choices: Choices) -> Narration:
    """What is heard from the script alone: nothing is read from the slide in its stead."""
    return narrate(replace(scene, unscripted="skip", recording=None), choices)


def sentence_places(scene: Scene, choices: Choices) -> tuple[Place, ...]:
    """Where each utterance of `scripted` stands, in order; none overlaps the one before."""
    found: list[Place] = []
    for utterance in scripted(scene, choices).utterances:
        paragraph = utterance.paragraph
        start = found[-1].stop if found and found[-1].paragraph == paragraph else 0
        found.append(_place(utterance.text, scene.script.paragraphs[paragraph].text, paragraph, start))
    return tuple(found)


def _place(sentence: str, text: str, paragraph: int, start: int) -> Place:
    for match in _pattern(sentence).finditer(text, start):
        if _is_words(text, match.start()):
            return Place(paragraph, *match.span())
    return Place(paragraph, start, start)


def _pattern(sentence: str) -> re.Pattern[str]:
    """The sentence as the author may have written it: other blanks, characters as entities of SSML."""
    return re.compile(r"(?:\s|&nbsp;)*".join("".join(map(_written, word)) for word in sentence.split()))


def _written(character: str) -> str:
    plain = re.escape(character)
    return rf"(?:{plain}|&#?\w+;)" if _SPECIAL.match(character) else plain


def _is_words(text: str, at: int) -> bool:
    """Whether a position lies between words, not inside a direction: nothing else is heard if it is cut there."""
    if not _DIRECTED.search(text):
        return True
    return [*_heard(text[:at]), *_heard(text[at:])] == [*_heard(text)]


def _heard(text: str) -> Iterator[str]:
    for part in parts(text):
        if isinstance(part, Words):
            yield from filter(str.isalnum, part.text)
