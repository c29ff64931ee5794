"""Broken, hostile and foreign files: one clear sentence, and the rest of the deck still arrives."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from studio.assets import AssetStore
from studio.errors import BadFileError, MissingToolError
from studio.importers import import_file
from tests.studio.importers.making import change, instead, make, read, refused, said, slide_of


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("aspose__OpenPasswordPresentation.pptx", "is protected by a password; open it in PowerPoint"),
        ("tika__testPPT_protected_passtika.pptx", "is protected by a password; open it in PowerPoint"),
        ("python-pptx__no-slides.pptx", "has no slides; add at least one"),
        ("poi__poc-xmlbomb.xlsx", "“.xlsx” files are not known here; choose a PowerPoint"),
        ("tika__testBulletPoints.key", "is a Keynote presentation; open it in Keynote"),
        ("aspose__Add-a-comment-to-a-slide.pptx", "holds no presentation"),
        (
            "poi__clusterfuzz-testcase-minimized-POIFuzzer-5205835528404992.pptx",
            "is no complete PowerPoint file",
        ),
    ],
)
def test_a_bad_file_ends_in_one_sentence(
    shared_decks: Path, tmp_path: Path, name: str, sentence: str
) -> None:
    with pytest.raises(BadFileError, match=re.escape(sentence)) as caught:
        read(shared_decks / "edge" / name, tmp_path)
    assert str(caught.value).startswith(f"“{name}”")


def test_an_xml_bomb_named_as_a_deck_is_refused(shared_decks: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.pptx"
    bomb.write_bytes((shared_decks / "edge/poi__poc-xmlbomb.xlsx").read_bytes())
    with pytest.raises(BadFileError, match="declares XML entities"):
        read(bomb, tmp_path)


@pytest.mark.parametrize("name", ["tika__testPPT.ppt", "tika__LibreOfficeImpress_odp_1.3.odp"])
def test_an_older_format_needs_a_converter(shared_decks: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(MissingToolError, match="needs LibreOffice to be read; install it, or save"):
        read(shared_decks / "edge" / name, tmp_path)


def test_a_locked_presentation_of_an_older_format_says_so(shared_decks: Path, tmp_path: Path) -> None:
    old = (shared_decks / "edge/tika__testPPT.ppt").read_bytes()
    open_token, locked_token = b"\x5f\xc0\x91\xe3", b"\xdf\xc4\xd1\xf3"  # [MS-PPT] 2.3.2
    assert open_token in old
    (tmp_path / "locked.ppt").write_bytes(old.replace(open_token, locked_token))
    path = tmp_path / "locked.odp"
    path.write_bytes((shared_decks / "edge/tika__LibreOfficeImpress_odp_1.3.odp").read_bytes())
    mark = "<manifest:encryption-data/></manifest:manifest>"
    change(path, {"META-INF/manifest.xml": instead("</manifest:manifest>", mark)})
    for name in ("locked.ppt", "locked.odp"):
        with pytest.raises(BadFileError, match="is protected by a password; open it in its program"):
            read(tmp_path / name, tmp_path)


def test_an_older_file_named_pptx_is_recognised(shared_decks: Path, tmp_path: Path) -> None:
    path = tmp_path / "lesson.pptx"
    path.write_bytes((shared_decks / "edge/tika__testPPT.ppt").read_bytes())
    with pytest.raises(MissingToolError, match="needs LibreOffice"):
        read(path, tmp_path)


def test_an_older_format_arrives_through_the_converter(shared_decks: Path, tmp_path: Path) -> None:
    converted = make(tmp_path / "converted.pptx", ("Rivers", "Rivers carry sand.")).read_bytes()
    path = shared_decks / "edge/tika__testPPT.ppt"
    lecture, report = import_file(path, AssetStore(tmp_path / "assets"), convert=lambda _: converted)
    assert lecture.scenes[0].script.words == "Rivers carry sand."
    deck = slide_of(lecture, 1).deck
    assert (deck.name, deck.size) == ("tika__testPPT.pptx", len(converted))
    assert "converted to .pptx first" in said(report)


def test_half_a_download_is_named_so(tmp_path: Path) -> None:
    path = make(tmp_path / "half.pptx", ("One", "Hello."))
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(BadFileError, match="perhaps the copy or download was not finished"):
        read(path, tmp_path)


@pytest.mark.parametrize("name", ["../evil.xml", "ppt/../../evil.xml", "..\\evil.xml", "C:/evil.xml"])
def test_a_part_that_would_leave_the_package_is_refused(tmp_path: Path, name: str) -> None:
    path = change(make(tmp_path / "deck.pptx", ("One", "")), {name: b"<x/>"})
    with pytest.raises(BadFileError, match="unsafe name"):
        read(path, tmp_path)


def test_a_zip_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""))
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("ppt/slides/slide9.xml", "w") as part,
    ):
        for _ in range(130):
            part.write(b" " * (1 << 20))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(BadFileError, match="unpacks to more than 1 GB or to too many parts"):
        read(path, tmp_path)


def test_a_missing_folder_and_an_empty_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="is not there"):
        read(tmp_path / "nowhere.pptx", tmp_path)
    (tmp_path / "empty.pptx").write_bytes(b"")
    with pytest.raises(BadFileError, match="is empty"):
        read(tmp_path / "empty.pptx", tmp_path)


def test_a_broken_slide_costs_only_itself(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."), ("Two", "Second."), ("Three", "Third."))
    change(path, {"ppt/slides/slide2.xml": lambda data: data[: len(data) // 2]})
    lecture, report = read(path, tmp_path)
    assert [scene.title for scene in lecture.scenes] == ["One", "Slide 2", "Three"]
    assert lecture.scenes[2].script.words == "Third."
    assert "left out: The slide is damaged in the file and comes as an empty one." in said(report, 2)
    deck = slide_of(lecture, 1).deck
    kept = (tmp_path / "assets" / deck.digest[:2] / deck.digest).read_bytes()
    assert len(Presentation(io.BytesIO(kept)).slides) == 3, (
        "what paints the slides later opens the kept bytes"
    )


def test_broken_notes_cost_only_themselves(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."), ("Two", "Second."))
    change(path, {"ppt/notesSlides/notesSlide1.xml": b"<p:notes"})
    lecture, report = read(path, tmp_path)
    assert [scene.script.words for scene in lecture.scenes] == ["", "Second."]
    assert "The notes of this slide are damaged or missing in the file." in said(report, 1)


def test_a_missing_picture_costs_only_itself(shared_decks: Path, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes((shared_decks / "lectures/lecture-dsa-2__ch01a_data_structures.pptx").read_bytes())
    with zipfile.ZipFile(path) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("ppt/media/")]
    whole, _ = read(path, tmp_path)
    change(path, dict.fromkeys(pictures))
    lecture, report = read(path, tmp_path)
    assert [scene.title for scene in lecture.scenes] == [scene.title for scene in whole.scenes]
    assert any(item.picture for n in range(1, 6) for item in slide_of(whole, n).objects)
    assert "A picture of the slide is missing in the file; its place stays empty." in said(report)


def test_a_slide_that_is_listed_but_absent_keeps_its_number(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""), ("Two", ""), ("Three", ""))
    change(path, {"ppt/slides/slide1.xml": None})
    lecture, report = read(path, tmp_path)
    assert [scene.title for scene in lecture.scenes] == ["Slide 1", "Two", "Three"]
    assert "damaged" in said(report, 1)


def test_a_slide_list_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""), ("Two", ""))
    change(path, {"ppt/presentation.xml": instead('id="257" r:id="', 'id="257" r:id="gone')})
    lecture, report = read(path, tmp_path)
    assert [scene.title for scene in lecture.scenes] == ["One"]
    assert "1 slide of the deck's list cannot be found in the file." in said(report)


@pytest.mark.parametrize("suffix", [".ppsx", ".ppsm", ".potx", ".potm"])
def test_shows_and_templates_are_decks_too(tmp_path: Path, suffix: str) -> None:
    path = make(tmp_path / f"deck{suffix}", ("One", "First."))
    kinds = {"ppsx": "slideshow", "ppsm": "slideshow", "potx": "template", "potm": "template"}
    main = "openxmlformats-officedocument.presentationml.presentation.main"
    other = f"openxmlformats-officedocument.presentationml.{kinds[suffix[1:]]}.main"
    if suffix.endswith("m"):
        other = f"ms-powerpoint.{kinds[suffix[1:]]}.macroEnabled.main"
    change(path, {"[Content_Types].xml": instead(main, other)})
    lecture, _ = read(path, tmp_path)
    assert lecture.scenes[0].script.words == "First."
    deck = slide_of(lecture, 1).deck
    kept = tmp_path / "assets" / deck.digest[:2] / deck.digest
    assert len(Presentation(io.BytesIO(kept.read_bytes())).slides) == 1


def test_a_strict_file_is_read_and_kept_so_that_others_can_open_it(
    shared_decks: Path, tmp_path: Path
) -> None:
    path = shared_decks / "conformance/open-xml-sdk__bldlst-Build-Graphics-bldgraphic-uiexpand.pptx"
    lecture, _ = read(path, tmp_path)
    assert max(build.click for build in slide_of(lecture, 1).builds) == 13
    deck = slide_of(lecture, 1).deck
    kept = (tmp_path / "assets" / deck.digest[:2] / deck.digest).read_bytes()
    assert len(Presentation(io.BytesIO(kept)).slides) == 1


def test_a_lost_table_of_relationships_is_written_anew(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."))
    lecture, _ = read(change(path, {"_rels/.rels": None}), tmp_path)
    assert lecture.scenes[0].script.words == "First."


def test_part_names_may_differ_in_upper_and_lower_case(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."), ("Two", "Second."))
    change(path, {"ppt/slides/_rels/slide2.xml.rels": instead("notesSlide2.xml", "NotesSlide2.XML")})
    lecture, report = read(path, tmp_path)
    assert lecture.scenes[1].script.words == "Second."
    assert "damaged" not in said(report)


def test_the_same_damaged_file_gives_the_same_lecture(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."), ("Two", "Second."))
    change(path, {"ppt/slides/slide1.xml": b"nothing"})
    assert read(path, tmp_path) == read(path, tmp_path / "elsewhere")


def test_any_damage_ends_in_a_lecture_or_a_sentence(shared_decks: Path, tmp_path: Path) -> None:
    source = (shared_decks / "conformance/aspose__SimpleAnimations.pptx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    outcomes: set[bool] = set()
    for number, name in enumerate(names):
        path = tmp_path / "deck.pptx"
        path.write_bytes(source)
        cut = (number * 7919) % 400
        change(path, {name: lambda data, cut=cut: data[: max(1, len(data) - cut - 1)]})
        error = refused(path, tmp_path)
        assert error is None or not error.details.startswith("Traceback"), f"{name}: {error.details}"
        outcomes.add(error is None)
    assert outcomes == {True, False}


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        ('cx="9144000" cy="1"', "“deck.pptx” cannot be used: The slides are 720 by"),
        ('cx="999999999999999" cy="6858000"', "none more than 20 times the other"),
        ('cx="1" cy="1"', "each side must have 1 to 100,000 points"),
    ],
)
def test_slides_of_an_impossible_size_end_in_one_sentence(tmp_path: Path, size: str, sentence: str) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""))
    change(path, {"ppt/presentation.xml": instead('cx="9144000" cy="6858000"', size)})
    error = refused(path, tmp_path)
    assert error is not None
    assert sentence in str(error)


@pytest.mark.parametrize("size", ['cx="0" cy="6858000"', 'cx="-5" cy="5"', 'cx="1e400" cy="5"', 'cx="wide"'])
def test_slides_that_say_no_size_have_the_usual_one(tmp_path: Path, size: str) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""))
    change(path, {"ppt/presentation.xml": instead('cx="9144000" cy="6858000"', size)})
    lecture, _ = read(path, tmp_path)
    assert (lecture.width, lecture.height) == (720, 540)


def test_a_slide_that_goes_on_after_years_goes_on_after_a_day(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "Hello."))
    timed = '<p:transition advTm="99999999999"/></p:sld>'
    lecture, _ = read(change(path, {"ppt/slides/slide1.xml": instead("</p:sld>", timed)}), tmp_path)
    assert lecture.scenes[0].least == 24 * 3600
