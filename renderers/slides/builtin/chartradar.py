"""Draws radar charts: a spoke for each category, a ring for each tick, a line around for each series."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from renderers.slides.builtin.chartdata import Series

_GRID = QColor(217, 217, 217)


def spokes(area: QRectF, count: int) -> list[QPointF]:
    """Where the spokes end (painter units), clockwise from the top."""
    radius = min(area.width(), area.height()) / 2 * 0.8
    angles = (2 * math.pi * index / max(1, count) for index in range(count))
    return [area.center() + QPointF(math.sin(angle), -math.cos(angle)) * radius for angle in angles]


def paint_radar(
    painter: QPainter,
    area: QRectF,
    series: Sequence[Series],
    rows: Sequence[Sequence[float]],
    ticks: Sequence[float],
) -> None:
    """Draw the web and the series (values in `rows`, one for each spoke) inside `area`."""
    ends = spokes(area, max(map(len, rows), default=0))
    reach = (ticks[-1] - ticks[0]) or 1.0
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_GRID, 7.5))
    for tick in ticks:
        painter.drawPolygon(QPolygonF(_at(area, ends, [(tick - ticks[0]) / reach] * len(ends))))
    for end in ends:
        painter.drawLine(area.center(), end)
    for one, row in zip(series, rows, strict=True):
        path = QPainterPath()
        path.addPolygon(QPolygonF(_at(area, ends, [(value - ticks[0]) / reach for value in row])))
        path.closeSubpath()
        painter.setPen(QPen(one.color, 22.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(one.color if one.filled else Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _at(area: QRectF, ends: Sequence[QPointF], shares: Sequence[float]) -> list[QPointF]:
    return [area.center() + (end - area.center()) * share for end, share in zip(ends, shares, strict=False)]
