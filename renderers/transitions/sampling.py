"""Pictures read at other places than their pixels: OpenCV on the processor, torch on a graphics card.

One thread of OpenCV reads a picture five times as fast as torch does on the processor; both agree to a level.
Reading between pixels blurs. A picture that shall stay as sharp as it is gets twice its pixels before (`doubled`):
that costs nothing while it is drawn, where reading by cubics takes three times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers import flows

if TYPE_CHECKING:
    import torch

_BAND = 20
"""Rows of squares that are drawn at a time."""
_FELT = 0.5
"""Levels below which nothing has to be added to a pixel."""
_KERNELS = (((1.0,), 0), ((1 / 32, -5 / 32, 20 / 32, 20 / 32, -5 / 32, 1 / 32), 2))
"""Weights of pixels for the place of one and for that halfway to the next (ITU-T H.264, 8.4.2.2.1), and which of
them is the place's own.
"""


def sampled(picture: torch.Tensor, at: torch.Tensor) -> torch.Tensor:
    """(h, w, C): `picture`, (H, W, C) uint8 or float32, read at `at`, (h, w, 2): x and y in its pixels.

    Bilinear; outside the picture its nearest pixel is read.
    """
    import torch

    if picture.device.type == "cpu":
        return torch.from_numpy(flows.read(picture.numpy(), at.numpy())).reshape(
            *at.shape[:2], picture.shape[2]
        )
    height, width = picture.shape[:2]
    places = (at + 0.5) * at.new_tensor([2 / width, 2 / height]) - 1
    planes = picture.permute(2, 0, 1)[None].float()
    read = torch.nn.functional.grid_sample(
        planes, places[None], mode="bilinear", padding_mode="border", align_corners=False
    )[0].permute(1, 2, 0)
    return read.round_().to(torch.uint8) if picture.dtype is torch.uint8 else read


@dataclass(frozen=True, slots=True)
class Cells:
    """A picture of `width` x `height` pixels divided into squares of `side`; fields over it have one number for the
    middle of each, and one for a border of them all around, so that they can be read up to the edges.
    """

    width: int
    height: int
    side: int

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of a field, with its border."""
        return -(-self.height // self.side) + 2, -(-self.width // self.side) + 2

    def half(self) -> Cells:
        """The same for chroma: half the pixels, the same fields."""
        return Cells(self.width // 2, self.height // 2, self.side // 2)

    def middles(self, across: int, down: int, device: torch.device) -> torch.Tensor:
        """(rows, columns, 2) float32: where the middles of the squares are in a picture of `across` x `down`."""
        import torch

        rows, columns = (
            torch.arange(-1, count - 1, dtype=torch.float32, device=device) for count in self.shape
        )
        y = (rows + 0.5) * (self.side * down / self.height) - 0.5
        x = (columns + 0.5) * (self.side * across / self.width) - 0.5
        return torch.stack((x.expand(self.shape), y[:, None].expand(self.shape)), dim=2)

    def whole(self, field: torch.Tensor) -> torch.Tensor:
        """(height, width, C) of a field (rows, columns, C): bilinear."""
        import torch

        grown = torch.nn.functional.interpolate(
            field.permute(2, 0, 1)[None], scale_factor=self.side, mode="bilinear", align_corners=False
        )[0].permute(1, 2, 0)
        side = self.side
        return grown[side : side + self.height, side : side + self.width]


def mixed(
    pictures: tuple[torch.Tensor, torch.Tensor],
    places: tuple[torch.Tensor, torch.Tensor],
    share: torch.Tensor,
    cells: Cells,
    tone: torch.Tensor | None = None,
) -> torch.Tensor:
    """(height, width, C): two pictures (H, W, C) uint8, each read at its `places`, by the `share` of the second.

    `places` (x and y in pixels of that picture), `share` (0 to 1) and `tone` (C values, which are added) are fields
    over the squares of `cells`.
    """
    import torch

    if pictures[0].device.type == "cpu":
        drawn = _mixed_here(pictures, places, share, cells, tone)
        return torch.from_numpy(drawn).reshape(cells.height, cells.width, -1)
    first, second = (sampled(each, cells.whole(at)) for each, at in zip(pictures, places, strict=True))
    both = torch.lerp(first.float(), second.float(), cells.whole(share))
    if tone is not None:
        both = (both + cells.whole(tone)).clamp_(0, 255)
    return both.round_().to(torch.uint8)


def _mixed_here(
    pictures: tuple[torch.Tensor, torch.Tensor],
    places: tuple[torch.Tensor, torch.Tensor],
    share: torch.Tensor,
    cells: Cells,
    tone: torch.Tensor | None,
) -> NDArray[np.uint8]:
    """In bands, whose fields the processor's cache can hold."""
    import cv2

    side = cells.side
    one, other = (each.numpy() for each in pictures)
    drawn = np.empty((cells.height, cells.width, one.shape[2]), np.uint8)
    fields = *(each.numpy() for each in places), (1 - share).numpy(), share.numpy()
    felt = np.zeros((0, 0), np.bool_) if tone is None else (tone.abs().amax(dim=2) >= _FELT).numpy()
    for row in range(0, cells.shape[0] - 2, _BAND):
        into = drawn[row * side : (row + _BAND) * side]
        p, q, less, more = (_band(field[row : row + _BAND + 2], side, into.shape) for field in fields)
        read = flows.read(one, p), flows.read(other, q)
        into[...] = cv2.blendLinear(*read, less, more).reshape(into.shape)
        if tone is not None:
            rows = slice(row, row + _BAND + 2)
            _lit(into, tone[rows].numpy(), np.logical_or.reduce(felt[rows]), side)
    return drawn


def _lit(band: NDArray[np.uint8], tone: NDArray[np.float32], felt: NDArray[np.bool_], side: int) -> None:
    """Add a field to the pixels of a band in place, in the columns of squares where it is `felt`."""
    import cv2

    near = felt[1:-1] | felt[:-2] | felt[2:]  # a square reaches half into its neighbours
    turns = np.flatnonzero(np.diff(near.astype(np.int8), prepend=0, append=0))
    for begin, end in zip(turns[::2].tolist(), turns[1::2].tolist(), strict=True):
        part = band[:, begin * side : end * side]
        light = _band(tone[:, begin : end + 2], side, part.shape)
        part[...] = cv2.add(part, light.reshape(part.shape), dtype=cv2.CV_8U).reshape(part.shape)


def _band(field: NDArray[np.float32], side: int, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Some rows of a field with a row of border on both sides, at the size of their pixels."""
    import cv2

    size = (field.shape[1] * side, field.shape[0] * side)
    grown = np.asarray(cv2.resize(field, size, interpolation=cv2.INTER_LINEAR), np.float32)
    return grown[side : side + shape[0], side : side + shape[1]]


def resized(field: torch.Tensor, width: int, height: int) -> torch.Tensor:
    """(height, width, C) float32: a field on another grid, its sides kept in place, bilinear."""
    import torch

    made = torch.nn.functional.interpolate(
        field.permute(2, 0, 1)[None], size=(height, width), mode="bilinear", align_corners=False
    )
    return made[0].permute(1, 2, 0)


def doubled(picture: torch.Tensor) -> torch.Tensor:
    """(2H, 2W, C) of (H, W, C) uint8: pixel x, y is 2x, 2y; between them as sharp as six pixels tell."""
    import cv2
    import torch

    plane = picture.cpu().numpy()
    height, width, channels = plane.shape
    grown = np.empty((2 * height, 2 * width, channels), np.uint8)
    for right, down in ((0, 0), (1, 0), (0, 1), (1, 1)):
        (row, x), (column, y) = (_KERNELS[far] for far in (right, down))
        read = cv2.sepFilter2D(
            plane, -1, np.array(row), np.array(column), anchor=(x, y), borderType=cv2.BORDER_REPLICATE
        )
        grown[down::2, right::2] = np.asarray(read).reshape(plane.shape)
    return torch.from_numpy(grown).to(picture.device)


def halved(picture: torch.Tensor) -> torch.Tensor:
    """(H/2, W/2, C) of (H, W, C) uint8, rounded up: each the mean of four pixels."""
    import cv2
    import torch

    plane = picture.cpu().numpy()
    height, width, channels = plane.shape
    size = (max(1, (width + 1) // 2), max(1, (height + 1) // 2))
    small = np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA))
    return torch.from_numpy(small.reshape(size[1], size[0], channels)).to(picture.device)


def with_alpha(colours: torch.Tensor) -> torch.Tensor:
    """Opaque colours (H, W, C) with their alpha behind them."""
    import torch

    if colours.device.type == "cpu":
        import cv2

        planes = colours.numpy()
        full = np.full(planes.shape[:2], 255, np.uint8)
        return torch.from_numpy(cv2.merge([planes, full]))
    return torch.cat((colours, colours.new_full((*colours.shape[:2], 1), 255)), dim=2)


def fitted(picture: torch.Tensor, width: int, height: int) -> torch.Tensor:
    """(height, width, C) of (H, W, C) uint8: means of areas where it shrinks, bilinear where it grows."""
    import torch

    down, across, channels = picture.shape
    if (across, down) == (width, height):
        return picture
    shrinks = width * height < across * down
    if picture.device.type == "cpu":
        import cv2

        way = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
        small = cv2.resize(picture.contiguous().numpy(), (width, height), interpolation=way)
        return torch.from_numpy(np.asarray(small)).reshape(height, width, channels)
    planes = picture.permute(2, 0, 1)[None].float()
    way = "area" if shrinks else "bilinear"
    made = torch.nn.functional.interpolate(planes, (height, width), mode=way)
    return made[0].permute(1, 2, 0).round_().to(torch.uint8)
