"""The order in which a layer is drawn: as one reads, along the stroke, the outline first."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

from renderers.layers.letters import reading_order
from renderers.layers.strokes import Strokes, strokes, times
from renderers.transitions.draw_on import cover
from studio.lecture import ObjectKind
from tests.renderers.layers.painted import Rgba, box, layer, line, photograph, words

KINDS: tuple[ObjectKind, ...] = ("text", "picture", "shape", "line", "graphic", "group", "chart")


def when(rgba: Rgba, kind: ObjectKind, *, leftwards: bool = False, angle: float = 0.0) -> NDArray[np.float32]:
    """When each pixel is drawn, NaN where nothing is."""
    seen = cover(layer(rgba, kind))
    drawing = strokes(seen, kind, leftwards=leftwards, angle=angle)
    return np.where(seen > 0, times([drawing])[0], np.nan)


def columns(time: NDArray[np.float32], count: int) -> list[float]:
    """The mean time in bands from left to right, of those that have anything."""
    bands = np.array_split(time, count, axis=1)
    return [float(np.nanmean(band)) for band in bands if not np.isnan(band).all()]


def rising(values: list[float]) -> bool:
    return all(one < other for one, other in pairwise(values))


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [
        ("Water rises slowly", False),
        ("水循環蒸發凝結與降水", False),
        ("تبخر الماء", True),
        ("מחזור המים בטבע", True),
    ],
)
def test_letters_come_in_reading_order(qapp: QApplication, text: str, leftwards: bool) -> None:
    bands = columns(when(words(text, height=80), "text", leftwards=leftwards), 12)
    assert len(bands) >= 4
    assert rising(bands[::-1] if leftwards else bands)


@pytest.mark.parametrize("text", ["The sun\nwarms\nthe sea", "太陽加熱\n海面，水\n變成水蒸氣"])
def test_a_line_is_done_before_the_next_begins(qapp: QApplication, text: str) -> None:
    time = when(words(text), "text")
    rows = ~np.isnan(time).all(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], rows.astype(np.int8), [0]])))
    lines = [time[top:bottom] for top, bottom in edges.reshape(-1, 2) if bottom - top > 8]
    assert len(lines) == 3
    for one, other in pairwise(lines):
        assert np.nanmax(one) < np.nanmin(other)


def test_a_dot_belongs_to_its_letter(qapp: QApplication) -> None:
    time = when(words("iiii", pixels=80, height=120), "text")
    stems, dots = (columns(part, 1)[0] for part in (time[30:], time[:20]))
    assert abs(stems - dots) < 0.2, "or all the dots would be drawn first, or last"


def test_turned_words_are_drawn_as_they_run(qapp: QApplication) -> None:
    upward = np.rot90(words("Water rises slowly", height=80)).copy()
    time = when(upward, "text", angle=-90)
    assert rising(columns(time.T[:, ::-1], 12))


def test_a_line_is_drawn_from_its_beginning_to_its_end(qapp: QApplication) -> None:
    time = when(line((20, 50), (380, 50)), "line")
    bands = columns(time, 20)
    assert rising(bands)
    assert np.nanmin(time[:, 105:]) > 0.5, "at half time the far end is not there"


def test_the_head_of_an_arrow_comes_last(qapp: QApplication) -> None:
    picture = line((60, 50), (380, 50))
    picture[30:70, 20:60] = picture[50, 200]
    bands = columns(when(picture, "line"), 10)
    assert rising(bands[::-1])


def test_an_outline_is_drawn_round(qapp: QApplication) -> None:
    time = when(box(filled=False), "shape")
    top, right, bottom, left = time[10:12], time[:, -12:-10], time[-12:-10], time[:, 10:12]
    sides = [float(np.nanmedian(side)) for side in (top, right, bottom, left)]
    assert rising(sides)


def test_an_area_gets_its_outline_before_its_inside(qapp: QApplication) -> None:
    time = when(box(filled=True), "shape")
    inside = time[16:-16, 16:-16]
    assert np.nanmax(time[9:11, 20:-20]) < np.nanmin(inside)
    assert rising(columns(inside, 8))


def test_neither_a_photograph_nor_a_line_of_words_comes_at_once(qapp: QApplication) -> None:
    drawings = [
        strokes(cover(layer(rgba, kind)), kind)
        for rgba, kind in ((words("A caption", pixels=20), "text"), (photograph(900, 600), "picture"))
    ]
    caption, photo = times(drawings)
    assert caption.max() > 0.02, "the words get more time than their ink, which is less than a hundredth"
    assert photo[photo > 0].min() >= caption.max()
    shown = np.sort(photo.ravel())
    assert np.diff(shown[:: len(shown) // 20]).min() > 0.03, "no twentieth comes much faster than the rest"


SIZES = st.tuples(st.integers(0, 500), st.integers(0, 300), st.integers(1, 200), st.integers(1, 120))


@given(st.lists(SIZES, max_size=12), st.booleans())
def test_every_mark_has_its_turn(boxes: list[tuple[int, int, int, int]], leftwards: bool) -> None:
    ranks = reading_order(np.array(boxes, np.int32).reshape(-1, 4), leftwards=leftwards)
    assert sorted(ranks) == list(range(len(boxes)))


def test_a_frame_with_dots_in_it_is_drawn(qapp: QApplication) -> None:
    boxes = np.array([(0, 0, 100, 100), (10, 10, 1, 1), (20, 10, 1, 1), (30, 10, 1, 1)], np.int32)
    assert list(reading_order(boxes, leftwards=False)) == [0, 1, 2, 3]


@given(st.sampled_from(KINDS), st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**32 - 1), st.data())
def test_every_pixel_of_any_picture_is_drawn_once(
    kind: ObjectKind, width: int, height: int, seed: int, data: st.DataObject
) -> None:
    random = np.random.default_rng(seed)
    seen = random.integers(0, 256, (height, width), np.uint8)
    seen[random.random((height, width)) < data.draw(st.floats(0, 1))] = 0
    angle = data.draw(st.sampled_from([0.0, 30.0, -90.0]))
    drawing = strokes(seen, kind, leftwards=data.draw(st.booleans()), angle=angle)
    assert sorted(drawing.order) == list(np.flatnonzero(seen))
    time = times([drawing])[0]
    assert np.isfinite(time).all()
    if seen.any():
        assert time.min() >= 0
        assert np.isclose(time.max(), 1)


def test_nothing_takes_no_time(qapp: QApplication) -> None:
    nothing = strokes(np.zeros((4, 6), np.uint8), "text")
    something = strokes(cover(layer(line((4, 10), (36, 10), 40, 20))), "line")
    assert isinstance(nothing, Strokes)
    blank, drawn = times([nothing, something])
    assert not blank.any()
    assert np.isclose(drawn.max(), 1)
