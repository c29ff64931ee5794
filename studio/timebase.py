"""Exact time: `Fraction` seconds in the document, integer frames and sound blocks after compiling.

Ranges are half-open. Nothing here ever adds floating-point seconds, so an hour drifts by nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

SAMPLE_RATE = 48_000
"""Samples a second of every sound the program makes."""

BLOCK = 1024
"""Samples of one AAC-LC access unit (ISO/IEC 14496-3): the grid on which encoded sound is joined."""


@dataclass(frozen=True, slots=True)
class FrameRange:
    """The frames `start <= n < stop` of a timeline."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"not a range of frames: {self.start}..{self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def __contains__(self, frame: int) -> bool:
        return self.start <= frame < self.stop


def round_half_up(value: Fraction) -> int:
    """The nearest integer; a half goes up, always (Python's `round` goes to even)."""
    return floor(value + Fraction(1, 2))


def frames_for(seconds: Fraction, rate: Fraction) -> int:
    """The smallest number of frames at `rate` frames a second that lasts at least `seconds`."""
    return ceil(seconds * rate)


def nearest_frame(seconds: Fraction, rate: Fraction) -> int:
    """The frame boundary nearest to a moment."""
    return round_half_up(seconds * rate)


def block_at(frame: int, rate: Fraction) -> int:
    """The sound block boundary nearest to the start of a frame: at most 512 samples (10.7 ms) away.

    Each boundary is found by itself, from the frame number, so the differences never add up.
    """
    return round_half_up(Fraction(frame) / rate * SAMPLE_RATE / BLOCK)


def samples_for(seconds: Fraction) -> int:
    """The number of samples nearest to a length."""
    return round_half_up(seconds * SAMPLE_RATE)
