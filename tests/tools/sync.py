"""Sound against picture in a finished video: a flash where each scene begins, a click in its recording.

    python -m tests.tools.sync [--minutes 60]

exports a lecture of so many minutes, a scene every ten seconds, and prints how late clicks are.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray
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
from tests.fakes import run

RATE = 48_000
SCENE_S = 10


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


def flashing(folder: Path, scenes: int, seconds: int) -> tuple[Lecture, AssetStore]:
    """A lecture of scenes in black and white by turns, of uneven lengths, a click at the start of each."""
    assets = AssetStore(folder / "assets")
    lecture, _ = import_file(flashing_deck(folder / "deck.pptx"), assets)
    lengths = np.random.default_rng(7).uniform(0.6, 1.4, scenes) * seconds / scenes
    made = []
    for number, length in enumerate(lengths):
        audio = assets.add(click(float(length)), "click.wav", "audio/wav")
        scene = lecture.scenes[number % 2]
        made.append(replace(scene, id=f"scene-{number}", recording=Recording(audio)))
    return replace(lecture, scenes=tuple(made), choices=Choices(level=Level.CUT)), assets


def rendered(lecture: Lecture, assets: AssetStore, folder: Path) -> tuple[Path, Outcome]:
    """The lecture as a video of a few pixels."""
    profile = replace(load("draft-540p"), width=160, height=90)
    with Workshop(Cache(folder / "cache"), assets, CancelToken()) as shop:
        order = Order(lecture, profile, folder / "film.mp4")
        return order.out, run(export(order, shop, means.find(profile, shop), 2))


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

    found: list[float] = []
    with av.open(str(video)) as container:
        for frame in container.decode(container.streams.audio[0]):
            start = float(frame.pts * frame.time_base)
            for first in np.flatnonzero(np.abs(frame.to_ndarray()[0]) > 0.2):
                moment = start + float(first) / RATE
                if not found or moment - found[-1] > 0.5:
                    found.append(moment)
    return found


def offsets(video: Path) -> NDArray[np.float64]:
    """Seconds that each click is late against its flash; the first scene has none."""
    seen, heard = flashes(video), clicks(video)
    if len(heard) != len(seen) + 1:
        raise AssertionError(f"{len(seen)} flashes and {len(heard)} clicks")
    return np.array(heard[1:]) - np.array(seen) - float(LEAD)


def main() -> None:
    """Export, measure, print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=int, default=60)
    seconds = asked.parse_args().minutes * 60
    with tempfile.TemporaryDirectory(prefix="lecture-studio-sync-") as folder:
        scenes = seconds // SCENE_S + 1
        video, outcome = rendered(*flashing(Path(folder), scenes, seconds), Path(folder))
        late = 1000 * offsets(video)
    fifth = max(1, len(late) // 5)
    print(
        f"{float(outcome.timeline.seconds):.1f} s, {scenes} scenes: worst {np.abs(late).max():.2f} ms, "
        f"mean {late.mean():+.2f} ms; first fifth {late[:fifth].mean():+.2f} ms, "
        f"last fifth {late[-fifth:].mean():+.2f} ms, last scene {late[-1]:+.2f} ms"
    )


if __name__ == "__main__":
    main()
