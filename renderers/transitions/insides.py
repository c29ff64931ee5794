"""What a pair of pictures shows inside its edges while it travels.

Level 3 fades one picture into the other, which `move` does itself, in one with placing it; higher levels hand in an
inside of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer
from renderers.transitions.cels import Picture
from renderers.warping import mixed

if TYPE_CHECKING:
    import torch

Inside = Callable[[float, int, int], "tuple[torch.Tensor, torch.Tensor]"]
"""At `t` (0 to 1) for a size in pixels (width, height, even): luma (H, W, 2) and chroma (H/2, W/2, 3), uint8,
premultiplied, as a `Layer` has them. At 0 it shows the first picture, at 1 the second one."""


def crossfade(a: Layer, b: Layer) -> Inside:
    """The usual inside: both pictures at the size asked for, one fading into the other."""
    first, second = Picture(a), Picture(b)

    def at(t: float, width: int, height: int) -> tuple[torch.Tensor, torch.Tensor]:
        one, other = first.fitted(width, height), second.fitted(width, height)
        luma, chroma = mixed(one.luma, other.luma, t), mixed(one.chroma, other.chroma, t)
        return luma.permute(1, 2, 0).contiguous(), chroma.permute(1, 2, 0).contiguous()

    return at
