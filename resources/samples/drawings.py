"""The pictures of the sample lesson, painted with Qt: no picture comes from outside."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
)

_FLAT = Qt.PenStyle.NoPen


def landscape() -> bytes:
    """Return the opening picture as PNG, 1920 by 1080: sea, mountains, low sun, a cloud that rains."""
    return _painted(1920, 1080, _paint_landscape)


def glass() -> bytes:
    """Return a glass of water as PNG with a clear ground, 720 by 900."""
    return _painted(720, 900, _paint_glass)


def cloud(dark: bool = False) -> bytes:
    """Return a cloud as PNG with a clear ground, 1000 by 520; ``dark`` for one that rains."""
    return _painted(1000, 520, lambda p: _paint_cloud(p, QRectF(20, 20, 960, 480), dark))


def plant() -> bytes:
    """Return a young plant in soil as PNG with a clear ground, 480 by 480."""
    return _painted(480, 480, _paint_plant)


def thermometer() -> bytes:
    """Return a thermometer before a cloud as PNG with a clear ground, 480 by 480."""
    return _painted(480, 480, _paint_thermometer)


def loudspeaker() -> bytes:
    """Return the small sign that stands for a sound as PNG with a clear ground, 128 by 128."""
    return _painted(128, 128, _paint_loudspeaker)


def _painted(width: int, height: int, paint: Callable[[QPainter], None]) -> bytes:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_FLAT)
    paint(painter)
    painter.end()
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 0)
    return bytes(store.data())


def _vertical(top: float, bottom: float, *stops: tuple[float, str]) -> QLinearGradient:
    gradient = QLinearGradient(0, top, 0, bottom)
    for place, colour in stops:
        gradient.setColorAt(place, QColor(colour))
    return gradient


def _smooth(points: list[tuple[float, float]], floor: float) -> QPainterPath:
    """Return a closed path through ``points``, rounded, and down to ``floor``."""
    path = QPainterPath(QPointF(points[0][0], floor))
    path.lineTo(*points[0])
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        path.cubicTo(middle, y0, middle, y1, x1, y1)
    path.lineTo(points[-1][0], floor)
    path.closeSubpath()
    return path


def _paint_landscape(painter: QPainter) -> None:
    _paint_sky(painter)
    _paint_mountains(painter)
    _paint_rain(painter)
    _paint_cloud(painter, QRectF(1270, 150, 520, 250), dark=True)
    _paint_cloud(painter, QRectF(1000, 84, 240, 125), dark=False)
    _paint_sea(painter)
    _paint_shore(painter)


def _paint_sky(painter: QPainter) -> None:
    sky = _vertical(0, 760, (0, "#cfe9f8"), (0.55, "#eaf6fc"), (0.85, "#fdf1dc"), (1, "#fce3b8"))
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
    painter.setBrush(_vertical(430, 720, (0, "#a9cbe0"), (1, "#d5e6ee")))
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
    painter.setBrush(_vertical(330, 780, (0, "#5f86a3"), (1, "#8fb1c4")))
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
    painter.setPen(_FLAT)


def _paint_sea(painter: QPainter) -> None:
    painter.setBrush(_vertical(720, 1080, (0, "#7fc0e2"), (0.25, "#3f95c9"), (1, "#0b4f7e")))
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
    back = _smooth([(1010, 1080), (1050, 1010), (1330, 760), (1560, 700), (1750, 640), (1920, 600)], 1080)
    painter.setBrush(_vertical(600, 1000, (0, "#7cb98f"), (1, "#3d8a66")))
    painter.drawPath(back)
    river = QPainterPath(QPointF(1600, 694))
    river.cubicTo(1540, 760, 1690, 790, 1590, 850)
    river.cubicTo(1480, 912, 1290, 860, 1130, 905)
    river.lineTo(1052, 1012)
    river.cubicTo(1340, 935, 1660, 950, 1700, 850)
    river.cubicTo(1740, 790, 1590, 760, 1622, 690)
    river.closeSubpath()
    painter.setBrush(_vertical(690, 980, (0, "#9ed4ee"), (1, "#2a7ab4")))
    painter.drawPath(river)
    front = _smooth([(1290, 1080), (1480, 985), (1700, 930), (1920, 880)], 1080)
    painter.setBrush(_vertical(880, 1080, (0, "#3d8a66"), (1, "#1f5e46")))
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


def _paint_cloud(painter: QPainter, box: QRectF, dark: bool) -> None:
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
    painter.setBrush(_vertical(box.top(), box.bottom(), (0.1, colours[0]), (1, colours[1])))
    painter.drawPath(body)


def _frame(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(box)
    return path


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
    painter.setBrush(_vertical(300, 830, (0, "#6fc1ea"), (1, "#0a6ebd")))
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
    painter.setPen(_FLAT)


def _paint_plant(painter: QPainter) -> None:
    soil = _smooth([(30, 470), (130, 392), (240, 356), (350, 392), (450, 470)], 470)
    painter.setBrush(_vertical(356, 470, (0, "#7a5a43"), (1, "#523a2a")))
    painter.drawPath(soil)
    painter.setPen(QPen(QColor("#2b7a5b"), 16, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    stem = QPainterPath(QPointF(240, 366))
    stem.cubicTo(236, 280, 250, 220, 240, 120)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(stem)
    painter.setPen(_FLAT)
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
    painter.setBrush(_vertical(-160, 0, (0, "#7cc68f"), (1, "#2f8a61")))
    painter.drawPath(leaf)
    painter.restore()


def _paint_thermometer(painter: QPainter) -> None:
    _paint_cloud(painter, QRectF(30, 110, 420, 240), dark=True)
    tube, bulb = QPainterPath(), QPainterPath()
    tube.addRoundedRect(QRectF(194, 30, 92, 330), 46, 46)
    bulb.addEllipse(QPointF(240, 372), 82, 82)
    painter.setBrush(QColor("#ffffff"))
    painter.setPen(QPen(QColor("#4f6b80"), 7))
    painter.drawPath(tube.united(bulb))
    painter.setPen(_FLAT)
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
    painter.setPen(_FLAT)
