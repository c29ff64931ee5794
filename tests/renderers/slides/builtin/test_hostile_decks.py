"""Decks inside a stranger's lecture, which no import has looked through, and the built-in painter."""

from __future__ import annotations

import struct
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from renderers.slides.builtin import DeckPainter, pictures
from studio.importers.pptx import picture_sizes
from tests.studio.importers.making import change, instead, make
from tests.studio.importers.test_pptx_limits import png, with_picture

SECRET = (250, 0, 250)
WIDTH, HEIGHT = 160, 120
pytestmark = pytest.mark.usefixtures("qapp")


def painted(deck: Path) -> tuple[QImage, tuple[str, ...]]:
    """The first slide, and what of it could not be drawn."""
    painter = DeckPainter(deck)
    try:
        first = painter.slide_ids[0]
        return painter.paint(first, WIDTH, HEIGHT), painter.left_out(first)
    finally:
        painter.close()


def secret(folder: Path) -> Path:
    """A picture of the reader's own."""
    import cv2

    cv2.imwrite(str(folder / "secret.png"), np.full((16, 16, 3), SECRET[::-1], np.uint8))
    return folder / "secret.png"


@pytest.mark.parametrize("before", ["", f"<!--{'x' * 70_000}-->"])
def test_a_drawing_that_names_a_file_of_the_readers_does_not_show_it(tmp_path: Path, before: str) -> None:
    drawing = (
        f'{before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="9" height="9"><image width="9" height="9" xlink:href="{secret(tmp_path)}"/></svg>'
    )
    image, _ = painted(with_picture(tmp_path / "deck.pptx", drawing.encode()))
    colours = {image.pixelColor(x, y).getRgb()[:3] for x in range(0, WIDTH, 8) for y in range(0, HEIGHT, 8)}
    assert colours == {(255, 255, 255)}


def test_a_drawing_of_copies_of_copies_costs_itself() -> None:
    groups = (f'<g id="a{i}">{f"""<use xlink:href="#a{i - 1}"/>""" * 10}</g>' for i in range(1, 9))
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
        f'<rect id="a0" width="9" height="9"/>{"".join(groups)}</svg>'
    )
    started = time.process_time()
    pictures.load(drawing.encode())
    assert time.process_time() - started < 2


def test_a_picture_too_large_to_be_unpacked_is_left_out_and_told(tmp_path: Path) -> None:
    _, left_out = painted(with_picture(tmp_path / "deck.pptx", png(100_000, 100_000)))
    assert any("picture" in told for told in left_out)


def test_a_bitmap_in_a_metafile_that_says_it_is_huge_is_not_unpacked() -> None:
    header = struct.pack("<IiiHHIIiiII", 40, 100_000, 100_000, 1, 32, 0, 64, 0, 0, 0, 0)
    record = struct.pack("<II", 81, 80 + len(header) + 64) + bytes(40)
    record += struct.pack("<IIII", 80, 40, 120, 64) + bytes(16) + header + bytes(64)
    metafile = struct.pack("<II", 1, 108) + bytes(32) + b" EMF" + bytes(64) + record
    image = pictures.load(metafile)
    assert image is None or image.sizeInBytes() < 1 << 26


def test_a_layout_that_is_its_own_master_is_painted_once(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""))
    layout = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
    change(path, {layout: instead("../slideMasters/slideMaster1.xml", "slideLayout2.xml")})
    image, _ = painted(path)
    assert not image.isNull()


@pytest.mark.parametrize(
    "slide",
    [
        b'<?xml version="1.0" encoding="itf-8"?><p:sld/>',
        b"<p:sld" + b"<a>" * 50_000,
        b"<a>" * 900_000,
    ],
)
def test_a_slide_that_cannot_be_read_is_told(tmp_path: Path, slide: bytes) -> None:
    path = change(make(tmp_path / "deck.pptx", ("One", "")), {"ppt/slides/slide1.xml": slide})
    _, left_out = painted(path)
    assert left_out == ("the whole slide, which is damaged",)


def test_a_text_without_end_is_set_as_far_as_a_slide_can_show_it(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""))
    change(path, {"ppt/slides/slide1.xml": instead("<a:t>One</a:t>", f"<a:t>{'word 𝔘 ' * 50_000}</a:t>")})
    started = time.process_time()
    image, _ = painted(path)
    assert time.process_time() - started < 10
    dark = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, -1).min()
    assert dark < 200


def test_a_blank_picture_stands_for_one_that_was_taken_away() -> None:
    image = pictures.load(picture_sizes.BLANK)
    assert image is not None
    assert image.pixelColor(0, 0).alpha() == 0
