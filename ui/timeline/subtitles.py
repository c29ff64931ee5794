"""Paints the row of captions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from ui.timeline.canvas import NARROW, Canvas


def paint_captions(canvas: Canvas, current: int) -> None:
    """The captions in sight; the one at frame `current` stands out."""
    painter, colours = canvas.painter, canvas.colours
    top, height = canvas.rows.row("captions")
    drawn = float(canvas.left - 1)
    for piece in canvas.pieces:
        for told in piece.captions:
            left, width = canvas.scale.span(piece.start + told.start, piece.start + told.stop)
            if left > canvas.right or left + width < drawn:
                continue
            rect = QRectF(left, top + 4, max(width - 1, 1), height - 8)
            if width < NARROW:
                painter.fillRect(rect, colours.outline)
                drawn = left + 1
                continue
            now = told.start <= current - piece.start < told.stop
            painter.setPen(QPen(colours.accent if now else colours.outline, 1))
            painter.setBrush(colours.selection if now else colours.raised)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
            start = max(rect.left() + 5, 4.0)
            if rect.right() - start < 4 * canvas.metrics.averageCharWidth():
                continue
            canvas.text(
                QRectF(start, rect.top(), rect.right() - 4 - start, rect.height()), told.text, colours.text
            )
    painter.setBrush(Qt.BrushStyle.NoBrush)
