"""Walks a plan: skips what the cache holds, runs the rest on a few threads, tells where it is, can be cancelled.

A plan is a tuple of steps. The engine is a generator of `Progress`; its return value are the records of all
steps, which later plans are made from. The heavy libraries leave the interpreter lock while they work, and what
could hang or crash runs in workers, so threads are enough here.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any

from renderers.cache import Entry
from renderers.executors import execute
from renderers.steps import Step
from renderers.workshop import Workshop
from studio.errors import Cancelled, StudioError
from studio.progress import CancelToken, Progress

Records = dict[str, dict[str, Any]]
"""What is known of finished steps, by key."""

POLL_S = 0.2


def split(steps: Iterable[Step], workshop: Workshop) -> tuple[Records, tuple[Step, ...]]:
    """What the cache already knows, and the steps that remain to be run, each once.

    A step that only serves others (`Step.serves`) remains where one of those does.
    """
    known: Records = {}
    missing: dict[str, Step] = {}
    for step in steps:
        key = step.key
        if key in known or key in missing:
            continue
        record = workshop.known(key)
        if record is None:
            missing[key] = step
        else:
            known[key] = record
    return known, _wanted(missing)


def _wanted(missing: dict[str, Step]) -> tuple[Step, ...]:
    """Those that do not only serve, and those that they need, and so on."""
    waiting = [step for step in missing.values() if not step.serves]
    wanted = {step.key for step in waiting}
    while waiting:
        served = {key for step in waiting for key in step.needs if key in missing} - wanted
        wanted |= served
        waiting = [missing[key] for key in served]
    return tuple(step for key, step in missing.items() if key in wanted)


def run(
    steps: Iterable[Step], workshop: Workshop, stage: str, jobs: int
) -> Generator[Progress, None, Records]:
    """Run what is missing; returns the records of all steps. Raises `Cancelled` within a second of a cancel."""
    return (yield from finish(*split(steps, workshop), workshop, stage, jobs))


def finish(
    records: Records, missing: tuple[Step, ...], workshop: Workshop, stage: str, jobs: int
) -> Generator[Progress, None, Records]:
    """Run the missing steps of a `split`; as `run`."""
    if not missing:
        return records
    work = Work(missing, records, workshop, jobs)
    yield Progress(stage, 0, work.total, missing[0].what, getattr(missing[0], "where", None) or None)
    for step in work.finished():
        if step is not None:
            where: str | None = getattr(step, "where", None) or None
            yield Progress(stage, work.done, work.total, step.what, where)
        else:
            yield from work.told(stage)
    return records


class Work:
    """Steps on their way: their records are added to `records` as they finish.

    `gentle` is for work that an editor asks for ahead of time: on a cancel nothing new is started and what runs
    has so many seconds to end; a step that fails leaves out those that need it, its error stands in `failures`, and
    the others go on. Otherwise (0) a cancel or a failure stops everything at once.
    """

    def __init__(
        self, missing: Iterable[Step], records: Records, workshop: Workshop, jobs: int, gentle: float = 0.0
    ) -> None:
        self.records = records
        self.failures: list[StudioError] = []
        self._waiting = list(missing)
        self.total = len(self._waiting)
        self._running: dict[Future[Entry], Step] = {}
        self._cancel, self._jobs, self._gentle = workshop.cancel, jobs, gentle
        self._stop = CancelToken() if gentle else CancelToken(workshop.cancel)
        self._shop = workshop.under(self._stop)

    @property
    def done(self) -> int:
        """How many steps have come to their end."""
        return self.total - len(self._waiting) - len(self._running)

    def told(self, stage: str) -> Iterator[Progress]:
        """Where long steps are that said so since the last time (`Workshop.tell`), as parts of a step done."""
        for step in self._running.values():
            said = self._shop.told.pop(step.key, None)
            if said is not None:
                what, part = said
                where: str | None = getattr(step, "where", None) or None
                yield Progress(stage, self.done + part, self.total, what, where)

    def finished(self) -> Generator[Step | None]:
        """Run the steps and yield each as it finishes, None now and then while nothing does.

        Raises `Cancelled`, and what a step raised.
        """
        with ThreadPoolExecutor(self._jobs, thread_name_prefix="engine") as pool:
            try:
                while self._waiting or self._running:
                    self._fill(pool)
                    done, _ = wait(self._running, POLL_S, FIRST_COMPLETED)
                    yield from self._ended(done)
                    if not done:
                        yield None
                    if self._cancel.cancelled:
                        break
                yield from self._last()
            except BaseException:
                self._stop.cancel()  # an error or an abandoned generator stops the other threads too
                raise

    def _fill(self, pool: ThreadPoolExecutor) -> None:
        index = 0
        while len(self._running) < self._jobs and index < len(self._waiting):
            step = self._waiting[index]
            if all(key in self.records for key in step.needs):
                self._running[pool.submit(_make, step, self._shop)] = self._waiting.pop(index)
            else:
                index += 1
        if self._waiting and not self._running:
            if not self.failures:
                raise ValueError(f"the plan lacks what {type(self._waiting[0]).__name__} needs")
            self._waiting.clear()

    def _ended(self, done: Iterable[Future[Entry]]) -> Iterator[Step]:
        for future in done:
            step = self._running.pop(future)
            try:
                self.records[step.key] = future.result().record
            except StudioError as error:
                if not self._gentle:
                    raise
                self.failures.append(error)
            else:
                yield step

    def _last(self) -> Iterator[Step]:
        """What is still running when nothing more is wanted."""
        if not self._cancel.cancelled:
            return
        if self._gentle:
            done, _ = wait(self._running, self._gentle)
            yield from self._ended(done)
        raise Cancelled


def _make(step: Step, workshop: Workshop) -> Entry:
    if workshop.cancel.cancelled:
        raise Cancelled
    entry = execute(step, workshop)
    workshop.cache.put(step.key, entry, step.makes)
    return Entry(entry.record)
