"""Photograph-like pictures, and layers of them: textured at every size, so that motion can be seen anywhere."""

from __future__ import annotations

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from renderers.layers.stack import Layer
from renderers.planes import from_rgb

Picture = NDArray[np.uint8]


def photograph(seed: int, width: int = 320, height: int = 180) -> Picture:
    """(H, W, 3): clouds of noise of falling size over each other, each colour its own share."""
    draw = np.random.default_rng(seed)
    page = np.zeros((height, width), np.float32)
    for size in (4, 8, 16, 32, 64, 128):
        noise = draw.normal(size=(max(2, size * height // width), size)).astype(np.float32)
        page += cv2.resize(noise, (width, height), interpolation=cv2.INTER_CUBIC) / size**0.5
    page = 128 + 55 * (page - page.mean()) / page.std()
    colour = draw.uniform(0.5, 1.0, 3).astype(np.float32)
    return np.clip(page[..., None] * colour, 0, 255).astype(np.uint8)


def moved(picture: Picture, zoom: float = 1.0, right: float = 0, down: float = 0) -> Picture:
    """A picture zoomed about its middle and shifted by pixels, what was outside mirrored."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), 0, zoom)
    matrix[:, 2] += right, down
    return cv2.warpAffine(
        picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT
    ).astype(np.uint8)


def layer(picture: Picture, number: int = 1, alpha: NDArray[np.uint8] | None = None) -> Layer:
    """A picture as an object of a slide, opaque or with (H, W) alpha."""
    planes = from_rgb(picture)
    full = torch.full_like(planes.y, 255) if alpha is None else torch.from_numpy(alpha)
    small = torch.nn.functional.avg_pool2d(full[None, None].float(), 2)[0, 0].to(torch.uint8)

    def over(plane: torch.Tensor, share: torch.Tensor) -> torch.Tensor:
        return (plane.float() * share / 255).round().to(torch.uint8)

    luma = torch.stack((over(planes.y, full), full), dim=2)
    chroma = torch.stack((over(planes.u, small), over(planes.v, small), small), dim=2)
    return Layer(number, "picture", 0, 0, luma, chroma)
