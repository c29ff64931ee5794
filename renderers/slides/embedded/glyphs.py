"""Glyphs of MicroType Express -> glyphs of TrueType (W3C Member Submission "MicroType Express (MTX) Font Format",
"Compact Table Format", glyf; OpenType 1.9, glyf).

A glyph's outline stands in the first block of the file, the numbers that its instructions push in the second, the
rest of its instructions in the third.
"""

from __future__ import annotations

from dataclasses import dataclass

from renderers.slides.embedded.reader import BadFontError, Reader

_COMPOSITE = -1
_OWN_BOX = 0x7FFF
_MAX_POINTS = 20_000
_ON_CURVE, _X_BYTE, _Y_BYTE, _X_SAME, _Y_SAME = 1, 2, 4, 16, 32
_WORDS, _SCALE, _MORE, _XY_SCALE, _MATRIX, _INSTRUCTED = 0x01, 0x08, 0x20, 0x40, 0x80, 0x100
Point = tuple[int, int, bool]
"""x, y from the origin in font units, and whether the outline goes through it."""


@dataclass(slots=True)
class Streams:
    """The three blocks of an MTX file that glyphs are read from."""

    outlines: Reader
    pushed: Reader
    code: Reader
    longest: int = 0
    """Bytes of the longest instructions so far."""


def read_glyph(streams: Streams) -> bytes:
    """The next glyph as TrueType has it; b"" for an empty one. Raises BadFontError."""
    reader = streams.outlines
    contours = reader.short()
    if contours == _COMPOSITE:
        return _composite(streams)
    box = None
    if contours == _OWN_BOX:
        contours, box = reader.short(), reader.bytes(8)
    if contours < 0:
        raise BadFontError
    return _simple(streams, contours, box) if contours else b""


def _simple(streams: Streams, contours: int, box: bytes | None) -> bytes:
    reader = streams.outlines
    ends, last = bytearray(), -1
    for index in range(contours):
        last += reader.packed_ushort() + (index == 0)
        if last >= _MAX_POINTS:
            raise BadFontError
        ends += _word(last)
    points = _points(reader, last + 1)
    instructions = _instructions(streams)
    head = _word(contours) + (box or _box(points))
    return b"".join((head, bytes(ends), _word(len(instructions)), instructions, _outline(points)))


def _points(reader: Reader, count: int) -> list[Point]:
    points: list[Point] = []
    x = y = 0
    for flag in reader.bytes(count):
        across, up = _step(flag & 127, reader)
        x, y = x + across, y + up
        points.append((x, y, flag < 128))
    return points


def _step(flag: int, reader: Reader) -> tuple[int, int]:
    """How far the next point is away, in two to five bytes (table "Triplet encoding")."""
    if flag < 20:
        way = _signed(flag, ((flag % 10 & 14) << 7) + reader.byte())
        return (0, way) if flag < 10 else (way, 0)
    if flag < 84:
        kind, byte = flag - 20, reader.byte()
        across, up = 1 + (kind & 0x30) + (byte >> 4), 1 + ((kind & 0x0C) << 2) + (byte & 15)
    elif flag < 120:
        kind = flag - 84
        across, up = 1 + (kind // 12 << 8) + reader.byte(), 1 + (kind % 12 >> 2 << 8) + reader.byte()
    elif flag < 124:
        three = int.from_bytes(reader.bytes(3), "big")
        across, up = three >> 12, three & 0xFFF
    else:
        across, up = reader.ushort(), reader.ushort()
    return _signed(flag, across), _signed(flag >> 1, up)


def _signed(flag: int, way: int) -> int:
    return way if flag & 1 else -way


def _box(points: list[Point]) -> bytes:
    across, up = [x for x, _, _ in points], [y for _, y, _ in points]
    return b"".join(_word(value) for value in (min(across), min(up), max(across), max(up)))


def _outline(points: list[Point]) -> bytes:
    """Points as TrueType writes them: all flags, then all steps along x, then all along y."""
    flags, xs, ys = bytearray(), bytearray(), bytearray()
    x = y = 0
    for to_x, to_y, on_curve in points:
        flag = _written(to_x - x, xs, _X_BYTE, _X_SAME) | _written(to_y - y, ys, _Y_BYTE, _Y_SAME)
        flags.append(flag | (_ON_CURVE if on_curve else 0))
        x, y = to_x, to_y
    return bytes(flags + xs + ys)


def _written(way: int, target: bytearray, one_byte: int, same: int) -> int:
    if way == 0:
        return same
    if -256 < way < 256:
        target.append(abs(way))
        return one_byte | (same if way > 0 else 0)
    target += _word(way)
    return 0


def _composite(streams: Streams) -> bytes:
    reader = streams.outlines
    start = reader.place
    reader.bytes(8)  # the box
    more, flags = True, 0
    while more:
        flags = reader.ushort()
        scales = 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _MATRIX else 0
        reader.bytes(2 + (4 if flags & _WORDS else 2) + scales)
        more = bool(flags & _MORE)
    glyph = _word(-1) + reader.data[start : reader.place]
    if flags & _INSTRUCTED:
        instructions = _instructions(streams)
        glyph += _word(len(instructions)) + instructions
    return glyph


def _instructions(streams: Streams) -> bytes:
    pushes, size = streams.outlines.packed_ushort(), streams.outlines.packed_ushort()
    instructions = _pushing(_pushed(streams.pushed, pushes)) + streams.code.bytes(size)
    if len(instructions) > 0xFFFF:
        raise BadFontError
    streams.longest = max(streams.longest, len(instructions))
    return instructions


def _pushed(reader: Reader, count: int) -> list[int]:
    """The numbers a glyph pushes. 251 and 252 stand for a number that comes back at every second place."""
    values: list[int] = []
    while len(values) < count:
        code = reader.data[reader.place] if reader.place < len(reader.data) else -1
        if code not in (251, 252):
            values.append(reader.packed_short())
            continue
        reader.place += 1
        if len(values) < 2:
            raise BadFontError
        again = values[-2]
        for _ in range(code - 250):
            values += (again, reader.packed_short())
        values.append(again)
    return values


def _pushing(values: list[int]) -> bytes:
    """Instructions that push the values, bytes and words in runs of their own (PUSHB, NPUSHB, PUSHW, NPUSHW)."""
    code = bytearray()
    place = 0
    while place < len(values):
        small = 0 <= values[place] < 256
        end = place + 1
        while end < len(values) and end - place < 255 and (0 <= values[end] < 256) == small:
            end += 1
        count = end - place
        short, long = (0xB0, 0x40) if small else (0xB8, 0x41)
        code += bytes((short + count - 1,)) if count <= 8 else bytes((long, count))
        code += bytes(values[place:end]) if small else b"".join(map(_word, values[place:end]))
        place = end
    return bytes(code)


def _word(value: int) -> bytes:
    return (value & 0xFFFF).to_bytes(2, "big")
