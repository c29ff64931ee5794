"""The inspector as a teacher uses it: it shows what holds, and every field edits it, for one scene or several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from renderers import plan, profiles
from renderers.steps import CardStep, PageStep, SpeakStep
from studio import edits
from studio.lecture import (
    Asset,
    Box,
    Choices,
    Comment,
    Lecture,
    Level,
    Paragraph,
    Recording,
    Respelling,
    Scene,
    Script,
    SlideObject,
    SlideVisual,
)
from studio.report import Entry, ImportReport
from tests.fakes import lecture, means, slide
from ui.controls.fields import ChoiceField, SecondsField, TextField
from ui.hub import Hub
from ui.inspector import Inspector
from ui.language import words

PREVIEW = profiles.load(profiles.PREVIEW)
MEANS = means(PREVIEW)
Ctrl = Qt.KeyboardModifier.ControlModifier


def records(made: Lecture, **page: Any) -> dict[str, dict[str, Any]]:
    """Everything drawn and spoken; `page` is put into the record of each page."""
    return {
        step.key: {"digest": step.key, **page} if isinstance(step, PageStep | CardStep) else {"seconds": "2"}
        for step in plan.prepare(made, PREVIEW, MEANS)
        if isinstance(step, PageStep | CardStep | SpeakStep)
    }


@pytest.fixture
def inspector(hub: Hub, qtbot: QtBot) -> Iterator[Inspector]:
    """The pane in a window with all actions."""
    window = QMainWindow()
    qtbot.addWidget(window)
    made = Inspector(hub)
    window.setCentralWidget(made)
    window.addActions([entry.action for entry in hub.actions.entries])
    window.resize(320, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def show(hub: Hub, qtbot: QtBot, *scenes: Scene, **fields: Any) -> Lecture:
    """Open a lecture of which everything is known."""
    made = lecture(*scenes, **fields)
    hub.session.open(made)
    hub.workbench.feed(records(made), MEANS)
    first = made.scenes[0].id
    qtbot.waitUntil(lambda: bool(hub.workbench.page_key(first)) and hub.tasks.idle)
    return made


def now(hub: Hub) -> Lecture:
    assert hub.session.lecture is not None
    return hub.session.lecture


def enter(field: TextField | SecondsField, text: str) -> None:
    """Type into a field and press Return."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def choose(field: ChoiceField, index: int) -> None:
    """Choose from a list."""
    field.setCurrentIndex(index)
    field.activated.emit(index)


def entries(field: QComboBox) -> list[str]:
    return [field.itemText(n) for n in range(field.count())]


def test_nothing_is_shown_without_a_lecture(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    assert not inspector.scene.isVisible()
    show(hub, qtbot, slide(1))
    assert inspector.scene.isVisible()
    hub.session.close()
    assert not inspector.scene.isVisible()


def test_title_counts_when_entered_and_esc_restores(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    made = show(hub, qtbot, slide(1), slide(2))
    field = inspector.scene.title
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "half j k l")
    assert hub.session.lecture is made
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Slide 1"
    enter(field, "Rain")
    assert now(hub).scenes[0].title == "Rain"
    QTest.keyClick(field, Qt.Key.Key_Z, Ctrl)
    assert hub.session.lecture is made
    assert field.text() == "Slide 1"


def test_another_scene_takes_half_typed_values_with_the_one_they_are_for(
    hub: Hub, qtbot: QtBot, inspector: Inspector
) -> None:
    show(hub, qtbot, slide(1), slide(2))
    inspector.scene.title.setFocus()
    inspector.scene.title.selectAll()
    QTest.keyClicks(inspector.scene.title, "Rain")
    hub.session.select(("s2",), "s2")
    assert inspector.scene.title.text() == "Slide 2"
    assert [scene.title for scene in now(hub).scenes] == ["Rain", "Slide 2"]


def test_sections_are_started_and_renamed(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    show(hub, qtbot, slide(1), slide(2), slide(3))
    hub.session.select(("s2",), "s2")
    enter(inspector.scene.section, "Snow")
    assert [scene.section for scene in now(hub).scenes] == ["", "Snow", "Snow"]
    enter(inspector.scene.section, "Ice")
    assert [scene.section for scene in now(hub).scenes] == ["", "Ice", "Ice"]


def test_a_refused_value_is_told_and_the_field_says_what_holds(
    hub: Hub, qtbot: QtBot, inspector: Inspector
) -> None:
    made = show(hub, qtbot, slide(1, section="Rain"))
    refused: list[object] = []
    hub.session.refused.connect(refused.append)
    enter(inspector.scene.section, " ")
    assert len(refused) == 1
    assert hub.session.lecture is made
    assert inspector.scene.section.text() == "Rain"


def test_several_scenes_at_once(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    show(
        hub, qtbot, slide(1, least=Fraction(3)), slide(2, hidden=True, unscripted="skip"), slide(3), slide(4)
    )
    hub.session.select(("s1", "s2", "s3"))
    scene, narration = inspector.scene, inspector.narration
    assert inspector.several.isVisible()
    assert scene.hidden.checkState() is Qt.CheckState.PartiallyChecked
    assert scene.least.text() == narration.unscripted.placeholderText() == "Several values"
    assert narration.unscripted.currentIndex() == -1
    assert not scene.title.isEnabled()
    assert not inspector.cut.isVisible()
    assert not inspector.picture.isVisible()
    enter(scene.least, "7.5")
    assert [each.least for each in now(hub).scenes] == [Fraction(15, 2)] * 3 + [None]
    choose(narration.unscripted, 2)
    assert [each.unscripted for each in now(hub).scenes] == ["read"] * 3 + [None]
    choose(narration.language, 0)
    assert [each.script.language for each in now(hub).scenes] == ["", "", "", "en"]
    scene.hidden.click()
    assert [each.hidden for each in now(hub).scenes] == [True, True, True, False]
    hub.session.undo()
    assert [each.hidden for each in now(hub).scenes] == [False, True, False, False]


def test_the_shortest_length_can_be_taken_away(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    show(hub, qtbot, slide(1, "Rain falls.", least=Fraction(30)))
    assert inspector.scene.least.value() == 30
    enter(inspector.scene.least, "0")
    assert now(hub).scenes[0].least is None


def test_the_wheel_over_an_unfocused_field_changes_nothing(
    hub: Hub, qtbot: QtBot, inspector: Inspector
) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    made = show(hub, qtbot, slide(1))
    for field in (inspector.scene.least, inspector.narration.language):
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(field.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, event)
    assert hub.session.lecture is made


def test_a_voice_is_chosen_for_each_language_that_is_heard(
    hub: Hub, qtbot: QtBot, inspector: Inspector
) -> None:
    show(hub, qtbot, slide(1, "Rain falls. Snow melts."), slide(2, "今天下雨，我們留在家裡。"))
    assert tuple(inspector.narration.voices) == ("en", "zh")
    field = inspector.narration.voices["en"]
    assert entries(field) == ["Automatic: Ada", "Ada"]
    choose(field, 1)
    assert now(hub).choices.voices == (("en", "en"),)
    choose(inspector.narration.voices["en"], 0)
    assert now(hub).choices.voices == ()


def test_a_language_written_from_right_to_left_turns_no_sentence_around(
    hub: Hub, qtbot: QtBot, inspector: Inspector
) -> None:
    show(hub, qtbot, slide(1, "Rain falls."), choices=Choices(voices=(("fa", "fa"),)))
    name = words.language("fa")
    assert f"\u2068{name}\u2069" in inspector.narration.voices["fa"].accessibleName()


def test_one_voice_for_all_languages_can_be_given_up(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    show(hub, qtbot, slide(1, "Rain falls."), choices=Choices(voice="zh"))
    narration = inspector.narration
    assert narration.every.isVisible()
    assert narration.every.currentText() == "Mei"
    assert not narration.voices["en"].isVisible()
    choose(narration.every, 0)
    assert now(hub).choices.voice == ""
    qtbot.waitUntil(narration.voices["en"].isVisible)


def test_private_paragraphs_stand_with_the_other_choice(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    said = Script((Paragraph("Rain."), Paragraph("My secret.", True), Paragraph("TODO: water")), "en")
    show(hub, qtbot, slide(1, script=said))
    _, keep = inspector.narration.notes.findChildren(QPushButton)
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert [p.private for p in now(hub).scenes[0].script.paragraphs] == [False, True, True]
    shown = inspector.narration.notes
    qtbot.waitUntil(lambda: [b.isVisible() for b in shown.findChildren(QPushButton)] == [True, True])
    say = shown.findChildren(QPushButton)[0]
    QTest.mouseClick(say, Qt.MouseButton.LeftButton)
    assert [p.private for p in now(hub).scenes[0].script.paragraphs] == [False, False, True]


def test_the_recording_is_told_with_what_is_cut_off(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    recording = Recording(Asset("ab" * 32, "my voice.m4a", "audio/mp4", 9), trim_end=Fraction(3, 2))
    show(hub, qtbot, slide(1, "Rain.", recording=recording))
    assert "my voice.m4a" in inspector.narration.recording.text()
    assert "1.5 s" in inspector.narration.recording.text()


def test_what_is_seen_and_what_of_it_is_missing(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    scene = slide(4, "Rain.")
    assert isinstance(scene.visual, SlideVisual)
    cloud = SlideObject(2, "Picture", "picture", Box(0, 0, 1, 1), alt="A cloud")
    bare = SlideObject(3, "Picture", "picture", Box(0, 0, 1, 1))
    made = lecture(replace(scene, visual=replace(scene.visual, objects=(cloud, bare))))
    entry = Entry("left out", "macro", "The macros of the deck are left out.", 4, "s4")
    hub.session.open(made, report=ImportReport("deck.pptx", 4, (entry,)))
    hub.workbench.feed(records(made, left_out=["a 3-D model"], replaced=["Aptos"]), MEANS)
    picture = inspector.picture
    qtbot.waitUntil(lambda: picture.missing.isVisible())
    assert "4" in picture.source.text()
    assert "deck.pptx" in picture.source.text()
    assert picture.missing.text() == "a 3-D model"
    assert picture.fonts.text() == "Aptos"
    assert picture.notes.text() == entry.text
    assert picture.alts.text().startswith("A cloud\n")


def test_comments_of_the_deck_are_folded_away_until_they_are_read(
    hub: Hub, qtbot: QtBot, inspector: Inspector
) -> None:
    first, second = slide(1, "Rain."), slide(2, "Snow.")
    assert isinstance(first.visual, SlideVisual)
    said = (
        Comment("Mei", "Too long?", "2024-05-03T10:00:00.5"),
        Comment("Tom", "Yes.", "never", answer=True, resolved=True),
    )
    show(hub, qtbot, replace(first, visual=replace(first.visual, comments=said)), second)
    section = inspector.comments
    assert section.isVisible()
    assert section.heading.text().startswith("2 comment")
    assert not section.body.isVisible()
    qtbot.mouseClick(section.heading, Qt.MouseButton.LeftButton)
    assert section.body.isVisible()
    mei, tom = section.told.text().split("\n\n")
    assert mei.startswith("Mei · ")
    assert mei.endswith("\nToo long?")
    assert tom == "↳ Tom · resolved\nYes."
    hub.session.select(("s2",), "s2")
    assert not section.isVisible()


def test_the_change_to_a_scene_is_told_and_leads_to_its_panel(
    hub: Hub, qtbot: QtBot, inspector: Inspector
) -> None:
    show(hub, qtbot, slide(1), slide(2))
    assert inspector.cut.none.isVisible()
    assert not inspector.cut.change.isEnabled()
    hub.session.select(("s2",), "s2")
    assert inspector.cut.asked.isVisible()
    assert inspector.cut.reason.text()
    wanted: list[tuple[str, QRect]] = []
    inspector.seam_activated.connect(lambda scene, place: wanted.append((scene, place)))
    QTest.mouseClick(inspector.cut.change, Qt.MouseButton.LeftButton)
    assert [scene for scene, _ in wanted] == ["s2"]
    assert wanted[0][1].size() == inspector.cut.change.size()


def test_the_lecture_as_a_whole(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    show(hub, qtbot, slide(1), slide(2))
    pane = inspector.lecture
    enter(pane.title, "Weather")
    enter(pane.silence, "8")
    choose(pane.level, 1 + int(Level.HOLD))
    choose(pane.unscripted, 2)
    pane.fades.click()
    choices = now(hub).choices
    assert now(hub).title == "Weather"
    assert (choices.silence, choices.level, choices.unscripted, choices.fades_only) == (
        8,
        Level.HOLD,
        "skip",
        True,
    )
    choose(pane.level, 0)
    assert now(hub).choices.level is None
    choose(pane.language, 0)
    assert now(hub).language == ""


def test_pronunciation_rules_are_added_changed_and_removed(
    hub: Hub, qtbot: QtBot, inspector: Inspector
) -> None:
    show(hub, qtbot, slide(1, "H2O."))
    rules = inspector.lecture.respellings
    assert not rules.add.isEnabled()
    rules.written.setFocus()
    QTest.keyClicks(rules.written, "H2O")
    QTest.keyClick(rules.written, Qt.Key.Key_Return)
    assert now(hub).choices.respellings == ()
    QTest.keyClicks(rules.spoken, "H two O")
    QTest.keyClick(rules.spoken, Qt.Key.Key_Return)
    assert now(hub).choices.respellings == (Respelling("H2O", "H two O"),)
    assert rules.written.text() == ""
    rules.table.setCurrentCell(0, 1)
    rules.table.setFocus()
    rules.table.editItem(rules.table.item(0, 1))
    editor = rules.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "water")
    assert now(hub).choices.respellings == (Respelling("H2O", "H two O"),)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: now(hub).choices.respellings == (Respelling("H2O", "water"),))
    rules.table.setFocus()
    QTest.keyClick(rules.table, Qt.Key.Key_Delete)
    assert now(hub).choices.respellings == ()
    assert len(now(hub).scenes) == 1


def test_reading_only_shows_and_changes_nothing(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    made = lecture(slide(1, "Rain."))
    hub.session.open(made, read_only=True)
    assert inspector.scene.title.isReadOnly()
    for field in (inspector.scene.least, inspector.narration.language, inspector.lecture.level):
        assert not field.isEnabled()


def test_parts_fold_and_stay_as_left(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    show(hub, qtbot, slide(1))
    QTest.mouseClick(inspector.picture.heading, Qt.MouseButton.LeftButton)
    assert not inspector.picture.body.isVisible()
    other = Inspector(hub)
    qtbot.addWidget(other)
    other.show()
    assert not other.picture.body.isVisible()
    assert other.scene.body.isVisible()


def test_every_control_has_a_name(hub: Hub, qtbot: QtBot, inspector: Inspector) -> None:
    show(hub, qtbot, slide(1, "Rain."), slide(2))
    for kind in (TextField, SecondsField, ChoiceField, QLineEdit):
        for field in inspector.findChildren(kind):
            assert field.accessibleName() or isinstance(field.parent(), SecondsField), field


def test_a_title_half_typed_counts_when_another_scene_is_chosen_and_is_shown(
    hub: Hub, qtbot: QtBot, inspector: Inspector
) -> None:
    show(hub, qtbot, slide(1, "Rain."), slide(2, "Snow."))
    field = inspector.lecture.title
    field.setFocus()
    field.end(False)
    QTest.keyClicks(field, " and snow")
    hub.session.select(["s2"])
    assert now(hub).title == "Rain and snow"
    assert field.text() == "Rain and snow"


def test_a_title_half_typed_is_not_given_to_another_lecture(
    hub: Hub, qtbot: QtBot, inspector: Inspector
) -> None:
    show(hub, qtbot, slide(1, "Rain."))
    inspector.lecture.title.setFocus()
    QTest.keyClicks(inspector.lecture.title, " and snow")
    hub.session.open(lecture(slide(7, "Wind."), title="Wind"))
    assert now(hub).title == "Wind"
    assert inspector.lecture.title.text() == "Wind"


def test_the_scene_that_the_video_begins_with_has_no_change_whatever_is_hidden_before_it(
    hub: Hub, qtbot: QtBot, inspector: Inspector
) -> None:
    show(hub, qtbot, slide(1, "Rain."), slide(2, "Snow."), slide(3, "Wind."))
    hub.session.select(["s2"])
    assert inspector.cut.change.isEnabled()
    hub.session.edit("hide-scenes", lambda made: edits.set_hidden(made, ["s1"], True))
    qtbot.waitUntil(lambda: not inspector.cut.change.isEnabled())
    assert inspector.cut.none.isVisible()
    assert "first scene" in inspector.cut.none.text()
    hub.session.select(["s3"])
    assert inspector.cut.change.isEnabled()
