"""Which pixels two slides share: the one definition for holding them and for measuring that they were held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.planes import Planes
from renderers.warping import on_processor

if TYPE_CHECKING:
    import torch

SAME = 2
"""Levels (of 255) by which a pixel may differ and still be the same."""
REACH = 1 / 135
"""How far around a pixel all has to be the same for it to lie in a shared region, in picture heights (8 pixels of
1080): more than half the stroke of a headline, so that two headlines that cross share nothing."""


def shared_core(a: Planes, b: Planes) -> torch.Tensor:
    """(H, W) bool: pixels that are the same with all their surroundings, in luma and chroma."""
    return ~grown(differs(a, b), _reach(a))


def shared_regions(a: Planes, b: Planes) -> torch.Tensor:
    """(H, W) bool: what remains of the equal pixels after an opening (erosion, then dilation); holds `shared_core`.

    Pixels that happen to agree inside two photographs or two crossing letters are not among them, or they would
    stand as specks while the rest fades.
    """
    return opened(differs(a, b), a)


def opened(apart: torch.Tensor, picture: Planes) -> torch.Tensor:
    """As `shared_regions`, of pixels of a picture that are known to differ."""
    return grown(~grown(apart, _reach(picture)), _reach(picture))


def _reach(picture: Planes) -> int:
    return max(1, round(picture.size[1] * REACH))


def differs(a: Planes, b: Planes) -> torch.Tensor:
    """(H, W) bool: pixels that are not the same in luma or chroma."""
    import torch

    chroma = (apart(a.u, b.u) > SAME).logical_or_(apart(a.v, b.v) > SAME)
    rows, columns = chroma.shape
    wide = torch.stack((chroma, chroma), -1).view(rows, 1, 2 * columns)
    luma = apart(a.y, b.y) > SAME
    return luma.view(rows, 2, 2 * columns).logical_or_(wide).view(luma.shape)


def apart(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    """By how much two planes of uint8 differ, as uint8: a quarter of the time that signed numbers take."""
    import torch

    return torch.maximum(p, q).sub_(torch.minimum(p, q))


def grown(mask: torch.Tensor, reach: int) -> torch.Tensor:
    """A mask dilated by a square of side 2 x `reach` + 1: one direction after the other, in windows that double."""
    from torch.nn.functional import pad

    side = 2 * reach + 1
    if on_processor(mask):
        import cv2
        import numpy as np
        import torch

        square = np.ones((side, side), np.uint8)
        return torch.from_numpy(cv2.dilate(mask.contiguous().view(torch.uint8).numpy(), square)).view(
            torch.bool
        )
    for axis in (0, 1):
        grown = pad(mask, (0, 0, reach, reach) if axis == 0 else (reach, reach, 0, 0))
        window = 1
        while window < side:
            step = min(window, side - window)
            length = grown.shape[axis] - step
            grown = grown.narrow(axis, 0, length) | grown.narrow(axis, step, length)
            window += step
        mask = grown
    return mask
