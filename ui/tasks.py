"""The one bridge between workers and the main thread.

Work runs in a thread of its own; its progress and its result come back as signals on the main thread, in
order. A task with a title stands in the list of jobs until the user takes it away.
"""

from __future__ import annotations

import time
import traceback
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from studio.errors import Cancelled, StudioError, WorkerError
from studio.progress import CancelToken, Progress
from ui.threads import Running, Threads

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

State = Literal["running", "done", "failed", "cancelled"]
T = TypeVar("T")


class TaskControl:
    """What running work has: a token that tells it to stop, and a way to tell where it is."""

    def __init__(self, report: Callable[[object], None]) -> None:
        self.cancel = CancelToken()
        self.report = report

    def follow(self, running: Generator[object, None, T]) -> T:
        """Drive a generator to its end, reporting all it yields; its return value."""
        try:
            while True:
                self.report(next(running))
        except StopIteration as end:
            return end.value
        finally:
            running.close()


class Task(QObject):
    """One piece of running work, as the main thread sees it."""

    changed = Signal()
    """Progress or state."""

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.state: State = "running"
        self.progress: Progress | None = None
        self.error: StudioError | None = None
        self._control = TaskControl(lambda _: None)

    def cancel(self) -> None:
        """Ask it to stop; it ends as "cancelled" a little later."""
        self._control.cancel.cancel()

    @property
    def is_stopping(self) -> bool:
        """Whether it was asked to stop and has not yet done so."""
        return self.state == "running" and self._control.cancel.cancelled


class Tasks(QObject):
    """Starts work and keeps the list of jobs."""

    jobs_changed = Signal()
    _arrived = Signal(object)
    """A call to be made on the main thread; Qt queues it from any other one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._threads = Threads()
        self._running: dict[Task, Running] = {}
        self._held: list[Running] = []
        """What threads work with: nothing of it is destroyed in one of them, as Qt's objects must not be."""
        self.jobs: tuple[Task, ...] = ()

    def start(
        self,
        work: Callable[[TaskControl], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[StudioError], None] | None = None,
        progress: Callable[[Any], None] | None = None,
        ended: Callable[[], None] | None = None,
        job: str = "",
    ) -> Task:
        """Run `work` in a thread. `done`, `failed` and `progress` are called on the main thread.

        Work that raises `Cancelled` calls neither `done` nor `failed`; work for which a cancel came too late does.
        `ended` is called in any case, last. `job` is the title under which it stands in the list of jobs.
        """
        task = Task(job, self)
        control = TaskControl(lambda told: self._post(lambda: self._report(task, told, progress)))
        task._control = control  # pyright: ignore[reportPrivateUsage] - a task is made here only

        def run() -> None:
            try:
                result = work(control)
            except Cancelled:
                self._post(lambda: self._finish(task, "cancelled", None, ended))
            except StudioError as error:
                self._post(lambda error=error: self._fail(task, error, failed, ended))
            except (
                Exception
            ) as error:  # a fault of the program: told like any other, with all of it in the details
                told = WorkerError(
                    f"The program made a mistake ({type(error).__name__}); your lecture is safe. Please report it.",
                    traceback.format_exc(),
                )
                self._post(lambda: self._fail(task, told, failed, ended))
            else:
                self._post(lambda: self._succeed(task, result, done, ended))

        if job:
            self.jobs = (*self.jobs, task)
            self.jobs_changed.emit()
        self._held = [held for held in self._held if held.is_alive]
        self._running[task] = running = self._threads.run(run)
        self._held.append(running)
        return task

    def clear(self, task: Task | None = None) -> None:
        """Take ended jobs (or one) out of the list."""
        gone = {job for job in self.jobs if job.state != "running" and task in (None, job)}
        self.jobs = tuple(job for job in self.jobs if job not in gone)
        self.jobs_changed.emit()

    def stop_all(self, wait_s: float = 2.0) -> None:
        """Cancel everything and wait a moment for the threads, as the program ends."""
        for task in self._running:
            task.cancel()
        until = time.monotonic() + wait_s
        for running in self._running.values():
            running.join(max(0.0, until - time.monotonic()))

    @property
    def idle(self) -> bool:
        """Whether nothing runs."""
        return not self._running

    def _post(self, call: Callable[[], None]) -> None:
        try:
            self._arrived.emit(call)
        except RuntimeError:  # the program ended meanwhile: nobody is there to be told
            return

    def _call(self, call: Callable[[], None]) -> None:
        call()

    def _report(self, task: Task, told: object, progress: Callable[[Any], None] | None) -> None:
        if isinstance(told, Progress):
            task.progress = told
            task.changed.emit()
        if progress is not None and not task._control.cancel.cancelled:  # pyright: ignore[reportPrivateUsage]
            progress(told)

    def _succeed(
        self, task: Task, result: Any, done: Callable[[Any], object] | None, ended: Callable[[], None] | None
    ) -> None:
        try:
            self._finish(task, "done", None, None)
            if done is not None:
                done(result)
        finally:  # a mistake in one place must not stop what waits for the end of this in another
            if ended is not None:
                ended()

    def _fail(
        self,
        task: Task,
        error: StudioError,
        failed: Callable[[StudioError], None] | None,
        ended: Callable[[], None] | None,
    ) -> None:
        try:
            self._finish(task, "failed", error, None)
            if failed is not None:
                failed(error)
        finally:
            if ended is not None:
                ended()

    def _finish(
        self, task: Task, state: State, error: StudioError | None, ended: Callable[[], None] | None
    ) -> None:
        task.state, task.error = state, error
        self._running.pop(task, None)
        task.changed.emit()
        if task in self.jobs:
            self.jobs_changed.emit()
        if ended is not None:
            ended()
        if not task.title:
            task.deleteLater()
