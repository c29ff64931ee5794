"""The opening picture of the lesson: sea, sun, mountains and rain, painted with Qt."""

from __future__ import annotations

import random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient

from resources.samples.brush import NO_LINE, paint_cloud, painted, smooth, vertical


def landscape() -> bytes:
    """Return the opening picture as PNG, 1920 by 1080: sea, mountains, low sun, a cloud that rains."""
    return painted(1920, 1080, _paint_landscape)


def _paint_landscape(painter: QPainter) -> None:
    _paint_sky(painter)
    _paint_mountains(painter)
    _paint_rain(painter)
    paint_cloud(painter, QRectF(1270, 150, 520, 250), dark=True)
    paint_cloud(painter, QRectF(1000, 84, 240, 125), dark=False)
    _paint_sea(painter)
    _paint_shore(painter)


def _paint_sky(painter: QPainter) -> None:
    sky = vertical(0, 760, (0, "#cfe9f8"), (0.55, "#eaf6fc"), (0.85, "#fdf1dc"), (1, "#fce3b8"))
    painter.fillRect(QRectF(0, 0, 1920, 1080), sky)
    centre = QPointF(900, 610)
    glow = QRadialGradient(centre, 430)
    for place, colour in ((0, "#c8ffdf9a"), (0.35, "#70ffe2ab"), (1, "#00ffefd0")):
        glow.setColorAt(place, QColor(colour))
    painter.setBrush(QBrush(glow))
    painter.drawEllipse(centre, 430, 430)
    painter.setBrush(QColor("#ffc94d"))
    painter.drawEllipse(centre, 78, 78)


def _paint_mountains(painter: QPainter) -> None:
    far = [(980, 720), (1130, 560), (1230, 620), (1400, 430), (1560, 560), (1700, 470), (1920, 600)]
    painter.setBrush(vertical(430, 720, (0, "#a9cbe0"), (1, "#d5e6ee")))
    painter.drawPolygon(QPolygonF([QPointF(*p) for p in (*far, (1920, 780), (980, 780))]))
    ridge = [
        (1150, 760),
        (1290, 610),
        (1350, 640),
        (1490, 430),
        (1560, 330),
        (1640, 440),
        (1700, 410),
        (1920, 640),
    ]
    painter.setBrush(vertical(330, 780, (0, "#5f86a3"), (1, "#8fb1c4")))
    painter.drawPolygon(QPolygonF([QPointF(*p) for p in (*ridge, (1920, 820), (1150, 820))]))
    shade = [
        (1560, 330),
        (1640, 440),
        (1700, 410),
        (1920, 640),
        (1920, 820),
        (1660, 820),
        (1610, 600),
        (1560, 480),
    ]
    painter.setBrush(QColor("#40214a68"))
    painter.drawPolygon(QPolygonF([QPointF(*p) for p in shade]))
    snow = [
        (1560, 330), (1610, 398), (1640, 440), (1618, 492), (1588, 452), (1566, 520), (1534, 456), (1500, 500),
        (1490, 430),
    ]  # fmt: skip
    painter.setBrush(QColor("#ffffff"))
    painter.drawPolygon(QPolygonF([QPointF(*p) for p in snow]))


def _paint_rain(painter: QPainter) -> None:
    chance = random.Random(7)
    painter.setPen(QPen(QColor("#902f7fb5"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for row in range(9):
        for column in range(13):
            x = 1340 + column * 32 + chance.uniform(-9, 9) - row * 9
            y = 360 + row * 40 + chance.uniform(-9, 9)
            painter.drawLine(QPointF(x, y), QPointF(x - 6, y + 22))
    painter.setPen(NO_LINE)


def _paint_sea(painter: QPainter) -> None:
    painter.setBrush(vertical(720, 1080, (0, "#7fc0e2"), (0.25, "#3f95c9"), (1, "#0b4f7e")))
    painter.drawRect(QRectF(0, 716, 1920, 364))
    chance = random.Random(3)
    for step in range(46):
        y = 724 + step**1.33 * 2.0
        width = 30 + step * 5
        x = 900 + chance.uniform(-1, 1) * (24 + step * 2.6)
        painter.setBrush(QColor(255, 226, 160, max(24, 190 - step * 4)))
        painter.drawRoundedRect(QRectF(x - width / 2, y, width, 2.5 + step * 0.09), 2, 2)
    waves = QColor("#3cffffff")
    for step in range(60):
        y = 740 + (step / 60) ** 1.4 * 330
        painter.setBrush(waves)
        width = chance.uniform(40, 150)
        painter.drawRoundedRect(QRectF(chance.uniform(0, 1920), y, width, 3), 1.5, 1.5)


def _paint_shore(painter: QPainter) -> None:
    back = smooth([(1010, 1080), (1050, 1010), (1330, 760), (1560, 700), (1750, 640), (1920, 600)], 1080)
    painter.setBrush(vertical(600, 1000, (0, "#7cb98f"), (1, "#3d8a66")))
    painter.drawPath(back)
    river = QPainterPath(QPointF(1600, 694))
    river.cubicTo(1540, 760, 1690, 790, 1590, 850)
    river.cubicTo(1480, 912, 1290, 860, 1130, 905)
    river.lineTo(1052, 1012)
    river.cubicTo(1340, 935, 1660, 950, 1700, 850)
    river.cubicTo(1740, 790, 1590, 760, 1622, 690)
    river.closeSubpath()
    painter.setBrush(vertical(690, 980, (0, "#9ed4ee"), (1, "#2a7ab4")))
    painter.drawPath(river)
    front = smooth([(1290, 1080), (1480, 985), (1700, 930), (1920, 880)], 1080)
    painter.setBrush(vertical(880, 1080, (0, "#3d8a66"), (1, "#1f5e46")))
    painter.drawPath(front)
    for x, y, size in ((1690, 905, 46), (1745, 888, 60), (1808, 872, 52), (1868, 862, 66)):
        _paint_tree(painter, x, y, size)


def _paint_tree(painter: QPainter, x: float, y: float, size: float) -> None:
    painter.setBrush(QColor("#5b4636"))
    painter.drawRect(QRectF(x - size * 0.07, y, size * 0.14, size * 0.8))
    for lift, scale in ((0.5, 1.0), (0.0, 0.82), (-0.45, 0.6)):
        wide = size * 0.5 * scale
        top = y + size * lift
        painter.setBrush(QColor("#2a6f52"))
        painter.drawPolygon(
            QPolygonF([QPointF(x, top - size * 0.7), QPointF(x + wide, top), QPointF(x - wide, top)])
        )
