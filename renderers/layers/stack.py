"""A slide as its ground and the objects on it, each alone with transparency: the value, how it is kept and drawn.

Colours are premultiplied by alpha, so that a layer can be scaled and turned without dark or bright seams
(Porter and Duff, Compositing Digital Images, SIGGRAPH 1984, section 4.1); they are Y, U and V as everything that is
composed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from renderers.cache import Entry
from renderers.planes import Planes
from studio.lecture import ObjectKind

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True, slots=True)
class Layer:
    """One object alone. `id` is `SlideObject.shape_id`, or its number on a page without such ids.

    `luma` is (H, W, 2) uint8: Y times alpha, alpha; `chroma` is (H/2, W/2, 3) uint8: U and V times alpha, alpha,
    each of 2 x 2 pixels. Alpha is 0..255. `left`, `top`, W and H are even pixels of the frame; a layer may reach
    out of it. `angle` is how far the object is turned (degrees, clockwise), which the picture shows already.
    """

    id: int
    kind: ObjectKind
    left: int
    top: int
    luma: torch.Tensor
    chroma: torch.Tensor
    angle: float = 0.0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return int(self.luma.shape[1]), int(self.luma.shape[0])

    def map(self, function: Callable[[torch.Tensor], torch.Tensor]) -> Layer:
        """The same object with another picture of the same size."""
        return replace(self, luma=function(self.luma), chroma=function(self.chroma))

    def thin(self, stride: int) -> Layer:
        """The object as it stands on a page of every `stride`-th pixel of every `stride`-th row."""
        from torch.nn.functional import pad

        before = [place % (2 * stride) for place in (self.left, self.top)]
        behind = [-(place + side) % (2 * stride) for place, side in zip(before, self.size, strict=True)]
        luma = pad(self.luma, (0, 0, before[0], behind[0], before[1], behind[1]))
        half = (before[0] // 2, behind[0] // 2, before[1] // 2, behind[1] // 2)
        chroma = pad(self.chroma, (0, 0, *half))
        return replace(
            self,
            left=(self.left - before[0]) // stride,
            top=(self.top - before[1]) // stride,
            luma=luma[::stride, ::stride].contiguous(),
            chroma=chroma[::stride, ::stride].contiguous(),
        )


@dataclass(frozen=True, slots=True)
class Stack:
    """A slide without its objects, and the objects from the lowest to the highest."""

    ground: Planes
    layers: tuple[Layer, ...]

    def layer(self, number: int) -> Layer | None:
        """The layer of an object, None where it has none."""
        return next((each for each in self.layers if each.id == number), None)

    def to(self, device: str) -> Stack:
        """The same stack on a torch device."""
        moved = (layer.map(lambda plane: plane.to(device)) for layer in self.layers)
        return Stack(self.ground.to(device), tuple(moved))

    def thin(self, stride: int) -> Stack:
        """The stack of every `stride`-th pixel of every `stride`-th row, as `thinned` has the page."""
        return Stack(thinned(self.ground, stride), tuple(layer.thin(stride) for layer in self.layers))


def thinned(page: Planes, stride: int) -> Planes:
    """A page of every `stride`-th pixel of every `stride`-th row, in luma and in chroma."""
    width, height = (length // (2 * stride) * stride for length in page.size)  # of the chroma planes

    def thin(plane: torch.Tensor) -> torch.Tensor:
        scale = 1 if plane is not page.y else 2
        return plane[: scale * height : stride, : scale * width : stride].contiguous()

    return page.map(thin)


def stacked(stack: Stack) -> Planes:
    """The slide: every layer laid over what is below it."""
    page = stack.ground.map(lambda plane: plane.clone())
    for layer in stack.layers:
        lay(page, layer.luma, layer.chroma, layer.left, layer.top)
    return page


def lay(page: Planes, luma: torch.Tensor, chroma: torch.Tensor, left: int, top: int) -> None:
    """Lay a premultiplied picture over a page, in place; `left` and `top` are even. What is outside is cut off."""
    width, height = page.size
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + luma.shape[1], width), min(top + luma.shape[0], height)
    if x0 >= x1 or y0 >= y1:
        return
    part = luma[y0 - top : y1 - top, x0 - left : x1 - left]
    _over(page.y[y0:y1, x0:x1], part[..., 0], part[..., 1])
    u0, v0, u1, v1 = x0 // 2, y0 // 2, x1 // 2, y1 // 2
    half = chroma[v0 - top // 2 : v1 - top // 2, u0 - left // 2 : u1 - left // 2]
    _over(page.u[v0:v1, u0:u1], half[..., 0], half[..., 2])
    _over(page.v[v0:v1, u0:u1], half[..., 1], half[..., 2])


def _over(under: torch.Tensor, colour: torch.Tensor, alpha: torch.Tensor) -> None:
    """colour + under * (1 - alpha), rounded, into `under`."""
    import torch

    seen = under.to(torch.int32).mul_(255 - alpha.to(torch.int32)).add_(127)
    under.copy_((torch.div(seen, 255, rounding_mode="floor") + colour).clamp_(0, 255).to(torch.uint8))


def pack(stack: Stack, **facts: object) -> Entry:
    """A stack as an entry: the ground's Y, U and V, then luma and chroma of each layer."""
    objects = [
        [layer.id, layer.kind, layer.left, layer.top, *layer.size, layer.angle] for layer in stack.layers
    ]
    width, height = stack.ground.size
    blobs = (*stack.ground.planes, *(plane for each in stack.layers for plane in (each.luma, each.chroma)))
    record = {"objects": objects, "width": width, "height": height, "why": "", **facts}
    return Entry(record, tuple(plane.contiguous().cpu().numpy().tobytes() for plane in blobs))


def unpack(entry: Entry) -> Stack:
    """The stack of an entry."""
    blobs = iter(entry.blobs)
    width, height = entry.record["width"], entry.record["height"]
    half = (height // 2, width // 2)
    ground = Planes(_array(blobs, (height, width)), _array(blobs, half), _array(blobs, half))
    layers: list[Layer] = []
    for number, kind, left, top, across, down, angle in entry.record["objects"]:
        luma = _array(blobs, (down, across, 2))
        layers.append(Layer(number, kind, left, top, luma, _array(blobs, (down // 2, across // 2, 3)), angle))
    return Stack(ground, tuple(layers))


def _array(blobs: Iterator[bytes], shape: tuple[int, ...]) -> torch.Tensor:
    import numpy as np
    import torch

    return torch.from_numpy(np.frombuffer(next(blobs), np.uint8).reshape(shape).copy())
