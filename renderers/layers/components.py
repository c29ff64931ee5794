"""Objects of a page that is only a picture (of a PDF, or a photograph): what stands apart on its background.

What differs from the colour that most of the page has is gathered into pieces that lie close together, numbered in
reading order; the ground is filled in from around them. A page without such a colour is one picture. The quick
count of what two pages have in common is `renderers.measure.components`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from renderers.layers.stack import Layer, Stack, lay
from renderers.planes import Planes
from renderers.slides.fit import Place
from renderers.transitions.hold import fill
from studio.lecture import ObjectKind

if TYPE_CHECKING:
    import torch

MOST_OBJECTS = 40
"""More pieces than this are gathered more coarsely."""
_APART = 10
"""Levels of Y, U or V by which a pixel is not the background any more."""
_PLAIN = 0.3
"""Share of a page that its background has at least."""
_ACROSS, _DOWN = 1 / 30, 1 / 60
"""How far apart the parts of one object may be, in page heights: words stand wider apart than lines."""
_SPECK = 4e-5
"""Share of a page below which a piece is dust, which stays on the ground."""
_STROKE = 1 / 36
"""Page heights that the strokes of letters are wide at most."""
_EDGE = 2
"""Pixels at the edges of a page that say nothing themselves."""
_WHOLE = 0.85
"""Share of a page that one piece covers which is all of it."""

_RING = (170, 85)
"""Alpha of the pixels next to a piece, and of those behind them."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Found:
    """A piece: where its pixels are, in a part of the frame whose corner stands at `left`, `top` (even pixels)."""

    left: int
    top: int
    mask: Mask


def taken_apart(page: Planes, place: Place) -> Stack | None:
    """The stack of a page that stands at `place` in the frame; None where there is nothing on it."""
    y, u, v = (plane.cpu().numpy() for plane in page.planes)
    planes = np.stack([y, *(plane.repeat(2, 0).repeat(2, 1) for plane in (u, v))])
    inside = np.zeros(y.shape, np.bool_)
    slide = slice(place.top, place.top + place.height), slice(place.left, place.left + place.width)
    inside[slide] = True
    ink = _ink(planes, inside)
    if ink is not None:
        _trim(ink[slide])
    found = [_whole(inside)] if ink is None else _gathered(ink)
    if len(found) == 1 and found[0].mask.sum() > _WHOLE * inside.sum():
        found = [_whole(inside)]
    if not found:
        return None
    ground = _without(page, found, inside)
    under = page.map(lambda plane, below: below.clone(), ground)
    layers: list[Layer] = []
    for number, piece in enumerate(found, start=1):
        layers.append(_layer(page, under, piece, number))
        lay(under, layers[-1].luma, layers[-1].chroma, layers[-1].left, layers[-1].top)
    return Stack(ground, tuple(layers))


def _ink(planes: NDArray[np.uint8], inside: Mask) -> Mask | None:
    """What differs from the background (planes: (3, H, W)); None where there is no background."""
    coarse = (planes >> 3).astype(np.int32)
    codes = (coarse[0] << 10 | coarse[1] << 5 | coarse[2])[inside]
    near = planes[:, inside][:, codes == int(np.bincount(codes).argmax())]
    middle = np.median(near[:, :: max(1, near.shape[1] // 10_000)], axis=1).astype(np.int16)
    differs = (np.abs(planes.astype(np.int16) - middle[:, None, None]) > _APART).max(axis=0) & inside
    return differs if differs.sum() < (1 - _PLAIN) * inside.sum() else None


def _trim(ink: Mask) -> None:
    """Take away the thin line at the edges of a page that ends within a pixel, in place."""
    for side in (ink, ink[::-1], ink.T, ink.T[::-1]):
        side[:_EDGE] = side[_EDGE]


def _whole(inside: Mask) -> _Found:
    return _cut(inside, 0, 0, inside.shape[1], inside.shape[0])


def _cut(mask: Mask, left: int, top: int, right: int, bottom: int) -> _Found:
    """A part of the frame with an even frame of its own, wide enough for the ring."""
    x, y = max(0, (left - 4) // 2 * 2), max(0, (top - 4) // 2 * 2)
    x1, y1 = min(mask.shape[1], (right + 5) // 2 * 2), min(mask.shape[0], (bottom + 5) // 2 * 2)
    return _Found(x, y, mask[y:y1, x:x1])


def _gathered(ink: Mask) -> list[_Found]:
    """The pieces in reading order; what lies close together is one."""
    import cv2

    height = ink.shape[0]
    times, large = 1.0, list[int]()
    while True:
        reach = [1 + 2 * round(share * height * times / 2) for share in (_ACROSS, _DOWN)]
        near = cv2.dilate(ink.astype(np.uint8), np.ones((reach[1], reach[0]), np.uint8))
        count, labels, boxes, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
        marked = np.where(ink, labels, 0)
        sizes = np.bincount(marked.ravel(), minlength=count)
        large = [label for label in range(1, count) if sizes[label] > _SPECK * ink.size]
        if len(large) <= MOST_OBJECTS:
            break
        times *= 2
    found: list[_Found] = []
    for label in large:
        left, top, width, down = (int(side) for side in boxes[label][:4])
        own = marked[top : top + down, left : left + width] == label
        rows, columns = (np.flatnonzero(own.max(axis=side)) for side in (1, 0))
        edges = left + columns[0], top + rows[0], left + columns[-1] + 1, top + rows[-1] + 1
        found.append(_cut(marked == label, *(int(edge) for edge in edges)))
    return sorted(found, key=lambda piece: (piece.top * 20 // height, piece.left))


def _without(page: Planes, found: list[_Found], inside: Mask) -> Planes:
    """The page without the pieces, filled in from around them, but not from what lies outside of it."""
    import torch

    unknown = np.zeros(page.y.shape, np.bool_)
    for piece in found:
        high, wide = piece.mask.shape
        unknown[piece.top : piece.top + high, piece.left : piece.left + wide] |= _alpha(piece.mask) > 0
    holes, beyond = torch.from_numpy(unknown), torch.from_numpy(~inside)

    def filled(plane: torch.Tensor) -> torch.Tensor:
        here, outside = (each if plane is page.y else _halved(each) for each in (holes, beyond))
        return torch.where(here, fill(plane, here | outside), plane)

    return page.map(filled)


def _halved(mask: torch.Tensor) -> torch.Tensor:
    """Where any of 2 x 2 pixels is in a mask."""
    return mask.view(mask.shape[0] // 2, 2, -1, 2).amax(dim=(1, 3))


def _alpha(mask: Mask) -> NDArray[np.uint8]:
    """Full where a piece is, weaker for two pixels around."""
    import cv2

    square = np.ones((3, 3), np.uint8)
    shapes = [mask.astype(np.uint8)]
    for _ in _RING:
        shapes.append(np.asarray(cv2.dilate(shapes[-1], square), np.uint8))
    return np.maximum.reduce([shape * level for shape, level in zip(shapes, (255, *_RING), strict=True)])


def _layer(page: Planes, under: Planes, piece: _Found, number: int) -> Layer:
    """A piece as a layer: over what lies below it shows exactly the page."""
    import torch

    alpha = torch.from_numpy(_alpha(piece.mask))
    half = alpha.view(alpha.shape[0] // 2, 2, -1, 2).float().mean(dim=(1, 3)).round().to(torch.uint8)
    planes = list(zip(page.planes, under.planes, strict=True))
    luma = _colours(planes[:1], alpha, piece.left, piece.top)
    chroma = _colours(planes[1:], half, piece.left // 2, piece.top // 2)
    return Layer(number, _kind(piece.mask, page.size[1]), piece.left, piece.top, luma, chroma)


def _colours(
    planes: list[tuple[torch.Tensor, torch.Tensor]], alpha: torch.Tensor, left: int, top: int
) -> torch.Tensor:
    """For each pair of a page's plane and what lies below: the colours, weighted by alpha; then alpha itself."""
    import torch

    high, wide = alpha.shape
    box = slice(top, top + high), slice(left, left + wide)
    colours: list[torch.Tensor] = []
    for _ in range(2):
        clear = 255 - alpha.to(torch.int32)
        rests = [
            (under[box].to(torch.int32) * clear + 127) // 255 for _, under in planes
        ]  # as `stack.lay` rounds
        colours = [page[box].to(torch.int32) - rest for (page, _), rest in zip(planes, rests, strict=True)]
        below = torch.stack(colours).amin(dim=0) < 0  # dust in the ring: darker than what shines through
        if not bool(below.any()):
            break
        alpha = alpha.masked_fill(below, 255)
    shown = [colour.clamp_(0, 255).to(torch.uint8).masked_fill_(alpha == 0, 0) for colour in colours]
    return torch.stack([*shown, alpha], dim=-1)


def _kind(mask: Mask, height: int) -> ObjectKind:
    """Whether a piece is made of strokes, as letters are, or of areas."""
    import cv2

    width = max(3, round(height * _STROKE))
    areas = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_OPEN, np.ones((width, width), np.uint8))
    return "picture" if areas.sum() > 0.1 * mask.sum() else "text"
