"""Paints the row of captions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from ui.timeline.canvas import NARROW, Canvas

_DENSE = 8
"""Pixels of a scene for each of its captions, below which they are one bar."""


def paint_captions(canvas: Canvas, current: int) -> None:
    """The captions in sight; the one at frame `current` stands out."""
    top, height = canvas.rows.row("captions")
    for piece in canvas.pieces:
        if not piece.captions:
            continue
        if canvas.scale.per_frame * (piece.stop - piece.body) < _DENSE * len(piece.captions):
            first, last = piece.start + piece.captions[0].start, piece.start + piece.captions[-1].stop
            left, width = canvas.scale.span(first, last)
            canvas.painter.fillRect(
                QRectF(left, top + 8, max(width - 1, 1), height - 16), canvas.colours.outline
            )
            continue
        for told in piece.captions:
            left, width = canvas.scale.span(piece.start + told.start, piece.start + told.stop)
            if left <= canvas.right and left + width >= canvas.left:
                now = told.start <= current - piece.start < told.stop
                _caption(canvas, QRectF(left, top + 4, max(width - 1, 1), height - 8), told.text, now)
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)


def _caption(canvas: Canvas, rect: QRectF, text: str, now: bool) -> None:
    painter, colours = canvas.painter, canvas.colours
    if rect.width() < NARROW:
        painter.fillRect(rect, colours.outline)
        return
    painter.setPen(QPen(colours.accent if now else colours.outline, 1))
    painter.setBrush(colours.selection if now else colours.raised)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    start = max(rect.left() + 5, 4.0)
    if rect.right() - start >= 4 * canvas.metrics.averageCharWidth():
        canvas.text(QRectF(start, rect.top(), rect.right() - 4 - start, rect.height()), text, colours.text)
