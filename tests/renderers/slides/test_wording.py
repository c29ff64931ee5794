"""Text put so that LibreOffice sets it as PowerPoint does: stored scales, links, Latin faces, no gaps."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Emu, Pt

from renderers.messages import Message
from renderers.slides import libreoffice
from renderers.slides.prepared import prepare
from renderers.workers import Worker
from studio.importers.pptx.markup import qn
from studio.progress import CancelToken

needs_libreoffice = pytest.mark.skipif(
    libreoffice.executable() is None, reason="LibreOffice is not installed"
)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker("pages", limit_s=120) as started:
        yield started


def shrunk_deck(path: Path) -> Path:
    """A title that PowerPoint shrank to half its size, its lines a tenth closer; a text of 20 points likewise."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    for holder, words in zip(slide.placeholders, ("Title", "Text"), strict=True):
        holder.text_frame.text = words
        body = holder.text_frame._txBody.bodyPr
        fitting = body.makeelement(qn("a:normAutofit"), {"fontScale": "50000", "lnSpcReduction": "10000"})
        body.append(fitting)
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.size = Pt(20)
    deck.save(str(path))
    return path


def prepared(path: Path) -> Presentation:
    return Presentation(io.BytesIO(prepare(path).deck))


def test_text_that_powerpoint_shrank_has_the_size_it_was_shrunk_to(tmp_path: Path) -> None:
    title, text = prepared(shrunk_deck(tmp_path / "deck.pptx")).slides[0].placeholders
    assert title.text_frame.paragraphs[0].runs[0].font.size == Pt(22), "half of the 44 points of the master"
    assert text.text_frame.paragraphs[0].runs[0].font.size == Pt(10)
    assert text.text_frame.paragraphs[0].line_spacing == pytest.approx(0.9)
    assert not title.text_frame._txBody.find(f".//{qn('a:normAutofit')}").attrib, "or it would shrink twice"


def linked_deck(path: Path, words: str) -> Path:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    box = slide.shapes.add_textbox(Emu(0), Emu(0), Pt(300), Pt(200))
    box.text_frame.word_wrap = True
    for text, link in (("See ", None), (words, "https://school.example/more")):
        run = box.text_frame.paragraphs[0].add_run()
        run.text, run.font.size = text, Pt(24)
        if link:
            run.hyperlink.address = link
    deck.save(str(path))
    return path


def test_a_link_looks_like_one_and_is_none(tmp_path: Path) -> None:
    shown = prepared(linked_deck(tmp_path / "deck.pptx", "more"))
    plain, link = shown.slides[0].shapes[0].text_frame.paragraphs[0].runs
    assert link.font.underline
    assert not plain.font.underline
    assert link._r.find(f".//{qn('a:schemeClr')}").get("val") == "hlink"
    assert link._r.find(f".//{qn('a:hlinkClick')}") is None


def shown_lines(worker: Worker, deck: Path) -> list[str]:
    """The lines of the first page, as they are on the page."""
    import pypdfium2

    converted = list(worker.request(Message({"do": "convert", "deck": str(deck)}), CancelToken()))[-1]
    document = pypdfium2.PdfDocument(converted.blobs[0])
    try:
        return document[0].get_textpage().get_text_bounded().split("\r\n")
    finally:
        document.close()


@needs_libreoffice
def test_a_long_link_wraps_between_its_words(worker: Worker, tmp_path: Path) -> None:
    words = "the licence of this work and of all that is in it"
    lines = shown_lines(worker, linked_deck(tmp_path / "deck.pptx", words))
    assert len(lines) > 1
    assert lines[0].startswith("See the licence"), "the link begins on the line that it follows on"
    assert " ".join(line.strip() for line in lines) == f"See {words}"


def mixed_deck(path: Path) -> Path:
    """Latin and Chinese characters in one run, in one family."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    run = slide.shapes.add_textbox(Emu(0), Emu(0), Pt(600), Pt(60)).text_frame.paragraphs[0].add_run()
    run.text, run.font.size = "ABC教育ABC", Pt(40)
    properties = run._r.get_or_add_rPr()
    for name in ("a:latin", "a:ea"):
        properties.append(properties.makeelement(qn(name), {"typeface": "Meiryo UI"}))
    deck.save(str(path))
    return path


def test_latin_letters_of_an_east_asian_family_have_a_stand_in_of_their_own(tmp_path: Path) -> None:
    ready = prepare(mixed_deck(tmp_path / "deck.pptx"))
    run = Presentation(io.BytesIO(ready.deck)).slides[0].shapes[0].text_frame.paragraphs[0].runs[0]
    faces = {name: run._r.find(f".//{qn(name)}").get("typeface") for name in ("a:latin", "a:ea")}
    assert faces == {"a:latin": "Meiryo UI (Latin)", "a:ea": "Meiryo UI"}
    assert ready.east_asian
    assert {"Meiryo UI (Latin)", "Meiryo UI"} <= set(ready.faces)


@needs_libreoffice
def test_no_gap_is_left_between_latin_and_chinese_characters(worker: Worker, tmp_path: Path) -> None:
    import pypdfium2

    deck = mixed_deck(tmp_path / "deck.pptx")
    converted = list(worker.request(Message({"do": "convert", "deck": str(deck)}), CancelToken()))[-1]
    document = pypdfium2.PdfDocument(converted.blobs[0])
    page = document[0].get_textpage()
    text = page.get_text_range()
    latin, chinese = (page.get_charbox(text.index(char), loose=True) for char in ("C", "教"))
    document.close()
    assert chinese[0] - latin[2] < 3, "points; LibreOffice's own gap would be 8 or more"


@needs_libreoffice
def test_lines_in_a_table_are_as_far_apart_as_in_a_text(worker: Worker, tmp_path: Path) -> None:
    import pypdfium2

    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    table = slide.shapes.add_table(1, 1, Pt(50), Pt(50), Pt(200), Pt(30)).table
    table.cell(0, 0).text = "A\nA\nA"  # 18 points of Calibri
    slide.shapes.add_textbox(Pt(300), Pt(50), Pt(200), Pt(100)).text_frame.text = "A\nA\nA"
    deck.save(str(tmp_path / "deck.pptx"))
    asked = Message({"do": "convert", "deck": str(tmp_path / "deck.pptx")})
    document = pypdfium2.PdfDocument(list(worker.request(asked, CancelToken()))[-1].blobs[0])
    page = document[0].get_textpage()
    text = page.get_text_range()
    lows = [page.get_charbox(at)[1] for at, letter in enumerate(text) if letter == "A"]
    document.close()
    assert lows[0] - lows[2] == pytest.approx(lows[3] - lows[5], abs=1.5)
    assert lows[0] == pytest.approx(lows[3], abs=2), "and begin as far from the upper edge"
