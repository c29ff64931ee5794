"""The window itself."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.hub import Hub
from ui.main_window import MainWindow


def test_at_its_first_start_it_is_no_larger_than_the_screen(hub: Hub, qtbot: QtBot) -> None:
    window = MainWindow(hub)
    qtbot.addWidget(window)
    room = QApplication.primaryScreen().availableGeometry().size()
    assert window.height() < room.height()  # the frame has room, too
    assert window.width() <= max(room.width(), window.minimumWidth())
