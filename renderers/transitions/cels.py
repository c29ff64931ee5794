"""Cels: pictures with transparency as they are drawn into a frame, plane by plane, small ones ready beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer
from renderers.planes import Planes
from renderers.transitions.poses import applied, inverse
from renderers.warping import Matrix, covered, faded, halved, inverted, mixed, over, product, warped

if TYPE_CHECKING:
    import torch

LUMA, CHROMA = (16, 235), (16, 240)
"""What levels the planes of a picture may take (ITU-R BT.709-6, item 3.4)."""

Box = tuple[int, int, int, int]
"""Left, top, width and height in pixels of the frame, even."""
_SMALLEST = 6
"""How often a picture is halved at most."""


@dataclass(frozen=True, slots=True)
class Cel:
    """`luma` is (2, H, W) uint8: Y and alpha; `chroma` (3, H/2, W/2): U, V and alpha; premultiplied; H, W even."""

    luma: torch.Tensor
    chroma: torch.Tensor

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return int(self.luma.shape[2]), int(self.luma.shape[1])

    def mixed(self, other: Cel, share: float) -> Cel:
        """This picture at `share` 0, another of its size at 1."""
        return Cel(mixed(self.luma, other.luma, share), mixed(self.chroma, other.chroma, share))

    def faded(self, opacity: float) -> Cel:
        """The picture made transparent."""
        return self if opacity >= 1 else Cel(faded(self.luma, opacity), faded(self.chroma, opacity))

    def copy(self) -> Cel:
        """The picture with planes of its own."""
        return Cel(self.luma.clone(), self.chroma.clone())

    def part(self, left: int, top: int, width: int, height: int) -> Cel:
        """A part with even edges, a view; it has to lie inside."""
        x, y, w, h = (side // 2 for side in (left, top, width, height))
        return Cel(
            self.luma[:, top : top + height, left : left + width], self.chroma[:, y : y + h, x : x + w]
        )

    def smaller(self) -> Cel:
        """The picture at half its size; its right and lower edge are widened where that would not be even."""
        from torch.nn.functional import pad

        wide, high = (-side % 4 for side in self.size)
        return Cel(
            halved(pad(self.luma, (0, wide, 0, high))),
            halved(pad(self.chroma, (0, wide // 2, 0, high // 2))),
        )


def cel(luma: torch.Tensor, chroma: torch.Tensor) -> Cel:
    """A cel of planes that lie pixel by pixel, as a layer's or an inside's: (H, W, 2) and (H/2, W/2, 3)."""
    return Cel(_apart(luma), _apart(chroma))


def _apart(planes: torch.Tensor) -> torch.Tensor:
    """(C, H, W) of (H, W, C)."""
    import torch

    if planes.device.type != "cpu":
        return planes.permute(2, 0, 1).contiguous()
    import cv2

    alone = torch.empty((planes.shape[2], *planes.shape[:2]), dtype=torch.uint8)
    cv2.split(planes.contiguous().numpy(), list(alone.numpy()))  # six times as fast as torch
    return alone


def of(layer: Layer) -> Cel:
    """The cel of a layer."""
    return cel(layer.luma, layer.chroma)


class Picture:
    """A layer as it is drawn from: its cel and ever smaller ones, made when they are needed.

    A picture that is shown at less than half its size is taken from a smaller one, or fine lines would glitter.
    """

    def __init__(self, layer: Layer) -> None:
        self.box: Box = (layer.left, layer.top, *layer.size)
        self._sizes = [of(layer)]
        self._opaque: list[bool] = []

    @classmethod
    def at(cls, picture: Cel, left: int, top: int) -> Picture:
        """A cel at a place."""
        made = cls.__new__(cls)
        made.box, made._sizes, made._opaque = (left, top, *picture.size), [picture], []
        return made

    def still(self) -> Cel:
        """The picture itself."""
        return self._sizes[0]

    def mixed(self, other: Cel, share: float) -> Picture:
        """The picture with another one of its size mixed in: this one where `share` is 0."""
        return self if share <= 0 else Picture.at(self.still().mixed(other, share), *self.box[:2])

    def moved(self, matrix: Matrix, box: Box, scale: float = 1.0) -> Cel:
        """What is seen in a box of the frame once a matrix has moved the picture; `scale` shrinks what is drawn."""
        a, b, c, d, e, f = inverse(matrix)
        level = 0
        while level < _SMALLEST and abs(a * e - b * d) > scale * scale * 4 ** (level + 1):
            level += 1
        while len(self._sizes) <= level:
            self._sizes.append(self._sizes[-1].smaller())
        by, (left, top, width, height) = 1 / 2**level, box
        x, y = applied((a, b, c, d, e, f), left, top)
        back = (
            a * by / scale,
            b * by / scale,
            (x - self.box[0]) * by,
            d * by / scale,
            e * by / scale,
            (y - self.box[1]) * by,
        )
        size = (2 * max(1, round(width * scale / 2)), 2 * max(1, round(height * scale / 2)))
        return drawn(self._sizes[level], back, size, solid=self._solid(level))

    def _solid(self, level: int) -> bool:
        """Whether all of a size is opaque."""
        while len(self._opaque) <= level:
            picture = self._sizes[len(self._opaque)]
            self._opaque.append(int(picture.luma[1].min()) == int(picture.chroma[2].min()) == 255)
        return self._opaque[level]


def drawn(picture: Cel, back: Matrix, size: tuple[int, int], *, solid: bool = False) -> Cel:
    """A picture turned and scaled into one of (width, height), even; `back` as in `warped`, in luma pixels.

    Of a `solid` one, 255 in all its alpha, only the colours have to be drawn as long as it is upright.
    """
    a, b, c, d, e, f = back
    half, small = (a, b, c / 2, d, e, f / 2), (size[0] // 2, size[1] // 2)
    if solid and b == d == 0:
        return Cel(_solid(picture.luma, back, size), _solid(picture.chroma, half, small))
    return Cel(warped(picture.luma, back, size), warped(picture.chroma, half, small))


def _solid(planes: torch.Tensor, back: Matrix, size: tuple[int, int]) -> torch.Tensor:
    import torch

    alpha = covered((planes.shape[2], planes.shape[1]), back, size).to(planes.device)
    return torch.cat([warped(planes[:-1], back, size), alpha[None]])


def lay(page: Planes, picture: Cel, left: int, top: int) -> None:
    """Lay a picture over a page, in place; `left` and `top` are even. What is outside is cut off."""
    seen = clipped((left, top, *picture.size), page.size)
    if seen is None:
        return
    x, y, width, height = seen
    part = picture.part(x - left, y - top, width, height)
    over(page.y[y : y + height, x : x + width], part.luma[0], part.luma[1], LUMA)
    u, v, w, h = x // 2, y // 2, width // 2, height // 2
    for plane, colour in ((page.u, part.chroma[0]), (page.v, part.chroma[1])):
        over(plane[v : v + h, u : u + w], colour, part.chroma[2], CHROMA)


def veil(picture: Cel, above: Cel) -> Cel:
    """A picture as it is seen where another of its size lies above it: its own outline, the colours of both."""
    return Cel(_veiled(picture.luma, above.luma), _veiled(picture.chroma, above.chroma))


def _veiled(below: torch.Tensor, above: torch.Tensor) -> torch.Tensor:
    clear = inverted(above[-1])
    out = below.clone()
    for colour, own, other in zip(out[:-1], below[:-1], above[:-1], strict=True):
        colour.copy_(product(own, clear))
        colour.add_(product(other, below[-1]))
    return out


def clipped(box: Box, size: tuple[int, int]) -> Box | None:
    """The part of a box inside a picture of (width, height); None where there is none."""
    return shared(box, (0, 0, *size))


def shared(one: Box, other: Box) -> Box | None:
    """What two boxes share; None where that is nothing."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, low = min(one[0] + one[2], other[0] + other[2]), min(one[1] + one[3], other[1] + other[3])
    return (left, top, right - left, low - top) if left < right and top < low else None
