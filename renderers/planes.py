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
_TO_LUMA = (219 * _KR / 255, 219 * _KG / 255, 219 * _KB / 255, 16)
_TO_CHROMA = (
    (-_KR / _BLUE, -_KG / _BLUE, (1 - _KB) / _BLUE, 128),
    ((1 - _KR) / _RED, -_KG / _RED, -_KB / _RED, 128),
)
"""Limited-range Y, and U and V, from full-range (red, green, blue, 1)."""
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
    """As `from_rgb`, without loading torch: Y, U and V as arrays.

    A few rows at a time: their fractions stay in the processor's cache, where those of a whole page would take
    100 MB and five times as long.
    """
    import cv2
    import numpy as np

    height, width = rgb.shape[:2]
    y = np.empty((height, width), np.uint8)
    u, v = (np.empty((height // 2, width // 2), np.uint8) for _ in range(2))
    to_luma, to_chroma = np.array([_TO_LUMA], np.float32), np.array(_TO_CHROMA, np.float32)
    for top in range(0, height, _ROWS):
        rows = rgb[top : top + _ROWS].astype(np.float32)
        y[top : top + _ROWS] = np.rint(cv2.transform(rows, to_luma))
        small = cv2.resize(rows, (width // 2, len(rows) // 2), interpolation=cv2.INTER_AREA)
        chroma = np.rint(cv2.transform(small, to_chroma)).clip(16, 240)
        at = slice(top // 2, (top + _ROWS) // 2)
        u[at], v[at] = chroma[..., 0], chroma[..., 1]
    return y, u, v


def luma_of(
    red: torch.Tensor, green: torch.Tensor, blue: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Y (0..1) and the differences to it of blue and red (-0.5..0.5) of colours 0..1 (BT.709-6, item 3)."""
    luma = _KR * red + _KG * green + _KB * blue
    return luma, (blue - luma) / (2 - 2 * _KB), (red - luma) / (2 - 2 * _KR)


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
