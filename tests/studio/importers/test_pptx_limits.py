"""Files made to fill the memory or to keep a reader busy: one thing is lost, or one sentence says why all is."""

from __future__ import annotations

import io
import re
import struct
import time
import warnings
import zipfile
import zlib
from pathlib import Path

import pytest
from pptx import Presentation

from studio.errors import BadFileError
from studio.importers import zips
from studio.importers.pptx import bounds, package, picture_sizes
from tests.studio.importers.making import change, instead, make, read, refused, said, slide_of

SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
)


def png(width: int, height: int) -> bytes:
    """The beginning of a picture of any size: what follows is damaged, which no one has to find out."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + b"\0" * 64
    )


def gif(*frames: tuple[int, int]) -> bytes:
    """An animated GIF whose frames are all of one colour."""
    screen = struct.pack("<HHBBB", *frames[0], 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    pictures = (b"," + struct.pack("<HHHHB", 0, 0, *size, 0) + b"\x02\x02\x4c\x01\0" for size in frames)
    return b"GIF89a" + screen + b"".join(pictures) + b";"


def with_picture(path: Path, data: bytes, suffix: str = "png") -> Path:
    """A deck with one picture, whose bytes are then other ones."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_picture(io.BytesIO(picture_sizes.BLANK), 0, 0, deck.slide_width, deck.slide_height)
    deck.save(str(path))
    return change(path, {"ppt/media/image1.png": data})


def sentence(path: Path, folder: Path) -> str:
    """The one sentence in which reading a file ends."""
    error = refused(path, folder)
    assert error is not None, "it was read"
    assert "Traceback" not in error.details
    assert str(error).endswith(".")
    assert "\n" not in str(error)
    return str(error)


# -- the zip file


def test_a_directory_of_a_million_entries_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""))
    data = bytearray(path.read_bytes())
    monkeypatch.setattr(zips, "LARGEST_DIRECTORY", 1000)
    path.write_bytes(data)
    assert "is no complete PowerPoint file" in sentence(path, tmp_path)


@pytest.mark.parametrize("zip64", [False, True])
def test_the_directory_is_measured_where_readers_take_it_from(zip64: bool) -> None:
    size = zips.LARGEST_DIRECTORY + 1
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, 5 if zip64 else size, 0, 0)
    if zip64:
        record = b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 1, 1, size, 0)
        end = record + b"PK\6\7" + struct.pack("<IQI", 0, 0, 1) + end
    with pytest.raises(zipfile.BadZipFile, match="a directory of"):
        zips.opened(b"x" * 100 + end)


def test_too_many_parts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""))
    monkeypatch.setattr(package, "MAX_PARTS", 20)
    assert "unpacks to more than 1 GB or to too many parts" in sentence(path, tmp_path)


def test_a_small_file_may_not_unpack_to_a_large_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = change(make(tmp_path / "deck.pptx", ("One", "")), {"ppt/media/image9.bin": bytes(4 << 20)})
    monkeypatch.setattr(package, "FREE_UNPACKED", 3 << 20)
    assert path.stat().st_size * package.MAX_RATIO < 4 << 20
    assert "unpacks to more than 3 MB, too much for a file of its size" in sentence(path, tmp_path)


def test_an_honest_metafile_that_shrinks_667_to_1_passes(tmp_path: Path) -> None:
    metafile = b"\1\0\0\0" + bytes(36) + b" EMF" + bytes(12 << 20)
    path = with_picture(tmp_path / "deck.pptx", metafile)
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("ppt/media/image1.png")
    assert entry.file_size > 667 * entry.compress_size
    lecture, report = read(path, tmp_path)
    assert slide_of(lecture, 1).objects[0].picture
    assert "left out" not in said(report)


def test_what_a_directory_says_of_sizes_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = change(make(tmp_path / "deck.pptx", ("One", "First.")), {"ppt/media/image9.bin": bytes(1_234_567)})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<I", 1_234_567), struct.pack("<I", 10)))
    lecture, report = read(path, tmp_path)
    assert lecture.scenes[0].script.words == "First."
    assert "1 part of the file cannot be read." in said(report)


def test_of_two_parts_with_one_name_everyone_sees_the_same(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""))
    with zipfile.ZipFile(path) as archive:
        slide = archive.read("ppt/slides/slide1.xml")
    with zipfile.ZipFile(path, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("ppt/slides/slide1.xml", slide.replace(b"One", b"Two"))
    lecture, _ = read(path, tmp_path)
    deck = slide_of(lecture, 1).deck
    with zipfile.ZipFile(tmp_path / "assets" / deck.digest[:2] / deck.digest) as archive:
        assert archive.namelist().count("ppt/slides/slide1.xml") == 1
        assert lecture.scenes[0].title.encode() in archive.read("ppt/slides/slide1.xml")


# -- the XML inside


@pytest.mark.parametrize("depth", [300, 100_000])
def test_a_slide_nested_beyond_measure_costs_itself(tmp_path: Path, depth: int) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."), ("Two", "Second."))
    groups = f"<p:spTree>{'<p:grpSp>' * depth}{'</p:grpSp>' * depth}</p:spTree>".encode()
    change(
        path,
        {
            "ppt/slides/slide2.xml": lambda data: re.sub(
                b"<p:spTree>.*</p:spTree>", groups, data, flags=re.DOTALL
            )
        },
    )
    lecture, report = read(path, tmp_path)
    assert [scene.title for scene in lecture.scenes] == ["One", "Slide 2"]
    assert "The slide is damaged in the file and comes as an empty one." in said(report, 2)


def test_a_slide_of_too_many_tags_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."), ("Two", "Second."))
    more = "<a:x/>" * 5000 + "</p:sld>"
    change(path, {"ppt/slides/slide2.xml": instead("</p:sld>", more)})
    monkeypatch.setattr(package, "MAX_NODES_OF_PART", 4500)
    lecture, report = read(path, tmp_path)
    assert [scene.title for scene in lecture.scenes] == ["One", "Slide 2"]
    assert "damaged" in said(report, 2)


def test_a_deck_of_too_many_tags_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."))
    monkeypatch.setattr(package, "MAX_NODES", 1000)
    assert "holds more than 1,000 tags and attributes" in sentence(path, tmp_path)


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "docProps/app.xml",
    "ppt/presentation.xml",
    "ppt/slides/slide1.xml",
    "ppt/theme/theme1.xml",
    "ppt/drawings/vmlDrawing1.vml",
    "ppt/comments/comment1.xml",
)


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
@pytest.mark.parametrize("part", PARTS)
def test_entities_are_refused_in_every_part(tmp_path: Path, part: str, declared: str) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."))
    change(path, {part: f"{declared}<x>&a;</x>".encode()})
    assert "declares XML entities" in sentence(path, tmp_path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "utf-7", "cp037"])
def test_entities_are_refused_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."), ("Two", "Second."))
    hidden = BOMB if encoding != "utf-7" else "+ADwAIQ-" + BOMB[2:].replace("&", "+ACY-")
    told = f'<?xml version="1.0" encoding="{encoding}"?>{hidden}<x>&a;</x>'
    data = told.encode() if encoding == "utf-7" else told.encode(encoding)
    change(path, {"ppt/slides/slide2.xml": data})
    error = refused(path, tmp_path)
    if error is None:  # not readable at all in this encoding: the slide is lost, and nothing was unfolded
        lecture, report = read(path, tmp_path)
        assert "damaged" in said(report, 2)
        assert lecture.scenes[1].title == "Slide 2"
    else:
        assert "declares XML entities" in str(error)


def test_entities_in_a_part_that_is_called_otherwise_cost_the_part(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."), ("Two", "Second."))
    with zipfile.ZipFile(path) as archive:
        slide, links = archive.read("ppt/slides/slide2.xml"), archive.read("ppt/slides/_rels/slide2.xml.rels")
    change(
        path,
        {
            "ppt/slides/slide2.xml": None,
            "ppt/slides/_rels/slide2.xml.rels": None,
            "ppt/slides/slide2.dat": slide.replace(b"<p:sld ", BOMB.encode() + b"<p:sld ", 1),
            "ppt/slides/_rels/slide2.dat.rels": links,
            "[Content_Types].xml": instead("/ppt/slides/slide2.xml", "/ppt/slides/slide2.dat"),
            "ppt/_rels/presentation.xml.rels": instead("slides/slide2.xml", "slides/slide2.dat"),
        },
    )
    lecture, report = read(path, tmp_path)
    assert [scene.title for scene in lecture.scenes] == ["One", "Slide 2"]
    assert "damaged" in said(report, 2)


# -- relationships


def test_a_slide_that_is_listed_a_thousand_times_comes_once(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."), ("Two", "Second."))
    entry = re.compile(rb'<p:sldId id="256" r:id="(\w+)"/>')
    again = b'<p:sldId id="%d" r:id="%s"/>'

    def repeated(data: bytes) -> bytes:
        found = entry.search(data)
        assert found is not None
        more = b"".join(again % (number, found[1]) for number in range(1000, 2000))
        return data.replace(b"</p:sldIdLst>", more + b"</p:sldIdLst>")

    change(path, {"ppt/presentation.xml": repeated})
    lecture, report = read(path, tmp_path)
    assert [scene.title for scene in lecture.scenes] == ["One", "Two"]
    assert "1000 slides of the deck's list cannot be found" in said(report)


def test_parts_that_lead_round_in_circles_are_followed_once(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."))
    base = "http://schemas.openxmlformats.org"
    kind = f"{base}/officeDocument/2006/relationships/chart"
    names = [f"ppt/charts/chart{number}.xml" for number in range(30)]
    links = "".join(
        f'<Relationship Id="r{i}" Type="{kind}" Target="/{name}"/>' for i, name in enumerate(names)
    )
    table = f'<Relationships xmlns="{base}/package/2006/relationships">{links}</Relationships>'.encode()
    parts: dict[str, bytes] = dict.fromkeys(names, b"<c/>")
    parts |= {f"ppt/charts/_rels/{name.rpartition('/')[2]}.rels": table for name in names}
    change(
        path,
        {
            **parts,
            "ppt/slides/_rels/slide1.xml.rels": instead("</Relationships>", links + "</Relationships>"),
        },
    )
    started = time.process_time()
    lecture, _ = read(path, tmp_path)
    assert lecture.scenes[0].script.words == "First."
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "target",
    ["file:///etc/hostname", "\\\\host\\share\\a.png", "smb://host/a.png", "http://127.0.0.1:9/a.png"],
)
def test_a_linked_picture_is_not_opened_and_told(tmp_path: Path, target: str) -> None:
    path = with_picture(tmp_path / "deck.pptx", picture_sizes.BLANK)
    change(
        path,
        {
            "ppt/slides/slide1.xml": instead("r:embed", "r:link"),
            "ppt/slides/_rels/slide1.xml.rels": instead(
                'Target="../media/image1.png"', f'Target="{target}" TargetMode="External"'
            ),
        },
    )
    lecture, report = read(path, tmp_path)
    assert slide_of(lecture, 1).objects[0].picture is None
    assert "A picture is linked to a file outside the deck, which was not opened." in said(report, 1)


@pytest.mark.parametrize("target", ["../../../../etc/hostname", "/etc/hostname", "..\\..\\..\\etc\\hostname"])
def test_a_picture_whose_name_leads_out_of_the_file_is_missing(tmp_path: Path, target: str) -> None:
    path = with_picture(tmp_path / "deck.pptx", picture_sizes.BLANK)
    change(path, {"ppt/slides/_rels/slide1.xml.rels": instead("../media/image1.png", target)})
    lecture, report = read(path, tmp_path)
    assert slide_of(lecture, 1).objects[0].picture is None
    assert "A picture of the slide is missing in the file; its place stays empty." in said(report, 1)


# -- pictures


def bmp(width: int, height: int) -> bytes:
    return b"BM" + bytes(12) + struct.pack("<Iii", 40, width, -height) + bytes(40)


def jpeg(width: int, height: int) -> bytes:
    start = b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + bytes(14) + b"\xff\xff"
    return start + b"\xff\xc2" + struct.pack(">HBHH", 17, 8, height, width) + bytes(40)


def tiff(width: int, height: int) -> bytes:
    tags = struct.pack(">HHHIIHHII", 2, 256, 4, 1, width, 257, 4, 1, height)
    return b"MM\0*" + struct.pack(">I", 8) + tags + bytes(8)


def webp(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + size + bytes(20)


MAKERS = {"png": png, "bmp": bmp, "jpeg": jpeg, "tiff": tiff, "webp": webp, "gif": lambda w, h: gif((w, h))}


@pytest.mark.parametrize("kind", MAKERS)
def test_the_size_of_a_picture_is_known_before_it_is_unpacked(kind: str) -> None:
    assert picture_sizes.size_of(MAKERS[kind](12_345, 9_876)) == (12_345, 9_876)
    assert picture_sizes.too_large(MAKERS[kind](12_345, 9_876)) == (12_345, 9_876)
    assert picture_sizes.too_large(MAKERS[kind](10_900, 10_900)) is None
    assert picture_sizes.size_of(MAKERS[kind](10, 10)[:12]) is None


def test_a_picture_of_ten_thousand_million_pixels_costs_itself(tmp_path: Path) -> None:
    path = with_picture(tmp_path / "deck.pptx", png(100_000, 100_000))
    lecture, report = read(path, tmp_path)
    told = "A picture of 100,000 × 100,000 pixels is too large to be drawn and is left out"
    assert told in said(report, 1)
    deck = slide_of(lecture, 1).deck
    with zipfile.ZipFile(tmp_path / "assets" / deck.digest[:2] / deck.digest) as archive:
        assert archive.read("ppt/media/image1.png") == picture_sizes.BLANK


def test_a_large_photo_stays(tmp_path: Path) -> None:
    photo = png(11_648, 8_736)  # the largest camera there is
    lecture, report = read(with_picture(tmp_path / "deck.pptx", photo), tmp_path)
    assert "left out" not in said(report)
    assert slide_of(lecture, 1).objects[0].picture


def test_an_animation_that_cannot_be_held_shows_its_first_frame() -> None:
    film = gif(*[(4000, 3000)] * 20)
    still = picture_sizes.still(film)
    assert still == gif((4000, 3000))
    short = gif(*[(400, 300)] * 20)
    assert picture_sizes.still(short) is short
    assert picture_sizes.still(film[:200]) == film[:200] or picture_sizes.still(film[:200]).endswith(b";")


# -- what a slide holds


def test_very_long_notes_are_cut_and_told(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "word " * 60_000))
    lecture, report = read(path, tmp_path)
    assert 0 < len(lecture.scenes[0].script.words) <= bounds.LONGEST_PARAGRAPH
    assert "The notes are longer than 200,000 characters or have a paragraph of more than 20,000" in said(
        report, 1
    )


def test_very_long_text_and_names_are_cut_and_told(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""))
    shape = SHAPE.format(id=77, name="n" * 5000, text="word " * 60_000)
    change(path, {"ppt/slides/slide1.xml": instead("</p:spTree>", shape + "</p:spTree>")})
    lecture, report = read(path, tmp_path)
    item = next(item for item in slide_of(lecture, 1).objects if item.shape_id == 77)
    assert (len(item.text), len(item.name)) == (bounds.LONGEST_TEXT, bounds.LONGEST_NAME)
    assert "A text of the slide has more than 100,000 characters" in said(report, 1)


def test_more_objects_than_a_slide_can_have_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "deck.pptx", ("One", ""))
    many = "".join(SHAPE.format(id=100 + i, name="", text="x") for i in range(50))
    change(path, {"ppt/slides/slide1.xml": instead("</p:spTree>", many + "</p:spTree>")})
    monkeypatch.setattr(bounds, "MOST_OBJECTS", 20)
    lecture, report = read(path, tmp_path)
    assert len(slide_of(lecture, 1).objects) <= 20
    assert "The slide has more than 20 objects" in said(report, 1)


def test_more_slides_than_a_lecture_can_have_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from studio.importers.pptx import deck

    monkeypatch.setattr(deck, "MOST_SCENES", 1)
    path = make(tmp_path / "deck.pptx", ("One", ""), ("Two", ""))
    with pytest.raises(BadFileError, match="has more than 1 slides; split it into several decks"):
        read(path, tmp_path)


def test_a_workbook_that_is_a_bomb_is_taken_out_and_told(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(9):
            archive.writestr(f"xl/sheet{number}.xml", bytes(30 << 20))
    path = make(tmp_path / "deck.pptx", ("One", "First."))
    change(path, {"ppt/embeddings/Workbook1.xlsx": target.getvalue()})
    lecture, report = read(path, tmp_path)
    assert lecture.scenes[0].script.words == "First."
    assert "1 part of the file cannot be read." in said(report)
    deck = slide_of(lecture, 1).deck
    with zipfile.ZipFile(tmp_path / "assets" / deck.digest[:2] / deck.digest) as archive:
        assert "ppt/embeddings/Workbook1.xlsx" not in archive.namelist()


def test_an_honest_workbook_stays(tmp_path: Path) -> None:
    workbook = make(tmp_path / "inner.pptx", ("Inner", "")).read_bytes()
    path = change(make(tmp_path / "deck.pptx", ("One", "")), {"ppt/embeddings/Presentation1.pptx": workbook})
    lecture, report = read(path, tmp_path)
    assert "left out" not in said(report)
    deck = slide_of(lecture, 1).deck
    with zipfile.ZipFile(tmp_path / "assets" / deck.digest[:2] / deck.digest) as archive:
        assert archive.read("ppt/embeddings/Presentation1.pptx") == workbook


def test_a_slide_that_leads_to_the_file_itself_is_not_there(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."), ("Two", "Second."))
    change(path, {"ppt/_rels/presentation.xml.rels": instead("slides/slide2.xml", "/")})
    lecture, report = read(path, tmp_path)
    assert [scene.title for scene in lecture.scenes] == ["One"]
    assert "1 slide of the deck's list cannot be found in the file." in said(report)
    deck = slide_of(lecture, 1).deck
    package.open_package((tmp_path / "assets" / deck.digest[:2] / deck.digest).read_bytes(), "deck")


def test_a_presentation_that_is_tied_without_an_id_is_tied_again(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."))
    change(path, {"_rels/.rels": lambda data: re.sub(rb' Id="rId\d+"', b"", data)})
    lecture, _ = read(path, tmp_path)
    deck = slide_of(lecture, 1).deck
    assert len(Presentation(tmp_path / "assets" / deck.digest[:2] / deck.digest).slides) == 1


def test_a_part_without_a_name_is_passed_over(tmp_path: Path) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "First."))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo(""), b"nothing")
    assert read(path, tmp_path)[0].scenes[0].script.words == "First."


def test_thirty_thousand_links_to_nowhere_cost_one_line_and_little_time(tmp_path: Path) -> None:
    link = b'<Relationship Id="lost%d" Type="http://x/relationships/chart" Target="lost%d.xml"/>'
    links = b"".join(link % (number, number) for number in range(30_000)) + b"</Relationships>"
    part = "ppt/slides/_rels/slide1.xml.rels"
    path = change(
        make(tmp_path / "deck.pptx", ("One", "First.")), {part: instead("</Relationships>", links.decode())}
    )
    started = time.process_time()
    lecture, report = read(path, tmp_path)
    assert time.process_time() - started < 5
    assert lecture.scenes[0].script.words == "First."
    assert said(report, 1).count("A chart of this slide is damaged or missing in the file.") == 1
