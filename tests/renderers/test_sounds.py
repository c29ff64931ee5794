"""Sounds as they are kept: what comes back is what was made, and its loudness is known without listening."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from renderers import sounds
from renderers.loudness import STEP, read
from studio.timebase import SAMPLE_RATE
from tests.fakes import tone


def test_what_was_kept_comes_back_filled_up_to_whole_milliseconds() -> None:
    made = tone(0.5)[: STEP * 400 + 7]
    entry = sounds.pack(made)
    back = sounds.unpack(entry)
    assert len(back) == 401 * STEP
    assert Fraction(entry.record["seconds"]) == Fraction(len(back), SAMPLE_RATE)
    assert np.abs(back[: len(made)] - made).max() < 1 / 32767
    assert not back[len(made) :].any()


def test_what_the_meter_read_is_kept_beside_it() -> None:
    made = tone(0.4)
    kept, heard = sounds.readings(sounds.pack(made)), read(made)
    assert np.array_equal(kept.energies, heard.energies)
    assert np.array_equal(kept.peaks, heard.peaks)
    assert kept.peaks.max() > 0.29
