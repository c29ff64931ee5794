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
        return a.map(lambda p, q: mix(p, q, _share(p, how, t)), b)

    return at


def _share(plane: torch.Tensor, how: How, t: float) -> torch.Tensor:
    import torch

    side = plane.shape[how.along]
    place = torch.arange(side, device=plane.device, dtype=torch.float32).add_(0.5).div_(side)
    if how.forward:
        place = 1 - place
    ramp = ((t * (1 + EDGE) - place) / EDGE).clamp_(0, 1)
    return ramp[:, None] if how.along == 0 else ramp[None, :]
