"""A report can name the fonts of a slide only if the import knows them, Latin and Chinese apart."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation

from studio.assets import AssetStore
from studio.importers import import_file
from studio.lecture import Font, SlideVisual


def test_fonts_of_runs_and_of_the_theme_are_named(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    frame = slide.shapes.add_textbox(0, 0, 3000000, 900000).text_frame
    frame.text = "plain"
    run = frame.add_paragraph().add_run()
    run.text, run.font.name = "special", "Georgia"
    deck.save(str(tmp_path / "deck.pptx"))
    lecture, _ = import_file(tmp_path / "deck.pptx", AssetStore(tmp_path / "assets"))
    visual = lecture.scenes[0].visual
    assert isinstance(visual, SlideVisual)
    assert visual.fonts == (Font("Calibri"), Font("Georgia"))


def test_chinese_text_asks_for_its_own_font(samples: Path, tmp_path: Path) -> None:
    lecture, _ = import_file(samples / "water-cycle.zh-Hant.pptx", AssetStore(tmp_path))
    visual = lecture.scenes[7].visual
    assert isinstance(visual, SlideVisual)
    assert Font("Microsoft JhengHei", wide=True) in visual.fonts
    assert Font("Calibri") in visual.fonts
