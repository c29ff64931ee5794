"""A slide's number is its own on every page, also where layout or master show it and the deck is drawn in parts."""

from __future__ import annotations

import io
import posixpath
import zipfile
from pathlib import Path

import pptx
import pytest
from lxml import etree
from pptx.util import Inches

from renderers.slides import libreoffice, pages_worker
from renderers.slides.prepared import prepare
from renderers.slides.separated import for_libreoffice

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PERSIAN = "lectures/top10__owasp-top10-2017-fa.pptx"


def shown(deck: bytes) -> list[list[str]]:
    """What stands behind each slide of a deck in shapes that are no placeholders, in the order of the slides."""
    with zipfile.ZipFile(io.BytesIO(deck)) as file:
        parts = {name: file.read(name) for name in file.namelist()}

    def linked(source: str, kind: str) -> list[str]:
        folder, name = posixpath.split(source)
        rels = etree.fromstring(parts[f"{folder}/_rels/{name}.rels"])
        found = [link.get("Target") for link in rels if link.get("Type").endswith(f"/{kind}")]
        return [posixpath.normpath(posixpath.join("/", folder, each)).lstrip("/") for each in found]

    def words(part: str) -> list[str]:
        shapes = etree.fromstring(parts[part]).iter("{*}sp")
        free = [shape for shape in shapes if shape.find(".//{*}nvPr/{*}ph") is None]
        return ["".join(text.text or "" for text in shape.iter(f"{_A}t")) for shape in free]

    rels = etree.fromstring(parts["ppt/_rels/presentation.xml.rels"])
    targets = {link.get("Id"): link.get("Target") for link in rels}
    told: list[list[str]] = []
    for entry in etree.fromstring(parts["ppt/presentation.xml"]).iter("{*}sldId"):
        target = targets[next(value for name, value in entry.items() if name.endswith("}id"))]
        layout = linked(posixpath.normpath(posixpath.join("/ppt", target)).lstrip("/"), "slideLayout")[0]
        told.append([word for part in (layout, *linked(layout, "slideMaster")) for word in words(part)])
    return told


def digits(deck: bytes) -> list[list[str]]:
    """Of these, the numbers."""
    return [[word for word in words if word.isdigit()] for words in shown(deck)]


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven slides, the first of which is the third, whose master shows a number."""
    deck = pptx.Presentation()
    for _ in range(7):
        deck.slides.add_slide(deck.slide_layouts[6])
    box = deck.slides[0].shapes.add_textbox(Inches(0.2), Inches(0.2), Inches(3), Inches(2))
    paragraph = box.text_frame.paragraphs[0]._p
    field = etree.SubElement(
        paragraph, f"{_A}fld", id="{00000000-0000-0000-0000-000000000001}", type="slidenum"
    )
    etree.SubElement(field, f"{_A}rPr", lang="en-US", sz="9600")
    etree.SubElement(field, f"{_A}t").text = "‹#›"
    deck.slide_master.shapes._spTree.append(box._element)
    deck.part._element.set("firstSlideNum", "3")
    path = tmp_path_factory.mktemp("numbers") / "deck.pptx"
    deck.save(str(path))
    return path


def test_a_number_on_the_master_is_that_of_the_slide_in_every_part(counted: Path) -> None:
    first, rest = prepare(counted, 1, 4), prepare(counted, 5, 28)
    assert shown(first.deck) == [["3"], ["4"], ["5"], ["6"]]
    assert shown(rest.deck) == [["7"], ["8"], ["9"]]


def test_a_number_on_the_layout_of_a_real_deck_is_that_of_the_slide(shared_decks: Path) -> None:
    part = prepare(shared_decks / PERSIAN, 5, 8)
    assert [[word for word in words if word.isdigit()] for words in shown(part.deck)] == [
        ["4"],
        ["5"],
        ["6"],
        ["7"],
    ]


def test_every_sheet_of_a_slide_has_its_number(shared_decks: Path) -> None:
    sheets, _ = for_libreoffice(shared_decks / PERSIAN, 5, 8, [7])
    told = digits(sheets.deck)
    assert len(told) > 3
    assert told == [["6"]] * len(told)


@pytest.mark.skipif(libreoffice.executable() is None, reason="no LibreOffice here")
def test_the_page_of_a_later_part_shows_the_number(counted: Path) -> None:
    import pypdfium2

    def pages(first: int, last: int) -> list[str]:
        drawn = pages_worker._drawn_by_libreoffice(counted, prepare(counted, first, last))
        pdf = pypdfium2.PdfDocument(drawn)
        try:
            return [page.get_textpage().get_text_bounded().strip() for page in pdf]
        finally:
            pdf.close()

    assert pages(5, 6) == ["7", "8"]
