"""A picture as the encoder wants it: Y, U and V planes on a torch device, BT.709 limited range, 4:2:0.

Slides are converted once; every change between them is then composed on these planes, on any device, and only
finished planes come back. Conversions follow ITU-R BT.709-6, items 3 and 4 (8 bit).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray

_KR, _KB = 0.2126, 0.0722
_KG = 1 - _KR - _KB
_BLUE, _RED = (2 - 2 * _KB) * 255 / 224, (2 - 2 * _KR) * 255 / 224


def _row(u: float, v: float) -> tuple[float, float, float, float]:
    return 255 / 219, u, v, -16 * 255 / 219 - 128 * (u + v)


TO_BGR = (_row(_BLUE, 0), _row(-_BLUE * _KB / _KG, -_RED * _KR / _KG), _row(0, _RED))
"""Full-range blue, green and red from (Y, U, V, 1); as `to_rgb`, for libraries that work with matrices."""
Matrix = tuple[tuple[float, ...], ...]
_TO_LUMA: Matrix = ((219 * _KR / 255, 219 * _KG / 255, 219 * _KB / 255, 16),)
_TO_CHROMA: Matrix = (
    (-_KR / _BLUE, -_KG / _BLUE, (1 - _KB) / _BLUE, 128),
    ((1 - _KR) / _RED, -_KG / _RED, -_KB / _RED, 128),
)
"""Limited-range Y, and U and V, from full-range (red, green, blue, 1)."""
_CLEAR = (0.0, 0.0, 0.0, 1.0)
WEIGHTED_LUMA: Matrix = (*((*row[:3], row[3] / 255) for row in _TO_LUMA), _CLEAR)
WEIGHTED_CHROMA: Matrix = (*((*row[:3], row[3] / 255) for row in _TO_CHROMA), _CLEAR)
"""The same of colours that are weighted by alpha, from (red, green, blue, alpha): alpha comes last."""
_ROWS = 64
"""Rows of a picture that are turned into planes at once; an even number."""


@dataclass(frozen=True, slots=True)
class Planes:
    """`y` is (H, W), `u` and `v` are (H/2, W/2), uint8; H and W are even."""

    y: torch.Tensor
    u: torch.Tensor
    v: torch.Tensor

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return int(self.y.shape[1]), int(self.y.shape[0])

    def map(self, function: Callable[..., torch.Tensor], *others: Planes) -> Planes:
        """Apply a function plane by plane, to this picture and others of the same size."""
        return Planes(
            function(self.y, *(other.y for other in others)),
            function(self.u, *(other.u for other in others)),
            function(self.v, *(other.v for other in others)),
        )

    def to(self, device: str) -> Planes:
        """The same picture on a device; this one where it is there already."""
        return self.map(lambda plane: plane.to(device))

    @property
    def planes(self) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Y, U and V."""
        return self.y, self.u, self.v


def one_thread() -> None:
    """Load torch, and keep it to one thread: where it is used here, threads of ours are the parallel work."""
    import torch

    torch.set_num_threads(1)


def from_rgb(rgb: NDArray[np.uint8], device: str = "cpu") -> Planes:
    """An (H, W, 3) uint8 sRGB picture with even sides as planes; chroma is the mean of four pixels."""
    import torch

    return Planes(*(torch.from_numpy(plane).to(device) for plane in levels(rgb)))


def levels(rgb: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
    """As `from_rgb`, without loading torch: Y, U and V as arrays."""
    import numpy as np

    luma, chroma = turned(rgb, _TO_LUMA, _TO_CHROMA)
    return luma[..., 0], np.ascontiguousarray(chroma[..., 0]), np.ascontiguousarray(chroma[..., 1])


def turned(
    picture: NDArray[np.uint8], to_luma: Matrix, to_chroma: Matrix
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """(H, W, C) levels by one matrix at full size and by another at half (each pixel the mean of four), rounded:
    (H, W, rows of the first), (H/2, W/2, rows of the second).

    Few rows of the picture at a time: their fractions stay in the processor's cache, where those of a whole page
    would take 100 MB and five times as long.
    """
    import cv2
    import numpy as np

    height, width = picture.shape[:2]
    luma = np.empty((height, width, len(to_luma)), np.uint8)
    chroma = np.empty((height // 2, width // 2, len(to_chroma)), np.uint8)

    def levels_of(rows: NDArray[np.float32], matrix: Matrix) -> NDArray[np.float32]:
        made = cv2.transform(rows, np.array(matrix, np.float32))
        return np.rint(made).clip(0, 255).reshape(*rows.shape[:2], len(matrix))

    for top in range(0, height, _ROWS):
        rows = picture[top : top + _ROWS].astype(np.float32)
        luma[top : top + _ROWS] = levels_of(rows, to_luma)
        small = cv2.resize(rows, (width // 2, len(rows) // 2), interpolation=cv2.INTER_AREA)
        chroma[top // 2 : (top + _ROWS) // 2] = levels_of(np.asarray(small, np.float32), to_chroma)
    return luma, chroma


def to_rgb(planes: Planes) -> NDArray[np.uint8]:
    """The (H, W, 3) uint8 sRGB picture, for the screen and for looking at."""
    import torch

    y = (planes.y.float() - 16) / 219
    u, v = (
        (plane.float() - 128).div(224).repeat_interleave(2, 0).repeat_interleave(2, 1)
        for plane in (planes.u, planes.v)
    )
    red = y + (2 - 2 * _KR) * v
    blue = y + (2 - 2 * _KB) * u
    green = (y - _KR * red - _KB * blue) / _KG
    stacked = torch.stack([red, green, blue], dim=-1).mul(255).round().clamp(0, 255)
    return stacked.to(torch.uint8).cpu().numpy()


def uniform(like: Planes, y: int, u: int, v: int) -> Planes:
    """A picture of one colour (limited-range values), of the size and on the device of another."""
    import torch

    return Planes(torch.full_like(like.y, y), torch.full_like(like.u, u), torch.full_like(like.v, v))


def blend(a: Planes, b: Planes) -> Callable[[float], Planes]:
    """The way from `a` (at 0) to `b` (at 1), both exact, between them rounded to the nearest level."""
    from renderers.warping import mixed

    first, last = (picture.map(lambda plane: plane.contiguous()) for picture in (a, b))
    return lambda t: first.map(lambda start, end: mixed(start, end, t), last)


def mix(a: torch.Tensor, b: torch.Tensor, share: torch.Tensor) -> torch.Tensor:
    """`a` where `share` is 0, `b` where it is 1, exactly; between them rounded to the nearest level."""
    import torch

    return torch.lerp(a.float(), b.float(), share).round_().to(torch.uint8)
