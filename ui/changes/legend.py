"""The key to the marks of the picture of all changes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.look import theme


class Legend(QWidget):
    """What ring, filled mark and triangle mean."""

    def __init__(self) -> None:
        super().__init__()
        self._told = (
            ("ring", self.tr("asked for")),
            ("full", self.tr("in the video")),
            ("hand", self.tr("set by you")),
        )
        self.setAccessibleName(self.tr("Key to the marks"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line."""
        width = sum(self.fontMetrics().horizontalAdvance(text) + 32 for _, text in self._told)
        return QSize(width, self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Each mark with its meaning."""
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 4, self.height() // 2
        for kind, text in self._told:
            box = QRect(x, middle - 6, 12, 12)
            painter.setPen(QPen(colours.level(2), 1.5))
            painter.setBrush(colours.level(2) if kind == "full" else colours.surface)
            if kind == "hand":
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.text)
                painter.drawPolygon([box.bottomLeft(), box.bottomRight(), box.center() - QPoint(0, 4)])
            else:
                painter.drawRoundedRect(box, 4, 4)
            painter.setPen(colours.muted)
            width = self.fontMetrics().horizontalAdvance(text)
            painter.drawText(QRect(x + 18, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += 18 + width + 14
