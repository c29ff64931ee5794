"""A filled box with words on it, taken apart: the box can grow and change its colour, its words keep their size.

Words are what differs from the box around them and is small against it. What is taken off can be laid back exactly
(Smith and Blinn, Blue screen matting, SIGGRAPH 1996, equation 1, solved for the colour once alpha is chosen).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer
from renderers.measure.regions import grown
from renderers.transitions.cels import CHROMA, LUMA
from renderers.transitions.hold import fill

if TYPE_CHECKING:
    import torch

_KINDS = frozenset({"text", "shape"})
_SOLID = 0.5
"""From which share of its rectangle on an object is a filled box."""
_APART = 24
"""Levels by which words differ from the box they stand on."""
_MOST = 0.4
"""Up to which share of a box can be words; more is a pattern or a picture."""
_RIM = 0.04
"""How wide the rim of a box is, as a share of its lesser side: an outline there is no word."""
_COARSE, _WINDOW = 4, 0.5
"""The ground is the median of a coarser picture, in a window of so large a share of the lesser side."""
_PLAIN, _GRAIN = 0.4, 3
"""A box of which so large a share is within so few levels of one colour is filled with that: between small letters
there is too little ground for a median.
"""
_Colour = tuple[int, int, int]


def parted(layer: Layer) -> tuple[Layer, Layer] | None:
    """A box without its words, and the words alone, both with the object's id; None where it is no such box."""
    if layer.kind not in _KINDS or min(layer.size) < 12:
        return None
    solid = layer.luma[..., 1] >= 250
    if float(solid.float().mean()) < _SOLID:
        return None
    rim = max(3, round(_RIM * min(layer.size)))
    inside = ~grown(~solid, rim)
    inside[:rim], inside[-rim:], inside[:, :rim], inside[:, -rim:] = False, False, False, False
    if not bool(inside.any()):
        return None
    half = _all_four(inside)
    plain = _plain(layer, inside, half)
    far = _far(layer, inside, half, plain)
    words = (far > _APART) & inside
    share = float(words.sum()) / max(1.0, float(solid.sum()))
    if not 0 < share <= _MOST:
        return None
    around = grown(words, 2) & inside
    box = _box(layer, around, plain)
    return box, _words(layer, box, far, words, around)


def _all_four(mask: torch.Tensor) -> torch.Tensor:
    return mask[::2, ::2] & mask[1::2, ::2] & mask[::2, 1::2] & mask[1::2, 1::2]


def _plain(layer: Layer, inside: torch.Tensor, half: torch.Tensor) -> _Colour | None:
    """Y, U and V of a box of one colour; None where it has none."""

    def usual(plane: torch.Tensor, within: torch.Tensor) -> tuple[int, float]:
        values = plane[within]
        if not len(values):
            return 0, 0.0
        level = int(values.int().bincount().argmax())
        return level, float(((values.int() - level).abs() <= _GRAIN).float().mean())

    y, u, v = (
        usual(layer.luma[..., 0], inside),
        usual(layer.chroma[..., 0], half),
        usual(layer.chroma[..., 1], half),
    )
    return (y[0], u[0], v[0]) if min(y[1], u[1], v[1]) >= _PLAIN else None


def _far(layer: Layer, inside: torch.Tensor, half: torch.Tensor, plain: _Colour | None) -> torch.Tensor:
    """(H, W) float: by how many levels each pixel differs from the usual ones around it."""
    import torch

    planes = (
        (layer.luma[..., 0], inside),
        (layer.chroma[..., 0], half),
        (layer.chroma[..., 1], half),
    )
    if plain is not None:
        y, u, v = ((plane.float() - level).abs() for (plane, _), level in zip(planes, plain, strict=True))
    else:
        size = layer.size
        y, u, v = (_far_plane(plane, within, size) for plane, within in planes)
    both = torch.maximum(u, v).repeat_interleave(2, 0).repeat_interleave(2, 1)
    return torch.maximum(y, both)


def _far_plane(plane: torch.Tensor, inside: torch.Tensor, size: tuple[int, int]) -> torch.Tensor:
    import cv2
    import numpy as np
    import torch

    values, within = plane.cpu().numpy(), inside.cpu().numpy()
    usual = np.median(values[within]) if within.any() else 0
    level = np.where(within, values, usual).astype(np.uint8)  # nothing of the rim may come into the median
    small = (max(1, values.shape[1] // _COARSE), max(1, values.shape[0] // _COARSE))
    coarse = cv2.resize(level, small, interpolation=cv2.INTER_AREA)
    window = min(255, max(3, round(min(size) * _WINDOW * small[0] / size[0])) // 2 * 2 + 1)
    ground = cv2.resize(cv2.medianBlur(coarse, window), values.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return torch.from_numpy(np.abs(values.astype(np.float32) - ground)).to(plane.device)


def _box(layer: Layer, around: torch.Tensor, plain: _Colour | None) -> Layer:
    import torch

    half = _halved(around)

    def filled(plane: torch.Tensor, unknown: torch.Tensor, level: int | None) -> torch.Tensor:
        return fill(plane.contiguous(), unknown) if level is None else plane.masked_fill(unknown, level)

    y, u, v = plain or (None, None, None)
    luma = torch.stack([filled(layer.luma[..., 0], around, y), layer.luma[..., 1]], -1)
    colours = [filled(layer.chroma[..., place], half, level) for place, level in ((0, u), (1, v))]
    return replace(layer, kind="shape", luma=luma, chroma=torch.stack([*colours, layer.chroma[..., 2]], -1))


def _halved(mask: torch.Tensor) -> torch.Tensor:
    return mask[::2, ::2] | mask[1::2, ::2] | mask[::2, 1::2] | mask[1::2, 1::2]


def _words(layer: Layer, box: Layer, far: torch.Tensor, words: torch.Tensor, around: torch.Tensor) -> Layer:
    """The words, as opaque as they differ from the box, in the part of the layer that they take."""
    import torch
    from torch.nn.functional import avg_pool2d

    full = torch.quantile(far[words][:100_000].float(), 0.8)
    alpha = (far / full).clamp(0, 1) * around
    half = avg_pool2d(alpha[None, None], 2)[0, 0]
    luma = torch.stack([_lifted(layer.luma[..., 0], box.luma[..., 0], alpha, LUMA), alpha * 255], -1)
    colours = [_lifted(layer.chroma[..., place], box.chroma[..., place], half, CHROMA) for place in (0, 1)]
    chroma = torch.stack([*colours, half * 255], -1)
    rows, columns = ((_even(_halved(around).any(axis))) for axis in (1, 0))
    return replace(
        layer,
        kind="text",
        left=layer.left + 2 * columns.start,
        top=layer.top + 2 * rows.start,
        luma=_levels(luma[2 * rows.start : 2 * rows.stop, 2 * columns.start : 2 * columns.stop]),
        chroma=_levels(chroma[rows, columns]),
    )


def _lifted(
    seen: torch.Tensor, below: torch.Tensor, alpha: torch.Tensor, limits: tuple[int, int]
) -> torch.Tensor:
    """The premultiplied colour that makes `seen` when it is laid over `below`."""
    import torch

    colour = seen.float() - below.float() * (1 - alpha)
    return torch.minimum(torch.maximum(colour, alpha * limits[0]), alpha * limits[1])


def _even(marked: torch.Tensor) -> slice:
    places = marked.nonzero()[:, 0]
    return slice(int(places[0]), int(places[-1]) + 1)


def _levels(planes: torch.Tensor) -> torch.Tensor:
    import torch

    return planes.round().clamp(0, 255).to(torch.uint8).contiguous()
