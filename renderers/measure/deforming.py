"""Whether one picture bends into the other, found by dense optical flow in frames of which nothing is known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Box = tuple[int, int, int, int]

_LEAST_AREA, _LEAST_SIDE = 0.02, 24
_BENT = 0.15
"""What the stills leave unexplained of a frame where a picture bends, at least, as a share of how far they are."""
_GAIN = 0.85
"""What the stills, bent onto the frame, may leave of that."""
_CONSISTENT, _HALF, _SHARP = 0.6, 0.45, 0.8
_MIDST = (0.25, 0.75)
"""Frames with so much of the second still are looked at."""


def deforming(frames: Sequence[Floats], changed: Bools) -> bool:
    """Whether the largest changed area shows a picture that bends into another one and stays sharp."""
    box = _largest(changed)
    if box is None or len(frames) < 4:
        return False
    left, top, width, height = box
    cropped = [np.ascontiguousarray(frame[top : top + height, left : left + width]) for frame in frames]
    a, b = cropped[0], cropped[-1]
    shares = [_share(a, frame, b) for frame in cropped]
    midst = [n for n, share in enumerate(shares) if _MIDST[0] <= share <= _MIDST[1]]
    looked = sorted({midst[0], midst[len(midst) // 2], midst[-1]}) if midst else []
    return bool(looked) and all(_bends(a, cropped[n], b, shares[n]) for n in looked)


def _share(a: Floats, frame: Floats, b: Floats) -> float:
    """How much of the second still is in a frame, if it is a mix: 0 to 1."""
    apart = b - a
    return min(1.0, max(0.0, float(((frame - a) * apart).sum() / max(1e-6, float((apart * apart).sum())))))


def _largest(changed: Bools) -> Box | None:
    """The box of the largest changed area that could be a picture."""
    import cv2

    closed = cv2.morphologyEx(changed.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(closed)
    if count < 2:
        return None
    left, top, width, height, area = (int(value) for value in max(stats[1:], key=lambda row: int(row[4])))
    small = area < _LEAST_AREA * changed.size or min(width, height) < _LEAST_SIDE
    return None if small else (left, top, width, height)


def _bends(a: Floats, frame: Floats, b: Floats, share: float) -> bool:
    plain = _unexplained(a, frame, b, share)
    if plain < _BENT * min(float(np.abs(frame - a).mean()), float(np.abs(frame - b).mean())):
        return False
    (one, sure_one), (other, sure_other) = _bent(a, frame), _bent(b, frame)
    edges = _edges(frame) / max(1e-6, (1 - share) * _edges(a) + share * _edges(b))
    sure = max(sure_one, sure_other) >= _CONSISTENT and min(sure_one, sure_other) >= _HALF
    return _unexplained(one, frame, other, share) < _GAIN * plain and sure and _SHARP <= edges <= 1 / _SHARP


def _unexplained(one: Floats, frame: Floats, other: Floats, share: float) -> float:
    """What is left of a frame where each pixel is the one picture's, the other's or a mix, whichever is nearest:
    what only one of them shows is taken from that one.
    """
    explained = one, other, one + share * (other - one)
    return float(np.minimum.reduce([np.abs(frame - each) for each in explained]).mean())


def _bent(still: Floats, frame: Floats) -> tuple[Floats, float]:
    """A still bent onto a frame, and the share of pixels in which the ways there and back agree."""
    import cv2

    flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    here, there = frame.astype(np.uint8), still.astype(np.uint8)
    forth = flow.calc(here, there, np.zeros((*here.shape, 2), np.float32))
    back = flow.calc(there, here, np.zeros((*here.shape, 2), np.float32))
    rows, columns = np.indices(here.shape, np.float32)
    x, y = columns + forth[..., 0], rows + forth[..., 1]
    returned = cv2.remap(back, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    agree = np.linalg.norm(forth + returned, axis=-1) < 1.0
    bent = cv2.remap(still, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(bent, np.float32), float(agree.mean())


def _edges(picture: Floats) -> float:
    import cv2

    across, down = cv2.Sobel(picture, cv2.CV_32F, 1, 0), cv2.Sobel(picture, cv2.CV_32F, 0, 1)
    return float(np.abs(across).mean() + np.abs(down).mean())
