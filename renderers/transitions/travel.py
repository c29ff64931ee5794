"""What push and cover share: a picture that travels in from a side."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from renderers.planes import Planes
from renderers.transitions.how import How

if TYPE_CHECKING:
    import torch


def travel(a: Planes, b: Planes, how: How, *, old_moves: bool) -> Callable[[float], Planes]:
    """`b` comes in from a side by whole, even numbers of pixels, so that luma and chroma stay together."""
    side = a.y.shape[how.along]

    def at(t: float) -> Planes:
        gone = 2 * round(side * t / 2)
        return a.map(
            lambda p, q: _paste(p, q, how, gone * p.shape[0] // a.y.shape[0], old_moves=old_moves), b
        )

    return at


def _paste(old: torch.Tensor, new: torch.Tensor, how: How, gone: int, *, old_moves: bool) -> torch.Tensor:
    """One plane with the first `gone` rows or columns of `new` inside; `old` is shoved on or stays."""
    import torch

    axis, side = how.along, old.shape[how.along]
    if how.forward:
        kept = old.narrow(axis, gone if old_moves else 0, side - gone)
        return torch.cat([kept, new.narrow(axis, 0, gone)], dim=axis)
    kept = old.narrow(axis, 0 if old_moves else gone, side - gone)
    return torch.cat([new.narrow(axis, side - gone, gone), kept], dim=axis)
