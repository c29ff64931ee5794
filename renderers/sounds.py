"""Finished sounds as they are kept: 16-bit samples, and beside them what a loudness meter reads.

A sentence or a recording is measured once, when it is made; every scene it stands in is then levelled without
listening to it again.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from renderers.cache import Entry
from renderers.sound import Samples, pieces
from studio.progress import NEVER, CancelToken
from studio.timebase import SAMPLE_RATE

if TYPE_CHECKING:
    from renderers.loudness import Readings


def pack(samples: Samples, cancel: CancelToken = NEVER) -> Entry:
    """Mono samples (n,) at 48 kHz as an entry, filled up with silence to whole milliseconds. Raises `Cancelled`."""
    import numpy as np

    from renderers.loudness import STEP, read

    pcm = np.zeros(-(-len(samples) // STEP) * STEP, "<i2")
    for piece in pieces(len(samples), cancel):
        pcm[piece] = np.clip(np.round(samples[piece] * 32767), -32768, 32767)
    readings = read(samples, cancel)
    told = {"seconds": str(Fraction(len(pcm), SAMPLE_RATE))}
    return Entry(told, tuple(part.tobytes() for part in (pcm, readings.energies, readings.peaks)))


def unpack(entry: Entry, cancel: CancelToken = NEVER) -> Samples:
    """The samples of an entry. Raises `Cancelled`."""
    import numpy as np

    pcm = np.frombuffer(entry.blobs[0], "<i2")
    samples = np.empty(len(pcm), np.float32)
    for piece in pieces(len(pcm), cancel):
        np.divide(pcm[piece], np.float32(32767), out=samples[piece], dtype=np.float32)
    return samples


def readings(entry: Entry) -> Readings:
    """What the meter reads of an entry's sound."""
    import numpy as np

    from renderers.loudness import Readings

    energies, peaks = (np.frombuffer(blob, np.float32) for blob in entry.blobs[1:3])
    return Readings(energies, peaks)
