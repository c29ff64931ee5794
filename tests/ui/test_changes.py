"""Changes at a glance: the whole lecture's levels, asked for and delivered."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio import edits
from studio.lecture import Lecture, Level, Transition
from tests.fakes import lecture, slide
from tests.ui.laid_out import MEANS, open_made, records
from ui.changes import ChangesPane
from ui.changes.glance import Glance, Seam, glance
from ui.hub import Hub

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key


def lesson() -> Lecture:
    return lecture(
        slide(1, "Rain falls."),
        slide(2, "Rivers run."),
        slide(3, "The sun shines.", transition=Transition(requested=Level.WHOLE)),
        slide(4, "Snow is slow.", transition=Transition(requested=Level.MOTION)),
        slide(5, "Ice is nice."),
    )


@pytest.fixture
def pane(hub: Hub, qtbot: QtBot) -> ChangesPane:
    """The pane with a lecture in which the changes to scenes 4 and 5 fell to level 1."""
    made = ChangesPane(hub)
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.show()
    open_made(hub, qtbot, lesson(), delivered={"s4": 1, "s5": 1})
    return made


def lines(pane: ChangesPane) -> list[str]:
    return [pane.list.item(row).text() for row in range(pane.list.count())]


def seam(pane: ChangesPane, scene: str) -> Seam:
    return next(seam for seam in pane.chart.seams if seam.scene == scene)


def test_all_changes_are_counted_with_what_is_special(pane: ChangesPane) -> None:
    told = pane.counts.text()
    assert "2 Hold" in told
    assert "1 Whole slide" in told
    assert "1 AI motion" in told
    assert "2 set by you" in told
    assert "2 fell" in told


def test_what_fell_comes_first_with_its_reason_and_what_is_as_suggested_needs_no_line(
    pane: ChangesPane,
) -> None:
    fell, other, by_hand = lines(pane)
    assert fell.startswith("4  Slide 4")
    assert "Asked 5 AI motion, the video shows 1" in fell
    assert "12 % of the picture" in fell
    assert other.startswith("5  Slide 5")
    assert by_hand == "3  Slide 3\n1 Dissolve, set by you"


def test_a_mark_stands_at_its_time_and_at_the_level_that_is_delivered(hub: Hub, pane: ChangesPane) -> None:
    held, fell = pane.chart.place(seam(pane, "s2")), pane.chart.place(seam(pane, "s4"))
    assert held.center().y() < fell.center().y()
    assert held.center().x() < fell.center().x()
    drawn, x = pane.chart.grab().toImage(), round(held.left()) + 2
    assert drawn.pixel(x, round(held.center().y())) != drawn.pixel(x, round(fell.center().y()))


def test_a_click_on_a_mark_leads_to_its_seam(hub: Hub, pane: ChangesPane, qtbot: QtBot) -> None:
    place = pane.chart.place(seam(pane, "s4")).toRect()
    with qtbot.waitSignal(pane.seam_activated) as told:
        QTest.mouseClick(pane.chart, LEFT, pos=place.center())
    scene, where = told.args or ("", QRect())
    assert scene == "s4"
    assert where.contains(pane.chart.mapToGlobal(place.center()))
    assert (hub.session.current, hub.session.seam) == ("s4", "s4")


def test_enter_on_a_line_leads_to_its_seam(hub: Hub, pane: ChangesPane, qtbot: QtBot) -> None:
    pane.list.setFocus()
    pane.list.setCurrentRow(2)
    with qtbot.waitSignal(pane.seam_activated) as told:
        QTest.keyClick(pane.list, KEY.Key_Return)
    assert (told.args or [""])[0] == "s3"
    assert hub.session.seam == "s3"


def test_arrows_go_from_change_to_change_and_each_is_told(pane: ChangesPane, qtbot: QtBot) -> None:
    pane.chart.setFocus()
    QTest.keyClick(pane.chart, KEY.Key_Right)
    QTest.keyClick(pane.chart, KEY.Key_Right)
    assert pane.chart.accessibleDescription().startswith("Change to scene 4  Slide 4 at 0:0")
    assert "the video shows 1" in pane.chart.accessibleDescription()
    with qtbot.waitSignal(pane.seam_activated) as told:
        QTest.keyClick(pane.chart, KEY.Key_Return)
    assert (told.args or [""])[0] == "s4"


def test_one_level_for_all_leaves_alone_what_the_author_set(
    hub: Hub, pane: ChangesPane, qtbot: QtBot
) -> None:
    pane.choice.setFocus()
    for _ in range(2):
        QTest.keyClick(pane.choice, KEY.Key_Down)
    qtbot.waitUntil(lambda: seam(pane, "s2").requested is Level.WHOLE)
    assert seam(pane, "s4").requested is Level.MOTION
    assert hub.session.lecture is not None
    assert hub.session.lecture.choices.level is Level.WHOLE
    hub.session.undo()
    hub.session.undo()
    assert pane.choice.currentData() == -1


def test_every_level_can_be_asked_for_and_what_will_fall_is_counted(
    hub: Hub, pane: ChangesPane, qtbot: QtBot
) -> None:
    assert pane.choice.count() == 7
    pane.choice.setFocus()
    for _ in range(9):
        QTest.keyClick(pane.choice, KEY.Key_Down)
    assert hub.session.lecture is not None
    assert hub.session.lecture.choices.level is Level.MOTION
    qtbot.waitUntil(lambda: "fell to a lower level" in pane.counts.text())


def test_fades_only_for_the_whole_lecture(hub: Hub, pane: ChangesPane) -> None:
    pane.fades_only.setFocus()
    QTest.keyClick(pane.fades_only, KEY.Key_Space)
    assert hub.session.lecture is not None
    assert hub.session.lecture.choices.fades_only
    hub.session.undo()
    assert not pane.fades_only.isChecked()


def test_changes_that_are_not_yet_checked_say_so_until_they_are(
    hub: Hub, pane: ChangesPane, qtbot: QtBot
) -> None:
    hub.session.edit(
        "set-duration", lambda made: edits.set_duration(made, "s2", Fraction(1, 2)), key="longer"
    )
    qtbot.waitUntil(lambda: any(line.startswith("2  Slide 2") for line in lines(pane)))
    assert "1 not yet checked" in pane.counts.text()
    assert "not yet checked" in next(line for line in lines(pane) if line.startswith("2 "))
    assert hub.session.lecture is not None
    hub.workbench.feed(records(hub.session.lecture), MEANS)
    qtbot.waitUntil(lambda: "not yet checked" not in pane.counts.text())


def test_a_lecture_that_is_only_read_cannot_be_changed(hub: Hub, pane: ChangesPane) -> None:
    hub.session.open(lesson(), read_only=True)
    assert not pane.choice.isEnabled()
    assert not pane.fades_only.isEnabled()


def test_without_exceptions_there_is_no_list_but_a_sentence(
    hub: Hub, qtbot: QtBot, pane: ChangesPane
) -> None:
    plain = replace(lesson(), scenes=lesson().scenes[:2])
    open_made(hub, qtbot, plain)
    qtbot.waitUntil(lambda: not pane.list.isVisible())
    assert pane.empty.isVisible()
    assert "as suggested" in pane.empty.text()
    hub.session.close()
    qtbot.waitUntil(lambda: "Import" in pane.empty.text())
    assert not pane.chart.isVisible()


def test_an_edit_is_looked_at_once_however_many_signals_tell_of_it(
    hub: Hub, pane: ChangesPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Lecture] = []

    def counted(made: Lecture, *known: Any) -> Glance:
        looked.append(made)
        return glance(made, *known)

    monkeypatch.setattr("ui.changes.pane.glance", counted)
    hub.session.edit("set-title", lambda now: edits.set_title(now, "Another"))
    hub.session.edit("set-title", lambda now: edits.set_title(now, "Yet another"))
    assert looked == []
    qtbot.waitUntil(lambda: len(looked) > 0)
    assert looked == [hub.session.lecture]


def test_the_list_ends_where_nobody_reads_on(
    hub: Hub, pane: ChangesPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.changes.pane.MOST_LINES", 1)
    hub.session.edit("set-level", lambda now: edits.set_level(now, "s2", Level.CUT))
    qtbot.waitUntil(lambda: len(lines(pane)) == 1)
    assert lines(pane)[0].startswith("4 ")
