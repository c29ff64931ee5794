"""PDF files whose pages have a ground of one colour and any Latin words: what is shown of them is told at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.pdfs import Page, write_pdf

_LINE = 11
"""Points from one line to the next."""


@dataclass(frozen=True)
class Sheet:
    """A page: its words, its ground (red, green, blue from 0 to 1), its size in points."""

    text: str = ""
    ground: tuple[float, float, float] = (1.0, 1.0, 1.0)
    width: float = 720
    height: float = 405


def write_sheets(path: Path, sheets: Sequence[Sheet]) -> Path:
    """Write a PDF with these pages."""
    return write_pdf(path, [_page(sheet) for sheet in sheets])


def _page(sheet: Sheet) -> Page:
    ground = " ".join(f"{part:.3f}" for part in sheet.ground)
    lines = (line.encode("latin-1", "replace").decode("latin-1") for line in sheet.text.splitlines())
    texts = tuple((20.0, sheet.height - 20 - _LINE * at, 9.0, line) for at, line in enumerate(lines))
    drawing = f"{ground} rg 0 0 {sheet.width} {sheet.height} re f 0 g "
    return Page(texts, sheet.width, sheet.height, drawing=drawing)
