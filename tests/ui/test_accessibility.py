"""The whole window for those who hear it or use no mouse: every control has a name, every key one meaning."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDoubleSpinBox, QListWidget, QMainWindow, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from studio.assets import AssetStore
from studio.importers import import_file
from studio.settings import assets_folder
from tests.ui.accessibility import shared_shortcuts, unnamed, without_keyboard
from ui.hub import Hub
from ui.main_window import MainWindow


@pytest.fixture
def window(hub: Hub, qtbot: QtBot, samples: Path) -> MainWindow:
    """The window with a lesson open."""
    window = MainWindow(hub)
    qtbot.addWidget(window)
    lecture, report = import_file(samples / "water-cycle.pptx", AssetStore(assets_folder()))
    hub.session.open(lecture, report=report)
    window.show()
    return window


def test_every_control_of_the_editor_has_a_name(window: MainWindow) -> None:
    assert unnamed(window) == []


def test_every_control_of_the_welcome_page_has_a_name(hub: Hub, qtbot: QtBot) -> None:
    window = MainWindow(hub)
    qtbot.addWidget(window)
    window.show()
    assert unnamed(window) == []


@pytest.mark.parametrize("name", ["show_export", "show_preferences", "show_shortcuts", "show_about"])
def test_every_control_of_the_dialogs_has_a_name(window: MainWindow, name: str) -> None:
    getattr(window, name)()
    assert unnamed(window) == []
    assert without_keyboard(window) == []


def test_the_panel_of_a_change_has_names(window: MainWindow, hub: Hub) -> None:
    lecture = hub.session.lecture
    assert lecture is not None
    hub.session.select_seam(lecture.scenes[1].id)
    assert unnamed(window) == []


def test_every_button_and_field_can_be_reached_with_the_keyboard(window: MainWindow) -> None:
    assert without_keyboard(window) == []


def test_no_two_actions_share_a_shortcut(window: MainWindow, hub: Hub) -> None:
    hub.actions.select_all.trigger()
    assert shared_shortcuts(window) == []


class TestTheChecksThemselves:
    """They find what they are for."""

    def test_a_control_without_a_name_is_found(self, qtbot: QtBot) -> None:
        window = _window(qtbot, QToolButton(), QListWidget(), QDoubleSpinBox())
        assert [told.partition(" ")[0] for told in unnamed(window)] == [
            *("QToolButton", "QListWidget", "QDoubleSpinBox")
        ]

    def test_a_name_or_a_text_is_enough(self, qtbot: QtBot) -> None:
        named, field = QToolButton(), QDoubleSpinBox()
        named.setAccessibleName("Play")
        field.setAccessibleName("Length")
        assert unnamed(_window(qtbot, named, field, QPushButton("Export"))) == []

    def test_a_button_out_of_reach_is_found(self, qtbot: QtBot) -> None:
        button = QPushButton("Export")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        assert len(without_keyboard(_window(qtbot, button))) == 1

    def test_a_shortcut_that_two_want_is_found(self, qtbot: QtBot) -> None:
        window = _window(qtbot)
        for name in ("Cut", "Close"):
            action = QAction(name, window)
            action.setShortcut("Ctrl+X")
            window.addAction(action)
        assert shared_shortcuts(window) == ["Ctrl+X: Close, Cut"]
        window.actions()[0].setEnabled(False)
        assert shared_shortcuts(window) == []


def _window(qtbot: QtBot, *widgets: QWidget) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    for widget in widgets:
        widget.setParent(window)
    window.show()
    return window
