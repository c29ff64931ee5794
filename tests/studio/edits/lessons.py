"""Small lectures to be edited, and what an edit must never do to them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from studio.errors import EditError
from studio.lecture import Asset, CardVisual, Lecture, Paragraph, Recording, Scene, Script
from studio.narration import Span, Take
from studio.places import scripted


def scene(name: str, words: str = "", section: str = "", language: str = "en") -> Scene:
    paragraphs = tuple(Paragraph(line) for line in words.split("\n")) if words else ()
    return Scene(name, name.title(), CardVisual(name), Script(paragraphs, language), section=section)


def lesson(*scenes: Scene | str) -> Lecture:
    return Lecture("Lesson", "en", scenes=tuple(scene(s) if isinstance(s, str) else s for s in scenes))


def ids(lecture: Lecture) -> str:
    return " ".join(each.id for each in lecture.scenes)


def sections(lecture: Lecture) -> str:
    return " ".join(f"{each.id}:{each.section}" for each in lecture.scenes)


def recording(name: str = "me.wav", start: int = 0, end: int = 0) -> Recording:
    digest = name.encode().hex().ljust(64, "0")[:64]
    return Recording(Asset(digest, name, "audio/wav", 9), Fraction(start), Fraction(end))


def take(each: Scene, lecture: Lecture) -> Take:
    """A take in which every sentence lasts two seconds, with a second of silence before it."""
    said = scripted(each, lecture.choices).utterances
    spans = tuple(Span(u, Fraction(3 * i + 1), Fraction(3 * i + 3)) for i, u in enumerate(said))
    return Take(Fraction(3 * len(said) + 1), spans)


def heard(lecture: Lecture) -> list[tuple[str, str, float]]:
    """Every sentence of the lecture, its voice and its speed."""
    return [
        (u.text, u.voice, u.speed)
        for each in lecture.scenes
        for u in scripted(each, lecture.choices).utterances
    ]


def refused(edit: Callable[[], object]) -> str:
    """The sentence with which an edit is refused."""
    with pytest.raises(EditError) as caught:
        edit()
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert sentence[0].isupper() or sentence[0] == "“"
    return sentence
