"""Sound as a value, and the small things done to it: resampling, trimming, fading."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from studio.timebase import SAMPLE_RATE

Samples = NDArray[np.float32]

FLOOR = 0.002
"""Amplitude below which there is nothing to hear at the ends of a take (-54 dBFS)."""
MARGIN = 480
"""Samples kept before the first and after the last heard one: 10 ms."""


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """Mono sound: `samples` (n,) float32, full scale ±1, 48 kHz."""

    samples: Samples

    def __len__(self) -> int:
        return len(self.samples)

    @property
    def seconds(self) -> Fraction:
        """The exact length."""
        return Fraction(len(self.samples), SAMPLE_RATE)


def from_pcm(data: bytes, rate: int) -> Sound:
    """Mono signed 16-bit samples (native order) at any rate, resampled to 48 kHz."""
    return resampled(np.frombuffer(data, np.int16).astype(np.float32) / np.float32(32768), rate)


def resampled(samples: Samples, rate: int) -> Sound:
    """Samples (n,) at `rate` a second as 48 kHz sound (soxr, high quality)."""
    import soxr

    if rate == SAMPLE_RATE or not len(samples):
        return Sound(samples.astype(np.float32))
    return Sound(soxr.resample(samples.astype(np.float32), rate, SAMPLE_RATE, quality="HQ"))


def trimmed(sound: Sound) -> Sound:
    """Without the silence at both ends, but 10 ms of it, faded in and out; nothing heard gives no samples."""
    heard = np.flatnonzero(np.abs(sound.samples) > FLOOR)
    if not len(heard):
        return Sound(np.zeros(0, np.float32))
    start, stop = max(0, heard[0] - MARGIN), min(len(sound), heard[-1] + 1 + MARGIN)
    return faded(Sound(sound.samples[start:stop]))


def faded(sound: Sound, samples: int = MARGIN // 2) -> Sound:
    """The same with its ends brought to zero over so many samples (raised cosine), so that no cut clicks."""
    count = min(samples, len(sound) // 2)
    if count == 0:
        return sound
    ramp = (0.5 - 0.5 * np.cos(np.pi * np.arange(count) / count)).astype(np.float32)
    out = sound.samples.copy()
    out[:count] *= ramp
    out[-count:] *= ramp[::-1]
    return Sound(out)
