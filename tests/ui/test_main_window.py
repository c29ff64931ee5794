"""The window itself."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from studio.errors import StudioError
from tests.studio.edits.lessons import lesson
from ui.header import Header
from ui.hub import Hub
from ui.main_window import MainWindow
from ui.notices import NoticeBar


def test_at_its_first_start_it_is_no_larger_than_the_screen(hub: Hub, qtbot: QtBot) -> None:
    window = MainWindow(hub)
    qtbot.addWidget(window)
    room = QApplication.primaryScreen().availableGeometry().size()
    assert window.height() < room.height()  # the frame has room, too
    assert window.width() <= max(room.width(), window.minimumWidth())


def test_the_number_of_things_to_look_at_stays_in_the_header(hub: Hub, qtbot: QtBot) -> None:
    header = Header(hub)
    qtbot.addWidget(header)
    hub.session.open(lesson("a", "b"))
    header.show_attention_count(14)
    hub.actions.show_attention.setChecked(True)
    assert "14" in header.attention.text()
    header.show_attention_count(0)
    hub.session.close()
    assert header.attention.text() == "Attention"


def test_a_notice_goes_by_itself_unless_there_is_more_to_read(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar._quiet.setInterval(1)
    bar.move(400, 400)  # away from the pointer
    bar.show_error(StudioError("The disk is full.", details="errno 28"))
    with qtbot.waitSignal(bar._quiet.timeout):
        pass
    assert bar.text == "The disk is full."
    bar.show_text("Saved.")
    qtbot.waitUntil(lambda: not bar.text)


def test_whoever_opens_a_lecture_stands_in_its_storyboard(hub: Hub, qtbot: QtBot) -> None:
    window = MainWindow(hub)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for titles in (("a", "b"), ("c",)):
        hub.session.open(lesson(*titles))
        qtbot.waitUntil(lambda: window.focusWidget() is window.page.storyboard.view)
        hub.actions.show_inspector.trigger()
        hub.session.close()


def test_the_arrows_of_the_file_dialog_are_seen_in_every_theme(hub: Hub, qtbot: QtBot) -> None:
    window = MainWindow(hub)
    qtbot.addWidget(window)
    window.show()
    hub.actions.open.trigger()
    dialog = window.findChild(QFileDialog)
    arrows = [
        dialog.findChild(QToolButton, name) for name in ("backButton", "forwardButton", "toParentButton")
    ]
    assert [arrow.icon().name() for arrow in arrows] == ["chevron-left", "chevron-right", "arrow-up"]
    dialog.reject()
