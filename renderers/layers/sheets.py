"""Pictures with transparency of a slide's objects, from its page and from sheets that hold one of them each.

The sheets (`renderers.slides.separated`) tell which of the things on the page belong to which object: those are
drawn from the page itself, one object at a time, over black and over white. What differs is what lets the ground
through, and over black an object shows its colours already weighted by alpha (Smith and Blinn, Blue Screen Matting,
SIGGRAPH 1996, theorem 4).
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from renderers.layers.pieces import Piece, cropped
from renderers.slides import pdf_lines, seams
from studio.lecture import ObjectKind

_BLACK, _WHITE = 0xFF000000, 0xFFFFFFFF
_AROUND = 2
"""Pixels around an object that its edges may reach."""
_CLOSE, _FITTED = 0.5, 36.0
"""Points by which something may stand elsewhere on its sheet than on the page; the second among words, which
LibreOffice may have shrunk otherwise to their box, with their bullets, and where it lays lines between objects.
"""
_EXTRA, _FILLING = 4, 3.0
"""So many things more than on its sheet an object may be made of, each at most so many points from its place."""
_NUMBER = re.compile(r"\d+")
_TEXT = raw.FPDF_PAGEOBJ_TEXT


@dataclass(frozen=True, slots=True)
class Sheets:
    """Where a slide and its objects are: page `index` of one PDF is the slide, `first` of the other its ground,
    then comes the empty sheet, then one of each object (id, kind, angle). All count from 0; PDFs are pdfium's.
    """

    slides: Any
    index: int
    apart: Any
    first: int
    objects: Sequence[tuple[int, ObjectKind, float]]


def drawn(sheets: Sheets, width: int, height: int) -> Iterator[NDArray[np.uint8] | Piece]:
    """The ground ((H, W, 3) sRGB) of a slide of that size, then the objects that show."""
    page = sheets.slides[sheets.index]
    pdf_lines.without_notes(page)
    parts = _parts(page, sheets)
    if parts is None:
        yield from _from_sheets(sheets, width, height)
        return
    stepped = seams.has_steps(page)
    _show(page, parts[0])
    yield _drawn(page, _scale(page, width, height), (0, 0, width, height), _WHITE, stepped)
    for before, part, named in zip(parts[:-1], parts[1:], sheets.objects, strict=True):
        _show(page, part, before)
        yield from _piece(page, part, named, (width, height), stepped)


def _from_sheets(sheets: Sheets, width: int, height: int) -> Iterator[NDArray[np.uint8] | Piece]:
    """The same from the sheets themselves, where they do not tell which parts of the page are which object."""
    ground = sheets.apart[sheets.first]
    empty = _count(sheets.apart[sheets.first + 1])
    pages = [sheets.apart[sheets.first + 2 + number] for number in range(len(sheets.objects))]
    stepped = any(seams.has_steps(page) for page in (ground, *pages))
    yield _drawn(ground, _scale(ground, width, height), (0, 0, width, height), _WHITE, stepped)
    for page, named in zip(pages, sheets.objects, strict=True):
        part = range(empty, _count(page))
        _show(page, part)
        yield from _piece(page, part, named, (width, height), stepped)


def _parts(page: Any, sheets: Sheets) -> list[range] | None:
    """Which of a page's things are its ground, and which each object of the slide; None where that is not clear.

    What is taken from the page itself is drawn as the page is: a text that LibreOffice shrinks to its box comes out
    otherwise on a page of its own, and a typeface that holds other characters is hinted otherwise.
    """
    seen = _things(page)
    empty = _count(sheets.apart[sheets.first + 1])
    parts: list[range] = []
    at = 0
    for number, kind in enumerate(("", "", *(kind for _, kind, _ in sheets.objects))):
        if number == 1:
            continue  # the empty sheet
        alone = _things(sheets.apart[sheets.first + number])[empty if number else 0 :]
        bends = kind == "line" or any(thing.kind == _TEXT for thing in alone)
        end = _matched(alone, seen, at, _FITTED if bends else _CLOSE)
        if end is None:
            return None
        parts.append(range(at, end))
        at = end
    return parts if at == len(seen) else None


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something in a PDF: its kind (`FPDFPageObj_GetType`), left, bottom, right and top edge, and its letters."""

    kind: int
    edges: tuple[float, float, float, float]
    letters: str

    @property
    def blank(self) -> bool:
        """Whether it is a text of which nothing is to be seen."""
        return self.kind == _TEXT and not self.letters


def _matched(alone: Sequence[_Thing], seen: Sequence[_Thing], at: int, close: float) -> int | None:
    """Where the things of one object end that begin at `at` of those of a page; None if they are others.

    Words may be cut otherwise into things, and stand elsewhere.
    """
    wanted = ""
    for thing in alone:
        if thing.kind == _TEXT:
            wanted += thing.letters
            continue
        end = _spelt(wanted, seen, at)
        end = None if end is None else _found(thing, seen, end, close)
        if end is None:
            return None
        wanted, at = "", end + 1
    return _spelt(wanted, seen, at)


def _found(thing: _Thing, seen: Sequence[_Thing], at: int, close: float) -> int | None:
    """Where a thing stands from `at` on, behind at most a few that fill the same place: a gradient is not always
    made of the same steps.
    """
    for end in range(at, min(at + _EXTRA + 1, len(seen))):
        if _alike(thing, seen[end], _CLOSE):
            return end
        if seen[end].kind == _TEXT or not _alike(thing, seen[end], _FILLING, kind=False):
            break
    return at if at < len(seen) and _alike(thing, seen[at], close) else None


def _spelt(wanted: str, seen: Sequence[_Thing], at: int) -> int | None:
    """Where texts end that together hold just these letters, with the blank ones behind; None if they do not."""
    while at < len(seen) and seen[at].kind == _TEXT and (wanted or seen[at].blank):
        if not wanted.startswith(seen[at].letters):
            return None
        wanted = wanted[len(seen[at].letters) :]
        at += 1
    return None if wanted else at


def _alike(one: _Thing, other: _Thing, close: float, kind: bool = True) -> bool:
    near = (abs(a - b) <= close for a, b in zip(one.edges, other.edges, strict=True))
    return (one.kind == other.kind or not kind) and all(near)


def _things(page: Any) -> list[_Thing]:
    words = page.get_textpage()
    try:
        items = (raw.FPDFPage_GetObject(page.raw, index) for index in range(_count(page)))
        return [_Thing(raw.FPDFPageObj_GetType(item), _edges(item), _letters(item, words)) for item in items]
    finally:
        words.close()


def _edges(item: Any) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _letters(item: Any, words: Any) -> str:
    if raw.FPDFPageObj_GetType(item) != _TEXT:
        return ""
    size = raw.FPDFTextObj_GetText(item, words.raw, None, 0)
    held = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(item, words.raw, ctypes.cast(held, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    letters = held.raw.decode("utf-16-le", "replace").rstrip("\0").split()
    # Marks of symbol fonts (bullets) are not always drawn by the same means.
    shown = "".join(letter for letter in "".join(letters) if not "\ue000" <= letter <= "\uf8ff")
    return _NUMBER.sub("0", shown)  # a master counts the sheets as slides


def _count(page: Any) -> int:
    return raw.FPDFPage_CountObjects(page.raw)


def _show(page: Any, part: range, before: range | None = None) -> None:
    """Show only some of a page's objects, where those `before` were shown (None: all)."""
    for index in range(_count(page)) if before is None else before:
        raw.FPDFPageObj_SetIsActive(raw.FPDFPage_GetObject(page.raw, index), False)
    for index in part:
        raw.FPDFPageObj_SetIsActive(raw.FPDFPage_GetObject(page.raw, index), True)


def _piece(
    page: Any, part: range, named: tuple[int, ObjectKind, float], size: tuple[int, int], stepped: bool
) -> Iterator[Piece]:
    """The object that a page shows just now, if anything of it shows."""
    scale = _scale(page, *size)
    box = _box(page, part, scale, *size)
    if box is None:
        return
    black, white = (_drawn(page, scale, box, ground, stepped) for ground in (_BLACK, _WHITE))
    number, kind, angle = named
    piece = cropped(Piece(number, kind, box[0], box[1], clear(black, white), angle))
    if piece is not None:
        yield piece


def clear(black: NDArray[np.uint8], white: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(H, W, 4): what is seen over black and over white, as colours weighted by alpha, and alpha.

    In small whole numbers: as fractions an object as large as the page would take 200 MB.
    """
    rgba = np.empty((*black.shape[:2], 4), np.uint8)
    rgba[..., :3] = black
    through = np.zeros(black.shape[:2], np.int16)  # of three colours together
    for colour in range(3):
        through += white[..., colour]
        through -= black[..., colour]
    rgba[..., 3] = (255 - (2 * through + 3) // 6).clip(0, 255)
    return rgba


def _scale(page: Any, width: int, height: int) -> float:
    return max(width / page.get_width(), height / page.get_height())


def _box(page: Any, part: range, scale: float, width: int, height: int) -> tuple[int, int, int, int] | None:
    """What some objects of a page cover, in pixels from the top left corner: left, top, right, bottom."""
    edges = [_edges(raw.FPDFPage_GetObject(page.raw, index)) for index in part]
    if not edges:
        return None
    up = page.get_height()
    left, bottom = (min(edge[side] for edge in edges) for side in (0, 1))
    right, top = (max(edge[side] for edge in edges) for side in (2, 3))
    x0, y0 = int(left * scale) - _AROUND, int((up - top) * scale) - _AROUND
    x1, y1 = int(right * scale) + 1 + _AROUND, int((up - bottom) * scale) + 1 + _AROUND
    box = max(x0, 0), max(y0, 0), min(x1, width), min(y1, height)
    return box if box[0] < box[2] and box[1] < box[3] else None


def _drawn(
    page: Any, scale: float, box: tuple[int, int, int, int], ground: int, stepped: bool
) -> NDArray[np.uint8]:
    """A part of a page over a colour, on the very grid of pixels on which the whole page is drawn."""
    if not stepped:
        return _rendered(page, scale, box, ground)
    import cv2

    times, how = seams.finer(page, scale), cv2.INTER_AREA
    width, height = (max(1, round(side * scale)) for side in page.get_size())
    large = math.ceil(page.get_width() * scale * times), math.ceil(page.get_height() * scale * times)
    left, top, right, bottom = box
    if large == (width * times, height * times):
        here = left * times, top * times, right * times, bottom * times
        drawn = _rendered(page, scale * times, here, ground, raw_edges=True)
        return np.asarray(cv2.resize(drawn, (right - left, bottom - top), interpolation=how), np.uint8)
    # Every pixel is made of other shares of larger ones, which only the whole page knows.
    drawn = _rendered(page, scale * times, (0, 0, *large), ground, raw_edges=True)
    whole = cv2.resize(drawn, (width, height), interpolation=how)
    return np.asarray(whole, np.uint8)[top:bottom, left:right]


def _rendered(
    page: Any, scale: float, box: tuple[int, int, int, int], ground: int, raw_edges: bool = False
) -> NDArray[np.uint8]:
    """(H, W, 3) RGB. `raw_edges`: nothing but text is smoothed."""
    left, top, right, bottom = box
    # Drawn on a page that begins elsewhere, letters would be rounded to other pixels.
    width, height = math.ceil(page.get_width() * scale), math.ceil(page.get_height() * scale)
    picture = np.empty((height, width, 3), np.uint8)
    place = ctypes.c_void_p(picture.ctypes.data)
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGR, place, width * 3)
    try:
        raw.FPDFBitmap_FillRect(bitmap, left, top, right - left, bottom - top, ground)
        flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
        flags |= raw.FPDF_RENDER_NO_SMOOTHPATH if raw_edges else 0
        raw.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, width, height, 0, flags)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return picture[top:bottom, left:right]
