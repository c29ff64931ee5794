"""The smaller pictures of the lesson, painted with Qt: no picture comes from outside."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient

from resources.samples.brush import NO_LINE, paint_cloud, painted, smooth, vertical


def glass() -> bytes:
    """Return a glass of water as PNG with a clear ground, 720 by 900."""
    return painted(720, 900, _paint_glass)


def cloud(dark: bool = False) -> bytes:
    """Return a cloud as PNG with a clear ground, 1000 by 520; ``dark`` for one that rains."""
    return painted(1000, 520, lambda p: paint_cloud(p, QRectF(20, 20, 960, 480), dark))


def plant() -> bytes:
    """Return a young plant in soil as PNG with a clear ground, 480 by 480."""
    return painted(480, 480, _paint_plant)


def thermometer() -> bytes:
    """Return a thermometer before a cloud as PNG with a clear ground, 480 by 480."""
    return painted(480, 480, _paint_thermometer)


def loudspeaker() -> bytes:
    """Return the small sign that stands for a sound as PNG with a clear ground, 128 by 128."""
    return painted(128, 128, _paint_loudspeaker)


def _paint_glass(painter: QPainter) -> None:
    shadow = QRadialGradient(QPointF(380, 830), 300)
    shadow.setColorAt(0, QColor("#700b3c5d"))
    shadow.setColorAt(1, QColor("#000b3c5d"))
    painter.save()
    painter.translate(0, 830 * 0.84)
    painter.scale(1, 0.16)
    painter.setBrush(QBrush(shadow))
    painter.drawEllipse(QPointF(380, 830), 300, 300)
    painter.restore()
    wall = QPolygonF([QPointF(130, 60), QPointF(590, 60), QPointF(530, 840), QPointF(190, 840)])
    painter.setBrush(QColor("#5cffffff"))
    painter.drawPolygon(wall)
    water = QPainterPath(QPointF(156, 310))
    water.lineTo(196, 810)
    water.cubicTo(200, 832, 520, 832, 524, 810)
    water.lineTo(564, 310)
    water.closeSubpath()
    painter.setBrush(vertical(300, 830, (0, "#6fc1ea"), (1, "#0a6ebd")))
    painter.drawPath(water)
    painter.setBrush(QColor("#a9def6"))
    painter.drawEllipse(QPointF(360, 310), 204, 34)
    painter.setBrush(QColor("#70ffffff"))
    painter.drawPolygon(
        QPolygonF([QPointF(200, 110), QPointF(240, 110), QPointF(272, 780), QPointF(244, 780)])
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(QColor("#4f88ab"), 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawLine(QPointF(130, 64), QPointF(190, 836))
    painter.drawLine(QPointF(590, 64), QPointF(530, 836))
    painter.drawEllipse(QPointF(360, 62), 230, 30)
    painter.drawArc(QRectF(190, 806, 340, 60), 180 * 16, 180 * 16)
    painter.setPen(NO_LINE)


def _paint_plant(painter: QPainter) -> None:
    soil = smooth([(30, 470), (130, 392), (240, 356), (350, 392), (450, 470)], 470)
    painter.setBrush(vertical(356, 470, (0, "#7a5a43"), (1, "#523a2a")))
    painter.drawPath(soil)
    painter.setPen(QPen(QColor("#2b7a5b"), 16, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    stem = QPainterPath(QPointF(240, 366))
    stem.cubicTo(236, 280, 250, 220, 240, 120)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(stem)
    painter.setPen(NO_LINE)
    for angle, x, y, scale in ((-62, 242, 250, 1.0), (58, 243, 205, 0.92), (-6, 241, 132, 0.8)):
        _paint_leaf(painter, angle, x, y, scale)


def _paint_leaf(painter: QPainter, angle: float, x: float, y: float, scale: float) -> None:
    painter.save()
    painter.translate(x, y)
    painter.rotate(angle)
    painter.scale(scale, scale)
    leaf = QPainterPath(QPointF(0, 0))
    leaf.cubicTo(-62, -50, -50, -120, 0, -160)
    leaf.cubicTo(50, -120, 62, -50, 0, 0)
    painter.setBrush(vertical(-160, 0, (0, "#7cc68f"), (1, "#2f8a61")))
    painter.drawPath(leaf)
    painter.restore()


def _paint_thermometer(painter: QPainter) -> None:
    paint_cloud(painter, QRectF(30, 110, 420, 240), dark=True)
    tube, bulb = QPainterPath(), QPainterPath()
    tube.addRoundedRect(QRectF(194, 30, 92, 330), 46, 46)
    bulb.addEllipse(QPointF(240, 372), 82, 82)
    painter.setBrush(QColor("#ffffff"))
    painter.setPen(QPen(QColor("#4f6b80"), 7))
    painter.drawPath(tube.united(bulb))
    painter.setPen(NO_LINE)
    painter.setBrush(QColor("#c4472b"))
    painter.drawEllipse(QPointF(240, 372), 58, 58)
    painter.drawRoundedRect(QRectF(218, 120, 44, 260), 22, 22)
    painter.setBrush(QColor("#4f6b80"))
    for y in (90, 136, 182, 228, 274):
        painter.drawRoundedRect(QRectF(262, y, 24, 7), 3, 3)


def _paint_loudspeaker(painter: QPainter) -> None:
    painter.setBrush(QColor("#0a6ebd"))
    painter.drawEllipse(QPointF(64, 64), 60, 60)
    painter.setBrush(QColor("#ffffff"))
    cone = [(30, 52), (46, 52), (66, 34), (66, 94), (46, 76), (30, 76)]
    painter.drawPolygon(QPolygonF([QPointF(*p) for p in cone]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#ffffff"), 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for reach in (14, 28):
        painter.drawArc(QRectF(72 - reach, 64 - reach, 2 * reach, 2 * reach), -45 * 16, 90 * 16)
    painter.setPen(NO_LINE)
