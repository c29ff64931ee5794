"""Limits count the time in which the program was awake."""

from __future__ import annotations

import pytest

from renderers import waking
from renderers.messages import Message
from renderers.waking import LONGEST_LOOK_S, WakingClock
from renderers.workers import Worker
from studio.errors import WorkerError
from studio.progress import CancelToken


def test_a_night_of_sleep_counts_as_one_look() -> None:
    seen = iter([0.0, 0.1, 0.2, 30_000.2, 30_000.3, 20_000.0])
    clock = WakingClock(lambda: next(seen))
    awake = [clock.now() for _ in range(5)]
    slept = 0.2 + LONGEST_LOOK_S
    assert awake == pytest.approx([0.1, 0.2, slept, slept + 0.1, slept + 0.1])


class Sleepy:
    """A clock that jumps by a night while the worker starts, as after a sleep in the middle of a request."""

    def __init__(self) -> None:
        self.looks = 0
        self.real = waking.time.monotonic

    def __call__(self) -> float:
        self.looks += 1
        return self.real() + (30_000 if self.looks > 3 else 0)


def test_a_worker_that_slept_with_the_machine_is_not_taken_for_hung(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Sleepy()
    monkeypatch.setattr(waking.time, "monotonic", clock)
    with Worker("check", limit_s=30) as worker:
        (answer,) = worker.request(Message({"do": "echo"}), CancelToken())
    assert clock.looks > 3, "the jump came while we waited"
    assert answer.header["pid"]


def test_a_worker_that_hangs_after_a_sleep_is_ended_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waking.time, "monotonic", Sleepy())
    with Worker("check") as worker, pytest.raises(WorkerError, match="longer than"):
        list(worker.request(Message({"do": "hang"}), CancelToken(), limit_s=LONGEST_LOOK_S + 1))
