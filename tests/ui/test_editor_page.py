"""The panes together: their room, and the way into them from the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.studio.edits.lessons import lesson
from ui.editor_page import EditorPage
from ui.hub import Hub


@pytest.fixture
def page(hub: Hub, qtbot: QtBot) -> EditorPage:
    made = EditorPage(hub)
    qtbot.addWidget(made)
    made.resize(1440, 780)
    made.show()
    made.activateWindow()
    hub.session.open(lesson("a", "b", "c"))
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_picture_keeps_more_room_than_the_script_when_the_timeline_opens(
    page: EditorPage, hub: Hub, qtbot: QtBot
) -> None:
    hub.actions.show_timeline.trigger()
    qtbot.waitUntil(page.timeline.isVisible)
    qtbot.waitUntil(lambda: page.preview.height() > 1.4 * page.script.height())


@pytest.mark.parametrize("room", ["", "QTabBar::tab { min-width: 200px; }"])
@pytest.mark.parametrize("name", ["inspector", "attention", "changes", "jobs"])
def test_a_pane_that_was_asked_for_is_one_tab_away(
    page: EditorPage, hub: Hub, qtbot: QtBot, name: str, room: str
) -> None:
    page.side.setStyleSheet(room)
    page.script.field.setFocus()
    getattr(hub.actions, f"show_{name}").trigger()
    qtbot.waitUntil(lambda: page.side.tabBar().hasFocus())
    before = hub.session.lecture
    QTest.keyClick(page.side.tabBar(), Qt.Key.Key_J)
    assert hub.session.lecture is before
    QTest.keyClick(page.side.tabBar(), Qt.Key.Key_Tab)
    assert page.side.currentWidget().isAncestorOf(QApplication.focusWidget()) or name == "jobs"


def test_the_timeline_that_was_asked_for_has_the_keys(page: EditorPage, hub: Hub, qtbot: QtBot) -> None:
    hub.actions.show_timeline.trigger()
    qtbot.waitUntil(page.timeline.view.hasFocus)
