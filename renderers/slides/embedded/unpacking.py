"""A font's part of a deck -> a font file that painters read, under the name the deck calls it by."""

from __future__ import annotations

import hashlib
import struct

from renderers.slides.embedded import charmap, mtx, naming, sfnt
from renderers.slides.embedded.reader import BadFontError
from studio.importers.pptx.embedded_fonts import Style
from studio.importers.pptx.eot import HEAD, may_draw, read_head

_BROKEN = (BadFontError, struct.error, IndexError, ValueError, KeyError, OverflowError, MemoryError)


def font_file(data: bytes, family: str, style: Style) -> bytes:
    """A TrueType or OpenType font from the bytes of an Embedded OpenType one.

    Raises BadFontError where it is damaged, or where the font itself forbids what its head allows.
    """
    try:
        return _font_file(data, family, style)
    except _BROKEN as error:
        raise BadFontError from error


def _font_file(data: bytes, family: str, style: Style) -> bytes:
    head = read_head(data[:HEAD], len(data))
    if head is None or not head.allowed:
        raise BadFontError
    payload = head.payload(data)
    tables = mtx.unpacked(payload) if head.compressed else sfnt.taken_apart(payload)
    sfnt.check(tables)
    if not may_draw(int.from_bytes(tables["OS/2"][8:10], "big")):
        raise BadFontError
    unique = "Deck" + hashlib.sha256(data + f"{family}\0{style}".encode()).hexdigest()[:24]
    return sfnt.put_together(naming.named(charmap.without_empty(tables), family, style, unique))
