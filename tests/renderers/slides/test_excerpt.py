"""A part of a deck is as it stands in the whole: the same slides, the same pictures, the same numbers."""

from __future__ import annotations

import io
from pathlib import Path

import pptx
import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from renderers.slides.excerpt import keep_only
from renderers.slides.prepared import prepare
from studio.importers.pptx.package import open_package

DECKS = (
    "lectures/reference-material__Ch4_DevTools.pptx",
    "lectures/msworkshop-intro-git.pptx",
    "lectures/cs7320-ai__12_uncertainty.pptx",
)


@pytest.mark.parametrize("name", DECKS)
def test_parts_together_are_the_deck(shared_decks: Path, name: str) -> None:
    deck = shared_decks / name
    whole = words(prepare(deck).deck)
    half = len(whole) // 2
    parts = [prepare(deck, 1, half), prepare(deck, half + 1, len(whole) + 50)]
    assert [line for part in parts for line in words(part.deck)] == whole


def test_a_part_holds_nothing_of_the_other_slides(shared_decks: Path) -> None:
    deck = shared_decks / "lectures/cs7320-ai__12_uncertainty.pptx"
    package = open_package(deck.read_bytes(), deck.name)
    before = dict(package.parts)
    keep_only(package, 3, 4)
    slides = [name for name in package.parts if name.startswith("ppt/slides/slide")]
    assert len(slides) == 2
    assert not any("notesSlide" in name for name in package.parts)
    assert sum(map(len, package.parts.values())) < sum(map(len, before.values())) / 3
    masters = [name for name in before if name.startswith("ppt/slideMasters/slideMaster")]
    assert set(masters) <= package.parts.keys()


def test_a_slide_of_a_later_part_keeps_its_number(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    for _ in range(3):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        run = slide.shapes.add_textbox(0, 0, 1000000, 1000000).text_frame.paragraphs[0]._p
        field = run.makeelement(f"{{{run.nsmap['a']}}}fld", {"id": "{0}", "type": "slidenum"})
        field.append(run.makeelement(f"{{{run.nsmap['a']}}}t", {}))
        field[0].text = "‹#›"
        run.append(field)
    deck.part._element.set("firstSlideNum", "5")
    deck.save(str(tmp_path / "deck.pptx"))
    assert words(prepare(tmp_path / "deck.pptx", 2, 3).deck) == ["6", "7"]
    assert words(prepare(tmp_path / "deck.pptx").deck) == ["5", "6", "7"]


def test_a_part_names_no_custom_show_whose_slides_are_gone(tmp_path: Path) -> None:
    """LibreOffice opens no such deck, so there would be no video of it."""
    deck = pptx.Presentation()
    for _ in range(3):
        deck.slides.add_slide(deck.slide_layouts[6])
    main = deck.part._element
    slides = [entry.rId for entry in deck.slides._sldIdLst]
    inside = "".join(f'<p:sld r:id="{slide}"/>' for slide in slides)
    shows = (
        f"<p:custShowLst {nsdecls('p', 'r')}><p:custShow name='Short' id='0'><p:sldLst>{inside}</p:sldLst>"
    )
    main.find(qn("p:notesSz")).addnext(parse_xml(f"{shows}</p:custShow></p:custShowLst>"))
    deck.save(str(tmp_path / "deck.pptx"))
    part = pptx.Presentation(io.BytesIO(prepare(tmp_path / "deck.pptx", 2, 3).deck)).part
    named = {
        value for each in part._element.iter() for name, value in each.attrib.items() if name == qn("r:id")
    }
    assert named <= set(part.rels)


def words(deck: bytes) -> list[str]:
    """The text of each slide."""
    slides = pptx.Presentation(io.BytesIO(deck)).slides
    return ["\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame) for slide in slides]
