"""From a script to what is spoken: utterances, pauses, and where each stands in a take.

A `Narration` says what shall be heard; a `Take` says when, from measured lengths where there are any and
from estimates (marked so) where there are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from studio.directions import (
    PARAGRAPH_PAUSE,
    SENTENCE_PAUSE,
    Halt,
    LeastLength,
    SpeedChange,
    VoiceChange,
    Words,
    parts,
)
from studio.languages import language_of, primary
from studio.lecture import CardVisual, Choices, Paragraph, PictureVisual, Scene, Script
from studio.respelling import respelled, speaks
from studio.sentences import sentences


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence. `text` is shown as a caption, `spoken` is what the voice gets (respellings applied).

    `language` is a BCP 47 tag; `voice` is a voice id or "" (choose by language); `speed` is 1.0 for normal.
    `paragraph` is the index in the script.
    """

    text: str
    spoken: str
    language: str
    voice: str = ""
    speed: float = 1.0
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence between utterances, in seconds."""

    seconds: Fraction


@dataclass(frozen=True, slots=True)
class Narration:
    """What is heard in one scene, in order; `least` is the shortest length asked for in the script."""

    items: tuple[Utterance | Pause, ...] = ()
    least: Fraction | None = None

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The sentences alone, in order."""
        return tuple(item for item in self.items if isinstance(item, Utterance))


@dataclass(frozen=True, slots=True)
class Span:
    """When a sentence is heard: seconds from the start of its take, half-open."""

    utterance: Utterance
    start: Fraction
    end: Fraction


@dataclass(frozen=True, slots=True)
class Take:
    """One voiced narration: its length in seconds and when each sentence is heard.

    `measured` is False while any length in it is an estimate.
    """

    length: Fraction = Fraction(0)
    spans: tuple[Span, ...] = ()
    measured: bool = True


def narrate(scene: Scene, choices: Choices) -> Narration:
    """What is heard in a scene: its public words sentence by sentence, with pauses.

    A scene without words or recording follows `unscripted` of the scene or the lecture: "read" speaks title and
    points; otherwise nothing is heard, and the timeline says how long it stays or that it is left out.
    """
    narration = _narrated(scene.script, choices)
    if narration.utterances or scene.recording is not None:
        return narration
    if (scene.unscripted or choices.unscripted) == "read":
        read = _narrated(words_of(scene), choices)
        if read.utterances:
            return replace(read, least=narration.least)
    return narration


def words_of(scene: Scene) -> Script:
    """What can be read out from the picture of a scene: its title, then its points, one a paragraph.

    Of a page of a PDF it is all its text. Of a slide these are the title and the body placeholders in reading
    order; where it has no such text, its other text from top to bottom. Footers, dates and numbers are left out.
    """
    visual = scene.visual
    if isinstance(visual, CardVisual):
        lines = [visual.heading, *(point.text for point in visual.points)]
    elif isinstance(visual, PictureVisual):
        lines = visual.text.split("\n")
    else:
        objects = [o for o in visual.objects if o.text.strip() and o.placeholder not in _FURNITURE]
        titles = [o for o in objects if o.placeholder in _TITLES]
        points = [o for o in objects if o.placeholder is not None and o.placeholder not in _TITLES]
        rest = points or [o for o in objects if o.placeholder is None]
        ordered = titles + sorted(rest, key=lambda o: (round(o.box.y, 2), o.box.x))
        lines = [line for o in ordered for line in re.split(r"[\n\v]", o.text)]
    paragraphs = tuple(Paragraph(" ".join(line.split())) for line in lines if line.strip())
    return Script(paragraphs, scene.script.language)


def estimate(utterance: Utterance) -> Fraction:
    """About how many seconds a voice needs for a sentence, from its characters and its speed."""
    return speaking_time(utterance.spoken) / Fraction(utterance.speed).limit_denominator(100)


def speaking_time(text: str) -> Fraction:
    """Seconds a voice needs for a text at normal speed, from its characters.

    Calibrated on espeak-ng at 160 words a minute, on the notes of real lectures.
    """
    seconds = sum((per * len(found.findall(text)) for found, per in _PACES), Fraction(0))
    return max(seconds, _SHORTEST)


def lay_out(narration: Narration, lengths: Mapping[Utterance, Fraction]) -> Take:
    """When each sentence is heard, from the measured `lengths` (seconds) and from estimates for the others.

    `least` is not part of a take: how long the picture stays is for the timeline to say.
    """
    now = Fraction(0)
    spans: list[Span] = []
    measured = True
    for item in narration.items:
        if isinstance(item, Pause):
            now += item.seconds
            continue
        length = lengths.get(item)
        measured = measured and length is not None
        end = now + (estimate(item) if length is None else length)
        spans.append(Span(item, now, end))
        now = end
    return Take(now, tuple(spans), measured)


_FURNITURE = ("ftr", "footer", "dt", "date", "sldNum", "slide_number", "hdr", "header")
_TITLES = ("title", "ctrTitle", "center_title", "vertical_title")
_PACES = (
    (re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"), Fraction(7, 25)),  # ideographs
    (re.compile(r"[\u3040-\u30ff]"), Fraction(1, 7)),  # kana
    (re.compile(r"[\u1100-\u11ff\uac00-\ud7af]"), Fraction(1, 5)),  # Hangul
    (re.compile(r"[\u0590-\u07ff]"), Fraction(1, 8)),  # Hebrew, Arabic: vowels are not written
    (re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]"), Fraction(1, 9)),  # Thai, Burmese, Khmer
    (
        re.compile(r"[^\W\d_\u0590-\u07ff\u0e00-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\uffef]"),
        Fraction(1, 14),
    ),
    (
        re.compile(r"[\u0900-\u0d7f]"),
        Fraction(1, 23),
    ),  # the vowel signs of India, and a little for each letter
    (re.compile(r"\d"), Fraction(2, 5)),
    (re.compile(r"[A-Z](?=[A-Z])"), Fraction(1, 4)),  # abbreviations are spelt
    (re.compile(r"[,;:—–،؛，、；：]"), Fraction(2, 5)),
)
"""Seconds for each character of a kind."""
_SHORTEST = Fraction(3, 10)


@lru_cache(maxsize=2048)  # an editor asks for the same few hundred scripts after every edit
def _narrated(script: Script, choices: Choices) -> Narration:
    speech = _Speech(script.language, choices)
    for index, paragraph in enumerate(script.paragraphs):
        if not paragraph.private:
            speech.paragraph(paragraph.text, index)
    return Narration(tuple(speech.items), speech.least)


class _Speech:
    """The script read from top to bottom: voice and speed hold until the next direction."""

    def __init__(self, language: str, choices: Choices) -> None:
        self.items: list[Utterance | Pause] = []
        self.least: Fraction | None = None
        self._language = language
        self._choices = choices
        self._voice = ""
        self._speeds = [1.0]
        self._spoken = False
        """Whether the paragraph has been heard to speak: its first sentence stands behind a longer pause."""

    def paragraph(self, text: str, index: int) -> None:
        self._spoken = False
        for part in parts(text):
            match part:
                case Words(words):
                    for sentence in sentences(words, self._language):
                        self._say(sentence, index)
                case Halt(seconds):
                    self._halt(seconds)
                case VoiceChange(name):
                    self._voice = name
                case SpeedChange(factor):
                    self._change_speed(factor)
                case LeastLength(seconds):
                    self.least = max(seconds, self.least or seconds)
                case _:
                    pass  # a transition is not heard

    def _halt(self, seconds: Fraction) -> None:
        if self.items and isinstance(last := self.items[-1], Pause):
            self.items.pop()
            seconds += last.seconds
        self.items.append(Pause(seconds))

    def _change_speed(self, factor: float | None) -> None:
        if factor is not None:
            self._speeds.append(factor)
        elif len(self._speeds) > 1:
            self._speeds.pop()

    def _say(self, sentence: str, paragraph: int) -> None:
        if self.items and isinstance(self.items[-1], Utterance):
            self.items.append(Pause(SENTENCE_PAUSE if self._spoken else PARAGRAPH_PAUSE))
        self._spoken = True
        text = " ".join(sentence.split())
        language = spoken_language(text, self._language)
        voice = self._voice or voice_for(language, self._choices)
        spoken = respelled(text, language, self._choices.respellings)
        self.items.append(Utterance(text, spoken, language, voice, self._speeds[-1], paragraph))


def voice_for(language: str, choices: Choices) -> str:
    """The voice the author chose for a language: the longest tag that fits; "" where none does."""
    if choices.voice:
        return choices.voice
    fitting = [(tag, voice) for tag, voice in choices.voices if speaks(language, tag)]
    return max(fitting, key=lambda pair: len(pair[0]), default=("", ""))[1]


def spoken_language(text: str, declared: str) -> str:
    """The BCP 47 tag for the voice of a sentence: the declared one unless its script clearly says otherwise.

    A Chinese sentence in an English note is Chinese; a German one stays English, as letters cannot tell.
    """
    if not declared:
        return language_of(text, default="en")
    found = language_of(text, ((declared, len(text)),), declared)
    return declared if is_latin(found) and is_latin(declared) else found


@lru_cache(maxsize=256)
def is_latin(language: str) -> bool:
    """Whether a language (BCP 47) is written in Latin letters."""
    return primary(language_of("x", ((language, 1),))) == primary(language)
