"""Objects of a page that is only a picture (of a PDF, or a photograph): what stands apart on its background.

What differs from the colour that most of the page has is gathered into pieces that lie close together, numbered in
reading order; the ground is filled in from around them. A page without such a colour is one picture.
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
_ACROSS, _DOWN = 1 / 50, 1 / 100
"""How far apart the parts of one object may be, in page heights: words stand wider apart than lines."""
_SPECK = 4e-5
"""Share of a page below which a piece is dust, which stays on the ground."""
_STROKE = 1 / 90
"""Page heights that the strokes of letters are wide at most."""
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
    inside[place.top : place.top + place.height, place.left : place.left + place.width] = True
    ink = _ink(planes, inside)
    found = [_whole(inside)] if ink is None else _gathered(ink)
    if len(found) == 1 and found[0].mask.sum() > _WHOLE * inside.sum():
        found = [_whole(inside)]
    if not found:
        return None
    ground = _without(page, found)
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
        found.append(_cut(marked == label, left, top, left + width, top + down))
    return sorted(found, key=lambda piece: (piece.top * 20 // height, piece.left))


def _without(page: Planes, found: list[_Found]) -> Planes:
    """The page without the pieces, filled in from around them."""
    import torch

    unknown = np.zeros(page.y.shape, np.bool_)
    for piece in found:
        high, wide = piece.mask.shape
        unknown[piece.top : piece.top + high, piece.left : piece.left + wide] |= _alpha(piece.mask) > 0
    holes = torch.from_numpy(unknown)
    halves = holes.view(holes.shape[0] // 2, 2, -1, 2).amax(dim=(1, 3))
    return Planes(fill(page.y, holes), fill(page.u, halves), fill(page.v, halves))


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
    luma = torch.stack([_colour(page.y, under.y, alpha, piece.left, piece.top), alpha], dim=-1)
    corner = piece.left // 2, piece.top // 2
    u, v = (_colour(p, q, half, *corner) for p, q in zip(page.planes[1:], under.planes[1:], strict=True))
    chroma = torch.stack([u, v, half], dim=-1)
    return Layer(number, _kind(piece.mask, page.size[1]), piece.left, piece.top, luma, chroma)


def _colour(
    page: torch.Tensor, under: torch.Tensor, alpha: torch.Tensor, left: int, top: int
) -> torch.Tensor:
    import torch

    high, wide = alpha.shape
    box = slice(top, top + high), slice(left, left + wide)
    seen = under[box].to(torch.int32) * (255 - alpha.to(torch.int32))
    rest = torch.div(seen + 127, 255, rounding_mode="floor")  # as `stack.lay` rounds
    colour = (page[box].to(torch.int32) - rest).clamp_(0, 255).to(torch.uint8)
    return colour.masked_fill_(alpha == 0, 0)


def _kind(mask: Mask, height: int) -> ObjectKind:
    """Whether a piece is made of strokes, as letters are, or of areas."""
    import cv2

    width = max(3, round(height * _STROKE))
    areas = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_OPEN, np.ones((width, width), np.uint8))
    return "picture" if areas.sum() > 0.1 * mask.sum() else "text"
