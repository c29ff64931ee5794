"""Where a video changes: runs of frames that change between stretches that stand still, of any video.

Frames are compared in blocks of `BLOCK` x `BLOCK` reduced pixels, over a twelfth of a second: the noise of coding
is even there, and the slow beginning of a fade is not. Frames are kept only while something changes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Blocks = NDArray[np.float32]

BLOCK = 4
NOISE = 3.0
"""Levels (of 255) by which a block may differ without anything having changed."""
REST_S = 0.1
"""A picture that stands so long (seconds) stands still."""
LONGEST_S = 10.5
"""What changes for longer is a moving picture, no change between two."""
_LAG_S = 1 / 12
_PAUSE_S = 0.25
"""Frames farther apart than this (seconds): the picture stood meanwhile, the file only does not say so."""
_LEAST_BLOCKS = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """A reduced frame, (H, W) uint8 luma, and when it is shown (seconds)."""

    at: float
    picture: Picture


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of frames that change, from `start` to `end` (seconds).

    `frames` are those of a change between two stills, both with it; empty where the picture moves on and on, or
    where the video begins or ends in the middle.
    """

    start: float
    end: float
    frames: tuple[Picture, ...] = ()


class Finder:
    """Sees one frame after the other of a video of `rate` frames a second; tells of each change when it is over."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._lag, self._rest = max(1, round(_LAG_S * rate)), max(2, round(REST_S * rate))
        self._longest = int(LONGEST_S * rate)
        self._past: deque[Shown] = deque(maxlen=self._lag + 1)
        self._kept: list[Shown] = []
        self._still: Blocks | None = None
        """What the last picture that stood still looks like."""
        self._begun: float | None = None
        self._quiet = 0
        self._moving = self._from_still = False

    def see(self, shown: Shown) -> Iterator[Stretch]:
        """The next frame; yields the change that it ends, if it does."""
        before = self._past[-1] if self._past else None
        if before is not None and shown.at - before.at > _PAUSE_S:
            for n in range(1, 2 * self._lag + self._rest + 2):
                yield from self._see(Shown(before.at + n / self._rate, before.picture))
        yield from self._see(shown)

    def over(self) -> Iterator[Stretch]:
        """The video ends: so does what is changing, if only just."""
        if self._begun is not None and self._kept:
            ended = self._quiet > self._lag
            yield from self._stretch(self._begun, whole=self._from_still and not self._moving and ended)

    def _see(self, shown: Shown) -> Iterator[Stretch]:
        now = blocks(shown.picture)
        self._still = now if self._still is None else self._still
        self._past.append(shown)
        acts = differ(now, blocks(self._past[0].picture))
        if self._begun is not None:
            yield from self._change(self._begun, shown, now, acts)
        elif acts or differ(now, self._still, 2 * NOISE):
            self._begin()
        else:
            self._quiet += 1

    def _begin(self) -> None:
        self._from_still = self._quiet >= self._rest
        self._kept = list(self._past)
        self._begun, self._quiet, self._moving = self._past[0].at, 0, False

    def _change(self, begun: float, shown: Shown, now: Blocks, acts: bool) -> Iterator[Stretch]:
        if self._moving:
            self._kept = [shown]
        else:
            self._kept.append(shown)
            self._moving = len(self._kept) > self._longest
        self._quiet = 0 if acts else self._quiet + 1
        if self._quiet >= self._lag + self._rest:
            yield from self._stretch(begun, whole=self._from_still and not self._moving)
            self._begun, self._still, self._kept = None, now, []

    def _stretch(self, begun: float, *, whole: bool) -> Iterator[Stretch]:
        last = blocks(self._kept[-1].picture)
        if not self._moving and not any(differ(blocks(each.picture), last, 2 * NOISE) for each in self._kept):
            return  # the coding settled, no more
        frames = tuple(each.picture for each in self._kept) if whole else ()
        yield Stretch(begun, self._kept[-1].at, frames)


def blocks(picture: Picture) -> Blocks:
    """Means of `BLOCK` x `BLOCK` pixels."""
    import cv2

    size = (max(1, picture.shape[1] // BLOCK), max(1, picture.shape[0] // BLOCK))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32)


def differ(one: Blocks, other: Blocks, noise: float = NOISE) -> bool:
    """Whether more differs than noise does: several blocks, or one by much."""
    apart = np.abs(one - other)
    return int((apart > noise).sum()) >= _LEAST_BLOCKS or float(apart.max()) > 3 * noise
