"""Slides in objects, made of numbers: shapes, words and photographs as layers, put together to a page."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from renderers.layers.stack import Layer, Stack, stacked
from renderers.planes import Planes, from_rgb
from renderers.transitions.how import Side
from studio.lecture import ObjectKind

Colour = tuple[int, int, int]
Rgba = NDArray[np.uint8]
INK: Colour = (20, 30, 60)
_FINER = 4
"""Objects are painted so many times larger and then shrunk, so that their edges are smooth and exact."""


def layer(
    number: int, kind: ObjectKind, rgba: Rgba, left: float = 0, top: float = 0, angle: float = 0.0
) -> Layer:
    """A layer of an (H, W, 4) RGBA picture at any place; its box is widened to even edges."""
    x, y = int(np.floor(left / 2)) * 2, int(np.floor(top / 2)) * 2
    dx, dy = int(left) - x, int(top) - y
    high, wide = rgba.shape[0] + dy, rgba.shape[1] + dx
    padded = np.pad(rgba, ((dy, high % 2), (dx, wide % 2), (0, 0)))
    planes = from_rgb(padded[..., :3])
    alpha = torch.from_numpy(padded[..., 3].copy()).float()
    half = torch.nn.functional.avg_pool2d(alpha[None, None], 2)[0, 0]
    luma = torch.stack([planes.y.float() * alpha / 255, alpha], -1)
    chroma = torch.stack([planes.u.float() * half / 255, planes.v.float() * half / 255, half], -1)
    return Layer(number, kind, x, y, _levels(luma), _levels(chroma), angle)


def _levels(planes: torch.Tensor) -> torch.Tensor:
    return planes.round().clamp(0, 255).to(torch.uint8)


def _smooth(picture: Rgba) -> Rgba:
    """A picture painted `_FINER` times too large, with its colours running on under the edge."""
    size = (picture.shape[1] // _FINER, picture.shape[0] // _FINER)
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def box(number: int, place: tuple[int, int, int, int], colour: Colour, opacity: int = 255) -> Layer:
    """A filled rectangle; `place` is left, top, width and height in pixels."""
    left, top, width, height = place
    rgba = np.empty((height, width, 4), np.uint8)
    rgba[:] = (*colour, opacity)
    return layer(number, "shape", rgba, left, top)


def disc(number: int, place: tuple[int, int, int, int], colour: Colour) -> Layer:
    """An ellipse."""
    left, top, width, height = place
    rgba = np.empty((height * _FINER, width * _FINER, 4), np.uint8)
    rgba[:] = (*colour, 0)
    half = (width * _FINER // 2, height * _FINER // 2)
    cv2.ellipse(rgba, half, half, 0, 0, 360, (*colour, 255), -1)
    return layer(number, "shape", _smooth(rgba), left, top)


def words(
    number: int,
    text: str,
    left: float,
    top: float,
    height: int = 24,
    colour: Colour = INK,
    angle: float = 0.0,
) -> Layer:
    """Lines of text whose capitals are about `height` pixels high, turned by `angle` around their middle."""
    scale = height * _FINER / 22
    thick = max(1, round(height * _FINER / 9))
    face = cv2.FONT_HERSHEY_SIMPLEX
    lines = text.splitlines()
    wide = max(cv2.getTextSize(line, face, scale, thick)[0][0] for line in lines) + 4 * thick
    step = round(1.8 * height * _FINER)
    mask = np.zeros((step * len(lines) + step // 2, wide), np.uint8)
    for row, line in enumerate(lines):
        spot = (2 * thick, step * row + round(1.3 * height * _FINER))
        cv2.putText(mask, line, spot, face, scale, 255, thick, cv2.LINE_AA)
    if angle:
        mask = _turned(mask, angle)
    mask = mask[: len(mask) // _FINER * _FINER, : mask.shape[1] // _FINER * _FINER]
    rgba = np.empty((*mask.shape, 4), np.uint8)
    rgba[..., :3], rgba[..., 3] = colour, mask
    return layer(number, "text", _smooth(rgba), left, top, angle)


def _turned(mask: Rgba, angle: float) -> Rgba:
    high, wide = mask.shape
    side = int(np.ceil(np.hypot(high, wide))) // _FINER * _FINER + _FINER
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), -angle, 1)
    matrix[:, 2] += ((side - wide) / 2, (side - high) / 2)
    return np.asarray(cv2.warpAffine(mask, matrix, (side, side), flags=cv2.INTER_LINEAR), np.uint8)


def photo(number: int, place: tuple[int, int, int, int], seed: int) -> Layer:
    """A picture full of detail: clouds of colour with sharp edges in them."""
    left, top, width, height = place
    random = np.random.default_rng(seed)
    clouds = cv2.resize(random.integers(0, 256, (6, 8, 3), np.uint8), (width, height))
    for _ in range(12):
        spot = tuple(int(each) for each in random.integers(0, (width, height)))
        shade = tuple(int(each) for each in random.integers(0, 256, 3))
        clouds = np.ascontiguousarray(clouds)
        cv2.circle(clouds, spot, max(2, height // 9), shade, -1, cv2.LINE_AA)
    rgba = np.dstack([clouds, np.full((height, width), 255, np.uint8)])
    return layer(number, "picture", rgba, left, top)


def joined(number: int, layers: Iterable[Layer], kind: ObjectKind = "shape") -> Layer:
    """Layers as one object, the lowest first; none may lie outside the first."""
    lowest, *others = layers
    luma, chroma = lowest.luma.float(), lowest.chroma.float()
    for each in others:
        x, y = each.left - lowest.left, each.top - lowest.top
        wide, high = each.size
        for planes, own, by in ((luma, each.luma, 1), (chroma, each.chroma, 2)):
            part = planes[y // by : (y + high) // by, x // by : (x + wide) // by]
            part.copy_(own.float() + part * (1 - own[..., -1:].float() / 255))
    return Layer(number, kind, lowest.left, lowest.top, _levels(luma), _levels(chroma))


def ground(width: int = 640, height: int = 360, colour: Colour = (250, 250, 248)) -> Planes:
    """A page of one colour."""
    page = np.empty((height, width, 3), np.uint8)
    page[:] = colour
    return from_rgb(page)


def slide(layers: Iterable[Layer], behind: Planes | None = None) -> Side:
    """A slide of these objects, the lowest first, and its page."""
    stack = Stack(behind or ground(), tuple(layers))
    return Side(stacked(stack), stack)
