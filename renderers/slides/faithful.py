"""A deck made ready for PowerPoint: every slide shown, nothing outside the file referred to, all else as it is.

What LibreOffice needs put differently (`prepared`) PowerPoint draws itself: equations, symbols, fitted text, the
deck's own fonts. Only dates that would be today's stay as they were saved, so that equal decks give equal pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from renderers.slides import vectors
from renderers.slides.prepared import Drawable, main_of, read_deck, slides_of, still_date, to_nowhere
from studio.importers.pptx.markup import is_false, parse, qn, written
from studio.importers.pptx.package import is_markup

_CHANGED = (b"show=", b"datetime")


@dataclass(frozen=True, slots=True)
class Faithful:
    """A deck's bytes, the file name ending that PowerPoint wants for them, and how many slides it has."""

    deck: bytes
    suffix: str
    slides: int


def prepare(deck: Path) -> Faithful:
    """All slides of a deck, to be given to PowerPoint. Raises BadFileError."""
    ready = drawable(deck)
    package = ready.package
    suffix = ".pptm" if b"macroEnabled" in package.parts.get("[Content_Types].xml", b"") else ".pptx"
    return Faithful(package.to_bytes(), suffix, len(ready.slides))


def drawable(deck: Path) -> Drawable:
    """All slides of a deck, shown and without what points outside. Raises BadFileError."""
    package = read_deck(deck)
    for name, data in package.parts.items():
        if name.endswith(".rels"):
            root = parse(data)
            for relation in root:
                to_nowhere(relation)
            package.parts[name] = written(root)
        elif is_markup(name):
            package.parts[name] = _shown(data)
        else:
            package.parts[name] = vectors.blunted(data)
    return Drawable(package, main_of(package), slides_of(package))


def _shown(data: bytes) -> bytes:
    if not any(word in data for word in _CHANGED):
        return data
    root = parse(data)
    if root.tag == qn("p:sld") and is_false(root.get("show")):
        del root.attrib["show"]
    for field in list(root.iter(qn("a:fld"))):
        still_date(field)
    return written(root)
