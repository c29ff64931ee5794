"""Real decks look as LibreOffice shows them, and keep every word."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from renderers.slides.builtin import DeckPainter, TracedLine
from renderers.slides.builtin.fonts import FontBook
from studio.errors import BadFileError
from tests.renderers.slides.builtin.compare import WIDTH, pixels, slide_words, small, ssim, text_faults

PAGES = Path(__file__).resolve().parents[3] / "data" / "builtin_painter"
FIRST_PAGES = (
    ("lecture-dsa-2__ch11_graph", "Carlito"),
    ("reference-material__openchain-curriculum-for-2-0-zh-Hant", "Noto Serif CJK TC"),
    ("top10__owasp-top10-2017-fa", "Open Sans"),
)


@pytest.mark.parametrize(("stem", "face"), FIRST_PAGES)
def test_first_pages_look_as_in_libreoffice(shared_decks: Path, stem: str, face: str):
    import cv2

    if face.casefold() not in FontBook().installed:
        pytest.skip(f"the font {face} is not installed")
    theirs = cv2.imread(str(PAGES / f"{stem}.png"), cv2.IMREAD_GRAYSCALE)
    assert theirs is not None
    painter = DeckPainter(shared_decks / "lectures" / f"{stem}.pptx")
    height = round(theirs.shape[0] * 2)
    ours = small(pixels(painter.paint(painter.slide_ids[0], WIDTH * 2, height)))
    painter.close()
    assert ssim(ours, theirs) >= 0.9


@pytest.mark.parametrize("stem", ["lecture-dsa-2__ch11_graph", "cs7320-ai__12_uncertainty_discussion"])
def test_every_word_of_a_deck_is_on_its_page_and_readable(shared_decks: Path, stem: str):
    deck = shared_decks / "lectures" / f"{stem}.pptx"
    painter = DeckPainter(deck)
    for slide in painter.slide_ids:
        trace: list[TracedLine] = []
        painter.paint(slide, 320, round(320 / painter.aspect), trace)
        missing, off_page, overlaps = text_faults(list(slide_words(deck, painter.part_of(slide))), trace)
        assert (missing, off_page, overlaps) == ([], [], []), f"slide {slide}"
    painter.close()


def test_hidden_slides_are_painted_too(tmp_path: Path):
    deck = Presentation()
    shown, hidden = (deck.slides.add_slide(deck.slide_layouts[5]) for _ in range(2))
    shown.shapes.title.text, hidden.shapes.title.text = "Shown", "Hidden"
    hidden._element.set("show", "0")
    path = tmp_path / "deck.pptx"
    deck.save(str(path))
    painter = DeckPainter(path)
    trace: list[TracedLine] = []
    assert painter.slide_ids == (shown.slide_id, hidden.slide_id)
    painter.paint(hidden.slide_id, 320, 240, trace)
    assert [line.text for line in trace] == ["Hidden"]
    painter.close()


def test_a_file_that_is_no_deck_is_told_in_one_sentence(tmp_path: Path):
    broken = tmp_path / "notes.pptx"
    broken.write_bytes(b"no deck at all")
    with pytest.raises(BadFileError, match=r"notes\.pptx cannot be opened"):
        DeckPainter(broken)


def test_a_theme_s_picture_takes_the_colour_of_its_background(shared_decks: Path):
    painter = DeckPainter(shared_decks / "conformance" / "poi__themes.pptx")
    sand, dark = (painter.paint(painter.slide_ids[index], 160, 120).pixelColor(8, 20) for index in (7, 8))
    painter.close()
    assert min(sand.red(), sand.green()) > 220 > sand.blue(), "a texture in the colour of sand"
    assert dark.lightness() < 120, "the same texture on a dark slide"
