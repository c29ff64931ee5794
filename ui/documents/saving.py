"""Saves in the background, one after the other; typing goes on meanwhile."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.errors import StudioError
    from studio.lecture import Lecture
    from ui.documents.autosave import Autosave
    from ui.documents.reading import File
    from ui.session import Session
    from ui.tasks import Task, TaskControl, Tasks


class Saving(QObject):
    """Writes the session's lecture as it is when its turn has come."""

    written = Signal(object, object)
    """The lecture that was written, and the `File` it stands in."""
    failed = Signal(object)
    ended = Signal(bool)
    """No save is on its way any more; whether the last one was done."""

    def __init__(
        self, session: Session, tasks: Tasks, autosave: Autosave, file: Callable[[], File], parent: QObject
    ) -> None:
        """`file` tells where the lecture is now."""
        super().__init__(parent)
        self._session, self._tasks, self._autosave, self._file = session, tasks, autosave, file
        self._running: Task | None = None
        self._next: Path | None = None

    @property
    def busy(self) -> bool:
        """Whether a save is on its way."""
        return self._running is not None

    def save(self, path: Path) -> None:
        """Write to a path; after the save that runs, if one does."""
        lecture = self._session.lecture
        if lecture is None:
            return
        if self._running is not None:
            self._next = path
            return
        before, journal = self._file(), self._autosave.journal

        def work(_: TaskControl) -> File:
            from ui.documents import writing

            file = writing.saved(lecture, path, before)
            if journal is not None:
                journal.saved(lecture, path)
            return file

        self._running = self._tasks.start(work, partial(self._done, lecture), self._failed, ended=self._go_on)

    def _done(self, lecture: Lecture, file: File) -> None:
        self.written.emit(lecture, file)

    def _failed(self, error: StudioError) -> None:
        self._next = None
        self.failed.emit(error)

    def _go_on(self) -> None:
        task, self._running = self._running, None
        path, self._next = self._next, None
        if path is not None:
            self.save(path)
        else:
            self.ended.emit(task is not None and task.state == "done")
