"""What the pages about continuity are made of: the pair of slides, moving pictures, sheets of frames."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtWidgets import QApplication

from renderers.export import CutReport
from studio.assets import AssetStore
from studio.importers import import_file
from studio.lecture import Level
from studio.matching import matched
from tests.tools import filmstrips, ladder, ladder_slides
from tests.tools.showing import Shown


def shown(delivered: int = 2) -> Shown:
    grey = tuple(np.full((54, 96, 3), 10 * shade, np.uint8) for shade in range(20))
    fell = ("Move: the objects are not known",)
    return Shown(
        grey, Fraction(30), CutReport("s2", "Wind", 3, delivered, "", "dissolve", fell, {"step_share": 0.1})
    )


def test_the_pair_of_slides_has_what_every_level_shows(qapp: QApplication, tmp_path: Path) -> None:
    deck = tmp_path / "breeze.pptx"
    ladder_slides.make(deck)
    lecture, _ = import_file(deck, AssetStore(tmp_path / "assets"))
    first, second = (scene.visual for scene in lecture.scenes)
    pairs = matched(first, second)
    kinds = {item.shape_id: item.kind for item in second.objects}
    assert "picture" in {kinds[pair.second] for pair in pairs}
    assert len(pairs) >= 6
    assert len(second.objects) == len(first.objects) + 1, "something comes that was not there"


def test_a_moving_picture_begins_and_ends_with_the_slides_and_stands_there() -> None:
    picture = Image.open(io.BytesIO(ladder.moving(shown())))
    assert picture.size == (640, 360)
    assert picture.n_frames >= 9
    times: list[int] = []
    for index in range(picture.n_frames):
        picture.seek(index)
        picture.load()
        times.append(picture.info["duration"])
    assert (times[0], times[-1]) == ladder.STANDS
    assert set(times[1:-1]) == {67}


def test_a_sheet_has_a_labelled_row_of_eight_frames_for_each_level(
    qapp: QApplication, tmp_path: Path
) -> None:
    label = filmstrips.label(Level.MOVE, "draw", shown())
    assert label.startswith("asked 3, drawn on, delivered 2 · step share 0.10\n")
    assert label.endswith("Move: the objects are not known")
    frames = filmstrips.chosen(shown())
    assert [int(frame[0, 0, 0]) for frame in (frames[0], frames[-1])] == [0, 190]
    sheet = filmstrips.sheet([(label, frames)] * 3)
    assert sheet.shape[1] == 8 * (filmstrips.WIDE + filmstrips.GAP)
    filmstrips.save(sheet, tmp_path / "sheet.jpg")
    assert 0 < (tmp_path / "sheet.jpg").stat().st_size <= 300_000
