"""A sheet of one object shows no picture of another object that is embedded on its slide."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from renderers.slides.separated import for_libreoffice

OWASP = "lectures/top10__OWASP_Top_10_-_2010-Presentation.pptx"
NEWER = "conformance/tika__testPPT_various2.pptx"
_NAMED = re.compile(r'<v:shape\s[^>]*?"(_x0000_s\d+)"')


def claimed(deck: Path, slide: int) -> list[tuple[set[str], set[str]]]:
    """Of each sheet of a slide: the pictures that its objects claim, and those that lie beside it."""
    sheets, made = for_libreoffice(deck, slide, slide, [slide])
    with zipfile.ZipFile(io.BytesIO(sheets.deck)) as file:
        parts = {name: file.read(name).decode("utf-8", "replace") for name in file.namelist()}
    found: list[tuple[set[str], set[str]]] = []
    for number in range(1, made[0].pages + 1):
        name = f"ppt/slides/sheet{number}.xml"
        rels = parts[f"ppt/slides/_rels/sheet{number}.xml.rels"]
        drawings = re.findall(r'Target="/(ppt/drawings/[^"]+\.vml)"', rels)
        assert ".vml" not in re.sub(r'Target="/ppt/drawings/[^"]+\.vml"', "", rels)
        beside = {each for drawing in drawings for each in re.findall(_NAMED, parts[drawing])}
        found.append((set(re.findall(r'\bspid="([^"]+)"', parts[name])), beside))
    return found


def test_only_the_sheet_of_an_embedded_object_has_its_picture(shared_decks: Path) -> None:
    sheets = claimed(shared_decks / OWASP, 20)
    assert all(own == beside for own, beside in sheets)
    assert [len(own) for own, _ in sheets] == [0, 0, 0, 0, 0, 1]


def test_the_name_of_a_picture_may_stand_in_either_place(shared_decks: Path) -> None:
    sheets = claimed(shared_decks / NEWER, 2)
    assert all(own == beside for own, beside in sheets)
    assert sum(len(own) for own, _ in sheets) == 1
