"""Sound and picture over ten minutes: a flash at the start of each scene against a click in its recording."""

from __future__ import annotations

import io
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pptx import Presentation
from pptx.dml.color import RGBColor

from renderers import means
from renderers.cache import Cache
from renderers.export import Order, Outcome, export
from renderers.profiles import load
from renderers.workshop import Workshop
from studio.assets import AssetStore
from studio.importers import import_file
from studio.lecture import Choices, Lecture, Level, Recording
from studio.progress import CancelToken
from studio.timeline import LEAD

SCENES = 61
SECONDS = 600
RATE = 48_000


def flashing_deck(path: Path) -> Path:
    """A deck of a black and a white slide."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = 9144000, 5143500
    for number in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = RGBColor(*(3 * (255 * (number % 2),)))
    deck.save(str(path))
    return path


def click(seconds: float) -> bytes:
    """A recording that begins with a click of 2 ms."""
    samples = np.zeros(round(seconds * RATE), np.float32)
    samples[:96] = 0.8 * np.sin(np.arange(96) * 2 * np.pi * 2000 / RATE)
    out = io.BytesIO()
    soundfile.write(out, samples, RATE, format="WAV", subtype="PCM_16")
    return out.getvalue()


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    folder = tmp_path_factory.mktemp("sync")
    assets = AssetStore(folder / "assets")
    lecture, _ = import_file(flashing_deck(folder / "deck.pptx"), assets)
    lengths = np.random.default_rng(7).uniform(0.6, 1.4, SCENES) * SECONDS / SCENES
    scenes = []
    for number, length in enumerate(lengths):
        audio = assets.add(click(float(length)), "click.wav", "audio/wav")
        scene = lecture.scenes[number % 2]
        scenes.append(replace(scene, id=f"scene-{number}", recording=Recording(audio)))
    lecture = replace(lecture, scenes=tuple(scenes), choices=Choices(level=Level.CUT))
    return render(lecture, assets, folder)


def render(lecture: Lecture, assets: AssetStore, folder: Path) -> tuple[Path, Outcome]:
    profile = replace(load("draft-540p"), width=160, height=90)
    with Workshop(Cache(folder / "cache"), assets, CancelToken()) as shop:
        work = export(Order(lecture, profile, folder / "film.mp4"), shop, means.find(profile, shop), 2)
        while True:
            try:
                next(work)
            except StopIteration as end:
                return folder / "film.mp4", end.value


def flashes(video: Path) -> list[float]:
    """The moments (seconds, as a player shows them) at which the picture turns black or white."""
    import av

    found: list[float] = []
    last = 0.0
    with av.open(str(video)) as container:
        for frame in container.decode(video=0):
            bright = float(frame.to_ndarray()[: frame.height].mean())
            if abs(bright - last) > 100:
                found.append(float(frame.pts * frame.time_base))
            last = bright
    return found


def clicks(video: Path) -> list[float]:
    """The moments (seconds, as a player plays them) at which a click begins."""
    import av

    with av.open(str(video)) as container:
        stream = container.streams.audio[0]
        parts = [(frame.pts * frame.time_base, frame.to_ndarray()[0]) for frame in container.decode(stream)]
    samples = np.concatenate([part for _, part in parts])
    start = float(parts[0][0])
    loud = np.flatnonzero(np.abs(samples) > 0.2)
    firsts = loud[np.flatnonzero(np.diff(loud, prepend=-RATE) > RATE // 2)]
    return [start + float(first) / RATE for first in firsts]


def test_sound_and_picture_stay_together_over_ten_minutes(film: tuple[Path, Outcome]) -> None:
    video, _ = film
    seen, heard = flashes(video), clicks(video)
    assert len(heard) == SCENES
    assert len(seen) == SCENES - 1, "the first slide is black, every other one turns the light on or off"
    assert seen[-1] > SECONDS * 0.9
    offsets = np.array(heard[1:]) - np.array(seen) - float(LEAD)
    print(f"worst offset {1000 * np.abs(offsets).max():.1f} ms, mean {1000 * offsets.mean():+.1f} ms")
    assert np.abs(offsets).max() < 1 / 60, "half a frame at 30 a second"
    thirds = [float(offsets[part].mean()) for part in (slice(0, 20), slice(20, 40), slice(40, 60))]
    assert max(thirds) - min(thirds) < 0.008, "no drift from start over middle to end"


def test_the_file_has_exactly_the_frames_of_its_timeline(film: tuple[Path, Outcome]) -> None:
    import av

    video, outcome = film
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        assert stream.frames == outcome.timeline.length
        assert Fraction(stream.duration) * stream.time_base == outcome.timeline.seconds
        sound = container.streams.audio[0]
        length = Fraction(sound.duration) * sound.time_base
        assert abs(length - outcome.timeline.seconds) < Fraction(1, 30)
