"""Whether a picture that turns into another one stays a picture on the way: sharp, and moving as one.

Measured on what is seen at the tracked place of a pair of pictures, brought to one small size. A cross-fade of two
different pictures loses its edges half-way (sharpness); frames that a model made each for itself have nothing to
follow from one to the next (coverage).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from renderers import flows
from renderers.planes import Planes

if TYPE_CHECKING:
    from renderers.measure.persistence import Tracked
    from renderers.transitions.how import Track

SHARPNESS, COVERAGE = 0.8, 0.7
"""What levels 4 and 5 promise, at least."""
_WIDTH, _LEAST = 320, 16
"""Pixels across at which a picture is looked at; one of fewer than `_LEAST` is not judged."""
_STEPS = 12
"""Motion is looked for in at most so many steps of a change, evenly spread."""
_PLAIN = 1.0
"""Sobel energy below which a picture has no edges to lose."""


@dataclass(frozen=True, slots=True)
class Reshaped:
    """Figures of the worst of the pictures that were reshaped.

    `sharpness`: min over t of E(F_t) / ((1 - t) E(A) + t E(B)), E the mean squared Sobel gradient; about 1 where no
    edge is lost. `coverage`: the least share of a picture (0 to 1) whose motion from one frame to the next is
    found again from there back. `warping_error`: mean squared difference of a frame and the next one brought back
    along that motion, over those pixels, luma in 0..1 (Lai et al., Learning Blind Video Temporal Consistency,
    ECCV 2018, equation 9).
    """

    sharpness: float
    coverage: float
    warping_error: float


def reshaped(frames: Sequence[Planes], tracked: Tracked) -> Reshaped | None:
    """What became of the pictures that turn into others; None where there is none, or none large enough."""
    found: list[Reshaped] = []
    for track in tracked.tracks:
        if track.reshaped:
            views = seen(frames, track, tracked.moments)
            if views:
                found.append(of_views(views, tracked.moments))
    if not found:
        return None
    return Reshaped(
        min(each.sharpness for each in found),
        min(each.coverage for each in found),
        max(each.warping_error for each in found),
    )


def of_views(views: Sequence[flows.Grey], moments: Sequence[float]) -> Reshaped:
    """The figures of pictures of one size at eased times from 0 to 1."""
    agreed = [_agreed(a, b) for a, b in _spread(list(pairwise(views)))]
    return Reshaped(
        sharpness(views, moments),
        min(share for share, _ in agreed),
        float(np.mean([error for _, error in agreed])),
    )


def sharpness(views: Sequence[flows.Grey], moments: Sequence[float]) -> float:
    """The least share of its edges that a picture keeps on its way."""
    energy = [_edges(view) for view in views]
    expected = [(1 - t) * energy[0] + t * energy[-1] for t in moments]
    shares = [one / wanted for one, wanted in zip(energy, expected, strict=True) if wanted > _PLAIN]
    return min(shares, default=1.0)


def seen(frames: Sequence[Planes], track: Track, moments: Sequence[float]) -> list[flows.Grey]:
    """What is seen at an object's place in each frame, all of one size; none where that is too little."""
    import cv2

    width, height = frames[0].size
    views: list[flows.Grey] = []
    size = (0, 0)
    for frame, t in zip(frames, moments, strict=True):
        left, top, wide, high = track.place(t)
        x0, y0 = max(0, round(left)), max(0, round(top))
        x1, y1 = min(width, round(left + wide)), min(height, round(top + high))
        if min(x1 - x0, y1 - y0) < _LEAST:
            return []
        part = np.ascontiguousarray(frame.y[y0:y1, x0:x1].cpu().numpy())
        scale = min(1.0, _WIDTH / part.shape[1])
        size = size if views else (round(part.shape[1] * scale), max(_LEAST, round(part.shape[0] * scale)))
        views.append(np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8))
    return views


def _edges(view: flows.Grey) -> float:
    import cv2

    page = view.astype(np.float32)
    return float(np.mean(cv2.Sobel(page, -1, 1, 0) ** 2 + cv2.Sobel(page, -1, 0, 1) ** 2))


def _agreed(a: flows.Grey, b: flows.Grey) -> tuple[float, float]:
    """The share of `a` whose motion to `b` comes back, and the mean squared difference along it."""
    there, back = flows.dense(a, b, fine=False), flows.dense(b, a, fine=False)
    sure = flows.consistency(flows.Flow(there, back, np.eye(2, 3))) > 0
    if not sure.any():
        return 0.0, 1.0
    brought = flows.read(b, flows.grid(a.shape[1], a.shape[0]) + there)
    missed = (a.astype(np.float32) - brought.astype(np.float32)) / 255
    return float(sure.mean()), float(np.mean(np.square(missed)[sure]))


def _spread(each: list[tuple[flows.Grey, flows.Grey]]) -> list[tuple[flows.Grey, flows.Grey]]:
    if len(each) <= _STEPS:
        return each
    return [each[round(at)] for at in np.linspace(0, len(each) - 1, _STEPS)]
