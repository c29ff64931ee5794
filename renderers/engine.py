"""Walks a plan: skips what the cache holds, runs the rest on a few threads, tells where it is, can be cancelled.

A plan is a tuple of steps. The engine is a generator of `Progress`; its return value are the records of all
steps, which later plans are made from. The heavy libraries leave the interpreter lock while they work, and what
could hang or crash runs in workers, so threads are enough here.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any

from renderers.cache import Entry
from renderers.executors import execute
from renderers.steps import Step
from renderers.workshop import Workshop
from studio.errors import Cancelled
from studio.progress import CancelToken, Progress

Records = dict[str, dict[str, Any]]
"""What is known of finished steps, by key."""

POLL_S = 0.2


def split(steps: Iterable[Step], workshop: Workshop) -> tuple[Records, tuple[Step, ...]]:
    """What the cache already knows, and the steps that remain to be run, each once."""
    known: Records = {}
    missing: dict[str, Step] = {}
    for step in steps:
        key = step.key
        if key in known or key in missing:
            continue
        record = workshop.cache.record(key)
        if record is None:
            missing[key] = step
        else:
            known[key] = record
    return known, tuple(missing.values())


def run(
    steps: Iterable[Step], workshop: Workshop, stage: str, jobs: int
) -> Generator[Progress, None, Records]:
    """Run what is missing; returns the records of all steps. Raises `Cancelled` within a second of a cancel."""
    records, missing = split(steps, workshop)
    if not missing:
        return records
    waiting = list(missing)
    total = len(waiting)
    running: dict[Future[Entry], Step] = {}
    stop = CancelToken(workshop.cancel)
    shop = workshop.under(stop)
    yield Progress(stage, 0, total, waiting[0].what, None)
    with ThreadPoolExecutor(jobs, thread_name_prefix="engine") as pool:
        try:
            while waiting or running:
                _fill(pool, waiting, running, records, shop, jobs)
                done, _ = wait(running, POLL_S, FIRST_COMPLETED)
                for future in done:
                    step = running.pop(future)
                    records[step.key] = future.result().record
                    where: str | None = getattr(step, "where", None)
                    yield Progress(stage, total - len(waiting) - len(running), total, step.what, where)
                stop.check()
        except BaseException:
            stop.cancel()  # an error or an abandoned generator stops the other threads too
            raise
    return records


def _fill(
    pool: ThreadPoolExecutor,
    waiting: list[Step],
    running: dict[Future[Entry], Step],
    records: Records,
    workshop: Workshop,
    jobs: int,
) -> None:
    index = 0
    while len(running) < jobs and index < len(waiting):
        step = waiting[index]
        if all(key in records for key in step.needs):
            running[pool.submit(_make, step, workshop)] = waiting.pop(index)
        else:
            index += 1
    if waiting and not running:
        raise ValueError(f"the plan lacks what {type(waiting[0]).__name__} needs")


def _make(step: Step, workshop: Workshop) -> Entry:
    if workshop.cancel.cancelled:
        raise Cancelled
    entry = execute(step, workshop)
    workshop.cache.put(step.key, entry)
    return Entry(entry.record)
