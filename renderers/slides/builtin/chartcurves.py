"""Draws the series of a chart that are lines, areas, points or bubbles."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from renderers.slides.builtin.chartdata import Chart, Series


def share_of(value: float, ticks: Sequence[float]) -> float:
    """Where a value stands between the first tick (0) and the last (1)."""
    return (value - ticks[0]) / ((ticks[-1] - ticks[0]) or 1.0)


def smooth_line(points: Sequence[QPointF]) -> QPainterPath:
    """A curve through all points, each bend after its two neighbours (Catmull and Rom)."""
    path = QPainterPath(points[0])
    for i in range(len(points) - 1):
        before, here, there = points[max(0, i - 1)], points[i], points[i + 1]
        after = points[min(len(points) - 1, i + 2)]
        path.cubicTo(here + (there - before) / 6, there - (after - here) / 6, there)
    return path


def paint_curve(
    painter: QPainter,
    chart: Chart,
    plot: QRectF,
    ticks: list[float],
    across: list[float],
    series: Series,
    row: list[float],
) -> None:
    """Draw a series that is a line, an area, points or bubbles (values in `row`, ticks of both axes)."""
    points: list[QPointF] = []
    for i, amount in enumerate(row):
        if series.kind == "scatter":
            x = series.xs[i] if i < len(series.xs) else float(i + 1)
            share = share_of(x if x is not None else 0.0, across)
        else:
            share = (i + 0.5) / len(row)
        points.append(
            QPointF(plot.x() + share * plot.width(), plot.bottom() - share_of(amount, ticks) * plot.height())
        )
    if not points:
        return
    path = smooth_line(points) if series.smooth else QPainterPath(points[0])
    for point in () if series.smooth else points[1:]:
        path.lineTo(point)
    if series.kind == "area":
        path.lineTo(points[-1].x(), plot.bottom())
        path.lineTo(points[0].x(), plot.bottom())
        painter.fillPath(path, series.color)
        return
    if series.line:
        painter.setPen(
            QPen(
                series.color, 22.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    if series.marks:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(series.color)
        largest = max((abs(size or 0.0) for size in series.sizes), default=0.0) or 1.0
        for i, point in enumerate(points):
            size = series.sizes[i] if i < len(series.sizes) else None
            radius = (
                35.0
                if size is None
                else math.sqrt(abs(size) / largest) * min(plot.width(), plot.height()) / 8
            )
            painter.drawEllipse(point, radius, radius)
