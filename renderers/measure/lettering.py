"""Whether words stay untouched while a picture below or beside them is reshaped or made by a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer, Stack
from renderers.measure.persistence import Tracked
from renderers.measure.swept import equal
from renderers.planes import Planes

if TYPE_CHECKING:
    import torch

LIMIT = 2.0
"""Levels (of 255) by which the pixels of words may differ: what two ways of rounding differ by."""
_INK = 200
_LEAST = 8


def lettering(frames: Sequence[Planes], tracked: Tracked) -> float | None:
    """The largest mean difference (0 to 255) from the slides on pixels of words that stand on both.

    None where no picture is reshaped, or no words stand.
    """
    if not any(track.reshaped for track in tracked.tracks):
        return None
    ink = _ink(tracked, frames[0])
    count = int(ink.sum())
    if count < _LEAST:
        return None
    first = frames[0].y.short()
    return max(float((frame.y.short() - first).abs()[ink].float().sum()) / count for frame in frames)


def _ink(tracked: Tracked, page: Planes) -> torch.Tensor:
    """(H, W) bool: opaque pixels of words that stand, with nothing above them on either slide."""
    import torch

    ink = torch.zeros_like(page.y, dtype=torch.bool)
    for track in tracked.tracks:
        one, other = track.first, track.second
        if one.kind == "text" and (one.left, one.top) == (other.left, other.top) and equal(one, other):
            _mark(ink, one, least=_INK, value=True)
            for stack, own in ((tracked.first, one.id), (tracked.second, other.id)):
                for above in _above(stack, own):
                    _mark(ink, above, least=1, value=False)
    return ink


def _above(stack: Stack, number: int) -> tuple[Layer, ...]:
    numbers = [layer.id for layer in stack.layers]
    return stack.layers[numbers.index(number) + 1 :] if number in numbers else ()


def _mark(mask: torch.Tensor, layer: Layer, *, least: int, value: bool) -> None:
    height, width = mask.shape
    left, top, right, bottom = layer.left, layer.top, layer.left + layer.size[0], layer.top + layer.size[1]
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, right), min(height, bottom)
    if x0 < x1 and y0 < y1:
        part = layer.luma[y0 - top : y1 - top, x0 - left : x1 - left, 1] >= least
        mask[y0:y1, x0:x1][part] = value
