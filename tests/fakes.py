"""Small lectures, pages and sounds that many tests start from; nothing here needs a voice or LibreOffice."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Generator, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from renderers import pages, sounds
from renderers.cache import Cache
from renderers.editions import Editions
from renderers.encode.video import VideoSettings
from renderers.means import Means
from renderers.planes import Planes, from_rgb
from renderers.profiles import Profile
from renderers.steps import CardStep, PageStep, RecordingStep, SpeakStep, Step
from renderers.transitions import Change, change
from renderers.transitions.how import Asked, How, Side
from renderers.voices.catalogue import VoiceInfo
from renderers.workshop import Workshop
from studio.assets import AssetStore
from studio.lecture import (
    Asset,
    Box,
    Direction,
    Lecture,
    Level,
    Paragraph,
    Scene,
    Script,
    SlideObject,
    SlideVisual,
    Style,
)
from studio.progress import CancelToken
from studio.timebase import SAMPLE_RATE

Picture = NDArray[np.uint8]
Result = TypeVar("Result")

PROFILE = Profile("tiny", "Tiny", 128, 72, Fraction(25), 20, "veryfast", 50, 64_000, -16.0, -1.0)
DECK = Asset(hashlib.sha256(b"deck").hexdigest(), "deck.pptx", "application/x-deck", 4)
VOICES = (
    VoiceInfo("en", "test", "Ada", ("en",), version="1"),
    VoiceInfo("zh", "test", "Mei", ("zh",), version="1"),
)


def slide(number: int, words: str = "", *, theme: str = "plain", text: str = "", **fields: Any) -> Scene:
    """A scene that shows slide `number` of one deck and says `words` (a paragraph a line)."""
    title = f"Slide {number}"
    seen = SlideObject(1, "Title", "text", Box(0.1, 0.1, 0.8, 0.2), text or title)
    visual = SlideVisual(DECK, 255 + number, number, theme=theme, objects=(seen,))
    script = Script(tuple(Paragraph(line) for line in words.splitlines()), "en")
    return Scene(f"s{number}", title, visual, **{"script": script, **fields})


def lecture(*scenes: Scene, **fields: Any) -> Lecture:
    """A lecture of these scenes, in English."""
    return Lecture(**{"title": "Rain", "language": "en", "scenes": scenes, **fields})


def means(profile: Profile = PROFILE, **fields: Any) -> Means:
    """What a machine with the built-in painter and two voices has."""
    encoder = VideoSettings.of(profile)
    editions = Editions(**{each.name: f"{each.name} 1" for each in dataclasses.fields(Editions)})
    found = Means(converter="", voices=VOICES, encoder=encoder, editions=editions)
    return replace(found, **fields)


def workshop(folder: Path) -> Workshop:
    """A workshop with an empty cache in a folder."""
    return Workshop(Cache(folder / "steps"), AssetStore(folder / "assets"), CancelToken())


def written(
    text: str, *, width: int = 128, height: int = 72, at: tuple[int, int] = (8, 40), ground: int = 250
) -> Picture:
    """A light page with one dark line of text at (left, baseline)."""
    import cv2

    page = np.full((height, width, 3), ground, np.uint8)
    cv2.putText(page, text, at, cv2.FONT_HERSHEY_SIMPLEX, 0.6, (20, 30, 60), 1, cv2.LINE_AA)
    return page


def changing(a: Planes, b: Planes, level: Level, style: Style, direction: Direction, frames: int) -> Change:
    """A change between two pages as it is drawn."""
    return change(Side(a), Side(b), Asked(level, style, frames, How(direction)))


def planes(page: Picture) -> Planes:
    """A page as the encoder wants it."""
    return from_rgb(page)


def tone(seconds: float, hertz: float = 440.0, level: float = 0.3) -> NDArray[np.float32]:
    """A sine at 48 kHz, faded over 10 ms at both ends."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    ends = np.minimum(1, np.minimum(time, time[::-1]) / 0.01)
    return (level * ends * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def pcm(samples: NDArray[np.float32]) -> bytes:
    """Samples as the steps keep them: signed 16 bit, little end first."""
    return np.round(samples * 32767).astype("<i2").tobytes()


def finish(shop: Workshop, steps: Iterable[Step], drawn: Mapping[str, Picture], seconds: float = 0.6) -> None:
    """Put into the cache what a painter and a voice would have made of these steps.

    `drawn` holds a page for each scene id; every sentence becomes a tone of `seconds`.
    """
    spoken = sounds.pack(tone(seconds))
    for step in steps:
        if isinstance(step, PageStep | CardStep):
            shop.cache.put(step.key, pages.pack(drawn[step.where]))
        elif isinstance(step, SpeakStep | RecordingStep):
            shop.cache.put(step.key, spoken)


def run(work: Generator[Any, None, Result]) -> Result:
    """Drive a generator to its end and return what it returns."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
