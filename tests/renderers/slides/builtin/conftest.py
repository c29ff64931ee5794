"""What the painter's tests share: an application for fonts, and decks made with python-pptx."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from renderers.slides.builtin import DeckPainter, TracedLine

WIDTH, HEIGHT = 640, 480
"""The page is painted at 64 pixels an inch of python-pptx's default 10 x 7.5 inch slide."""


@pytest.fixture(scope="session", autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Text needs an application; there is one for all tests."""
    return qapp


class Page:
    """A painted slide: its pixels by inches, and what was reported."""

    def __init__(self, image: QImage, trace: list[TracedLine], painter: DeckPainter, slide: int) -> None:
        self.image, self.trace = image, trace
        self.replaced, self.left_out = painter.replaced_fonts(slide), painter.left_out(slide)

    def at(self, x: float, y: float) -> QColor:
        return self.image.pixelColor(round(x * 64), round(y * 64))

    def ink(self, left: float, top: float, right: float, bottom: float, color: str, near: int = 60) -> int:
        """Count the pixels of (about) a colour inside a rectangle of inches."""
        wanted = QColor(color)
        count = 0
        for y in range(round(top * 64), round(bottom * 64)):
            for x in range(round(left * 64), round(right * 64)):
                pixel = self.image.pixelColor(x, y)
                far = max(
                    abs(pixel.red() - wanted.red()),
                    abs(pixel.green() - wanted.green()),
                    abs(pixel.blue() - wanted.blue()),
                )
                count += far <= near
        return count

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.trace)


@pytest.fixture
def painted(tmp_path: Path) -> Callable[..., Page]:
    """Paint the slide that a function draws with python-pptx."""

    def paint(
        draw: Callable[[Slide], object], layout: int = 6, edit: Callable[[Deck], None] | None = None
    ) -> Page:
        deck = Presentation()
        draw(deck.slides.add_slide(deck.slide_layouts[layout]))
        if edit is not None:
            edit(deck)
        path = tmp_path / "deck.pptx"
        deck.save(str(path))
        painter = DeckPainter(path)
        trace: list[TracedLine] = []
        slide = painter.slide_ids[0]
        page = Page(painter.paint(slide, WIDTH, HEIGHT, trace), trace, painter, slide)
        painter.close()
        return page

    return paint
