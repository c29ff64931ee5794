"""Fonts of decks unpacked: what PowerPoint packed comes out whole, what is broken costs only itself."""

from __future__ import annotations

import random
import struct
import time
from pathlib import Path

import pytest

from renderers.slides.embedded import charmap, mtx, sfnt
from renderers.slides.embedded.glyphs import Streams, read_glyph
from renderers.slides.embedded.lzcomp import unpack
from renderers.slides.embedded.reader import BadFontError, Reader
from renderers.slides.embedded.unpacking import font_file
from studio.importers.pptx.embedded_fonts import embedded_fonts, font_bytes
from tests.renderers.slides.embedded import making

DECK = "lectures/reference-material__openchain-curriculum-for-2-0-zh-Hant.pptx"


@pytest.fixture(scope="module")
def real(shared_decks: Path) -> Path:
    return shared_decks / DECK


def plain() -> bytes:
    return sfnt.put_together(making.tables())


@pytest.mark.parametrize("xored", [False, True])
@pytest.mark.parametrize("packed", [False, True])
def test_every_kind_of_packing_gives_the_same_letters(packed: bool, xored: bool) -> None:
    inside = making.mtx(making.tables()) if packed else plain()
    made = sfnt.taken_apart(font_file(making.eot(inside, packed=packed, xored=xored), "Board", "bold"))
    assert charmap.characters(made["cmap"]) == {ord(char): 1 + i for i, char in enumerate(making.LETTERS)}
    offsets = sfnt.locations(made)
    for number in range(len(making.LETTERS) + 1):
        glyph = made["glyf"][offsets[number] : offsets[number + 1]]
        assert struct.unpack_from(">5h", glyph) == (1, 0, 0, making.EM, making.EM)


@pytest.mark.parametrize("version", [0x00010000, 0x00020001, 0x00020002])
def test_heads_of_every_version_are_read(version: int) -> None:
    made = sfnt.taken_apart(font_file(making.eot(plain(), version=version), "Board", "regular"))
    assert made["glyf"] == making.tables()["glyf"]


def test_a_bare_font_is_taken_as_it_is() -> None:
    made = sfnt.taken_apart(font_file(plain(), "Board", "regular"))
    assert made["hmtx"] == making.tables()["hmtx"]


def test_the_font_has_the_name_and_the_style_that_the_deck_asks_for() -> None:
    made = sfnt.taken_apart(font_file(making.eot(plain()), "新細明體", "boldItalic"))
    assert "新細明體".encode("utf-16-be") in made["name"]
    assert struct.unpack_from(">H", made["OS/2"], 4) == (700,)
    assert struct.unpack_from(">H", made["OS/2"], 62) == (0x21,)
    assert struct.unpack_from(">H", made["head"], 44) == (3,)


def test_the_file_is_whole_by_its_own_checksum() -> None:
    made = font_file(making.eot(plain()), "Board", "regular")
    assert sfnt.checksum(made) == 0xB1B0AFBA


def test_instructions_and_their_values_come_back() -> None:
    # 5, 9, then "the last but one again around 7": PowerPoint writes hinted fonts so.
    tables = mtx.unpacked(making.mtx(making.tables(), pushed=bytes((5, 9, 251, 7))))
    glyph = tables["glyf"][: sfnt.locations(tables)[1]]
    assert bytes((0xB0 + 4, 5, 9, 5, 7, 5, 0x7D)) in glyph
    assert struct.unpack(">4h", tables["cvt "]) == making.CVT


def test_letters_emptied_by_a_subset_are_left_to_other_fonts() -> None:
    tables = making.tables("ABCD")
    offsets = list(sfnt.locations(tables))
    offsets[4:] = [offsets[3]] * 2  # C and D have no outline
    tables["loca"] = struct.pack(f">{len(offsets)}I", *offsets)
    made = sfnt.taken_apart(font_file(making.eot(sfnt.put_together(tables)), "Board", "regular"))
    assert charmap.characters(made["cmap"]) == {ord("A"): 1, ord("B"): 2}


@pytest.mark.parametrize(
    ("head", "inside", "drawn"),
    [
        (0, 0, True),
        (4, 4, True),
        (8, 8, True),
        (2, 2, False),
        (0, 2, False),
        (2, 0, False),
        (6, 6, True),
        (0x200, 0, False),
    ],
)
def test_licence_bits_of_head_and_font_both_count(head: int, inside: int, drawn: bool) -> None:
    data = making.eot(sfnt.put_together(making.tables(fs_type=inside)), fs_type=head)
    if drawn:
        assert font_file(data, "Board", "regular")
    else:
        with pytest.raises(BadFontError):
            font_file(data, "Board", "regular")


def test_a_copy_may_reach_into_what_stands_before_the_first_byte(real: Path) -> None:
    """Every table that is stored as it is has the checksum that its author's font gave it."""
    faces = [face for font in embedded_fonts(real) for face in font.usable]
    assert len(faces) == 18
    for face in (faces[0], faces[1], faces[17]):
        assert face.head is not None
        data = face.head.payload(font_bytes(real, face.part))
        block = unpack(data[10 : int.from_bytes(data[4:7], "big")], data[0])
        same = 0
        for index in range(int.from_bytes(block[4:6], "big")):
            tag, checksum, offset, length = struct.unpack_from(">4sIII", block, 12 + 16 * index)
            if tag not in (b"glyf", b"loca", b"head", b"cvt ", b"hdmx", b"VDMX"):
                assert sfnt.checksum(block[offset : offset + length]) == checksum, tag
                same += 1
        assert same >= 9


def test_outlines_of_a_real_font_stand_where_its_metrics_say(real: Path) -> None:
    font = embedded_fonts(real)[0]
    assert font.family == "Roboto"
    made = sfnt.taken_apart(font_file(font_bytes(real, font.faces[0].part), font.family, "regular"))
    offsets, chars = sfnt.locations(made), charmap.characters(made["cmap"])
    assert {ord(letter) for letter in "OpenChain"} <= set(chars)
    right = total = 0
    for char in range(ord("A"), ord("z")):
        glyph = chars.get(char, 0)
        if glyph and offsets[glyph] < offsets[glyph + 1]:
            left, bearing = (
                struct.unpack_from(">h", made["glyf"], offsets[glyph] + 2),
                struct.unpack_from(">h", made["hmtx"], 4 * glyph + 2),
            )
            right, total = right + (left == bearing), total + 1
    assert total > 40
    assert right == total


def test_a_block_that_promises_more_than_it_has_is_refused_at_once() -> None:
    began = time.process_time()
    with pytest.raises(BadFontError):
        unpack(making.lz(b"A", size=0xFFFFFF), 3)
    assert time.process_time() - began < 1


def test_a_table_of_characters_over_and_over_is_refused_at_once() -> None:
    count = 8000
    body = struct.pack(">HHHHHHH", 4, 0, 0, 2 * count, 0, 0, 0)
    body += b"\xff\xfe" * count + bytes(2) + bytes(2 * count) + b"\x00\x01" * count + bytes(2 * count)
    tables = making.tables() | {"cmap": struct.pack(">HHHHI", 0, 1, 3, 1, 12) + body}
    began = time.process_time()
    with pytest.raises(BadFontError):
        font_file(making.eot(sfnt.put_together(tables)), "Board", "regular")
    assert time.process_time() - began < 2


def test_tables_that_share_their_bytes_over_and_over_are_refused() -> None:
    font = bytearray(plain())
    for index in range(int.from_bytes(font[4:6], "big")):
        font[12 + 16 * index + 8 : 12 + 16 * index + 16] = struct.pack(">II", 0, len(font))
    with pytest.raises(BadFontError):
        font_file(making.eot(bytes(font)), "Board", "regular")


def test_a_glyph_with_absurd_numbers_is_refused() -> None:
    for data in (b"\x7f\xfe" + b"\xfd\xff\xff" * 40, b"\xff\xff" + bytes(8) + b"\xff\xff", b"\xff\x00"):
        with pytest.raises(BadFontError):
            read_glyph(Streams(Reader(data), Reader(b""), Reader(b"")))


def test_damage_anywhere_costs_only_the_font() -> None:
    chance = random.Random(20)
    whole = (making.eot(plain()), making.eot(making.mtx(making.tables()), packed=True, xored=True))
    refused = 0
    for _ in range(300):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.choice((1, 2, 8))):
            data[chance.randrange(len(data))] = chance.choice((0, 127, 255, chance.randrange(256)))
        if chance.random() < 0.3:
            del data[chance.randrange(1, len(data)) :]
        try:
            font_file(bytes(data), "Board", "regular")
        except BadFontError:
            refused += 1
    assert 100 < refused < 300
