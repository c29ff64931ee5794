"""Samples -> AAC-LC by FFmpeg's native encoder, so that pieces can be joined without a click.

A piece starts and ends with at least one block of digital silence; its priming unit is dropped. What overlaps
at a joint is then silence on both sides. `silent_unit` is the unit that lasts between pieces, and in the pauses
between sentences: a seventh of a lesson, which is not coded at all.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from renderers.segments import AudioSegment
from studio.progress import CancelToken
from studio.timebase import BLOCK, SAMPLE_RATE

if TYPE_CHECKING:
    import numpy as np
    from av.audio.codeccontext import AudioCodecContext
    from numpy.typing import NDArray

OVERSHOOT_DB = 1.3
"""What coding adds to the highest true peak: found in 14 minutes of speech at 128 kbit/s."""
_QUALITY = 140
"""Of FFmpeg's scale from 1 up, at which speech takes about the bits a second that were asked for.

At 96 kbit/s, half a minute of speech, noise against what the ear lets pass in each Bark band (mean, 99th
percentile): the coder that keeps to a number of bits a block +4.4 and +15.6 dB with 121 kbit/s, because it codes
most blocks two to six times until they fit, and too coarsely where it is loudest; this one +2.0 and +14.1 dB with
98 kbit/s.
"""
_AT_ONCE = 128
"""Blocks that the encoder is given together; between them a cancel is looked for."""
_PAUSE = 4
"""Blocks of digital silence from which on it is worth beginning anew behind them."""


def configure(encoder: AudioCodecContext, bits: int) -> None:
    """Mono, 48 kHz, as good throughout as speech can be with `bits` a second: 180 x real time on one core, the
    default coder 24. Shaping and inventing noise cost time, and bits rather than saving any at these rates.
    """
    from av.codec.context import Flags

    encoder.sample_rate = SAMPLE_RATE
    encoder.layout = "mono"
    encoder.format = "fltp"
    encoder.bit_rate = bits
    encoder.flags |= Flags.qscale
    encoder.options = {
        "aac_coder": "fast",
        "aac_tns": "0",
        "aac_pns": "0",
        "global_quality": str(_QUALITY),
        "cutoff": str(min(12_000 + bits // 16, 20_000)),  # as FFmpeg has it for so many bits
    }


def encode(samples: NDArray[np.float32], bits: int, cancel: CancelToken) -> AudioSegment:
    """One segment of (n,) float32 samples in -1..1, which must begin with a block of digital silence; one is
    put after them. Raises `Cancelled` within a few hundred blocks.
    """
    import numpy as np

    if samples[:BLOCK].any():
        raise ValueError("a piece of sound has to begin with silence, or the joint before it clicks")
    blocks = -(-len(samples) // BLOCK) + 1
    padded = np.zeros(blocks * BLOCK, np.float32)
    padded[: len(samples)] = samples
    silence = silent_unit(bits)
    units: list[bytes] = []
    for first, behind in _heard((padded != 0).reshape(blocks, BLOCK).any(axis=1)):
        units += [silence] * (first - len(units))
        coded = _units(padded[first * BLOCK : behind * BLOCK], bits, cancel)
        units += coded[1 : behind - first + 1]
    return AudioSegment((*units, *[silence] * (blocks - len(units))))


def _heard(sounding: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches of blocks (half-open) that hold all that sounds, each with a silent block at both ends."""
    import numpy as np

    loud = np.flatnonzero(sounding)
    if not len(loud):
        return []
    ends = np.flatnonzero(np.diff(loud) > _PAUSE)
    firsts, lasts = loud[np.append(0, ends + 1)], loud[np.append(ends, len(loud) - 1)]
    return [(int(first) - 1, int(last) + 2) for first, last in zip(firsts, lasts, strict=True)]


@lru_cache(maxsize=8)
def silent_unit(bits: int) -> bytes:
    """The AAC unit of a block of digital silence between two others."""
    import numpy as np

    return _units(np.zeros(6 * BLOCK, np.float32), bits, CancelToken())[3]


def _units(samples: NDArray[np.float32], bits: int, cancel: CancelToken) -> list[bytes]:
    from av import AudioFrame
    from av.audio.codeccontext import AudioCodecContext

    encoder = AudioCodecContext.create("aac", "w")
    assert isinstance(encoder, AudioCodecContext)
    configure(encoder, bits)
    encoder.open()
    units: list[bytes] = []
    size = _AT_ONCE * BLOCK
    for start in range(0, len(samples), size):
        cancel.check()
        frame = AudioFrame.from_ndarray(samples[None, start : start + size], format="fltp", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        frame.pts = start
        units += [bytes(packet) for packet in encoder.encode(frame)]
    return units + [bytes(packet) for packet in encoder.encode(None)]
