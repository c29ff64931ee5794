"""The line at the foot of the window: what is saved, how long the lecture is, what is being made."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.language import words
from ui.language.sentences import told

if TYPE_CHECKING:
    from ui.hub import Hub


class StatusLine(QFrame):
    """Told in words, never by colour alone."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "bottom")
        self._hub = hub
        self._saved_at: datetime | None = None
        self._saved, self._size, self._busy = QLabel(), QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(24)
        for label, name in (
            (self._saved, self.tr("Saved")),
            (self._size, self.tr("Length")),
            (self._busy, self.tr("What is being made")),
        ):
            label.setProperty("role", "small")
            label.setAccessibleName(name)
            row.addWidget(label)
        row.insertStretch(2, 1)
        hub.session.history_changed.connect(self._tell_saved)
        hub.session.opened.connect(self._forget)
        hub.documents.saved.connect(self._note_save)
        hub.workbench.timeline_changed.connect(self._tell_size)
        hub.session.changed.connect(self._tell_size)
        hub.workbench.busy_changed.connect(self._tell_busy)
        self._forget()

    def _forget(self) -> None:
        self._saved_at = None
        self._tell_saved()
        self._tell_size()
        self._tell_busy()

    def _note_save(self) -> None:
        self._saved_at = datetime.now()
        self._tell_saved()

    def _tell_saved(self) -> None:
        session = self._hub.session
        if session.lecture is None:
            text = ""
        elif session.read_only:
            text = self.tr("Read only")
        elif session.is_modified and session.path is None:
            text = self.tr("Not saved yet; kept safe meanwhile")
        elif session.is_modified:
            text = self.tr("Unsaved changes; kept safe meanwhile")
        elif self._saved_at is not None:
            text = self.tr("Saved {time}").format(time=self._saved_at.strftime("%H:%M"))
        else:
            text = self.tr("Saved")
        self._saved.setText(text)

    def _tell_size(self) -> None:
        lecture, timeline = self._hub.session.lecture, self._hub.workbench.timeline
        if lecture is None or timeline is None:
            self._size.setText("")
            return
        scenes = self.tr("%n scene(s)", "", len(lecture.scenes))
        self._size.setText(f"{scenes} · {words.clock(float(timeline.seconds))}")

    def _tell_busy(self) -> None:
        busy = self._hub.workbench.busy
        text = "" if busy is None else told(busy.what)
        if busy is not None and busy.total > 1:
            text = f"{text} {int(busy.done)}/{int(busy.total)}"
        self._busy.setText(text)
