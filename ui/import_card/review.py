"""Going through the notes that look private: each stays private, or is spoken after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio import edits
from ui.attention_items import unread_notes

if TYPE_CHECKING:
    from studio.lecture import Lecture
    from ui.hub import Hub

MOST = 200
"""So many notes can be gone through here; the script shows the others."""
AT_ONCE = 8
"""So many are put on the page before anything else has its turn."""


class Note(QFrame):
    """One note with its two answers."""

    decided = Signal(bool)
    """Whether it stays private."""
    shown = Signal()
    """Its slide shall be shown."""

    def __init__(self, place: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = QPushButton(place)
        self.place.setProperty("link", True)
        self.place.setToolTip(self.tr("Go to this slide"))
        self.place.clicked.connect(self.shown)
        words = QLabel(text, wordWrap=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.keep = self._answer(self.tr("Keep private"), text)
        self.say = self._answer(self.tr("Say it"), text)
        self.keep.clicked.connect(lambda: self.decided.emit(True))
        self.say.clicked.connect(lambda: self.decided.emit(False))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.say, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(self.place, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)

    def _answer(self, answer: str, text: str) -> QPushButton:
        button = QPushButton(answer)
        button.setCheckable(True)
        button.setAccessibleName(f"{answer}: {text}")
        return button


class Review(QScrollArea):
    """The notes of a lecture that was just imported."""

    grown = Signal()
    """More notes stand on the page."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.notes: dict[tuple[str, str], Note] = {}
        self._waiting: list[tuple[str, int]] = []
        self._column = QVBoxLayout()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._add_some)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        hub.session.changed.connect(lambda _, after: self._mark(after))

    def show_notes(self, lecture: Lecture) -> None:
        """List the notes that the import took for private ones."""
        self.notes = {}
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._waiting = list(unread_notes(lecture, self._hub.session.report)[:MOST])
        self.setWidget(page)
        self._add_some()

    def _add_some(self) -> None:
        lecture = self._hub.session.lecture
        if lecture is None:
            self._waiting.clear()
            return
        scenes = {scene.id: (number, scene) for number, scene in enumerate(lecture.scenes, 1)}
        some, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for scene_id, index in some:
            number, scene = scenes.get(scene_id, (0, None))
            if scene is not None and index < len(scene.script.paragraphs):
                self._add(scene_id, f"{number} · {scene.title}", scene.script.paragraphs[index].text)
        self._mark(lecture)
        self.grown.emit()
        if self._waiting:
            self._soon.start()

    def _add(self, scene_id: str, place: str, text: str) -> None:
        note = Note(place, text)
        note.decided.connect(lambda private: self._decide((scene_id, text), private))
        note.shown.connect(lambda: self._hub.session.select((scene_id,), scene_id))
        self.notes[scene_id, text] = note
        self._column.insertWidget(self._column.count() - 1, note)
        note.show()  # now, not in the next turn: its height is asked for at once

    def wanted_height(self) -> int:
        """So many pixels show all notes."""
        page = self.widget()
        return (
            0 if page is None else max(page.heightForWidth(self.viewport().width()), page.sizeHint().height())
        )

    def keep_all(self) -> None:
        """All that was not decided about stays private."""
        self._hub.documents.mark_reviewed(at for at, note in self.notes.items() if not note.say.isChecked())
        if self._hub.session.lecture is not None:
            self._mark(self._hub.session.lecture)

    def _decide(self, at: tuple[str, str], private: bool) -> None:
        session = self._hub.session
        lecture = session.lecture
        if lecture is None or at[0] not in {scene.id for scene in lecture.scenes}:
            return
        scene = lecture.scene(at[0])
        index = next((i for i, p in enumerate(scene.script.paragraphs) if p.text == at[1]), None)
        if index is not None:
            session.edit(
                "make-private" if private else "make-public",
                lambda lecture: edits.set_paragraph_private(lecture, at[0], index, private),
            )
        if private:
            self._hub.documents.mark_reviewed((at,))
        self._mark(lecture if session.lecture is None else session.lecture)

    def _mark(self, lecture: Lecture) -> None:
        """Show what holds now; a note that an edit took away or rewrote has nothing to be decided."""
        private = {
            (scene.id, paragraph.text): paragraph.private
            for scene in lecture.scenes
            for paragraph in scene.script.paragraphs
        }
        for at, note in self.notes.items():
            note.setEnabled(at in private)
            note.say.setChecked(private.get(at) is False)
            note.keep.setChecked(private.get(at) is True and at in self._hub.documents.reviewed)
