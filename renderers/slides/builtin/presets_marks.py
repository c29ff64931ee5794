"""Preset outlines: callouts, clouds, stars, waves, brackets and connectors."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from renderers.slides.builtin.outline import (
    Frame,
    Geometry,
    Part,
    Point,
    Preset,
    Trace,
    box,
    chain,
    limit,
    one,
    polygon,
)
from renderers.slides.builtin.presets_basic import BASIC, ellipse, rect

_PUFFS = (
    (0.10, 0.55, 0.10, 0.15), (0.13, 0.33, 0.12, 0.17), (0.30, 0.20, 0.16, 0.18), (0.50, 0.15, 0.14, 0.15),
    (0.70, 0.14, 0.15, 0.14), (0.85, 0.27, 0.13, 0.16), (0.88, 0.50, 0.12, 0.18), (0.79, 0.72, 0.14, 0.19),
    (0.58, 0.80, 0.16, 0.19), (0.36, 0.81, 0.15, 0.16), (0.18, 0.74, 0.13, 0.15), (0.50, 0.48, 0.38, 0.36),
)  # fmt: skip
"""Centre and radii of the ellipses a cloud is made of, as fractions of its frame."""


def _cloud_path(f: Frame) -> QPainterPath:
    path = QPainterPath()
    for x, y, rx, ry in _PUFFS:
        puff = QPainterPath()
        puff.addEllipse(QPointF(x * f.w, y * f.h), rx * f.w, ry * f.h)
        path = path.united(puff)
    return path


def _cloud(f: Frame) -> Geometry:
    return one(_cloud_path(f), f.rect(0.14, 0.15, 0.79, 0.8))


def _cloud_callout(f: Frame) -> Geometry:
    tip = QPointF(f.w * (0.5 + f.adj("adj1", -0.20833)), f.h * (0.5 + f.adj("adj2", 0.625)))
    center = QPointF(f.w / 2, f.h / 2)
    parts = [Part(_cloud_path(f))]
    for share, size in ((0.55, 0.09), (0.78, 0.06), (0.97, 0.03)):
        bubble = QPainterPath()
        bubble.addEllipse(center + (tip - center) * share, f.ss * size, f.ss * size)
        parts.append(Part(bubble))
    return Geometry(tuple(parts[::-1]), f.rect(0.14, 0.15, 0.79, 0.8))


def _wedge(base: Preset) -> Preset:
    """Make the callout whose pointer grows out of a rectangle's nearest side."""

    def draw(f: Frame) -> Geometry:
        dx, dy = f.adj("adj1", -0.20833), f.adj("adj2", 0.625)
        tip = (f.w * (0.5 + dx), f.h * (0.5 + dy))
        body = base(Frame(f.w, f.h, {"adj": f.values.get("adj3", 16667.0)}))
        pointer = _pointer(f, dx, dy, tip)
        outline = body.parts[0].path
        return one(outline if pointer is None else outline.united(pointer), body.text)

    return draw


def _pointer(f: Frame, dx: float, dy: float, tip: Point) -> QPainterPath | None:
    if abs(dx) <= 0.5 and abs(dy) <= 0.5:
        return None
    if abs(dy) * f.h > abs(dx) * f.h * f.w / (f.w or 1) and abs(dy) >= abs(dx):
        side = f.h if dy > 0 else 0.0
        first = 7 / 12 if dx > 0 else 2 / 12
        return polygon((first * f.w, side), tip, ((first + 3 / 12) * f.w, side))
    side = f.w if dx > 0 else 0.0
    first = 7 / 12 if dy > 0 else 2 / 12
    return polygon((side, first * f.h), tip, (side, (first + 3 / 12) * f.h))


def _wedge_ellipse(f: Frame) -> Geometry:
    x, y = f.w * f.adj("adj1", -0.20833), f.h * f.adj("adj2", 0.625)
    turn = math.atan2(y * f.w, x * f.h)
    sides = [
        (f.w / 2 * (1 + math.cos(turn + s * 0.19)), f.h / 2 * (1 + math.sin(turn + s * 0.19)))
        for s in (-1, 1)
    ]
    base = ellipse(f)
    pointer = polygon(sides[0], (f.w / 2 + x, f.h / 2 + y), sides[1])
    return one(base.parts[0].path.united(pointer), base.text)


def _line_callout(count: int, border: bool, accent: bool) -> Preset:
    """Make a callout whose pointer is a line through `count` + 1 adjustable points."""
    defaults = {
        1: (0.1875, -0.08333, 1.125, -0.38333),
        2: (0.1875, -0.08333, 0.1875, -0.16667, 1.125, -0.46667),
        3: (0.1875, -0.08333, 0.1875, -0.16667, 1.0, -0.16667, 1.12963, -0.08333),
    }[count]

    def draw(f: Frame) -> Geometry:
        values = [f.adj(f"adj{i + 1}", default) for i, default in enumerate(defaults)]
        points = [(values[i + 1] * f.w, values[i] * f.h) for i in range(0, len(values), 2)]
        parts = [Part(box(0, 0, f.w, f.h), "norm", border), Part(chain(points), "none")]
        if accent:
            parts.append(Part(chain(((points[0][0], 0), (points[0][0], f.h))), "none"))
        return Geometry(tuple(parts), f.rect())

    return draw


def _star(count: int, default: float) -> Preset:
    def draw(f: Frame) -> Geometry:
        inner = limit(f.adj("adj", default), 0, 0.5)
        points: list[Point] = []
        for i in range(count * 2):
            reach = 0.5 if i % 2 == 0 else inner
            turn = math.radians(180.0 * i / count - 90)
            points.append((f.w * (0.5 + reach * math.cos(turn)), f.h * (0.5 + reach * math.sin(turn))))
        path = polygon(*points)
        if count in (5, 7):
            path = _stretched(path, f)
        cut = (1 - inner * math.sqrt(2)) / 2
        return one(path, f.rect(cut, cut, 1 - cut, 1 - cut))

    return draw


def _stretched(path: QPainterPath, f: Frame) -> QPainterPath:
    """Odd stars touch all four sides of their frame."""
    bounds = path.boundingRect()
    if bounds.isEmpty():
        return path
    grow = QTransform.fromScale(f.w / bounds.width(), f.h / bounds.height())
    return grow.map(path.translated(-bounds.x(), -bounds.y()))


def _seal(spikes: int) -> Preset:
    """Make an explosion: a star whose spikes differ in length."""

    def draw(f: Frame) -> Geometry:
        points: list[Point] = []
        for i in range(spikes * 2):
            wobble = 0.5 + 0.5 * math.sin(i * 2.4)
            reach = 0.38 + 0.12 * wobble if i % 2 == 0 else 0.25 + 0.06 * wobble
            turn = math.radians(180.0 * i / spikes - 80)
            points.append((f.w * (0.5 + reach * math.cos(turn)), f.h * (0.5 + reach * math.sin(turn))))
        return one(_stretched(polygon(*points), f), f.rect(0.22, 0.28, 0.76, 0.72))

    return draw


def _wave(f: Frame) -> Geometry:
    swing, lean = f.h * f.adj("adj1", 0.125), f.w * f.adj("adj2", 0.0)
    left, right = max(0.0, -lean), f.w - max(0.0, lean)
    width = right - left
    path = QPainterPath(QPointF(left, swing))
    path.cubicTo(left + width / 3, -swing * 7 / 3, left + width * 2 / 3, swing * 13 / 3, right, swing)
    path.lineTo(right + lean, f.h - swing)
    path.cubicTo(
        left + width * 2 / 3,
        f.h + swing * 7 / 3,
        left + width / 3,
        f.h - swing * 13 / 3,
        left + lean,
        f.h - swing,
    )
    path.closeSubpath()
    return one(path, QRectF(left, 2 * swing, width, f.h - 4 * swing))


def _ribbon(f: Frame) -> Geometry:
    fold, half = f.h * f.adj("adj1", 0.16667), f.w * f.adj("adj2", 0.5) / 2
    a, b, mid = f.w / 2 - half, f.w / 2 + half, f.h / 2 + fold / 2
    left = polygon((0, fold), (a + f.w / 8, fold), (a + f.w / 8, f.h), (0, f.h), (f.w / 8, mid))
    right = polygon((f.w, fold), (b - f.w / 8, fold), (b - f.w / 8, f.h), (f.w, f.h), (f.w * 7 / 8, mid))
    middle = box(a, 0, b - a, f.h - fold)
    return Geometry(
        (Part(left, "darkenLess"), Part(right, "darkenLess"), Part(middle)), QRectF(a, 0, b - a, f.h - fold)
    )


def _flipped(draw: Preset, across: bool) -> Preset:
    def flipped(f: Frame) -> Geometry:
        base = draw(f)
        move = QTransform(-1, 0, 0, 1, f.w, 0) if across else QTransform(1, 0, 0, -1, 0, f.h)
        parts = tuple(Part(move.map(p.path), p.tone, p.stroked) for p in base.parts)
        return Geometry(parts, move.mapRect(base.text))

    return flipped


def _open_and_filled(path: QPainterPath, text: QRectF) -> Geometry:
    return Geometry((Part(path, "norm", False), Part(path, "none")), text)


def _left_bracket(f: Frame) -> Geometry:
    r = min(f.h / 2, f.ss * f.adj("adj", 0.08333))
    path = Trace()
    path.moveTo(f.w, f.h)
    path.arc(f.w, r, 90, 90)
    path.lineTo(0, r)
    path.arc(f.w, r, 180, 90)
    return _open_and_filled(path, f.rect(0.3, 0, 1, 1))


def _left_brace(f: Frame) -> Geometry:
    r, mid = f.ss * f.adj("adj1", 0.08333), f.h * f.adj("adj2", 0.5)
    r = min(r, mid / 2, (f.h - mid) / 2) if 0 < mid < f.h else r
    path = Trace()
    path.moveTo(f.w, f.h)
    path.arc(f.w / 2, r, 90, 90)
    path.lineTo(f.w / 2, mid + r)
    path.arc(f.w / 2, r, 0, -90)
    path.arc(f.w / 2, r, 90, -90)
    path.lineTo(f.w / 2, r)
    path.arc(f.w / 2, r, 180, 90)
    return _open_and_filled(path, f.rect(0.5, 0, 1, 1))


def _pair(draw: Preset, default: float, share: float) -> Preset:
    """Make a pair of brackets from the left one, `share` of the adjust length wide."""

    def pair(f: Frame) -> Geometry:
        size = f.ss * f.adj("adj", default)
        width = max(1.0, size * share)
        reach = size / max(1e-6, min(width, f.h))
        left = draw(Frame(width, f.h, {"adj": reach * 1e5, "adj1": reach * 1e5})).parts[0].path
        both = QPainterPath(left)
        both.addPath(QTransform(-1, 0, 0, 1, f.w, 0).map(left))
        cut = size * 0.3 * share
        area = Part(box(0, 0, f.w, f.h), "norm", False)
        return Geometry((area, Part(both, "none")), QRectF(cut, cut, f.w - 2 * cut, f.h - 2 * cut))

    return pair


def _bent(*turns: str) -> Preset:
    """Make a connector of right angles; the adjust values say where the inner legs lie."""

    def draw(f: Frame) -> Geometry:
        points: list[Point] = [(0.0, 0.0)]
        across = True
        for i, _ in enumerate(turns):
            at = f.adj(f"adj{i + 1}", 0.5)
            last = points[-1]
            points.append((f.w * at, last[1]) if across else (last[0], f.h * at))
            across = not across
        last = points[-1]
        points.append((last[0], f.h) if not across else (f.w, last[1]))
        points.append((f.w, f.h))
        return Geometry((Part(chain(points), "none"),), f.rect())

    return draw


def _bent2(f: Frame) -> Geometry:
    return Geometry((Part(chain(((0, 0), (f.w, 0), (f.w, f.h))), "none"),), f.rect())


def _curved2(f: Frame) -> Geometry:
    path = QPainterPath()
    path.cubicTo(f.w / 2, 0, f.w, f.h / 2, f.w, f.h)
    return Geometry((Part(path, "none"),), f.rect())


def _curved(straight: Preset) -> Preset:
    """Make the curved connector that follows a bent one: its corners rounded to the middle of each leg."""

    def draw(f: Frame) -> Geometry:
        polygon_ = straight(f).parts[0].path.toSubpathPolygons()[0]
        points = [polygon_.at(i) for i in range(polygon_.size())]
        path = QPainterPath(points[0])
        for before, corner, after in zip(points, points[1:-1], points[2:], strict=False):
            start = before if before == points[0] else (before + corner) / 2
            end = after if after == points[-1] else (corner + after) / 2
            path.lineTo(start)
            path.quadTo(corner, end)
        path.lineTo(points[-1])
        return Geometry((Part(path, "none"),), f.rect())

    return draw


_STARS = {
    4: 0.19098 * 1.2,
    5: 0.19098,
    6: 0.28868,
    7: 0.34601,
    8: 0.375,
    10: 0.42533,
    12: 0.375,
    16: 0.375,
    24: 0.375,
}
MARKS: dict[str, Preset] = {
    "cloud": _cloud,
    "cloudCallout": _cloud_callout,
    "wedgeRectCallout": _wedge(rect),
    "wedgeRoundRectCallout": _wedge(BASIC["roundRect"]),
    "wedgeEllipseCallout": _wedge_ellipse,
    **{f"star{n}": _star(n, inner) for n, inner in _STARS.items()},
    "star32": _star(32, 0.375),
    "irregularSeal1": _seal(12),
    "irregularSeal2": _seal(14),
    "wave": _wave,
    "doubleWave": _wave,
    "ribbon": _flipped(_ribbon, across=False),
    "ribbon2": _ribbon,
    "leftBracket": _left_bracket,
    "rightBracket": _flipped(_left_bracket, across=True),
    "leftBrace": _left_brace,
    "rightBrace": _flipped(_left_brace, across=True),
    "bracketPair": _pair(_left_bracket, 0.16667, 1.0),
    "bracePair": _pair(_left_brace, 0.08333, 2.0),
    "bentConnector2": _bent2,
    "bentConnector3": _bent("x"),
    "bentConnector4": _bent("x", "y"),
    "bentConnector5": _bent("x", "y", "x"),
    "curvedConnector2": _curved2,
    "curvedConnector3": _curved(_bent("x")),
    "curvedConnector4": _curved(_bent("x", "y")),
    "curvedConnector5": _curved(_bent("x", "y", "x")),
    **{f"callout{n}": _line_callout(n, False, False) for n in (1, 2, 3)},
    **{f"borderCallout{n}": _line_callout(n, True, False) for n in (1, 2, 3)},
    **{f"accentCallout{n}": _line_callout(n, False, True) for n in (1, 2, 3)},
    **{f"accentBorderCallout{n}": _line_callout(n, True, True) for n in (1, 2, 3)},
}
