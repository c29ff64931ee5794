"""Which scenes are exported: all, the selected ones, or from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from ui.controls.fields import WordsBox

if TYPE_CHECKING:
    from studio.lecture import Lecture

_LETTERS = 40
"""So many characters of a title make a scene known in a list."""


class ScopeChoice(QWidget):
    """Three choices. `shown` are the ids of the scenes that stand in the video, in order."""

    changed = Signal()

    def __init__(
        self,
        lecture: Lecture,
        shown: tuple[str, ...],
        selection: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._selected = tuple(scene_id for scene_id in shown if scene_id in set(selection))
        self.whole = QRadioButton(self.tr("Whole lecture, %n scene(s)", "", len(shown)))
        self.selected = QRadioButton(self.tr("Selected scenes (%n)", "", len(self._selected)))
        self.part = QRadioButton(self.tr("From"))
        self.first, self.last = WordsBox(), WordsBox()
        self._group = QButtonGroup(self)
        for button in (self.whole, self.selected, self.part):
            self._group.addButton(button)
        self.whole.setChecked(True)
        self.selected.setEnabled(bool(self._selected))
        self._lay_out()
        self._fill(lecture)
        self._group.buttonToggled.connect(lambda _, on: self._tell() if on else None)
        self.first.currentIndexChanged.connect(self._first_moved)
        self.last.currentIndexChanged.connect(self._last_moved)
        self._tell()

    @property
    def ids(self) -> tuple[str, ...]:
        """The scenes that are exported, in order."""
        if self.selected.isChecked():
            return self._selected
        if self.part.isChecked():
            return self._shown[self.first.currentIndex() : self.last.currentIndex() + 1]
        return self._shown

    def _lay_out(self) -> None:
        to = QLabel(self.tr("to"))
        to.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        to.setBuddy(self.last)
        part = QGridLayout()
        part.setSpacing(8)
        part.addWidget(self.part, 0, 0)
        part.addWidget(self.first, 0, 1)
        part.addWidget(to, 1, 0)
        part.addWidget(self.last, 1, 1)
        part.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.whole)
        column.addWidget(self.selected)
        column.addLayout(part)
        self.part.setAccessibleName(self.tr("From one scene to another"))
        self.first.setAccessibleName(self.tr("First scene"))
        self.last.setAccessibleName(self.tr("Last scene"))
        for box in (self.first, self.last):
            box.setMinimumContentsLength(12)

    def _fill(self, lecture: Lecture) -> None:
        numbers = {scene.id: number for number, scene in enumerate(lecture.scenes, 1)}
        titles = {scene.id: " ".join(scene.title.split()) for scene in lecture.scenes}
        lines = [
            f"{numbers[scene_id]}  {title if len(title) <= _LETTERS else f'{title[: _LETTERS - 1]}…'}"
            for scene_id in self._shown
            for title in (titles[scene_id],)
        ]
        model = QStringListModel(lines, self)  # one for both lists: a lecture may have hundreds of scenes
        for box in (self.first, self.last):
            box.setModel(model)
        self.last.setCurrentIndex(len(self._shown) - 1)

    def _first_moved(self, index: int) -> None:
        if self.last.currentIndex() < index:
            self.last.setCurrentIndex(index)
        self.changed.emit()

    def _last_moved(self, index: int) -> None:
        if self.first.currentIndex() > index:
            self.first.setCurrentIndex(index)
        self.changed.emit()

    def _tell(self) -> None:
        for box in (self.first, self.last):
            box.setEnabled(self.part.isChecked())
        self.changed.emit()
