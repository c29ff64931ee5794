"""The script pane as a teacher uses it: typing, hearing a sentence, keeping something private."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from renderers import plan, profiles
from renderers.steps import AlignStep, CardStep, PageStep, RecordingStep, SpeakStep
from studio.lecture import Asset, Lecture, Paragraph, Recording, Scene, Script
from studio.places import sentence_places
from studio.progress import CancelToken
from tests.fakes import lecture, means, slide
from ui.hub import Hub
from ui.script import ScriptPane, sentences
from ui.script.changes import between, rebased, utf16
from ui.script.context_menu import context_menu
from ui.script.directions import chips
from ui.script.insert_menu import direction

MEANS = means(profiles.load(profiles.PREVIEW))
Ctrl = Qt.KeyboardModifier.ControlModifier


def records(made: Lecture, unspoken: str = "") -> dict[str, dict[str, Any]]:
    """What is made of a lecture: two seconds a sentence; the sentence `unspoken` is missing."""
    found: dict[str, dict[str, Any]] = {}
    for step in plan.prepare(made, profiles.load(profiles.PREVIEW), MEANS):
        match step:
            case SpeakStep() if not unspoken or unspoken not in step.text:
                found[step.key] = {"seconds": "2"}
            case PageStep() | CardStep():
                found[step.key] = {"digest": step.key}
            case RecordingStep():
                found[step.key] = {"seconds": "30"}
            case AlignStep():
                found[step.key] = {
                    "spans": [[str(3 * n), str(3 * n + 2)] for n in range(len(step.sentences))]
                }
            case _:
                pass
    return found


@pytest.fixture
def pane(hub: Hub, qtbot: QtBot) -> Iterator[ScriptPane]:
    """The pane in a window that has all actions, as in the program."""
    window = QMainWindow()
    qtbot.addWidget(window)
    made = ScriptPane(hub)
    window.setCentralWidget(made)
    window.addActions([entry.action for entry in hub.actions.entries])
    window.resize(760, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def show(
    hub: Hub, qtbot: QtBot, pane: ScriptPane, *scenes: Scene, fed: bool = True, **fields: Any
) -> Lecture:
    """Open a lecture and wait until its sentences are found and its sounds are known."""
    made = lecture(*scenes, **fields)
    hub.session.open(made)
    if fed:
        hub.workbench.feed(records(made), MEANS)
    settle(hub, qtbot, pane)
    pane.field.setFocus()
    return made


def settle(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    """Wait until all is known about the lecture as it is now."""
    qtbot.waitUntil(lambda: hub.workbench.is_current and hub.tasks.idle and pane.is_settled, timeout=20_000)


def words(hub: Hub, scene: str = "s1") -> str:
    """The script as the lecture has it."""
    assert hub.session.lecture is not None
    return "\n".join(paragraph.text for paragraph in hub.session.lecture.scene(scene).script.paragraphs)


def put_cursor(pane: ScriptPane, position: int) -> None:
    """Put the cursor at a place, as a click would."""
    cursor = pane.field.textCursor()
    cursor.setPosition(position)
    pane.field.setTextCursor(cursor)


def compose(pane: ScriptPane, preedit: str, commit: str = "") -> None:
    """What an input method sends."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(pane.field, event)


def test_typing_changes_the_script_at_once(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls."))
    put_cursor(pane, 5)
    QTest.keyClicks(pane.field, "water ")
    assert words(hub) == "Rain water falls."
    QTest.keyClick(pane.field, Qt.Key.Key_Backspace)
    assert words(hub) == "Rain waterfalls."


def test_return_and_shift_return_begin_a_paragraph(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "One. Two."))
    put_cursor(pane, 5)
    QTest.keyClick(pane.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    assert words(hub) == "One. \n\nTwo."
    assert pane.field.blockCount() == 3


def test_keys_of_the_transport_are_letters_here(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, ""))
    QTest.keyClicks(pane.field, "jkl JKL c,.")
    QTest.keyClick(pane.field, Qt.Key.Key_Home)
    QTest.keyClick(pane.field, Qt.Key.Key_Delete)
    assert words(hub) == "kl JKL c,."
    assert not hub.playback.playing
    assert hub.playback.position == 0
    assert hub.session.lecture is not None
    assert len(hub.session.lecture.scenes) == 1


def test_undo_is_the_programs(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls."))
    put_cursor(pane, 11)
    QTest.keyClicks(pane.field, " Snow melts.")
    QTest.keyClicks(pane.field, " Ice")
    QTest.keyClick(pane.field, Qt.Key.Key_Z, Ctrl)
    assert words(hub) == "Rain falls. Snow melts. " or words(hub) == "Rain falls. Snow melts."
    QTest.keyClick(pane.field, Qt.Key.Key_Z, Ctrl)
    QTest.keyClick(pane.field, Qt.Key.Key_Z, Ctrl)
    assert words(hub) == "Rain falls."
    assert pane.field.text() == "Rain falls."
    assert pane.field.textCursor().position() == 11
    QTest.keyClick(pane.field, Qt.Key.Key_Y, Ctrl)
    assert words(hub).startswith("Rain falls. ")
    assert pane.field.textCursor().position() == len(words(hub))


def test_a_run_of_letters_is_one_step_and_a_jump_begins_another(
    hub: Hub, qtbot: QtBot, pane: ScriptPane
) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls. Snow melts."))
    put_cursor(pane, 4)
    QTest.keyClicks(pane.field, "drop")
    put_cursor(pane, 20)
    QTest.keyClicks(pane.field, "y")
    hub.session.undo()
    assert words(hub) == "Raindrop falls. Snow melts."
    hub.session.undo()
    assert words(hub) == "Rain falls. Snow melts."
    assert not hub.actions.undo.isEnabled()


def test_a_pause_ends_a_step(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, ""))
    QTest.keyClicks(pane.field, "Rain")
    history = hub.session.history
    assert history is not None
    assert history.key
    qtbot.waitUntil(lambda: hub.session.history is not None and not hub.session.history.key, timeout=3000)
    QTest.keyClicks(pane.field, "bow")
    hub.session.undo()
    assert words(hub) == "Rain"


def test_leaving_the_field_and_the_scene_end_a_step(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, ""), slide(2, ""))
    QTest.keyClicks(pane.field, "Rain")
    pane.header.title.setFocus()
    assert hub.session.history is not None
    assert not hub.session.history.key
    pane.field.setFocus()
    QTest.keyClicks(pane.field, "bow")
    hub.session.select(("s2",), "s2")
    assert not hub.session.history.key
    assert pane.field.text() == ""


def test_a_foreign_change_leaves_the_cursor_with_its_word(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    from studio import edits

    show(hub, qtbot, pane, slide(1, "Rain falls. Snow melts."))
    pane.header.title.setFocus()
    put_cursor(pane, 16)
    hub.session.edit("type", lambda each: edits.set_script(each, "s1", "Hail and rain fall. Snow melts."))
    assert pane.field.text() == "Hail and rain fall. Snow melts."
    cursor = pane.field.textCursor()
    assert pane.field.text()[: cursor.position()].endswith("Snow")


def test_hard_blanks_and_rare_characters_survive(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    text = "« Il pleut » 🌧️ 𠮷野家。"
    show(hub, qtbot, pane, slide(1, text))
    pane.field.moveCursor(pane.field.textCursor().MoveOperation.End)
    QTest.keyClicks(pane.field, "x")
    assert words(hub) == text + "x"
    hub.session.undo()
    assert pane.field.text() == text


def test_too_long_a_text_is_refused_and_the_field_says_what_holds(
    hub: Hub, qtbot: QtBot, pane: ScriptPane
) -> None:
    show(hub, qtbot, pane, slide(1, "Rain."), fed=False)
    refused: list[object] = []
    hub.session.refused.connect(refused.append)
    data = QMimeData()
    data.setText("x" * 100_001)
    pane.field.insertFromMimeData(data)
    assert len(refused) == 1
    assert pane.field.text() == words(hub) == "Rain."


def test_pasting_is_one_step_and_every_line_end_a_paragraph(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, ""))
    QTest.keyClicks(pane.field, "A")
    QGuiApplication.clipboard().setText("one\r\ntwo\u2028three")
    QTest.keyClick(pane.field, Qt.Key.Key_V, Ctrl)
    assert words(hub) == "Aone\ntwo\nthree"
    hub.session.undo()
    assert words(hub) == "A"


# Input methods


def test_an_input_method_composes_undisturbed(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    made = show(hub, qtbot, pane, slide(1, "雨"))
    pane.field.moveCursor(pane.field.textCursor().MoveOperation.End)
    for preedit in ("ㄕ", "ㄕㄨ", "ㄕㄨㄟ", "ㄕㄨㄟˇ", "水"):
        compose(pane, preedit)
        assert hub.session.lecture is made
    compose(pane, "", "水")
    assert words(hub) == "雨水"
    hub.session.undo()
    assert words(hub) == "雨"


def test_no_shortcut_fires_while_composing(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    made = show(hub, qtbot, pane, slide(1, "雨"), slide(2, "雪"))
    compose(pane, "ㄕㄨ")
    for key, modifier in (
        *(
            (key, Qt.KeyboardModifier.NoModifier)
            for key in (Qt.Key.Key_Space, Qt.Key.Key_K, Qt.Key.Key_Delete)
        ),
        *((key, Ctrl) for key in (Qt.Key.Key_Z, Qt.Key.Key_D, Qt.Key.Key_Return, Qt.Key.Key_PageDown)),
    ):
        QTest.keyClick(pane.field, key, modifier)
    assert hub.session.lecture is made
    assert not hub.playback.playing
    assert hub.session.current == "s1"


def test_a_change_from_outside_waits_for_the_input_method(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    from studio import edits

    show(hub, qtbot, pane, slide(1, "雨落下。"))
    put_cursor(pane, 1)
    compose(pane, "ㄕㄨㄟ")
    hub.session.edit("type", lambda each: edits.set_script(each, "s1", "今天雨落下。"))
    assert pane.field.text() == "雨落下。"
    compose(pane, "", "水")
    assert words(hub) == pane.field.text() == "今天雨水落下。"


def test_another_scene_waits_for_the_input_method(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "雨"), slide(2, "雪"))
    pane.field.moveCursor(pane.field.textCursor().MoveOperation.End)
    compose(pane, "ㄕㄨ")
    hub.session.select(("s2",), "s2")
    assert pane.field.text() == "雨"
    compose(pane, "", "水")
    assert words(hub, "s1") == "雨水"
    assert words(hub, "s2") == pane.field.text() == "雪"


# Listening


def test_what_is_composed_when_another_lecture_is_opened_changes_nothing_in_it(
    hub: Hub, qtbot: QtBot, pane: ScriptPane
) -> None:
    show(hub, qtbot, pane, slide(1, "It rains."))
    put_cursor(pane, 3)
    compose(pane, "shui")
    hub.session.open(lecture(slide(1, "Another lecture.")))
    compose(pane, "", "水")
    assert words(hub) == "Another lecture."
    assert pane.field.text() == "Another lecture."
    assert hub.session.history is not None
    assert hub.session.history.undoes is None


def test_a_title_half_typed_when_another_lecture_is_opened_is_not_given_to_it(
    hub: Hub, qtbot: QtBot, pane: ScriptPane
) -> None:
    show(hub, qtbot, pane, slide(1, "It rains."))
    pane.header.title.setFocus()
    QTest.keyClicks(pane.header.title, " and more")
    hub.session.open(lecture(slide(1, "Another lecture."), slide(2)))
    assert pane.header.title.text() == "Slide 1"
    pane.field.setFocus()
    hub.session.select(["s2"])
    assert hub.session.lecture is not None
    assert [scene.title for scene in hub.session.lecture.scenes] == ["Slide 1", "Slide 2"]


def click_sentence(pane: ScriptPane, sentence: int) -> None:
    spot = next(spot for spot in pane.margin.spots() if spot.sentence == sentence)
    QTest.mouseClick(pane.margin, Qt.MouseButton.LeftButton, pos=spot.rect.center())


def test_a_button_plays_just_that_sentence(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls. Snow melts.\nIce breaks."))
    played: list[tuple[int, int]] = []
    hub.playback.moved.connect(lambda frame: played.append((frame, pane.listening.heard)))
    click_sentence(pane, 1)
    assert hub.playback.playing
    clip, timeline = hub.workbench.clip("s1"), hub.workbench.timeline
    assert clip is not None
    assert timeline is not None
    span = clip.take.spans[1]
    assert hub.playback.position == int((clip.heard(timeline.rate) + span.start) * timeline.rate)
    assert pane.listening.heard == 1
    (mark,) = pane.field.extraSelections()
    assert mark.cursor.selectedText() == "Snow melts."
    qtbot.waitUntil(lambda: not hub.playback.playing, timeout=9000)
    assert hub.playback.position <= int((clip.heard(timeline.rate) + span.end) * timeline.rate) + 1
    assert pane.field.extraSelections() == []
    assert {heard for _, heard in played} <= {1, -1}


def test_control_return_plays_the_sentence_at_the_cursor(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls. Snow melts."))
    put_cursor(pane, 18)
    QTest.keyClick(pane.field, Qt.Key.Key_Return, Ctrl)
    assert pane.listening.heard == 1
    assert words(hub) == "Rain falls. Snow melts."
    QTest.keyClick(pane.field, Qt.Key.Key_Return, Ctrl)
    assert not hub.playback.playing


def test_what_is_not_yet_spoken_plays_as_soon_as_it_is(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    made = show(hub, qtbot, pane, slide(1, "Rain falls. Snow melts."), fed=False)
    hub.workbench.feed(records(made, unspoken="Snow"), MEANS)
    qtbot.waitUntil(lambda: pane.listening.state(0) == "ready")
    assert pane.listening.state(1) == "waiting"
    click_sentence(pane, 1)
    assert not hub.playback.playing
    hub.workbench.feed(records(made), MEANS)
    qtbot.waitUntil(lambda: hub.playback.playing)
    assert pane.listening.state(1) == "playing"


def test_only_the_corrected_sentence_is_spoken_again(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls. Snow melts. Ice breaks."))
    put_cursor(pane, 16)
    QTest.keyClicks(pane.field, "y")
    settle(hub, qtbot, pane)
    assert [pane.listening.state(n) for n in range(3)] == ["ready", "waiting", "ready"]


def test_a_sentence_just_typed_is_never_heard_as_it_was_before(
    hub: Hub, qtbot: QtBot, pane: ScriptPane
) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls. Snow melts."))
    put_cursor(pane, 0)
    QTest.keyClicks(pane.field, "Warm ")
    QTest.keyClick(pane.field, Qt.Key.Key_Return, Ctrl)
    assert not hub.playback.playing
    settle(hub, qtbot, pane)
    assert not hub.playback.playing
    assert hub.session.lecture is not None
    hub.workbench.feed(records(hub.session.lecture), MEANS)
    qtbot.waitUntil(lambda: hub.playback.playing)
    assert pane.listening.state(0) == "playing"


def test_a_hidden_scene_has_nothing_to_play(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls.", hidden=True), slide(2, "Snow."))
    assert pane.listening.state(0) == "absent"
    pane.play_at_cursor()
    assert not hub.playback.playing


def test_a_recording_is_shown_as_one_and_heard_in_its_place(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    recording = Recording(Asset("ab" * 32, "my voice.m4a", "audio/mp4", 9))
    show(hub, qtbot, pane, slide(1, "Rain falls. Snow melts.", recording=recording))
    assert pane.recorded.isVisibleTo(pane)
    assert pane.header.recorded.isVisibleTo(pane)
    click_sentence(pane, 1)
    clip, timeline = hub.workbench.clip("s1"), hub.workbench.timeline
    assert clip is not None
    assert timeline is not None
    assert hub.playback.position == int((clip.heard(timeline.rate) + 3) * timeline.rate)


def test_removing_a_recording_asks_and_names_it(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    recording = Recording(Asset("ab" * 32, "my voice.m4a", "audio/mp4", 9))
    made = show(hub, qtbot, pane, slide(1, "Rain falls.", recording=recording))
    pane.recorded.remove.click()
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox))
    assert "my voice.m4a" in box.text()
    assert hub.session.lecture is made
    button = next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert hub.session.lecture is not None
    assert hub.session.lecture.scenes[0].recording is None
    assert not pane.recorded.isVisibleTo(pane)


def test_a_recording_older_than_its_slide_can_be_marked_as_checked(
    hub: Hub, qtbot: QtBot, pane: ScriptPane
) -> None:
    recording = Recording(Asset("ab" * 32, "my voice.m4a", "audio/mp4", 9), stale=True)
    show(hub, qtbot, pane, slide(1, "Rain falls.", recording=recording))
    assert "changed in the deck" in pane.recorded.words.text()
    QTest.mouseClick(pane.recorded.checked, Qt.MouseButton.LeftButton)
    assert hub.session.lecture is not None
    assert hub.session.lecture.scenes[0].recording == replace(recording, stale=False)
    assert not pane.recorded.checked.isVisibleTo(pane)
    hub.session.undo()
    assert pane.recorded.checked.isVisibleTo(pane)


def test_trimming_a_recording(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    recording = Recording(Asset("ab" * 32, "v.m4a", "audio/mp4", 9), trim_start=Fraction(1, 3))
    show(hub, qtbot, pane, slide(1, "Rain falls.", recording=recording))
    field = pane.recorded.end
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1.5")
    assert hub.session.lecture is not None
    assert hub.session.lecture.scenes[0].recording == recording
    QTest.keyClick(field, Qt.Key.Key_Return)
    trimmed = hub.session.lecture.scenes[0].recording
    assert trimmed == replace(recording, trim_end=Fraction(3, 2))


# Directions


def test_directions_are_chips_and_say_what_they_do(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain (pause: 2 s) falls (pause: soon) now (see page 3)."))
    found = chips(pane.field.text())
    assert [pane.field.text()[chip.start : chip.stop] for chip in found] == ["(pause: 2 s)", "(pause: soon)"]
    assert [chip.understood for chip in found] == [True, False]
    ranges = pane.field.document().firstBlock().layout().formats()
    waved = [r for r in ranges if r.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline]
    assert [(r.start, r.length) for r in waved] == [(found[1].start, found[1].stop - found[1].start)]
    cursor = pane.field.textCursor()
    cursor.setPosition(found[0].start + 2)
    assert "2 s" in pane.field.told_at(cursor)
    cursor.setPosition(1)
    assert pane.field.told_at(cursor) == ""


@pytest.mark.parametrize("chinese", [False, True])
def test_whatever_can_be_put_in_is_understood(
    hub: Hub, qtbot: QtBot, pane: ScriptPane, chinese: bool
) -> None:
    words = {"zh": "今天下雨，我們留在家裡。", "en": "It rains today."}["zh" if chinese else "en"]
    show(
        hub,
        qtbot,
        pane,
        slide(1, words, script=Script((Paragraph(words),))),
        language="zh-TW" if chinese else "en",
    )
    menu = pane.header.menu
    menu.fill()
    actions = [one for entry in menu.actions() if entry.menu() for one in entry.menu().actions()]
    assert len(actions) > 15
    asked: list[str] = []
    menu.chosen.connect(asked.append)
    for action in actions:
        action.trigger()
    assert len(asked) >= len(actions) - 2
    for text in asked:
        assert [chip.understood for chip in chips(text)] == [True], text
    assert direction("pause", "2 s", chinese) in asked


def test_inserting_puts_it_at_the_cursor_as_one_step(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls."))
    put_cursor(pane, 4)
    pane.header.insert_asked.emit("(pause: 2 s)")
    assert words(hub) == "Rain (pause: 2 s) falls."
    hub.session.undo()
    assert words(hub) == "Rain falls."


# Privacy


def test_a_paragraph_is_kept_private_by_its_lock(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls.\nSnow melts."))
    spot = next(s for s in pane.margin.spots() if s.sentence < 0 and s.paragraph == 1)
    QTest.mouseClick(pane.margin, Qt.MouseButton.LeftButton, pos=spot.rect.center())
    assert hub.session.lecture is not None
    assert [p.private for p in hub.session.lecture.scenes[0].script.paragraphs] == [False, True]
    settle(hub, qtbot, pane)
    assert [s.sentence for s in pane.margin.spots() if s.sentence >= 0] == [0]
    assert pane.field.document().lastBlock().layout().formats()
    put_cursor(pane, 14)
    hub.actions.private.trigger()
    assert not any(p.private for p in hub.session.lecture.scenes[0].script.paragraphs)


def test_what_looks_private_is_asked_about(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    said = Script((Paragraph("Rain falls."), Paragraph("TODO: bring water")), "en")
    show(hub, qtbot, pane, slide(1, script=said))
    assert "TODO" in pane.private.words.text()
    assert pane.private.isVisibleTo(pane)
    pane.private.keep.click()
    assert hub.session.lecture is not None
    assert hub.session.lecture.scenes[0].script.paragraphs[1].private
    assert not pane.private.isVisibleTo(pane)
    hub.session.undo()
    pane.private.say.click()
    assert not hub.session.lecture.scenes[0].script.paragraphs[1].private
    assert not pane.private.isVisibleTo(pane)


# The scene


def test_the_title_counts_when_it_is_entered_and_esc_restores_it(
    hub: Hub, qtbot: QtBot, pane: ScriptPane
) -> None:
    made = show(hub, qtbot, pane, slide(1, "Rain."))
    title = pane.header.title
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Wet")
    assert hub.session.lecture is made
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert title.text() == "Slide 1"
    title.selectAll()
    QTest.keyClicks(title, "Wet weather")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert hub.session.lecture is not None
    assert hub.session.lecture.scenes[0].title == "Wet weather"
    QTest.keyClick(title, Qt.Key.Key_Z, Ctrl)
    assert hub.session.lecture is made
    assert title.text() == "Slide 1"


def test_the_language_of_the_script(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain."))
    box = pane.header.language
    shown = [box.itemText(n) for n in range(box.count())]
    assert len(shown) == len(set(shown)) == 3  # automatic, English, Chinese
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert hub.session.lecture is not None
    assert hub.session.lecture.scenes[0].script.language == ""


def test_a_scene_without_words_says_what_happens_to_it(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, ""))
    assert pane.empty.isVisibleTo(pane)
    assert pane.field.placeholderText()
    pane.empty.seconds.setFocus()
    pane.empty.seconds.selectAll()
    QTest.keyClicks(pane.empty.seconds, "8")
    QTest.keyClick(pane.empty.seconds, Qt.Key.Key_Return)
    assert hub.session.scene is not None
    assert hub.session.scene.least == 8
    pane.empty.choice.setCurrentIndex(3)
    pane.empty.choice.activated.emit(3)
    assert hub.session.scene.unscripted == "skip"
    assert not pane.empty.seconds.isVisibleTo(pane)
    pane.field.setFocus()
    QTest.keyClicks(pane.field, "Rain")
    assert not pane.empty.isVisibleTo(pane)


def test_splitting_at_the_sentence_of_the_cursor(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls. Snow melts."))
    put_cursor(pane, 3)
    assert not hub.actions.split.isEnabled()
    put_cursor(pane, 14)
    assert hub.actions.split.isEnabled()
    QTest.keyClick(pane.field, Qt.Key.Key_K, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    assert hub.session.lecture is not None
    assert [scene.script.words for scene in hub.session.lecture.scenes] == ["Rain falls.", "Snow melts."]
    assert pane.field.text() == "Rain falls."


def test_a_lecture_open_for_reading_only_cannot_be_typed_in(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    made = lecture(slide(1, "Rain falls."))
    hub.session.open(made, read_only=True)
    QTest.keyClicks(pane.field, "x")
    assert hub.session.lecture is made
    assert pane.field.text() == "Rain falls."
    assert pane.header.title.isReadOnly()
    assert not pane.header.language.isEnabled()


def test_without_a_lecture_nothing_is_shown(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls."))
    hub.session.close()
    assert pane.field.text() == ""
    assert not pane.field.isEnabled()
    assert not pane.empty.isVisibleTo(pane)


def test_typing_stops_what_plays_on_to_the_next_scene(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls."), slide(2, "Snow."))
    hub.playback.play()
    QTest.keyClicks(pane.field, "x")
    assert not hub.playback.playing


def test_a_long_script_stays_fluent(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    lines = [
        f"Sentence {n} of a long text goes on (pause: 2 s) like this. Then another one." for n in range(660)
    ]
    show(hub, qtbot, pane, slide(1, "\n".join(lines)), fed=False)
    assert len(pane.field.text()) > 50_000
    put_cursor(pane, 25_000)
    took: list[float] = []
    worked: list[float] = []
    for letter in "rain falls and goes on ":
        start, busy = time.perf_counter(), time.thread_time()
        QTest.keyClicks(pane.field, letter)
        took.append(time.perf_counter() - start)
        worked.append(time.thread_time() - busy)
    usual = sorted(took)[len(took) // 2]
    print(f"a keystroke in 51,000 characters: {usual * 1000:.1f} ms, at worst {max(took) * 1000:.1f} ms")
    assert max(worked) < 0.05  # of the thread's own time: other programs may keep the machine busy


# Pure parts


@pytest.mark.parametrize(
    ("before", "after"), [("", "a"), ("abc", "abc"), ("aaa", "aaaa"), ("abcd", "ad"), ("雨水", "大雨水滴")]
)
def test_a_change_leads_from_one_text_to_the_other(before: str, after: str) -> None:
    change = between(before, after)
    assert before[: change.start] + change.new + before[change.stop :] == after
    assert change.is_empty == (before == after)


def test_two_changes_of_one_text_are_put_together() -> None:
    assert rebased("abcdef", "abXcdef", "Zabcdef") == "ZabXcdef"
    assert rebased("abcdef", "abXcdef", "abcdefZ") == "abXcdefZ"
    assert rebased("abcdef", "abXdef", "abef") == "abXef"


def test_sentences_stand_where_the_studio_finds_them() -> None:
    text = "Rain (pause: 1) falls. &amp; snow!\n\nDr. Who says: “Yes.” 🌧 Then it stops.\n今天下雨。真好！"
    scene = slide(1, text)
    expected = sentence_places(scene, lecture(scene).choices)
    found = sentences.find(scene.script, CancelToken())
    assert [(s.paragraph, s.start, s.stop) for s in found] == [
        (p.paragraph, *(utf16(scene.script.paragraphs[p.paragraph].text, n) for n in (p.start, p.stop)))
        for p in expected
    ]


def test_sentences_move_with_the_text_until_they_are_found_anew() -> None:
    before = "One. Two.\nThree."
    found = sentences.find(slide(1, before).script, CancelToken())
    moved = sentences.moved(found, before, between(before, "One. So two.\nThree."))
    assert [(s.paragraph, s.start, s.stop) for s in moved] == [(0, 0, 4), (0, 5, 12), (1, 0, 6)]
    moved = sentences.moved(found, before, between(before, "One. Two.\nNew.\nThree."))
    assert moved[2].paragraph == 2


def test_pointing_at_a_button_shows_its_sentence(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls. Snow melts."))
    spots = {spot.sentence: spot for spot in pane.margin.spots()}
    assert set(spots) == {-1, 0, 1}
    QTest.mouseMove(pane.margin, spots[1].rect.center())
    qtbot.waitUntil(lambda: len(pane.field.extraSelections()) == 1)
    (mark,) = pane.field.extraSelections()
    assert mark.cursor.selectedText() == "Snow melts."
    assert "sentence" in pane.margin.told(spots[0])


def test_the_menu_of_the_text_offers_what_can_be_done(hub: Hub, qtbot: QtBot, pane: ScriptPane) -> None:
    show(hub, qtbot, pane, slide(1, "Rain falls. Snow melts."))
    put_cursor(pane, 14)
    menu = context_menu(pane, hub)
    actions = hub.actions
    assert {actions.play_sentence, actions.private, actions.split, actions.undo} <= set(menu.actions())
    assert actions.private.isEnabled()
    menu.deleteLater()
