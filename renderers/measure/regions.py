"""Which pixels two slides share: the one definition for holding them and for measuring that they were held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.planes import Planes

if TYPE_CHECKING:
    import torch

SAME = 2
"""Levels (of 255) by which a pixel may differ and still be the same."""
REACH = 1 / 135
"""How far around a pixel all has to be the same for it to lie in a shared region, in picture heights (8 pixels of
1080): more than half the stroke of a headline, so that two headlines that cross share nothing."""


def shared_core(a: Planes, b: Planes) -> torch.Tensor:
    """(H, W) bool: pixels that are the same with all their surroundings, in luma and chroma."""
    return ~grown(_differs(a, b), _reach(a))


def shared_regions(a: Planes, b: Planes) -> torch.Tensor:
    """(H, W) bool: what remains of the equal pixels after an opening (erosion, then dilation); holds `shared_core`.

    Pixels that happen to agree inside two photographs or two crossing letters are not among them, or they would
    stand as specks while the rest fades.
    """
    return grown(shared_core(a, b), _reach(a))


def _reach(picture: Planes) -> int:
    return max(1, round(picture.size[1] * REACH))


def _differs(a: Planes, b: Planes) -> torch.Tensor:
    def apart(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
        return (p.short() - q.short()).abs_() > SAME

    chroma = apart(a.u, b.u) | apart(a.v, b.v)
    return apart(a.y, b.y) | chroma.repeat_interleave(2, 0).repeat_interleave(2, 1)


def grown(mask: torch.Tensor, reach: int) -> torch.Tensor:
    """A mask dilated by a square of side 2 x `reach` + 1: one direction after the other, in windows that double."""
    from torch.nn.functional import pad

    side = 2 * reach + 1
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
