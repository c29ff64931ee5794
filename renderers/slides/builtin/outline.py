"""The values that describe a shape's outline, and small tools to draw one."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """One path of an outline: how its fill is toned ("norm", "none", "darken", …), whether it has a line."""

    path: QPainterPath
    tone: str = "norm"
    stroked: bool = True


@dataclass(frozen=True, slots=True)
class Geometry:
    """An outline and the rectangle its text is set in (painter units, origin at the shape's corner)."""

    parts: tuple[Part, ...]
    text: QRectF


@dataclass(frozen=True, slots=True)
class Frame:
    """The size a preset outline is drawn for, and its adjust values."""

    w: float
    h: float
    values: dict[str, float]

    @property
    def ss(self) -> float:
        """The shorter side."""
        return min(self.w, self.h)

    def adj(self, name: str, default: float) -> float:
        """Return an adjust value as a fraction (the file counts in 100000ths)."""
        return self.values.get(name, default * 100000.0) / 100000.0

    def angle(self, name: str, default: float) -> float:
        """Return an adjust value as an angle in degrees (the file counts in 60000ths)."""
        return self.values.get(name, default * 60000.0) / 60000.0

    def rect(self, left: float = 0.0, top: float = 0.0, right: float = 1.0, bottom: float = 1.0) -> QRectF:
        """Return a rectangle given by fractions of the frame."""
        return QRectF(left * self.w, top * self.h, (right - left) * self.w, (bottom - top) * self.h)


Preset = Callable[[Frame], Geometry]


class Trace(QPainterPath):
    """A path drawn with DrawingML's arcs: radii, start and sweep in degrees, clockwise."""

    def arc(self, rx: float, ry: float, start: float, sweep: float) -> Trace:
        """Continue with an arc of an ellipse from the current point."""
        if rx <= 0 or ry <= 0:
            return self
        begin = parametric(rx, ry, start)
        here = self.currentPosition()
        cx, cy = here.x() - rx * math.cos(begin), here.y() - ry * math.sin(begin)
        end = parametric(rx, ry, start + sweep)
        turn = math.degrees(end - begin)
        # The parametric angle loses whole turns and the direction; the sweep knows them.
        if abs(sweep) >= 360:
            turn = math.copysign(360.0, sweep)
        elif turn * sweep < 0:
            turn += math.copysign(360.0, sweep)
        self.arcTo(QRectF(cx - rx, cy - ry, 2 * rx, 2 * ry), -math.degrees(begin), -turn)
        return self


def parametric(rx: float, ry: float, degrees: float) -> float:
    """Return the ellipse's own angle (radians) for a direction seen from its centre."""
    angle = math.radians(degrees)
    return math.atan2(rx * math.sin(angle), ry * math.cos(angle))


def polygon(*points: Point) -> QPainterPath:
    """Return a closed path through the points."""
    return chain(points, closed=True)


def chain(points: Sequence[Point], closed: bool = False) -> QPainterPath:
    """Return a path of straight lines."""
    path = QPainterPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.closeSubpath()
    return path


def box(x: float, y: float, w: float, h: float) -> QPainterPath:
    """Return a rectangle."""
    path = QPainterPath()
    path.addRect(QRectF(x, y, w, h))
    return path


def oval(x: float, y: float, w: float, h: float) -> QPainterPath:
    """Return an ellipse inside a rectangle."""
    path = QPainterPath()
    path.addEllipse(QRectF(x, y, w, h))
    return path


def one(path: QPainterPath, text: QRectF) -> Geometry:
    """Return an outline of a single path."""
    return Geometry((Part(path),), text)


def scaled(f: Frame, *points: Point) -> QPainterPath:
    """Return a closed path through points given as fractions of the frame."""
    return polygon(*((x * f.w, y * f.h) for x, y in points))


def limit(value: float, low: float, high: float) -> float:
    """Return the value kept between two bounds."""
    return max(low, min(value, high))
