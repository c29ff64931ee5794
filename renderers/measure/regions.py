"""Which pixels two slides share: the one definition for holding them and for measuring that they were held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.planes import Planes

if TYPE_CHECKING:
    import torch

SAME = 2
"""Levels (of 255) by which a pixel may differ and still be the same."""
REACH = 2
"""Pixels around a pixel that have to be the same for it to lie in a shared region."""


def shared_core(a: Planes, b: Planes) -> torch.Tensor:
    """(H, W) bool: pixels that are the same with all their surroundings, in luma and chroma."""
    return grown(_differs(a, b), REACH)[0, 0] == 0


def shared_regions(a: Planes, b: Planes) -> torch.Tensor:
    """(H, W) bool: what remains of the equal pixels after an opening (erosion, then dilation).

    Single pixels that happen to agree inside two photographs are not among them, or they would stand as specks
    while the rest fades. Holds `shared_core`.
    """
    return shrunk(grown(_differs(a, b), REACH), REACH)[0, 0] == 0


def _differs(a: Planes, b: Planes) -> torch.Tensor:
    import torch
    from torch.nn.functional import interpolate

    def apart(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
        return (p.short() - q.short()).abs_().gt(SAME).float()[None, None]

    chroma = torch.maximum(apart(a.u, b.u), apart(a.v, b.v))
    return torch.maximum(apart(a.y, b.y), interpolate(chroma, scale_factor=2.0, mode="nearest"))


def grown(mask: torch.Tensor, reach: int) -> torch.Tensor:
    """A (1, 1, H, W) mask dilated by a square of side 2 x `reach` + 1."""
    from torch.nn.functional import max_pool2d

    return max_pool2d(mask, 2 * reach + 1, stride=1, padding=reach)


def shrunk(mask: torch.Tensor, reach: int) -> torch.Tensor:
    """A (1, 1, H, W) mask eroded by the same square."""
    return -grown(-mask, reach)
