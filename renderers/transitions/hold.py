"""Hold (level 2): what both slides share stays; what leaves fades out before what comes fades in.

Between the two stands a ground: the picture without what is about to change, filled in from its surroundings,
so that at no moment two texts lie over each other. Where nothing leaves (a line is added) the whole time goes to
what comes, and the other way round. What is only a few pixels off changes from one place to the other all along.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from renderers.measure.regions import apart, shared_regions
from renderers.planes import Planes, blend
from renderers.transitions.how import How
from renderers.transitions.nudged import nudged
from renderers.warping import larger, levels, smaller

if TYPE_CHECKING:
    import torch


LEAST = 0.15
"""The share of the time in which what leaves, or comes, has to do so at least: however little, not at a stroke."""
_SEEN = 12
"""Levels (of 255) by which a pixel changes at least where something leaves: less is a ground that is filled in."""

_ISLAND = 0.05
"""The share of the picture below which a region that is shared amid what changes is no ground."""


def prepare(a: Planes, b: Planes, how: How) -> Callable[[float], Planes]:
    """`a` to the ground, then the ground to `b`; the time is shared by how much leaves and how much comes."""
    changed = ~shared_regions(a, b)
    unknown = changed | _islands(~changed)
    colour = _quartered(changed), _quartered(unknown)
    ground = Planes(_ground(a.y, changed, unknown), _ground(a.u, *colour), _ground(a.v, *colour))
    off = nudged(a, b, changed)
    leaving, coming = _difference(a, ground, off), _difference(ground, b, off)
    turn = leaving / (leaving + coming) if leaving + coming > 0 else 0.0
    if turn in (0.0, 1.0):
        return blend(a, b)  # what only comes, or only leaves, needs no ground
    if _largest(a, ground, off) > _SEEN:
        turn = min(max(turn, LEAST), 1 - LEAST)
    if bool(off.any()):
        ground = _held(a, b, ground, off, turn)
    leave, come = blend(a, ground), blend(ground, b)
    return lambda t: leave(t / turn) if t < turn else come((t - turn) / (1 - turn))


def _ground(p: torch.Tensor, changed: torch.Tensor, unknown: torch.Tensor) -> torch.Tensor:
    return fill(p, unknown).where(changed, p)


def _quartered(mask: torch.Tensor) -> torch.Tensor:
    """(H, W) bool of chroma: where any of its four pixels is."""
    rows = mask[::2] | mask[1::2]
    return rows[:, ::2] | rows[:, 1::2]


def _islands(shared: torch.Tensor) -> torch.Tensor:
    """(H, W) bool: small regions that are shared amid what changes, as where a thing lies half over its old place.

    They stay, but their colours are no ground: they would run out over all that is filled in.
    """
    import cv2
    import numpy as np
    import torch

    found = cv2.connectedComponentsWithStats(shared.byte().cpu().numpy())
    areas = np.asarray(found[2], np.int64)[:, cv2.CC_STAT_AREA]
    small = areas < _ISLAND * shared.numel()
    small[0] = False
    if small[1:].all() or not small.any():  # nothing else is left to tell the ground; or nothing is small
        return torch.zeros_like(shared)
    return torch.from_numpy(small[np.asarray(found[1], np.intp)]).to(shared.device)


def fill(plane: torch.Tensor, unknown: torch.Tensor) -> torch.Tensor:
    """`plane` with its unknown pixels taken from the nearest known surroundings, ever coarser (pull-push;
    Gortler et al., The Lumigraph, SIGGRAPH 1996, section 3.4). All unknown: the mean of the plane.
    """
    import torch

    if not bool(unknown.any()):
        return plane
    known = (~unknown).float()
    if float(known.max()) == 0:
        return torch.full_like(plane, round(float(plane.float().mean())))
    sizes = [(plane.float().mul_(known), known)]
    while float(sizes[-1][1].min()) == 0 and max(sizes[-1][0].shape) > 1:
        above, share = sizes[-1]
        sizes.append((smaller(above), smaller(share)))
    filled = sizes[-1][0] / sizes[-1][1].clamp(min=1e-12)
    for above, share in reversed(sizes[1:-1]):
        guess = larger(filled, above)
        filled = torch.where(share > 0, above / share.clamp(min=1e-12), guess)
    return torch.where(unknown, levels(larger(filled, plane)), plane)


def _held(a: Planes, b: Planes, ground: Planes, off: torch.Tensor, turn: float) -> Planes:
    """The ground with what is a few pixels off half way: it goes straight from one place to the other."""
    between, half = blend(a, b)(turn), _quartered(off)
    return Planes(
        between.y.where(off, ground.y), between.u.where(half, ground.u), between.v.where(half, ground.v)
    )


def _difference(a: Planes, b: Planes, off: torch.Tensor) -> float:
    return float(apart(a.y, b.y).masked_fill_(off, 0).float().mean())


def _largest(a: Planes, b: Planes, off: torch.Tensor) -> int:
    return int(apart(a.y, b.y).masked_fill_(off, 0).max())
