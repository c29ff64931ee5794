"""Small tools for the painted pictures: a PNG canvas, gradients, rounded outlines, the cloud."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath

NO_LINE = Qt.PenStyle.NoPen


def painted(width: int, height: int, paint: Callable[[QPainter], None]) -> bytes:
    """Return what ``paint`` paints on a clear ground as PNG, ``width`` by ``height`` pixels."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(NO_LINE)
    paint(painter)
    painter.end()
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 0)
    return bytes(store.data())


def vertical(top: float, bottom: float, *stops: tuple[float, str]) -> QLinearGradient:
    """Return a gradient from ``top`` to ``bottom``; stops are places in 0 to 1 and colours."""
    gradient = QLinearGradient(0, top, 0, bottom)
    for place, colour in stops:
        gradient.setColorAt(place, QColor(colour))
    return gradient


def smooth(points: list[tuple[float, float]], floor: float) -> QPainterPath:
    """Return a closed path through ``points``, rounded, and down to ``floor``."""
    path = QPainterPath(QPointF(points[0][0], floor))
    path.lineTo(*points[0])
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        path.cubicTo(middle, y0, middle, y1, x1, y1)
    path.lineTo(points[-1][0], floor)
    path.closeSubpath()
    return path


def paint_cloud(painter: QPainter, box: QRectF, dark: bool) -> None:
    """Paint a cloud that fills ``box``, in white or, if ``dark``, in rain grey."""

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.x() + x * box.width(), box.y() + y * box.height())

    body = QPainterPath()
    body.setFillRule(Qt.FillRule.WindingFill)
    base = QRectF(at(0.02, 0.55), at(0.98, 0.98))
    body.addRoundedRect(base, base.height() / 2, base.height() / 2)
    for x, y, radius in (
        (0.24, 0.55, 0.15),
        (0.45, 0.4, 0.19),
        (0.68, 0.46, 0.165),
        (0.82, 0.64, 0.12),
        (0.12, 0.7, 0.1),
    ):
        body.addEllipse(at(x, y), radius * box.width(), radius * box.width())
    body = body.simplified().intersected(_frame(box))
    colours = ("#c3d2de", "#6f8aa0") if dark else ("#ffffff", "#cfe0ec")
    painter.setBrush(vertical(box.top(), box.bottom(), (0.1, colours[0]), (1, colours[1])))
    painter.drawPath(body)


def _frame(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(box)
    return path
