"""The mark of a coherence level: five dots, as many of them full as the level is high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import theme

if TYPE_CHECKING:
    from studio.lecture import Level

DOTS = 5
DOT = 6.0
"""Diameter of a dot, in device-independent pixels."""
GAP = 3.0
_FAINT = 0.45
"""Of a level that cannot be chosen."""
WIDTH = DOTS * DOT + (DOTS - 1) * GAP


def paint_level(painter: QPainter, rect: QRectF, level: Level | None) -> None:
    """Draw the mark at the left of a rectangle, in the middle of its height. None: not known yet."""
    colours = theme.current()
    colour = colours.disabled if level is None else colours.level(level)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for dot in range(DOTS):
        centre = QPointF(rect.left() + DOT / 2 + dot * (DOT + GAP), rect.center().y())
        full = level is not None and dot < int(level)
        radius = DOT / 2 if full else DOT / 2 - 0.6
        painter.setPen(Qt.PenStyle.NoPen if full else QPen(colour, 1.2))
        painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
        if level is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            radius = 1.0
        painter.drawEllipse(centre, radius, radius)
    painter.restore()


class LevelMark(QWidget):
    """The mark as a widget, beside words that say the same."""

    def __init__(self, level: Level | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for five dots."""
        return QSize(int(WIDTH), 16)

    def show_level(self, level: Level | None) -> None:
        """Mark another level."""
        self._level = level
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the mark."""
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else _FAINT)
        paint_level(painter, QRectF(self.rect()), self._level)
        painter.end()
