"""The neutral, labelled box that stands for what cannot be drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen


def paint_missing_box(painter: QPainter, bounds: QRectF, words: str) -> None:
    """Draw a pale box with a few words in it (painter units)."""
    painter.save()
    painter.setPen(QPen(QColor(190, 190, 190), 7.5, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(245, 245, 245))
    painter.drawRect(bounds)
    size = min(140.0, bounds.height() / 3, bounds.width() / 8)
    if size >= 40:
        font = QFont(["Open Sans", "Noto Sans", "DejaVu Sans"])
        font.setPixelSize(round(size))
        painter.setFont(font)
        painter.setPen(QColor(120, 120, 120))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(bounds.adjusted(20, 20, -20, -20), int(flags), words)
    painter.restore()
