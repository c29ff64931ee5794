"""Bullets come out as the marks the author sees, never as empty boxes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from renderers.slides import bullets
from renderers.slides.prepared import prepare

LINE = '<a:buFont typeface="{font}" charset="2"/><a:buChar char="{mark}"/>'


@pytest.mark.parametrize(
    ("font", "mark", "kept"),
    [
        ("Wingdings", "\u272d", False),
        ("Wingdings", "&#x272D;", False),
        ("Symbol", "\u2022", False),
        ("Wingdings", "\u00a7", True),
        ("Wingdings", "\uf0a7", True),
        ("Arial", "\u2022", True),
    ],
)
def test_a_mark_that_the_symbol_font_lacks_comes_from_another(font: str, mark: str, kept: bool) -> None:
    line = LINE.format(font=font, mark=mark)
    expected = line if kept else f'<a:buFontTx/><a:buChar char="{mark}"/>'
    assert bullets.readable(line.encode()).decode() == expected


def test_a_real_deck_s_stars_are_asked_of_a_font_that_has_them(shared_decks: Path, tmp_path: Path) -> None:
    ready = tmp_path / "deck.pptx"
    ready.write_bytes(prepare(shared_decks / "conformance/poi__pptx2svg.pptx").deck)
    slide = Presentation(str(ready)).slides[0]
    fonts = {node.get("typeface") for node in slide.element.iter("{*}buFont")}
    marks = {node.get("char") for node in slide.element.iter("{*}buChar")}
    assert marks == {"\u272d"}
    assert "Wingdings" not in fonts
