"""The tables of a TrueType or OpenType font, apart and together again (OpenType 1.9, "The OpenType font file").

Tables are kept by tag in a dict; what is put together has the right checksums and its tables in order.
"""

from __future__ import annotations

import struct
from itertools import pairwise

from renderers.slides.embedded.reader import BadFontError

Tables = dict[str, bytes]
TRUETYPE, POSTSCRIPT = b"\x00\x01\x00\x00", b"OTTO"
_KINDS = (TRUETYPE, POSTSCRIPT, b"true")
_ENTRY = struct.Struct(">4sIII")
_MAX_TABLES = 64
_WHOLE = 0xB1B0AFBA
_NEEDED = ("OS/2", "cmap", "head", "hhea", "hmtx", "maxp")


def directory(data: bytes) -> list[tuple[str, int, int]]:
    """(tag, offset, length) of the tables; none reaches beyond the end. Raises BadFontError."""
    if len(data) < 12 or data[:4] not in _KINDS:
        raise BadFontError
    count = int.from_bytes(data[4:6], "big")
    if count > _MAX_TABLES or len(data) < 12 + _ENTRY.size * count:
        raise BadFontError
    listed: list[tuple[str, int, int]] = []
    for index in range(count):
        tag, _, offset, length = _ENTRY.unpack_from(data, 12 + _ENTRY.size * index)
        if offset + length > len(data):
            raise BadFontError
        listed.append((tag.decode("latin-1"), offset, length))
    if sum(length for _, _, length in listed) > 2 * len(data):  # tables that share bytes, over and over
        raise BadFontError
    return listed


def taken_apart(data: bytes) -> Tables:
    """The tables of a font. Raises BadFontError."""
    return {tag: data[offset : offset + length] for tag, offset, length in directory(data)}


def put_together(tables: Tables) -> bytes:
    """A font file of the tables."""
    kind = POSTSCRIPT if "CFF " in tables or "CFF2" in tables else TRUETYPE
    tables = {**tables, "head": tables["head"][:8] + bytes(4) + tables["head"][12:]}
    power = len(tables).bit_length() - 1
    search = 16 << power
    head = kind + struct.pack(">4H", len(tables), search, power, 16 * len(tables) - search)
    offset = len(head) + _ENTRY.size * len(tables)
    entries: list[bytes] = []
    bodies: list[bytes] = []
    for tag in sorted(tables):
        body = tables[tag]
        entries.append(_ENTRY.pack(tag.encode("latin-1"), checksum(body), offset, len(body)))
        bodies.append(body + bytes(-len(body) % 4))
        offset += len(bodies[-1])
    font = bytearray(b"".join((head, *entries, *bodies)))
    at = next(place for tag, place, _ in directory(bytes(font)) if tag == "head") + 8
    font[at : at + 4] = ((_WHOLE - checksum(bytes(font))) & 0xFFFFFFFF).to_bytes(4, "big")
    return bytes(font)


def checksum(data: bytes) -> int:
    """The sum of a table's 32-bit words, modulo 2^32."""
    padded = data + bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF


def check(tables: Tables) -> None:
    """Refuse what no painter could use. Raises BadFontError.

    Painters read fonts with care of their own; this only keeps plain nonsense from them.
    """
    missing = [tag for tag in _NEEDED if tag not in tables]
    outlines = "CFF " in tables or "CFF2" in tables or ("glyf" in tables and "loca" in tables)
    if missing or not outlines or len(tables["head"]) < 54 or len(tables["maxp"]) < 6:
        raise BadFontError
    if len(tables["hhea"]) < 36 or len(tables["OS/2"]) < 64:
        raise BadFontError
    if "loca" in tables and "glyf" in tables:
        offsets = locations(tables)
        if any(after < before for before, after in pairwise(offsets)):
            raise BadFontError
        if offsets[-1] > len(tables["glyf"]):
            raise BadFontError


def glyph_count(tables: Tables) -> int:
    """How many glyphs the font says it has."""
    return int.from_bytes(tables["maxp"][4:6], "big")


def locations(tables: Tables) -> tuple[int, ...]:
    """Where each glyph begins in `glyf`, and where the last one ends (loca). Raises BadFontError."""
    count = glyph_count(tables) + 1
    long = tables["head"][50:52] == b"\x00\x01"
    if len(tables["loca"]) < count * (4 if long else 2):
        raise BadFontError
    values = struct.unpack_from(f">{count}{'I' if long else 'H'}", tables["loca"])
    return values if long else tuple(2 * value for value in values)
