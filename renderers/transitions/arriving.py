"""What comes in at a change that holds what stays: the parts in the order in which they are drawn.

Each has what is there before and after it, so that nothing shows before its turn and nothing that stays is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer, Stack, lay, stacked
from renderers.layers.strokes import Strokes, strokes
from renderers.measure.regions import SAME, shared_regions
from renderers.planes import Planes
from renderers.transitions.draw_on import cover
from renderers.transitions.hold import fill
from renderers.transitions.how import How, Side

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray

_ADDED = 3.0
"""Levels (of 255) by which a region may differ from the empty slide, on average, for nothing to leave there."""
_ALIKE = 1.0
"""Levels by which two layers at one place may differ on average and be the same object, unchanged."""

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in even pixels of the frame."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that comes: the part of the frame it lies in before and after it, and how it is drawn."""

    box: Box
    before: Planes
    after: Planes
    drawing: Strokes


def arriving(a: Side, b: Side, how: How) -> tuple[Planes, tuple[Part, ...]]:
    """The slide before anything comes (`a` without what leaves), and what comes, from the lowest object up."""
    coming = tuple(layer for layer in b.stack.layers if _comes(layer, a, b)) if b.stack else ()
    still, base = _base(a, b, coming)
    if b.stack is None:
        whole = (0, 0, *b.page.size)
        leftwards = bool(how.leftwards)
        drawn = partial(strokes, kind="graphic", leftwards=leftwards)
        part = _part(base.map(_copy), whole, ~still, b.page, drawn)
        return base, (part,) if part else ()
    return base, tuple(_objects(base.map(_copy), ~still, b.page, b.stack, coming, how))


def cut(page: Planes, box: Box) -> Planes:
    """A part of a page, in the same memory."""
    left, top, right, bottom = box
    half = (slice(top // 2, bottom // 2), slice(left // 2, right // 2))
    return Planes(page.y[top:bottom, left:right], page.u[half], page.v[half])


def _copy(plane: torch.Tensor) -> torch.Tensor:
    return plane.clone()


def _objects(
    state: Planes, moving: torch.Tensor, page: Planes, stack: Stack, coming: tuple[Layer, ...], how: How
) -> Iterator[Part]:
    """The ground where it changes, then object by object; `state` is what is there so far."""
    above = moving.short() * 0  # how many that come still lie over a pixel
    for layer in coming:
        above[_rows(layer, page)] += _there(layer, page).short()
    bare = moving & (above == 0)
    ground = _part(state, (0, 0, *page.size), bare, page, partial(strokes, kind="picture"))
    if ground is not None:
        yield ground
    for number, layer in enumerate(coming):
        rows, there, box = _rows(layer, page), _there(layer, page), _box(layer, page)
        above[rows] -= there.short()
        later = {each.id for each in coming[number + 1 :]}
        look = _look(replace(stack, layers=tuple(o for o in stack.layers if o.id not in later)), box)
        look = look.map(_chosen, _masks(above[rows] == 0, look), cut(page, box))
        drawn = _strokes_of(layer, box, how)
        part = _part(state, box, there & moving[rows], look, drawn)
        if part is not None:
            yield part


def _chosen(here: torch.Tensor, mask: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
    return there.where(mask, here)


def _strokes_of(layer: Layer, box: Box, how: How) -> Callable[[NDArray[np.uint8]], Strokes]:
    """How the visible part of an object is drawn."""
    left, top, right, bottom = (
        (edge - side) // 2
        for edge, side in zip(box, (layer.left, layer.top, layer.left, layer.top), strict=True)
    )
    covered = cover(layer)[top:bottom, left:right]
    leftwards = layer.id in how.leftwards
    return lambda seen: strokes(covered * (seen > 0), layer.kind, leftwards=leftwards, angle=layer.angle)


def _part(
    state: Planes,
    box: Box,
    mask: torch.Tensor,
    target: Planes,
    drawn: Callable[[NDArray[np.uint8]], Strokes],
) -> Part | None:
    """What changes `state` to `target` within a mask, which it is afterwards; None where nobody would see it."""
    before = cut(state, box)
    after = before.map(_chosen, _masks(mask, before, every=False), target)
    seen = _seen(before, after)
    part = None
    if seen.any():
        drawing = drawn(seen)
        ink = replace(drawing, ink=seen.flat[drawing.order].astype("float32"))
        part = Part(box, before.map(_copy), after, ink)
    for place, plane in zip(before.planes, after.planes, strict=True):
        place.copy_(plane)
    return part


def _seen(before: Planes, after: Planes) -> NDArray[np.uint8]:
    """How much each chroma pixel changes, in levels; 0 where it stays the same."""
    from torch.nn.functional import avg_pool2d, max_pool2d

    luma = (before.y.short() - after.y.short()).abs().float()[None, None]
    colour = ((before.u.short() - after.u.short()).abs() + (before.v.short() - after.v.short()).abs()).float()
    some = (max_pool2d(luma, 2)[0, 0] > SAME) | (colour > SAME)
    much = (avg_pool2d(luma, 2)[0, 0] + colour / 2).clamp_(1, 255)
    return (much * some).byte().cpu().numpy()


def _masks(mask: torch.Tensor, like: Planes, *, every: bool = True) -> Planes:
    """A mask of the luma for all planes: a pixel of chroma is in it where every one of four is, or any."""
    from torch.nn.functional import max_pool2d

    chosen = ~mask if every else mask
    half = max_pool2d(chosen.float()[None, None], 2)[0, 0] > 0
    half = ~half if every else half
    return like.map(lambda plane: mask if plane is like.y else half)


def _base(a: Side, b: Side, coming: tuple[Layer, ...]) -> tuple[torch.Tensor, Planes]:
    """(H, W) bool, what stays as it is; and the slide without all that leaves or comes."""
    still = shared_regions(a.page, b.page)
    if b.stack is not None:
        gone = {layer.id for layer in coming}
        kept = tuple(layer for layer in b.stack.layers if layer.id not in gone)
        empty = stacked(replace(b.stack, layers=kept))
    else:
        empty = a.page.map(lambda plane, held: fill(plane, ~held), _masks(still, a.page))
    differs = _differs(a.page, b.page)
    added = _only_added(~still, differs, a.page, empty)
    empty = empty.map(_chosen, _masks(added, a.page), a.page)
    still |= added & ~differs
    return still, empty.map(_chosen, _masks(still, a.page), b.page)


def _only_added(changed: torch.Tensor, differs: torch.Tensor, a: Planes, empty: Planes) -> torch.Tensor:
    """(H, W) bool: the regions of what changed in which the slide before is empty wherever the two differ."""
    import cv2
    import numpy as np
    import torch

    count, found = cv2.connectedComponents(changed.byte().cpu().numpy())
    labels = np.asarray(found, np.intp)
    apart = differs.cpu().numpy().ravel()
    away = (a.y.short() - empty.y.short()).abs().cpu().numpy().ravel() * apart
    total = np.bincount(labels.ravel(), away, count)
    added = total <= _ADDED * np.maximum(np.bincount(labels.ravel(), apart, count), 1)
    added[0] = False
    return torch.from_numpy(added[labels]).to(changed.device)


def _differs(a: Planes, b: Planes) -> torch.Tensor:
    """(H, W) bool: pixels that are not the same."""
    chroma = ((a.u.short() - b.u.short()).abs() > SAME) | ((a.v.short() - b.v.short()).abs() > SAME)
    luma = (a.y.short() - b.y.short()).abs() > SAME
    return luma | chroma.repeat_interleave(2, 0).repeat_interleave(2, 1)


def _comes(layer: Layer, a: Side, b: Side) -> bool:
    """Whether something of an object is new: it does not stand on the slide before, the same at the same place."""
    box = _box(layer, b.page)
    if box[0] >= box[2] or box[1] >= box[3]:
        return False
    for other in a.stack.layers if a.stack is not None else ():
        same_place = (other.left, other.top, other.size) == (layer.left, layer.top, layer.size)
        if same_place and float((other.luma.short() - layer.luma.short()).abs().float().mean()) <= _ALIKE:
            return False
    return bool((_differs(cut(a.page, box), cut(b.page, box)) & _there(layer, b.page)).any())


def _box(layer: Layer, page: Planes) -> Box:
    """The part of the frame that a layer lies in; empty where it lies outside."""
    width, height = page.size
    across, down = layer.size
    left, top = max(layer.left, 0), max(layer.top, 0)
    return left, top, min(layer.left + across, width), min(layer.top + down, height)


def _rows(layer: Layer, page: Planes) -> tuple[slice, slice]:
    left, top, right, bottom = _box(layer, page)
    return slice(top, bottom), slice(left, right)


def _there(layer: Layer, page: Planes) -> torch.Tensor:
    """(H, W) bool: where a layer has something, in its part of the frame."""
    left, top, right, bottom = _box(layer, page)
    rows, columns = slice(top - layer.top, bottom - layer.top), slice(left - layer.left, right - layer.left)
    return layer.luma[rows, columns, 1] > 0


def _look(stack: Stack, box: Box) -> Planes:
    """A part of the slide that a stack makes."""
    page = cut(stack.ground, box).map(_copy)
    for layer in stack.layers:
        lay(page, layer.luma, layer.chroma, layer.left - box[0], layer.top - box[1])
    return page
