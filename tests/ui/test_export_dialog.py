"""Ordering a video: where it goes, which part, what it will take, and what stands in the way."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import lecture, means, slide
from tests.ui.exports import EXPECTED, Maker
from ui.export_dialog import ExportDialog
from ui.export_dialog.outlook import fallen
from ui.export_dialog.target import file_name, video_path
from ui.exporting import only
from ui.hub import Hub

LESSON = lecture(slide(1, "One."), slide(2, "Two."), slide(3, "Three."), slide(4, "Four."))


@pytest.fixture
def maker(hub: Hub) -> Maker:
    """What makes the videos of the hub."""
    made = Maker()
    hub.exporting.make_engine = lambda: made
    return made


@pytest.fixture
def ordering(hub: Hub, maker: Maker, qtbot: QtBot, tmp_path: Path) -> Callable[[], ExportDialog]:
    """Opens the dialog over a lesson that was saved in a folder of its own."""

    window = QWidget()
    qtbot.addWidget(window)

    def show() -> ExportDialog:
        if hub.session.lecture is None:
            hub.session.open(LESSON, tmp_path / "rain.lecture")
            qtbot.waitUntil(lambda: hub.workbench.timeline is not None)
        dialog = ExportDialog(hub, window)
        dialog.open()
        return dialog

    return show


def press(button: QAbstractButton) -> None:
    """Click a button; one with a box is clicked on its box, as beside its words nothing happens."""
    QTest.mouseClick(
        button, Qt.MouseButton.LeftButton, pos=QPoint(min(14, button.width() // 2), button.height() // 2)
    )


def test_the_video_stands_beside_the_lecture_under_its_title(
    ordering: Callable[[], ExportDialog], maker: Maker, hub: Hub, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ordering()
    assert Path(dialog.form.file.text()) == tmp_path / "Rain.mp4"
    qtbot.waitUntil(dialog.export.isEnabled)
    press(dialog.export)
    qtbot.waitUntil(lambda: not hub.exporting.busy)
    assert (tmp_path / "Rain.mp4").is_file()
    (order,) = maker.orders
    assert order.lecture is LESSON
    assert order.profile.name == "youtube-1080p"


def test_starting_shows_the_jobs(ordering: Callable[[], ExportDialog], hub: Hub, qtbot: QtBot) -> None:
    dialog = ordering()
    qtbot.waitUntil(dialog.export.isEnabled)
    with qtbot.waitSignal(hub.actions.show_jobs.triggered):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert [task.title for task in hub.tasks.jobs] == ["Export “Rain.mp4”"]


def test_it_tells_what_to_expect(ordering: Callable[[], ExportDialog], maker: Maker, qtbot: QtBot) -> None:
    dialog = ordering()
    card = dialog.form.outlook
    qtbot.waitUntil(lambda: card.length_text.text() == "3:15")
    assert card.time_text.text() == "about 40 s"
    assert card.size_text.text() == "about 41 MB"
    qtbot.waitUntil(lambda: card.free_text.text().endswith("GB"))
    maker.expected = replace(EXPECTED, measured=False, work_seconds=600.0)
    dialog.form.profile.setCurrentIndex(dialog.form.profile.findData("uhd-2160p"))
    qtbot.waitUntil(lambda: card.time_text.text() == "about 10 min")
    assert card.length_text.text() == "about 3:15"
    assert maker.asked[-1].profile.height == 2160


def test_a_video_that_is_there_is_replaced_only_if_that_is_said(
    ordering: Callable[[], ExportDialog], maker: Maker, hub: Hub, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "Rain.mp4").write_bytes(b"the old one")
    dialog = ordering()
    qtbot.waitUntil(dialog.form.replace.isVisible)
    assert not dialog.export.isEnabled()
    press(dialog.export)
    assert not hub.exporting.busy
    press(dialog.form.replace)
    qtbot.waitUntil(dialog.export.isEnabled)
    press(dialog.export)
    qtbot.waitUntil(lambda: not hub.exporting.busy)
    assert maker.orders[0].replace
    assert not maker.orders[0].force
    assert (tmp_path / "Rain.mp4").read_bytes() != b"the old one"


def test_another_name_takes_the_permission_back(
    ordering: Callable[[], ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "Rain.mp4").write_bytes(b"one")
    (tmp_path / "Snow.mp4").write_bytes(b"another")
    dialog = ordering()
    qtbot.waitUntil(dialog.form.replace.isVisible)
    press(dialog.form.replace)
    dialog.form.file.setText(str(tmp_path / "Snow.mp4"))
    qtbot.waitUntil(dialog.form.replace.isVisible)
    assert not dialog.export.isEnabled()


@pytest.mark.parametrize(
    ("typed", "told"), [("nowhere/x.mp4", "does not exist"), ("   ", "Give the video a name")]
)
def test_a_place_that_cannot_be_is_told_at_once(
    ordering: Callable[[], ExportDialog], qtbot: QtBot, tmp_path: Path, typed: str, told: str
) -> None:
    dialog = ordering()
    dialog.form.file.setText(typed if not typed.strip() else str(tmp_path / typed))
    qtbot.waitUntil(lambda: told in dialog.form.about_file.text())
    assert not dialog.export.isEnabled()


def test_a_video_that_does_not_fit_on_the_disk_is_not_begun(
    ordering: Callable[[], ExportDialog], maker: Maker, qtbot: QtBot
) -> None:
    maker.expected = replace(EXPECTED, bytes=10**18)
    dialog = ordering()
    qtbot.waitUntil(lambda: bool(dialog.stops.told))
    assert "are free in" in dialog.stops.told[0].text
    assert not dialog.export.isEnabled()


def test_only_a_part_is_exported(
    ordering: Callable[[], ExportDialog], maker: Maker, hub: Hub, qtbot: QtBot
) -> None:
    dialog = ordering()
    press(dialog.form.scope.part)
    dialog.form.scope.first.setCurrentIndex(1)
    dialog.form.scope.last.setCurrentIndex(2)
    qtbot.waitUntil(dialog.export.isEnabled)
    press(dialog.export)
    qtbot.waitUntil(lambda: not hub.exporting.busy)
    assert [scene.id for scene in maker.orders[0].lecture.scenes if not scene.hidden] == ["s2", "s3"]
    assert hub.session.lecture is LESSON


def test_selected_scenes_can_be_exported(
    ordering: Callable[[], ExportDialog], maker: Maker, hub: Hub, qtbot: QtBot, tmp_path: Path
) -> None:
    hub.session.open(LESSON, tmp_path / "rain.lecture")
    qtbot.waitUntil(lambda: hub.workbench.timeline is not None)
    hub.session.select(["s1", "s4"])
    dialog = ordering()
    press(dialog.form.scope.selected)
    assert dialog.form.scope.ids == ("s1", "s4")


def test_the_last_scene_never_comes_before_the_first(ordering: Callable[[], ExportDialog]) -> None:
    dialog = ordering()
    press(dialog.form.scope.part)
    dialog.form.scope.last.setCurrentIndex(1)
    dialog.form.scope.first.setCurrentIndex(3)
    assert dialog.form.scope.ids == ("s4",)


def test_a_missing_voice_is_told_before(
    ordering: Callable[[], ExportDialog], hub: Hub, qtbot: QtBot, tmp_path: Path
) -> None:
    asked = replace(LESSON, choices=replace(LESSON.choices, voice="Bob"))
    hub.session.open(asked, tmp_path / "rain.lecture")
    hub.workbench.feed({}, means(hub.workbench.profile))
    qtbot.waitUntil(lambda: hub.workbench.timeline is not None)
    dialog = ordering()
    qtbot.waitUntil(lambda: any("Bob" in line.text for line in dialog.form.outlook.lines.told))


def test_two_videos_are_never_written_to_one_place(
    ordering: Callable[[], ExportDialog], maker: Maker, hub: Hub, qtbot: QtBot
) -> None:
    maker.hold = threading.Event()
    dialog = ordering()
    qtbot.waitUntil(dialog.export.isEnabled)
    press(dialog.export)
    again = ordering()
    qtbot.waitUntil(lambda: "is being made just now" in again.form.about_file.text())
    assert not again.export.isEnabled()
    assert "this one waits" in again.form.outlook.lines.told[-1].text
    maker.hold.set()
    qtbot.waitUntil(lambda: not hub.exporting.busy)


def test_escape_starts_nothing_and_ends_the_forecast(
    ordering: Callable[[], ExportDialog], maker: Maker, hub: Hub, qtbot: QtBot
) -> None:
    dialog = ordering()
    qtbot.waitUntil(lambda: bool(maker.asked))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: maker.closed == 1)
    assert not hub.exporting.busy


def test_every_control_has_a_name(ordering: Callable[[], ExportDialog]) -> None:
    dialog = ordering()
    controls = (
        dialog.form.profile,
        dialog.form.file,
        dialog.form.scope.part,
        dialog.form.scope.first,
        dialog.form.scope.last,
    )
    assert all(control.accessibleName() for control in controls)


def test_changes_that_will_fall_are_those_between_neighbours_of_the_lecture() -> None:
    assert fallen(("a", "b", "c", "d"), ("a", "b", "c", "d"), {"b", "c"}.__contains__) == ("b", "c")
    assert fallen(("a", "c", "d"), ("a", "b", "c", "d"), {"b", "c"}.__contains__) == ()


def test_a_part_of_a_lecture_is_the_lecture_with_the_rest_hidden() -> None:
    part = only(LESSON, ["s1", "s3"])
    assert [scene.hidden for scene in part.scenes] == [False, True, False, True]
    assert part.scenes[0] is LESSON.scenes[0]
    assert only(LESSON, [scene.id for scene in LESSON.scenes]) is LESSON


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('What is 3/4? A "lesson"', "What is 3 4 A lesson"),
        ("水循環:第一課", "水循環 第一課"),
        ("  ...  ", "lecture"),
        ("con", "lecture"),
        ("水" * 200, "水" * 53),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "lecture") == name


def test_what_is_typed_becomes_a_video_in_the_folder(tmp_path: Path) -> None:
    assert video_path("lesson", tmp_path) == tmp_path / "lesson.mp4"
    assert video_path("v1.2", tmp_path) == tmp_path / "v1.2.mp4"
    assert video_path("/a/b.MP4", tmp_path) == Path("/a/b.MP4")
    assert video_path("~/x.mp4", tmp_path) == Path.home() / "x.mp4"
    assert video_path("a/", tmp_path) is None
