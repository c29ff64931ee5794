"""What stands on a page of a PDF besides its picture: lines of text with their places, sticky notes, bookmarks.

Runs in the "pages" worker only (`renderers.slides.pdf`). Places are fractions of the page as it is shown: turned
and cropped as it says (ISO 32000-2, 7.7.3.3).
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfBookmark, PdfDocument, PdfPage, PdfTextPage

_GRID = 100_000
"""pdfium rounds places to whole pixels: so many across a page."""
_BREAKS = frozenset((10, 13))
_BLANKS = frozenset((0, 9, 32, 160, 0x3000))
_TILTED = math.radians(10)
_LONGEST_NOTE = 20_000
"""Bytes of UTF-16."""
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?")
_LONGEST_TITLE = 2000
"""Bytes of UTF-16."""
_MOST_NOTES = 50
"""Of one page."""
_MOST_ANNOTATIONS = 1000

Line = tuple[str, float, float, float, float, float]
"""The words; left, top, right, bottom as fractions of the page; the letters' size as one of its height."""
Note = tuple[str, str, str, bool]
"""Author, words, time (ISO 8601), whether it answers another."""


def lines_of(page: PdfPage, words: PdfTextPage, most: int) -> list[Line]:
    """The upright lines of a page in the order they were written in, from its first `most` characters.

    What runs up or down the page (a chart's axis, a stamp in the margin) is no line of text.
    """
    import pypdfium2.raw as pdfium

    codes = [pdfium.FPDFText_GetUnicode(words, index) for index in range(min(words.count_chars(), most))]
    found: list[Line] = []
    for first, last in _runs(codes):
        if not _upright(words, (first + last) // 2, page.get_rotation()):
            continue
        seen = {first, (first + last) // 2, last}
        places = [_place(page, words, index) for index in seen]
        edges = [min(p[0] for p in places), min(p[1] for p in places)]
        edges += [max(p[2] for p in places), max(p[3] for p in places)]
        size = max(_size(words, index) for index in seen) / max(page.get_height(), 1.0)  # blanks have none
        found.append((_text(codes[first : last + 1]), edges[0], edges[1], edges[2], edges[3], size))
    return found


def _runs(codes: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last character (indices, both inside) of every line."""
    first = last = -1
    for index, code in enumerate([*codes, 10]):
        if code in _BREAKS:
            if first >= 0:
                yield first, last
            first = -1
        elif code not in _BLANKS:
            first, last = (index if first < 0 else first), index


def _text(codes: list[int]) -> str:
    """Characters that pdfium counts in UTF-16 on some systems and whole on others."""
    units = b"".join(chr(code).encode("utf-16-le", "surrogatepass") for code in codes if 0 < code < 0x110000)
    return units.decode("utf-16-le", "replace")


def _upright(words: PdfTextPage, index: int, rotation: int) -> bool:
    import pypdfium2.raw as pdfium

    angle = pdfium.FPDFText_GetCharAngle(words, index)
    return angle < 0 or math.cos(angle + math.radians(rotation)) > math.cos(_TILTED)


def _size(words: PdfTextPage, index: int) -> float:
    """The size of a character's font in points, as its matrix makes it (9.4.4)."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    scale = math.hypot(matrix.c, matrix.d) if pdfium.FPDFText_GetMatrix(words, index, matrix) else 1.0
    return pdfium.FPDFText_GetFontSize(words, index) * scale


def _place(page: PdfPage, words: PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """The box of a character, about as high as its font: it does not tell an o from an l."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(words, index, box)
    x, y = ctypes.c_int(), ctypes.c_int()
    corners: list[tuple[float, float]] = []
    for across, up in ((box.left, box.top), (box.right, box.bottom)):
        pdfium.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, across, up, x, y)
        corners.append((x.value / _GRID, y.value / _GRID))
    (a, b), (c, d) = corners
    return min(a, c), min(b, d), max(a, c), max(b, d)


def notes_of(page: PdfPage) -> list[Note]:
    """What the sticky notes of a page say (12.5.6.4), by whom, and when they were changed."""
    import pypdfium2.raw as pdfium

    found: list[Note] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        try:
            if pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_TEXT:
                author, text, time = (_entry(note, name) for name in (b"T", b"Contents", b"M"))
                found.append((author, text, _iso(time), bool(pdfium.FPDFAnnot_HasKey(note, b"IRT"))))
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return [note for note in found if note[1]][:_MOST_NOTES]


def _entry(note: Any, name: bytes) -> str:
    """A text of an annotation."""
    import pypdfium2.raw as pdfium

    size = min(pdfium.FPDFAnnot_GetStringValue(note, name, None, 0), 1 << 24)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    into = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFAnnot_GetStringValue(note, name, into, size)
    text = buffer.raw[: min(size - 2, _LONGEST_NOTE)].decode("utf-16-le", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()


def _iso(date: str) -> str:
    """A date (7.9.4: D:YYYYMMDDHHmmSS) as ISO 8601; "" for any other text."""
    found = _DATE.match(date)
    if found is None:
        return ""
    year, month, day, hour, minute, second = (part or "00" for part in found.groups())
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}"


def without_notes(page: PdfPage) -> None:
    """Take the sticky notes from a page before it is drawn: they are a reader's, not part of the slide."""
    import pypdfium2.raw as pdfium

    for index in reversed(range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS))):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        pdfium.FPDFPage_CloseAnnot(note)
        if kind in (pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_POPUP):
            pdfium.FPDFPage_RemoveAnnot(page, index)


def bookmarks_of(document: PdfDocument) -> dict[int, str]:
    """The outermost bookmarks (12.3.3) by the index of the page they lead to; the first one of each page."""
    found: dict[int, str] = {}
    for mark in islice(document.get_toc(max_depth=1), len(document) * 2):
        target = mark.get_dest()
        index = None if target is None else target.get_index()
        if index is not None and index >= 0:
            found.setdefault(index, _title(mark))
    return found


def _title(mark: PdfBookmark) -> str:
    import pypdfium2.raw as pdfium

    size = min(pdfium.FPDFBookmark_GetTitle(mark, None, 0), 1 << 24)
    buffer = ctypes.create_string_buffer(max(size, 2))
    pdfium.FPDFBookmark_GetTitle(mark, buffer, size)
    return buffer.raw[: max(0, min(size - 2, _LONGEST_TITLE))].decode("utf-16-le", "replace")


def is_program_form(document: PdfDocument) -> bool:
    """Whether the pages are made by Adobe's own form program while they are looked at (12.7.8, full XFA)."""
    import pypdfium2.raw as pdfium

    return document.get_formtype() == pdfium.FORMTYPE_XFA_FULL
