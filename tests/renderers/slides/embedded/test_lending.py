"""Decks drawn in the fonts they bring: LibreOffice and the built-in painter have them for that deck alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from renderers.loading import load
from renderers.messages import Message
from renderers.slides import libreoffice
from renderers.slides.builtin import DeckPainter
from renderers.slides.embedded import sfnt
from renderers.slides.embedded.lending import for_libreoffice
from renderers.slides.embedded.told import own_fonts
from renderers.workers import Worker
from studio.importers.pptx import embedded_fonts as listing
from studio.progress import CancelToken
from tests.fakes import workshop
from tests.renderers.slides.embedded import making
from tests.renderers.slides.embedded.making import FAMILY

needs_fontconfig = pytest.mark.skipif(shutil.which("fc-match") is None, reason="no fontconfig here")
needs_libreoffice = pytest.mark.skipif(
    libreoffice.executable() is None, reason="LibreOffice is not installed"
)
SIZE = (640, 480)
CELL = 60 / 72 * 64
"""Pixels of one letter of 60 points on a page of 64 pixels an inch."""


@pytest.fixture(autouse=True)
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    monkeypatch.setenv("LECTURE_STUDIO_CACHE", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker("pages", limit_s=120) as started:
        yield started


def block_font(outline: making.Outline = making.BLOCK, **bits: int) -> bytes:
    inside = making.mtx(making.tables(outline=outline), outline)
    return making.eot(inside, packed=True, xored=True, **bits)


def painted(deck: Path) -> np.ndarray:
    painter = DeckPainter(deck)
    try:
        image = painter.paint(painter.slide_ids[0], *SIZE).convertToFormat(QImage.Format.Format_Grayscale8)
    finally:
        painter.close()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(SIZE[1], image.bytesPerLine())
    return rows[:, : SIZE[0]].copy()


def converted(worker: Worker, deck: Path) -> np.ndarray:
    asked = {"do": "convert", "deck": str(deck)}
    pdf = list(worker.request(Message(asked), CancelToken()))[-1].blobs[0]
    raster = {"do": "raster", "page": 0, "width": SIZE[0], "height": SIZE[1]}
    answer = list(worker.request(Message(raster, (pdf,)), CancelToken()))[-1]
    return np.frombuffer(answer.blobs[0], np.uint8).reshape(SIZE[1], SIZE[0], 3).mean(axis=2)


def ink(page: np.ndarray, letter: int) -> float:
    """How much of a letter's place is dark, of 1: a block of our font fills it."""
    left = 64 + letter * CELL
    cell = page[66 : 66 + int(CELL) - 6, round(left) + 2 : round(left + CELL) - 2]
    return float((cell < 128).mean())


def test_the_painter_draws_in_the_deck_s_own_font_and_gives_it_back(tmp_path: Path) -> None:
    page = painted(making.deck(tmp_path / "own.pptx", (FAMILY, "regular", block_font())))
    assert all(ink(page, letter) > 0.85 for letter in range(4))
    assert FAMILY not in QFontDatabase.families()
    without = painted(making.deck(tmp_path / "none.pptx"))
    assert ink(without, 3) < 0.5


def test_letters_that_the_font_does_not_hold_come_from_another(tmp_path: Path) -> None:
    deck = making.deck(tmp_path / "own.pptx", (FAMILY, "regular", block_font()), text="ACA")
    page = painted(deck)
    assert ink(page, 0) > 0.85
    assert 0.02 < ink(page, 1) < 0.6


@needs_fontconfig
@needs_libreoffice
def test_libreoffice_draws_in_the_deck_s_own_font(worker: Worker, tmp_path: Path) -> None:
    page = converted(
        worker, making.deck(tmp_path / "own.pptx", (FAMILY, "regular", block_font()), text="AACA")
    )
    assert ink(page, 0) > 0.85
    assert ink(page, 1) > 0.85
    assert 0.02 < ink(page, 2) < 0.6


def test_a_font_whose_licence_forbids_it_is_not_drawn_in(tmp_path: Path) -> None:
    deck = making.deck(tmp_path / "own.pptx", (FAMILY, "regular", block_font(fs_type=2)))
    assert ink(painted(deck), 3) < 0.5
    assert for_libreoffice(deck, tmp_path) == {}


def test_bold_text_takes_the_bold_font(tmp_path: Path) -> None:
    fonts = (FAMILY, "regular", block_font()), (FAMILY, "bold", block_font(making.SLAB))
    deck = making.deck(tmp_path / "own.pptx", *fonts)
    assert [face.style for face in listing.embedded_fonts(deck)[0].usable] == ["regular", "bold"]
    bold = making.change(
        deck, {"ppt/slides/slide1.xml": lambda data: data.replace(b"<a:rPr ", b'<a:rPr b="1" ')}
    )
    assert 0.3 < ink(painted(bold), 0) < 0.7


@needs_fontconfig
def test_nothing_is_lent_where_the_deck_brings_nothing(tmp_path: Path) -> None:
    assert for_libreoffice(making.deck(tmp_path / "none.pptx"), tmp_path) == {}


@needs_fontconfig
def test_slides_that_do_not_ask_for_a_font_do_not_wait_for_it(tmp_path: Path) -> None:
    deck = making.deck(tmp_path / "own.pptx", (FAMILY, "regular", block_font()))
    other = making.deck(tmp_path / "other.pptx", family="Another Face")
    assert for_libreoffice(deck, tmp_path / "a", other) == {}
    assert for_libreoffice(deck, tmp_path / "b", deck) != {}


@needs_fontconfig
def test_latin_letters_set_apart_are_the_deck_s_own_too(tmp_path: Path) -> None:
    told = for_libreoffice(making.deck(tmp_path / "own.pptx", (FAMILY, "regular", block_font())), tmp_path)
    asked = ["fc-match", "-f", "%{family}", f"{FAMILY} (Latin)"]
    found = subprocess.run(asked, env={**os.environ, **told}, capture_output=True, text=True, check=True)
    assert found.stdout == FAMILY


@needs_fontconfig
def test_the_fonts_are_unpacked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = making.deck(tmp_path / "own.pptx", (FAMILY, "regular", block_font()))
    first = for_libreoffice(deck, tmp_path / "a")
    monkeypatch.setattr("renderers.slides.embedded.lending.font_file", None)
    second = for_libreoffice(deck, tmp_path / "b")
    fonts = [Path(told["FONTCONFIG_FILE"]).parent / "lent" / "0.ttf" for told in (first, second)]
    assert fonts[0].read_bytes() == fonts[1].read_bytes()


def test_the_report_says_that_the_deck_s_font_is_used_and_claims_no_replacement(tmp_path: Path) -> None:
    deck = making.deck(tmp_path / "own.pptx", (FAMILY, "regular", block_font()))
    with workshop(tmp_path) as shop:
        _, report = load(deck, shop)
    told = [(entry.outcome, entry.text) for entry in report.entries if entry.what == "font"]
    assert told == [("kept", f"The deck brings its own “{FAMILY}”, which is used.")]


def said(deck: Path) -> list[tuple[str, str]]:
    used, entries = own_fonts(deck, libreoffice=False)
    assert bool(used) == any(entry.outcome == "kept" for entry in entries)
    return [(entry.outcome, entry.text) for entry in entries]


def test_what_cannot_be_used_is_left_out_with_its_reason(tmp_path: Path) -> None:
    whole = sfnt.put_together(making.tables())
    broken = making.eot(whole)
    deck = making.deck(
        tmp_path / "own.pptx",
        ("Strict", "regular", making.eot(whole, fs_type=2)),
        ("Webby", "regular", making.eot(whole, web="https://school.example")),
        ("Short", "regular", broken[:-200]),
        ("Noise", "regular", b"no font at all"),
        ("Huge", "regular", broken[:4] + b"\xff\xff\xff\xff" + broken[8:]),
    )
    assert said(deck) == [
        ("left out", "The deck's own “Strict” is not used: its licence does not allow it."),
        ("left out", "The deck's own “Webby” is not used: its licence does not allow it."),
        ("left out", "The deck's own “Short” is damaged and is not used."),
        ("left out", "The deck's own “Noise” is damaged and is not used."),
        ("left out", "The deck's own “Huge” is damaged and is not used."),
    ]
    assert painted(deck).min() < 128  # the slide is drawn all the same


def test_a_font_that_the_file_has_lost_or_that_no_longer_adds_up_is_told(tmp_path: Path) -> None:
    fonts = ("Lost", "regular", block_font()), ("Torn", "regular", block_font(making.SLAB))
    deck = making.change(making.deck(tmp_path / "own.pptx", *fonts), {"ppt/fonts/font0.fntdata": None})
    with zipfile.ZipFile(deck) as archive:
        torn = archive.getinfo("ppt/fonts/font1.fntdata")
    data = bytearray(deck.read_bytes())
    data[torn.header_offset + 30 + len(torn.filename) + torn.compress_size - 40] ^= 0xFF
    deck.write_bytes(data)
    assert [text for _, text in said(deck)] == [
        "The deck's own “Lost” is damaged and is not used.",
        "The deck's own “Torn” is damaged and is not used.",
    ]


def test_too_much_to_unpack_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MAX_PACKED", len(block_font()))
    deck = making.deck(
        tmp_path / "own.pptx", (FAMILY, "regular", block_font()), (FAMILY, "bold", block_font(making.SLAB))
    )
    assert said(deck) == [
        ("kept", f"The deck brings its own “{FAMILY}”, which is used."),
        ("left out", f"Not every style of the deck's own “{FAMILY}” can be used; the others stand in."),
    ]
