"""The six levels as a list of named choices with one line each, and what speaks for or against the upper ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from studio.lecture import Level
from studio.obstacles import NOTHING_KNOWN, Outlook
from ui.language import words
from ui.language.sentences import told
from ui.look.level_mark import LevelMark

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class _Line(QLabel):
    """The one line of a level, and below it what is known here; a click on it chooses the level."""

    def __init__(self, button: QRadioButton) -> None:
        super().__init__(" ")
        self._button = button
        self.setProperty("role", "small")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

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
        self._lines: dict[Level, _Line] = {}
        self._marks: dict[Level, LevelMark] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        for level in Level:
            self._add(level)
        self._group.idClicked.connect(lambda number: self.chosen.emit(Level(number)))
        self.setAccessibleName(self.tr("Continuity"))
        self.show_level(None, NOTHING_KNOWN)

    def show_level(self, level: Level | None, outlook: Outlook) -> None:
        """Mark the level that is asked for (None: not known yet), and say which ones can be had here."""
        self._group.setExclusive(False)
        for each, button in self.buttons.items():
            obstacle = outlook.obstacle(each)
            text = "\n".join(filter(None, (words.level_line(each), self._known(each, outlook))))
            button.setChecked(each is level)
            button.setEnabled(obstacle is None or not obstacle.stands)
            button.setAccessibleDescription(text)
            button.setToolTip(text)
            self._lines[each].setText(text)  # never pale: why a level cannot be had is to be read
            self._marks[each].setEnabled(button.isEnabled())
        self._group.setExclusive(True)
        if any(button.hasFocus() for button in self.buttons.values()):
            self.focus()  # undo moves the choice, and the arrow keys go on from it

    def focus(self) -> None:
        """Put the keyboard on the chosen level, or the highest one below it that can be chosen."""
        chosen = Level(max(self._group.checkedId(), Level.CUT))
        can = [level for level, button in self.buttons.items() if level <= chosen and button.isEnabled()]
        self.buttons[max(can, default=Level.CUT)].setFocus(Qt.FocusReason.PopupFocusReason)

    def _add(self, level: Level) -> None:
        button = QRadioButton(words.level_name(level))
        line, mark = _Line(button), LevelMark(level)
        self._group.addButton(button, int(level))
        self.buttons[level], self._lines[level], self._marks[level] = button, line, mark
        height, top = button.sizeHint().height(), Qt.AlignmentFlag.AlignTop
        mark.setFixedHeight(height)
        margin = max(0, (height - line.sizeHint().height()) // 2)
        line.setContentsMargins(0, margin, 0, margin)  # its first line beside the button's
        self._grid.addWidget(button, int(level), 0, top)
        self._grid.addWidget(mark, int(level), 1, top)
        self._grid.addWidget(line, int(level), 2)

    def _known(self, level: Level, outlook: Outlook) -> str:
        """What speaks against a level here, or for it."""
        obstacle = outlook.obstacle(level)
        if obstacle is None:
            return self._matches(outlook) if level is Level.MOVE else ""
        reason = told(obstacle.reason)
        if obstacle.stands:
            return self.tr("Not here: {reason}.").format(reason=reason)
        shown = words.level_name(outlook.foretold(level)[0])
        text = self.tr("{reason}: the video would show {level}.")
        return text.format(reason=reason[:1].upper() + reason[1:], level=shown)

    def _matches(self, outlook: Outlook) -> str:
        seen = outlook.moving
        if seen is None:
            return ""
        if not seen.matched:
            return self.tr("No object shows the same on both slides.")
        if seen.moved:
            text = self.tr("{matched} of {objects} objects match, {moved} of them move.")
        else:
            text = self.tr("{matched} of {objects} objects match, and none of them moves.")
        return text.format(matched=seen.matched, objects=seen.objects, moved=seen.moved)
