"""Charts say what they say in PowerPoint: dates, shares, radar webs, bubbles."""

from __future__ import annotations

from pathlib import Path

import pytest

from renderers.slides.builtin import DeckPainter, TracedLine
from renderers.slides.builtin.chartformats import formatted

DECK = "conformance/python-pptx__cht-chart-type.pptx"


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (37261.0, "m/d/yy", "1/5/02"),
        (37261.0, 'yyyy"-"mm"-"dd', "2002-01-05"),
        (43831.0, "[$-409]d\\-mmm\\-yy;@", "1-Jan-20"),
        (0.256, "0%", "26%"),
        (0.256, "0.0%", "25.6%"),
        (1234567.0, "#,##0", "1,234,567"),
        (12.5, '"€"0.00', "€12.50"),
        (12.5, "General", "12.5"),
        (12.5, "", "12.5"),
        (4.0, "0_);(0)", "4"),
        (-1.0, "m/d/yy", "-1"),
    ],
)
def test_numbers_are_written_as_the_author_set_them(value: float, code: str, shown: str) -> None:
    assert formatted(value, code) == shown


def words_of(decks: Path, number: int) -> list[str]:
    """What is written on a slide of the deck of charts."""
    painter, trace = DeckPainter(decks / DECK), list[TracedLine]()
    painter.paint(painter.slide_ids[number - 1], 640, 480, trace)
    painter.close()
    return [line.text for line in trace]


def test_days_are_no_serial_numbers_and_shares_end_at_a_hundred(shared_decks: Path) -> None:
    words = words_of(shared_decks, 1)
    assert "1/5/02" in words
    assert "100%" in words
    assert "120%" not in words
    assert not [word for word in words if word.startswith("372")]


def test_a_radar_chart_names_every_spoke(shared_decks: Path) -> None:
    assert words_of(shared_decks, 7).count("1/8/02") == 3


def test_bubbles_are_as_large_as_their_values_say(shared_decks: Path) -> None:
    painter = DeckPainter(shared_decks / DECK)
    page = painter.paint(painter.slide_ids[5], 640, 480)
    painter.close()
    blue = [
        sum(page.pixelColor(x, y).blue() - page.pixelColor(x, y).red() > 60 for x in range(640))
        for y in range(480)
    ]
    assert sum(blue) > 2500, "discs, not points on a line"
    assert max(blue) > 25
