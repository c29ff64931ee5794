"""What a model made of two pictures, as the inside of their pair: frame by frame, the ends being the pictures."""

from __future__ import annotations

from math import asin, sin
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer
from renderers.planes import Planes
from renderers.transitions import sampling
from renderers.transitions.how import Pictures
from renderers.transitions.insides import Inside

if TYPE_CHECKING:
    import torch


def shown(first: Layer, second: Layer, pictures: Pictures) -> Inside:
    """The frames in even steps of time: they bring their own easing, so that of the change is undone.

    Their colours stand behind the two pictures' own alpha, which goes over from one to the other.
    """
    frames = pictures.frames
    last = len(frames) - 1
    opaque = all(bool((layer.luma[..., 1] == 255).all()) for layer in (first, second))

    def at(t: float, width: int, height: int) -> tuple[torch.Tensor, torch.Tensor]:
        for layer, end in ((first, 0.0), (second, 1.0)):
            if t == end and layer.size == (width, height):
                return layer.luma, layer.chroma
        place = uneased(t) * last
        before = min(int(place + 1e-6), last - 1)
        share = max(0.0, min(1.0, place - before))
        luma, chroma = _planes(_at(frames, before, share), width, height)
        if opaque:
            return sampling.with_alpha(luma), sampling.with_alpha(chroma)
        return (
            _behind(luma, first.luma[..., 1:], second.luma[..., 1:], t),
            _behind(chroma, first.chroma[..., 2:], second.chroma[..., 2:], t),
        )

    return at


def uneased(t: float) -> float:
    """The share of time that has gone where a change is eased to `t` (smoothstep undone): 0 to 1."""
    return 0.5 - sin(asin(1 - 2 * min(1.0, max(0.0, t))) / 3)


def _at(frames: tuple[Planes, ...], before: int, share: float) -> Planes:
    import torch

    if share < 1e-4 or share > 1 - 1e-4:
        return frames[before + (share > 0.5)]
    return frames[before].map(
        lambda p, q: torch.lerp(p.float(), q.float(), share).round_().to(torch.uint8), frames[before + 1]
    )


def _planes(frame: Planes, width: int, height: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Y and (U, V) of a frame for a size: (H, W, 1) and (H/2, W/2, 2)."""
    import torch

    colours = torch.stack((frame.u, frame.v), dim=2)
    return sampling.fitted(frame.y[..., None], width, height), sampling.fitted(
        colours, width // 2, height // 2
    )


def _behind(colours: torch.Tensor, first: torch.Tensor, second: torch.Tensor, t: float) -> torch.Tensor:
    """Colours (H, W, C) premultiplied by an alpha between two others of any size, with that alpha."""
    import torch

    height, width = colours.shape[:2]
    one, other = (sampling.resized(each.float().contiguous(), width, height) for each in (first, second))
    alpha = torch.lerp(one, other, t).round_()
    return torch.cat((colours.float() * alpha / 255, alpha), dim=2).round_().to(torch.uint8)
