"""Undo and redo: what was done comes back exactly, in order, and typing is not undone letter by letter."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from studio import edits
from studio.errors import EditError
from studio.history import CODES, History, Label
from studio.lecture import Lecture, Level, Scene
from studio.lecture_json import dumps, loads
from tests.studio.edits.lessons import ids, lesson, recording, scene, take

START = lesson("a", scene("b", "One. Two. Three.", "Part"), "c")
MOVE, TYPE = Label("move-scenes", 2), Label("type", name="B")


def typed(history: History, text: str, key: str = "b 0") -> History:
    for end in range(1, len(text) + 1):
        history = history.edited(TYPE, edits.set_script(history.present, "b", text[:end]), key)
    return history


def test_what_was_done_is_undone_and_redone_under_its_name() -> None:
    history = History(START, saved=START)
    moved = edits.move(START, ["c"], 0)
    after = history.edited(MOVE, moved)
    assert (history.undoes, history.redoes) == (None, None)
    assert (after.undoes, after.redoes) == (MOVE, None)
    back = after.undo()
    assert back.present is START
    assert (back.undoes, back.redoes) == (None, MOVE)
    assert back.redo().present is moved
    assert back.undo() is back
    assert after.redo() is after


def test_a_new_edit_cuts_off_what_was_undone() -> None:
    after = History(START).edited(MOVE, edits.move(START, ["c"], 0)).undo()
    renamed = after.edited(Label("rename-scene"), edits.rename(START, "a", "New"))
    assert renamed.redoes is None
    assert renamed.undo().present is START
    assert after.edited(MOVE, START) is after  # an edit that changes nothing cuts off nothing


def test_a_sentence_is_undone_at_once_and_the_next_one_by_itself() -> None:
    history = typed(typed(History(START), "Rain."), "Rain. Sun.", key="b 1")
    assert history.undo().present.scene("b").script.words == "Rain."
    assert history.undo().undo().present is START
    paused = typed(typed(History(START), "Rain").sealed(), "Rain.")
    assert len(paused.steps) == 2
    assert len(typed(History(START), "Rain").steps) == 1


def test_growing_ends_with_undo_and_with_saving() -> None:
    history = typed(History(START, saved=START), "Rain")
    redone = history.undo().redo()
    assert len(typed(redone, "Rain is").steps) > 1
    named = History(START).edited(Label("set-title"), edits.set_title(START, "New"))
    undone = typed(typed(named, "Rain").undo(), "Sun")
    assert undone.undo().present is named.present
    saved = history.marked_saved()
    longer = saved.edited(TYPE, edits.set_script(saved.present, "b", "Rain falls"), "b 0")
    assert longer.is_modified
    assert not longer.undo().is_modified


def test_a_drag_back_to_where_it_began_is_no_step() -> None:
    history = History(START).edited(Label("set-length"), edits.set_least(START, ["a"], Fraction(3)), "drag")
    back = history.edited(Label("set-length"), edits.set_least(history.present, ["a"], None), "drag")
    assert back.undoes is None
    assert back.present is START


def test_the_saved_mark_follows_undo_redo_and_edits_that_come_to_the_same() -> None:
    history = History(START)
    assert history.is_modified  # no file holds it yet
    history = history.marked_saved()
    assert not history.is_modified
    after = history.edited(MOVE, edits.move(START, ["c"], 0))
    assert after.is_modified
    assert not after.undo().is_modified
    by_hand = after.edited(MOVE, edits.move(after.present, ["a"], 0)).edited(
        MOVE, edits.move(edits.set_title(START, "x"), ["a"], 1)
    )
    by_hand = by_hand.edited(Label("set-title"), edits.set_title(by_hand.present, START.title))
    assert not by_hand.is_modified
    late = after.marked_saved(START)  # the save of START ended when editing had gone on
    assert late.is_modified
    assert not late.undo().is_modified


def test_only_so_many_steps_are_kept() -> None:
    history = History(START, limit=3)
    for number in range(10):
        history = history.edited(Label("set-title"), edits.set_title(history.present, str(number)))
    assert len(history.steps) == history.done == 3
    for _ in range(5):
        history = history.undo()
    assert history.present.title == "6"
    assert history.redo().redo().redo().present.title == "9"


def test_labels_are_codes_that_can_be_translated() -> None:
    assert len(set(CODES)) == len(CODES) > 30
    assert all(code == code.lower() and " " not in code for code in CODES)


class Editing(RuleBasedStateMachine):
    """An author who does anything in any order, against a plain list of all lectures there were."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History(START, saved=START)
        self.past: list[Lecture] = [START]
        self.future: list[Lecture] = []

    def do(self, after: Lecture) -> None:
        before = self.history.present
        self.history = self.history.edited(MOVE, after)
        if after != before:
            self.past.append(after)
            self.future = []

    def chosen(self, data: st.DataObject, least: int = 1) -> list[str]:
        names = [each.id for each in self.history.present.scenes]
        return data.draw(st.lists(st.sampled_from(names), min_size=least, max_size=4, unique=True))

    def gap(self, data: st.DataObject) -> int:
        return data.draw(st.integers(0, len(self.history.present.scenes)))

    @property
    def has_scenes(self) -> bool:
        return bool(self.history.present.scenes)

    @rule(data=st.data())
    def insert(self, data: st.DataObject) -> None:
        if len(self.history.present.scenes) < 30:
            self.do(edits.insert(self.history.present, START.scenes, self.gap(data)))

    @precondition(lambda self: self.has_scenes)
    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        before, names, to = self.history.present, self.chosen(data), self.gap(data)
        after = edits.move(before, names, to)
        self.do(after)
        assert sorted(ids(after).split()) == sorted(ids(before).split())
        block = [each.id for each in before.scenes if each.id in names]
        assert " ".join(block) in ids(after)
        others = [each for each in before.scenes if each.id not in names]
        kept = [each for each in after.scenes if each.id not in names]
        assert all(a is b for a, b in zip(others, kept, strict=True))

    @precondition(lambda self: self.has_scenes)
    @rule(data=st.data(), hidden=st.booleans())
    def remove_duplicate_or_hide(self, data: st.DataObject, hidden: bool) -> None:
        before, names = self.history.present, self.chosen(data)
        edit = data.draw(st.sampled_from(["remove", "duplicate", "hide"]))
        if edit == "remove":
            self.do(edits.remove(before, names))
        elif edit == "duplicate":
            self.do(edits.duplicate(before, names) if len(before.scenes) < 30 else before)
        else:
            self.do(edits.set_hidden(before, names, hidden))

    @precondition(lambda self: self.has_scenes)
    @rule(data=st.data())
    def split_or_merge(self, data: st.DataObject) -> None:
        before = self.history.present
        each: Scene = data.draw(st.sampled_from(before.scenes))
        try:
            if data.draw(st.booleans()):
                after = edits.split(before, each.id, data.draw(st.integers(0, 3)), take(each, before))
                assert len(after.scenes) == len(before.scenes) + 1
            else:
                after = edits.merge(before, self.chosen(data, least=2) if len(before.scenes) > 1 else [])
        except EditError:
            return
        self.do(after)

    @precondition(lambda self: self.has_scenes)
    @rule(data=st.data(), text=st.sampled_from(["", "New.", "One. Two.", "First.\n\nSecond! Third?"]))
    def change_one(self, data: st.DataObject, text: str) -> None:
        before = self.history.present
        (name,) = self.chosen(data)[:1]
        edit = data.draw(st.sampled_from(["words", "level", "recording", "section"]))
        try:
            if edit == "words":
                after = edits.set_script(before, name, text)
            elif edit == "level":
                after = edits.set_level(before, name, data.draw(st.sampled_from(Level)))
            elif edit == "recording":
                after = edits.set_recording(before, name, recording())
            else:
                after = edits.start_section(before, name, text)
        except EditError:
            return
        self.do(after)
        changed = [a for a, b in zip(before.scenes, after.scenes, strict=True) if a is not b]
        assert edit == "section" or [each.id for each in changed] in ([], [name])

    @rule()
    def undo(self) -> None:
        if len(self.past) > 1:
            self.future.append(self.past.pop())
        self.history = self.history.undo()

    @rule()
    def redo(self) -> None:
        if self.future:
            self.past.append(self.future.pop())
        self.history = self.history.redo()

    @invariant()
    def stands_where_the_list_says(self) -> None:
        assert self.history.present is self.past[-1]
        assert (self.history.undoes is not None) == (len(self.past) > 1)
        assert (self.history.redoes is not None) == bool(self.future)
        assert self.history.is_modified == (self.history.present != START)
        back = self.history
        for lecture in reversed(self.past[:-1]):
            back = back.undo()
            assert back.present is lecture

    @invariant()
    def is_a_sound_lecture(self) -> None:
        names = [each.id for each in self.history.present.scenes]
        assert len(set(names)) == len(names)
        assert loads(dumps(self.history.present)) == self.history.present


@pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
def test_any_edits_in_any_order_are_undone_and_redone_exactly() -> None:
    from hypothesis import settings

    run_state_machine_as_test(Editing, settings=settings(max_examples=25, stateful_step_count=20))


def test_undoing_costs_no_memory_for_what_did_not_change() -> None:
    history = History(START).edited(TYPE, edits.set_script(START, "b", "New."))
    after = history.undo().redo().present
    assert [a is b for a, b in zip(START.scenes, after.scenes, strict=True)] == [True, False, True]
    assert replace(history, key="").present is history.present
