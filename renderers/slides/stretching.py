"""Makes the letters of a TrueType font narrower or wider (OpenType 1.9, glyf, hmtx, hhea, OS/2).

Only the x of every point changes. What such a font no longer needs or would have wrong goes: instructions for the
old outlines, kerning, ligatures. PowerPoint sets text without ligatures, so they go from every copy.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from renderers.slides.embedded import sfnt
from renderers.slides.embedded.charmap import characters
from renderers.slides.embedded.reader import BadFontError

_LETTERS = (
    " 17 e9.9 t6.9 a6.5 o6.1 i5.8 n5.8 s5.2 r5 h3.8 l3.4 d3.1 c2.7 u2.3 m2 f1.8 p1.7 g1.6 y1.4 w1.3 b1.1 v.9 k.6"
    " T.3 S.35 A.4 C.3 M.25 I.25 B.2 P.25 D.2 R.2 E.15 H.15 W.15 F.15 L.15 N.15 G.15 O.1 ..9 ,1 1.4 0.4 2.3"
)
"""How often a character stands among a hundred of English slides: the character, then the number."""
_SHAPES = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
_LIGATURES = ("GSUB", "morx", "mort", "Silf", "Glat", "Gloc", "Feat", "Sill")
_ON_CURVE, _X_BYTE, _Y_BYTE, _REPEAT, _X_SAME, _Y_SAME = 1, 2, 4, 8, 16, 32
_WORDS, _OFFSETS, _SCALE, _MORE, _XY_SCALE, _MATRIX, _INSTRUCTED = 0x1, 0x2, 0x8, 0x20, 0x40, 0x80, 0x100
_LEAST, _MOST = 0.6, 1.5
"""Beyond these factors letters look like another font."""


def mean_width(tables: sfnt.Tables) -> float:
    """The mean advance of the characters of English slides, in em. Raises BadFontError."""
    glyphs, advances = characters(tables["cmap"]), _advances(tables)
    weights = {" " if not word[0].strip() else word[0]: float(word[1:]) for word in _words()}
    total = sum(weights.values())
    try:
        width = sum(advances[glyphs[ord(char)]] * weight for char, weight in weights.items())
    except (KeyError, IndexError):
        raise BadFontError from None
    if not width:
        raise BadFontError
    return width / total / _unit(tables)


def _words() -> Iterator[str]:
    yield _LETTERS[:3]
    yield from _LETTERS[3:].split()


def stretched(tables: sfnt.Tables, factor: float, ascent: float, descent: float) -> sfnt.Tables:
    """The tables with all letters `factor` as wide; lines of `ascent` and `descent` em where they are not 0.

    Raises BadFontError where the outlines are not TrueType's or the factor is out of reason.
    """
    if "glyf" not in tables or not _LEAST <= factor <= _MOST:
        raise BadFontError
    made = {tag: table for tag, table in tables.items() if tag not in _LIGATURES}
    if factor != 1:
        made = {tag: table for tag, table in tables.items() if tag in _SHAPES}
        glyphs = [_glyph(each, factor) for each in _glyphs(tables)]
        made |= _joined(tables["head"], glyphs)
        made["hmtx"], made["hhea"] = _widths(tables, factor)
    return made | _lines(made, ascent, descent)


def _unit(tables: sfnt.Tables) -> int:
    unit = int.from_bytes(tables["head"][18:20], "big")
    if not 16 <= unit <= 16384:
        raise BadFontError
    return unit


def _advances(tables: sfnt.Tables) -> list[int]:
    """The advance of every glyph; those that stand at the end without one have the last."""
    count = int.from_bytes(tables["hhea"][34:36], "big")
    if not count or len(tables["hmtx"]) < 4 * count:
        raise BadFontError
    found = [width for width, _ in struct.iter_unpack(">Hh", tables["hmtx"][: 4 * count])]
    return found + [found[-1]] * (sfnt.glyph_count(tables) - count)


def _widths(tables: sfnt.Tables, factor: float) -> tuple[bytes, bytes]:
    count = int.from_bytes(tables["hhea"][34:36], "big")
    _advances(tables)
    metrics, rest = tables["hmtx"][: 4 * count], tables["hmtx"][4 * count :]
    pairs = [
        (round(width * factor), round(left * factor)) for width, left in struct.iter_unpack(">Hh", metrics)
    ]
    lefts = [round(left * factor) for (left,) in struct.iter_unpack(">h", rest[: len(rest) // 2 * 2])]
    written = b"".join(struct.pack(">Hh", *pair) for pair in pairs) + struct.pack(f">{len(lefts)}h", *lefts)
    widest = struct.pack(">H", max(width for width, _ in pairs))
    return written, tables["hhea"][:10] + widest + tables["hhea"][12:]


def _lines(tables: sfnt.Tables, ascent: float, descent: float) -> sfnt.Tables:
    """hhea and OS/2 with a line of that height, in every place where a program may look."""
    if not ascent:
        return {}
    unit = _unit(tables)
    up, down = round(ascent * unit), round(descent * unit)
    hhea, os2 = bytearray(tables["hhea"]), bytearray(tables["OS/2"])
    struct.pack_into(">hhh", hhea, 4, up, -down, 0)
    if len(os2) >= 78:
        struct.pack_into(">hhhHH", os2, 68, up, -down, 0, up, down)
    return {"hhea": bytes(hhea), "OS/2": bytes(os2)}


def _glyphs(tables: sfnt.Tables) -> Iterator[bytes]:
    for start, end in pairwise(sfnt.locations(tables)):
        yield tables["glyf"][start:end]


def _joined(head: bytes, glyphs: list[bytes]) -> sfnt.Tables:
    """glyf, loca with long offsets, and head that says so."""
    offsets, place = [0], 0
    bodies = [glyph + bytes(-len(glyph) % 4) for glyph in glyphs]
    for body in bodies:
        place += len(body)
        offsets.append(place)
    loca = struct.pack(f">{len(offsets)}I", *offsets)
    return {"glyf": b"".join(bodies), "loca": loca, "head": head[:50] + b"\0\1" + head[52:]}


def _glyph(glyph: bytes, factor: float) -> bytes:
    """One glyph, `factor` as wide. Raises BadFontError."""
    if len(glyph) < 10:
        return b""
    contours, left, low, right, high = struct.unpack_from(">5h", glyph)
    head = struct.pack(">5h", contours, round(left * factor), low, round(right * factor), high)
    try:
        return head + (_simple(glyph, contours, factor) if contours >= 0 else _composite(glyph, factor))
    except (IndexError, struct.error):
        raise BadFontError from None


def _composite(glyph: bytes, factor: float) -> bytes:
    """Parts of other glyphs: what they are made of is stretched itself, so only their places move."""
    made, place, flags = bytearray(), 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", glyph, place)
        kind = (
            (">hh" if flags & _WORDS else ">bb") if flags & _OFFSETS else (">HH" if flags & _WORDS else ">BB")
        )
        across, up = struct.unpack_from(kind, glyph, place + 4)
        place += 4 + struct.calcsize(kind)
        extra = 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _MATRIX else 0
        across = round(across * factor) if flags & _OFFSETS else across
        words = ">HHhh" if flags & _OFFSETS else ">HHHH"
        made += struct.pack(words, (flags | _WORDS) & ~_INSTRUCTED, part, across, up)
        made += glyph[place : place + extra]
        place += extra
    return bytes(made)


def _simple(glyph: bytes, contours: int, factor: float) -> bytes:
    """Contours, no instructions, the flags and steps anew; steps along y stay as they are."""
    ends = glyph[10 : 10 + 2 * contours]
    count = 1 + int.from_bytes(ends[-2:], "big") if contours else 0
    place = 10 + 2 * contours
    place += 2 + int.from_bytes(glyph[place : place + 2], "big")
    flags = bytearray()
    while len(flags) < count:
        flag = glyph[place]
        times = 1
        if flag & _REPEAT:
            place += 1
            times += glyph[place]
        flags += bytes((flag & ~_REPEAT,)) * times
        place += 1
    del flags[count:]
    xs = bytearray()
    x = drawn = 0
    for index, flag in enumerate(flags):
        step, place = _step(glyph, place, flag)
        x += step
        target = round(x * factor)
        flags[index] = flag & ~(_X_BYTE | _X_SAME) | _written(target - drawn, xs)
        drawn = target
    ys = sum(1 if flag & _Y_BYTE else 0 if flag & _Y_SAME else 2 for flag in flags)
    return ends + b"\0\0" + bytes(flags) + bytes(xs) + glyph[place : place + ys]


def _step(glyph: bytes, place: int, flag: int) -> tuple[int, int]:
    """How far the next point is to the right, and where the one after it is written."""
    if flag & _X_BYTE:
        return (glyph[place] if flag & _X_SAME else -glyph[place]), place + 1
    if flag & _X_SAME:
        return 0, place
    return struct.unpack_from(">h", glyph, place)[0], place + 2


def _written(step: int, target: bytearray) -> int:
    """Write a step along x; the flags that say how."""
    if step == 0:
        return _X_SAME
    if -256 < step < 256:
        target.append(abs(step))
        return _X_BYTE | (_X_SAME if step > 0 else 0)
    target += struct.pack(">h", step)
    return 0
