"""Takes come out equally loud and without overs, measured again by FFmpeg's own meter."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest

from renderers.loudness import STEP, measure, normalise, read, together
from renderers.sound import Samples, Sound, faded
from studio.narration import Utterance
from studio.progress import CancelToken
from tests.speaker import Speaker

RATE = 48_000


def tone(seconds: float, amplitude: float, hertz: float = 997.0) -> Samples:
    return (amplitude * np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE)).astype(np.float32)


@pytest.fixture(scope="module")
def spoken() -> Samples:
    """Twenty seconds of real speech with pauses."""
    with Speaker() as speaker:
        line = "Water rises through the roots of the plant, and the leaves lose it again in the light."
        said = speaker.speak(Utterance(line, line, "en"), CancelToken()).samples
    return np.resize(np.concatenate([said, np.zeros(RATE // 2, np.float32)]), 20 * RATE)


def test_a_tone_measures_what_the_standard_says() -> None:
    # EBU Tech 3341: a 1 kHz sine at -23 dBFS in both channels reads -23 LUFS; in one channel 3 LU less
    found = measure(tone(5, 10 ** (-23 / 20)))
    assert found.integrated == pytest.approx(-26.0, abs=0.1)
    assert found.true_peak == pytest.approx(-23.0, abs=0.1)


def test_true_peaks_lie_between_the_samples() -> None:
    count = np.arange(4 * RATE)
    between = faded(Sound((0.9 * np.sin(np.pi * count / 2 + np.pi / 4)).astype(np.float32))).samples
    assert np.abs(between).max() < 0.65
    assert measure(between).true_peak == pytest.approx(-0.9, abs=0.3)


@pytest.mark.parametrize("target", [-16.0, -14.0])
@pytest.mark.parametrize("level", [0.05, 0.3, 1.2])
@pytest.mark.parametrize("seconds", [20.0, 3.3, 1.0, 0.3])
def test_speech_reaches_its_loudness_without_overs(
    spoken: Samples, seconds: float, level: float, target: float
) -> None:
    take = spoken[: int(seconds * RATE)] * np.float32(level)
    found = measure(normalise(take, target, -1.0))
    assert found.integrated == pytest.approx(target, abs=0.5)
    assert found.true_peak <= -1.0


def test_a_few_clicks_in_a_quiet_take_are_held_below_the_peak(spoken: Samples) -> None:
    take = spoken * np.float32(0.05)
    take[[50_000, 200_001, 333_333]] = (0.9, -0.95, 0.99)
    found = measure(normalise(take))
    assert found.integrated == pytest.approx(-16, abs=0.5)
    assert found.true_peak <= -1.0


def test_peaks_between_the_samples_are_held_too(spoken: Samples) -> None:
    count = np.arange(4 * RATE)
    loud = spoken[: 4 * RATE].copy()
    loud[RATE : RATE + 4800] += (0.6 * np.sin(np.pi * count[:4800] / 2 + np.pi / 4)).astype(np.float32)
    assert measure(normalise(loud)).true_peak <= -1.0


def test_a_sound_that_is_all_peaks_stays_below_the_target_rather_than_over_the_peak() -> None:
    clicks = np.zeros(5 * RATE, np.float32)
    clicks[::24_000] = 0.5
    assert measure(normalise(clicks)).true_peak <= -1.0


def test_silence_stays_silence() -> None:
    for silence in (np.zeros(RATE, np.float32), np.zeros(0, np.float32), np.full(RATE, 1e-6, np.float32)):
        assert np.array_equal(normalise(silence), silence)
    assert measure(np.zeros(RATE, np.float32)).integrated == -inf


def test_nothing_moves_by_a_sample(spoken: Samples) -> None:
    take = spoken[: int(6.1234 * RATE)]
    level = normalise(take)
    assert len(level) == len(take)
    assert np.array_equal(np.sign(level), np.sign(take))
    spectrum = np.fft.rfft(level, 2 * len(take)) * np.conj(np.fft.rfft(take, 2 * len(take)))
    assert np.argmax(np.fft.irfft(spectrum)) == 0


def test_quiet_takes_are_only_scaled() -> None:
    take = tone(4, 0.02) * np.float32(0.5)
    level = normalise(take)
    heard = np.abs(take) > 1e-4
    assert np.ptp(level[heard] / take[heard]) < 1e-4


def test_noise_without_a_voice_is_not_lifted_beyond_reason() -> None:
    noise = (1e-3 * np.random.default_rng(1).normal(size=4 * RATE)).astype(np.float32)
    assert np.abs(normalise(noise)).max() <= 101 * np.abs(noise).max()


def test_a_scene_is_levelled_by_what_was_read_of_its_sentences(spoken: Samples) -> None:
    """Each sentence is measured alone, once; the scene then comes out as loud as if it had been listened to."""
    loud, quiet = spoken[: 8 * RATE], 0.3 * spoken[: 5 * RATE]
    at = 9 * RATE
    scene = np.zeros(at + len(quiet), np.float32)
    scene[: len(loud)] += loud
    scene[at:] += quiet
    told = together([(read(loud), 0), (read(quiet), at // STEP)])
    by_parts, by_ear = normalise(scene, -16.0, -1.0, readings=told), normalise(scene, -16.0, -1.0)
    assert measure(by_parts).integrated == pytest.approx(-16.0, abs=0.3)
    assert measure(by_parts).true_peak <= -1.0
    assert np.abs(by_parts - by_ear).max() < 0.01


def test_nothing_is_read_in_silence_and_a_part_of_a_millisecond_counts_as_one() -> None:
    silent = read(np.zeros(100, np.float32))
    assert (len(silent.energies), silent.energies.any(), silent.peaks.any()) == (3, False, False)
