"""What an export will come to: length, time, size, free space, and what one may want to look at before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.look import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NAMED = 3
"""So many changes that fall are named one by one."""


def fallen(ids: Sequence[str], shown: Sequence[str], falls: Callable[[str], bool]) -> tuple[str, ...]:
    """The scenes among `ids` whose change is known to come at a lower level than asked for.

    A seam counts only where the scene before it is the same as in the whole lecture (`shown`).
    """
    before = dict(zip(shown[1:], shown, strict=False))
    return tuple(scene for previous, scene in pairwise(ids) if before.get(scene) == previous and falls(scene))


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to be told: "info", "warning" or "danger", and the sentence."""

    kind: str
    text: str


class OutlookCard(QFrame):
    """The figures in a card, and what one may want to know below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.length_text, self.time_text = QLabel(), QLabel()
        self.size_text, self.free_text = QLabel(), QLabel()
        figures = QFrame()
        figures.setProperty("card", True)
        grid = QGridLayout(figures)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        titles = (self.tr("Length"), self.tr("Time it takes"), self.tr("Size"), self.tr("Free space"))
        labels = (self.length_text, self.time_text, self.size_text, self.free_text)
        for column, (title, label) in enumerate(zip(titles, labels, strict=True)):
            head = QLabel(title)
            head.setProperty("role", "small")
            label.setProperty("role", "strong")
            label.setAccessibleName(title)
            grid.addWidget(head, 0, column)
            grid.addWidget(label, 1, column)
            grid.setColumnStretch(column, 1)
        self.lines = Lines()
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(8)
        column_layout.addWidget(figures)
        column_layout.addWidget(self.lines)


class Lines(QWidget):
    """Sentences in frames, one below the other; no room is taken where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told: tuple[Line, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def tell(self, lines: tuple[Line, ...]) -> None:
        """Show these sentences, and no others."""
        if lines == self.told:
            return
        self.told = lines
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(notice(line))
        self.setVisible(bool(lines))


def notice(line: Line) -> QFrame:
    """A sentence with an icon in a frame of its kind."""
    frame = QFrame()
    frame.setProperty("notice", line.kind)
    icon = QLabel()
    name = "info" if line.kind == "info" else "alert-triangle"
    icon.setPixmap(theme.icon(name).pixmap(16, 16))
    text = QLabel(line.text, wordWrap=True)
    text.setTextFormat(Qt.TextFormat.PlainText)
    row = QHBoxLayout(frame)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(8)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return frame
