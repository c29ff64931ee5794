"""Something new on a page, drawn part by part: each has what is there before and after it, so that nothing shows
before its turn and nothing that stays is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer, Stack, lay
from renderers.layers.strokes import Strokes, strokes
from renderers.measure.regions import SAME
from renderers.planes import Planes, mix
from renderers.transitions.draw_on import Box, Reveal, cover, cropped, reveals, shown

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that comes: the part of the frame it lies in, what is seen there then, and how it is drawn.

    `layer` is the object; what belongs to none has None.
    """

    box: Box
    after: Planes
    drawing: Strokes
    layer: Layer | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page on which parts are drawn one after the other. `reveals` tell when the pixels of each come."""

    base: Planes
    parts: tuple[Part, ...]
    reveals: tuple[Reveal, ...]

    def at(self, t: float) -> Planes:
        """The page as far as it is drawn at `t`: nothing at 0, all at 1."""
        return self.on(self.base.map(_copy), t)

    def on(self, page: Planes, t: float) -> Planes:
        """What is drawn at `t`, drawn on another page, in place."""
        for part, reveal in zip(self.parts, self.reveals, strict=True):
            if reveal.begun(t):
                draw = chosen if reveal.done(t) else _shared
                luma, chroma = reveal.touched() if reveal.done(t) else reveal.shares(t)
                for index, place in enumerate(cut(page, part.box).planes):
                    place.copy_(draw(place, chroma if index else luma, part.after.planes[index]))
        return page

    def look(self, layer: Layer, t: float) -> Layer:
        """An object that comes as far as it is drawn at `t`, as much of it as lies in the frame."""
        for part, reveal in zip(self.parts, self.reveals, strict=True):
            if part.layer is layer:
                return shown(cropped(layer, part.box), reveal, t)
        return layer


def drawing(
    base: Planes,
    page: Planes,
    moving: torch.Tensor,
    stack: Stack | None,
    coming: Collection[Layer] = (),
    leftwards: Collection[int] = (),
) -> Drawing:
    """What turns `base` into `page` where the mask `moving` (H, W) allows, drawn from the lowest object up.

    `stack` has the objects of the page, and `coming` are those of them that are new; without a stack the page is
    drawn by its looks. `leftwards` are ids of those whose script runs from right to left.
    """
    state = base.map(_copy)
    if stack is None:
        drawn = partial(strokes, kind="graphic", leftwards=bool(leftwards))
        part = _part(state, (0, 0, *page.size), moving, page, drawn)
        parts = (part,) if part else ()
    else:
        seen = tuple(layer for layer in coming if _in_frame(layer, page))
        parts = tuple(_objects(state, moving, page, stack, seen, leftwards))
    return Drawing(base, parts, tuple(reveals([part.drawing for part in parts], base.y.device)))


def _objects(
    state: Planes,
    moving: torch.Tensor,
    page: Planes,
    stack: Stack,
    coming: tuple[Layer, ...],
    leftwards: Collection[int],
) -> Iterator[Part]:
    """The ground where it changes, then object by object; `state` is what is there so far."""
    above = moving.short() * 0  # how many that come still lie over a pixel
    for layer in coming:
        above[_rows(layer, page)] += there(layer, page).short()
    bare = moving & (above == 0)
    ground = _part(state, (0, 0, *page.size), bare, page, partial(strokes, kind="picture"))
    if ground is not None:
        yield ground
    for number, layer in enumerate(coming):
        rows, here, place = _rows(layer, page), there(layer, page), box(layer, page)
        above[rows] -= here.short()
        later = {id(each) for each in coming[number + 1 :]}
        so_far = replace(stack, layers=tuple(each for each in stack.layers if id(each) not in later))
        look = _look(so_far, place)
        look = look.map(chosen, masks(above[rows] == 0, look), cut(page, place))
        drawn = _strokes_of(layer, place, leftwards)
        part = _part(state, place, here & moving[rows], look, drawn)
        if part is not None:
            yield replace(part, layer=layer)


def _strokes_of(layer: Layer, box: Box, leftwards: Collection[int]) -> Callable[[NDArray[np.uint8]], Strokes]:
    """How the visible part of an object is drawn."""
    covered = cover(cropped(layer, box))
    return lambda seen: strokes(
        covered * (seen > 0), layer.kind, leftwards=layer.id in leftwards, angle=layer.angle
    )


def _part(
    state: Planes,
    box: Box,
    mask: torch.Tensor,
    target: Planes,
    drawn: Callable[[NDArray[np.uint8]], Strokes],
) -> Part | None:
    """What changes `state` to `target` within a mask, which it is afterwards; None where nobody would see it."""
    before = cut(state, box)
    after = before.map(chosen, masks(mask, before, every=False), target)
    seen = _seen(before, after)
    part = None
    if seen.any():
        drawing = drawn(seen)
        ink = replace(drawing, ink=seen.flat[drawing.order].astype("float32"))
        part = Part(box, after, ink)
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


def _look(stack: Stack, box: Box) -> Planes:
    """A part of the slide that a stack makes."""
    page = cut(stack.ground, box).map(_copy)
    for layer in stack.layers:
        lay(page, layer.luma, layer.chroma, layer.left - box[0], layer.top - box[1])
    return page


def cut(page: Planes, box: Box) -> Planes:
    """A part of a page, in the same memory."""
    left, top, right, bottom = box
    half = (slice(top // 2, bottom // 2), slice(left // 2, right // 2))
    return Planes(page.y[top:bottom, left:right], page.u[half], page.v[half])


def box(layer: Layer, page: Planes) -> Box:
    """The part of the frame that a layer lies in; empty where it lies outside."""
    width, height = page.size
    across, down = layer.size
    left, top = max(layer.left, 0), max(layer.top, 0)
    return left, top, min(layer.left + across, width), min(layer.top + down, height)


def there(layer: Layer, page: Planes) -> torch.Tensor:
    """(H, W) bool: where a layer has something, in its part of the frame."""
    left, top, right, bottom = box(layer, page)
    rows, columns = slice(top - layer.top, bottom - layer.top), slice(left - layer.left, right - layer.left)
    return layer.luma[rows, columns, 1] > 0


def _in_frame(layer: Layer, page: Planes) -> bool:
    left, top, right, bottom = box(layer, page)
    return left < right and top < bottom


def _rows(layer: Layer, page: Planes) -> tuple[slice, slice]:
    left, top, right, bottom = box(layer, page)
    return slice(top, bottom), slice(left, right)


def masks(mask: torch.Tensor, like: Planes, *, every: bool = True) -> Planes:
    """A mask of the luma for all planes: a pixel of chroma is in it where every one of four is, or any."""
    from torch.nn.functional import max_pool2d

    chosen = ~mask if every else mask
    half = max_pool2d(chosen.float()[None, None], 2)[0, 0] > 0
    half = ~half if every else half
    return like.map(lambda plane: mask if plane is like.y else half)


def _shared(here: torch.Tensor, share: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
    return mix(here, there, share)


def chosen(here: torch.Tensor, mask: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
    """A plane with what another one has where a mask says so."""
    return there.where(mask, here)


def _copy(plane: torch.Tensor) -> torch.Tensor:
    return plane.clone()
