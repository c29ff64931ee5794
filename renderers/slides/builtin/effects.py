"""Outer shadows and soft light under shapes (ECMA-376 part 1, 20.1.8.45)."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from renderers.slides.builtin.node import Cascade, Node
from renderers.slides.builtin.sheet import Sheet

_LARGEST = 4096


def shadow_of(properties: Cascade, reference: Node | None, sheet: Sheet) -> Node | None:
    """Return the a:outerShdw that applies: the shape's own effects, else those of the theme's style."""
    own = properties.child("effectLst", "effectDag")
    if own is not None:
        return own.child("outerShdw")
    index = reference.whole("idx") if reference is not None else 0
    styles = sheet.theme.path("themeElements/fmtScheme/effectStyleLst") if sheet.theme is not None else None
    entries = list(styles) if styles is not None else []
    if not 0 < index <= len(entries):
        return None
    return entries[index - 1].path("effectLst/outerShdw")


def paint_shadow(painter: QPainter, path: QPainterPath, shadow: Node, color: QColor, turn: float) -> None:
    """Draw the blurred shadow of a path in the shape's own coordinates; `turn` is the shape's rotation."""
    distance, blur = shadow.units("dist"), shadow.units("blurRad")
    direction = math.radians(shadow.whole("dir") / 60000.0 - (0.0 if shadow.flag("rotWithShape") else turn))
    sx, sy = shadow.ratio("sx", 1.0), shadow.ratio("sy", 1.0)
    if abs(sx) < 0.05 or abs(sy) < 0.05:
        return
    offset = QPointF(distance * math.cos(direction), distance * math.sin(direction))
    painter.save()
    painter.translate(offset)
    if (sx, sy) != (1.0, 1.0):
        center = path.boundingRect().center()
        painter.translate(center)
        painter.scale(sx, sy)
        painter.translate(-center)
    scale = math.sqrt(abs(painter.worldTransform().determinant()))
    if blur * scale < 1.5:
        painter.fillPath(path, color)
    else:
        _paint_blurred(painter, path, color, blur, scale)
    painter.restore()


def _paint_blurred(painter: QPainter, path: QPainterPath, color: QColor, blur: float, scale: float) -> None:
    """Blur by drawing small and enlarging smoothly, twice: close to a Gaussian and cheap."""
    area = path.boundingRect().adjusted(-blur, -blur, blur, blur)
    full = QSize(round(area.width() * scale), round(area.height() * scale))
    if full.isEmpty() or max(full.width(), full.height()) > _LARGEST:
        return
    step = max(1.0, blur * scale / 3.0)
    small = QSize(max(2, round(full.width() / step)), max(2, round(full.height() / step)))
    image = QImage(full, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    inner = QPainter(image)
    inner.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner.scale(scale, scale)
    inner.translate(-area.topLeft())
    inner.fillPath(path, color)
    inner.end()
    how = (Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    softened = image.scaled(small, *how).scaled(full, *how)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(area, softened, QRectF(softened.rect()))
