"""Dense motion between two pictures: where each pixel of one is in the other, and how far that can be believed.

Levels 4 and up are drawn and measured with it. The dense part is DIS (Kroeger et al., Fast Optical Flow using Dense
Inverse Search, ECCV 2016). It finds motions of a few dozen pixels, so a zoom or a pan of the whole picture is found
before by its features (SIFT, Lowe, IJCV 2004; RANSAC) and taken out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Field = NDArray[np.floating[Any]]
Mask = NDArray[np.bool_]

_FEATURES, _AGREE = 500, 12
"""Features looked for in a picture, and how many of them have to agree about a motion of the whole."""
_CONTRAST = 0.02
"""Half of what is usual: photographs on slides are often soft."""
_RATIO = 0.75
"""How much nearer than the second nearest a feature has to be (Lowe 2004, section 7.1)."""
_SLACK = 3.0
"""Pixels by which a feature may miss the motion of the whole and still agree with it."""
_UPRIGHT = 0.5
"""The least cosine between a direction and where it is turned to."""
_RELATIVE, _ABSOLUTE = 0.01, 0.5
"""Sundaram, Brox and Keutzer, Dense Point Trajectories by GPU-accelerated Large Displacement Optical Flow,
ECCV 2010, equation 5."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Motion from one picture to another of the same size and back.

    `there` and `back` are (H, W, 2) float32: x and y in pixels from a pixel of the one to its place in the other.
    `whole` is the (2, 3) affine motion of the whole picture that was taken out before, the unit one where none is.
    """

    there: Field
    back: Field
    whole: NDArray[np.float64]

    @property
    def turned(self) -> Flow:
        """The same from the second picture's side."""
        import cv2

        return Flow(self.back, self.there, np.asarray(cv2.invertAffineTransform(self.whole), np.float64))


def between(first: Grey, second: Grey, *, fine: bool = True) -> Flow:
    """The motion between two (H, W) pictures of about equal brightness (`as_bright`).

    `fine` takes five times as long and misses by half a pixel less.
    """
    import cv2

    whole = motion_of_whole(first, second)
    if whole is None:
        unit = np.eye(2, 3, dtype=np.float64)
        return Flow(dense(first, second, fine=fine), dense(second, first, fine=fine), unit)
    size, back = (first.shape[1], first.shape[0]), np.asarray(cv2.invertAffineTransform(whole), np.float64)
    return Flow(
        _through(whole, dense(first, _moved(second, whole, size), fine=fine)),
        _through(back, dense(second, _moved(first, back, size), fine=fine)),
        whole,
    )


def dense(first: Grey, second: Grey, *, fine: bool) -> Field:
    """DIS alone: small motions between two pictures of a size."""
    import cv2

    library: Any = cv2  # its stubs leave this out
    preset = library.DISOPTICAL_FLOW_PRESET_MEDIUM if fine else library.DISOPTICAL_FLOW_PRESET_FAST
    return np.asarray(library.DISOpticalFlow_create(preset).calc(first, second, None), np.float32)


def consistency(flow: Flow) -> Field:
    """How far a pixel of the first picture comes back to itself: (H, W), above 0 where it does (Sundaram et al.),
    1 where it comes back exactly; far below 0 for one that is led out of the picture.
    """
    height, width = flow.there.shape[:2]
    to = grid(width, height) + flow.there
    back = read(flow.back, to)
    missed = np.square(flow.there + back).sum(axis=2)
    allowed = _RELATIVE * (np.square(flow.there).sum(axis=2) + np.square(back).sum(axis=2)) + _ABSOLUTE
    outside = (to < -0.5).any(axis=2) | (to[..., 0] > width - 0.5) | (to[..., 1] > height - 0.5)
    return np.where(outside, np.float32(-1e3), 1 - missed / allowed).astype(np.float32)


def read(picture: NDArray[Any], at: Field) -> NDArray[Any]:
    """`picture`, (H, W, …), at the places `at`, (h, w, 2): bilinear; outside it its nearest pixel."""
    import cv2

    library: Any = cv2  # its stubs want a second map; an empty one is read as one
    return np.asarray(
        library.remap(picture, at, None, library.INTER_LINEAR, borderMode=library.BORDER_REPLICATE)
    )


def grid(width: int, height: int) -> Field:
    """(H, W, 2): the x and y of each pixel."""
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    return np.dstack([across, down])


def motion_of_whole(first: Grey, second: Grey) -> NDArray[np.float64] | None:
    """The (2, 3) affine motion that most features follow, None where they follow none.

    Scale is held between a fifth and five times: what is beyond is a chance agreement. What is turned by more than
    two thirds of a right angle, or mirrored, has no straight way there: half-way it would be nothing.
    """
    import cv2

    library: Any = cv2  # its stubs leave SIFT out, and that there may be no answer
    sift = library.SIFT_create(_FEATURES, contrastThreshold=_CONTRAST)
    (points, told), (others, other) = (sift.detectAndCompute(page, None) for page in (first, second))
    if told is None or other is None or min(len(points), len(others)) < _AGREE:
        return None
    near = library.BFMatcher(cv2.NORM_L2).knnMatch(told, other, k=2)
    kept = [pair[0] for pair in near if len(pair) == 2 and pair[0].distance < _RATIO * pair[1].distance]
    if len(kept) < _AGREE:
        return None
    here = np.array([points[each.queryIdx].pt for each in kept], np.float32)
    there = np.array([others[each.trainIdx].pt for each in kept], np.float32)
    whole, agreed = library.estimateAffine2D(here, there, method=library.RANSAC, ransacReprojThreshold=_SLACK)
    if whole is None or int(agreed.sum()) < _AGREE:
        return None
    found = np.asarray(whole, np.float64)
    scale = abs(float(np.linalg.det(found[:, :2]))) ** 0.5
    upright = float(np.linalg.eigvalsh((found[:, :2] + found[:, :2].T) / 2)[0])
    return found if 0.2 < scale < 5 and upright > _UPRIGHT * scale else None


def _through(whole: NDArray[np.float64], rest: Field) -> Field:
    """The motion of the whole, then `rest` in the picture that it was taken out of."""
    height, width = rest.shape[:2]
    base = grid(width, height)
    moved = base + rest
    return (moved @ whole[:, :2].T + whole[:, 2] - base).astype(np.float32)


def _moved(picture: Grey, whole: NDArray[np.float64], size: tuple[int, int]) -> Grey:
    """The second picture as it is seen where the first one is."""
    import cv2

    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(
        cv2.warpAffine(picture, whole, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def as_bright(picture: Grey, like: Grey) -> Grey:
    """A picture with the brightness and the contrast of another: flow looks for equal greys."""
    mean, spread = float(picture.mean()), float(picture.std())
    gain = float(like.std()) / spread if spread > 1 else 1.0
    gain = min(2.0, max(0.5, gain))
    return np.clip((picture.astype(np.float32) - mean) * gain + float(like.mean()), 0, 255).astype(np.uint8)
