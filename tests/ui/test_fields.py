"""Fields that many panes share."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.controls.fields import SecondsField


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
