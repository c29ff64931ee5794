"""Sound as a value, and the small things done to it: resampling, trimming, fading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from studio.progress import NEVER, CancelToken
from studio.timebase import SAMPLE_RATE

if TYPE_CHECKING:
    import numpy as np
    from av.audio.frame import AudioFrame
    from av.filter import Graph
    from numpy.typing import NDArray

Samples: TypeAlias = "NDArray[np.float32]"

_TICK = Fraction(1, SAMPLE_RATE)
FLOOR = 0.002
"""Amplitude below which there is nothing to hear at the ends of a take (-54 dBFS)."""
MARGIN = 480
"""Samples kept before the first and after the last heard one: 10 ms."""
_PIECE = 10 * SAMPLE_RATE


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
    import numpy as np

    return resampled(np.frombuffer(data, np.int16).astype(np.float32) / np.float32(32768), rate)


def pieces(length: int, cancel: CancelToken) -> Iterator[slice]:
    """`length` samples in pieces of ten seconds, so that long work can be stopped. Raises `Cancelled`."""
    for start in range(0, length, _PIECE):
        cancel.check()
        yield slice(start, min(start + _PIECE, length))


def resampled(samples: Samples, rate: int) -> Sound:
    """Samples (n,) at `rate` a second as 48 kHz sound (soxr, high quality)."""
    import numpy as np
    import soxr

    if rate == SAMPLE_RATE or not len(samples):
        return Sound(samples.astype(np.float32))
    return Sound(soxr.resample(samples.astype(np.float32), rate, SAMPLE_RATE, quality="HQ"))


def trimmed(sound: Sound) -> Sound:
    """Without the silence at both ends, but 10 ms of it, faded in and out; nothing heard gives no samples."""
    import numpy as np

    heard = np.flatnonzero(np.abs(sound.samples) > FLOOR)
    if not len(heard):
        return Sound(np.zeros(0, np.float32))
    start, stop = max(0, heard[0] - MARGIN), min(len(sound), heard[-1] + 1 + MARGIN)
    return faded(Sound(sound.samples[start:stop]))


def faded(sound: Sound, samples: int = MARGIN // 2) -> Sound:
    """The same with its ends brought to zero over so many samples (raised cosine), so that no cut clicks."""
    import numpy as np

    count = min(samples, len(sound) // 2)
    if count == 0:
        return sound
    ramp = (0.5 - 0.5 * np.cos(np.pi * np.arange(count) / count)).astype(np.float32)
    out = sound.samples.copy()
    out[:count] *= ramp
    out[-count:] *= ramp[::-1]
    return Sound(out)


def filtered(samples: Samples, filters: tuple[str, ...], cancel: CancelToken = NEVER) -> Iterator[AudioFrame]:
    """Mono samples (n,) sent through FFmpeg's filters ("name=options"), frame by frame as they come out.

    Filters that keep the length give frames of a second, the last one shorter. Raises `Cancelled`.
    """
    import av
    import numpy as np
    from av.filter import Graph

    graph = Graph()
    graph.threads = 1
    chain = [graph.add_abuffer(sample_rate=SAMPLE_RATE, format="flt", layout="mono", time_base=_TICK)]
    for text in filters:
        name, _, options = text.partition("=")
        chain.append(graph.add(name, options))
    chain.append(graph.add("abuffersink"))
    graph.link_nodes(*chain).configure()
    for start in range(0, len(samples) + SAMPLE_RATE, SAMPLE_RATE):
        cancel.check()
        piece = np.ascontiguousarray(samples[None, start : start + SAMPLE_RATE], np.float32)
        if piece.size:
            frame = av.AudioFrame.from_ndarray(piece, format="flt", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, start, _TICK
            graph.push(frame)
        else:
            graph.push(None)
        yield from _drained(graph)


def _drained(graph: Graph) -> Iterator[AudioFrame]:
    from av import AudioFrame
    from av.error import BlockingIOError, EOFError

    while True:
        try:
            frame = graph.pull()
        except (BlockingIOError, EOFError):
            return
        assert isinstance(frame, AudioFrame)
        yield frame
