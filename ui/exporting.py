"""Exports: each a job with a child process of its own, one after the other, while editing goes on."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from studio.errors import StudioError
from studio.progress import CancelToken, Progress
from ui.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator

    from renderers.export import Order, Outcome
    from renderers.forecast import Forecast
    from studio.lecture import Lecture
    from ui.tasks import Task, TaskControl, Tasks

POLL_S = 0.1


class Engine(Protocol):
    """What makes a video: `renderers.engine_process.EngineProcess`."""

    def forecast(self, order: Order, cancel: CancelToken) -> Forecast:
        """What an export will take."""
        ...

    def export(self, order: Order, cancel: CancelToken) -> Generator[Progress, None, Outcome]:
        """Make the video."""
        ...

    def close(self) -> None:
        """End the child process."""
        ...


def only(lecture: Lecture, ids: Collection[str]) -> Lecture:
    """The lecture with all scenes but these hidden; scenes that stay are the very same objects."""
    wanted = frozenset(ids)
    scenes = tuple(
        scene if scene.id in wanted or scene.hidden else replace(scene, hidden=True)
        for scene in lecture.scenes
    )
    return lecture if scenes == lecture.scenes else replace(lecture, scenes=scenes)


@dataclass(frozen=True, slots=True)
class Saved:
    """What an export made, with the size of the video (bytes) and the seconds it took."""

    outcome: Outcome
    size: int
    seconds: float

    @property
    def speed(self) -> float:
        """Seconds of video made in a second."""
        return float(self.outcome.timeline.seconds) / max(self.seconds, 0.01)

    @property
    def attention(self) -> int:
        """How many slides did not come as asked: their change fell to a lower level."""
        return len({cut.scene for cut in self.outcome.cuts if cut.fell})


class ExportJob(QObject):
    """One export, from its place in the queue to its result."""

    changed = Signal()

    def __init__(self, order: Order, length_s: float, expected_s: float, parent: QObject) -> None:
        super().__init__(parent)
        self.order = order
        self.length_s = length_s
        self.expected_s = expected_s
        self.task: Task | None = None
        self.saved: Saved | None = None
        self.waiting = True
        self.turn = threading.Event()
        self._pace = Pace(expected_s)
        self._clock = QElapsedTimer()

    @property
    def share(self) -> float:
        """How much of the work is done, 0 to 1."""
        return self._pace.share

    @property
    def left_s(self) -> float | None:
        """Seconds until it is done, as far as can be known."""
        return self._pace.left(self._elapsed_s) if self._clock.isValid() else None

    @property
    def speed(self) -> float | None:
        """Seconds of video made in a second of work so far; None while that says nothing yet."""
        if not self.length_s or self._elapsed_s < 2 or self.share < 0.02:
            return None
        return self.length_s * self.share / self._elapsed_s

    @property
    def _elapsed_s(self) -> float:
        return self._clock.elapsed() / 1000 if self._clock.isValid() else 0.0

    def begin(self) -> None:
        """Its turn has come."""
        self.waiting = False
        self._clock.start()
        self.turn.set()
        self.changed.emit()

    def follow(self, told: object) -> None:
        """Learn where the work is."""
        if isinstance(told, Progress):
            self._pace.tell(told)
            self.changed.emit()

    def finish(self, saved: Saved) -> None:
        """It is done."""
        self.saved = saved
        self.changed.emit()


class Exporting(QObject):
    """Starts exports and knows them. Where `make_engine` is None nothing can be exported."""

    changed = Signal()
    """Another export was started, or one has ended."""
    moved = Signal()
    """One of them is further than it was."""

    def __init__(
        self, tasks: Tasks, make_engine: Callable[[], Engine] | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.make_engine = make_engine
        self._tasks = tasks
        self._jobs: dict[Task, ExportJob] = {}
        self._forecaster: Engine | None = None
        self._forecasting = threading.Lock()
        tasks.jobs_changed.connect(self._forget)

    @property
    def running(self) -> tuple[ExportJob, ...]:
        """The exports that run or wait, the one that runs first."""
        return tuple(job for task, job in self._jobs.items() if task.state == "running")

    @property
    def busy(self) -> bool:
        """Whether a video is being made: who quits now is asked first."""
        return bool(self.running)

    def job(self, task: Task) -> ExportJob | None:
        """The export behind a job of the list; None where it is another kind of job."""
        return self._jobs.get(task)

    def start(self, order: Order, length_s: float = 0.0, expected_s: float = 0.0) -> ExportJob:
        """Make a video. `length_s` and `expected_s` are the forecast's, for telling how fast it goes."""
        job = ExportJob(order, length_s, expected_s, self)
        job.changed.connect(self.moved)
        title = self.tr("Export “{name}”").format(name=order.out.name)
        job.task = self._tasks.start(
            lambda control: self._work(job, control), job.finish, None, job.follow, self._next, title
        )
        self._jobs[job.task] = job
        self._next()
        return job

    def again(self, job: ExportJob) -> ExportJob:
        """Try a failed or cancelled export once more."""
        if job.task is not None:
            self._tasks.clear(job.task)
        return self.start(job.order, job.length_s, job.expected_s)

    def forecast(
        self, order: Order, done: Callable[[Forecast], None], failed: Callable[[StudioError], None]
    ) -> Task | None:
        """Find out what an export will take; its process stays for the next question until `rest`."""
        if self.make_engine is None:
            return None
        make = self.make_engine

        def work(control: TaskControl) -> Forecast:
            with self._forecasting:
                control.cancel.check()
                if self._forecaster is None:
                    self._forecaster = make()
                return self._forecaster.forecast(order, control.cancel)

        return self._tasks.start(work, done, failed)

    def rest(self) -> None:
        """No forecast is wanted any more: end the process that makes them."""

        def work(_: TaskControl) -> None:
            with self._forecasting:
                engine, self._forecaster = self._forecaster, None
            if engine is not None:
                engine.close()

        if self._forecaster is not None or self._forecasting.locked():
            self._tasks.start(work)

    def close(self) -> None:
        """Stop all exports, as the program ends."""
        for job in self.running:
            if job.task is not None:
                job.task.cancel()
        engine, self._forecaster = self._forecaster, None
        if engine is not None:
            engine.close()

    def _work(self, job: ExportJob, control: TaskControl) -> Saved:
        while not job.turn.wait(POLL_S):
            control.cancel.check()
        if self.make_engine is None:
            raise StudioError("This window cannot make videos.")
        started = time.monotonic()
        engine = self.make_engine()
        try:
            outcome = control.follow(engine.export(job.order, control.cancel))
        finally:
            engine.close()
        size = 0
        with suppress(OSError):  # somebody was quicker and moved it
            size = outcome.files[0].stat().st_size
        return Saved(outcome, size, time.monotonic() - started)

    def _forget(self) -> None:
        """Let go of exports that were taken out of the list."""
        for task in [task for task in self._jobs if task not in self._tasks.jobs]:
            self._jobs.pop(task).deleteLater()

    def _next(self) -> None:
        """Let the first that waits begin, if none is at work."""
        running = self.running
        if running and running[0].waiting:
            running[0].begin()
        self.changed.emit()
