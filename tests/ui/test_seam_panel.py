"""The panel of a change: every choice is one step, falls are told at once, and it plays what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio import edits
from studio.errors import StudioError
from studio.lecture import Lecture, Level, Paragraph, Script, StoredTransition, Transition
from tests.fakes import lecture, slide
from tests.ui.laid_out import MEANS, open_made, records
from ui.hub import Hub
from ui.seam.panel import SeamPanel

Key, Button = Qt.Key, Qt.MouseButton


def rain(**fields: Any) -> Lecture:
    """Five scenes, all much alike; the deck asks for Morph before the fourth and for Push before the fifth."""
    morph = Transition(stored=StoredTransition("morph"))
    push = Transition(stored=StoredTransition("push", "u"))
    return lecture(
        slide(1, "Welcome."),
        slide(2, "The sun warms the sea."),
        slide(3, "Vapour rises."),
        slide(4, "Clouds form.", transition=morph),
        slide(5, "Rain falls.", transition=push),
        **fields,
    )


@pytest.fixture
def panel(hub: Hub, qtbot: QtBot) -> Iterator[SeamPanel]:
    """The panel over an editor in which a lecture is laid out; a button stands for the rest of the window."""
    editor = QWidget()
    qtbot.addWidget(editor)
    editor.resize(1000, 760)
    column = QVBoxLayout(editor)
    column.addWidget(QPushButton("elsewhere"))
    column.addStretch(1)
    made = SeamPanel(hub, editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    open_made(hub, qtbot, rain())
    yield made
    made.hide()


def opened(panel: SeamPanel, scene: str) -> None:
    panel.open_at(scene, QRect(40, 200, 200, 24))
    assert panel.isVisible()


def transition(hub: Hub, scene: str) -> Transition:
    assert hub.session.lecture is not None
    return hub.session.lecture.scene(scene).transition


def steps(hub: Hub) -> int:
    """How many times one can undo."""
    assert hub.session.history is not None
    return hub.session.history.done


def undoes(hub: Hub) -> str:
    assert hub.session.history is not None
    assert hub.session.history.undoes is not None
    return hub.session.history.undoes.code


def said(panel: SeamPanel) -> str:
    """All words that can be read in the panel now."""
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def settled(hub: Hub, qtbot: QtBot, scene: str, level: Level) -> None:
    """Wait until the timeline knows what was chosen."""

    def known() -> bool:
        choice = hub.workbench.choice(scene)
        return choice is not None and choice.level is level

    qtbot.waitUntil(known)


def test_it_says_which_change_and_what_is_suggested(panel: SeamPanel) -> None:
    opened(panel, "s2")
    assert panel.accessibleName() == "Change to “Slide 2”"
    assert panel.levels.buttons[Level.HOLD].isChecked()
    assert "Suggested: Hold. The same design: " in said(panel)
    assert not panel.suggestion.isVisible()


def test_the_arrow_keys_choose_a_level_in_one_step(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    opened(panel, "s2")
    QTest.keyClick(panel.levels.buttons[Level.HOLD], Key.Key_Up)
    assert transition(hub, "s2").requested is Level.WHOLE
    assert (steps(hub), undoes(hub)) == (1, "set-level")
    settled(hub, qtbot, "s2", Level.WHOLE)
    hub.session.undo()
    settled(hub, qtbot, "s2", Level.HOLD)
    assert panel.levels.buttons[Level.HOLD].isChecked()
    assert panel.levels.buttons[Level.HOLD].hasFocus(), "the arrow keys go on from what holds"
    assert panel.isVisible()


def test_levels_that_the_slides_do_not_allow_are_listed_and_say_why(panel: SeamPanel, hub: Hub) -> None:
    opened(panel, "s2")
    assert panel.levels.buttons[Level.MOVE].isEnabled()
    for level, reason in (
        (Level.RESHAPE, "Not here: no picture turns into another here."),
        (Level.MOTION, "Not here: there is no picture on the slide before."),
    ):
        button = panel.levels.buttons[level]
        QTest.mouseClick(button, Button.LeftButton)
        assert not button.isEnabled()
        assert reason in button.accessibleDescription()
        assert reason in said(panel)
    assert steps(hub) == 0


def test_what_the_deck_asks_for_in_vain_is_told_at_once(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    opened(panel, "s4")
    made = rain()
    hub.workbench.feed(records(made, delivered={"s4": 2}), MEANS)
    qtbot.waitUntil(lambda: "The deck asks for Move; the video will show Hold: " in said(panel))
    assert panel.levels.buttons[Level.MOVE].isChecked()


def test_what_the_author_asks_for_in_vain_is_told_before_any_check(
    panel: SeamPanel, hub: Hub, qtbot: QtBot
) -> None:
    opened(panel, "s3")
    hub.session.edit("set-level", lambda now: edits.set_level(now, "s3", Level.MOTION))
    wanted = "You chose AI motion; the video will show Move: there is no picture on the slide before;"
    qtbot.waitUntil(lambda: wanted in said(panel))
    assert "Not yet checked." in said(panel)


def test_the_suggestion_is_used_again(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    opened(panel, "s2")
    panel.levels.buttons[Level.CUT].click()
    settled(hub, qtbot, "s2", Level.CUT)
    assert "A plain cut: there is nothing to check." in said(panel)
    QTest.mouseClick(panel.suggestion, Button.LeftButton)
    assert transition(hub, "s2") == Transition()
    assert undoes(hub) == "use-suggestion"


def test_a_change_that_the_script_asks_for_stays_there(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    script = Script((Paragraph("(transition: dissolve) Vapour rises."),), "en")
    open_made(hub, qtbot, lecture(slide(1, "One."), slide(2, script=script)))
    settled(hub, qtbot, "s2", Level.WHOLE)
    opened(panel, "s2")
    refused: list[StudioError] = []
    hub.session.refused.connect(refused.append)
    QTest.mouseClick(panel.suggestion, Button.LeftButton)
    assert "take that out of the script" in str(refused[0])
    assert steps(hub) == 0


def test_a_style_and_where_it_travels_are_chosen(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    opened(panel, "s2")
    assert not panel.how.style_box.isVisible(), "a style is a matter of the whole slide"
    panel.levels.buttons[Level.WHOLE].click()
    settled(hub, qtbot, "s2", Level.WHOLE)
    assert panel.how.style_box.isVisible()
    assert not panel.how.direction_box.isVisible(), "a dissolve goes nowhere"
    pick(panel, "style_box", "wipe")
    qtbot.waitUntil(panel.how.direction_box.isVisible)
    pick(panel, "direction_box", "up")
    assert (transition(hub, "s2").style, transition(hub, "s2").direction) == ("wipe", "up")
    assert undoes(hub) == "set-direction"


def test_a_push_of_the_deck_is_turned_in_one_step(panel: SeamPanel, hub: Hub) -> None:
    opened(panel, "s5")
    pick(panel, "direction_box", "right")
    wish = transition(hub, "s5")
    assert (wish.requested, wish.style, wish.direction) == (Level.WHOLE, "push", "right")
    assert steps(hub) == 1


def test_a_length_grows_into_one_step_and_can_be_usual_again(
    panel: SeamPanel, hub: Hub, qtbot: QtBot
) -> None:
    opened(panel, "s2")
    panel.how.length.setFocus()
    for _ in range(3):
        QTest.keyClick(panel.how.length, Key.Key_Up)
    assert transition(hub, "s2").duration == Fraction(3, 5)
    assert steps(hub) == 1
    qtbot.waitUntil(panel.how.usual.isEnabled)
    QTest.mouseClick(panel.how.usual, Button.LeftButton)
    assert transition(hub, "s2").duration is None
    assert steps(hub) == 2


def test_one_may_speak_during_a_change(panel: SeamPanel, hub: Hub) -> None:
    opened(panel, "s2")
    panel.how.speak_over.click()
    assert transition(hub, "s2").speak_over
    assert undoes(hub) == "set-speak-over"


def test_a_choice_is_carried_to_all_similar_changes(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    opened(panel, "s2")
    panel.levels.buttons[Level.CUT].click()
    assert panel.similar.text().startswith("Apply to 1 similar change")
    QTest.mouseClick(panel.similar, Button.LeftButton)
    assert transition(hub, "s3").requested is Level.CUT
    assert transition(hub, "s4").requested is None
    assert (steps(hub), undoes(hub)) == (2, "apply-to-similar")
    assert not panel.similar.isEnabled(), "they are alike now"


def test_fades_only_is_one_switch_for_the_whole_lecture(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    opened(panel, "s5")
    panel.fades_only.click()
    assert hub.session.lecture is not None
    assert hub.session.lecture.choices.fades_only
    assert hub.actions.fades_only.isChecked()
    assert undoes(hub) == "set-fades-only"
    qtbot.waitUntil(lambda: panel.how.style_box.currentData() == "dissolve")
    model: Any = panel.how.style_box.model()
    allowed = [panel.how.style_box.itemData(row) for row in range(5) if model.item(row).isEnabled()]
    assert allowed == ["dissolve", "dip"]
    hub.session.undo()
    assert not panel.fades_only.isChecked()
    assert not hub.actions.fades_only.isChecked()


def test_what_was_measured_stands_under_details(panel: SeamPanel, hub: Hub, qtbot: QtBot) -> None:
    opened(panel, "s2")
    assert "Checked. What both slides share stays still." in said(panel)
    step = hub.workbench.cut_step("s2")
    assert step is not None
    scores = {"steps": 9, "step_share": 0.14, "static_error": 0.02, "shared": 0.9, "ends_exact": True}
    record = {"requested": 2, "delivered": 2, "style": "dissolve", "reasons": [], "scores": scores}
    hub.workbench.feed({step.key: record})
    qtbot.waitUntil(panel.result.details.isVisible)
    assert "14%" not in said(panel)
    QTest.mouseClick(panel.result.details, Button.LeftButton)
    assert "Largest step: 14% of the change" in said(panel)


def test_it_plays_the_change_with_a_second_around_it(panel: SeamPanel, hub: Hub) -> None:
    opened(panel, "s3")
    clip = hub.workbench.clip("s3")
    assert clip is not None
    assert clip.cut is not None
    QTest.mouseClick(panel.player.play, Button.LeftButton)
    assert hub.playback.playing
    assert hub.playback.position == clip.cut.frames.start - 30
    assert panel.player.play.text() == "Pause"
    QTest.mouseClick(panel.player.play, Button.LeftButton)
    assert not hub.playback.playing
    assert panel.player.play.text() == "Play this change"


def test_a_loop_ends_with_the_panel(panel: SeamPanel, hub: Hub) -> None:
    opened(panel, "s3")
    panel.player.loop.click()
    QTest.mouseClick(panel.player.play, Button.LeftButton)
    assert hub.playback.looping is not None
    QTest.keyClick(panel, Key.Key_Escape)
    assert not hub.playback.playing
    assert not panel.isVisible()


def test_the_menu_plays_the_change_of_the_current_scene(panel: SeamPanel, hub: Hub) -> None:
    hub.session.select(["s1"])
    hub.actions.play_cut.trigger()
    assert not hub.playback.playing, "nothing changes into the first scene"
    hub.session.select(["s4"])
    hub.actions.play_cut.trigger()
    assert hub.playback.playing


def test_escape_gives_the_keyboard_back(panel: SeamPanel, qtbot: QtBot) -> None:
    elsewhere = panel.parentWidget().findChild(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    elsewhere.setFocus()
    opened(panel, "s2")
    assert panel.levels.buttons[Level.HOLD].hasFocus()
    QTest.keyClick(panel.levels.buttons[Level.HOLD], Key.Key_Escape)
    assert not panel.isVisible()
    assert elsewhere.hasFocus()


def test_going_elsewhere_closes_it(panel: SeamPanel) -> None:
    opened(panel, "s2")
    panel.parentWidget().findChild(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly).setFocus()
    assert not panel.isVisible()


def test_it_closes_with_its_scene(panel: SeamPanel, hub: Hub) -> None:
    opened(panel, "s3")
    hub.session.edit("remove-scenes", lambda now: edits.remove(now, ["s3"]))
    assert not panel.isVisible()
    opened(panel, "s4")
    hub.session.close()
    assert not panel.isVisible()


def test_there_is_none_before_the_first_scene(panel: SeamPanel) -> None:
    panel.open_at("s1", QRect(0, 0, 10, 10))
    assert not panel.isVisible()


def test_it_changes_nothing_in_a_lecture_that_is_only_read(panel: SeamPanel, hub: Hub) -> None:
    hub.session.read_only = True
    hub.session.history_changed.emit()
    opened(panel, "s2")
    panel.levels.buttons[Level.CUT].click()
    panel.how.speak_over.click()
    assert steps(hub) == 0
    assert panel.player.isEnabled()


def test_it_stays_within_a_small_editor(panel: SeamPanel) -> None:
    editor = panel.parentWidget()
    editor.resize(700, 420)
    panel.open_at("s2", QRect(editor.mapToGlobal(editor.rect().bottomRight()), editor.size() / 10))
    assert editor.rect().contains(panel.geometry())
    editor.resize(600, 360)
    assert editor.rect().contains(panel.geometry())


def pick(panel: SeamPanel, box: str, value: str) -> None:
    """Choose in a list that drops down, with the keyboard."""
    field = getattr(panel.how, box)
    field.setFocus()
    while field.currentData() != value:
        before = field.currentIndex()
        QTest.keyClick(field, Key.Key_Down if field.findData(value) > before else Key.Key_Up)
        assert field.currentIndex() != before
