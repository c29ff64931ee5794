"""Outlines in plain text, OPML and Word arrive as the same kind of lecture."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from studio.errors import BadFileError
from tests.studio.importers.outlining import card, lines, outline, points, read, spoken, titled


def test_underlined_headings_and_bullets_in_plain_text(tmp_path: Path) -> None:
    text = (
        "The Water Cycle\n===============\n\nWhere water is\n--------------\n- Oceans: 97 %\n- Ice\n"
        "  - Antarctica\n\nMost of the water on Earth is salty. Only a little of it can be drunk, and\n"
        "most of that is frozen.\n\nHow it moves\n------------\n1. Evaporation\n2. Rain\n\nNotes:\n"
        "The sun lifts the water.\n"
    )
    lecture, _ = outline(text, tmp_path, "water.txt")
    assert [scene.title for scene in lecture.scenes] == ["The Water Cycle", "Where water is", "How it moves"]
    assert points(lecture.scenes[1]) == [(0, "Oceans: 97 %"), (0, "Ice"), (1, "Antarctica")]
    assert spoken(lecture.scenes[1])[0].endswith("drunk, and most of that is frozen.")
    assert points(lecture.scenes[2]) == [(0, "1. Evaporation"), (0, "2. Rain")]
    assert spoken(lecture.scenes[2]) == ["The sun lifts the water."]


@pytest.mark.parametrize(
    "text",
    [
        "Cells\n\nWhat they are\n\tSmall\n\tAlive\n\t\tand hungry\n\nWhat they do\n\tEat\n",
        "Cells\n\n- What they are\n  - Small\n  - Alive\n    - and hungry\n- What they do\n  - Eat\n",
        "Cells\n\nWhat they are:\n* Small\n* Alive\n    * and hungry\n\nWhat they do:\n* Eat\n",
        "Cells\n\nI. What they are\n  a) Small\n  b) Alive\n    - and hungry\nII. What they do\n  a) Eat\n",
    ],
    ids=["tabs", "bullets", "colons", "roman"],
)
def test_an_outline_by_indentation(tmp_path: Path, text: str) -> None:
    lecture, _ = outline(text, tmp_path, "cells.txt")
    assert lecture.title == "Cells"
    assert [scene.title for scene in lecture.scenes] == ["Cells", "What they are", "What they do"]
    assert points(lecture.scenes[1]) == [(0, "Small"), (0, "Alive"), (1, "and hungry")]
    assert points(lecture.scenes[2]) == [(0, "Eat")]


def test_a_chinese_outline_with_counted_headings(tmp_path: Path) -> None:
    text = (
        "光合作用\n\n一、什麼是光合作用\n  - 植物把光變成糖\n\n"
        "二、需要什麼\n  - 陽光\n  - 水\n\n旁白：植物需要兩樣東西。\n"
    )
    lecture, _ = outline(text, tmp_path, "leaf.txt")
    assert (lecture.title, lecture.language) == ("光合作用", "zh-TW")
    assert [scene.title for scene in lecture.scenes[1:]] == ["什麼是光合作用", "需要什麼"]
    assert spoken(lecture.scenes[2]) == ["植物需要兩樣東西。"]


def test_decimal_numbers_make_sections(tmp_path: Path) -> None:
    text = (
        "1 Basics\nIt is about data.\n1.1 Why\n- it is everywhere\n1.2 How\n- ask\n"
        "2 Methods\n2.1 Asking\n- people\n"
    )
    lecture, _ = outline(text, tmp_path, "data.txt")
    assert [(s.section, s.title) for s in lecture.scenes] == [
        ("Basics", "Basics"),
        ("Basics", "Why"),
        ("Basics", "How"),
        ("Methods", "Asking"),
    ]


OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Cells</title></head><body>
<outline text="What is a cell?" _note="Cells are the smallest living things.">
  <outline text="Smallest unit of life"/><outline text="Has a membrane"/></outline>
<outline text="Parts"><outline text="Nucleus"><outline text="DNA"/></outline>
  <outline text="Mitochondria"><outline text="Energy"><outline text="ATP"/></outline></outline></outline>
</body></opml>"""


def test_an_opml_outline_keeps_sections_points_and_notes(tmp_path: Path) -> None:
    lecture, _ = outline(OPML, tmp_path, "cells.opml")
    assert lecture.title == "Cells"
    assert [(s.section, s.title, card(s).opening) for s in lecture.scenes] == [
        ("", "Cells", True),
        ("What is a cell?", "What is a cell?", False),
        ("Parts", "Parts", True),
        ("Parts", "Nucleus", False),
        ("Parts", "Mitochondria", False),
    ]
    assert spoken(lecture.scenes[1]) == ["Cells are the smallest living things."]
    assert points(lecture.scenes[4]) == [(0, "Energy"), (1, "ATP")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<opml><body><outline text='a'></body>", "is damaged or no OPML file"),
        ("<html><body/></html>", "is damaged or no OPML file"),
        ('<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml><body><outline text="&a;"/></body></opml>',
         "declares a document type"),
        ("<opml><head/><body/></opml>", "holds no text"),
    ],
)  # fmt: skip
def test_a_bad_opml_file_ends_in_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    with pytest.raises(BadFileError, match=sentence):
        outline(content, tmp_path, "bad.opml")


def test_a_very_deep_opml_file_does_no_harm(tmp_path: Path) -> None:
    deep = "<opml><body>" + "<outline text='x'>" * 200 + "</outline>" * 200 + "</body></opml>"
    lecture, _ = outline(deep, tmp_path, "deep.opml")
    assert len(lecture.scenes) < 40


def _document(picture: bytes) -> bytes:
    document = docx.Document()
    document.add_heading("Soil", 0)
    document.add_paragraph("Soil is the thin skin of the Earth.")
    document.add_heading("What it is made of", 1)
    for text, style in (("Minerals", "List Bullet"), ("clay", "List Bullet 2"), ("Water", "List Bullet")):
        document.add_paragraph(text, style=style)
    document.add_paragraph("Notes: Soil is half solid and half holes.")
    document.add_heading("How it forms", 1)
    for text in ("Rock breaks", "Plants grow"):
        document.add_paragraph(text, style="List Number")
    table = document.add_table(3, 2)
    for row, cells in zip(
        table.rows, (("Layer", "Depth"), ("Topsoil", "30 cm"), ("Subsoil", "1 m")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_picture(io.BytesIO(picture))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_word_document_by_its_styles(tmp_path: Path) -> None:
    import cv2
    import numpy as np

    picture = cv2.imencode(".png", np.zeros((8, 8, 3), np.uint8))[1].tobytes()
    lecture, report = outline(_document(picture), tmp_path, "soil.docx")
    soil, made, forms = lecture.scenes
    assert (lecture.title, card(soil).opening) == ("Soil", True)
    assert spoken(soil) == ["Soil is the thin skin of the Earth."]
    assert points(made) == [(0, "Minerals"), (1, "clay"), (0, "Water")]
    assert spoken(made) == ["Soil is half solid and half holes."]
    assert [text for _, text in points(forms)] == [
        "1. Rock breaks",
        "2. Plants grow",
        "Topsoil: 30 cm",
        "Subsoil: 1 m",
    ]
    assert len(lines(report, "picture")) == 1


def test_a_real_word_document_keeps_what_stands_in_its_table(shared_decks: Path, tmp_path: Path) -> None:
    lecture, report = read(shared_decks / "outlines" / "reference-material__Training.docx", tmp_path)
    assert lecture.title == "Official Checklist"
    assert any("Training on the organization" in text for _, text in points(lecture.scenes[0]))
    assert len(lines(report, "picture")) == 2


def test_bold_lines_are_headings_where_no_style_is_used(tmp_path: Path) -> None:
    document = docx.Document()
    for text, bold in (
        ("First topic", True),
        ("What is said first.", False),
        ("Second topic", True),
        ("More.", False),
    ):
        document.add_paragraph().add_run(text).bold = bold
    target = io.BytesIO()
    document.save(target)
    lecture, _ = outline(target.getvalue(), tmp_path, "bold.docx")
    assert spoken(titled(lecture, "First topic")) == ["What is said first."]


def test_a_damaged_or_hostile_word_file_ends_in_one_sentence(tmp_path: Path) -> None:
    whole = _document_without_picture()
    with pytest.raises(BadFileError, match="no whole Word document"):
        outline(whole[: len(whole) // 2], tmp_path, "half.docx")
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "word/document.xml":
                body = body.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document', 1)
            new.writestr(name, body)
    with pytest.raises(BadFileError, match="open it in Word"):
        outline(target.getvalue(), tmp_path, "bomb.docx")
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as new:
        new.writestr("word/document.xml", "<w:document")
    with pytest.raises(BadFileError, match="is damaged"):
        outline(broken.getvalue(), tmp_path, "broken.docx")


def _document_without_picture() -> bytes:
    document = docx.Document()
    document.add_heading("A", 1)
    document.add_paragraph("b" * 2000)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.parametrize("level", ["²", "9" * 5000, "-1", "deep"])
def test_a_level_that_is_no_number_costs_nothing_in_word(tmp_path: Path, level: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_document_without_picture())) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "word/document.xml":
                marked = f'<w:p><w:pPr><w:outlineLvl w:val="{level}"/></w:pPr><w:r><w:t>Odd</w:t></w:r></w:p>'
                body = body.replace(b"<w:sectPr", marked.encode() + b"<w:sectPr", 1)
            new.writestr(name, body)
    lecture, _ = outline(target.getvalue(), tmp_path, "odd.docx")
    assert lecture.scenes
