"""The author's own voice: recordings decoded, and the sentences found in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers.media import LONGEST, opened
from renderers.sound import Samples, Sound, faded
from studio.errors import BadFileError
from studio.narration import speaking_time
from studio.timebase import SAMPLE_RATE, samples_for

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame

_TICK = SAMPLE_RATE // 100
"""Samples of 10 ms: the grid on which speech and gaps are told apart."""
_SHORTEST_GAP = 12
"""Ticks of quiet that may part two sentences."""
_REACH = 0.35
"""How far a sentence's end may be moved to a gap, as a share of the shorter sentence beside it."""


def decode(path: Path, trim_start: Fraction = Fraction(0), trim_end: Fraction = Fraction(0)) -> Sound:
    """A recording (wav, m4a, mp3, wma, ogg … or the sound of a video) as mono 48 kHz sound.

    `trim_start` and `trim_end` (seconds) are cut off; the new ends are faded over 5 ms. Raises `BadFileError`.
    """
    from av.error import FFmpegError

    try:
        pieces = list(_decoded(path))
    except (FFmpegError, OSError, ValueError, IndexError) as error:
        sentence = f"The recording “{path.name}” cannot be read; record it again or choose another file."
        raise BadFileError(sentence, str(error)) from error
    whole = np.concatenate(pieces) if pieces else np.zeros(0, np.float32)
    if not len(whole):
        raise BadFileError(
            f"The recording “{path.name}” holds no sound; record it again or choose another file."
        )
    kept = whole[samples_for(trim_start) : max(0, len(whole) - samples_for(trim_end))]
    return faded(Sound(kept))


def align(sentences: Sequence[str], samples: Samples) -> tuple[tuple[Fraction, Fraction], ...]:
    """When each sentence is heard in a recording: (start, end) in seconds, ascending, without overlap.

    The speaking time that the sentences need shares out the time in which somebody speaks; then each
    boundary moves to the longest near gap. Without any words spoken they share out the whole recording.
    """
    if not sentences:
        return ()
    speaking = _speaking(samples)
    if not speaking.any():
        speaking = np.ones(max(1, len(speaking)), bool)
    heard = np.concatenate([[0], np.cumsum(speaking)])
    weights = [float(speaking_time(sentence)) for sentence in sentences]
    shares = [0.0, *accumulate(weights)]
    gaps = _gaps(speaking)
    edges = [(0, int(np.flatnonzero(speaking)[0]))]
    for index in range(1, len(sentences)):
        wanted = int(np.searchsorted(heard, shares[index] / shares[-1] * heard[-1]))
        room = int(_REACH * min(weights[index - 1], weights[index]) / shares[-1] * heard[-1])
        stop, start = _nearest_gap(wanted, room, gaps)
        stop = max(stop, edges[-1][1])
        edges.append((stop, max(start, stop)))
    edges.append((int(np.flatnonzero(speaking)[-1]) + 1, 0))
    return tuple(
        (Fraction(before[1], 100), Fraction(max(after[0], before[1]), 100))
        for before, after in pairwise(edges)
    )


def _decoded(path: Path) -> Iterator[Samples]:
    from av.audio.resampler import AudioResampler

    # FFmpeg mixes stereo down at full weight for each side only with doubles and floats: no clipping here
    resampler = AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
    total = 0
    with opened(path) as container:
        for frame in container.decode(container.streams.audio[0]):
            for piece in _arrays(resampler.resample(frame)):
                total += len(piece)
                if total > LONGEST * SAMPLE_RATE:
                    raise ValueError("longer than any lecture")
                yield piece
        yield from _arrays(resampler.resample(None))


def _arrays(frames: list[AudioFrame]) -> Iterator[Samples]:
    for frame in frames:
        yield frame.to_ndarray().reshape(-1).astype(np.float32)


def _speaking(samples: Samples) -> NDArray[np.bool_]:
    """For each 10 ms whether somebody speaks: louder than halfway (in dB) from the room's noise to the voice."""
    count = len(samples) // _TICK
    levels = 10 * np.log10(np.square(samples[: count * _TICK]).reshape(-1, _TICK).mean(axis=1) + 1e-10)
    if not count:
        return np.zeros(0, np.bool_)
    noise, voice = np.percentile(levels, 5), np.percentile(levels, 95)
    if voice < -60:
        return np.zeros(count, np.bool_)
    threshold = max(noise + 0.4 * (voice - noise), voice - 35) if voice - noise > 10 else noise - 1
    return levels > threshold


def _gaps(speaking: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Quiet stretches (first tick, tick behind the last) inside the speech, long enough to part sentences."""
    change = np.flatnonzero(np.diff(np.concatenate([[True], speaking, [True]]).astype(np.int8)))
    pairs = [(int(a), int(b)) for a, b in change.reshape(-1, 2)]
    return [(a, b) for a, b in pairs if b - a >= _SHORTEST_GAP and a > 0 and b < len(speaking)]


def _nearest_gap(wanted: int, room: int, gaps: list[tuple[int, int]]) -> tuple[int, int]:
    """The end of one sentence and the start of the next: round the longest gap in reach, else as wanted."""
    near = [gap for gap in gaps if gap[0] - room <= wanted <= gap[1] + room]
    if not near:
        return wanted, wanted
    return max(near, key=lambda gap: (gap[1] - gap[0], -abs(gap[0] - wanted)))
