"""The six levels as a list of named choices with one line each; those that cannot be drawn yet say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from renderers.transitions import HIGHEST
from studio.lecture import Level
from ui.language import words
from ui.look.level_mark import LevelMark

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class _Line(QLabel):
    """The one line of a level; a click on it chooses the level."""

    def __init__(self, text: str, button: QRadioButton) -> None:
        super().__init__(text)
        self._button = button
        self.setProperty("role", "small")
        self.setWordWrap(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton and self._button.isEnabled():
            self._button.setFocus(Qt.FocusReason.MouseFocusReason)
            self._button.click()


class LevelList(QWidget):
    """Radio buttons: the arrow keys choose."""

    chosen = Signal(object)
    """The `Level` that the user chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Level, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self._why_not = QLabel()
        self._why_not.setProperty("role", "small")
        self._why_not.setWordWrap(True)
        self._why_not.setContentsMargins(4, 8, 0, 2)
        for level in Level:
            self._add(level)
        self._group.idClicked.connect(lambda number: self.chosen.emit(Level(number)))
        self.setAccessibleName(self.tr("Continuity"))

    def show_level(self, level: Level | None, fades_only: bool) -> None:
        """Mark the level that is asked for (None: not known yet), and which ones can be chosen."""
        self._group.setExclusive(False)
        for each, button in self.buttons.items():
            button.setChecked(each is level)
            button.setEnabled(each <= HIGHEST)
            button.setAccessibleDescription(self._described(each))
            button.setToolTip(self._described(each))
        self._group.setExclusive(True)
        if any(button.hasFocus() for button in self.buttons.values()):
            self.focus()  # undo moves the choice, and the arrow keys go on from it
        why_not = self._reason()
        if fades_only:
            why_not = self.tr("{reason} Fades only: nothing may move.").format(reason=why_not)
        self._why_not.setText(why_not)

    def focus(self) -> None:
        """Put the keyboard on the chosen level, or the highest one below it that can be chosen."""
        chosen = Level(max(self._group.checkedId(), Level.CUT))
        self.buttons[min(chosen, HIGHEST)].setFocus(Qt.FocusReason.PopupFocusReason)

    def _add(self, level: Level) -> None:
        row = int(level) + (1 if level > HIGHEST else 0)
        if level == HIGHEST + 1:
            self._grid.addWidget(self._why_not, row - 1, 0, 1, 3)
        button = QRadioButton(words.level_name(level))
        line = _Line(words.level_line(level), button)
        mark = LevelMark(level)
        line.setEnabled(level <= HIGHEST)
        self._group.addButton(button, int(level))
        self.buttons[level] = button
        self._grid.addWidget(button, row, 0)
        self._grid.addWidget(mark, row, 1)
        self._grid.addWidget(line, row, 2)

    def _described(self, level: Level) -> str:
        line = words.level_line(level)
        return line if level <= HIGHEST else f"{line}. {self._reason()}"

    def _reason(self) -> str:
        return self.tr("No way to draw this yet: the video would show {level}.").format(
            level=words.level_name(HIGHEST)
        )
