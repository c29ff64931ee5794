"""Hold with draw-on: what both slides share stays, what leaves fades out, what comes is drawn object by object.

As in `hold` nothing new lies over what still leaves. Where only something comes (a line is added, an arrow over
a photograph) nothing fades: the pen begins at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer, stacked
from renderers.measure.regions import SAME
from renderers.measure.zones import common
from renderers.planes import Planes, blend
from renderers.transitions.drawing import box, chosen, cut, drawing, masks, there
from renderers.transitions.hold import LEAST, fill
from renderers.transitions.how import How, Side

if TYPE_CHECKING:
    import torch

_MOST = 0.6
"""The share of the time in which what leaves fades out at most."""
_EMPTY = 12
"""Levels (of 255) by which a pixel may differ from the empty slide and show nothing."""
_STRAY = 1 / 2000
"""The share of a region's pixels that may show something and yet nothing leaves there: edges, drawn otherwise."""
_ALIKE = 1.0
"""Levels by which two layers at one place may differ on average and be the same object, unchanged."""


def prepare(a: Side, b: Side, how: How) -> Callable[[float], Planes]:
    """`a` without what leaves, then what comes on `b`, one thing after the other, each stroke by stroke."""
    coming = tuple(layer for layer in b.stack.layers if _comes(layer, a, b)) if b.stack else ()
    still, base = _base(a, b, coming)
    drawn = drawing(base, b.page, ~still, b.stack, coming, how.leftwards)
    if not drawn.parts:
        return blend(a.page, b.page)
    leave, turn = blend(a.page, base), _turn(a.page, base, b.page)

    def at(t: float) -> Planes:
        if t in (0.0, 1.0):
            return b.page if t else a.page
        return leave(t / turn) if t < turn else drawn.at((t - turn) / (1 - turn))

    return at


def _turn(a: Planes, base: Planes, b: Planes) -> float:
    """When the pen begins."""
    leaving, coming = _apart(a, base), _apart(base, b)
    if leaving <= SAME / 255:
        return 0.0
    return min(max(leaving / (leaving + coming), LEAST), _MOST)


def _apart(a: Planes, b: Planes) -> float:
    return float((a.y.float() - b.y.float()).abs().mean())


def _base(a: Side, b: Side, coming: tuple[Layer, ...]) -> tuple[torch.Tensor, Planes]:
    """(H, W) bool, what stays as it is; and the slide without all that leaves or comes."""
    still = common(a.page, b.page).still
    if b.stack is not None:
        gone = {layer.id for layer in coming}
        kept = tuple(layer for layer in b.stack.layers if layer.id not in gone)
        empty = stacked(replace(b.stack, layers=kept))
    else:
        empty = a.page.map(lambda plane, held: fill(plane, ~held), masks(still, a.page))
    differs = _differs(a.page, b.page)
    added = _only_added(~still, differs, a.page, empty)
    empty = empty.map(chosen, masks(added, a.page), a.page)
    still |= added & ~differs
    return still, empty.map(chosen, masks(still, a.page), b.page)


def _only_added(changed: torch.Tensor, differs: torch.Tensor, a: Planes, empty: Planes) -> torch.Tensor:
    """(H, W) bool: the regions of what changed in which the slide before shows nothing wherever the two differ."""
    import cv2
    import numpy as np
    import torch

    count, found = cv2.connectedComponents(changed.byte().cpu().numpy())
    labels = np.asarray(found, np.intp)
    apart = differs.cpu().numpy().ravel()
    shows = ((a.y.short() - empty.y.short()).abs() > _EMPTY).cpu().numpy().ravel()
    leaves = np.bincount(labels.ravel(), apart & shows, count)
    added = leaves <= _STRAY * np.bincount(labels.ravel(), apart, count)
    added[0] = False
    return torch.from_numpy(added[labels]).to(changed.device)


def _comes(layer: Layer, a: Side, b: Side) -> bool:
    """Whether something of an object is new: it does not stand on the slide before, the same at the same place."""
    place = box(layer, b.page)
    if place[0] >= place[2] or place[1] >= place[3]:
        return False
    for other in a.stack.layers if a.stack is not None else ():
        same_place = (other.left, other.top, other.size) == (layer.left, layer.top, layer.size)
        if same_place and float((other.luma.short() - layer.luma.short()).abs().float().mean()) <= _ALIKE:
            return False
    return bool((_differs(cut(a.page, place), cut(b.page, place)) & there(layer, b.page)).any())


def _differs(a: Planes, b: Planes) -> torch.Tensor:
    """(H, W) bool: pixels that are not the same."""
    chroma = ((a.u.short() - b.u.short()).abs() > SAME) | ((a.v.short() - b.v.short()).abs() > SAME)
    luma = (a.y.short() - b.y.short()).abs() > SAME
    return luma | chroma.repeat_interleave(2, 0).repeat_interleave(2, 1)
