"""Fonts and decks made for these tests: every letter of the font is a solid block, so a page shows who drew it."""

from __future__ import annotations

import struct
from pathlib import Path

from pptx import Presentation
from pptx.util import Inches, Pt

from renderers.slides.embedded import sfnt
from renderers.slides.embedded.lzcomp import AdaptiveCode
from tests.studio.importers.making import change

FAMILY = "Lesson Blocks"
EM = 1000
LETTERS = "".join(map(chr, range(ord("0"), ord("B") + 1)))
BLOCK = ((0, 0), (EM, 0), (EM, EM), (0, EM))
SLAB = ((0, 0), (EM, 0), (EM, EM // 2), (0, EM // 2))
_FONT_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
Outline = tuple[tuple[int, int], ...]


def tables(letters: str = LETTERS, outline: Outline = BLOCK, fs_type: int = 0) -> sfnt.Tables:
    """A font with one outline for .notdef and each letter; the letters stand next to each other in Unicode."""
    glyphs = [_glyph(outline)] * (len(letters) + 1)
    count = len(glyphs)
    first, last = ord(letters[0]), ord(letters[-1])
    assert last - first == len(letters) - 1
    return {
        "head": struct.pack(
            ">IIIIHHQQhhhhHHhhh", 65536, 65536, 0, 0x5F0F3CF5, 3, EM, 0, 0, 0, 0, EM, EM, 0, 8, 2, 1, 0
        ),
        "hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 65536, EM, 0, 0, EM, 0, 0, EM, 1, 0, 0, *[0] * 5, count),
        "maxp": struct.pack(">IH13H", 65536, count, 4, 1, 0, 0, 1, *[0] * 8),
        "OS/2": struct.pack(
            ">HhHHH11h10s4I4sHHHhhhHH", 3, EM, 400, 5, fs_type, *[0] * 11, b"", 1, 0, 0, 0, b"TEST",
            0x40, first, last, EM, 0, 0, EM, 0,
        )
        + bytes(18),
        "hmtx": struct.pack(">Hh", EM, 0) * count,
        "cmap": _cmap(first, last),
        "loca": struct.pack(f">{count + 1}I", *(i * len(glyphs[0]) for i in range(count + 1))),
        "glyf": b"".join(glyphs),
        "name": struct.pack(">HHH", 0, 0, 6),
        "post": struct.pack(">IIhhI", 0x30000, 0, 0, 0, 0) + bytes(16),
    }  # fmt: skip


def eot(
    font: bytes,
    *,
    fs_type: int = 0,
    xored: bool = False,
    packed: bool = False,
    web: str = "",
    version: int = 0x00020002,
) -> bytes:
    """An Embedded OpenType file around a font; PowerPoint writes version 2.2, others 2.1, old ones 1.0."""
    flags = (0x10000000 if xored else 0) | (4 if packed else 0)
    body = bytes(byte ^ 0x50 for byte in font) if xored else font
    head = struct.pack("<IIII10sBBIHH", 0, len(body), version, flags, b"", 1, 0, 400, fs_type, 0x504C)
    head += bytes(44)  # ranges, checksum, reserved
    names = ["14", "Regular", "Version 1", "14 Regular"]
    for name in names if version == 0x00010000 else [*names, web]:
        text = name.encode("utf-16-le")
        head += struct.pack("<HH", 0, len(text)) + text
    if version == 0x00020002:
        head += struct.pack("<IIHHII", 0, 0, 0, 0, 0, 0)
    return struct.pack("<I", len(head) + len(body)) + head[4:] + body


def mtx(parts: sfnt.Tables, outline: Outline = BLOCK, pushed: bytes = b"") -> bytes:
    """A font in MicroType Express; each glyph pushes what `pushed` says and does nothing with it."""
    count = sfnt.glyph_count(parts)
    packed = {**parts, "loca": b"", "glyf": _packed_glyph(outline, pushed) * count, "cvt ": _PACKED_CVT}
    blocks = [lz(_directory(packed)), lz(pushed * count), lz(b"\x7d" * count)]
    places = [10, 10 + len(blocks[0]), 10 + len(blocks[0]) + len(blocks[1])]
    return b"\x03" + b"".join(place.to_bytes(3, "big") for place in (0, *places[1:])) + b"".join(blocks)


def lz(data: bytes, size: int | None = None) -> bytes:
    """LZCOMP, letters alone; `size` is what it says it unpacks to."""
    size = len(data) if size is None else size
    bits = f"0{size:024b}"
    pieces = 1
    while 1 << (3 * pieces) < size:
        pieces += 1
    code = AdaptiveCode(256 + 8 * pieces + 3)
    for byte in data:
        leaf = node = code.leaf[byte]
        way = ""
        while node != 1:
            above = code.up[node]
            way = str(code.below[above].index(node)) + way
            node = above
        bits += way
        code.grow(leaf)
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


CVT = (100, -50, 300, 30_000)
_PACKED_CVT = bytes((0, 4, 100, 239, 150, 248, 112, 238)) + struct.pack(">h", 29_700)


def deck(path: Path, *fonts: tuple[str, str, bytes], text: str = "AAAA", family: str = FAMILY) -> Path:
    """A slide with a text of 60 points in a family, and fonts: (family, style, bytes of the part)."""
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    frame = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(8), Inches(2)).text_frame
    frame.margin_left = frame.margin_top = 0
    frame.word_wrap = True
    run = frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.name = text, Pt(60), family
    made.save(str(path))
    if fonts:
        _embed(path, fonts)
    return path


def _embed(path: Path, fonts: tuple[tuple[str, str, bytes], ...]) -> None:
    listed = "".join(
        f'<p:embeddedFont><p:font typeface="{family}"/><p:{style} r:id="rIdF{number}"/></p:embeddedFont>'
        for number, (family, style, _) in enumerate(fonts)
    )
    links = "".join(
        f'<Relationship Id="rIdF{number}" Type="{_FONT_TYPE}" Target="fonts/font{number}.fntdata"/>'
        for number in range(len(fonts))
    )
    after = b"<p:defaultTextStyle"
    fntdata = b'<Default Extension="fntdata" ContentType="application/x-fontdata"/><Override'
    list_ = f"<p:embeddedFontLst>{listed}</p:embeddedFontLst>".encode()
    change(
        path,
        {
            "ppt/presentation.xml": lambda data: data.replace(after, list_ + after, 1),
            "ppt/_rels/presentation.xml.rels": lambda data: data.replace(
                b"</Relationships>", links.encode() + b"</Relationships>"
            ),
            "[Content_Types].xml": lambda data: data.replace(b"<Override", fntdata, 1),
            **{f"ppt/fonts/font{number}.fntdata": data for number, (_, _, data) in enumerate(fonts)},
        },
    )


def _glyph(outline: Outline) -> bytes:
    """A glyph of one contour, written without any shortening."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    head = struct.pack(">hhhhhHH", 1, min(xs), min(ys), max(xs), max(ys), len(outline) - 1, 0)
    steps = _steps(outline)
    body = head + b"\x01" * len(outline)
    body += b"".join(struct.pack(">h", x) for x, _ in steps) + b"".join(
        struct.pack(">h", y) for _, y in steps
    )
    return body + bytes(-len(body) % 4)


def _steps(outline: Outline) -> list[tuple[int, int]]:
    before = ((0, 0), *outline[:-1])
    return [(x - was_x, y - was_y) for (x, y), (was_x, was_y) in zip(outline, before, strict=True)]


def _packed_glyph(outline: Outline, pushed: bytes) -> bytes:
    steps = _steps(outline)
    flags = bytes(124 | (x >= 0) | (y >= 0) << 1 for x, y in steps)
    places = b"".join(struct.pack(">HH", abs(x), abs(y)) for x, y in steps)
    pushes = 5 if pushed else 0
    return struct.pack(">hB", 1, len(outline) - 1) + flags + places + bytes((pushes, 1))


def _directory(parts: sfnt.Tables) -> bytes:
    offset = 12 + 16 * len(parts)
    entries, bodies = b"", b""
    for tag, body in sorted(parts.items()):
        entries += struct.pack(">4sIII", tag.encode(), 0, offset + len(bodies), len(body))
        bodies += body + bytes(-len(body) % 4)
    return struct.pack(">IHHHH", 65536, len(parts), 0, 0, 0) + entries + bodies


def _cmap(first: int, last: int) -> bytes:
    """Format 4: one stretch of characters, and the end mark."""
    delta = (1 - first) & 0xFFFF
    body = struct.pack(">HHHHHHH", 4, 32, 0, 4, 4, 1, 0)
    body += struct.pack(">HHHHHHHHH", last, 0xFFFF, 0, first, 0xFFFF, delta, 1, 0, 0)
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + body
