"""Metafiles are drawn as a whole: icons with their names, charts, several pictures in one."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from renderers.slides.builtin.pictures import load


def drawn(decks: Path, deck: str, part: str) -> np.ndarray:
    """A metafile of a real deck on white: (H, W, 3) blue, green, red."""
    with zipfile.ZipFile(decks / deck) as archive:
        image = load(archive.read(part))
    assert image is not None
    white = QImage(image.size(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    pixels = np.frombuffer(white.bits(), np.uint8).reshape(white.height(), white.width(), 4)
    over = image.convertToFormat(QImage.Format.Format_ARGB32)
    data = np.frombuffer(over.constBits(), np.uint8).reshape(*pixels.shape)
    alpha = data[..., 3:] / 255
    return (pixels[..., :3] * (1 - alpha) + data[..., :3] * alpha).astype(np.uint8)


def share(page: np.ndarray, blue: int, green: int, red: int, near: int = 40) -> float:
    """The share of pixels of about that colour."""
    return float((np.abs(page.astype(int) - (blue, green, red)).max(axis=-1) <= near).mean())


def test_the_icon_of_an_embedded_file_has_its_colours_and_its_name(shared_decks: Path) -> None:
    page = drawn(shared_decks, "conformance/tika__testPPT_various2.pptx", "ppt/media/image6.wmf")
    assert share(page, 45, 40, 190) > 0.005, "the red of the icon"
    assert share(page, 255, 255, 255, 5) > 0.7, "what is around it stays clear"
    caption = page[page.shape[0] // 2 :] < 100
    columns = np.flatnonzero(caption.any(axis=(0, 2)))
    middle = (columns[0] + columns[-1]) / 2
    assert abs(middle / page.shape[1] - 0.5) < 0.05, "its name stands in the middle under it"


def test_a_chart_inside_an_object_is_drawn_and_not_one_of_its_buttons(shared_decks: Path) -> None:
    page = drawn(shared_decks, "conformance/poi__bug54570.pptx", "ppt/media/image1.emf")
    assert share(page, 213, 155, 91) > 0.01, "blue bars"
    assert share(page, 49, 125, 237) > 0.01, "orange bars"


def test_a_metafile_of_several_pictures_shows_them_all(shared_decks: Path) -> None:
    deck = "lectures/top10__OWASP_Top_10_-_2010-Presentation.pptx"
    page = drawn(shared_decks, deck, "ppt/media/image18.wmf")
    assert share(page[page.shape[0] // 3 :], 120, 180, 60, 70) > 0.003, "the green bar of the picture on top"


def test_an_empty_metafile_is_a_picture_of_nothing() -> None:
    header = struct.pack("<II", 1, 108) + bytes(32) + b" EMF" + bytes(64)
    image = load(header + struct.pack("<IIIII", 14, 20, 0, 0, 20))
    assert image is not None
    assert image.pixelColor(0, 0).alpha() == 0
