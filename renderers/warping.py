"""How pictures are turned, scaled, mixed and laid over each other: OpenCV on the processor, torch on other devices.

OpenCV's 8-bit arithmetic is four times as fast as torch's on a processor; on a device frames have to stay there.
Both round to the nearest level and agree within two levels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

Matrix = tuple[float, float, float, float, float, float]
"""x' = a x + b y + c; y' = d x + e y + f, in pixels from the left and top edge of the first pixel."""


def warped(planes: torch.Tensor, back: Matrix, size: tuple[int, int]) -> torch.Tensor:
    """Planes (C, H, W) uint8 drawn into a picture of (width, height): (C, height, width), bilinear, 0 outside.

    `back` maps a place of the new picture to the place of `planes` that is seen there.
    """
    if back[:2] == (1, 0) and back[3:5] == (0, 1) and back[2] == int(back[2]) and back[5] == int(back[5]):
        return _shifted(planes, int(back[2]), int(back[5]), size)
    if planes.device.type == "cpu":
        return _warped_here(planes, back, size)
    import torch
    from torch.nn.functional import affine_grid, grid_sample

    a, b, c, d, e, f = back
    (width, height), (rows, columns) = size, planes.shape[-2:]
    # grid_sample measures both pictures from -1 to 1
    theta = torch.tensor(
        [
            [a * width / columns, b * height / columns, (a * width + b * height + 2 * c) / columns - 1],
            [d * width / rows, e * height / rows, (d * width + e * height + 2 * f) / rows - 1],
        ],
        device=planes.device,
        dtype=torch.float32,
    )
    grid = affine_grid(theta[None], [1, 1, height, width], align_corners=False)
    drawn = grid_sample(
        planes.float()[None], grid, mode="bilinear", padding_mode="zeros", align_corners=False
    )
    return drawn[0].round_().clamp_(0, 255).to(torch.uint8)


def covered(extent: tuple[int, int], back: Matrix, size: tuple[int, int]) -> torch.Tensor:
    """What `warped` makes of a plane of 255 that is (width, height) large: (height, width). `back` turns nothing.

    All but the edges is 255, so there is little to do.
    """
    import torch

    row = _line(extent[0], back[0], back[2], size[0])
    column = _line(extent[1], back[4], back[5], size[1])
    plane = (row * 255).round_().to(torch.uint8).repeat(size[1], 1)
    for place in (column < 1).nonzero()[:, 0].tolist():
        plane[place] = (row * (column[place] * 255)).round_().to(torch.uint8)
    return plane


def _line(length: int, step: float, begin: float, new: int) -> torch.Tensor:
    """How much of each of `new` pixels is covered, 0 to 1; their middles fall on a line of `length` pixels."""
    import torch

    at = (torch.arange(new, dtype=torch.float32) + 0.5) * step + begin
    return torch.minimum(at, length - at).add_(0.5).clamp_(0, 1)


def _shifted(planes: torch.Tensor, x: int, y: int, size: tuple[int, int]) -> torch.Tensor:
    """The part that begins at (x, y): whole pixels are copied; a view where all of it is there."""
    (width, height), (rows, columns) = size, planes.shape[-2:]
    left, top, right, low = max(x, 0), max(y, 0), min(x + width, columns), min(y + height, rows)
    if (left, top, right - left, low - top) == (x, y, width, height):
        return planes[:, top:low, left:right]
    drawn = planes.new_zeros((len(planes), height, width))
    if left < right and top < low:
        drawn[:, top - y : low - y, left - x : right - x] = planes[:, top:low, left:right]
    return drawn


def _warped_here(planes: torch.Tensor, back: Matrix, size: tuple[int, int]) -> torch.Tensor:
    import cv2
    import numpy as np
    import torch

    a, b, c, d, e, f = back
    # OpenCV measures from the middle of the first pixel
    matrix = np.array([[a, b, (a + b) / 2 + c - 0.5], [d, e, (d + e) / 2 + f - 0.5]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    if len(planes) == 1:
        return torch.from_numpy(cv2.warpAffine(planes[0].numpy(), matrix, size, flags=flags))[None]
    fourfold = [planes[min(place, len(planes) - 1)].numpy() for place in range(4)]  # as fast as one alone
    drawn = cv2.warpAffine(cv2.merge(fourfold), matrix, size, flags=flags)
    return torch.from_numpy(np.stack(cv2.split(drawn)[: len(planes)]))


def halved(planes: torch.Tensor) -> torch.Tensor:
    """Planes (C, H, W) uint8 at half their size, each pixel the mean of four; H and W are even."""
    import torch
    from torch.nn.functional import avg_pool2d

    return avg_pool2d(planes.float()[None], 2)[0].round_().to(torch.uint8)


def mixed(a: torch.Tensor, b: torch.Tensor, share: float) -> torch.Tensor:
    """`a` where `share` is 0, `b` where it is 1 (uint8, of one shape), between them rounded; a new tensor."""
    import torch

    if a.device.type == "cpu":
        import cv2

        out = torch.empty_like(a, memory_format=torch.contiguous_format)
        flat = (plane.contiguous().numpy().reshape(-1, plane.shape[-1]) for plane in (a, b, out))
        one, other, into = flat
        cv2.addWeighted(one, 1 - share, other, share, 0, dst=into)
        return out
    return torch.lerp(a.float(), b.float(), share).round_().to(torch.uint8)


def faded(planes: torch.Tensor, opacity: float) -> torch.Tensor:
    """Premultiplied planes (uint8) made transparent: `opacity` 0 to 1; a new tensor."""
    import torch

    if planes.device.type == "cpu":
        import cv2

        flat = planes.contiguous().numpy().reshape(-1, planes.shape[-1])
        return torch.from_numpy(cv2.convertScaleAbs(flat, alpha=opacity).reshape(planes.shape))
    return planes.float().mul_(opacity).round_().to(torch.uint8)


def product(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """a b / 255, rounded: two (H, W) planes of uint8."""
    import torch

    if a.device.type == "cpu":
        import cv2

        return torch.from_numpy(cv2.multiply(a.numpy(), b.numpy(), scale=1 / 255))
    return (a.float() * b.float()).div_(255).round_().to(torch.uint8)


def inverted(plane: torch.Tensor) -> torch.Tensor:
    """255 - plane, uint8."""
    return plane.bitwise_not()


def over(
    under: torch.Tensor, colour: torch.Tensor, alpha: torch.Tensor, limits: tuple[int, int] = (0, 255)
) -> None:
    """Lay a premultiplied (H, W) plane over `under`, in place: colour + under (1 - alpha), within `limits`.

    What rounding adds to or takes from premultiplied colours must not leave the range of the planes.
    """
    import torch

    low, high = limits
    if under.device.type == "cpu":
        import cv2
        import numpy as np

        into = under.numpy()
        seen = cv2.multiply(into, cv2.bitwise_not(alpha.numpy()), scale=1 / 255)
        cv2.add(seen, colour.numpy(), dst=seen)
        np.clip(seen, low, high, out=into)
        return
    seen = under.float().mul_(255 - alpha.float()).div_(255).round_().add_(colour)
    under.copy_(seen.clamp_(low, high).to(torch.uint8))
