"""The session: edits, undo, selection, and what it tells the views."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio import edits
from studio.lecture import Lecture
from tests.fakes import lecture, slide
from ui.session import Session


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session with three scenes, nothing saved."""
    made = Session()
    made.open(three())
    return made


def three() -> Lecture:
    """Scenes a, b and c."""
    return lecture(*(replace(slide(1), id=name) for name in "abc"))


def ids(session: Session) -> list[str]:
    """The scenes as they stand now."""
    assert session.lecture is not None
    return [scene.id for scene in session.lecture.scenes]


def test_the_first_scene_is_shown_when_a_lecture_is_opened(session: Session) -> None:
    assert (session.current, session.selection) == ("a", ("a",))


def test_an_edit_tells_what_was_and_what_is_and_can_be_undone(session: Session) -> None:
    told: list[tuple[Lecture, Lecture]] = []
    session.changed.connect(lambda before, after: told.append((before, after)))
    assert session.edit("remove-scenes", lambda now: edits.remove(now, ["b"]), 1, "b")
    before, after = told[0]
    assert len(before.scenes) == 3
    assert before.scenes[0] is after.scenes[0]
    assert ids(session) == ["a", "c"]
    session.undo()
    assert ids(session) == ["a", "b", "c"]
    session.redo()
    assert ids(session) == ["a", "c"]


def test_an_edit_that_cannot_be_done_is_told_and_changes_nothing(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.refused) as refused:
        assert not session.edit("merge-scenes", lambda now: edits.merge(now, ["a", "c"]))
    assert refused.args is not None
    assert "neighbouring" in str(refused.args[0])
    assert ids(session) == ["a", "b", "c"]
    assert session.history is not None
    assert session.history.undoes is None


def test_when_the_current_scene_goes_its_neighbour_is_shown(session: Session) -> None:
    session.select(["c"])
    session.edit("remove-scenes", lambda now: edits.remove(now, ["c"]))
    assert (session.current, session.selection) == ("b", ("b",))
    session.select(["a"])
    session.edit("remove-scenes", lambda now: edits.remove(now, ["a"]))
    assert session.current == "b"


def test_several_scenes_are_selected_in_the_order_of_the_lecture(session: Session) -> None:
    session.select(["c", "a"], "c")
    assert (session.selection, session.current) == (("a", "c"), "c")


def test_typing_with_one_key_is_one_step_until_it_is_sealed(session: Session) -> None:
    for text in ("W", "Wa", "Wat"):
        session.edit("type", lambda now, text=text: edits.set_script(now, "a", text), key="a")
    session.seal()
    session.edit("type", lambda now: edits.set_script(now, "a", "Water"), key="a")
    session.undo()
    assert session.lecture is not None
    assert edits.script_text(session.lecture.scene("a").script) == "Wat"
    session.undo()
    assert edits.script_text(session.lecture.scene("a").script) != "Wat"


def test_a_save_that_ends_after_more_typing_leaves_the_rest_unsaved(session: Session, tmp_path: Path) -> None:
    captured = session.lecture
    assert captured is not None
    session.edit("rename-scene", lambda now: edits.rename(now, "a", "Steam"))
    session.mark_saved(captured, tmp_path / "x.lecture")
    assert session.is_modified
    session.undo()
    assert not session.is_modified
    assert session.path == tmp_path / "x.lecture"


def test_closing_leaves_nothing_behind(session: Session) -> None:
    session.close()
    assert session.lecture is None
    assert (session.current, session.selection, session.seam) == ("", (), "")
    assert not session.edit("set-title", lambda now: edits.set_title(now, "x"))


def test_what_was_taken_out_a_moment_ago_cannot_be_selected(session: Session) -> None:
    session.edit("remove-scenes", lambda lecture: edits.remove(lecture, ["b"]))
    session.select(["b"], "b")
    assert (session.current, session.selection) == ("a", ())
    session.select(["c", "b"], "b")
    assert (session.current, session.selection) == ("c", ("c",))
    session.select_seam("b")
    assert session.seam == ""
