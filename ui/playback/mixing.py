"""What is heard at which sample: the sounds of a timeline put side by side, as arithmetic on values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING

from studio.timebase import SAMPLE_RATE, samples_for

if TYPE_CHECKING:
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


Find = Callable[[int, int], Sequence[Piece]]
"""The sounds around samples `first <= n < stop`, in order."""


class Score:
    """Where each sound of a timeline stands, worked out scene by scene when it is asked for.

    A scene speaks within its own frames, so that only those that are played matter.
    """

    def __init__(self, timeline: Timeline, sounds: Sounds) -> None:
        self._timeline, self._sounds = timeline, sounds
        self._known: dict[int, tuple[Piece, ...]] = {}

    def around(self, first: int, stop: int) -> tuple[Piece, ...]:
        """The sounds of all scenes that have a part in samples `first <= n < stop`."""
        timeline, rate = self._timeline, self._timeline.rate
        if not timeline.clips or stop <= first:
            return ()
        ends = (min(max(frame_at(sample, rate), 0), timeline.length - 1) for sample in (first, stop - 1))
        one, other = (timeline.clip_at(frame) for frame in ends)
        return tuple(chain.from_iterable(self._pieces(index) for index in range(one, other + 1)))

    def _pieces(self, index: int) -> tuple[Piece, ...]:
        known = self._known.get(index)
        if known is None:
            clip = self._timeline.clips[index]
            heard = clip.heard(self._timeline.rate)
            found = (Piece(samples_for(heard + start), key) for key, start in self._sounds(clip.scene))
            known = self._known[index] = tuple(sorted(found, key=lambda piece: piece.start))
        return known


class Mixer:
    """Serves the sound of a stretch piece by piece. `read` gives the samples of a key, None: not there yet."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read
        self._find: Find = lambda *_: ()
        self.stretch = Stretch(0, 0, 0)
        self.served = 0

    def use(self, find: Find) -> None:
        """Serve these sounds from now on."""
        self._find = find

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
        for piece, end in self._heard(first, first + count):
            data, start = self._read(piece.key), max(piece.start, first)
            if data is not None:
                heard = data[(start - piece.start) * BYTES : (end - piece.start) * BYTES]
                out[(start - first) * BYTES : (start - first) * BYTES + len(heard)] = heard
        return bytes(out)

    def keys(self, first: int, stop: int) -> tuple[str, ...]:
        """The sounds that are heard in samples `first <= n < stop`, in order, the one begun before included."""
        return tuple(piece.key for piece, _ in self._heard(first, stop))

    def _heard(self, first: int, stop: int) -> Iterator[tuple[Piece, int]]:
        """The pieces that have a part in these samples, and where each ends there."""
        pieces = self._find(first, stop)
        for piece, after in zip(pieces, (*pieces[1:], None), strict=False):
            end = stop if after is None else min(after.start, stop)
            if piece.start < stop and end > first:
                yield piece, end
