"""Wipe: a soft edge runs over the picture and uncovers the next one; nothing moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from renderers.planes import Planes, mix
from renderers.transitions.how import How

if TYPE_CHECKING:
    import torch

EDGE = 0.12
"""Width of the soft edge as a share of the side it runs along."""


def prepare(a: Planes, b: Planes, how: How) -> Callable[[float], Planes]:
    """The share of `b` at each row or column is a ramp that runs in the direction of travel."""

    def at(t: float) -> Planes:
        return a.map(lambda p, q: _wiped(p, q, how, t), b)

    return at


def _wiped(old: torch.Tensor, new: torch.Tensor, how: How, t: float) -> torch.Tensor:
    """One plane: only what lies under the soft edge is mixed, the rest is one picture or the other."""
    import torch

    axis, side = how.along, old.shape[how.along]
    begins, ends = (
        _within(side * (t * (1 + EDGE) - edge) + slack, side) for edge, slack in ((EDGE, -1), (0, 2))
    )
    if how.forward:
        begins, ends = side - ends, side - begins
    before, behind = (old, new) if how.forward else (new, old)
    edge = mix(
        old.narrow(axis, begins, ends - begins),
        new.narrow(axis, begins, ends - begins),
        _share(old, how, t, begins, ends),
    )
    return torch.cat([before.narrow(axis, 0, begins), edge, behind.narrow(axis, ends, side - ends)], dim=axis)


def _within(place: float, side: int) -> int:
    return max(0, min(side, int(place)))


def _share(plane: torch.Tensor, how: How, t: float, begins: int, ends: int) -> torch.Tensor:
    """The share of the new picture in the rows or columns from `begins` to `ends`."""
    import torch

    side = plane.shape[how.along]
    place = torch.arange(begins, ends, device=plane.device, dtype=torch.float32).add_(0.5).div_(side)
    if how.forward:
        place = 1 - place
    ramp = ((t * (1 + EDGE) - place) / EDGE).clamp_(0, 1)
    return ramp[:, None] if how.along == 0 else ramp[None, :]
