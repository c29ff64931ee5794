"""How many pixels a picture says it has, read from its first bytes, before anything unpacks it.

A picture of one colour with 100,000 x 100,000 pixels is a file of a few megabytes and an image of forty gigabytes.
Sources: PNG 1.2; GIF89a; JPEG, ITU-T T.81 B.2.2; TIFF 6.0; BMP, [MS-WMF] 2.2.2.9; WebP, RFC 9649; JPEG XR, T.832 A.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

MAX_PIXELS = 120_000_000
"""Pixels of one picture, all frames together: 480 MB where it is drawn. The largest cameras make 102 million."""

BLANK = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000b4944415478da636000020000"
    "050001e9fadcd80000000049454e44ae426082"
)
"""One transparent pixel (PNG), which takes the place of a picture that cannot be drawn."""

Size = tuple[int, int]
_DIRECTORIES = 64
"""Pages of a TIFF file that are looked at."""


def size_of(data: bytes) -> Size | None:
    """Width and height in pixels; None for what is no picture of a known kind or is damaged at its start."""
    for start, read in _READERS:
        if data.startswith(start):
            try:
                return read(data)
            except (struct.error, IndexError):
                return None
    return None


def too_large(data: bytes) -> Size | None:
    """The size of a picture that has more pixels than can be drawn; None for all others."""
    size = size_of(data)
    return size if size is not None and size[0] * size[1] > MAX_PIXELS else None


def still(data: bytes) -> bytes:
    """The picture; of an animated GIF with more pixels in all its frames than can be held only the first frame."""
    if not data.startswith(b"GIF8"):
        return data
    end = pixels = 0
    try:
        for width, height, stop in _frames(data):
            end = end or stop
            pixels += width * height
            if pixels > MAX_PIXELS:
                return data[:end] + b";"
    except (struct.error, IndexError):
        pass
    return data


def _png(data: bytes) -> Size:
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> Size:
    """The screen, or a first frame that is larger than it."""
    width, height = struct.unpack_from("<HH", data, 6)
    first = next(_frames(data), (0, 0, 0))
    return max(width, first[0]), max(height, first[1])


def _frames(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Width, height and end (offset) of every frame of a GIF."""
    at = 13 + _palette(data[10])
    while data[at] in b"!,":
        if data[at] == 0x21:
            at = _after_blocks(data, at + 2)
            continue
        width, height, flags = struct.unpack_from("<HHB", data, at + 5)
        at = _after_blocks(data, at + 11 + _palette(flags))
        yield width, height, at


def _palette(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _jpeg(data: bytes) -> Size | None:
    at = 2
    while at < len(data):
        if data[at] != 0xFF:
            at = data.find(b"\xff", at)  # readers skip what stands between two segments
            if at < 0:
                return None
        kind = data[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        bare = kind in (0x00, 0x01, 0xFF) or 0xD0 <= kind <= 0xD8
        at += (1 if kind == 0xFF else 2) if bare else 2 + struct.unpack_from(">H", data, at + 2)[0]
    return None


def _bmp(data: bytes) -> Size | None:
    head = struct.unpack_from("<I", data, 14)[0]
    width, height = struct.unpack_from("<HH" if head == 12 else "<ii", data, 18)
    return abs(width), abs(height)


def _webp(data: bytes) -> Size | None:
    kind = data[8:16]
    if kind == b"WEBPVP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"WEBPVP8L":
        bits = struct.unpack_from("<I", data, 21)[0]
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"WEBPVP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _tiff(data: bytes) -> Size | None:
    """The largest of its pages (TIFF 6.0, section 2); of JPEG XR, which is laid out alike, its one image."""
    order = ">" if data.startswith(b"MM") else "<"
    at = struct.unpack_from(f"{order}I", data, 4)[0]
    best: Size | None = None
    for _ in range(_DIRECTORIES):
        if not 8 <= at < len(data):
            break
        count = struct.unpack_from(f"{order}H", data, at)[0]
        tags = dict(_tag(data, at + 2 + 12 * i, order) for i in range(count))
        size = tags.get(256, tags.get(0xBC80, 0)), tags.get(257, tags.get(0xBC81, 0))
        best = max(best or size, size, key=lambda each: each[0] * each[1])
        after = at + 2 + 12 * count
        at = struct.unpack_from(f"{order}I", data, after)[0] if after + 4 <= len(data) else 0
    return best


def _tag(data: bytes, at: int, order: str) -> tuple[int, int]:
    tag, kind = struct.unpack_from(f"{order}HH", data, at)
    return tag, struct.unpack_from(f"{order}H" if kind == 3 else f"{order}I", data, at + 8)[0]


_READERS: tuple[tuple[bytes, Callable[[bytes], Size | None]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"GIF8", _gif),
    (b"BM", _bmp),
    (b"RIFF", _webp),
    (b"II*\0", _tiff),
    (b"MM\0*", _tiff),
    (b"II\xbc", _tiff),
)
