"""Unpacks a font in MicroType Express, PowerPoint's packing of embedded fonts (W3C Member Submission "MicroType
Express (MTX) Font Format", 5 March 2008).

Three blocks, each LZCOMP: a font in the Compact Table Format (an sfnt whose `glyf` and `cvt ` are written shorter
and whose `loca` is missing), the numbers that instructions push, and the rest of the instructions.
`hdmx` and `VDMX` (widths and heights of hinted pixels, which no page of ours has) are left out.
"""

from __future__ import annotations

import struct

from renderers.slides.embedded import sfnt
from renderers.slides.embedded.glyphs import Streams, read_glyph
from renderers.slides.embedded.lzcomp import unpack
from renderers.slides.embedded.reader import BadFontError, Reader

_HEAD = 10
_LEFT_OUT = ("hdmx", "VDMX", "loca", "glyf", "cvt ", "DSIG")
_MAX_OUTLINES = 96 << 20
"""Bytes that the glyphs of one font may have together once unpacked."""


def unpacked(data: bytes) -> sfnt.Tables:
    """The tables of a font in MicroType Express. Raises BadFontError."""
    if len(data) < _HEAD:
        raise BadFontError
    version = data[0]
    second, third = (int.from_bytes(data[at : at + 3], "big") for at in (4, 7))
    if not _HEAD <= second <= third <= len(data):
        raise BadFontError
    blocks = (data[_HEAD:second], data[second:third], data[third:])
    font, pushed, code = (unpack(block, version) for block in blocks)
    listed = {tag: (offset, length) for tag, offset, length in sfnt.directory(font)}
    tables = {
        tag: font[offset : offset + length]
        for tag, (offset, length) in listed.items()
        if tag not in _LEFT_OUT
    }
    if "cvt " in listed:
        tables["cvt "] = _control_values(Reader(font, listed["cvt "][0]))
    if "glyf" in listed and "maxp" in tables and len(tables.get("head", b"")) >= 54:
        _add_glyphs(tables, Streams(Reader(font, listed["glyf"][0]), Reader(pushed), Reader(code)))
    return tables


def _control_values(reader: Reader) -> bytes:
    """The control value table: each value as its way from the one before, in one to three bytes."""
    value, values = 0, bytearray()
    for _ in range(reader.ushort()):
        code = reader.byte()
        if code < 238:
            value += code
        elif code == 238:
            value += reader.short()
        elif code < 248:
            value -= (code - 239) * 238 + reader.byte()
        else:
            value += (code - 247) * 238 + reader.byte()
        values += (value & 0xFFFF).to_bytes(2, "big")
    return bytes(values)


def _add_glyphs(tables: sfnt.Tables, streams: Streams) -> None:
    """Write `glyf` and `loca`, and what other tables say about them."""
    outlines, places = bytearray(), [0]
    for _ in range(sfnt.glyph_count(tables)):
        glyph = read_glyph(streams)
        outlines += glyph + bytes(-len(glyph) % 4)
        places.append(len(outlines))
        if len(outlines) > _MAX_OUTLINES:
            raise BadFontError
    tables["glyf"] = bytes(outlines)
    tables["loca"] = struct.pack(f">{len(places)}I", *places)
    tables["head"] = tables["head"][:50] + b"\x00\x01" + tables["head"][52:]
    profile = tables["maxp"]
    if len(profile) >= 28:  # maxSizeOfInstructions; ours may be a few bytes longer than the author's were
        longest = max(int.from_bytes(profile[26:28], "big"), streams.longest)
        tables["maxp"] = profile[:26] + longest.to_bytes(2, "big") + profile[28:]
