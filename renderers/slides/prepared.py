"""A deck made ready for a program that is not ours: no slide hidden, nothing outside the file referred to.

LibreOffice leaves hidden slides out of a PDF, which shifts every page after them; with none hidden, page n is the
n-th slide. External pictures and media would be fetched from wherever they point; their targets are blunted.
What it would leave out is put differently: equations inside text become the picture of them that PowerPoint keeps
beside them, and marks of symbol fonts (arrows, ticks) the Unicode characters that look alike. Dates that would be
today's stay as they were saved.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from studio.importers.pptx.markup import BadMarkup, Element, parse, qn, written

_FETCHED = (
    "/image",
    "/media",
    "/audio",
    "/video",
    "/oleObject",
    "/attachedTemplate",
    "/externalLink",
    "/linkedFile",
)
_NOWHERE = "file:///nonexistent"
_DRAWN = ("ppt/slides/slide", "ppt/slideLayouts/slideLayout", "ppt/slideMasters/slideMaster")
EDITION = 3
"""Raised when other pages come out of the same deck."""


def prepare(deck: Path) -> bytes:
    """The deck as .pptx bytes with every slide shown and no external picture, medium or object."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(deck) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
    ):
        seen: set[str] = set()
        for item in source.infolist():
            if item.filename in seen or item.is_dir():
                continue
            seen.add(item.filename)
            target.writestr(item.filename, _mended(item.filename, source.read(item)))
    return out.getvalue()


def _mended(name: str, data: bytes) -> bytes:
    if name.endswith(".rels"):
        return _edited(data, _blunt)
    if name.startswith(_DRAWN) and any(
        word in data for word in (b"show=", b":oMath", b"<a:sym", b"datetime")
    ):
        return _edited(data, _drawable)
    return data


def _edited(data: bytes, edit: Callable[[Element], None]) -> bytes:
    try:
        root = parse(data)
    except BadMarkup:
        return data  # a broken part costs itself: the painter will say so
    edit(root)
    return written(root)


def _drawable(root: Element) -> None:
    _show(root)
    for choice in list(root.iter(qn("mc:AlternateContent"))):
        _take_picture(choice)
    for mark in root.iter(qn("a:sym")):
        _plain_marks(mark)
    for field in list(root.iter(qn("a:fld"))):
        _still_date(field)


def _take_picture(alternatives: Element) -> None:
    """Put the picture of an equation in its place, where there is one (ECMA-376 Part 3, 9.3)."""
    fallback = alternatives.find(qn("mc:Fallback"))
    equation = alternatives.find(f"{qn('mc:Choice')}//{qn('a14:m')}")
    if equation is None or fallback is None or fallback.find(f".//{qn('a:blip')}") is None:
        return
    alternatives.getparent().replace(alternatives, fallback[0])


def _plain_marks(mark: Element) -> None:
    """The characters of a symbol font in a run (U+F020 to U+F0FF) as those that look alike."""
    from renderers.slides.builtin.fonts import unicode_symbols  # brings Qt along

    run = mark.getparent().getparent()
    text = run.find(qn("a:t"))
    if run.tag == qn("a:r") and text is not None and text.text:
        family = mark.get("typeface", "")
        text.text = "".join(unicode_symbols(c, family) if "\uf020" <= c <= "\uf0ff" else c for c in text.text)


def _still_date(field: Element) -> None:
    """A date that shows today's becomes the one the author saw last: equal decks give equal pages."""
    if not field.get("type", "").startswith("datetime"):
        return
    field.tag = qn("a:r")
    field.attrib.clear()
    for own in field.findall(qn("a:pPr")):  # a run has no paragraph properties (ECMA-376 Part 1, 21.1.2.3.8)
        field.remove(own)


def _show(root: Element) -> None:
    if root.tag == qn("p:sld"):
        root.attrib.pop("show", None)


def _blunt(root: Element) -> None:
    for relation in root:
        if relation.get("TargetMode") == "External" and relation.get("Type", "").endswith(_FETCHED):
            relation.set("Target", _NOWHERE)
