"""Dragging scenes to another place: where they would land, the line that shows it, scrolling at the edges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from ui.look import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

    from ui.storyboard.model import StoryboardModel
    from ui.storyboard.rows import Row

EDGE = 40
"""So near to the upper or lower edge, the list scrolls."""
FASTEST = 24
"""Pixels that it scrolls in one tick at most."""
TICK_MS = 16


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two scenes: `to` is the index of the scene behind it, `y` where its line is drawn."""

    to: int
    y: int


def gap_at(view: QListView, model: StoryboardModel, y: int) -> Gap | None:
    """The place nearest to a height in the viewport; None where there are no rows."""
    rows = model.rows
    if not rows:
        return None
    index = view.indexAt(QPoint(view.viewport().width() // 2, y))
    if not index.isValid():
        at = 0 if y < 0 else len(rows) - 1
        while at > 0 and view.visualRect(model.index(at)).top() > y:
            at -= 1
        index = model.index(at)
    row, rect = rows[index.row()], view.visualRect(index)
    if row.kind == "seam" or y < rect.center().y():
        return _before(view, model, row)
    if row.kind == "heading" and row.scene not in model.folded:
        return _before(view, model, row)
    to = model.end_of(row.scene) if row.kind == "heading" else model.place(row.scene) + 1
    return Gap(to, _line_below(view, model, index.row(), rect))


def _before(view: QListView, model: StoryboardModel, row: Row) -> Gap:
    heading = model.find("heading", row.scene)
    seam = model.find("seam", row.scene)
    place = model.place(row.scene)
    if heading.isValid():
        return Gap(place, view.visualRect(heading).top() + 4)
    if seam.isValid():
        return Gap(place, view.visualRect(seam).center().y())
    return Gap(place, view.visualRect(model.find("scene", row.scene)).top() + 2)


def _line_below(view: QListView, model: StoryboardModel, row: int, rect: QRect) -> int:
    if row + 1 >= len(model.rows):
        return rect.bottom() - 2
    following = view.visualRect(model.index(row + 1))
    return following.center().y() if model.rows[row + 1].kind == "seam" else following.top() + 4


class Drag(QObject):
    """One drag of the selected scenes over the list."""

    def __init__(self, view: QListView, model: StoryboardModel, at: QPoint, told: str) -> None:
        super().__init__(view)
        self._view, self._model, self._told = view, model, told
        self._pointer = at
        self.gap: Gap | None = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._scroll)
        self._tick.start()
        self.move(at)

    def move(self, pointer: QPoint) -> None:
        """The pointer is somewhere else."""
        self._pointer = pointer
        self.gap = gap_at(self._view, self._model, pointer.y())
        self._view.viewport().update()

    def end(self) -> Gap | None:
        """It is over; where the scenes are dropped."""
        self._tick.stop()
        self._view.viewport().update()
        self.deleteLater()
        return self.gap

    def paint(self, painter: QPainter) -> None:
        """The line, and beside the pointer what is being dragged."""
        if self.gap is None:
            return
        colours = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._view.viewport().width()
        painter.setPen(QPen(colours.accent, 3))
        painter.drawLine(12, self.gap.y, width - 12, self.gap.y)
        painter.setBrush(colours.accent)
        for x in (12, width - 12):
            painter.drawEllipse(QPoint(x, self.gap.y), 3, 3)
        metrics = QFontMetrics(self._view.font())
        chip = QRect(0, 0, metrics.horizontalAdvance(self._told) + 20, metrics.height() + 8)
        chip.moveTopLeft(self._pointer + QPoint(16, 12))
        chip.moveRight(min(chip.right(), width - 4))
        painter.setPen(QPen(colours.accent, 1))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(colours.accent_text)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._told)

    def _scroll(self) -> None:
        height, y = self._view.viewport().height(), self._pointer.y()
        over = min(y - EDGE, 0) + max(y - (height - EDGE), 0)
        if over:
            bar = self._view.verticalScrollBar()
            before = bar.value()
            bar.setValue(before + max(-FASTEST, min(FASTEST, over // 2 or (1 if over > 0 else -1))))
            if bar.value() != before:
                self.move(self._pointer)
