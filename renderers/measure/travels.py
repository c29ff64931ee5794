"""Whether a whole picture travels: a push, a cover or an uncovering, found in frames of which nothing is known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_WIDTH = 80
"""Pictures are compared at this width."""
_FITS = 0.4
"""The largest share of a frame's difference from both stills that may be left unexplained."""
_MOST = 0.7
"""The share of the frames on the way that have to fit."""


def travels(frames: Sequence[NDArray[np.uint8]]) -> bool:
    """Whether the frames between the first and the last are the two, shoved against each other."""
    import cv2

    height = max(8, round(frames[0].shape[0] * _WIDTH / frames[0].shape[1]))
    small = [
        np.asarray(cv2.resize(each, (_WIDTH, height), interpolation=cv2.INTER_AREA), np.float32)
        for each in frames
    ]
    a, b = small[0], small[-1]
    between = [each for each in small[1:-1] if min(_apart(each, a), _apart(each, b)) > 0.1 * _apart(a, b)]
    if not between:
        return False
    for turns in range(4):  # every direction is "to the left" of a turned picture
        first, second = np.rot90(a, turns), np.rot90(b, turns)
        fitting = sum(_left(np.rot90(each, turns), first, second) for each in between)
        if fitting >= _MOST * len(between):
            return True
    return False


def _left(frame: Floats, a: Floats, b: Floats) -> bool:
    """Whether a frame is `a` and `b` with the border between them somewhere on the way to the left."""
    width = frame.shape[1]
    worth = min(_apart(frame, a), _apart(frame, b))
    best = np.inf
    for gone in range(1, width):
        rest = width - gone
        new_comes = float(np.abs(frame[:, rest:] - b[:, :gone]).sum())
        new_stands = float(np.abs(frame[:, rest:] - b[:, rest:]).sum())
        old_goes = float(np.abs(frame[:, :rest] - a[:, gone:]).sum())
        old_stands = float(np.abs(frame[:, :rest] - a[:, :rest]).sum())
        best = min(best, new_comes + min(old_goes, old_stands), new_stands + old_goes)
    return best / frame.size < _FITS * worth


def _apart(one: Floats, other: Floats) -> float:
    return float(np.abs(one - other).mean())
