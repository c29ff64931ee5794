"""The bridge: work in threads, everything told on the main thread, in order."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from studio.errors import BadFileError, StudioError
from studio.progress import Progress
from ui.tasks import TaskControl, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    """A bridge."""
    return Tasks()


def test_results_and_progress_arrive_on_the_main_thread_in_order(tasks: Tasks, qtbot: QtBot) -> None:
    main, heard = threading.get_ident(), list[tuple[object, int]]()

    def work(control: TaskControl) -> str:
        assert threading.get_ident() != main
        for done in range(3):
            control.report(Progress("x", done, 3))
        return "made"

    def hear(told: object) -> None:
        heard.append((told, threading.get_ident()))

    tasks.start(work, done=hear, progress=lambda told: hear(told.done))
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert heard == [(0, main), (1, main), (2, main), ("made", main)]


def test_an_error_is_one_sentence_and_a_fault_of_ours_is_told_with_its_details(
    tasks: Tasks, qtbot: QtBot
) -> None:
    errors: list[StudioError] = []

    def bad(_: TaskControl) -> None:
        raise BadFileError("This is no deck; choose another.")

    def broken(_: TaskControl) -> None:
        raise ZeroDivisionError

    tasks.start(bad, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    tasks.start(broken, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 2)
    assert str(errors[0]) == "This is no deck; choose another."
    assert "ZeroDivisionError" in errors[1].details


def test_a_cancelled_job_ends_as_cancelled_and_says_nothing_more(tasks: Tasks, qtbot: QtBot) -> None:
    said: list[str] = []
    begun = threading.Event()

    def work(control: TaskControl) -> None:
        begun.set()
        while True:
            control.cancel.check()

    job = tasks.start(
        work,
        done=lambda _: said.append("done"),
        failed=lambda _: said.append("failed"),
        ended=lambda: said.append("ended"),
        job="Endless",
    )
    assert begun.wait(5)
    assert tasks.jobs == (job,)
    job.cancel()
    qtbot.waitUntil(lambda: job.state == "cancelled")
    assert said == ["ended"]
    assert tasks.jobs == (job,)
    tasks.clear()
    assert tasks.jobs == ()


def test_a_generator_is_closed_when_its_work_is_cancelled(tasks: Tasks, qtbot: QtBot) -> None:
    closed = threading.Event()

    def work(control: TaskControl) -> None:
        def steps():
            try:
                while True:
                    control.cancel.check()
                    yield 1
            finally:
                closed.set()

        control.follow(steps())

    task = tasks.start(work)
    task.cancel()
    qtbot.waitUntil(lambda: tasks.idle)
    assert closed.is_set()


def test_a_mistake_in_who_hears_of_the_result_does_not_hide_the_end(tasks: Tasks, qtbot: QtBot) -> None:
    said: list[str] = []

    def broken(_: object) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as mistakes:
        tasks.start(lambda _: 1, done=broken, ended=lambda: said.append("ended"))
        qtbot.waitUntil(lambda: tasks.idle)
    assert said == ["ended"]
    assert len(mistakes) == 1
