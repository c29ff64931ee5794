"""Decks of many writers and of many hands: parts named, typed and tied otherwise than PowerPoint does it.

Each deck has three slides; the first two have notes. However it is packed, a teacher wants just that, and whatever
paints the slides later has to find them in the bytes that are kept.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

from studio.lecture import Lecture
from tests.studio.importers.making import instead, make, read, said, slide_of

Parts = dict[str, bytes]
Oddity = Callable[[Parts], object]


def _without(parts: Parts, *words: str) -> None:
    for name in [name for name in parts if any(word in name for word in words)]:
        del parts[name]


def _rename(parts: Parts, old: str, new: str) -> None:
    for name in [name for name in parts if old in name]:
        parts[name.replace(old, new)] = parts.pop(name)


def _edit(parts: Parts, name: str, old: str, new: str) -> None:
    parts[name] = instead(old, new)(parts[name])


def _sub(parts: Parts, what: str, pattern: bytes, new: bytes) -> None:
    """Every part whose name holds `what`, changed by a regular expression."""
    for name in [name for name in parts if what in name]:
        parts[name] = re.sub(pattern, new, parts[name], flags=re.DOTALL)


def no_properties(parts: Parts) -> None:
    _without(parts, "docProps", "presProps", "viewProps", "tableStyles", "printerSettings")


def no_notes_master(parts: Parts) -> None:
    _without(parts, "notesMaster")


def no_layouts(parts: Parts) -> None:
    _without(parts, "slideLayout")


def no_masters_nor_themes(parts: Parts) -> None:
    _without(parts, "slideMaster", "slideLayout", "theme")


def targets_from_the_root(parts: Parts) -> None:
    _sub(parts, "ppt/_rels/", rb'Target="(?!/)', rb'Target="/ppt/')
    _sub(parts, "_rels/.rels", rb'Target="(?!/)', rb'Target="/')


def targets_with_backslashes(parts: Parts) -> None:
    _edit(parts, "ppt/_rels/presentation.xml.rels", 'Target="slides/', 'Target="slides\\')


def other_capitals_in_slides(parts: Parts) -> None:
    _rename(parts, "ppt/slides/slide", "ppt/Slides/Slide")
    _rename(parts, "ppt/slides/_rels/slide", "ppt/Slides/_rels/Slide")


def other_capitals_in_folders(parts: Parts) -> None:
    _rename(parts, "ppt/", "PPT/")
    _rename(parts, "_rels/", "_Rels/")
    _rename(parts, "[Content_Types]", "[content_types]")


def types_by_ending_only(parts: Parts) -> None:
    _sub(parts, "[Content_Types]", rb"<Override [^>]*/>", b"")


def wrong_types(parts: Parts) -> None:
    _sub(
        parts,
        "[Content_Types]",
        rb'(PartName="/ppt/(?:slide|notes)[^>]*ContentType=")[^"]*',
        rb"\1application/xml",
    )


def no_types(parts: Parts) -> None:
    _without(parts, "[Content_Types]")


def byte_order_marks(parts: Parts) -> None:
    _sub(parts, ".xml", b"^", b"\xef\xbb\xbf")


def sixteen_bit_letters(parts: Parts) -> None:
    for name in [name for name in parts if name.endswith((".xml", ".rels"))]:
        text = re.sub(r"<\?xml.*?\?>", '<?xml version="1.0" encoding="UTF-16"?>', parts[name].decode())
        parts[name] = text.encode("utf-16")


def no_declarations(parts: Parts) -> None:
    _sub(parts, ".xml", rb"<\?xml.*?\?>\s*", b"")


def blanks_before_the_markup(parts: Parts) -> None:
    _sub(parts, "ppt/slides/slide", b"^", b"\r\n ")


def zeros_behind_the_markup(parts: Parts) -> None:
    _sub(parts, "ppt/slides/slide", rb"(</p:sld>)\s*", rb"\1\0\0")


def control_characters(parts: Parts) -> None:
    _edit(parts, "ppt/slides/slide1.xml", "One", "O\x0bn&#11;e")


def bare_ampersands(parts: Parts) -> None:
    _edit(parts, "ppt/slides/slide1.xml", 'name="Title 1"', 'name="Title & 1"')


def junk_of_other_systems(parts: Parts) -> None:
    parts["__MACOSX/ppt/._presentation.xml"] = b"\0\5\x16\7"
    parts[".DS_Store"] = parts["ppt/Thumbs.db"] = b"x"
    parts["[trash]/0000.dat"] = bytes(10)


def packed_with_its_folder(parts: Parts) -> None:
    for name in list(parts):
        parts[f"My lesson/{name}"] = parts.pop(name)


def another_main_part(parts: Parts) -> None:
    _rename(parts, "ppt/", "deck/")
    _rename(parts, "presentation.xml", "main.xml")
    _edit(parts, "_rels/.rels", "ppt/presentation.xml", "deck/main.xml")
    _sub(parts, "[Content_Types]", rb"/ppt/presentation\.xml", b"/deck/main.xml")
    _sub(parts, "[Content_Types]", b'="/ppt/', b'="/deck/')


def names_with_percent_signs(parts: Parts) -> None:
    _rename(parts, "slides/slide1", "slides/slide 1")
    _rename(parts, "slides/_rels/slide1", "slides/_rels/slide 1")
    _edit(parts, "ppt/_rels/presentation.xml.rels", "slides/slide1", "slides/slide%201")
    _edit(parts, "[Content_Types].xml", "/slide1.xml", "/slide%201.xml")


def names_in_chinese(parts: Parts) -> None:
    _rename(parts, "slides/slide1", "slides/投影片1")
    _rename(parts, "slides/_rels/slide1", "slides/_rels/投影片1")
    _edit(parts, "ppt/_rels/presentation.xml.rels", "slides/slide1", "slides/投影片1")
    _edit(parts, "[Content_Types].xml", "/slide1.xml", "/投影片1.xml")


def no_slide_numbers(parts: Parts) -> None:
    _sub(parts, "ppt/presentation.xml", rb'<p:sldId id="\d+"', b"<p:sldId")


def one_number_for_all(parts: Parts) -> None:
    _sub(parts, "ppt/presentation.xml", rb'<p:sldId id="\d+"', b'<p:sldId id="256"')


def numbers_below_256(parts: Parts) -> None:
    _sub(parts, "ppt/presentation.xml", rb'<p:sldId id="25', b'<p:sldId id="')


def other_prefixes(parts: Parts) -> None:
    _sub(parts, "ppt/slides/slide1.xml", rb"(</?)p:", rb"\1")
    _edit(parts, "ppt/slides/slide1.xml", "xmlns:p=", "xmlns=")


def a_slide_show(parts: Parts) -> None:
    _edit(parts, "[Content_Types].xml", "presentationml.presentation.main", "presentationml.slideshow.main")


def no_relations_of_the_package(parts: Parts) -> None:
    _without(parts, "_rels/.rels")


ODDITIES: tuple[Oddity, ...] = (
    no_properties, no_notes_master, no_layouts, no_masters_nor_themes, targets_from_the_root,
    targets_with_backslashes, other_capitals_in_slides, other_capitals_in_folders, types_by_ending_only,
    wrong_types, no_types, byte_order_marks, sixteen_bit_letters, no_declarations, blanks_before_the_markup,
    zeros_behind_the_markup, control_characters, bare_ampersands, junk_of_other_systems, packed_with_its_folder,
    another_main_part, names_with_percent_signs, names_in_chinese, no_slide_numbers, one_number_for_all,
    numbers_below_256, other_prefixes, a_slide_show, no_relations_of_the_package,
)  # fmt: skip


def packed(folder: Path, odd: Oddity, separator: str = "/") -> Path:
    """A deck of three slides with one oddity."""
    path = make(folder / "deck.pptx", ("One", "First note."), ("Two", "Second note."), ("Three", ""))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    odd(parts)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo()
            entry.filename = name.replace("/", separator)
            archive.writestr(entry, data)
    return path


def kept(lecture: Lecture, folder: Path) -> bytes:
    """The deck as the lecture keeps it."""
    digest = slide_of(lecture, 1).deck.digest
    return (folder / "assets" / digest[:2] / digest).read_bytes()


@pytest.mark.parametrize("odd", ODDITIES, ids=lambda odd: odd.__name__)
def test_a_deck_arrives_however_it_is_packed(tmp_path: Path, odd: Oddity) -> None:
    lecture, report = read(packed(tmp_path, odd), tmp_path)
    assert [scene.title for scene in lecture.scenes] == ["One", "Two", "Three"]
    assert [scene.script.words for scene in lecture.scenes] == ["First note.", "Second note.", ""]
    assert not [entry for entry in report.entries if entry.outcome == "left out"]
    others = Presentation(io.BytesIO(kept(lecture, tmp_path))).slides
    assert [slide.slide_id for slide in others] == [
        slide_of(lecture, number).slide_id for number in (1, 2, 3)
    ]
    assert [slide.shapes.title.text for slide in others] == ["One", "Two", "Three"]


def test_backslashes_in_the_archive_are_folders(tmp_path: Path) -> None:
    lecture, _ = read(packed(tmp_path, lambda _: None, "\\"), tmp_path)
    assert [scene.script.words for scene in lecture.scenes] == ["First note.", "Second note.", ""]
    assert len(Presentation(io.BytesIO(kept(lecture, tmp_path))).slides) == 3


def test_a_slide_without_a_layout_takes_the_first_one_and_says_so(tmp_path: Path) -> None:
    def odd(parts: Parts) -> None:
        _sub(parts, "slides/_rels/slide1", rb"<Relationship [^>]*slideLayout[^>]*/>", b"")

    lecture, report = read(packed(tmp_path, odd), tmp_path)
    title = next(item for item in slide_of(lecture, 1).objects if item.text == "One")
    assert title.box.width > 0.5
    assert "replaced: The slide has lost its layout and takes the deck's first one." in said(report, 1)


def test_notes_that_no_slide_names_find_the_slide_they_name(tmp_path: Path) -> None:
    def odd(parts: Parts) -> None:
        _sub(parts, "slides/_rels/slide2", rb"<Relationship [^>]*notesSlide[^>]*/>", b"")

    lecture, report = read(packed(tmp_path, odd), tmp_path)
    assert lecture.scenes[1].script.words == "Second note."
    assert "damaged" not in said(report)


def test_a_lost_list_of_slides_is_written_anew_and_told(tmp_path: Path) -> None:
    def odd(parts: Parts) -> None:
        _without(parts, "ppt/_rels/presentation.xml.rels")

    lecture, report = read(packed(tmp_path, odd), tmp_path)
    assert [scene.title for scene in lecture.scenes] == ["One", "Two", "Three"]
    assert "all slides of the file come, in order of their numbers" in said(report)


def test_a_letter_in_another_encoding_costs_no_slide(tmp_path: Path) -> None:
    def odd(parts: Parts) -> None:
        _sub(parts, "slides/slide1.xml", b"One", b"Caf\xe9")

    lecture, _ = read(packed(tmp_path, odd), tmp_path)
    assert lecture.scenes[0].title == "Café"


def test_a_deck_whose_slides_are_all_hidden_is_kept_and_says_what_to_do(tmp_path: Path) -> None:
    def odd(parts: Parts) -> None:
        _sub(parts, "ppt/slides/slide", b"<p:sld ", b'<p:sld show="0" ')

    lecture, report = read(packed(tmp_path, odd), tmp_path)
    assert [scene.hidden for scene in lecture.scenes] == [True, True, True]
    assert "Every slide of the deck is hidden; show at least one before making the video." in said(report)


def test_a_section_may_name_slides_that_are_gone(tmp_path: Path) -> None:
    sections = (
        '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        '<p14:section name="Rain" id="{1}"><p14:sldIdLst><p14:sldId id="256"/><p14:sldId id="999"/></p14:sldIdLst>'
        '</p14:section><p14:section name="Snow" id="{2}"/></p14:sectionLst>'
    )

    def odd(parts: Parts) -> None:
        extension = f'<p:extLst><p:ext uri="{{521415D9}}">{sections}</p:ext></p:extLst></p:presentation>'
        _sub(parts, "ppt/presentation.xml", rb"(<p:extLst>.*)?</p:presentation>", extension.encode())

    lecture, report = read(packed(tmp_path, odd), tmp_path)
    assert [scene.section for scene in lecture.scenes] == ["Rain", "", ""]
    assert "1 section of the deck" in said(report)
