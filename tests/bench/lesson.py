"""The lesson that is measured: real slides of several decks, real notes, a given number of slides and seconds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from renderers.loading import load
from renderers.workshop import Workshop
from studio.lecture import Lecture, Paragraph, Scene, Script
from studio.narration import speaking_time
from studio.sentences import sentences

DECKS = (
    "msworkshop-clean-prepare-data-python.pptx",
    "msworkshop-build-resume-website.pptx",
    "msworkshop-dev-containers-es.pptx",
    "reference-material__Great-Open-Source-Compliance-For-Everyone-Version-4.pptx",
)
"""Lectures of one shape (16:9) with many words in their notes."""
_AROUND = Fraction(3, 2)
"""Seconds of a scene in which nobody speaks: the change, and a breath before and after."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """The lesson, and what it may become: with one more sentence in its middle, with another slide there."""

    whole: Lecture
    sentence: Lecture
    slide: Lecture


def lessons(lectures: Path, workshop: Workshop, slides: int, seconds: int) -> Lessons:
    """Lessons of so many slides and about so many seconds from the decks in a folder.

    The slides come deck by deck and begin again where there are not enough; each is told as many sentences of the
    notes as it takes to last its share.
    """
    decks = [load(lectures / name, workshop)[0] for name in DECKS]
    pages = [scene for deck in decks for scene in deck.scenes if not scene.hidden]
    words = _words(decks)
    share = Fraction(seconds, slides) - _AROUND
    scenes = tuple(_told(pages[index % len(pages)], index, words, share) for index in range(slides))
    whole = Lecture("A measured lesson", "en", decks[0].width, decks[0].height, scenes=scenes)
    middle = scenes[slides // 2]
    more = (*middle.script.paragraphs, Paragraph("This was not said before."))
    reworded = replace(middle, script=replace(middle.script, paragraphs=more))
    redrawn = replace(middle, visual=pages[min(slides, len(pages) - 1)].visual)
    return Lessons(whole, _with(whole, middle, reworded), _with(whole, middle, redrawn))


def _with(lecture: Lecture, old: Scene, new: Scene) -> Lecture:
    return replace(lecture, scenes=tuple(new if scene is old else scene for scene in lecture.scenes))


def _words(decks: list[Lecture]) -> Iterator[str]:
    """Sentences without end: the English notes of all decks, again and again, each time said a little otherwise."""
    told = [
        sentence
        for deck in decks
        for scene in deck.scenes
        if scene.script.language.startswith("en")
        for sentence in sentences(scene.script.words, "en")
        if "(" not in sentence  # no direction
    ]
    turn = 0
    while True:
        for sentence in told:
            yield f"{turn}: {sentence}" if turn else sentence  # what was spoken once would cost nothing
        turn += 1


def _told(page: Scene, index: int, words: Iterator[str], seconds: Fraction) -> Scene:
    paragraphs: list[Paragraph] = []
    left = seconds
    while left > 2:
        sentence = next(words)
        paragraphs.append(Paragraph(sentence))
        left -= speaking_time(sentence)
    script = Script(tuple(paragraphs), "en")
    return replace(page, id=f"slide {index + 1}", section="", script=script, recording=None, least=None)
