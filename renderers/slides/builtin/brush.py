"""Puts a fill inside a path."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QRadialGradient,
    QTransform,
)

from renderers.slides.builtin.fills import Edges, Fill, Gradient, Hatch, Solid, Texture

_UNITS_PER_PIXEL = 7.5
"""Pictures without a stated resolution count as 96 dots an inch; a unit is a 720th of an inch."""
_STEPS = 48
_PATTERNS = {
    "horz": Qt.BrushStyle.HorPattern,
    "vert": Qt.BrushStyle.VerPattern,
    "cross": Qt.BrushStyle.CrossPattern,
    "grid": Qt.BrushStyle.CrossPattern,
    "diagcross": Qt.BrushStyle.DiagCrossPattern,
    "trellis": Qt.BrushStyle.DiagCrossPattern,
    "diamond": Qt.BrushStyle.DiagCrossPattern,
    "dndiag": Qt.BrushStyle.FDiagPattern,
    "updiag": Qt.BrushStyle.BDiagPattern,
}


def paint_fill(painter: QPainter, path: QPainterPath, bounds: QRectF, fill: Fill | None) -> None:
    """Fill `path`; gradients and pictures are laid out over `bounds` (painter units)."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    if isinstance(fill, Solid):
        painter.fillPath(path, fill.color)
    elif isinstance(fill, Gradient):
        _paint_gradient(painter, path, bounds, fill)
    elif isinstance(fill, Hatch):
        painter.fillPath(path, fill.back)
        painter.fillPath(path, _hatch_brush(painter, fill))
    elif isinstance(fill, Texture):
        _paint_texture(painter, path, bounds, fill)
    painter.restore()


def paint_picture(painter: QPainter, path: QPainterPath, bounds: QRectF, image: QImage, crop: Edges) -> None:
    """Draw a cropped picture over `bounds`, cut to `path`."""
    _paint_texture(painter, path, bounds, Texture(image, crop, (0.0, 0.0, 0.0, 0.0), None))


def inset(rect: QRectF, cut: Edges) -> QRectF:
    """Return the rectangle with fractions of it cut off each side (negative ones grow it)."""
    w, h = rect.width(), rect.height()
    return rect.adjusted(cut[0] * w, cut[1] * h, -cut[2] * w, -cut[3] * h)


def _paint_gradient(painter: QPainter, path: QPainterPath, bounds: QRectF, fill: Gradient) -> None:
    if fill.path in ("rect", "shape"):
        _paint_nested(painter, path, bounds, fill)
        return
    gradient = _radial(bounds, fill) if fill.path else _linear(bounds, fill)
    gradient.setStops([(at, color) for at, color in fill.stops])
    painter.fillPath(path, QBrush(gradient))


def _linear(bounds: QRectF, fill: Gradient) -> QGradient:
    """The line runs through the centre, as long as the rectangle's shadow on it."""
    angle = math.radians(fill.angle)
    dx, dy = math.cos(angle), math.sin(angle)
    if fill.scaled and bounds.width() and bounds.height():
        # A scaled angle is meant for a square that is then stretched to the shape.
        dx, dy = dx * bounds.width(), dy * bounds.height()
        length = math.hypot(dx, dy) or 1.0
        dx, dy = dx / length, dy / length
    half = (abs(dx) * bounds.width() + abs(dy) * bounds.height()) / 2
    center, reach = bounds.center(), QPointF(dx * half, dy * half)
    return QLinearGradient(center - reach, center + reach)


def _radial(bounds: QRectF, fill: Gradient) -> QGradient:
    focus = inset(bounds, fill.focus).center()
    corners = (bounds.topLeft(), bounds.topRight(), bounds.bottomLeft(), bounds.bottomRight())
    radius = max(math.hypot(c.x() - focus.x(), c.y() - focus.y()) for c in corners)
    return QRadialGradient(focus, max(radius, 1.0))


def _paint_nested(painter: QPainter, path: QPainterPath, bounds: QRectF, fill: Gradient) -> None:
    """Rectangular gradients: rectangles shrinking from the bounds to the focus."""
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.fillRect(bounds, color_at(fill, 1.0))
    for step in range(_STEPS):
        share = (step + 1) / _STEPS
        left, top, right, bottom = (edge * share for edge in fill.focus)
        painter.fillRect(inset(bounds, (left, top, right, bottom)), color_at(fill, 1.0 - share))


def color_at(fill: Gradient, at: float) -> QColor:
    """Return a gradient's colour at a fraction of its way."""
    before = fill.stops[0]
    for stop in fill.stops:
        if stop[0] >= at:
            span = stop[0] - before[0]
            return _between(before[1], stop[1], (at - before[0]) / span if span > 0 else 0.0)
        before = stop
    return before[1]


def _between(a: QColor, b: QColor, t: float) -> QColor:
    t = min(1.0, max(0.0, t))
    pairs = (
        (a.redF(), b.redF()),
        (a.greenF(), b.greenF()),
        (a.blueF(), b.blueF()),
        (a.alphaF(), b.alphaF()),
    )
    return QColor.fromRgbF(*(x + (y - x) * t for x, y in pairs))


def _hatch_brush(painter: QPainter, fill: Hatch) -> QBrush:
    name = fill.preset.lower()
    brush = QBrush(fill.fore, Qt.BrushStyle.Dense4Pattern)
    if name.startswith("pct"):
        share = int(name[3:] or 50)
        styles = (
            Qt.BrushStyle.Dense7Pattern,
            Qt.BrushStyle.Dense6Pattern,
            Qt.BrushStyle.Dense5Pattern,
            Qt.BrushStyle.Dense4Pattern,
            Qt.BrushStyle.Dense3Pattern,
            Qt.BrushStyle.Dense2Pattern,
            Qt.BrushStyle.Dense1Pattern,
        )
        brush.setStyle(styles[min(6, share * 7 // 100)])
    else:
        ending = (style for key, style in _PATTERNS.items() if name.endswith(key))
        brush.setStyle(next(ending, Qt.BrushStyle.Dense4Pattern))
    scale = painter.worldTransform().m11() or 1.0
    brush.setTransform(QTransform.fromScale(1 / abs(scale), 1 / abs(scale)))
    return brush


def _paint_texture(painter: QPainter, path: QPainterPath, bounds: QRectF, fill: Texture) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    full = QRectF(fill.image.rect())
    if fill.tiles is not None:
        _paint_tiles(painter, bounds, fill)
    else:
        target, source = inset(bounds, fill.into), inset(full, fill.crop)
        visible = source.intersected(full)
        if source.width() > 0 and source.height() > 0 and not visible.isEmpty():
            # A negative crop shows the picture smaller than its frame.
            sx, sy = target.width() / source.width(), target.height() / source.height()
            place = QRectF(
                target.x() + (visible.x() - source.x()) * sx,
                target.y() + (visible.y() - source.y()) * sy,
                visible.width() * sx,
                visible.height() * sy,
            )
            draw_scaled(painter, place, fill.image, visible)
    painter.restore()


def draw_scaled(painter: QPainter, place: QRectF, image: QImage, source: QRectF) -> None:
    """Draw a part of a picture; strong reductions are averaged first, else lines in it would break up."""
    on_page = painter.worldTransform().mapRect(place)
    shrink = min(source.width() / max(1.0, on_page.width()), source.height() / max(1.0, on_page.height()))
    if shrink > 1.5:
        part = image.copy(source.toAlignedRect())
        width, height = max(1, round(part.width() / shrink)), max(1, round(part.height() / shrink))
        image = part.scaled(
            width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        source = QRectF(image.rect())
    painter.drawImage(place, image, source)


def _paint_tiles(painter: QPainter, bounds: QRectF, fill: Texture) -> None:
    assert fill.tiles is not None
    dots = fill.image.dotsPerMeterX() * 0.0254
    unit = 720.0 / dots if dots > 1 else _UNITS_PER_PIXEL
    sx, sy = unit * fill.tiles.scale[0], unit * fill.tiles.scale[1]
    width, height = fill.image.width() * sx, fill.image.height() * sy
    align = fill.tiles.align
    x = bounds.x() + {"l": 0.0, "r": 1.0}.get(align[-1:], 0.5) * (bounds.width() - width)
    y = bounds.y() + {"t": 0.0, "b": 1.0}.get(align[:1], 0.5) * (bounds.height() - height)
    brush = QBrush(fill.image)
    move = QTransform.fromTranslate(x + fill.tiles.offset[0], y + fill.tiles.offset[1])
    brush.setTransform(QTransform.fromScale(sx, sy) * move)
    painter.fillRect(bounds, brush)
