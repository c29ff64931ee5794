"""Brings the changes of a deck into the open lecture: read in a child process, one step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from studio.errors import StudioError
    from studio.lecture import Lecture
    from studio.progress import CancelToken
    from studio.reimport.report import Reimported
    from ui.session import Session
    from ui.tasks import Task, Tasks

    Update = Callable[[Lecture, Path, CancelToken], Generator[object, None, Reimported]]


class Updating(QObject):
    """One update at a time; another lecture that is opened meanwhile ends it."""

    failed = Signal(object)
    """The `StudioError` of a deck that cannot be read or is another one; nothing changed."""
    told = Signal(str)
    """That nothing changed."""
    updated = Signal(object)
    """The `Reimported` that just became a step of the history."""

    def __init__(self, session: Session, tasks: Tasks, update: Update, parent: QObject | None = None) -> None:
        """`update` reads the deck and merges it, in a thread."""
        super().__init__(parent)
        self._session, self._tasks, self._update = session, tasks, update
        self._task: Task | None = None
        session.opened.connect(self._stop)

    @property
    def running(self) -> bool:
        """Whether a deck is being read."""
        return self._task is not None

    def start(self, path: Path) -> None:
        """Bring the changes of the deck at `path` into the open lecture."""
        lecture = self._session.lecture
        if lecture is None or self._session.read_only:
            return
        self._stop()
        self._task = task = self._tasks.start(
            lambda control: control.follow(self._update(lecture, path, control.cancel)),
            lambda done: self._arrived(lecture, done, path) if self._task is task else None,
            self._fail,
            ended=lambda: self._end(task),
            job=self.tr("Updating from “{name}”").format(name=path.name),
        )

    def _arrived(self, before: Lecture, done: Reimported, path: Path) -> None:
        session = self._session
        if session.lecture is not before:  # editing went on: what was typed meanwhile has to be merged, too
            self.start(path)
        elif done.lecture is before:
            told = self.tr("“{name}” has brought nothing new: the lecture is up to date.")
            self.told.emit(told.format(name=path.name))
        elif session.edit("update-deck", lambda _: done.lecture, 1, path.name):
            session.seal()
            self.updated.emit(done)

    def _fail(self, error: StudioError) -> None:
        self.failed.emit(error)

    def _end(self, task: Task) -> None:
        if self._task is task:
            self._task = None

    def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
