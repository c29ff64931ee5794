"""Pictures with transparency from the pages of a PDF that hold one object each (`renderers.slides.separated`).

A page is drawn over black and over white: what differs is what lets the ground through, and over black it shows its
colours already weighted by alpha (Smith and Blinn, Blue Screen Matting, SIGGRAPH 1996, theorem 4).
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renderers.layers.pieces import Piece, cropped
from renderers.slides import seams
from studio.lecture import ObjectKind

_BLACK, _WHITE = 0xFF000000, 0xFFFFFFFF
_AROUND = 2
"""Pixels around an object that its edges may reach."""


def pieces(
    document: Any, first: int, sheets: Sequence[tuple[int, ObjectKind, float]], width: int, height: int
) -> Iterator[Piece]:
    """The objects that show, in a picture of that size. `document` is pdfium's; its page `first` is the ground of a
    slide, then comes the empty sheet, then one of each object: id, kind, angle.
    """
    empty = _count(document[first + 1])
    pages = [document[first + 2 + index] for index in range(len(sheets))]
    for page in pages:
        _clear(page, empty)
    stepped = any(seams.has_steps(page) for page in (document[first], *pages))
    for page, (number, kind, angle) in zip(pages, sheets, strict=True):
        drawn = _alone(page, width, height, stepped)
        if drawn is not None:
            left, top, rgba = drawn
            piece = cropped(Piece(number, kind, left, top, rgba, angle))
            if piece is not None:
                yield piece


def _count(page: Any) -> int:
    import pypdfium2.raw as raw

    return raw.FPDFPage_CountObjects(page.raw)


def _clear(page: Any, count: int) -> None:
    """Take the first objects of a page out: the ones that every sheet begins with."""
    import pypdfium2.raw as raw

    for _ in range(min(count, _count(page))):
        item = raw.FPDFPage_GetObject(page.raw, 0)
        raw.FPDFPage_RemoveObject(page.raw, item)
        raw.FPDFPageObj_Destroy(item)


def _alone(page: Any, width: int, height: int, stepped: bool) -> tuple[int, int, NDArray[np.uint8]] | None:
    """What a page shows: the corner (left, top) and the picture of the part of it where there is anything."""
    scale = max(width / page.get_width(), height / page.get_height())
    box = _box(page, scale, width, height)
    if box is None:
        return None
    black, white = (_drawn(page, scale, box, ground, stepped).astype(np.int16) for ground in (_BLACK, _WHITE))
    alpha = 255 - (white - black).mean(axis=2).round()
    return box[0], box[1], np.dstack([black, alpha]).clip(0, 255).astype(np.uint8)


def _box(page: Any, scale: float, width: int, height: int) -> tuple[int, int, int, int] | None:
    """What the objects of a page cover, in pixels from the top left corner: left, top, right, bottom."""
    import pypdfium2.raw as raw

    edges: list[tuple[float, float, float, float]] = []
    for index in range(_count(page)):
        sides = [ctypes.c_float() for _ in range(4)]
        if raw.FPDFPageObj_GetBounds(raw.FPDFPage_GetObject(page.raw, index), *sides):
            edges.append((sides[0].value, sides[1].value, sides[2].value, sides[3].value))
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

    times = seams.finer(page, scale)
    left, top, right, bottom = (side * times for side in box)
    drawn = _rendered(page, scale * times, (left, top, right, bottom), ground, raw_edges=True)
    size = box[2] - box[0], box[3] - box[1]
    return np.asarray(cv2.resize(drawn, size, interpolation=cv2.INTER_AREA), np.uint8)


def _rendered(
    page: Any, scale: float, box: tuple[int, int, int, int], ground: int, raw_edges: bool = False
) -> NDArray[np.uint8]:
    """(H, W, 3) RGB. `raw_edges`: nothing but text is smoothed."""
    import pypdfium2.raw as raw

    left, top, right, bottom = box
    width, height = right - left, bottom - top
    picture = np.empty((height, width, 3), np.uint8)
    place = ctypes.c_void_p(picture.ctypes.data)
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGR, place, width * 3)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, ground)
        whole = math.ceil(page.get_width() * scale), math.ceil(page.get_height() * scale)
        flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
        flags |= raw.FPDF_RENDER_NO_SMOOTHPATH if raw_edges else 0
        raw.FPDF_RenderPageBitmap(bitmap, page.raw, -left, -top, *whole, 0, flags)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return picture
