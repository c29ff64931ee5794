"""A teacher who picks the wrong file is told what it is and what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from studio.errors import BadFileError
from tests.studio.importers.making import make, read

HEADS = {
    "page.pptx": (b"\n<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page and no presentation"),
    "photo.pptx": (b"\xff\xd8\xff\xe0" + bytes(40), "is a picture (JPEG) and no presentation"),
    "text.ppt": (b"{\\rtf1 Hello}", "is a text (RTF) and no presentation"),
    "pack.pptx": (b"Rar!\x1a\x07\x00", "is a RAR archive and no presentation"),
    "~$lesson.pptx": (b"\x05Tina", "choose the file whose name lacks the first two signs"),
    "lesson.pptx.crdownload": (b"PK\x03\x04", "is a download that has not finished"),
    "lesson.gslides": (b'{"url": "x"}', "download it as Microsoft PowerPoint (in the File menu)"),
}


@pytest.mark.parametrize("name", HEADS)
def test_a_file_of_another_kind_is_named(tmp_path: Path, name: str) -> None:
    data, sentence = HEADS[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadFileError) as caught:
        read(tmp_path / name, tmp_path)
    assert str(caught.value).startswith(f"“{name}” ")
    assert sentence in str(caught.value)


@pytest.mark.parametrize("name", ["lesson.key", "lesson.pptx"])
def test_a_keynote_file_says_how_to_export(shared_decks: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes((shared_decks / "edge/tika__testBulletPoints.key").read_bytes())
    with pytest.raises(BadFileError, match="open it in Keynote, export it to PowerPoint"):
        read(tmp_path / name, tmp_path)


@pytest.mark.parametrize("name", ["lessons.zip", "lessons.pptx"])
def test_an_archive_names_the_deck_in_it(tmp_path: Path, name: str) -> None:
    deck = make(tmp_path / "rivers.pptx", ("One", ""))
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        archive.writestr("__MACOSX/week 1/._rivers.pptx", b"x")
        archive.write(deck, "week 1/rivers.pptx")
    with pytest.raises(BadFileError, match=r"is an archive with “rivers\.pptx” in it; unpack it"):
        read(tmp_path / name, tmp_path)


@pytest.mark.parametrize("name", ["deck.ppt", "deck.odp", "deck.zip", "deck"])
def test_a_deck_under_another_name_is_still_a_deck(tmp_path: Path, name: str) -> None:
    path = make(tmp_path / "deck.pptx", ("One", "Hello.")).rename(tmp_path / name)
    lecture, _ = read(path, tmp_path)
    assert lecture.scenes[0].script.words == "Hello."
