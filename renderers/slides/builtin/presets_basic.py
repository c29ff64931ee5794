"""Preset outlines: rectangles with their corners, polygons, rounds and solids.

The names and adjust values are those of ECMA-376 part 1, 20.1.10.56; each outline is drawn from its form.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from renderers.slides.builtin.outline import (
    Frame,
    Geometry,
    Part,
    Preset,
    Trace,
    box,
    chain,
    limit,
    one,
    oval,
    parametric,
    polygon,
    scaled,
)

_ROUND_TEXT = 1 - math.sqrt(0.5)


def rect(f: Frame) -> Geometry:
    """Draw the plain rectangle."""
    return one(box(0, 0, f.w, f.h), f.rect())


def ellipse(f: Frame) -> Geometry:
    """Draw an ellipse; its text stands in the inscribed rectangle."""
    cut = _ROUND_TEXT / 2
    return one(oval(0, 0, f.w, f.h), f.rect(cut, cut, 1 - cut, 1 - cut))


def corners(
    f: Frame, cuts: tuple[float, float, float, float], rounded: tuple[bool, bool, bool, bool]
) -> QPainterPath:
    """Draw a rectangle whose corners (from top left, clockwise) are rounded or snipped by lengths."""
    path = Trace()
    a, b, c, d = cuts
    path.moveTo(a, 0)
    path.lineTo(f.w - b, 0)
    path.arc(b, b, 270, 90) if rounded[1] else path.lineTo(f.w, b)
    path.lineTo(f.w, f.h - c)
    path.arc(c, c, 0, 90) if rounded[2] else path.lineTo(f.w - c, f.h)
    path.lineTo(d, f.h)
    path.arc(d, d, 90, 90) if rounded[3] else path.lineTo(0, f.h - d)
    path.lineTo(0, a)
    path.arc(a, a, 180, 90) if rounded[0] else path.lineTo(a, 0)
    path.closeSubpath()
    return path


def _cornered(which: tuple[int, int, int, int], rounded: tuple[bool, bool, bool, bool]) -> Preset:
    """Make a preset whose corners take adjust value 1 or 2 (0: square)."""
    single = max(which) == 1 and sum(which) != 2

    def draw(f: Frame) -> Geometry:
        first = f.adj("adj" if single else "adj1", 0.16667)
        second = f.adj("adj2", 0.16667 if rounded != (False,) * 4 and rounded != (True,) * 4 else 0.0)
        lengths = tuple(f.ss * limit((0.0, first, second)[i], 0, 0.5) for i in which)
        cut = max(lengths) * (_ROUND_TEXT if True in rounded else 0.5)
        a, b, c, d = lengths
        text = QRectF(
            cut, cut if which[0] or which[1] else 0, f.w - 2 * cut, f.h - cut * (2 if c or d else 1)
        )
        return one(corners(f, (a, b, c, d), rounded), text)

    return draw


def _regular(points: tuple[tuple[float, float], ...], text: tuple[float, float, float, float]) -> Preset:
    return lambda f: one(scaled(f, *points), f.rect(*text))


def _ring(count: int, start: float = -90.0) -> tuple[tuple[float, float], ...]:
    """Return the corners of a regular polygon, stretched to touch all four sides."""
    raw = [math.radians(start + 360.0 * i / count) for i in range(count)]
    xs, ys = [math.cos(a) for a in raw], [math.sin(a) for a in raw]
    return tuple(
        ((x - min(xs)) / (max(xs) - min(xs)), (y - min(ys)) / (max(ys) - min(ys)))
        for x, y in zip(xs, ys, strict=True)
    )


def _triangle(f: Frame) -> Geometry:
    top = f.adj("adj", 0.5) * f.w
    return one(polygon((top, 0), (f.w, f.h), (0, f.h)), QRectF(top / 2, f.h / 2, f.w / 2, f.h / 2))


def _parallelogram(f: Frame) -> Geometry:
    lean = min(f.w, f.ss * f.adj("adj", 0.25))
    cut = lean / 2
    path = polygon((lean, 0), (f.w, 0), (f.w - lean, f.h), (0, f.h))
    return one(
        path, QRectF(cut, f.h * cut / f.w if f.w else 0, f.w - 2 * cut, f.h * (1 - 2 * cut / (f.w or 1)))
    )


def _trapezoid(f: Frame) -> Geometry:
    left = right = min(f.w / 2, f.ss * f.adj("adj", 0.25))
    return _trapezium(f, left, right)


def _skew_trapezoid(f: Frame) -> Geometry:
    return _trapezium(f, f.ss * f.adj("adj1", 0.25), f.ss * f.adj("adj2", 0.25))


def _trapezium(f: Frame, left: float, right: float) -> Geometry:
    path = polygon((left, 0), (f.w - right, 0), (f.w, f.h), (0, f.h))
    down = f.h * max(left, right) / f.w / 1.5 if f.w else 0
    return one(path, QRectF(left * 2 / 3, down, f.w - (left + right) * 2 / 3, f.h - down))


def _hexagon(f: Frame) -> Geometry:
    side = min(f.w / 2, f.ss * f.adj("adj", 0.25))
    path = polygon((0, f.h / 2), (side, 0), (f.w - side, 0), (f.w, f.h / 2), (f.w - side, f.h), (side, f.h))
    return one(path, QRectF(side / 2, f.h * 0.12, f.w - side, f.h * 0.76))


def _octagon(f: Frame) -> Geometry:
    cut = f.ss * limit(f.adj("adj", 0.29289), 0, 0.5)
    path = corners(f, (cut, cut, cut, cut), (False, False, False, False))
    return one(path, QRectF(cut / 2, cut / 2, f.w - cut, f.h - cut))


def _plus(f: Frame) -> Geometry:
    a = f.ss * limit(f.adj("adj", 0.25), 0, 0.5)
    w, h = f.w, f.h
    points = ((a, 0), (w - a, 0), (w - a, a), (w, a), (w, h - a), (w - a, h - a))
    rest = ((w - a, h), (a, h), (a, h - a), (0, h - a), (0, a), (a, a))
    return one(polygon(*points, *rest), QRectF(0, a, w, h - 2 * a) if w > h else QRectF(a, 0, w - 2 * a, h))


def _plaque(f: Frame) -> Geometry:
    a = f.ss * limit(f.adj("adj", 0.16667), 0, 0.5)
    path = Trace()
    path.moveTo(0, a)
    path.arc(a, a, 90, -90)
    path.lineTo(f.w - a, 0)
    path.arc(a, a, 180, -90)
    path.lineTo(f.w, f.h - a)
    path.arc(a, a, 270, -90)
    path.lineTo(a, f.h)
    path.arc(a, a, 0, -90)
    path.closeSubpath()
    cut = a * math.sqrt(0.5)
    return one(path, QRectF(cut, cut, f.w - 2 * cut, f.h - 2 * cut))


def _can(f: Frame) -> Geometry:
    lid = min(f.h / 2, f.ss * f.adj("adj", 0.25) / 2)
    body, top = Trace(), oval(0, 0, f.w, 2 * lid)
    body.moveTo(0, lid)
    body.arc(f.w / 2, lid, 180, -180)
    body.lineTo(f.w, f.h - lid)
    body.arc(f.w / 2, lid, 0, 180)
    body.closeSubpath()
    return Geometry((Part(body), Part(top, "lighten")), QRectF(0, 2 * lid, f.w, f.h - 3 * lid))


def _cube(f: Frame) -> Geometry:
    d = f.ss * limit(f.adj("adj", 0.25), 0, 1)
    front = box(0, d, f.w - d, f.h - d)
    top = polygon((0, d), (d, 0), (f.w, 0), (f.w - d, d))
    side = polygon((f.w - d, d), (f.w, 0), (f.w, f.h - d), (f.w - d, f.h))
    return Geometry(
        (Part(front), Part(top, "lightenLess"), Part(side, "darkenLess")), QRectF(0, d, f.w - d, f.h - d)
    )


def _bevel(f: Frame) -> Geometry:
    d = f.ss * limit(f.adj("adj", 0.125), 0, 0.5)
    w, h = f.w, f.h
    sides = (
        ("lightenLess", ((0, 0), (w, 0), (w - d, d), (d, d))),
        ("lighten", ((0, 0), (d, d), (d, h - d), (0, h))),
        ("darken", ((w, 0), (w, h), (w - d, h - d), (w - d, d))),
        ("darkenLess", ((0, h), (d, h - d), (w - d, h - d), (w, h))),
    )
    parts = tuple(Part(polygon(*points), tone) for tone, points in sides)
    return Geometry((Part(box(d, d, w - 2 * d, h - 2 * d)), *parts), QRectF(d, d, w - 2 * d, h - 2 * d))


def _folded_corner(f: Frame) -> Geometry:
    d = f.ss * limit(f.adj("adj", 0.16667), 0, 0.5)
    w, h = f.w, f.h
    sheet = polygon((0, 0), (w, 0), (w, h - d), (w - d, h), (0, h))
    fold = polygon((w - d, h), (w - d * 0.8, h - d * 0.8), (w, h - d))
    return Geometry((Part(sheet), Part(fold, "darkenLess")), QRectF(0, 0, w, h - d))


def _frame(f: Frame) -> Geometry:
    d = f.ss * limit(f.adj("adj1", 0.125), 0, 0.5)
    path = box(0, 0, f.w, f.h)
    path.addRect(QRectF(d, d, f.w - 2 * d, f.h - 2 * d))
    return one(path, QRectF(d, d, f.w - 2 * d, f.h - 2 * d))


def _half_frame(f: Frame) -> Geometry:
    a, b = f.ss * f.adj("adj1", 0.33333), f.ss * f.adj("adj2", 0.33333)
    slope = f.w / f.h if f.h else 1
    path = polygon((0, 0), (f.w, 0), (f.w - a * slope, a), (b, a), (b, f.h - b / slope), (0, f.h))
    return one(path, f.rect())


def _corner(f: Frame) -> Geometry:
    a, b = f.ss * f.adj("adj1", 0.5), f.ss * f.adj("adj2", 0.5)
    path = polygon((0, 0), (b, 0), (b, f.h - a), (f.w, f.h - a), (f.w, f.h), (0, f.h))
    return one(path, QRectF(0, f.h - a, f.w, a))


def _stripe(f: Frame) -> Geometry:
    a = f.adj("adj", 0.5)
    return one(scaled(f, (0, a), (a, 0), (1, 0), (0, 1)), f.rect(0, 0, (1 + a) / 2, (1 + a) / 2))


def _donut(f: Frame) -> Geometry:
    d = f.ss * limit(f.adj("adj", 0.25), 0, 0.5)
    path = oval(0, 0, f.w, f.h)
    path.addEllipse(QRectF(d, d, f.w - 2 * d, f.h - 2 * d))
    return one(path, ellipse(f).text)


def _no_smoking(f: Frame) -> Geometry:
    d = f.ss * limit(f.adj("adj", 0.1875), 0, 0.5)
    inner = oval(d, d, f.w - 2 * d, f.h - 2 * d)
    length = math.hypot(f.w, f.h) or 1
    nx, ny = f.h / length * d / 2, -f.w / length * d / 2
    bar = polygon((nx, ny), (f.w + nx, f.h + ny), (f.w - nx, f.h - ny), (-nx, -ny))
    return one(oval(0, 0, f.w, f.h).subtracted(inner.subtracted(bar)), ellipse(f).text)


def _sector(first: float, second: float, form: str) -> Preset:
    def draw(f: Frame) -> Geometry:
        start, end = f.angle("adj1", first), f.angle("adj2", second)
        sweep = (end - start) % 360 or 360
        begin = parametric(f.w / 2, f.h / 2, start)
        path = Trace()
        path.moveTo(f.w / 2 * (1 + math.cos(begin)), f.h / 2 * (1 + math.sin(begin)))
        path.arc(f.w / 2, f.h / 2, start, sweep)
        if form == "arc":
            filled = Trace(path)
            filled.lineTo(f.w / 2, f.h / 2)
            return Geometry((Part(filled, "norm", False), Part(path, "none")), f.rect())
        if form == "pie":
            path.lineTo(f.w / 2, f.h / 2)
        path.closeSubpath()
        return one(path, ellipse(f).text)

    return draw


def _block_arc(f: Frame) -> Geometry:
    start, end = f.angle("adj1", 180.0), f.angle("adj2", 0.0)
    d = f.ss * limit(f.adj("adj3", 0.25), 0, 0.5)
    sweep = (end - start) % 360 or 360
    rx, ry = f.w / 2 - d, f.h / 2 - d
    outer, inner = parametric(f.w / 2, f.h / 2, start), parametric(max(rx, 1), max(ry, 1), start + sweep)
    path = Trace()
    path.moveTo(f.w / 2 * (1 + math.cos(outer)), f.h / 2 * (1 + math.sin(outer)))
    path.arc(f.w / 2, f.h / 2, start, sweep)
    path.lineTo(f.w / 2 + rx * math.cos(inner), f.h / 2 + ry * math.sin(inner))
    path.arc(rx, ry, start + sweep, -sweep)
    path.closeSubpath()
    return one(path, f.rect())


def _heart(f: Frame) -> Geometry:
    path = QPainterPath(QPointF(f.w / 2, f.h / 4))
    path.cubicTo(f.w * 0.7, -f.h / 3, f.w * 1.6, f.h / 4, f.w / 2, f.h)
    path.cubicTo(-f.w * 0.6, f.h / 4, f.w * 0.3, -f.h / 3, f.w / 2, f.h / 4)
    return one(path, f.rect(0.17, 0.25, 0.83, 0.67))


def _lightning(f: Frame) -> Geometry:
    near = ((0.39, 0), (0.60, 0.28), (0.51, 0.31), (0.77, 0.56), (0.68, 0.59), (1, 1))
    back = ((0.46, 0.69), (0.56, 0.63), (0.24, 0.45), (0.35, 0.38), (0, 0.18))
    return one(scaled(f, *near, *back), f.rect(0.39, 0.38, 0.62, 0.6))


def _sun(f: Frame) -> Geometry:
    a = limit(f.adj("adj", 0.25), 0.125, 0.46875)
    path = oval(f.w * a, f.h * a, f.w * (1 - 2 * a), f.h * (1 - 2 * a))
    reach, half = 0.5 - a * 0.83, 0.11
    for i in range(8):
        turn = math.radians(45 * i)
        side = [
            (0.5 + math.cos(turn + s * half * 2) * reach, 0.5 + math.sin(turn + s * half * 2) * reach)
            for s in (-1, 1)
        ]
        path.addPath(scaled(f, (0.5 + math.cos(turn) / 2, 0.5 + math.sin(turn) / 2), side[0], side[1]))
    return one(path, f.rect(0.3, 0.3, 0.7, 0.7))


def _moon(f: Frame) -> Geometry:
    a = limit(f.adj("adj", 0.5), 0, 0.875)
    path = Trace()
    path.moveTo(f.w, f.h)
    path.arc(f.w, f.h / 2, 90, 180)
    path.quadTo(f.w * (2 * a - 1), f.h / 2, f.w, f.h)
    return one(path, f.rect(0.2, 0.2, max(0.3, a), 0.8))


def _teardrop(f: Frame) -> Geometry:
    a = f.adj("adj", 1.0)
    x, y = f.w / 2 * (1 + a), f.h / 2 * (1 - a)
    path = Trace()
    path.moveTo(0, f.h / 2)
    path.arc(f.w / 2, f.h / 2, 180, 90)
    path.quadTo((f.w / 2 + x) / 2, 0, x, y)
    path.quadTo(f.w, (y + f.h / 2) / 2, f.w, f.h / 2)
    path.arc(f.w / 2, f.h / 2, 0, 180)
    return one(path, ellipse(f).text)


def _smiley(f: Frame) -> Geometry:
    bend = limit(f.adj("adj", 0.04653), -0.04653, 0.04653)
    eyes = oval(f.w * 0.285, f.h * 0.3, f.w * 0.11, f.h * 0.11)
    eyes.addPath(oval(f.w * 0.605, f.h * 0.3, f.w * 0.11, f.h * 0.11))
    mouth = QPainterPath(QPointF(f.w * 0.23, f.h * (0.77 - bend)))
    mouth.quadTo(f.w / 2, f.h * (0.77 + bend * 3), f.w * 0.77, f.h * (0.77 - bend))
    parts = (Part(oval(0, 0, f.w, f.h)), Part(eyes, "darkenLess"), Part(mouth, "none"))
    return Geometry(parts, ellipse(f).text)


def _line(f: Frame) -> Geometry:
    return Geometry((Part(chain(((0, 0), (f.w, f.h))), "none"),), f.rect())


def _line_inverse(f: Frame) -> Geometry:
    return Geometry((Part(chain(((0, f.h), (f.w, 0))), "none"),), f.rect())


_ALL, _NONE = (True, True, True, True), (False, False, False, False)
BASIC: dict[str, Preset] = {
    "rect": rect,
    "ellipse": ellipse,
    "roundRect": _cornered((1, 1, 1, 1), _ALL),
    "round1Rect": _cornered((0, 1, 0, 0), _ALL),
    "round2SameRect": _cornered((1, 1, 2, 2), (True, True, True, True)),
    "round2DiagRect": _cornered((1, 2, 1, 2), _ALL),
    "snip1Rect": _cornered((0, 1, 0, 0), _NONE),
    "snip2SameRect": _cornered((1, 1, 2, 2), _NONE),
    "snip2DiagRect": _cornered((2, 1, 2, 1), _NONE),
    "snipRoundRect": _cornered((1, 2, 0, 0), (True, False, False, False)),
    "triangle": _triangle,
    "rtTriangle": _regular(((0, 0), (1, 1), (0, 1)), (1 / 12, 7 / 12, 7 / 12, 11 / 12)),
    "diamond": _regular(((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)), (0.25, 0.25, 0.75, 0.75)),
    "parallelogram": _parallelogram,
    "trapezoid": _trapezoid,
    "nonIsoscelesTrapezoid": _skew_trapezoid,
    "pentagon": _regular(_ring(5), (0.2, 0.25, 0.8, 1)),
    "hexagon": _hexagon,
    "heptagon": _regular(_ring(7), (0.1, 0.2, 0.9, 0.8)),
    "octagon": _octagon,
    "decagon": _regular(_ring(10, 0), (0.1, 0.15, 0.9, 0.85)),
    "dodecagon": _regular(_ring(12, 15), (0.13, 0.13, 0.87, 0.87)),
    "plus": _plus,
    "plaque": _plaque,
    "can": _can,
    "cube": _cube,
    "bevel": _bevel,
    "foldedCorner": _folded_corner,
    "frame": _frame,
    "halfFrame": _half_frame,
    "corner": _corner,
    "diagStripe": _stripe,
    "donut": _donut,
    "noSmoking": _no_smoking,
    "pie": _sector(0.0, 270.0, "pie"),
    "chord": _sector(45.0, 270.0, "chord"),
    "arc": _sector(270.0, 0.0, "arc"),
    "blockArc": _block_arc,
    "heart": _heart,
    "lightningBolt": _lightning,
    "sun": _sun,
    "moon": _moon,
    "teardrop": _teardrop,
    "smileyFace": _smiley,
    "line": _line,
    "straightConnector1": _line,
    "lineInv": _line_inverse,
}
