"""Paints the ruler: lines and times, and the playhead over all rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.language import words
from ui.timeline.layout import ticks

if TYPE_CHECKING:
    from ui.timeline.canvas import Canvas

_HEAD = 6
"""Half the width of the playhead's head, in pixels."""


def paint_ruler(canvas: Canvas) -> None:
    """Times over the whole width."""
    painter, colours, scale = canvas.painter, canvas.colours, canvas.scale
    top, height = canvas.rows.row("ruler")
    painter.fillRect(QRectF(canvas.left, top, canvas.right - canvas.left, height), colours.raised)
    room = canvas.metrics.horizontalAdvance("0:00:00.0") + 24
    first, last = scale.frame(canvas.left - room), scale.frame(canvas.right)
    edge = painter.device().width()
    long, short = [], []
    for tick in ticks(scale, canvas.strip.rate, first, last, room):
        x = scale.x(tick.frame)
        if tick.seconds is None:
            short.append(QLineF(x, height - 4, x, height - 1))
            continue
        long.append(QLineF(x, height - 9, x, height - 1))
        told = words.clock(tick.seconds, tenths=tick.seconds.denominator > 1)
        if x + 4 + canvas.metrics.horizontalAdvance(told) <= edge:  # half a time reads as another one
            painter.setPen(colours.muted)
            painter.drawText(QPointF(x + 4, canvas.metrics.ascent() + 3), told)
    painter.setPen(QPen(colours.outline, 1))
    painter.drawLines([*long, *short])
    painter.setPen(QPen(colours.border, 1))
    painter.drawLine(QLineF(canvas.left, height - 0.5, canvas.right, height - 0.5))


def paint_playhead(canvas: Canvas, position: int) -> None:
    """The line at the frame that is shown."""
    painter, x = canvas.painter, canvas.scale.x(position)
    if not canvas.left - _HEAD - 2 <= x <= canvas.right + _HEAD + 2:
        return
    ruler = canvas.rows.row("ruler")[1]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.colours.danger)
    head = [
        (-_HEAD, ruler - 13),
        (_HEAD, ruler - 13),
        (_HEAD, ruler - 7),
        (0, ruler - 1),
        (-_HEAD, ruler - 7),
    ]
    painter.drawPolygon(QPolygonF([QPointF(x + dx, y) for dx, y in head]))
    painter.drawRect(QRectF(x - 1, ruler - 2, 2, canvas.rows.bottom - ruler + 2))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def playhead_reach() -> int:
    """Pixels that the playhead takes on each side of its frame."""
    return _HEAD + 2
