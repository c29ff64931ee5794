"""Keeps unsaved work on the disk while one works: every second, beside the main thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.errors import OutputError, StudioError

if TYPE_CHECKING:
    from pathlib import Path

    from studio.journal import Journal
    from studio.lecture import Lecture
    from studio.recovery import Pending
    from ui.session import Session
    from ui.tasks import Tasks

FLUSH_AFTER_MS = 1000
"""From an edit to the moment it is written; at most two seconds of work are lost."""


class Autosave(QObject):
    """The recovery journal of the session's lecture."""

    failed = Signal(object)
    """An `OutputError`: work is not safe. Told once until it is safe again."""

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._journal: Journal | None = None
        self._replaced: Pending | None = None
        self._flushing = self._again = self._failing = False
        self._soon = QTimer(self, singleShot=True, interval=FLUSH_AFTER_MS)
        self._soon.timeout.connect(self._flush)
        session.changed.connect(self._changed)

    def start(self, source: Path | None, clean: Lecture | None, replaces: Pending | None = None) -> None:
        """Keep the session's lecture, which is open now. `replaces`: an older journal that holds the same work."""
        from studio.journal import Journal

        self.stop(keep=False)
        self._journal = Journal(source, clean)
        self._replaced = replaces
        lecture = self._session.lecture
        if lecture is not None:
            self._journal.record(lecture)
        if replaces is not None:
            self._flush()  # the work must stand in one journal at any time, and soon in one only
        elif self._session.is_modified:
            self._soon.start()

    @property
    def journal(self) -> Journal | None:
        """The journal of the open lecture."""
        return self._journal

    def go_on(self) -> None:
        """After a save: write what was changed since, if anything was."""
        if self._session.is_modified:
            self._soon.start()

    def stop(self, keep: bool, wait: bool = False) -> None:
        """The lecture is left. `keep`: its changes shall be offered at the next start."""
        self._soon.stop()
        journal, self._journal = self._journal, None
        if journal is None:
            return

        def work(_: object = None) -> None:
            journal.close(keep)

        if not wait:
            self._tasks.start(work, failed=self.failed.emit)
            return
        try:
            work()
        except OutputError:
            return  # the program ends and nobody reads it; earlier records stand

    def _changed(self, _before: Lecture, after: Lecture) -> None:
        if self._journal is not None:
            self._journal.record(after)
            if not self._soon.isActive():
                self._soon.start()

    def _flush(self) -> None:
        journal, replaced = self._journal, self._replaced
        if journal is None:
            return
        if self._flushing:
            self._again = True
            return
        self._flushing = True

        def work(_: object) -> None:
            from studio import recovery

            journal.flush()
            if replaced is not None:
                recovery.discard(replaced)

        def done(_: None) -> None:
            self._failing = False
            if self._replaced is replaced:
                self._replaced = None

        self._tasks.start(work, done, self._failed, ended=self._ended)

    def _failed(self, error: StudioError) -> None:
        self._again = True
        if not self._failing:
            self._failing = True
            self.failed.emit(error)

    def _ended(self) -> None:
        self._flushing = False
        if self._again:
            self._again = False
            self._soon.start()
