"""Fields that many panes share."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.fields import ChoiceField, SecondsField, TextField, WordsBox

PLAIN = Qt.KeyboardModifier.NoModifier


def field(qtbot: QtBot) -> tuple[SecondsField, list[Fraction | None]]:
    """A field of at least a tenth of a second, and what it commits."""
    made, committed = SecondsField(60), list[Fraction | None]()
    qtbot.addWidget(made)
    made.setMinimum(0.1)
    made.committed.connect(committed.append)
    made.show()
    return made, committed


def test_a_length_that_nobody_typed_is_never_committed(qtbot: QtBot) -> None:
    made, committed = field(qtbot)
    made.settle()
    made.show_seconds(Fraction(5))
    made.settle()
    assert committed == []


def test_what_is_half_typed_counts_when_it_is_settled(qtbot: QtBot) -> None:
    made, committed = field(qtbot)
    made.show_seconds(Fraction(5))
    made.setFocus()
    made.selectAll()
    QTest.keyClicks(made, "7")
    QTest.keyClick(made, Qt.Key.Key_Period)
    QTest.keyClicks(made, "5")
    assert committed == []
    made.settle()
    assert committed == [Fraction(15, 2)]


def choice(qtbot: QtBot, words: str) -> ChoiceField:
    """A field of 160 pixels that shows these words."""
    made = ChoiceField()
    qtbot.addWidget(made)
    made.show_choice(1, ((1, words),))
    made.setFixedSize(160, 32)
    return made


def test_words_too_long_for_a_list_field_end_in_dots(qtbot: QtBot) -> None:
    long = choice(qtbot, "As for the lecture: Read title and points")
    words = "As for the lecture: Read title and points"
    shortened = {f"{words[:length].rstrip()}…" for length in range(3, len(words))}
    picture = long.grab().toImage()
    assert any(choice(qtbot, text).grab().toImage() == picture for text in shortened)


def test_a_text_that_nobody_writes_in_shows_its_beginning(qtbot: QtBot) -> None:
    made, other = TextField(), TextField()
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    row.addWidget(made)
    row.addWidget(other)
    page.resize(1200, 60)
    made.show_text("A title that is much longer than the narrow field it has to stand in")
    page.show()
    page.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.end(False)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert made.cursorPosition() == 0


def test_scrolling_a_page_changes_no_choice_on_the_way(qtbot: QtBot) -> None:
    made = WordsBox()
    qtbot.addWidget(made)
    made.addItems(["One", "Two"])
    made.show()
    at, phase = QPointF(8, 8), Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(at, at, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, PLAIN, phase, False)
    QApplication.sendEvent(made, turn)
    assert made.currentText() == "One"
    assert not turn.isAccepted()


def test_a_text_shows_its_beginning_when_another_lecture_opens(qtbot: QtBot) -> None:
    made = TextField()
    qtbot.addWidget(made)
    made.show_text("A title that is much longer than the narrow field it has to stand in")
    made.discard()
    assert made.cursorPosition() == 0


def test_all_of_a_short_list_is_seen_at_once(qtbot: QtBot) -> None:
    made = ChoiceField()
    qtbot.addWidget(made)
    made.show_choice("a", (("a", "All slides"), ("b", "A short version"), ("c", "Review")))
    made.show()
    made.showPopup()
    view = made.view()
    frame = view.parentWidget()
    frame.resize(frame.width(), frame.height() - 3)  # what Qt does under some styles
    assert view.visualRect(made.model().index(2, 0)).bottom() >= view.viewport().height()
    made.make_room()
    assert view.visualRect(made.model().index(2, 0)).bottom() < view.viewport().height()
    made.hidePopup()
