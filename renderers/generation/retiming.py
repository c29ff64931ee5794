"""Brings a model's pictures to the number, the size and the ends that a change has."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from renderers import flows
from renderers.generation.job import Picture

_NEAR = 0.02
"""A moment so near to one of the model's pictures is that picture."""
_BLENDED = 3
"""So many pictures beside a pinned end lean towards it: by three quarters, a half, a quarter."""
_MEETING = 1 / 3
"""The share of the way in which two motions change places."""


def sized(picture: Picture, size: tuple[int, int]) -> Picture:
    """A picture at (width, height): means of areas where it shrinks, cubic where it grows."""
    import cv2

    if (picture.shape[1], picture.shape[0]) == size:
        return picture
    shrinks = size[0] * size[1] < picture.shape[0] * picture.shape[1]
    way = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, size, interpolation=way), np.uint8)


def retimed(frames: Sequence[Picture], wanted: int) -> list[Picture]:
    """`wanted` pictures (at least 2) at equal distances over the whole of `frames`, the ends being its ends.

    Between two of them both are moved along their optical flow to where things are at that moment.
    """
    moments = np.linspace(0, len(frames) - 1, wanted)
    return [_between(frames, float(moment)) for moment in moments]


def _between(frames: Sequence[Picture], moment: float) -> Picture:
    near = round(moment)
    if abs(moment - near) <= _NEAR:
        return frames[near]
    before = int(moment)
    a, b, t = frames[before], frames[before + 1], moment - before
    first, second = (np.asarray(_grey(picture)) for picture in (a, b))
    there = flows.dense(first, second, fine=False)
    back = flows.dense(second, first, fine=False)
    # pixels move little between two pictures of a video: the flow of where they come from is that of where they are
    return mixed(_moved(a, there * -t), _moved(b, back * (t - 1)), t)


def _grey(picture: Picture) -> Picture:
    import cv2

    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)


def _moved(picture: Picture, by: flows.Field) -> Picture:
    import cv2

    height, width = picture.shape[:2]
    across, down = cv2.split(flows.grid(width, height) + by)
    moved = cv2.remap(picture, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, np.uint8)


def mixed(a: Picture, b: Picture, t: float) -> Picture:
    """`a` at 0, `b` at 1."""
    import cv2

    return np.asarray(cv2.addWeighted(a, 1 - t, b, t, 0), np.uint8)


def met(before: Sequence[Picture], behind: Sequence[Picture]) -> list[Picture]:
    """One motion out of two of equal length: the first third of the one, the last third of the other, and between
    them both at once, the one going and the other coming.
    """
    count = len(before)
    share = [min(1.0, max(0.0, (t / (count - 1) - _MEETING) / _MEETING)) for t in range(count)]
    return [mixed(a, b, t) for a, b, t in zip(before, behind, share, strict=True)]


def pinned(frames: Sequence[Picture], first: Picture, last: Picture) -> list[Picture]:
    """The frames with the given pictures at their ends, to the bit; those beside the ends lean towards them."""
    out = list(frames)
    beside = min(_BLENDED, (len(out) - 2) // 2)
    for step in range(1, beside + 1):
        lean = 1 - step / (beside + 1)
        out[step] = mixed(out[step], first, lean)
        out[-1 - step] = mixed(out[-1 - step], last, lean)
    out[0], out[-1] = first, last
    return out
