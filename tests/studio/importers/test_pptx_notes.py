"""Speaker notes as a script: the right notes, whole paragraphs, private ones kept silent."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from studio.lecture import SlideVisual
from tests.studio.importers.making import P14, change, instead, make, read, said


def test_notes_are_found_by_relationship_and_not_by_number(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "Notes of one."), ("Two", "Notes of two."))
    swapped = {
        "ppt/slides/_rels/slide1.xml.rels": instead("notesSlide1.xml", "notesSlide2.xml"),
        "ppt/slides/_rels/slide2.xml.rels": instead("notesSlide2.xml", "notesSlide1.xml"),
    }
    lecture, _ = read(change(path, dict(swapped)), tmp_path)
    assert [scene.script.words for scene in lecture.scenes] == ["Notes of two.", "Notes of one."]


def test_a_slide_without_notes_has_none(tmp_path: Path) -> None:
    lecture, report = read(make(tmp_path / "deck.pptx", ("One", ""), ("Two", "Only here.")), tmp_path)
    assert [scene.script.words for scene in lecture.scenes] == ["", "Only here."]
    assert "notes" not in said(report, 1)


def test_a_soft_line_break_does_not_tear_a_sentence(tmp_path: Path) -> None:
    notes = "A sentence that\vgoes on.\vA second one.\n\n• A point\n- Another point"
    lecture, _ = read(make(tmp_path / "deck.pptx", ("One", notes)), tmp_path)
    words = [paragraph.text for paragraph in lecture.scenes[0].script.paragraphs]
    assert words == ["A sentence that goes on.", "A second one.", "A point", "Another point"]


def test_private_paragraphs_are_kept_but_not_spoken(tmp_path: Path) -> None:
    notes = "Welcome to the lesson.\nNote to self: open the window first.\nLet us begin."
    lecture, report = read(make(tmp_path / "deck.pptx", ("One", notes)), tmp_path)
    script = lecture.scenes[0].script
    assert [paragraph.private for paragraph in script.paragraphs] == [False, True, False]
    assert script.words == "Welcome to the lesson.\nLet us begin."
    assert "left out: “Note to self: open the window first.” looks private and is not spoken." in said(
        report, 1
    )


def test_chinese_notes_marked_as_english_are_chinese(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("Rivers", "今天我們要看一條河流怎麼把沙子帶到大海。"))
    change(
        path,
        {
            "ppt/notesSlides/notesSlide1.xml": lambda data: data.replace(
                b"<a:r>", b'<a:r><a:rPr lang="en-US"/>'
            )
        },
    )
    lecture, _ = read(path, tmp_path)
    assert lecture.scenes[0].script.language == "zh-TW"


def test_headers_and_numbers_of_the_notes_page_are_no_script(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "What I say."))
    others = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="9{n}" name="{kind}"/><p:cNvSpPr/><p:nvPr>'
        f'<p:ph type="{kind}"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{kind} 12</a:t></a:r></a:p></p:txBody></p:sp>"
        for n, kind in enumerate(("hdr", "sldNum", "dt", "ftr"))
    )
    change(path, {"ppt/notesSlides/notesSlide1.xml": instead("</p:grpSpPr>", "</p:grpSpPr>" + others)})
    lecture, _ = read(path, tmp_path)
    assert lecture.scenes[0].script.words == "What I say."


@pytest.mark.parametrize(
    ("written", "title"),
    [("A title\vover two lines", "A title over two lines"), ("   ", ""), ("x" * 300, "x" * 120 + "…")],
)
def test_titles_stand_on_one_line(tmp_path: Path, written: str, title: str) -> None:
    lecture, _ = read(make(tmp_path / "deck.pptx", (written, "")), tmp_path)
    assert lecture.title == title


def test_a_slide_without_a_title_takes_its_first_words(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_textbox(0, 0, 3_000_000, 400_000).text_frame.text = "The river Rhine"
    deck.slides.add_slide(deck.slide_layouts[6])
    deck.save(str(path))
    lecture, _ = read(path, tmp_path)
    assert [scene.title for scene in lecture.scenes] == ["The river Rhine", "Slide 2"]


def test_sections_follow_the_slides_ids(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""), ("Two", ""), ("Three", ""))
    sections = (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        f'<p14:sectionLst xmlns:p14="{P14}"><p14:section name="Later" id="{{1}}"><p14:sldIdLst>'
        '<p14:sldId id="258"/><p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext>'
        "</p:extLst>"
    )
    change(path, {"ppt/presentation.xml": lambda data: with_sections(data, sections)})
    lecture, _ = read(path, tmp_path)
    assert [scene.section for scene in lecture.scenes] == ["Later", "", "Later"]


def with_sections(data: bytes, sections: str) -> bytes:
    """The presentation with its extension list replaced."""
    head, _, _ = data.partition(b"<p:extLst>")
    return head.replace(b"</p:presentation>", b"") + sections.encode() + b"</p:presentation>"


def test_a_corrected_sentence_leaves_what_is_drawn_as_it_was(tmp_path: Path) -> None:
    def drawn(title: str, notes: str) -> str:
        lecture, _ = read(make(tmp_path / "deck.pptx", (title, notes)), tmp_path)
        visual = lecture.scenes[0].visual
        assert isinstance(visual, SlideVisual)
        return visual.drawn

    assert drawn("One", "It rains.") == drawn("One", "It rains a lot.")
    assert drawn("One", "It rains.") != drawn("Two", "It rains.")
