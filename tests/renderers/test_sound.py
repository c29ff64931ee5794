"""Resampling, trimming and fading as a listener would notice them."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from renderers.sound import MARGIN, Sound, faded, from_pcm, trimmed


def test_sound_at_another_rate_keeps_its_length_and_pitch() -> None:
    rate = 22_050
    tone = (12_000 * np.sin(2 * np.pi * 440 * np.arange(2 * rate) / rate)).astype(np.int16)
    sound = from_pcm(tone.tobytes(), rate)
    assert sound.seconds == pytest.approx(2, abs=1e-4)
    spectrum = np.abs(np.fft.rfft(sound.samples))
    assert np.argmax(spectrum) * 48_000 / len(sound) == pytest.approx(440, abs=1)
    assert np.abs(sound.samples).max() == pytest.approx(12_000 / 32_768, abs=0.01)


def test_silence_at_the_ends_is_cut_to_a_faded_margin() -> None:
    samples = np.zeros(48_000, np.float32)
    samples[10_000:20_000] = 0.5
    kept = trimmed(Sound(samples))
    assert len(kept) == 10_000 + 2 * MARGIN
    assert kept.samples[0] == kept.samples[-1] == 0
    assert kept.samples[MARGIN] == 0.5


def test_what_is_not_heard_at_all_gives_no_sound() -> None:
    assert trimmed(Sound(np.full(4800, 1e-4, np.float32))).seconds == Fraction(0)


def test_an_empty_sound_passes_through() -> None:
    empty = from_pcm(b"", 22_050)
    assert len(trimmed(faded(empty))) == 0
