"""Draw-on: what is new comes in as a hand would draw it, stroke by stroke and one object after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer
from renderers.layers.strokes import Strokes, strokes, times

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray

    Look = tuple[torch.Tensor, torch.Tensor]
    Drawn = Callable[[float], Look]

SOFT = 0.04
"""How long a pixel takes to come, as a share of the whole time: the soft end of a stroke."""
NEVER = 2.0
Box = tuple[int, int, int, int]
"""Left, top, right, bottom in even pixels of the frame."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """When each pixel comes: `when` is (H/2, W/2) float, 0 to 1 or `NEVER`; `first` and `last` are its ends."""

    when: torch.Tensor
    first: float
    last: float

    def begun(self, t: float) -> bool:
        """Whether anything is to be seen at `t`."""
        return t * (1 + SOFT) > self.first

    def done(self, t: float) -> bool:
        """Whether all is to be seen at `t`."""
        return t >= 1 or t * (1 + SOFT) - SOFT >= self.last

    def shares(self, t: float) -> Look:
        """How much of each pixel is there, 0 to 1, never less than before: of luma (H, W), of chroma (H/2, W/2)."""
        half = self.when.sub(t * (1 + SOFT)).mul_(-1 / SOFT).clamp_(0, 1)
        return _doubled(half), half

    def touched(self) -> Look:
        """Which pixels come at all, of luma and of chroma; bool."""
        half = self.when <= 1
        return _doubled(half), half


def _doubled(plane: torch.Tensor) -> torch.Tensor:
    height, width = plane.shape
    return plane[:, None, :, None].expand(height, 2, width, 2).reshape(2 * height, 2 * width)


def drawn_on(layer: Layer, *, leftwards: bool = False) -> Drawn:
    """The layer as far as it is drawn at `t`: luma and chroma as in `Layer`, nothing at 0 and all of it at 1."""
    return drawn_in_turn((layer,), {layer.id} if leftwards else ())[0]


def drawn_in_turn(layers: Sequence[Layer], leftwards: Collection[int] = ()) -> tuple[Drawn, ...]:
    """Each layer as far as it is drawn at `t`, 0 to 1 for all of them together: one is drawn after the other.

    `leftwards` are ids of those whose script runs from right to left.
    """
    found = reveals([_strokes(each, leftwards) for each in layers], layers[0].luma.device) if layers else []
    return tuple(_drawn(layer, reveal) for layer, reveal in zip(layers, found, strict=True))


def reveals(drawings: Sequence[Strokes], device: torch.device) -> list[Reveal]:
    """When the pixels of drawings come that are made one after the other."""
    import numpy as np
    import torch

    found: list[Reveal] = []
    for drawing, time in zip(drawings, times(drawings), strict=True):
        seen = time.flat[drawing.order]
        time = np.where(_touched(drawing), time, np.float32(NEVER))
        ends = (float(seen.min()), float(seen.max())) if len(seen) else (0.0, 0.0)
        found.append(Reveal(torch.from_numpy(time).to(device), *ends))
    return found


def _touched(drawing: Strokes) -> NDArray[np.bool_]:
    import numpy as np

    touched = np.zeros(drawing.shape, np.bool_)
    touched.flat[drawing.order] = True
    return touched


def cover(layer: Layer) -> NDArray[np.uint8]:
    """How much of a layer is there, for each of its chroma pixels: the most of four."""
    from torch.nn.functional import max_pool2d

    alpha = layer.luma[..., 1].float()[None, None]
    return max_pool2d(alpha, 2)[0, 0].byte().cpu().numpy()


def _strokes(layer: Layer, leftwards: Collection[int]) -> Strokes:
    return strokes(cover(layer), layer.kind, leftwards=layer.id in leftwards, angle=layer.angle)


def _drawn(layer: Layer, reveal: Reveal) -> Drawn:
    def at(t: float) -> Look:
        look = shown(layer, reveal, t)
        return look.luma, look.chroma

    return at


def shown(layer: Layer, reveal: Reveal, t: float) -> Layer:
    """A layer as far as it is drawn at `t`."""
    import torch

    if reveal.done(t):
        return layer
    if not reveal.begun(t):
        return layer.map(torch.zeros_like)
    luma, chroma = reveal.shares(t)
    return replace(layer, luma=_part(layer.luma, luma), chroma=_part(layer.chroma, chroma))


def cropped(layer: Layer, box: Box) -> Layer:
    """The part of a layer that lies in a box, which it fills."""
    left, top, right, bottom = box
    x, y, x1, y1 = left - layer.left, top - layer.top, right - layer.left, bottom - layer.top
    chroma = layer.chroma[y // 2 : y1 // 2, x // 2 : x1 // 2]
    return replace(layer, left=left, top=top, luma=layer.luma[y:y1, x:x1], chroma=chroma)


def _part(plane: torch.Tensor, share: torch.Tensor) -> torch.Tensor:
    """A share of a premultiplied picture, rounded to the nearest level."""
    import torch

    return plane.mul(share[..., None]).add_(0.5).to(torch.uint8)
