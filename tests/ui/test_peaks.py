"""Waveforms arrive beside the main thread."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from studio.errors import WorkerError
from studio.progress import CancelToken
from ui.peaks import PER_SECOND, Peaks


def test_peaks_that_were_asked_for_arrive_and_stay(qtbot: QtBot) -> None:
    threads: list[str] = []

    def read(key: str, per_second: int, cancel: CancelToken) -> bytes:
        threads.append(threading.current_thread().name)
        return key.encode() * (per_second // PER_SECOND)

    peaks = Peaks(read)
    with qtbot.waitSignal(peaks.arrived) as told:
        assert peaks.of("rain") is None
    assert told.args == ["rain"]
    assert peaks.of("rain") == b"rain"
    assert threads == ["peaks"]
    peaks.close()


def test_what_is_asked_for_last_is_read_first(qtbot: QtBot) -> None:
    order: list[str] = []
    begin = threading.Event()

    def read(key: str, per_second: int, cancel: CancelToken) -> bytes:
        begin.wait(5)
        order.append(key)
        return b"1"

    peaks = Peaks(read)
    for key in ("first", "a", "b", "c", "a"):
        peaks.of(key)
    begin.set()
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order[-3:] == ["a", "c", "b"] or order == ["a", "c", "b", "first"]
    peaks.close()


def test_a_sound_that_is_lost_is_not_asked_for_again_and_again(qtbot: QtBot) -> None:
    asked: list[str] = []

    def read(key: str, per_second: int, cancel: CancelToken) -> bytes:
        asked.append(key)
        if key == "lost":
            raise WorkerError("This sound is lost; it will be spoken again.")
        return b"1"

    peaks = Peaks(read)
    peaks.of("lost")
    qtbot.waitUntil(lambda: asked == ["lost"])
    with qtbot.waitSignal(peaks.arrived):
        peaks.of("other")
    for _ in range(3):
        assert peaks.of("lost") is None
    with qtbot.waitSignal(peaks.arrived):
        peaks.of("third")
    assert asked == ["lost", "other", "third"]
    peaks.close()


def test_closing_ends_the_thread_though_much_is_waiting(qtbot: QtBot) -> None:
    peaks = Peaks(lambda key, per_second, cancel: b"1")
    for number in range(500):
        peaks.of(str(number))
    peaks.close()
    assert not any(thread.name == "peaks" for thread in threading.enumerate())
