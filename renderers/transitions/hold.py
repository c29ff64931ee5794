"""Hold (level 2): what both slides share stays; what leaves fades out before what comes fades in.

Between the two stands a ground: the picture without what is about to change, filled in from its surroundings,
so that at no moment two texts lie over each other. Where nothing leaves (a line is added) the whole time goes to
what comes, and the other way round.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from renderers.measure.regions import shared_regions
from renderers.planes import Planes, blend
from renderers.transitions.how import How

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
    ground = a.map(lambda p, q: _ground(p, q, changed, unknown), b)
    leaving, coming = _difference(a, ground), _difference(ground, b)
    turn = leaving / (leaving + coming) if leaving + coming > 0 else 0.0
    if turn in (0.0, 1.0):
        return blend(a, b)  # what only comes, or only leaves, needs no ground
    if _largest(a, ground) > _SEEN:
        turn = min(max(turn, LEAST), 1 - LEAST)
    leave, come = blend(a, ground), blend(ground, b)
    return lambda t: leave(t / turn) if t < turn else come((t - turn) / (1 - turn))


def _ground(p: torch.Tensor, q: torch.Tensor, changed: torch.Tensor, unknown: torch.Tensor) -> torch.Tensor:
    if p.shape != changed.shape:
        from torch.nn.functional import max_pool2d

        changed, unknown = (max_pool2d(each.float()[None, None], 2)[0, 0] > 0 for each in (changed, unknown))
    filled = fill(p, unknown)
    return filled.where(changed, p)


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
    if small[1:].all():
        return torch.zeros_like(shared)  # nothing else is left to tell the ground
    return torch.from_numpy(small[np.asarray(found[1], np.intp)]).to(shared.device)


def fill(plane: torch.Tensor, unknown: torch.Tensor) -> torch.Tensor:
    """`plane` with its unknown pixels taken from the nearest known surroundings, ever coarser (pull-push;
    Gortler et al., The Lumigraph, SIGGRAPH 1996, section 3.4). All unknown: the mean of the plane.
    """
    import torch
    from torch.nn.functional import avg_pool2d, interpolate

    known = (~unknown).float()[None, None]
    if not bool(known.any()):
        return torch.full_like(plane, round(float(plane.float().mean())))
    levels = [(plane.float()[None, None] * known, known)]
    while bool((levels[-1][1] == 0).any()) and max(levels[-1][0].shape[-2:]) > 1:
        above, share = levels[-1]
        levels.append((avg_pool2d(above, 2, ceil_mode=True), avg_pool2d(share, 2, ceil_mode=True)))
    if len(levels) == 1:
        return plane
    filled = levels[-1][0] / levels[-1][1].clamp(min=1e-12)
    for above, share in reversed(levels[1:-1]):
        guess = interpolate(filled, size=above.shape[-2:], mode="bilinear", align_corners=False)
        filled = torch.where(share > 0, above / share.clamp(min=1e-12), guess)
    guess = interpolate(filled, size=plane.shape, mode="bilinear", align_corners=False)[0, 0]
    return torch.where(unknown, guess.round_().clamp_(0, 255).to(torch.uint8), plane)


def _difference(a: Planes, b: Planes) -> float:
    return float((a.y.short() - b.y.short()).abs_().float().mean())


def _largest(a: Planes, b: Planes) -> int:
    return int((a.y.short() - b.y.short()).abs().max())
