"""Which slides are the video, where the deck has custom shows: all of them, or those of one show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from studio import edits
from ui.controls.fields import ChoiceField

if TYPE_CHECKING:
    from studio.lecture import CustomShow, Lecture
    from ui.hub import Hub


class ShowChoice(QWidget):
    """One choice, an edit that can be undone; trying several is one step."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        told = QLabel(self.tr("The deck has custom shows. Make the video of"))
        told.setProperty("role", "strong")
        self.field = ChoiceField()
        self.field.setAccessibleName(self.tr("Slides of the video"))
        self.field.setToolTip(self.tr("The other slides stay in the lecture, hidden."))
        self.field.committed.connect(self._take)
        told.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(told)
        row.addWidget(self.field, 1)
        hub.session.changed.connect(lambda _, after: self.ask(after))

    def ask(self, lecture: Lecture) -> None:
        """Show the shows of a lecture and which of them it is now."""
        self.setVisible(bool(lecture.shows))
        if lecture.shows:
            choices = tuple((show.name, self._told(show)) for show in lecture.shows)
            name = edits.current_show(lecture)
            self.field.show_choice(name, choices, self.tr("A choice of your own") if name is None else "")
            self.field.setEnabled(not self._hub.session.read_only)

    def _told(self, show: CustomShow) -> str:
        count = len(show.scenes)
        if not show.name:
            return self.tr("all slides (%n)", "", count)
        return self.tr("“{name}” (%n slide(s))", "", count).format(name=show.name)

    def _take(self, name: object) -> None:
        self._hub.session.edit(
            "take-show", lambda lecture: edits.take_show(lecture, str(name)), 1, str(name), key="import-show"
        )
