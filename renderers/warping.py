"""How pictures are turned, scaled, mixed and laid over each other: OpenCV on the processor, torch on other devices.

OpenCV's 8-bit arithmetic is four times as fast as torch's on a processor; on a device frames have to stay there.
Both round to the nearest level and agree within two levels.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

Matrix = tuple[float, float, float, float, float, float]
"""x' = a x + b y + c; y' = d x + e y + f, in pixels from the left and top edge of the first pixel."""


def on_processor(tensor: torch.Tensor) -> bool:
    """Whether OpenCV can work on a tensor."""
    return tensor.device.type == "cpu"


def warped(planes: torch.Tensor, back: Matrix, size: tuple[int, int]) -> torch.Tensor:
    """Planes (C, H, W) uint8 drawn into a picture of (width, height): (C, height, width), bilinear, 0 outside.

    `back` maps a place of the new picture to the place of `planes` that is seen there.
    """
    if back[:2] == (1, 0) and back[3:5] == (0, 1) and back[2] == int(back[2]) and back[5] == int(back[5]):
        return _shifted(planes, int(back[2]), int(back[5]), size)
    if on_processor(planes):
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

    plane = torch.full((size[1], size[0]), 255, dtype=torch.uint8)
    for place, share in _edges(extent[0], back[0], back[2], size[0]):
        plane[:, place] = round(255 * share)
    for place, share in _edges(extent[1], back[4], back[5], size[1]):
        plane[place] = plane[place].float().mul_(share).round_().to(torch.uint8)
    return plane


def _edges(length: int, step: float, begin: float, new: int) -> Iterator[tuple[int, float]]:
    """Which of `new` pixels are covered in part or not at all, and how much of each is; their middles fall on a
    line of `length` pixels.
    """
    first = min(max(ceil((0.5 - begin) / step - 0.5), 0), new)
    last = min(max(floor((length - 0.5 - begin) / step - 0.5), first - 1), new - 1)
    for place in (*range(first), *range(last + 1, new)):
        at = (place + 0.5) * step + begin
        yield place, min(max(min(at, length - at) + 0.5, 0.0), 1.0)


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


def smaller(plane: torch.Tensor) -> torch.Tensor:
    """An (H, W) plane of float32 at half its size, rounded up: each value the mean of the four or fewer there."""
    rows, columns = plane.shape
    if on_processor(plane):
        import cv2
        import torch

        even = plane.numpy()
        if rows % 2 or columns % 2:
            even = cv2.copyMakeBorder(even, 0, rows % 2, 0, columns % 2, cv2.BORDER_REPLICATE)
        size = (even.shape[1] // 2, even.shape[0] // 2)
        return torch.from_numpy(cv2.resize(even, size, interpolation=cv2.INTER_AREA).reshape(size[::-1]))
    from torch.nn.functional import avg_pool2d

    return avg_pool2d(plane[None, None], 2, ceil_mode=True)[0, 0]


def larger(plane: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
    """A plane of float32 drawn as large as another, bilinear."""
    rows, columns = like.shape
    if on_processor(plane):
        import cv2
        import torch

        drawn = cv2.resize(plane.numpy(), (columns, rows), interpolation=cv2.INTER_LINEAR)
        return torch.from_numpy(drawn.reshape(rows, columns))
    from torch.nn.functional import interpolate

    return interpolate(plane[None, None], size=(rows, columns), mode="bilinear", align_corners=False)[0, 0]


def levels(plane: torch.Tensor) -> torch.Tensor:
    """A plane of float32 >= 0 rounded to uint8."""
    if on_processor(plane):
        import cv2
        import torch

        return torch.from_numpy(cv2.convertScaleAbs(plane.numpy()).reshape(plane.shape))
    import torch

    return plane.round().clamp_(0, 255).to(torch.uint8)


def mixed(a: torch.Tensor, b: torch.Tensor, share: float) -> torch.Tensor:
    """`a` where `share` is 0, `b` where it is 1 (uint8, of one shape), between them rounded; a new tensor."""
    import torch

    if on_processor(a):
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

    if on_processor(planes):
        import cv2

        flat = planes.contiguous().numpy().reshape(-1, planes.shape[-1])
        return torch.from_numpy(cv2.convertScaleAbs(flat, alpha=opacity).reshape(planes.shape))
    return planes.float().mul_(opacity).round_().to(torch.uint8)


def product(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """a b / 255, rounded: two (H, W) planes of uint8."""
    import torch

    if on_processor(a):
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
    if on_processor(under):
        import cv2
        import numpy as np

        into = under.numpy()
        seen = cv2.multiply(into, cv2.bitwise_not(alpha.numpy()), scale=1 / 255)
        cv2.add(seen, colour.numpy(), dst=seen)
        np.clip(seen, low, high, out=into)
        return
    seen = under.float().mul_(255 - alpha.float()).div_(255).round_().add_(colour)
    under.copy_(seen.clamp_(low, high).to(torch.uint8))
