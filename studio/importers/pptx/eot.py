"""The head of an Embedded OpenType font (W3C Member Submission "Embedded OpenType (EOT) File Format", March 2008).

It says how the font behind it is packed and what its licence allows, so a report need not unpack anything.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

HEAD = 16 << 10
"""Bytes from the start of a file that hold its head in every honest font."""

_MAGIC = 0x504C
_VERSIONS = (0x00010000, 0x00020001, 0x00020002)
_SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_COMPRESSED, _XORED = 0x00000004, 0x10000000
_KEY = bytes(value ^ 0x50 for value in range(256))
_FIXED = struct.Struct("<IIII10xBBIHH")
_NAMES_AT = 82
_RESTRICTED, _LESS_STRICT, _BITMAPS_ONLY = 0x0002, 0x000C, 0x0200


@dataclass(frozen=True, slots=True)
class EotHead:
    """Where the font stands in its file and how it is packed. `fs_type` is OS/2's (None: only the font knows)."""

    start: int
    size: int
    compressed: bool
    xored: bool
    fs_type: int | None
    bound: bool = False
    """Whether it is only for pages of a web site, which a deck is not (RootString)."""

    @property
    def allowed(self) -> bool:
        """Whether a document that brings the font may be drawn in it."""
        return not self.bound and (self.fs_type is None or may_draw(self.fs_type))

    def payload(self, data: bytes) -> bytes:
        """The font itself, still compressed if it is, from the bytes of the whole file."""
        font = data[self.start : self.start + self.size]
        return font.translate(_KEY) if self.xored else font


def may_draw(fs_type: int) -> bool:
    """Whether licence bits allow that a document is drawn in the font (OpenType 1.9, OS/2, fsType).

    "Restricted" counts only where no bit allows more; a font whose bitmaps alone may be embedded has none for us.
    """
    restricted = fs_type & _RESTRICTED and not fs_type & _LESS_STRICT
    return not restricted and not fs_type & _BITMAPS_ONLY


def read_head(data: bytes, length: int) -> EotHead | None:
    """The head of a font file of `length` bytes, given its first `HEAD` bytes; None where there is none.

    A bare TrueType or OpenType font, as some programs write it, has no head and is taken as it is.
    """
    if data[:4] in _SFNT:
        return EotHead(0, length, False, False, None)
    try:
        return _read(data, length)
    except (struct.error, IndexError):
        return None


def _read(data: bytes, length: int) -> EotHead | None:
    total, size, version, flags, _, _, _, fs_type, magic = _FIXED.unpack_from(data)
    if magic != _MAGIC or version not in _VERSIONS or total > length or not size:
        return None
    place, root = _after_names(data, version)
    if place + size > length:
        return None
    return EotHead(
        place, size, bool(flags & _COMPRESSED), bool(flags & _XORED), fs_type, bool(root.strip(b"\0"))
    )


def _after_names(data: bytes, version: int) -> tuple[int, bytes]:
    """Where the names end, and the addresses that the font is bound to."""
    place, root = _NAMES_AT, b""
    for _ in range(4):  # family, style, version, full name; two bytes of padding behind each
        place, _name = _sized(data, place)
    if version == _VERSIONS[0]:
        return place - 2, root
    place, root = _sized(data, place)
    if version == _VERSIONS[1]:
        return place - 2, root
    place += 8  # checksum and code page; the padding stands behind them
    place, _signature = _sized(data, place)
    (extra,) = struct.unpack_from("<I", data, place - 2 + 4)
    return place - 2 + 8 + extra, root


def _sized(data: bytes, place: int) -> tuple[int, bytes]:
    """A size and so many bytes; the place behind them and two bytes of padding."""
    (size,) = struct.unpack_from("<H", data, place)
    end = place + 2 + size
    if end > len(data):
        raise IndexError(end)
    return end + 2, data[place + 2 : end]
