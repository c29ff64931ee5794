"""Two dozen real decks through the command line: good ones arrive, bad ones end in one sentence and exit code 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import decks
from tests.tools.decks import Ended, Row, import_one, refusal_faults, run, table

GOOD = {
    "conformance/open-xml-sdk__bldlst-Build-Graphics-bldgraphic-uiexpand.pptx": "strict, a chart",
    "conformance/tika__testPPT.ppsx": "a show",
    "conformance/open-xml-sdk__QuizShow_TP10176929.potx": "a template",
    "edge/tika__testPPT_macros.pptm": "macros",
    "edge/tika__testPPT.ppt": "a binary file",
    "edge/tika__LibreOfficeImpress_odp_1.3.odp": "OpenDocument",
    "edge/python-pptx__missing_rels_item.pptx": "a relation that leads nowhere",
    "edge/poi__missing-blip-fill.pptx": "a picture without a picture",
    "conformance/pptx-automizer__SmartArt.pptx": "SmartArt",
    "conformance/shapecrawler__055_svg_with_text.pptx": "SVG",
    "conformance/poi__bug65523.pptx": "HD Photo",
    "conformance/poi__bug54570.pptx": "EMF, an embedded workbook",
    "conformance/open-xml-sdk__main_bodyPr_rtlCol.pptx": "right to left",
    "conformance/open-xml-sdk__wrapEAvert_bodyPrVert_VerticalTextEAvert.pptx": "vertical text",
    "conformance/poi__with_japanese.pptx": "Japanese",
    "conformance/tika__testPPT_various2.pptx": "comments, ink, objects, a hidden slide",
    "conformance/open-xml-sdk__Image_AnimatedGIF.pptx": "an animated GIF",
    "conformance/pptx-automizer__SlideWithMedia.pptx": "sound and video",
    "conformance/pptx-automizer__ChartWaterfall.pptx": "a waterfall chart",
    "conformance/open-xml-sdk__3dtestdash.pptx": "a 3-D model",
}
BAD = {
    "edge/python-pptx__no-slides.pptx": "has no slides",
    "edge/tika__testPPT_protected_passtika.pptx": "is protected by a password",
    "edge/poi__clusterfuzz-testcase-minimized-POIFuzzer-5205835528404992.pptx": "is no complete PowerPoint file",
    "edge/tika__testBulletPoints.key": "is a Keynote presentation",
    "edge/poi__poc-xmlbomb.xlsx": "files are not known here",
}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_deck_arrives(shared_decks: Path, tmp_path: Path, name: str) -> None:
    row, lecture = import_one(shared_decks / name, tmp_path)
    assert (row.refused, row.faults) == ("", ()), GOOD[name]
    assert row.slides > 0
    assert lecture.stat().st_size > (shared_decks / name).stat().st_size // 2


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_ends_in_one_sentence(shared_decks: Path, tmp_path: Path, name: str) -> None:
    row, lecture = import_one(shared_decks / name, tmp_path)
    assert row.faults == ()
    assert BAD[name] in row.refused
    assert not lecture.exists()


def test_whatever_else_happens_is_a_fault() -> None:
    assert refusal_faults(Ended(1, "", "lecture-studio: “a.pptx” is empty; download it again.\n", 0.1)) == ()
    assert "ran out of time" in refusal_faults(Ended(None, "", "", 9.0))[0]
    assert "exit code -9" in refusal_faults(Ended(-9, "", "One sentence.", 0.1))[0]
    assert refusal_faults(Ended(1, "", "Traceback:\n  File x\nKeyError: 5", 0.1))
    assert refusal_faults(Ended(1, "", "The program made a mistake (KeyError: 5); please report it.", 0.1))


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    ended = run(["-c", "import time; time.sleep(60)"], 0.5, tmp_path)
    assert ended.code is None


def test_the_table_names_faults_and_adds_up(tmp_path: Path) -> None:
    good = Row(
        "a.pptx", 0.5, 3, 2, 40, (4, 1, 0), drawn=(3, 0, 0), drawing=2.0, remarks=("Slide 2 is blank.",)
    )
    bad = Row("b.pptx", 0.2, refused="“b.pptx” is empty.", faults=("the import ended with exit code 2",))
    lines = table([good, bad], pages=True).splitlines()
    assert lines[2] == "| a.pptx | 3 | 2 | 40 | 4 | 1 | 0 | 0.5 | 2.0 | 3 | – | – | Slide 2 is blank. |"
    assert "FAULT: the import ended with exit code 2 “b.pptx” is empty." in lines[3]
    assert lines[4].startswith("| **2 files, 1 of them refused** | 3 | 2 | 40 |")
    assert lines[4].endswith("| 1 with faults |")


def test_outlines_and_read_me_files_are_no_decks(tmp_path: Path) -> None:
    for name in ("a.pptx", "sub/b.key", "README.md", "sub/outline.docx", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in decks.files_of(tmp_path)] == ["a.pptx", "b.key"]
