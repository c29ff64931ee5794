"""What the actions of the menus do to the selected scenes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QKeySequence

from studio.lecture import Asset, Recording
from tests.fakes import lecture, slide
from ui.editing import SCENES_TYPE, as_mime, from_mime
from ui.hub import Hub


@pytest.fixture
def editor(hub: Hub) -> Hub:
    """An editor with four scenes open."""
    hub.session.open(lecture(*(slide(number, f"Words of {number}. More.") for number in range(1, 5))))
    return hub


def ids(hub: Hub) -> list[str]:
    """The scenes as they stand now."""
    assert hub.session.lecture is not None
    return [scene.id for scene in hub.session.lecture.scenes]


def test_scenes_are_cut_and_pasted_behind_the_selected_one(editor: Hub) -> None:
    editor.session.select(["s1", "s2"])
    editor.actions.cut.trigger()
    assert ids(editor) == ["s3", "s4"]
    editor.session.select(["s4"])
    editor.actions.paste.trigger()
    assert ids(editor) == ["s3", "s4", "s1", "s2"]
    assert editor.session.selection == ("s1", "s2")


def test_pasting_a_copy_makes_new_scenes(editor: Hub) -> None:
    editor.session.select(["s2"])
    editor.actions.copy.trigger()
    editor.actions.paste.trigger()
    assert ids(editor) == ["s1", "s2", "s2-copy", "s3", "s4"]
    assert "Words of 2" in QGuiApplication.clipboard().text()


def test_a_strange_clipboard_is_left_alone(editor: Hub) -> None:
    data = QMimeData()
    data.setData(SCENES_TYPE, b'{"not": "scenes"}')
    assert from_mime(data) == ()
    QGuiApplication.clipboard().setText("Just words")
    editor.actions.paste.trigger()
    assert ids(editor) == ["s1", "s2", "s3", "s4"]


def test_scenes_survive_the_clipboard(editor: Hub) -> None:
    assert editor.session.lecture is not None
    data = as_mime(editor.session.lecture, ("s1", "s3"))
    assert from_mime(data) == (editor.session.lecture.scene("s1"), editor.session.lecture.scene("s3"))


def test_the_hide_action_hides_then_shows(editor: Hub) -> None:
    editor.session.select(["s2", "s3"])
    editor.actions.hide.trigger()
    assert editor.session.lecture is not None
    assert [scene.hidden for scene in editor.session.lecture.scenes] == [False, True, True, False]
    assert editor.actions.hide.text() == "Show scene"
    editor.actions.hide.trigger()
    assert not any(scene.hidden for scene in editor.session.lecture.scenes)


def test_merge_and_split_are_each_others_reverse(editor: Hub) -> None:
    editor.session.select(["s1", "s2"])
    editor.actions.merge.trigger()
    assert ids(editor) == ["s1", "s3", "s4"]
    editor.editing.split(2)
    assert len(ids(editor)) == 4
    assert editor.session.lecture is not None
    assert editor.session.lecture.scenes[1].script.words == "Words of 2. More."


def test_a_recording_that_is_not_measured_yet_is_not_cut(editor: Hub) -> None:
    audio = Asset("0" * 64, "voice.wav", "audio/wav", 10)
    editor.session.open(lecture(slide(1, "One. Two.", recording=Recording(audio, Fraction(0)))))
    refused: list[object] = []
    editor.session.refused.connect(refused.append)
    editor.editing.split(1)
    assert "still being read" in str(refused[0])
    assert len(ids(editor)) == 1


def test_scenes_move_by_keyboard_and_stop_at_the_ends(editor: Hub) -> None:
    editor.session.select(["s1", "s2"])
    editor.actions.move_down.trigger()
    assert ids(editor) == ["s3", "s1", "s2", "s4"]
    editor.actions.move_down.trigger()
    editor.actions.move_down.trigger()
    assert ids(editor) == ["s3", "s4", "s1", "s2"]
    editor.actions.move_up.trigger()
    assert ids(editor) == ["s3", "s1", "s2", "s4"]


def test_going_to_the_next_scene_stops_at_the_last(editor: Hub) -> None:
    for _ in range(6):
        editor.actions.next_scene.trigger()
    assert (editor.session.current, editor.session.selection) == ("s4", ("s4",))


def test_undo_says_what_it_takes_back(editor: Hub) -> None:
    assert not editor.actions.undo.isEnabled()
    editor.session.select(["s1", "s2", "s3"])
    editor.actions.delete.trigger()
    assert "3" in editor.actions.undo.text()
    editor.actions.undo.trigger()
    assert ids(editor) == ["s1", "s2", "s3", "s4"]
    assert editor.actions.redo.isEnabled()


def test_nothing_can_be_changed_in_a_lecture_that_is_read_only(editor: Hub) -> None:
    assert editor.session.lecture is not None
    editor.session.open(editor.session.lecture, read_only=True)
    changing = ("cut", "paste", "duplicate", "hide", "delete", "merge", "save", "move_up")
    assert not any(getattr(editor.actions, name).isEnabled() for name in changing)
    assert editor.actions.copy.isEnabled()
    assert editor.actions.save_as.isEnabled()


def test_without_a_lecture_only_opening_is_possible(hub: Hub) -> None:
    able = {entry.name for entry in hub.actions.entries if entry.action.isEnabled()}
    assert {"import_file", "open", "open_sample", "preferences", "quit"} <= able
    assert able.isdisjoint({"export", "save", "save_as", "play_pause", "delete", "show_timeline"})


def test_no_two_actions_share_a_shortcut(hub: Hub) -> None:
    taken: dict[str, str] = {}
    for entry in hub.actions.entries:
        for keys in entry.action.shortcuts():
            text = keys.toString(QKeySequence.SequenceFormat.PortableText)
            assert taken.setdefault(text, entry.name) == entry.name


def test_a_shortcut_of_ones_own_holds_and_is_given_back(hub: Hub) -> None:
    hub.settings.set_shortcut("duplicate", "Ctrl+Alt+D")
    assert hub.actions.duplicate.shortcut() == QKeySequence("Ctrl+Alt+D")
    assert "Ctrl+Alt+D" in hub.actions.duplicate.toolTip()
    hub.settings.set_shortcut("duplicate", None)
    assert hub.actions.duplicate.shortcut() == QKeySequence("Ctrl+D")
