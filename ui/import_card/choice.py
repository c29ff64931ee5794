"""The one choice for all slides without notes: read them, be silent, leave them out, or record later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from studio import edits
from studio.edits.words import LONGEST_SCENE
from ui.controls.fields import SecondsField
from ui.import_card.counts import is_silent
from ui.look.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from studio.lecture import Lecture, Unscripted
    from ui.hub import Hub


def chosen(lecture: Lecture, choice: Unscripted, silence: Fraction | None = None) -> Lecture:
    """The lecture with one choice for every scene without words, whatever a scene of them said itself."""
    own = {scene.id for scene in lecture.scenes if scene.unscripted is not None and is_silent(scene)}
    if own:
        lecture = edits.set_unscripted(lecture, own, None)
    lecture = edits.set_lecture_unscripted(lecture, choice)
    return lecture if silence is None else edits.set_silence(lecture, silence)


class Choice(QWidget):
    """Four ways, one of which holds. Each is an edit that can be undone; trying several is one step."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._later = False
        self.question = QLabel()
        self.question.setProperty("role", "strong")
        self.read = QRadioButton(self.tr("Read title and points"))
        self.silent = QRadioButton(self.tr("Stay silent for"))
        self.skip = QRadioButton(self.tr("Leave them out"))
        self.later = QRadioButton(self.tr("I will record them later"))
        self.read.setToolTip(self.tr("A voice reads the title and the points of the slide."))
        self.skip.setToolTip(self.tr("They stay in the lecture but not in the video."))
        self.later.setToolTip(self.tr("They are shown in silence until there is a recording."))
        self.seconds = SecondsField(float(LONGEST_SCENE))
        self.seconds.setAccessibleName(self.tr("Length of a silent slide"))
        self.seconds.setMinimum(0.1)
        self.seconds.setMaximumWidth(88)
        self.seconds.committed.connect(self._set_silence)
        self._group = QButtonGroup(self)
        self._lay_out()
        for button in (self.read, self.silent, self.skip, self.later):
            self._group.addButton(button)
        self.read.clicked.connect(lambda: self._choose("read"))
        self.silent.clicked.connect(lambda: self._choose("silent"))
        self.skip.clicked.connect(lambda: self._choose("skip"))
        self.later.clicked.connect(lambda: self._choose("silent", later=True))
        hub.session.changed.connect(self._changed)

    def ask(self, lecture: Lecture) -> None:
        """Ask for a lecture that was just imported."""
        self._later = False
        self._show(lecture)

    def _lay_out(self) -> None:
        silent = QWidget()
        row = QHBoxLayout(silent)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.silent)
        row.addWidget(self.seconds)
        ways = QWidget()
        flow = FlowLayout(ways)
        flow.setSpacing(8)
        for widget in (self.read, silent, self.skip, self.later):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.question)
        column.addWidget(ways)

    def _choose(self, choice: Unscripted, later: bool = False) -> None:
        self._later = later
        self._edit(lambda lecture: chosen(lecture, choice))

    def _set_silence(self, seconds: Fraction) -> None:
        self._later = False
        self._edit(lambda lecture: chosen(lecture, "silent", seconds))

    def _edit(self, edit: Callable[[Lecture], Lecture]) -> None:
        session = self._hub.session
        count = (
            sum(is_silent(scene) for scene in session.lecture.scenes) if session.lecture is not None else 0
        )
        session.edit("set-unscripted", edit, count, key="import-choice")
        if session.lecture is not None:
            self._show(session.lecture)

    def _changed(self, _before: Lecture, after: Lecture) -> None:
        self._show(after)

    def _show(self, lecture: Lecture) -> None:
        """Show what the lecture says now; an undo changes it, too."""
        count = sum(is_silent(scene) and not scene.hidden for scene in lecture.scenes)
        self.question.setText(self.tr("%n slide(s) without notes. What shall be heard?", "", count))
        self.setVisible(count > 0)
        choice = lecture.choices.unscripted
        self._later = self._later and choice == "silent"
        ways = {"read": self.read, "silent": self.later if self._later else self.silent, "skip": self.skip}
        ways[choice].setChecked(True)
        self.seconds.show_seconds(lecture.choices.silence)
        self.seconds.setEnabled(self.silent.isChecked())
