"""The author's own voice: recordings decoded, and the sentences found in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers.media import LONGEST, opened
from renderers.sound import Samples, Sound, faded, pieces
from studio.errors import BadFileError
from studio.narration import speaking_time
from studio.progress import NEVER, CancelToken
from studio.timebase import SAMPLE_RATE, samples_for

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame

_TICK = SAMPLE_RATE // 100
"""Samples of 10 ms: the grid on which speech and gaps are told apart."""
_SHORTEST_GAP = 12
"""Ticks of quiet that may part two sentences."""
_PAUSE = 60
"""Ticks of a pause that parts two sentences without doubt."""
_PAUSE_WEIGHT = 4.0
"""What a boundary without a pause costs, in squares of a sentence's deviation from its length."""
_AT_ONCE = 64
"""Ends of a sentence looked at together."""


def decode(
    path: Path,
    trim_start: Fraction = Fraction(0),
    trim_end: Fraction = Fraction(0),
    cancel: CancelToken = NEVER,
) -> Sound:
    """A recording (wav, m4a, mp3, wma, ogg … or the sound of a video) as mono 48 kHz sound.

    `trim_start` and `trim_end` (seconds) are cut off; the new ends are faded over 5 ms. Raises `BadFileError`
    and `Cancelled`.
    """
    from av.error import FFmpegError

    try:
        decoded = list(_decoded(path, cancel))
    except (FFmpegError, OSError, ValueError, IndexError) as error:
        sentence = f"The recording “{path.name}” cannot be read; record it again or choose another file."
        raise BadFileError(sentence, str(error)) from error
    whole = np.concatenate(decoded) if decoded else np.zeros(0, np.float32)
    if not len(whole):
        raise BadFileError(
            f"The recording “{path.name}” holds no sound; record it again or choose another file."
        )
    kept = whole[samples_for(trim_start) : max(0, len(whole) - samples_for(trim_end))]
    return faded(Sound(kept))


def align(
    sentences: Sequence[str], samples: Samples, cancel: CancelToken = NEVER
) -> tuple[tuple[Fraction, Fraction], ...]:
    """When each sentence is heard in a recording: (start, end) in seconds, ascending, without overlap.

    Sentences are parted at pauses: of all ways to share out the pauses, the one in which every sentence is
    spoken about as long as its words need and the pauses between are long. Where a pause is missing the
    boundary is drawn in proportion. Without anybody speaking the sentences share the whole recording.
    Raises `Cancelled`.
    """
    if not sentences:
        return ()
    speaking = _speaking(samples, cancel)
    if not speaking.any():
        speaking = np.ones(max(1, len(samples) // _TICK), np.bool_)
    spoken = np.concatenate([[0], np.cumsum(speaking)])
    needed = np.array([float(speaking_time(sentence)) for sentence in sentences])
    needed *= spoken[-1] / needed.sum()
    candidates = _candidates(speaking, np.searchsorted(spoken, np.cumsum(needed)[:-1]))
    chosen = [candidates[index] for index in _best_boundaries(candidates, spoken, needed, cancel)]
    first, last = np.flatnonzero(speaking)[[0, -1]]
    starts = [int(first), *(start for _, start in chosen)]
    ends = [*(end for end, _ in chosen), int(last) + 1]
    return tuple((Fraction(a, 100), Fraction(max(a, b), 100)) for a, b in zip(starts, ends, strict=True))


def _candidates(speaking: NDArray[np.bool_], fair: NDArray[np.intp]) -> list[tuple[int, int]]:
    """Where sentences may part, ascending, as (end of one, start of the next): pauses and fair shares."""
    pauses = _gaps(speaking)
    apart = [int(place) for place in fair if not any(a <= place <= b for a, b in pauses)]
    return sorted([*pauses, *((place, place) for place in apart)])


def _best_boundaries(
    candidates: list[tuple[int, int]],
    spoken: NDArray[np.intp],
    needed: NDArray[np.float64],
    cancel: CancelToken,
) -> list[int]:
    """Which candidates to take, one for each boundary, by dynamic programming over all ascending choices."""
    said = np.array([0, *(spoken[end] for end, _ in candidates), spoken[-1]], float)
    quiet = np.array([_PAUSE, *(start - end for end, start in candidates), _PAUSE], float)
    dear = _PAUSE_WEIGHT * (1 - np.minimum(quiet, _PAUSE) / _PAUSE)
    costs = np.full(len(said), np.inf)
    costs[0] = 0.0
    steps: list[NDArray[np.intp]] = []
    for need in needed:
        step, costs = _best_starts(said, costs, float(need), cancel)
        steps.append(step)
        costs += dear
    place = len(said) - 1
    chosen: list[int] = []
    for step in reversed(steps[1:]):
        place = int(step[place])
        chosen.append(place)
    return [min(max(index - 1, 0), len(candidates) - 1) for index in reversed(chosen)] if candidates else []


def _best_starts(
    said: NDArray[np.float64], costs: NDArray[np.float64], need: float, cancel: CancelToken
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Where a sentence that needs `need` ticks starts best, for each place where it may end, and what it costs.

    `said` (n,) ascends; `costs` (n,) is the price of all before. A few ends at a time, so that an hour's
    pauses fit into memory.
    """
    starts = np.zeros(len(said), np.intp)
    least = np.full(len(said), np.inf)
    for first in range(0, len(said), _AT_ONCE):
        cancel.check()
        ends = np.arange(first, min(first + _AT_ONCE, len(said)))
        off = said[ends, None] - said[None, : ends[-1] + 1]
        off -= need
        off /= 0.25 * need + 15
        off *= off
        off += costs[: ends[-1] + 1]
        off[np.arange(ends[-1] + 1)[None, :] > ends[:, None]] = np.inf
        starts[ends] = off.argmin(axis=1)
        least[ends] = off[np.arange(len(ends)), starts[ends]]
    return starts, least


def _decoded(path: Path, cancel: CancelToken) -> Iterator[Samples]:
    from av.audio.resampler import AudioResampler

    resampler = AudioResampler(format="fltp", rate=SAMPLE_RATE)
    total = 0
    with opened(path) as container:
        for frame in container.decode(container.streams.audio[0]):
            cancel.check()
            for piece in _arrays(resampler.resample(frame)):
                total += len(piece)
                if total > LONGEST * SAMPLE_RATE:
                    raise ValueError("longer than any lecture")
                yield piece
        yield from _arrays(resampler.resample(None))


def _arrays(frames: list[AudioFrame]) -> Iterator[Samples]:
    for frame in frames:
        yield frame.to_ndarray().mean(axis=0, dtype=np.float32)  # FFmpeg's own mix adds 3 dB and may clip


def _speaking(samples: Samples, cancel: CancelToken) -> NDArray[np.bool_]:
    """For each 10 ms whether somebody speaks: louder than halfway (in dB) from the room's noise to the voice."""
    count = len(samples) // _TICK
    if not count:
        return np.zeros(0, np.bool_)
    powers = [
        np.square(samples[piece]).reshape(-1, _TICK).mean(axis=1) for piece in pieces(count * _TICK, cancel)
    ]
    levels = 10 * np.log10(np.concatenate(powers) + 1e-10)
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
