"""What push and cover share: a picture that travels in from a side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.planes import Planes
from renderers.transitions.how import How

if TYPE_CHECKING:
    import torch


def even_offset(picture: Planes, how: How, t: float) -> int:
    """How far the incoming picture has come at `t`, in luma pixels: even, 0 at 0 and the whole side at 1."""
    side = picture.y.shape[how.along]
    return 2 * round(side * t / 2)


def paste(old: torch.Tensor, new: torch.Tensor, how: How, gone: int, *, old_moves: bool) -> torch.Tensor:
    """One plane with the first `gone` rows or columns of `new` inside; `old` is shoved on or stays."""
    import torch

    axis, side = how.along, old.shape[how.along]
    if how.forward:
        kept = old.narrow(axis, gone if old_moves else 0, side - gone)
        return torch.cat([kept, new.narrow(axis, 0, gone)], dim=axis)
    kept = old.narrow(axis, 0 if old_moves else gone, side - gone)
    return torch.cat([new.narrow(axis, side - gone, gone), kept], dim=axis)
