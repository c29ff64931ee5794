"""Hold (level 2): what both slides share stays; what leaves fades out before what comes fades in.

Between the two stands a ground: the picture without what is about to change, as one of the slides shows it there,
or filled in from its surroundings where neither does, so that at no moment two texts lie over each other. Where
nothing leaves (a line is added) the whole time goes to what comes, and the other way round.
What is only a few pixels off changes from one place to the other all along.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from renderers.measure.regions import apart
from renderers.measure.zones import Common, common
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
_REACHED = 9
"""Pixels of chroma across of the square around what is hidden into which an area beside it reaches."""
_NOBODY, _SECOND = 0, 2
"""Who shows the ground, as `Common.whose` has it."""


def prepare(a: Planes, b: Planes, how: How) -> Callable[[float], Planes]:
    """`a` to the ground, then the ground to `b`; the time is shared by how much leaves and how much comes."""
    found = common(a, b)
    ground = empty(a, b, found)
    off = nudged(a, b, ~found.still)
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


def empty(a: Planes, b: Planes, found: Common) -> Planes:
    """The picture without what leaves or comes: the slide that shows the ground there, or else its surroundings.

    What is filled in is soft, so it is worked out for few pixels.
    """
    changed = ~found.still
    few = _quartered(changed)
    hidden, theirs = few & (found.whose == _NOBODY), few & (found.whose == _SECOND)
    known = _beside(found.plain & ~hidden, hidden)
    unknown = (~known if bool(known[::2, ::2].any()) else hidden)[::2, ::2].contiguous()

    def ground(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
        full = p.shape == changed.shape
        shown = q.where(changed & _doubled(theirs) if full else theirs, p)
        if not bool(hidden.any()):
            return shown
        stride = 4 if full else 2
        filled = fill(shown[::stride, ::stride].contiguous(), unknown).float()
        return levels(larger(filled, shown)).where(changed & _doubled(hidden) if full else hidden, shown)

    return a.map(ground, b)


def _beside(known: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
    """(H, W) bool: the known areas that reach what is hidden; one beyond them, however near, is another ground."""
    import cv2
    import numpy as np
    import torch

    _, found = cv2.connectedComponents(known.byte().cpu().numpy(), connectivity=4)
    square = np.ones((_REACHED, _REACHED), np.uint8)
    near = cv2.dilate(hidden.byte().cpu().numpy(), square).astype(np.bool_)
    labels = np.asarray(found, np.int32)
    reaching = np.zeros(int(labels.max()) + 1, np.bool_)
    reaching[labels[near]] = True
    return torch.from_numpy(reaching[labels]).to(known.device) & known


def _doubled(mask: torch.Tensor) -> torch.Tensor:
    rows, columns = mask.shape
    return mask.view(rows, 1, columns, 1).expand(-1, 2, -1, 2).reshape(2 * rows, 2 * columns)


def _quartered(mask: torch.Tensor) -> torch.Tensor:
    """(H, W) bool of chroma: where any of its four pixels is."""
    rows = mask[::2] | mask[1::2]
    return rows[:, ::2] | rows[:, 1::2]


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
