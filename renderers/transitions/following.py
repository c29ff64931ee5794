"""What of one picture flow carries to another: where its pixels go, and how far that can be believed.

Where flow is not sure, the motion around is carried on, so that what dissolves there goes along.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers import flows
from renderers.layers.stack import Layer

if TYPE_CHECKING:
    import torch

WIDTH, LEAST_WIDTH = 640, 320
"""Flow is found in pictures of half their size, at most and at least so wide (pixels)."""
_FOLLOWED = 2
"""It is followed on a grid so many times coarser, as it is smooth, and brought to the picture's size."""
LEAST = 0.3
"""A share of sure pixels below which the pictures have nothing to follow: both stay in place."""
EDGE = 1 / 80
"""How softly sure places end, in widths."""
_ISLAND = 1 / 24
"""How wide a sure place has to be, in widths."""
_LIGHT = 1 / 8
"""How softly light differs, in widths: not with every thing that is brighter in one picture."""
_GREY = 126
"""What transparent pixels are taken for."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where the pixels of a picture go, on a coarse grid over it.

    `motion` is (h, w, 2) in pixels of that grid, `sure` (h, w, 1) from 0 to 1; `whole` is the (2, 3) affine motion
    that `motion` is close to. `tone` is (h, w, 3): by how many levels of Y, U and V the light of the other picture
    differs there, which what only this one shows takes on along the way.
    """

    motion: torch.Tensor
    sure: torch.Tensor
    whole: NDArray[np.float64]
    tone: torch.Tensor


def ways(first: Layer, second: Layer) -> tuple[Way, Way, float]:
    """The way from one picture to another and the way back, and the share of the pictures that flow carries."""
    width, height = _working(first)
    grey = [_grey(layer, width, height) for layer in (first, second)]
    grey[1] = flows.as_bright(grey[1], grey[0])
    found = flows.between(grey[0], grey[1])
    sides = found, found.turned
    sure = [_sure(side, a, b) for side, (a, b) in zip(sides, (grey, grey[::-1]), strict=True)]
    lights = [_colours(layer, width, height) for layer in (first, second)]
    carried = float(max(each.mean() for each in sure))
    if carried < LEAST:
        sure = [np.zeros_like(each) for each in sure]
        sides = tuple(_still(width, height) for _ in sides)
    there, back = (
        _way(side, each, _tone(side, each, *pair), first.luma.device)
        for side, each, pair in zip(sides, sure, (lights, lights[::-1]), strict=True)
    )
    return there, back, carried


def _working(layer: Layer) -> tuple[int, int]:
    sides = layer.size
    longest = min(max(sides), max(LEAST_WIDTH, min(WIDTH, max(sides) // 2)))
    across, down = (max(8, round(side * longest / max(sides) / _FOLLOWED)) for side in sides)
    return across * _FOLLOWED, down * _FOLLOWED


def _grey(layer: Layer, width: int, height: int) -> NDArray[np.uint8]:
    """Its luma on the working grid, over grey."""
    import cv2

    luma = layer.luma.cpu().numpy().astype(np.float32)
    page = luma[..., 0] + (255 - luma[..., 1]) * (_GREY / 255)
    return cv2.resize(page, (width, height), interpolation=cv2.INTER_AREA).clip(0, 255).astype(np.uint8)


def _colours(layer: Layer, width: int, height: int) -> flows.Field:
    """(H, W, 3): its Y, U and V on the working grid, over grey."""
    import cv2

    luma, chroma = (plane.cpu().numpy().astype(np.float32) for plane in (layer.luma, layer.chroma))
    pages = (plane[..., :-1] + (255 - plane[..., -1:]) * (_GREY / 255) for plane in (luma, chroma))
    sizes = (cv2.resize(page, (width, height), interpolation=cv2.INTER_AREA) for page in pages)
    return np.dstack(tuple(sizes)).astype(np.float32, copy=False)


def _tone(flow: flows.Flow, sure: flows.Field, here: flows.Field, there: flows.Field) -> flows.Field:
    """(H, W, 3): how the other picture's light differs from this one's, carried on from where flow is sure."""
    import cv2

    height, width = sure.shape
    apart = flows.read(there, flows.grid(width, height) + flow.there) - here
    side = max(3, round(width * _LIGHT)) | 1
    return np.asarray(cv2.GaussianBlur(_filled(apart, sure), (side, side), 0), np.float32)


def _sure(flow: flows.Flow, first: flows.Grey, second: flows.Grey) -> flows.Field:
    """(H, W): 1 where flow comes back and both pictures look alike there, 0 where it does not; soft between."""
    import cv2

    height, width = first.shape
    to = flows.grid(width, height) + flow.there
    alike = _alike(first, flows.read(second, to))
    sure = np.clip(2 * flows.consistency(flow), 0, 1) * alike
    side, island = (max(3, round(width * share)) | 1 for share in (EDGE, _ISLAND))
    # a few pixels that agree by chance would stand out from all that dissolves around them
    whole = cv2.morphologyEx(
        sure, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (island, island))
    )
    held = cv2.erode(whole, np.ones((side // 2 | 1, side // 2 | 1), np.uint8))
    return np.asarray(cv2.GaussianBlur(held, (side, side), 0), np.float32)


def _alike(a: flows.Grey, b: flows.Grey) -> flows.Field:
    """(H, W), 0 to 1: whether two pictures show the same around each pixel: equal structure (SSIM's last term),
    and no very different grey, which alone tells plain areas apart.
    """
    import cv2

    x, y = a.astype(np.float32), b.astype(np.float32)

    def mean(picture: flows.Field) -> flows.Field:
        return np.asarray(cv2.boxFilter(picture, -1, (11, 11)), np.float32)

    mx, my = mean(x), mean(y)
    spread = mean(x * x) - mx * mx + mean(y * y) - my * my
    slack = np.float32(60.0)
    structure = (2 * (mean(x * y) - mx * my) + slack) / (spread + slack)
    return _soft((structure - 0.2) / 0.4) * _soft((60 - np.abs(mx - my)) / 30)


def _way(flow: flows.Flow, sure: flows.Field, tone: flows.Field, device: torch.device) -> Way:
    height, width = sure.shape
    base = flows.grid(width, height)
    whole = (base @ flow.whole[:, :2].T + flow.whole[:, 2] - base).astype(np.float32)
    rest = flow.there - whole
    filled = _filled(rest, sure)
    motion = whole + filled + sure[..., None] * (rest - filled)
    return Way(
        _coarser(motion / _FOLLOWED, device),
        _coarser(sure[..., None], device),
        _whole_of_coarser(flow.whole),
        _coarser(tone, device),
    )


def _coarser(field: flows.Field, device: torch.device) -> torch.Tensor:
    """A field on the grid that it is followed on."""
    import cv2
    import torch

    height, width, channels = field.shape
    size = (width // _FOLLOWED, height // _FOLLOWED)
    small = np.asarray(cv2.resize(field, size, interpolation=cv2.INTER_AREA))
    return torch.from_numpy(small.reshape(size[1], size[0], channels)).to(device)


def _whole_of_coarser(whole: NDArray[np.float64]) -> NDArray[np.float64]:
    """An affine motion in pixels of the coarser grid; a pixel's place is that of its middle."""
    middle = np.full(2, (_FOLLOWED - 1) / 2)
    turn, shift = whole[:, :2], whole[:, 2]
    return np.column_stack((turn, (turn @ middle + shift - middle) / _FOLLOWED))


def _filled(field: flows.Field, sure: flows.Field) -> flows.Field:
    """`field` where it is sure, carried on from there where it is not, ever coarser (pull-push; Gortler et al., The
    Lumigraph, SIGGRAPH 1996, section 3.4). Nothing sure: no motion.
    """
    import cv2

    levels: list[tuple[flows.Field, flows.Field]] = [(field * sure[..., None], sure)]
    while min(levels[-1][1].shape) > 2:
        above, share = levels[-1]
        levels.append(
            (np.asarray(cv2.pyrDown(above), np.float32), np.asarray(cv2.pyrDown(share), np.float32))
        )
    above, share = levels[-1]
    filled = above / (share[..., None] + 1e-3)
    for above, share in reversed(levels[:-1]):
        size = (share.shape[1], share.shape[0])
        guess = np.asarray(cv2.resize(filled, size, interpolation=cv2.INTER_LINEAR))
        part = np.clip(share * 4, 0, 1)[..., None]
        filled = part * above / np.maximum(share[..., None], 1e-3) + (1 - part) * guess
    return np.asarray(filled, np.float32)


def _still(width: int, height: int) -> flows.Flow:
    nothing = np.zeros((height, width, 2), np.float32)
    return flows.Flow(nothing, nothing, np.eye(2, 3))


def _soft(t: flows.Field) -> flows.Field:
    t = np.clip(t, 0, 1)
    return t * t * (3 - 2 * t)
