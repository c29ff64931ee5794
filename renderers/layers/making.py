"""A stack from what was drawn object by object, if it shows the page: checked when it is made, or there is none.

*Equal* means: at most `SAME` levels apart wherever the page is smooth. Where it is not (edges, letters), a picture
with 8 bits of alpha and half the chroma cannot be exact, and the eye cannot see it; but there, too, hardly a pixel
may be further away than `NEAR`, so that nothing is missing and nothing stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from renderers.cache import Entry
from renderers.layers.pieces import Piece
from renderers.layers.stack import Layer, Stack, pack, stacked
from renderers.planes import WEIGHTED_CHROMA, WEIGHTED_LUMA, Planes, turned
from renderers.slides.fit import Place

if TYPE_CHECKING:
    import torch

MOST_PAGES = 12
"""Pixels that all layers of a slide may have together, in pages: 75 MB at 1080p."""
SAME = 2
"""Levels (of 255) by which the stack may differ from the page."""
FLAT = 12
"""A pixel lies on an edge where the 3 x 3 pixels around it differ by more levels than this."""
SLIP = 6
"""So many levels at most are put down to rounding."""
NEAR, STRAY = 24, 1e-4
"""Levels by which an edge may differ, and the share of a page's pixels that may all the same."""
_SHARP = 64
"""Levels of alpha among 3 x 3 pixels from which on an outline runs there, and not the soft end of a shadow."""

OVERLAPS = "its objects overlap in a way that cannot be taken apart"
TOO_LARGE = "its objects are too large to be kept one by one"
NOTHING = "there is no object on it"


@dataclass(frozen=True, slots=True)
class Apart:
    """How far a stack is from its page: the most levels where the page is smooth, the most anywhere, and the share
    of pixels that are further away than an edge may be.
    """

    smooth: int
    edges: int
    stray: float

    @property
    def equal(self) -> bool:
        """Whether the one shows the other."""
        return self.smooth <= SAME and self.stray <= STRAY


def made(page: Planes, ground: Planes, pieces: Iterable[Piece], place: Place) -> Entry:
    """The stack of a page whose slide stands at `place`, as an entry; one without layers that says why, if it does
    not show the page. `ground` is the page without the pieces.
    """
    layers = tuple(layer(piece, place) for piece in pieces)
    width, height = page.size
    if not layers:
        return without(page, NOTHING)
    if sum(each.luma.shape[0] * each.luma.shape[1] for each in layers) > MOST_PAGES * width * height:
        return without(page, TOO_LARGE)
    return kept(settled(Stack(ground, layers), page), page)


def kept(stack: Stack, page: Planes) -> Entry:
    """A stack as an entry, if it shows its page."""
    found = apart(page, stacked(stack))
    if not found.equal:
        return without(page, OVERLAPS, apart=asdict(found))
    return pack(stack, apart=asdict(found))


def settled(stack: Stack, page: Planes) -> Stack:
    """The stack with what rounding leaves between it and the page put right, in the topmost layer that shows.

    Every layer is rounded once here and once by what draws it; where several are nearly clear, that adds up. Where
    the outlines of two cross a pixel, alpha tells how much of it each covers, but not which part: the page knows.
    """
    import torch

    ground, shown = page.map(torch.clone), stacked(stack)
    lumas = [each.luma.clone() for each in stack.layers]
    chromas = [each.chroma.clone() for each in stack.layers]
    most = tuple(_most(stack, halves) for halves in (1, 2, 2))
    for index, left in enumerate(map(_slips, shown.planes, page.planes, most)):
        halves = 1 if index == 0 else 2
        for layer, luma, chroma in reversed(list(zip(stack.layers, lumas, chromas, strict=True))):
            own = luma if index == 0 else chroma
            top, start = layer.top // halves, layer.left // halves
            box = slice(top, top + own.shape[0]), slice(start, start + own.shape[1])
            covers = own[..., -1] > 0
            colour = own[..., max(index - 1, 0)]
            right = (colour.short() + left[box] * covers).clamp_(0, 255)
            left[box] -= (
                right - colour
            )  # what a layer that is nearly clear cannot take is left to those below
            colour.copy_(right)
        under = ground.planes[index]
        under.copy_((stack.ground.planes[index].short() + left).clamp_(0, 255).to(torch.uint8))
    layers = (
        replace(each, luma=luma, chroma=chroma)
        for each, luma, chroma in zip(stack.layers, lumas, chromas, strict=True)
    )
    return Stack(ground, tuple(layers))


def _slips(shown: torch.Tensor, page: torch.Tensor, most: torch.Tensor) -> torch.Tensor:
    """By how much a picture misses another where that is at most so much, in levels."""
    missing = page.short() - shown.short()
    return missing.masked_fill_(missing.abs() > most, 0)


def _most(stack: Stack, halves: int) -> torch.Tensor:
    """By how many levels a stack may be put right (of Y; of U and V with `halves` 2): little where every layer
    covers a pixel whole or not at all, more where one covers a part of it, anything where two outlines share it.
    """
    import torch

    most = torch.full_like(stack.ground.y if halves == 1 else stack.ground.u, SLIP, dtype=torch.short)
    outlines = torch.zeros_like(most)
    for layer in stack.layers:
        alpha = (layer.luma if halves == 1 else layer.chroma)[..., -1]
        partly = (alpha > 0) & (alpha < 255)
        top, left = layer.top // halves, layer.left // halves
        box = slice(top, top + alpha.shape[0]), slice(left, left + alpha.shape[1])
        most[box].masked_fill_(partly, NEAR)
        outlines[box] += partly & (_range(alpha) >= _SHARP)
    return most.masked_fill_(outlines > 1, 255)


def without(page: Planes, why: str, **facts: object) -> Entry:
    """The entry of a page that has no layers; `why` is a sentence without its end."""
    width, height = page.size
    return Entry({"objects": [], "width": width, "height": height, "why": why, **facts})


def layer(piece: Piece, place: Place) -> Layer:
    """A drawn object as a layer of the frame, in which the slide stands at `place`."""
    import numpy as np
    import torch

    x, y = place.left + piece.left, place.top + piece.top
    height, width = piece.rgba.shape[:2]
    sides = ((y % 2, (y + height) % 2), (x % 2, (x + width) % 2), (0, 0))
    even = np.pad(piece.rgba, sides)  # chroma counts in twos
    luma, chroma = map(torch.from_numpy, turned(even, WEIGHTED_LUMA, WEIGHTED_CHROMA))
    return Layer(piece.id, piece.kind, x - x % 2, y - y % 2, luma, chroma, piece.angle)


def apart(page: Planes, stack: Planes) -> Apart:
    """How far two pictures are apart, measured where the first is smooth and at its edges."""
    smooth, edges, stray, pixels = 0, 0, 0, 0
    for p, q in zip(page.planes, stack.planes, strict=True):
        difference = (p.short() - q.short()).abs_()
        rough = _range(p) > FLAT
        edges = max(edges, int(difference.max()))
        smooth = max(smooth, int(difference.masked_fill(rough, 0).max()))
        stray += int((difference > NEAR).sum())
        pixels += difference.numel()
    return Apart(smooth, edges, stray / pixels)


def _range(plane: torch.Tensor) -> torch.Tensor:
    """How many levels the 3 x 3 pixels around each differ by."""
    from torch.nn.functional import max_pool2d

    levels = plane.float()[None, None]
    most, least = max_pool2d(levels, 3, 1, 1), -max_pool2d(-levels, 3, 1, 1)
    return (most - least)[0, 0]
