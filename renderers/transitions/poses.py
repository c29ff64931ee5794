"""Where an object is, how large and how turned: at its own place, at its partner's, and on the way between.

A way is straight and even in `t`, which is eased already; an object turns the shorter way round.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, hypot, radians, sin
from typing import TYPE_CHECKING

from renderers.layers.stack import Layer
from renderers.warping import Matrix

if TYPE_CHECKING:
    import torch

Place = tuple[float, float, float, float]
"""Left, top, width and height in pixels of the frame."""
_LEAST = 0.5
"""The least extent of an object in pixels: what is thinner cannot be scaled sensibly."""


@dataclass(frozen=True, slots=True)
class Pose:
    """`x` and `y` are a point of the object in pixels of the frame, `wide` and `high` lengths along its own axes,
    `angle` how far these are turned (degrees, clockwise). Only its relation to another pose of it means something.
    """

    x: float
    y: float
    wide: float
    high: float
    angle: float

    def towards(self, other: Pose, t: float) -> Pose:
        """The pose at `t`: this one at 0, the other at 1."""
        turn = (other.angle - self.angle + 180) % 360 - 180
        return Pose(
            self.x + (other.x - self.x) * t,
            self.y + (other.y - self.y) * t,
            self.wide + (other.wide - self.wide) * t,
            self.high + (other.high - self.high) * t,
            self.angle + turn * t,
        )

    def thin(self, stride: int) -> Pose:
        """The pose on a page of every `stride`-th pixel."""
        return replace(
            self, x=self.x / stride, y=self.y / stride, wide=self.wide / stride, high=self.high / stride
        )

    def moved(self, other: Pose) -> Matrix:
        """What brings every point of the object from this pose to another one."""
        across, down = other.wide / self.wide, other.high / self.high
        s, c = sin(radians(self.angle)), cos(radians(self.angle))
        t, d = sin(radians(other.angle)), cos(radians(other.angle))
        a, b = d * across * c + t * down * s, d * across * s - t * down * c
        e, f = t * across * c - d * down * s, t * across * s + d * down * c
        return (
            a,
            b,
            other.x - a * self.x - b * self.y,
            e,
            f,
            other.y - e * self.x - f * self.y,
        )


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point through a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + b * y + c, d * x + e * y + f


def inverse(matrix: Matrix) -> Matrix:
    """The way back."""
    a, b, c, d, e, f = matrix
    by = 1 / (a * e - b * d)
    return (
        e * by,
        -b * by,
        (b * f - e * c) * by,
        -d * by,
        a * by,
        (d * c - a * f) * by,
    )


def bounds(place: Place, matrix: Matrix) -> Place:
    """The upright rectangle around a rectangle that a matrix has moved."""
    left, top, width, height = place
    corners = [applied(matrix, x, y) for x in (left, left + width) for y in (top, top + height)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def farthest(place: Place, matrix: Matrix) -> float:
    """How far the corner of a rectangle that a matrix moves farthest is moved, in pixels."""
    left, top, width, height = place
    ways: list[float] = []
    for x in (left, left + width):
        for y in (top, top + height):
            to = applied(matrix, x, y)
            ways.append(hypot(to[0] - x, to[1] - y))
    return max(ways)


def place_of(layer: Layer) -> Place:
    """The rectangle of a layer."""
    width, height = layer.size
    return float(layer.left), float(layer.top), float(width), float(height)


def tight(layer: Layer) -> Place:
    """The rectangle of what is seen of a layer, edges to parts of a pixel; the layer's own where nothing is."""
    alpha = layer.luma[..., 1]
    across, down = _span(alpha.amax(0)), _span(alpha.amax(1))
    if across is None or down is None:
        return place_of(layer)
    return layer.left + across[0], layer.top + down[0], across[1] - across[0], down[1] - down[0]


def _span(profile: torch.Tensor) -> tuple[float, float] | None:
    seen = profile.nonzero()
    if not len(seen):
        return None
    first, last = int(seen[0]), int(seen[-1])
    begins, ends = 1 - int(profile[first]) / 255, int(profile[last]) / 255
    return first + begins, max(last + ends, first + begins + _LEAST)


def by_box(layer: Layer) -> Pose:
    """A pose that tells the middle and the extent of what is seen."""
    left, top, width, height = tight(layer)
    return Pose(
        left + width / 2, top + height / 2, max(width / 2, _LEAST), max(height / 2, _LEAST), layer.angle
    )


def by_mass(layer: Layer) -> Pose:
    """A pose from the first two moments of alpha: finer than a pixel where two pictures show the same."""
    import torch

    alpha = layer.luma[..., 1].double()
    total = float(alpha.sum())
    if total == 0:
        return by_box(layer)
    x = torch.arange(alpha.shape[1], device=alpha.device, dtype=torch.float64) + 0.5
    y = torch.arange(alpha.shape[0], device=alpha.device, dtype=torch.float64) + 0.5
    columns, rows = alpha.sum(0), alpha.sum(1)
    mx, my = float((columns * x).sum()) / total, float((rows * y).sum()) / total
    xx = float((columns * (x - mx) ** 2).sum()) / total
    yy = float((rows * (y - my) ** 2).sum()) / total
    xy = float((alpha @ (x - mx)) @ (y - my)) / total
    s, c = sin(radians(layer.angle)), cos(radians(layer.angle))
    wide = c * c * xx + 2 * s * c * xy + s * s * yy
    high = s * s * xx - 2 * s * c * xy + c * c * yy
    return Pose(
        layer.left + mx,
        layer.top + my,
        max(wide, _LEAST**2) ** 0.5,
        max(high, _LEAST**2) ** 0.5,
        layer.angle,
    )


def anchored(layer: Layer, across: float, down: float) -> Pose:
    """A pose without size, at a point of what is seen: 0 is its left or upper edge, 1 its right or lower one."""
    left, top, width, height = tight(layer)
    return Pose(left + across * width, top + down * height, 1.0, 1.0, layer.angle)
