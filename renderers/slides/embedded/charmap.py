"""Keeps a subset font from answering for characters it no longer holds (OpenType 1.9, cmap).

Some programs empty the glyphs that a deck does not use and leave the table of characters whole. A painter would
take such a glyph, and a letter would be missing where another font has it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from renderers.slides.embedded import sfnt
from renderers.slides.embedded.reader import BadFontError

_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""(platform, encoding) of tables for Unicode, the fullest first."""
_MAX_CHARS = 0x110000


def without_empty(tables: sfnt.Tables) -> sfnt.Tables:
    """The tables with no character left that is drawn as nothing and is no blank. Raises BadFontError."""
    if "glyf" not in tables:
        return tables
    offsets = sfnt.locations(tables)
    chars = characters(tables["cmap"])
    kept = {
        char: glyph
        for char, glyph in chars.items()
        if glyph + 1 < len(offsets) and (offsets[glyph] < offsets[glyph + 1] or not _shows(char))
    }
    if len(kept) == len(chars):
        return tables
    return {**tables, "cmap": _written(kept)}


def _shows(char: int) -> bool:
    """Whether a character leaves a mark; blanks, controls and joiners do not."""
    text = chr(char)
    return text.isprintable() and not text.isspace() and char not in (0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0)


def characters(cmap: bytes) -> dict[int, int]:
    """Character -> glyph of the fullest table for Unicode; {} where there is none. Raises BadFontError."""
    try:
        offset = _best(cmap)
        return {} if offset is None else dict(_mapped(cmap[offset:]))
    except (struct.error, IndexError):
        raise BadFontError from None


def _best(cmap: bytes) -> int | None:
    (count,) = struct.unpack_from(">H", cmap, 2)
    found: dict[tuple[int, int], int] = {}
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", cmap, 4 + 8 * index)
        found.setdefault((platform, encoding), offset)
    return next((found[kind] for kind in _UNICODE if kind in found), None)


def _mapped(table: bytes) -> Iterator[tuple[int, int]]:
    (kind,) = struct.unpack_from(">H", table)
    if kind == 4:
        yield from _segments(table)
    elif kind == 6:
        first, count = struct.unpack_from(">HH", table, 6)
        yield from ((first + i, glyph) for i, glyph in enumerate(_shorts(table, 10, count)) if glyph)
    elif kind == 12:
        yield from _groups(table)
    elif kind == 0:
        yield from ((char, glyph) for char, glyph in enumerate(table[6:262]) if glyph)


@dataclass(frozen=True, slots=True)
class _Segment:
    first: int
    last: int
    delta: int
    glyphs_at: int
    """Where its glyphs stand in the table; 0: they follow from the characters."""


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    """Format 4."""
    (twice,) = struct.unpack_from(">H", table, 6)
    count = twice // 2
    lasts, firsts = _shorts(table, 14, count), _shorts(table, 16 + twice, count)
    deltas, offsets = _shorts(table, 16 + 2 * twice, count), _shorts(table, 16 + 3 * twice, count)
    left = _MAX_CHARS
    for i in range(count):
        left -= max(lasts[i] - firsts[i] + 1, 0)
        if left < 0:  # stretches over each other, thousands of times
            raise BadFontError
        at = 16 + 3 * twice + 2 * i + offsets[i] if offsets[i] else 0
        yield from _segment(table, _Segment(firsts[i], lasts[i], deltas[i], at))


def _segment(table: bytes, segment: _Segment) -> Iterator[tuple[int, int]]:
    for char in range(segment.first, min(segment.last, 0xFFFE) + 1):
        glyph = char
        if segment.glyphs_at:
            at = segment.glyphs_at + 2 * (char - segment.first)
            glyph = int.from_bytes(table[at : at + 2], "big")
            if not glyph:
                continue
        glyph = (glyph + segment.delta) & 0xFFFF
        if glyph:
            yield char, glyph


def _groups(table: bytes) -> Iterator[tuple[int, int]]:
    """Format 12."""
    (count,) = struct.unpack_from(">I", table, 12)
    left = _MAX_CHARS
    for index in range(count):
        first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * index)
        left -= max(last - first + 1, 0)
        if left < 0 or last >= _MAX_CHARS or glyph + last - first > 0xFFFF:
            raise BadFontError
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _shorts(data: bytes, place: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f">{count}H", data, place)


def _written(chars: dict[int, int]) -> bytes:
    """A table of characters with all of them (format 12, for platform 3, encoding 10)."""
    groups: list[list[int]] = []
    for char in sorted(chars):
        glyph = chars[char]
        if groups and groups[-1][1] == char - 1 and groups[-1][2] + char - groups[-1][0] == glyph:
            groups[-1][1] = char
        else:
            groups.append([char, char, glyph])
    body = b"".join(struct.pack(">III", *group) for group in groups)
    head = struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(groups))
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + head + body
