"""What runs, as its author sees it: progress, waiting, cancel, errors in words, what came out."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from renderers import profiles
from renderers.engine_process import EngineProcess
from renderers.export import Order
from studio.errors import BadFileError
from studio.lecture import CardVisual, Choices, Lecture, Scene
from studio.progress import Progress
from tests.fakes import lecture, slide
from tests.ui.exports import FELL, REMARK, Maker
from ui import desktop
from ui.exporting import ExportJob
from ui.hub import Hub
from ui.jobs.badge import JobsBadge
from ui.jobs.export_row import PICTURE, ExportRow
from ui.jobs.pane import JobsPane
from ui.jobs.report import ReportDialog
from ui.pace import Pace
from ui.tasks import TaskControl

LESSON = lecture(slide(1, "One."), slide(2, "Two."), slide(3, "Three."))
PROFILE = profiles.load("draft-540p")


@pytest.fixture
def maker(hub: Hub) -> Iterator[Maker]:
    """What makes the videos of the hub; nothing waits for a test that is over."""
    made = Maker()
    hub.exporting.make_engine = lambda: made
    yield made
    if made.hold is not None:
        made.hold.set()


@pytest.fixture
def pane(hub: Hub, qtbot: QtBot) -> JobsPane:
    """The pane, as wide as it is in the window."""
    made = JobsPane(hub)
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    return made


def press(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def start(hub: Hub, folder: Path, name: str = "rain.mp4", **fields: Any) -> ExportJob:
    return hub.exporting.start(Order(LESSON, PROFILE, folder / name), **fields)


def export_rows(pane: JobsPane) -> list[ExportRow]:
    return [row for row in pane.rows if isinstance(row, ExportRow)]


def finished(hub: Hub, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not hub.exporting.busy)


def test_an_empty_pane_says_what_it_is_for(pane: JobsPane) -> None:
    assert pane.empty.isVisible()
    assert not pane.clear.isVisible()


def test_a_running_export_tells_what_it_does_and_how_far_it_is(
    hub: Hub, pane: JobsPane, maker: Maker, qtbot: QtBot, tmp_path: Path
) -> None:
    maker.hold = threading.Event()
    start(hub, tmp_path, length_s=60.0, expected_s=30.0)
    (row,) = export_rows(pane)
    qtbot.waitUntil(lambda: "Rendering changes" in row.text.text())
    assert "73%" in row.text.text()
    assert "left" in row.text.text()
    assert row.bar.value() == 725
    assert hub.exporting.busy
    maker.hold.set()
    finished(hub, qtbot)
    assert not row.bar.isVisible()


def test_the_slide_at_work_is_shown(
    hub: Hub, pane: JobsPane, maker: Maker, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(hub.workbench), "page_key", lambda self, scene: f"page of {scene}")
    maker.hold = threading.Event()
    start(hub, tmp_path)
    (row,) = export_rows(pane)
    qtbot.waitUntil(lambda: "Rendering" in row.text.text())
    assert not row.picture.isVisible()
    hub.pictures.put("page of s1", QImage(PICTURE, QImage.Format.Format_RGB32))
    assert row.picture.isVisible()


def test_what_came_out_is_told_with_what_needs_a_look(
    hub: Hub, pane: JobsPane, maker: Maker, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(desktop, "open_file", opened.append)
    monkeypatch.setattr(desktop, "show_in_folder", lambda path: opened.append(path.parent))
    start(hub, tmp_path)
    (row,) = export_rows(pane)
    qtbot.waitUntil(lambda: row.open.isVisible())
    text = row.text.text()
    assert text.startswith("Saved rain.mp4 (0:")
    assert "41 kB" in text
    assert "× real time" in text
    assert "may need attention" in text
    assert REMARK in text
    press(row.open)
    press(row.show_folder)
    assert opened == [tmp_path / "rain.mp4", tmp_path]
    assert maker.closed == 1


def test_exports_wait_for_each_other(
    hub: Hub, pane: JobsPane, maker: Maker, qtbot: QtBot, tmp_path: Path
) -> None:
    maker.hold = threading.Event()
    first, second = start(hub, tmp_path, "a.mp4"), start(hub, tmp_path, "b.mp4")
    qtbot.waitUntil(lambda: first.share > 0)
    waiting, running = export_rows(pane)
    assert waiting.text.text() == "Waiting for the video before it"
    assert "Rendering" in running.text.text()
    assert second.waiting
    assert len(maker.orders) == 1
    maker.hold.set()
    finished(hub, qtbot)
    assert [order.out.name for order in maker.orders] == ["a.mp4", "b.mp4"]


def test_cancelling_the_first_lets_the_second_begin(
    hub: Hub, pane: JobsPane, maker: Maker, qtbot: QtBot, tmp_path: Path
) -> None:
    maker.hold = threading.Event()
    first = start(hub, tmp_path, "a.mp4")
    second = start(hub, tmp_path, "b.mp4")
    qtbot.waitUntil(lambda: first.share > 0)
    press(export_rows(pane)[1].cancel)
    assert export_rows(pane)[1].text.text() == "Stopping…"
    qtbot.waitUntil(lambda: not second.waiting)
    assert export_rows(pane)[1].text.text() == "Cancelled; nothing was left behind."
    assert not (tmp_path / "a.mp4").exists()


def test_one_that_waits_can_be_cancelled(
    hub: Hub, pane: JobsPane, maker: Maker, qtbot: QtBot, tmp_path: Path
) -> None:
    maker.hold = threading.Event()
    start(hub, tmp_path, "a.mp4")
    start(hub, tmp_path, "b.mp4")
    press(export_rows(pane)[0].cancel)
    qtbot.waitUntil(lambda: len(hub.exporting.running) == 1)
    assert [order.out.name for order in maker.orders] == ["a.mp4"]


def test_a_failed_export_says_why_and_is_tried_again(
    hub: Hub, pane: JobsPane, maker: Maker, qtbot: QtBot, tmp_path: Path
) -> None:
    maker.fails = True
    start(hub, tmp_path)
    finished(hub, qtbot)
    (row,) = export_rows(pane)
    assert row.text.text() == "The paint worker stopped unexpectedly; try again."
    press(row.details)
    (dialog,) = pane.findChildren(QDialog)
    (details,) = dialog.findChildren(QPlainTextEdit)
    assert details.toPlainText() == "Segmentation fault"
    maker.fails = False
    press(row.again)
    finished(hub, qtbot)
    assert (tmp_path / "rain.mp4").is_file()
    assert len(pane.rows) == 1


def test_other_jobs_stand_in_the_same_list_until_they_are_cleared(
    hub: Hub, pane: JobsPane, qtbot: QtBot
) -> None:
    go = threading.Event()

    def work(control: TaskControl) -> None:
        control.report(Progress("load", 1, 4, "Reading the slides"))
        go.wait(5)
        raise BadFileError("The file is broken; choose another.")

    hub.tasks.start(work, job="Opening “x”")
    (row,) = pane.rows
    assert not isinstance(row, ExportRow)
    qtbot.waitUntil(lambda: row.text.text() == "Reading the slides · 25%")
    go.set()
    qtbot.waitUntil(lambda: row.text.text() == "The file is broken; choose another.")
    assert not row.details.isVisible()
    press(pane.clear)
    assert pane.rows == ()
    assert pane.empty.isVisible()


def test_one_ended_job_can_be_taken_out(hub: Hub, pane: JobsPane, qtbot: QtBot) -> None:
    for name in ("a", "b"):
        hub.tasks.start(lambda _: None, job=name)
    qtbot.waitUntil(lambda: hub.tasks.idle)
    press(pane.rows[0].remove)
    assert [row.title.text() for row in pane.rows] == ["a"]


def test_the_badge_tells_in_words_what_its_ring_shows(
    hub: Hub, maker: Maker, qtbot: QtBot, tmp_path: Path
) -> None:
    badge = JobsBadge(hub)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "Jobs: nothing is running"
    maker.hold = threading.Event()
    job = start(hub, tmp_path)
    qtbot.waitUntil(lambda: job.share > 0.5)
    assert badge.text() == "73%"
    assert badge.accessibleName().endswith("running, 73%")
    maker.fails = True
    maker.hold.set()
    finished(hub, qtbot)
    assert badge.accessibleName() == "Jobs: 1 failed"
    with qtbot.waitSignal(hub.actions.show_jobs.triggered):
        hub.actions.show_jobs.setEnabled(True)
        press(badge)


@pytest.fixture
def report(hub: Hub, maker: Maker, qtbot: QtBot, tmp_path: Path) -> ReportDialog:
    """The report of an export of the lesson, of which the last change fell."""
    job = start(hub, tmp_path)
    finished(hub, qtbot)
    assert job.saved is not None
    made = ReportDialog(hub, LESSON, job.saved)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_the_report_shows_what_fell_first(report: ReportDialog) -> None:
    table = report.table
    cells = [[item.text() for column in range(4) if (item := table.item(row, column))] for row in range(2)]
    assert cells[0] == ["2  Slide 2", "2  Hold", "2  Hold", "both slides look alike"]
    assert cells[1] == ["3  Slide 3", "2  Hold", "1  Whole slide", FELL]
    assert table.currentRow() == 1
    assert "Largest step: 13% of the change" in report.details.toPlainText()
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert FELL not in report.details.toPlainText()


def test_the_report_goes_to_other_programs_without_folders(
    hub: Hub, report: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    press(report.copy)
    told = json.loads(QGuiApplication.clipboard().text())
    assert told["files"] == ["rain.mp4"]
    assert told["cuts"][1]["delivered"] == 1
    report.save_to(tmp_path / "rain.json")
    qtbot.waitUntil(lambda: hub.tasks.idle)
    assert json.loads((tmp_path / "rain.json").read_text("utf-8")) == told
    assert str(tmp_path) not in QGuiApplication.clipboard().text()


def test_the_time_left_follows_what_is_seen() -> None:
    pace = Pace(100.0)
    assert pace.left(0.0) == 100.0
    pace.tell(Progress("prepare", 1, 2))
    assert pace.share == pytest.approx(0.225)
    early = pace.left(50.0)
    assert early is not None
    assert early > 50.0
    pace.tell(Progress("render", 1, 1))
    late = pace.left(60.0)
    assert late is not None
    assert late < 10.0


def test_work_that_was_done_before_does_not_make_the_rest_look_quick() -> None:
    pace = Pace()
    pace.tell(Progress("render", 1, 10))
    assert pace.left(9.0) == pytest.approx(9.0 * (1 - 0.545) / 0.045)
    pace.tell(Progress("render", 1, 100))
    assert pace.share == pytest.approx(0.545)


@pytest.mark.slow
def test_a_real_video_comes_out_as_foretold(hub: Hub, pane: JobsPane, qtbot: QtBot, tmp_path: Path) -> None:
    """With real child processes: two cards of an outline, a second each."""
    cards = tuple(Scene(name, name, CardVisual(name, opening=True)) for name in ("Rain", "Snow"))
    made = Lecture("Weather", "en", scenes=cards, choices=Choices(silence=Fraction(1)))
    hub.exporting.make_engine = EngineProcess
    order = Order(made, PROFILE, tmp_path / "weather.mp4")
    expected: list[Any] = []
    hub.exporting.forecast(order, expected.append, expected.append)
    qtbot.waitUntil(lambda: bool(expected), timeout=120_000)
    assert expected[0].seconds == pytest.approx(2.5, abs=1.0)
    hub.exporting.rest()
    job = hub.exporting.start(order, float(expected[0].seconds), expected[0].work_seconds)
    qtbot.waitUntil(lambda: not hub.exporting.busy, timeout=120_000)
    assert job.saved is not None, export_rows(pane)[0].text.text()
    names = {"weather.mp4", "weather.srt", "weather.vtt", "weather.chapters.txt"}
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} >= names
    assert job.saved.size == (tmp_path / "weather.mp4").stat().st_size
