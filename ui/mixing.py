"""What is heard at which sample: the sounds of a timeline put side by side, as arithmetic on values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from studio.timebase import SAMPLE_RATE, samples_for
from studio.timeline import Timeline

BYTES = 2
"""Of a sample: signed 16 bit, little end first, mono."""

Sounds = Callable[[str], Iterable[tuple[str, Fraction]]]
"""A scene id -> the keys of its sounds made so far, with their start in the take (seconds)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One sound: its key and the sample of the timeline at which it begins."""

    start: int
    key: str


def placed(timeline: Timeline, sounds: Sounds) -> tuple[Piece, ...]:
    """All sounds of a timeline that are there, in order."""
    found = (
        Piece(samples_for(clip.heard(timeline.rate) + start), key)
        for clip in timeline.clips
        for key, start in sounds(clip.scene)
    )
    return tuple(sorted(found, key=lambda piece: piece.start))


def sample_at(frame: int, rate: Fraction) -> int:
    """The first sample that belongs to a frame, so that `frame_at` of it is that frame."""
    return ceil(Fraction(frame * SAMPLE_RATE) / rate)


def frame_at(sample: int, rate: Fraction) -> int:
    """The frame that is seen while a sample is heard."""
    return int(sample * rate / SAMPLE_RATE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is played in one go: sample `origin` of what leaves the loudspeaker is sample `first` of the timeline.

    From there it goes on to `stop`; with `loop` it begins again at `start`, as often as is listened.
    """

    first: int
    start: int
    stop: int
    loop: bool = False
    origin: int = 0

    def at(self, heard: int) -> int | None:
        """The sample of the timeline that is heard as number `heard`; None behind the end."""
        sample = self.first + heard - self.origin
        if sample < self.stop:
            return sample
        if not self.loop or self.stop <= self.start:
            return None
        return self.start + (sample - self.stop) % (self.stop - self.start)

    def runs(self, heard: int, count: int) -> Iterator[tuple[int | None, int]]:
        """The next `count` samples as runs without a jump: (first sample or None for silence, length)."""
        while count > 0:
            sample = self.at(heard)
            length = count if sample is None else min(count, self.stop - sample)
            yield sample, length
            heard += length
            count -= length


class Mixer:
    """Serves the sound of a stretch piece by piece. `find` gives the samples of a key, None: not there yet."""

    def __init__(self, find: Callable[[str], bytes | None]) -> None:
        self._find = find
        self._starts: list[int] = []
        self.pieces: tuple[Piece, ...] = ()
        self.stretch = Stretch(0, 0, 0)
        self.served = 0

    def use(self, pieces: tuple[Piece, ...]) -> None:
        """Serve these sounds from now on."""
        self.pieces = pieces
        self._starts = [piece.start for piece in pieces]

    def begin(self, stretch: Stretch) -> None:
        """Serve another stretch from its first sample on."""
        self.stretch, self.served = stretch, 0

    def read(self, count: int) -> bytes:
        """The next `count` samples; silence where nothing is there."""
        runs = list(self.stretch.runs(self.served, count))
        self.served += count
        return b"".join(
            bytes(length * BYTES) if sample is None else self.sound(sample, length) for sample, length in runs
        )

    def sound(self, first: int, count: int) -> bytes:
        """Samples `first` and following of the timeline. A sound that is not over gives way to the next one."""
        out = bytearray(count * BYTES)
        index = max(bisect_right(self._starts, first) - 1, 0)
        for at in range(index, len(self.pieces)):
            piece = self.pieces[at]
            stop = first + count if at + 1 == len(self.pieces) else min(self._starts[at + 1], first + count)
            if piece.start >= first + count:
                break
            data = self._find(piece.key)
            start = max(piece.start, first)
            if data is not None and stop > start:
                heard = data[(start - piece.start) * BYTES : (stop - piece.start) * BYTES]
                out[(start - first) * BYTES : (start - first) * BYTES + len(heard)] = heard
        return bytes(out)

    def keys(self, first: int, stop: int) -> tuple[str, ...]:
        """The sounds that are heard in samples `first <= n < stop`, in order, the one begun before included."""
        index = max(bisect_right(self._starts, first) - 1, 0)
        return tuple(piece.key for piece in self.pieces[index : bisect_right(self._starts, stop - 1)])
