"""Which font families the text of a slide asks for."""

from __future__ import annotations

import unicodedata

from studio.importers.pptx.markup import Element, child, walk
from studio.importers.pptx.text import run_properties
from studio.lecture import Font

_PARTS = {"lt": "a:latin", "ea": "a:ea", "cs": "a:cs"}


def fonts_of(slide: Element, theme: Element | None) -> tuple[Font, ...]:
    """The fonts of a slide's runs, each once, in order; a reference to the theme's font is followed.

    Latin letters take `a:latin`, wide characters `a:ea` where it is set (ECMA-376 part 1, 21.1.2.3). A run that
    names no font has the theme's body font, or one that a layout names, which is not looked up here.
    """
    found: dict[Font, None] = {}
    families: dict[str, str] = {}
    for text in walk(slide, "a:t"):
        parts = _used_parts(text.text or "")
        run = run_properties(text) if parts else None
        for part in parts:
            face = child(run, _PARTS[part])
            asked = ("" if face is None else face.get("typeface")) or f"+mn-{part}"
            if asked not in families:
                families[asked] = _resolved(asked, theme)
            if families[asked]:
                found.setdefault(Font(families[asked], part == "ea"))
    return tuple(found)


def _used_parts(text: str) -> tuple[str, ...]:
    if text.isascii():
        return ("lt",) if any(map(str.isalnum, text)) else ()
    wide = any(unicodedata.east_asian_width(char) in "WF" for char in text)
    narrow = any(char.isalnum() and unicodedata.east_asian_width(char) not in "WF" for char in set(text))
    return (*(("lt",) if narrow else ()), *(("ea",) if wide else ()))


def _resolved(typeface: str, theme: Element | None) -> str:
    if not typeface.startswith("+"):
        return typeface
    kind = "a:majorFont" if typeface.startswith("+mj") else "a:minorFont"
    face = child(theme, "a:themeElements", "a:fontScheme", kind, _PARTS.get(typeface[-2:], "a:latin"))
    return "" if face is None else face.get("typeface") or ""
