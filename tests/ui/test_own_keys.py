"""Buttons and lists of choices keep their keys, though the same keys are shortcuts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QMainWindow,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.fakes import lecture, slide
from ui.hub import Hub


@pytest.fixture
def window(hub: Hub, qtbot: QtBot) -> Iterator[QMainWindow]:
    """A window with all actions and some controls; a lecture is open."""
    made = QMainWindow()
    qtbot.addWidget(made)
    middle = QWidget()
    column = QVBoxLayout(middle)
    plain = QLabel("Rain")
    plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box = QComboBox()
    box.addItems(["Snow", "Lightning", "Clouds"])
    slider = QSlider(Qt.Orientation.Horizontal)
    for widget in (QPushButton("Rain"), QCheckBox("Rain"), box, slider, plain):
        column.addWidget(widget)
    made.setCentralWidget(middle)
    made.addActions([entry.action for entry in hub.actions.entries])
    hub.session.open(lecture(slide(1, "Rain."), slide(2, "Snow.")))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.isActiveWindow() and hub.playback.length > 0 and hub.tasks.idle)
    yield made
    hub.playback.pause()
    made.close()


def find(window: QMainWindow, kind: type[QWidget]) -> QWidget:
    """The control of a kind, with the focus."""
    found = next(each for each in window.findChildren(QWidget) if type(each) is kind)
    found.setFocus()
    return found


def test_space_presses_a_button_and_plays_elsewhere(hub: Hub, window: QMainWindow) -> None:
    pressed: list[bool] = []
    button = find(window, QPushButton)
    assert isinstance(button, QPushButton)
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, Qt.Key.Key_Space)
    check = find(window, QCheckBox)
    assert isinstance(check, QCheckBox)
    QTest.keyClick(check, Qt.Key.Key_Space)
    assert pressed == [True]
    assert check.isChecked()
    assert not hub.playback.playing
    QTest.keyClick(find(window, QLabel), Qt.Key.Key_Space)
    assert hub.playback.playing


def test_letters_find_an_entry_of_a_list_of_choices(hub: Hub, window: QMainWindow) -> None:
    box = find(window, QComboBox)
    assert isinstance(box, QComboBox)
    QTest.keyClicks(box, "l")
    assert box.currentText() == "Lightning"
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert box.currentText() == "Snow"
    assert hub.playback.position == 0
    assert not hub.playback.playing


def test_home_and_end_move_a_slider(hub: Hub, window: QMainWindow) -> None:
    slider = find(window, QSlider)
    assert isinstance(slider, QSlider)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.value() == slider.maximum()
    assert hub.playback.position == 0


def test_shortcuts_with_control_still_work_on_a_button(hub: Hub, window: QMainWindow) -> None:
    QTest.keyClick(find(window, QPushButton), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert hub.session.current == "s2"
