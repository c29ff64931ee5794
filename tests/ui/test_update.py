"""Updating the open lecture from its changed deck: one step, a report, and a choice where both sides wrote."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from pptx import Presentation
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from studio import edits
from studio.assets import AssetStore
from studio.importers import import_file
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.progress import CancelToken
from studio.reimport import Reimported, update
from studio.settings import assets_folder
from tests.studio.edits.lessons import lesson, recording
from tests.studio.reimport.changing import read_base
from tests.ui.test_cli import NOTES, make_deck
from ui.dropping import Dropping
from ui.hub import Hub
from ui.update_dialog import UpdateDialog

LONG_MS = 60_000


@pytest.fixture
def opened(hub: Hub, tmp_path: Path) -> Lecture:
    """A lecture whose author has rewritten the first notes and recorded the second slide."""
    lecture, _ = import_file(make_deck(tmp_path / "deck.pptx"), AssetStore(assets_folder()))
    lecture = edits.set_script(lecture, lecture.scenes[0].id, "My own welcome. It has only four slides.")
    lecture = edits.set_recording(lecture, lecture.scenes[1].id, recording())
    hub.session.open(lecture)
    return lecture


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    deck = Presentation(str(make_deck(tmp_path / "changed.pptx")))
    deck.slides[0].notes_slide.notes_text_frame.text = "Another welcome. It has only four slides."
    deck.slides[1].notes_slide.notes_text_frame.text = NOTES[1] + " And here is a new sentence."
    deck.save(str(tmp_path / "changed.pptx"))
    return tmp_path / "changed.pptx"


def brought(hub: Hub, deck: Path) -> Reimported:
    """What the update of the open lecture comes to, read here and at once."""
    assert hub.session.lecture is not None
    store = AssetStore(assets_folder())
    theirs, report = import_file(deck, store)
    return update(hub.session.lecture, theirs, report, lambda base: read_base(base, store, Tools()))


def test_the_changes_arrive_as_one_step(hub: Hub, qtbot: QtBot, opened: Lecture, changed: Path) -> None:
    with qtbot.waitSignal(hub.documents.updating.updated, timeout=LONG_MS) as arrived:
        hub.documents.updating.start(changed)
        assert hub.documents.updating.running
    (done,) = arrived.args
    after = hub.session.lecture
    assert after is done.lecture
    assert after is not None
    assert after.scenes[0].script.words == "My own welcome. It has only four slides."
    assert after.scenes[1].script.words.endswith("And here is a new sentence.")
    assert after.scenes[1].recording is not None
    assert after.scenes[1].recording.stale
    hub.session.undo()
    assert hub.session.lecture is opened
    hub.session.redo()
    qtbot.waitUntil(lambda: not hub.documents.updating.running, timeout=LONG_MS)
    with qtbot.waitSignal(hub.documents.told, timeout=LONG_MS) as told:
        hub.documents.updating.start(changed)
    assert "up to date" in told.args[0]
    assert hub.session.lecture is after


def test_a_deck_that_is_another_one_changes_nothing(
    hub: Hub, qtbot: QtBot, opened: Lecture, tmp_path: Path
) -> None:
    with qtbot.waitSignal(hub.documents.failed, timeout=LONG_MS) as failed:
        hub.documents.updating.start(tmp_path / "missing.pptx")
    assert "There is no file" in str(failed.args[0])
    assert hub.session.lecture is opened


def test_what_is_typed_meanwhile_is_merged_too(
    hub: Hub, qtbot: QtBot, opened: Lecture, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Lecture] = []

    def read(lecture: Lecture, path: Path, cancel: CancelToken) -> Generator[object, None, Reimported]:
        seen.append(lecture)
        yield None
        return brought(hub, path)

    updating = hub.documents.updating
    monkeypatch.setattr(updating, "_update", read)
    with qtbot.waitSignal(updating.updated, timeout=LONG_MS):
        updating.start(changed)
        hub.session.edit("type", lambda now: edits.set_script(now, now.scenes[3].id, "Typed meanwhile."))
    assert len(seen) == 2
    assert hub.session.lecture is not None
    assert hub.session.lecture.scenes[3].script.words == "Typed meanwhile."
    assert hub.session.lecture.scenes[1].script.words.endswith("And here is a new sentence.")


def test_another_lecture_is_not_updated(hub: Hub, qtbot: QtBot, opened: Lecture, changed: Path) -> None:
    hub.documents.updating.start(changed)
    other = lesson("a", "b")
    hub.session.open(other)
    qtbot.waitUntil(lambda: hub.tasks.idle, timeout=LONG_MS)
    assert hub.session.lecture is other


@pytest.fixture
def dialog(hub: Hub, qtbot: QtBot, opened: Lecture, changed: Path) -> UpdateDialog:
    done = brought(hub, changed)
    hub.session.edit("update-deck", lambda _: done.lecture, 1, "changed.pptx")
    made = UpdateDialog(hub, done)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_report_names_every_change_and_leads_to_it(hub: Hub, dialog: UpdateDialog) -> None:
    assert hub.session.lecture is not None
    assert dialog.headline.text().startswith("2 scene")
    told = [(line.place, line.text) for line in dialog.list.lines if line.style == "line"]
    assert ("2 · Slide number 2", "The notes were changed in the deck; the new words are used.") in told
    row = next(n for n, line in enumerate(dialog.list.lines) if line.place.startswith("2 ·"))
    dialog.list.choose_row(row)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert hub.session.current == hub.session.lecture.scenes[1].id


def words(hub: Hub) -> str:
    assert hub.session.lecture is not None
    return hub.session.lecture.scenes[0].script.words


def test_the_authors_words_or_the_decks(hub: Hub, dialog: UpdateDialog) -> None:
    (choice,) = dialog.choices
    press: Callable[..., None] = QTest.mouseClick
    assert choice.mine.isChecked()
    press(choice.theirs, Qt.MouseButton.LeftButton)
    assert words(hub) == "Another welcome. It has only four slides."
    assert (choice.mine.isChecked(), choice.theirs.isChecked()) == (False, True)
    assert not dialog.undo.isEnabled()
    press(choice.mine, Qt.MouseButton.LeftButton)
    assert words(hub) == "My own welcome. It has only four slides."
    hub.session.edit("type", lambda now: edits.set_script(now, now.scenes[0].id, "Something else."))
    assert not choice.theirs.isEnabled()


def test_one_choice_leaves_the_rest_of_the_dialog_to_the_report(dialog: UpdateDialog) -> None:
    dialog.show()
    dialog.resize(700, 700)
    assert len(dialog.choices) == 1
    assert dialog.area.height() <= dialog.choices[0].height() + 4
    assert dialog.list.height() > dialog.area.height()


def test_the_whole_update_can_be_undone_from_its_report(
    hub: Hub, dialog: UpdateDialog, opened: Lecture
) -> None:
    QTest.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert hub.session.lecture is opened
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("button", "updates"), [("Update this lecture", True), ("Open as a new lecture", False)]
)
def test_a_deck_dropped_onto_its_lecture_is_asked_about(
    hub: Hub,
    qtbot: QtBot,
    opened: Lecture,
    changed: Path,
    monkeypatch: pytest.MonkeyPatch,
    button: str,
    updates: bool,
) -> None:
    asked: list[tuple[bool, Path]] = []
    monkeypatch.setattr(hub.documents.updating, "start", lambda path: asked.append((True, path)))
    monkeypatch.setattr(hub.documents, "open", lambda path: asked.append((False, path)))
    window = QWidget()
    qtbot.addWidget(window)
    dropping = Dropping(hub, window)
    dropping.take([changed])
    assert asked == [(False, changed)]  # a deck of another name is opened at once
    again = changed.with_name("Deck.pptx")
    dropping.take([again])
    assert len(asked) == 1
    (box,) = window.findChildren(QMessageBox)
    QTest.mouseClick(next(b for b in box.buttons() if b.text() == button), Qt.MouseButton.LeftButton)
    assert asked[1:] == [(updates, again)]
