"""Draws PDF pages whose gradients are made of steps, without light lines between the steps.

LibreOffice writes a radial gradient as a hundred discs or rings, one beside the other. A renderer that smooths the
edge of each lets what lies behind shine through where two of them meet: a slide with such a background is full of
rings. Drawn three times as large with hard edges and made smaller then, each point belongs to one step alone, and
edges are as smooth as before.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

_STEPS = 8
"""So many paths in a row, each of nearly the colour of the one before, are a gradient."""
_NEAR = 24
"""Levels (of 255) that a step's colour may differ by; rows of one colour are letters or dots."""
_MOST_OBJECTS = 20_000
_DEEPEST = 4
_MOST_PIXELS = 20_000_000
"""Pixels that are drawn at once; 1920 x 1080 three times as large has fewer."""


def render(page: Any, scale: float) -> NDArray[np.uint8]:
    """A page of pdfium's as (H, W, 3) RGB; `scale` in pixels a point."""
    if not has_steps(page):
        return _drawn(page, scale)
    import cv2

    times = finer(page, scale)
    size = tuple(max(1, round(side * scale)) for side in (page.get_width(), page.get_height()))
    large = _drawn(page, scale * times, no_smoothpath=True)
    return np.asarray(cv2.resize(large, size, interpolation=cv2.INTER_AREA), np.uint8)


def finer(page: Any, scale: float) -> int:
    """How many times as large a page with steps is drawn before it is made smaller."""
    pixels = page.get_width() * page.get_height() * scale * scale
    return 3 if pixels * 9 <= _MOST_PIXELS else 2


def _drawn(page: Any, scale: float, **how: bool) -> NDArray[np.uint8]:
    return page.render(scale=scale, rev_byteorder=True, no_smoothtext=False, **how).to_numpy()[:, :, :3]


def has_steps(page: Any) -> bool:
    """Whether a page has gradients that are made of steps."""
    run, before = 0, None
    for count, colour in enumerate(_fills(page)):
        if count > _MOST_OBJECTS:
            return False
        near = (
            before is not None
            and colour is not None
            and 0 < max(abs(a - b) for a, b in zip(before, colour, strict=True)) <= _NEAR
        )
        run, before = (run + 1 if near else 0), colour
        if run >= _STEPS:
            return True
    return False


def _fills(page: Any) -> Iterator[tuple[int, ...] | None]:
    """The colour of each filled path of a page in drawing order, None for everything else."""
    import pypdfium2.raw as raw

    yield from _of(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, raw, 0)


def _of(holder: Any, counted: Any, taken: Any, raw: Any, depth: int) -> Iterator[tuple[int, ...] | None]:
    for index in range(counted(holder)):
        item = taken(holder, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _of(item, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, raw, depth + 1)
        else:
            yield _colour(item, raw) if kind == raw.FPDF_PAGEOBJ_PATH else None


def _colour(path: Any, raw: Any) -> tuple[int, ...] | None:
    red, green, blue, clear = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(path, red, green, blue, clear):
        return None
    return red.value, green.value, blue.value
