"""The card after an import: it tells, asks once, and lets private notes be gone through."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studio import edits
from studio.lecture import CustomShow, Lecture, Paragraph, Scene, Script
from studio.report import Entry, ImportReport
from tests.studio.edits.lessons import lesson, scene
from ui.controls.fields import ChoiceField
from ui.hub import Hub
from ui.import_card import ImportCard

PRIVATE = "TODO: find my glasses."

LONG_MS = 60_000
"""Much longer than anything takes, even on a busy machine."""


def imported() -> tuple[Lecture, ImportReport]:
    noted = Scene(
        "a", "Opening", scene("a").visual, Script((Paragraph("Hello."), Paragraph(PRIVATE, True)), "en")
    )
    lecture = lesson(noted, "b", "c", edits.set_hidden(lesson("d"), ("d",), True).scenes[0])
    fonts = "Fonts that are not installed: “Calibri” in Carlito."
    return lecture, ImportReport(
        "deck.pptx",
        4,
        (
            Entry("kept", "notes", "The notes are kept as the script (1 paragraph).", 1, "a"),
            Entry("left out", "private notes", f"“{PRIVATE}” looks private and is not spoken.", 1, "a"),
            Entry("replaced", "font", fonts, 2, "b"),
            Entry("replaced", "font", fonts, 3, "c"),
            Entry("left out", "macro", "The macros of the deck are left out.", 3, "c"),
        ),
    )


@pytest.fixture
def card(hub: Hub, qtbot: QtBot) -> ImportCard:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1000, 600)
    card = ImportCard(hub, over)
    over.show()
    lecture, report = imported()
    hub.session.open(lecture, report=report)
    hub.documents.imported.emit(report)
    return card


def test_it_tells_in_words_what_came(card: ImportCard) -> None:
    told = card.summary.text()
    for part in ("1 slide", "with notes", "2 without", "1 hidden", "1 font", "1 note", "private", "1 thing"):
        assert part in told
    assert card.isVisible()


def test_it_leaves_the_upper_half_of_the_editor_free(card: ImportCard) -> None:
    assert card.geometry().top() > 300
    card.parentWidget().resize(700, 560)
    assert card.parentWidget().rect().contains(card.geometry())


@pytest.mark.parametrize(("way", "choice"), [("read", "read"), ("skip", "skip"), ("silent", "silent")])
def test_the_one_choice_is_an_edit_that_can_be_undone(
    card: ImportCard, hub: Hub, qtbot: QtBot, way: str, choice: str
) -> None:
    qtbot.mouseClick(card.choice.read, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(getattr(card.choice, way), Qt.MouseButton.LeftButton)
    assert hub.session.lecture.choices.unscripted == choice
    if choice != "silent":
        hub.session.undo()  # trying several is one step
    assert hub.session.lecture.choices.unscripted == "silent"
    assert hub.session.history.undoes is None
    assert card.choice.silent.isChecked()


def test_recording_later_is_silence_until_then(card: ImportCard, hub: Hub, qtbot: QtBot) -> None:
    qtbot.mouseClick(card.choice.read, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.choice.later, Qt.MouseButton.LeftButton)
    assert hub.session.lecture.choices.unscripted == "silent"
    assert card.choice.later.isChecked()


def test_the_length_of_the_silence_is_chosen_there(card: ImportCard, hub: Hub, qtbot: QtBot) -> None:
    card.choice.seconds.setFocus()
    card.choice.seconds.selectAll()
    qtbot.keyClicks(card.choice.seconds, "3")
    qtbot.keyClick(card.choice.seconds, Qt.Key.Key_Return)
    assert hub.session.lecture.choices.silence == Fraction(3)
    hub.session.undo()
    assert hub.session.lecture.choices.silence == Fraction(5)


def test_the_choice_holds_for_slides_that_said_something_else(
    card: ImportCard, hub: Hub, qtbot: QtBot
) -> None:
    hub.session.edit("set-unscripted", lambda lecture: edits.set_unscripted(lecture, ("b",), "skip"))
    qtbot.mouseClick(card.choice.read, Qt.MouseButton.LeftButton)
    assert hub.session.lecture.scene("b").unscripted is None


def test_no_choice_is_asked_for_where_every_slide_has_notes(hub: Hub, card: ImportCard) -> None:
    report = ImportReport("x.pptx", 1, ())
    hub.session.open(lesson(scene("a", "One.")), report=report)
    assert not card.isVisible()
    hub.documents.imported.emit(report)
    assert card.isVisible()
    assert card.choice.isHidden()
    assert card.review_button.isHidden()


def test_a_private_note_is_spoken_after_all(card: ImportCard, hub: Hub, qtbot: QtBot) -> None:
    qtbot.mouseClick(card.review_button, Qt.MouseButton.LeftButton)
    note = card.review.notes["a", PRIVATE]
    qtbot.waitUntil(
        lambda: note.isVisible() and note.visibleRegion().boundingRect().height() > 40, timeout=LONG_MS
    )
    assert not note.keep.isChecked()
    qtbot.mouseClick(note.say, Qt.MouseButton.LeftButton)
    assert not hub.session.lecture.scene("a").script.paragraphs[1].private
    hub.session.undo()
    assert hub.session.lecture.scene("a").script.paragraphs[1].private
    assert not note.say.isChecked()


def test_a_note_kept_private_is_not_asked_about_again(card: ImportCard, hub: Hub, qtbot: QtBot) -> None:
    qtbot.mouseClick(card.review_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.review.notes["a", PRIVATE].keep, Qt.MouseButton.LeftButton)
    assert hub.documents.reviewed == {("a", PRIVATE)}
    assert hub.session.lecture.scene("a").script.paragraphs[1].private
    assert not hub.session.is_modified or hub.session.history.undoes is None


def test_all_notes_are_kept_private_at_once(card: ImportCard, hub: Hub, qtbot: QtBot) -> None:
    qtbot.mouseClick(card.review_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.keep_all, Qt.MouseButton.LeftButton)
    assert hub.documents.reviewed == {("a", PRIVATE)}
    assert card.review.notes["a", PRIVATE].keep.isChecked()


def test_a_note_that_was_rewritten_has_nothing_to_decide(card: ImportCard, hub: Hub) -> None:
    card.review_button.click()
    hub.session.edit("type", lambda lecture: edits.set_script(lecture, "a", "All new."))
    assert not card.review.notes["a", PRIVATE].isEnabled()


def test_the_report_of_a_deck_is_not_shown_with_another_one(card: ImportCard, hub: Hub, qtbot: QtBot) -> None:
    qtbot.mouseClick(card.report_button, Qt.MouseButton.LeftButton)
    report = ImportReport("other.pptx", 1, (Entry("kept", "notes", "The notes are kept.", 1, "a"),))
    hub.session.open(lesson("a"), report=report)
    card.show_report()
    qtbot.waitUntil(lambda: hub.tasks.idle, timeout=LONG_MS)
    assert card.lines.lines == ()


def test_each_line_of_the_report_leads_to_its_slides(card: ImportCard, hub: Hub, qtbot: QtBot) -> None:
    qtbot.mouseClick(card.report_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(card.lines.lines), timeout=LONG_MS)
    rows = [line.text for line in card.lines.lines]
    row = next(at for at, text in enumerate(rows) if "Calibri" in text)
    assert card.lines.lines[row].place == "2 · B and 1 more"
    card.lines.setFocus()
    card.lines.choose_row(row)
    visited = []
    for _ in range(2):
        qtbot.keyClick(card.lines, Qt.Key.Key_Return)
        visited.append(hub.session.current)
    assert visited == ["b", "c"]
    assert any("macros" in text for text in rows)


def test_done_and_escape_put_it_away_and_the_menu_brings_it_back(
    card: ImportCard, hub: Hub, qtbot: QtBot
) -> None:
    qtbot.mouseClick(card.done, Qt.MouseButton.LeftButton)
    assert card.isHidden()
    assert hub.actions.show_report.isEnabled()
    hub.actions.show_report.trigger()
    assert card.isVisible()
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert card.isHidden()
    hub.session.close()
    assert not hub.actions.show_report.isEnabled()


def test_a_long_title_ends_in_dots_and_is_told_whole(card: ImportCard, hub: Hub) -> None:
    title = " ".join(["人工智能系统 System for AI 深度神经网络计算框架基础"] * 6)
    report = hub.session.report
    hub.session.open(replace(hub.session.lecture, title=title), report=report)
    hub.documents.imported.emit(report)
    shown = card.title
    assert shown.text().endswith("…")
    assert shown.fontMetrics().horizontalAdvance(shown.text()) <= shown.width()
    assert title in shown.toolTip()
    assert title in shown.accessibleName()


def test_a_custom_show_can_be_taken_and_all_slides_again(hub: Hub, qtbot: QtBot, card: ImportCard) -> None:
    assert not card.show_choice.isVisible()
    shows = (CustomShow("", ("a", "b", "c")), CustomShow("Short", ("c", "a", "c")))
    lecture = replace(imported()[0], shows=shows)
    hub.session.open(lecture, report=imported()[1])
    hub.documents.imported.emit(imported()[1])
    field = card.show_choice.field
    assert card.show_choice.isVisible()
    told = [field.itemText(i) for i in range(field.count())]
    assert told[0] == "all slides (3)"
    assert told[1].startswith("“Short” (3 slide")
    assert field.currentIndex() == 0
    choose(field, 1)
    assert [s.id for s in hub.session.lecture.scenes if not s.hidden] == ["c", "a", "c-again-2"]
    assert "1 hidden" not in card.summary.text()
    assert field.currentIndex() == 1
    choose(field, 0)
    assert [s.id for s in hub.session.lecture.scenes] == ["a", "b", "c", "d"]
    assert hub.session.lecture.scenes[3].hidden


def choose(field: ChoiceField, index: int) -> None:
    """Choose from a box as a hand does."""
    field.setCurrentIndex(index)
    field.activated.emit(index)
