"""Finds the raster picture inside Windows metafiles, which Qt cannot draw.

Sources: MS-EMF 2.3.1 (bitmap records), MS-WMF 2.3.1, MS-EMF+ 2.2.2.2 (pictures embedded as PNG or JPEG).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_EMF_BITMAPS = {76: 84, 77: 84, 80: 48, 81: 48, 114: 84}
"""EMF record type -> where offBmi stands, from the start of the record."""
_WMF_BITMAPS = {0x0F43: 22, 0x0B41: 20, 0x0940: 16, 0x0D33: 18}
"""WMF record function -> where the bitmap stands inside the record's parameters."""
_SMALLEST = 32 * 32
"""Smaller bitmaps are brush patterns and buttons, not the picture."""


def metafile_kind(data: bytes) -> str | None:
    """Return "EMF" or "WMF" for a metafile, None for anything else."""
    if len(data) > 44 and data[:4] == b"\x01\0\0\0" and data[40:44] == b" EMF":
        return "EMF"
    if data[:4] == b"\xd7\xcd\xc6\x9a" or data[:4] in (b"\x01\0\x09\0", b"\x02\0\x09\0"):
        return "WMF"
    return None


def embedded_raster(data: bytes, kind: str) -> bytes | None:
    """Return the largest raster inside as a PNG, JPEG or BMP file; None where the picture is vectors only."""
    return coded_picture(data) or largest_bitmap(data, kind)


def is_one_picture(data: bytes) -> bool:
    """Whether a metafile is little more than the wrapping of a PNG or JPEG."""
    picture = coded_picture(data)
    if picture is None:
        return False
    end = picture.find(b"IEND") if picture.startswith(_PNG) else picture.rfind(b"\xff\xd9")
    return end * 2 >= len(data)


def coded_picture(data: bytes) -> bytes | None:
    """Return the PNG or JPEG inside; None where there is none."""
    for mark in (_PNG, _JPEG):
        start = data.find(mark)
        if start >= 0:
            return data[start:]
    return None


def largest_bitmap(data: bytes, kind: str) -> bytes | None:
    """Return the largest bitmap inside as a BMP file; None where the picture is vectors only."""
    bitmaps = _emf_bitmaps(data) if kind == "EMF" else _wmf_bitmaps(data)
    best = max(bitmaps, key=_area, default=b"")
    return bmp_file(best) if best and _area(best) >= _SMALLEST else None


def _emf_bitmaps(data: bytes) -> Iterator[bytes]:
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8:
            return
        where = _EMF_BITMAPS.get(kind)
        if where is not None and size >= where + 16:
            head_at, head_size, bits_at, bits_size = struct.unpack_from("<IIII", data, at + where)
            if head_size >= 40 and bits_size:
                yield data[at + head_at :][:head_size] + data[at + bits_at :][:bits_size]
        at += size


def _wmf_bitmaps(data: bytes) -> Iterator[bytes]:
    at = (22 if data[:4] == b"\xd7\xcd\xc6\x9a" else 0) + 18
    while at + 6 <= len(data):
        words, function = struct.unpack_from("<IH", data, at)
        if words < 3:
            return
        where = _WMF_BITMAPS.get(function)
        bitmap = data[at + 6 + where : at + words * 2] if where is not None else b""
        if len(bitmap) > 40 and struct.unpack_from("<I", bitmap)[0] == 40:
            yield bitmap
        at += words * 2


def _area(bitmap: bytes) -> int:
    if len(bitmap) < 40:
        return 0
    width, height = struct.unpack_from("<ii", bitmap, 4)
    return abs(width * height)


def bmp_file(bitmap: bytes) -> bytes:
    """Put the file header before a device-independent bitmap (MS-WMF 2.2.2.9)."""
    head, _w, _h, _planes, depth, compression = struct.unpack_from("<IiiHHI", bitmap)
    colors = struct.unpack_from("<I", bitmap, 32)[0] or (1 << depth if depth <= 8 else 0)
    masks = 12 if compression == 3 and head == 40 else 0
    start = 14 + head + masks + colors * 4
    return b"BM" + struct.pack("<IHHI", 14 + len(bitmap), 0, 0, start) + bitmap
