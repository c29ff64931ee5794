"""What an import says about the fonts that a deck brings with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from renderers.slides import fonts
from renderers.slides.embedded.lending import installed
from studio.importers.pptx.embedded_fonts import EmbeddedFont, embedded_fonts
from studio.report import Entry


def own_fonts(deck: Path, libreoffice: bool) -> tuple[frozenset[str], tuple[Entry, ...]]:
    """The families of a deck (casefolded) that are drawn in its own fonts, and the lines about all it brings.

    `libreoffice`: whether LibreOffice draws it; it can be given fonts only where there is fontconfig.
    """
    brought = [font for font in embedded_fonts(deck) if not installed(font.family)]
    lent = not libreoffice or bool(fonts.environment())
    used = frozenset(font.family.casefold() for font in brought if lent and font.usable)
    return used, tuple(line for font in brought for line in _lines(font, lent))


def _lines(font: EmbeddedFont, lent: bool) -> Iterator[Entry]:
    if not font.usable:
        yield Entry("left out", "font", _why_not(font))
    elif not lent:
        yield Entry(
            "left out",
            "font",
            f"The deck's own “{font.family}” cannot be given to LibreOffice on this system.",
        )
    else:
        yield Entry("kept", "font", f"The deck brings its own “{font.family}”, which is used.")
        if len(font.usable) < len(font.faces):
            sentence = f"Not every style of the deck's own “{font.family}” can be used; the others stand in."
            yield Entry("left out", "font", sentence)


def _why_not(font: EmbeddedFont) -> str:
    match font.hindrance:
        case "licence":
            return f"The deck's own “{font.family}” is not used: its licence does not allow it."
        case "size":
            return f"The deck's own “{font.family}” is too large to be unpacked and is not used."
        case _:
            return f"The deck's own “{font.family}” is damaged and is not used."
