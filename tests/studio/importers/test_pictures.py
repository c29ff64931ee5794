"""Pictures become a lecture: in the order people expect, with the words beside them, and no stranger among them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from renderers.slides.pictures import facts_of
from studio.assets import AssetStore
from studio.errors import BadFileError
from studio.importers import import_file
from studio.importers.pictures.names import in_order, title_of
from studio.lecture import Lecture, PictureVisual
from studio.report import ImportReport


def read(path: Path) -> tuple[Lecture, ImportReport]:
    return import_file(path, AssetStore(path.parent / "assets"), look=facts_of)


def folder(tmp_path: Path, *names: str, size: tuple[int, int] = (64, 36)) -> Path:
    made = tmp_path / "The water cycle"
    made.mkdir()
    for number, name in enumerate(names):
        Image.new("RGB", size, (number, 0, 0)).save(made / name)
    return made


def titles(lecture: Lecture) -> list[str]:
    return [scene.title for scene in lecture.scenes]


def sizes(lecture: Lecture) -> list[tuple[float, float]]:
    images = [scene.visual.image for scene in lecture.scenes if isinstance(scene.visual, PictureVisual)]
    return [(image.width, image.height) for image in images]


def told(report: ImportReport, what: str) -> list[str]:
    return [entry.text for entry in report.entries if entry.what == what]


@pytest.mark.parametrize("word", ["Slide", "Folie", "投影片", "Diapositive", "slide-", "p"])
def test_the_pictures_that_presentation_programs_save_stand_in_order(tmp_path: Path, word: str) -> None:
    lecture, _ = read(folder(tmp_path, *(f"{word}{n}.PNG" for n in (10, 2, 1, 11))))
    images = [scene.visual.image.file.name for scene in lecture.scenes]  # type: ignore[union-attr]
    assert images == [f"{word}{n}.PNG" for n in (1, 2, 10, 11)]
    assert titles(lecture) == ["Slide 1", "Slide 2", "Slide 3", "Slide 4"]
    assert lecture.title == "The water cycle"


def test_numbers_in_names_are_counted_and_not_spelt() -> None:
    names = ["2b.png", "10.png", "a 2.png", "A 10.png", "2 a.png", "１.png"]
    assert [path.name for path in in_order([Path(name) for name in names])] == [
        *("１.png", "2 a.png", "2b.png", "10.png"),
        *("a 2.png", "A 10.png"),
    ]


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("03_water-cycle", "water cycle"),
        ("3. The sun", "The sun"),
        ("1.2 Rain and snow", "Rain and snow"),
        ("X-ray", "X-ray"),
        ("2024 in numbers", "in numbers"),
        ("IMG_2034", ""),
        ("Screenshot 2024-05-03 10.15.00", ""),
        ("007", ""),
        ("水循環", "水循環"),
        ("05 - 雲", "雲"),
        ("CO2", "CO2"),
    ],
)
def test_a_name_becomes_a_title(stem: str, title: str) -> None:
    assert title_of(stem) == title


def test_a_text_file_of_the_same_name_is_the_script(tmp_path: Path) -> None:
    pictures = folder(tmp_path, "1.png", "2.png", "3.jpg")
    (pictures / "1.txt").write_text("The sun warms\nthe sea.\nIt evaporates.\n\n(private) ask the class\n")
    (pictures / "2.md").write_text("# Clouds\n\nThey are *cold*.\n\n- Very cold.\n")
    (pictures / "3.TXT").write_bytes("太陽出來了。".encode("big5"))
    lecture, report = read(pictures)
    assert [scene.script.words for scene in lecture.scenes] == [
        "The sun warms the sea.\nIt evaporates.",
        "They are cold.\nVery cold.",
        "太陽出來了。",
    ]
    assert titles(lecture) == ["Slide 1", "Clouds", "Slide 3"]
    assert lecture.scenes[2].script.language.startswith("zh")
    assert told(report, "notes") == ["3 pictures with words to speak, from text files of the same name."]
    assert not told(report, "file")


def test_what_is_no_picture_is_named_and_what_nobody_put_there_is_not(tmp_path: Path) -> None:
    pictures = folder(tmp_path, "1.png")
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "._1.png", "photo.heic", "deck.xlsx", "notes.txt"):
        (pictures / name).write_bytes(b"x")
    (pictures / "__MACOSX").mkdir()
    (pictures / "old").mkdir()
    lecture, report = read(pictures)
    assert len(lecture.scenes) == 1
    assert told(report, "file") == ["“deck.xlsx”, “notes.txt”: no pictures, and not used."]
    assert [text for text in told(report, "picture") if "photo.heic" in text and "save them as .jpg" in text]


def test_a_photograph_counts_as_it_is_shown(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (400, 300)).save(tmp_path / "photo.jpg", exif=turned)
    lecture, _ = read(tmp_path / "photo.jpg")
    assert sizes(lecture) == [(300, 400)]
    assert (lecture.width, lecture.height) == (405, 540)


@pytest.mark.parametrize("kind", ["png", "jpg", "gif", "bmp", "webp", "tif"])
def test_every_kind_is_read_whatever_it_is_called(tmp_path: Path, kind: str) -> None:
    Image.new("RGB", (64, 36), "red").save(tmp_path / f"rain.{kind}")
    assert sizes(read(tmp_path / f"rain.{kind}")[0]) == [(64, 36)]
    (tmp_path / f"rain.{kind}").rename(tmp_path / "rain")
    assert titles(read(tmp_path / "rain")[0]) == ["rain"]


def test_a_drawing_is_a_picture(tmp_path: Path) -> None:
    drawing = tmp_path / "rain.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><rect width="9"/></svg>')
    lecture, _ = read(drawing)
    assert sizes(lecture) == [(160, 90)]
    assert lecture.assets[0].media_type == "image/svg+xml"


def test_of_an_animation_the_first_picture_is_shown_and_that_is_told(tmp_path: Path) -> None:
    first, second = Image.new("RGB", (64, 36), "red"), Image.new("RGB", (64, 36), "blue")
    first.save(tmp_path / "rain.gif", save_all=True, append_images=[second])
    _, report = read(tmp_path / "rain.gif")
    assert "“rain.gif” holds 2 pictures; the first one is shown." in told(report, "picture")


def bomb(width: int, height: int) -> bytes:
    """The head of a picture with so many pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def test_one_bad_picture_costs_only_itself(tmp_path: Path) -> None:
    pictures = folder(tmp_path, "1.png", "3.png", "5.png")
    (pictures / "2.png").write_bytes(bomb(100_000, 100_000))
    (pictures / "4.png").write_bytes((pictures / "5.png").read_bytes()[:50])
    Image.new("RGB", (1, 900)).save(pictures / "6.png")
    lecture, report = read(pictures)
    assert titles(lecture) == ["Slide 1", "Slide 3", "Slide 5"]
    assert [(entry.slide, entry.outcome) for entry in report.entries if entry.slide] == [
        *((2, "left out"), (4, "left out"), (6, "left out"))
    ]
    assert "has 100,000 x 100,000 pixels, more than can be drawn" in told(report, "picture")[0]


def test_what_a_drawing_names_outside_itself_is_not_looked_at(tmp_path: Path) -> None:
    Image.new("RGB", (90, 90), "red").save(tmp_path / "secret.png")
    drawing = tmp_path / "rain.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="90" height="90">'
        f'<image x:href="{tmp_path / "secret.png"}" width="90" height="90"/></svg>'
    )
    from renderers.slides.pictures import paint_picture

    assert paint_picture(drawing, 90, 90, "#ffffff").pixelColor(45, 45).name() == "#ffffff"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (None, "The folder “empty” holds no pictures; choose a folder of .png, .jpg or other pictures."),
        ("a.heic", "The pictures in “empty” are of a kind that cannot be read here (“a.heic”); save"),
        ("a.png", "No picture in the folder “empty” can be shown: “a.png” is damaged"),
    ],
)
def test_a_folder_without_pictures_ends_in_one_sentence(
    tmp_path: Path, name: str | None, sentence: str
) -> None:
    (tmp_path / "empty").mkdir()
    if name:
        (tmp_path / "empty" / name).write_bytes(b"\0")
    with pytest.raises(BadFileError) as error:
        read(tmp_path / "empty")
    assert str(error.value).startswith(sentence)


def test_a_keynote_folder_is_no_folder_of_pictures(tmp_path: Path) -> None:
    (tmp_path / "talk.key").mkdir()
    Image.new("RGB", (64, 36)).save(tmp_path / "talk.key" / "preview.jpg")
    with pytest.raises(BadFileError, match="Keynote"):
        read(tmp_path / "talk.key")


def test_a_picture_keeps_its_id_when_others_come_and_go(tmp_path: Path) -> None:
    pictures = folder(tmp_path, "rain.png", "snow.png")
    before = {scene.title: scene.id for scene in read(pictures)[0].scenes}
    (pictures / "rain.png").unlink()
    assert [scene.id for scene in read(pictures)[0].scenes] == [before["snow"]]
