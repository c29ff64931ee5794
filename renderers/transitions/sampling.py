"""Pictures read at other places than their pixels: OpenCV on the processor, torch on a graphics card.

One thread of OpenCV reads a picture five times as fast as torch does on the processor; both agree to a level.
Reading between pixels blurs. A picture that shall stay as sharp as it is gets twice its pixels before (`doubled`):
that costs nothing while it is drawn, where reading by cubics takes three times as long.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from renderers import flows

if TYPE_CHECKING:
    import torch

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


def resized(field: torch.Tensor, width: int, height: int) -> torch.Tensor:
    """(height, width, C) float32: a field on another grid, its sides kept in place, bilinear."""
    import torch

    if field.device.type == "cpu":
        import cv2

        grown = cv2.resize(field.numpy(), (width, height), interpolation=cv2.INTER_LINEAR)
        return torch.from_numpy(grown).reshape(height, width, field.shape[2])
    return torch.nn.functional.interpolate(
        field.permute(2, 0, 1)[None], size=(height, width), mode="bilinear", align_corners=False
    )[0].permute(1, 2, 0)


def mixed(first: torch.Tensor, second: torch.Tensor, share: torch.Tensor) -> torch.Tensor:
    """`first` and `second`, (H, W, C) uint8, by the `share` of the second, (h, w, 1) in 0 to 1, brought to their
    size; rounded.
    """
    import torch

    height, width = first.shape[:2]
    if first.device.type == "cpu":
        import cv2

        shares = (resized(part, width, height).numpy() for part in (1 - share, share))
        both = cv2.blendLinear(first.numpy(), second.numpy(), *shares)
        return torch.from_numpy(both).reshape(first.shape)
    return torch.lerp(first.float(), second.float(), resized(share, width, height)).round_().to(torch.uint8)


@lru_cache(maxsize=4)
def places(
    across: int, down: int, middle: float, width: int, height: int, device: torch.device
) -> torch.Tensor:
    """(height, width, 2) float32: where the pixels of a picture of a size lie in one of `across` x `down` pixels.

    `middle` is how far the middle of a pixel of that is from its left and upper side. Not to be written to.
    """
    spread = grid(width, height, device).new_tensor([across / width, down / height])
    return (grid(width, height, device) + 0.5) * spread - middle


@lru_cache(maxsize=4)
def grid(width: int, height: int, device: torch.device) -> torch.Tensor:
    """(height, width, 2) float32: x and y of each pixel; not to be written to."""
    import torch

    down = torch.arange(height, dtype=torch.float32, device=device)
    across = torch.arange(width, dtype=torch.float32, device=device)
    return torch.stack((across.expand(height, width), down[:, None].expand(height, width)), dim=2)


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
