"""Sound and picture over ten minutes: a flash at the start of each scene against a click in its recording."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from renderers.export import Outcome
from tests.tools.sync import flashes, flashing, offsets, rendered

SCENES = 61
SECONDS = 600


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    folder = tmp_path_factory.mktemp("sync")
    return rendered(*flashing(folder, SCENES, SECONDS), folder)


def test_sound_and_picture_stay_together_over_ten_minutes(film: tuple[Path, Outcome]) -> None:
    video, _ = film
    late = offsets(video)
    assert len(late) == SCENES - 1, "the first slide is black, every other one turns the light on or off"
    assert flashes(video)[-1] > SECONDS * 0.9
    print(f"worst offset {1000 * np.abs(late).max():.1f} ms, mean {1000 * late.mean():+.1f} ms")
    assert np.abs(late).max() < 1 / 60, "half a frame at 30 a second"
    thirds = [float(late[part].mean()) for part in (slice(0, 20), slice(20, 40), slice(40, 60))]
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
