"""Gives a font the name that the deck's text asks for (OpenType 1.9, name, OS/2, head).

The font inside may be called otherwise: subsets have names like "14" or "Times New Roman" for "Times", and the
name of one style's family may differ from the next one's. Painters find fonts by these names alone.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from renderers.slides.embedded import sfnt

if TYPE_CHECKING:  # it would load all importers into every command
    from studio.importers.pptx.embedded_fonts import Style

_WORDS: dict[Style, str] = {
    "regular": "Regular",
    "bold": "Bold",
    "italic": "Italic",
    "boldItalic": "Bold Italic",
}
_VARIATIONS = ("fvar", "avar", "gvar", "cvar", "HVAR", "VVAR", "MVAR", "STAT", "DSIG")
"""Tables that would make one file many styles, and the signature that no longer fits."""
_ITALIC, _BOLD, _REGULAR, _STYLE_BITS = 0x01, 0x20, 0x40, 0x261


def named(tables: sfnt.Tables, family: str, style: Style, unique: str) -> sfnt.Tables:
    """The tables of a font that is that style of that family; `unique` (letters and digits) is its own name."""
    kept = {tag: table for tag, table in tables.items() if tag not in _VARIATIONS}
    bold, italic = style in ("bold", "boldItalic"), style in ("italic", "boldItalic")
    names = {1: family, 2: _WORDS[style], 3: unique, 4: f"{family} {_WORDS[style]}", 6: unique}
    kept["name"] = _name_table(names)
    kept["OS/2"] = _os2(tables["OS/2"], bold, italic)
    head = tables["head"]
    kept["head"] = head[:44] + struct.pack(">H", bold | italic << 1) + head[46:]
    return kept


def _name_table(names: dict[int, str]) -> bytes:
    """Names in UTF-16, for platform 3, encoding 1, language 0x409, which every painter reads."""
    texts = {number: text.encode("utf-16-be") for number, text in names.items()}
    records, offset = b"", 0
    for number, text in texts.items():
        records += struct.pack(">6H", 3, 1, 0x409, number, len(text), offset)
        offset += len(text)
    return struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + b"".join(texts.values())


def _os2(table: bytes, bold: bool, italic: bool) -> bytes:
    """Weight, width and marks of the style: 400 or 700 whatever the letters' own weight, as text asks for them."""
    (selection,) = struct.unpack_from(">H", table, 62)
    style = (_ITALIC if italic else 0) | (_BOLD if bold else 0)
    selection = selection & ~_STYLE_BITS | (style or _REGULAR)
    weight = struct.pack(">HH", 700 if bold else 400, 5)
    return table[:4] + weight + table[8:62] + struct.pack(">H", selection) + table[64:]
