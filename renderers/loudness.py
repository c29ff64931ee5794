"""Loudness: how loud a take is, and the same take at a given loudness without overs.

ITU-R BS.1770-4 and EBU R 128: gated loudness, and true peak at four times the rate. `measure` asks FFmpeg's
meter; `normalise` reckons by the same standard itself, a millisecond at a time, because a limiter changes the
loudness and asking the meter again after every change would take five times as long. The limiter looks
ahead and back by equal amounts, so nothing moves: every sample stays where it was.

What the meter reads of a sentence (`read`) stays true wherever it stands, so it is kept with the sound; a scene is
levelled by what was read of its sentences (`together`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, log10

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from renderers.sound import Samples, filtered, pieces
from studio.progress import NEVER, CancelToken
from studio.timebase import SAMPLE_RATE

SILENCE_LUFS = -70.0
"""The absolute gate of BS.1770: what is below counts as silence."""
MOST_GAIN_DB = 40.0
"""More would only lift the noise of a take in which nobody speaks."""
MOST_DRIVE_DB = 9.0
"""Most gain against a limiter that takes it away again; more would only crush a sound that is all peaks."""
_NEAR_LU = 0.1
"""A difference nobody hears (EBU R 128 allows 0.5 LU where exact levelling is not practical)."""
_TICK = SAMPLE_RATE // 10
"""Samples between two readings of the meter."""
_SHORTEST = 3 * SAMPLE_RATE
"""A shorter sound is measured over and over, as the gate needs blocks of 0.4 s."""
_HEADROOM_DB = 0.1
_HALVINGS = 8
STEP = SAMPLE_RATE // 1000
"""Samples of a millisecond: the grid on which gain and energy are reckoned."""
_FAINT_DB = 25.0
"""What is so much fainter than its sound on average never comes near the ceiling, whatever it is levelled to."""
_REACH = 10
"""Milliseconds the limiter looks ahead and back: slow enough not to be heard as distortion."""
_K_WEIGHTING = (
    "biquad=b0=1.53512485958697:b1=-2.69169618940638:b2=1.19839281085285"
    ":a0=1:a1=-1.69065929318241:a2=0.73248077421585",
    "biquad=b0=1:b1=-2:b2=1:a0=1:a1=-1.99004745483398:a2=0.99007225036621",
)
"""The head and the low-frequency filter of BS.1770-4, tables 1 and 2, for 48 kHz."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """Integrated loudness in LUFS and true peak in dBTP; both -inf for silence."""

    integrated: float
    true_peak: float


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """What a meter reads of a sound, (n,) float32, a value a millisecond.

    `energies`: mean square of the K-weighted samples. `peaks`: largest amplitude, between the samples too.
    """

    energies: NDArray[np.float32]
    peaks: NDArray[np.float32]


def measure(samples: Samples, cancel: CancelToken = NEVER) -> Loudness:
    """How loud mono samples (n,) at 48 kHz are; a sound shorter than 3 s as if it were repeated.

    Raises `Cancelled`.
    """
    if not samples.any():
        return Loudness(-inf, -inf)
    length = len(samples)
    if length < _SHORTEST:
        repeated = np.tile(samples, -(-_SHORTEST // length))
        integrated, _ = _read_meter(repeated, False, cancel)
        _, peak = _read_meter(samples, True, cancel)
    else:
        integrated, peak = _read_meter(samples, True, cancel)
    return Loudness(integrated if integrated > SILENCE_LUFS else -inf, 20 * log10(max(peak, 1e-9)))


def read(samples: Samples, cancel: CancelToken = NEVER) -> Readings:
    """What the meter reads of mono samples (n,) at 48 kHz. Raises `Cancelled`."""
    if not samples.any():
        silent = np.zeros(-(-len(samples) // STEP), np.float32)
        return Readings(silent, silent)
    energies = _energies(samples, cancel)
    loudness = _gated(energies)
    faint = _factor(loudness - _FAINT_DB) if np.isfinite(loudness) else 0.0
    return Readings(energies, _true_peaks(samples, faint, cancel))


def together(parts: Iterable[tuple[Readings, int]]) -> Readings:
    """What the meter reads of sounds each of which begins at a millisecond; between them is silence."""
    placed = list(parts)
    length = max(at + len(readings.energies) for readings, at in placed)
    energies, peaks = np.zeros(length, np.float32), np.zeros(length, np.float32)
    for readings, at in placed:
        energies[at : at + len(readings.energies)] += readings.energies
        heard = peaks[at : at + len(readings.peaks)]
        np.maximum(heard, readings.peaks, out=heard)
    return Readings(energies, peaks)


def normalise(
    samples: Samples,
    target_lufs: float = -16.0,
    peak_dbtp: float = -1.0,
    cancel: CancelToken = NEVER,
    readings: Readings | None = None,
) -> Samples:
    """The samples at `target_lufs`, true peak at most `peak_dbtp`; length and alignment unchanged.

    Silence stays silence. Where limiting the peaks costs loudness the gain is raised again; a sound that is all
    peaks may stay below the target. `readings` are those of the samples, where they are known. Raises `Cancelled`.
    """
    if not samples.any():
        return samples
    found = readings or read(samples, cancel)
    energies, peaks = found.energies.astype(np.float64), found.peaks.astype(np.float64)
    gain = target_lufs - _gated(energies)
    if not np.isfinite(gain):
        return samples
    low, high = min(gain, MOST_GAIN_DB), min(gain + MOST_DRIVE_DB, MOST_GAIN_DB)
    ceiling = _factor(peak_dbtp - _HEADROOM_DB)
    gain = low
    for _ in range(_HALVINGS):
        cancel.check()
        limiting = _limiting(peaks * _factor(gain), ceiling)
        reached = gain + _gated(energies * limiting**2)
        if abs(reached - target_lufs) <= _NEAR_LU:
            break
        low, high = (gain, high) if reached < target_lufs else (low, gain)
        gain = (low + high) / 2
    return _shaped(samples, _limiting(peaks * _factor(gain), ceiling) * _factor(gain), cancel)


def _energies(samples: Samples, cancel: CancelToken) -> NDArray[np.float32]:
    """Mean square of the K-weighted samples in each millisecond (BS.1770-4, annex 1)."""
    seconds = (frame.to_ndarray()[0] for frame in filtered(samples, _K_WEIGHTING, cancel))
    return np.concatenate(
        [np.square(_in_steps(weighted)).mean(axis=1, dtype=np.float64) for weighted in seconds],
        dtype=np.float32,
    )


def _gated(energies: NDArray[np.floating]) -> float:
    """Integrated loudness (LUFS) from energies a millisecond: blocks of 400 ms every 100 ms, both gates."""
    if len(energies) * STEP < _SHORTEST:
        energies = np.tile(energies, -(-_SHORTEST // (len(energies) * STEP)))
    ticks = energies[: len(energies) // 100 * 100].reshape(-1, 100).mean(axis=1)
    blocks = np.convolve(ticks, np.full(4, 0.25), "valid")
    heard = blocks[blocks > 10 ** ((SILENCE_LUFS + 0.691) / 10)]
    if not len(heard):
        return -inf
    loud = heard[heard > heard.mean() / 10]
    return -0.691 + 10 * log10(loud.mean())


def _true_peaks(samples: Samples, floor: float, cancel: CancelToken) -> NDArray[np.float32]:
    """The largest amplitude in each millisecond, between the samples too (BS.1770-4, annex 2).

    Between the samples it looks only where they reach `floor`.
    """
    side = _TAPS // 2
    found = np.zeros(-(-len(samples) // STEP), np.float32)
    for piece in pieces(len(found) * STEP, cancel):
        first, behind = piece.start - side, piece.stop + side
        heard = samples[max(0, first) : behind]
        padded = np.pad(heard, (max(0, -first), behind - max(0, first) - len(heard)))
        windows = sliding_window_view(padded, STEP + _TAPS)[::STEP]
        peaks = np.abs(windows[:, side : side + STEP]).max(axis=1)
        high = np.flatnonzero(peaks >= floor)
        peaks[high] = np.maximum(peaks[high], np.abs(windows[high] @ _BETWEEN).max(axis=1))
        found[piece.start // STEP : piece.stop // STEP] = peaks
    return found


def _limiting(peaks: NDArray[np.float64], ceiling: float) -> NDArray[np.float64]:
    """A gain for each millisecond, smooth, that brings every peak to the ceiling."""
    needed = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    padded = np.concatenate([np.ones(2 * _REACH), needed, np.ones(2 * _REACH)])
    return np.asarray(np.convolve(_lowest(padded, 2 * _REACH + 1), _BELL, "valid"), np.float64)


def _lowest(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """The least of every `width` neighbours, (n - width + 1,): from least of two, of four, of eight, …"""
    lowest, reach = values, 1
    while 2 * reach <= width:
        lowest, reach = np.minimum(lowest[:-reach], lowest[reach:]), 2 * reach
    rest = width - reach
    return np.minimum(lowest[:-rest], lowest[rest:]) if rest else lowest


def _shaped(samples: Samples, curve: NDArray[np.float64], cancel: CancelToken) -> Samples:
    """The samples times a gain given a millisecond, drawn straight from edge to edge and nowhere above it."""
    edges = np.minimum(np.append(curve, curve[-1]), np.insert(curve, 0, curve[0])).astype(np.float32)
    along = np.arange(STEP, dtype=np.float32) / STEP
    shaped = np.empty(len(samples), np.float32)
    for piece in pieces(len(samples), cancel):
        steps = slice(piece.start // STEP, -(-piece.stop // STEP))
        gain = edges[:-1][steps, None] + np.diff(edges)[steps, None] * along
        shaped[piece] = samples[piece] * gain.reshape(-1)[: piece.stop - piece.start]
    return shaped


def _in_steps(samples: Samples) -> Samples:
    padding = np.zeros(-len(samples) % STEP, np.float32)
    return np.concatenate([samples, padding]).reshape(-1, STEP)


def _factor(gain_db: float) -> float:
    return float(10 ** (gain_db / 20))


_TAPS = 16


def _reader(fraction: float) -> NDArray[np.float32]:
    """Reads a millisecond `fraction` of a sample later: (STEP + _TAPS, STEP), columns of a windowed sinc."""
    places = np.arange(STEP + _TAPS)[:, None] - (np.arange(STEP) + _TAPS // 2)[None, :] - fraction
    window = np.where(np.abs(places) < _TAPS / 2, np.cos(np.pi * places / _TAPS) ** 2, 0)
    return (np.sinc(places) * window).astype(np.float32)


_BETWEEN = np.concatenate([_reader(fraction) for fraction in (0.25, 0.5, 0.75)], axis=1)
_BELL = np.hanning(2 * _REACH + 3)[1:-1] / np.hanning(2 * _REACH + 3).sum()


def _read_meter(samples: Samples, peak: bool, cancel: CancelToken) -> tuple[float, float]:
    """Integrated loudness (LUFS) and, if asked for, true peak (amplitude), as FFmpeg's meter shows last."""
    mode = "true" if peak else "none"
    whole = np.concatenate([samples, np.zeros(_TICK - len(samples) % _TICK, np.float32)])
    shown: dict[str, str] = {}
    for frame in filtered(whole, (f"ebur128=peak={mode}:metadata=1:framelog=quiet",), cancel):
        shown = frame.metadata or shown
    return float(shown.get("lavfi.r128.I", "-inf")), float(shown.get("lavfi.r128.true_peak", "0"))
