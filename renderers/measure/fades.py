"""How one picture gives way to another where nothing moves: as a mix, one after the other, or along a border.

Every frame between two stills is explained as ground + `old` x what leaves + `new` x what comes, by least squares
over what changes (the ground is the still without what changes).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renderers.measure.glides import ground

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

_LITTLE = 0.12
"""Of two pictures, one that has less than this share of the other's ink has none."""
_EMPTY = 0.5
"""A frame with less than this share of the edges of both stills shows the ground between them."""
_OFF = 20.0
"""Levels (of 255) that a pixel may lie outside the way from one still to the other."""


@dataclass(frozen=True, slots=True)
class Fading:
    """`unexplained`: the largest share of the ink that is neither old nor new nor ground; `double`: how much of
    both is seen at once, 0 to 1; `beside`: the share of changed pixels that are at some moment neither picture nor
    between. `one_sided`: something only comes or only leaves.
    """

    unexplained: float
    double: float
    beside: float
    one_sided: bool


def fading(frames: Sequence[Floats], changed: Bools) -> Fading:
    """How the first still gives way to the last; `changed` is where they differ."""
    a, b = frames[0], frames[-1]
    found = _over(frames, ground(np.asarray((a + b) / 2, np.float32), changed), changed)
    emptiest = min(frames[1:-1], key=lambda frame: _edges(frame, changed))
    if _edges(emptiest, changed) < _EMPTY * min(_edges(a, changed), _edges(b, changed)):
        shown = _over(frames, emptiest, changed)  # the ground itself was to be seen
        found = shown if shown.unexplained < found.unexplained else found
    return found


def _over(frames: Sequence[Floats], below: Floats, changed: Bools) -> Fading:
    """The frames explained over one ground."""
    a, b = frames[0], frames[-1]
    old, new = (a - below)[changed], (b - below)[changed]
    energy = float(old @ old), float(new @ new)
    most = max(*energy, 1e-6)
    solve = np.linalg.pinv(np.stack([old, new], axis=-1))
    unexplained = double = beside = 0.0
    low, high = np.minimum(a, b)[changed] - _OFF, np.maximum(a, b)[changed] + _OFF
    for frame in frames[1:-1]:
        ink = (frame - below)[changed]
        shares = solve @ ink
        rest = ink - shares[0] * old - shares[1] * new
        unexplained = max(unexplained, float(rest @ rest) / most)
        double = max(double, float(min(shares)))
        seen = frame[changed]
        beside = max(beside, float(((seen < low) | (seen > high)).mean()))
    return Fading(unexplained, double, beside, min(energy) < _LITTLE * most)


def _edges(picture: Floats, where: Bools) -> float:
    import cv2

    across, down = cv2.Sobel(picture, cv2.CV_32F, 1, 0), cv2.Sobel(picture, cv2.CV_32F, 0, 1)
    return float((np.abs(across) + np.abs(down))[where].mean())
