"""Objects of Qt in a circle go on the main thread, whichever thread needs memory."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.garbage import Garbage
from ui.tasks import TaskControl, Tasks


class Circle(QObject):
    """Holds itself, as a view does whose button calls a function that knows the view."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


@pytest.fixture
def collected() -> Iterator[list[str]]:
    """The names of the threads in which circles were taken apart."""
    gc.collect()
    yield []
    gc.disable()


def make_circle(collected: list[str]) -> None:
    weakref.finalize(Circle(), lambda: collected.append(threading.current_thread().name))


def test_a_circle_is_taken_apart_on_the_main_thread_though_another_needs_much_memory(
    qtbot: QtBot, collected: list[str]
) -> None:
    gc.enable()
    garbage = Garbage()
    make_circle(collected)
    tasks = Tasks()

    def work(_: TaskControl) -> None:
        assert len([[number] for number in range(100_000)]) == 100_000

    tasks.start(work)
    qtbot.waitUntil(lambda: tasks.idle)
    assert collected == []
    young = [[number] for number in range(10_000)]
    garbage.collect()
    assert young
    assert collected == [threading.main_thread().name]


def test_what_only_work_holds_is_not_destroyed_in_its_thread(qtbot: QtBot, collected: list[str]) -> None:
    tasks, ended = Tasks(), threading.Event()

    class Held(QObject):
        """Something of Qt that only the work knows."""

    def start() -> None:
        held = Held()
        weakref.finalize(held, lambda: collected.append(threading.current_thread().name))
        tasks.start(lambda _: held.objectName(), ended=ended.set)

    start()
    qtbot.waitUntil(ended.is_set)
    qtbot.waitUntil(lambda: threading.active_count() == 1 or not collected)
    tasks.start(lambda _: None)
    qtbot.waitUntil(lambda: tasks.idle)
    assert set(collected) <= {threading.main_thread().name}
