"""Any two slides with any objects on them, at any level: what no change may ever do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.layers.stack import Layer, Stack, stacked
from renderers.planes import Planes, from_rgb
from renderers.transitions import change
from renderers.transitions.how import Asked, How, Side
from studio.lecture import Level
from studio.matching import Pair
from tests.stacks import layer

KINDS = ("text", "picture", "chart", "table", "group", "graphic", "media", "line", "shape")
ALPHAS = ("full", "half", "none", "specks", "ramp", "frame")
SIDES = st.sampled_from([1, 2, 3, 8, 17, 40, 90])
PLACES = st.integers(-50, 110)


@st.composite
def layers(draw: st.DrawFn, number: int, least: int) -> Layer:
    """An object anywhere, inside the frame or not, of any outline, its colours not darker than `least`."""
    width, height = draw(SIDES), draw(SIDES)
    random = np.random.default_rng(draw(st.integers(0, 99)))
    rgba = np.empty((height, width, 4), np.uint8)
    plain = draw(st.booleans())
    rgba[..., :3] = random.integers(least, 256, 3 if plain else (height, width, 3), np.uint8)
    rgba[..., 3] = alpha_of(draw(st.sampled_from(ALPHAS)), height, width, random)
    kind = draw(st.sampled_from(KINDS))
    angle = draw(st.sampled_from([0.0, 0.0, 30.0, -170.0]))
    return layer(number, kind, rgba, draw(PLACES), draw(PLACES), angle)  # type: ignore[arg-type]


def alpha_of(name: str, height: int, width: int, random: np.random.Generator) -> np.ndarray:
    if name == "specks":
        return random.integers(0, 2, (height, width), np.uint8) * 255
    if name == "ramp":
        return np.linspace(0, 255, width).astype(np.uint8)[None].repeat(height, 0)
    alpha = np.full((height, width), {"full": 255, "half": 128, "none": 0, "frame": 255}[name], np.uint8)
    if name == "frame":
        alpha[2:-2, 2:-2] = 0
    return alpha


@st.composite
def slides(draw: st.DrawFn, width: int, height: int, least: int) -> Side:
    """A slide with up to four objects, its page off by up to two levels, as pages that are drawn otherwise are."""
    shade = draw(st.integers(least, 255))
    ground = from_rgb(np.full((height, width, 3), shade, np.uint8))
    numbers = draw(st.lists(st.integers(1, 4), max_size=4, unique=True))
    stack = Stack(ground, tuple(draw(layers(number, least)) for number in numbers))
    page = stacked(stack)
    noise = np.random.default_rng(draw(st.integers(0, 9)))
    off = torch.from_numpy(noise.integers(-2, 3, tuple(page.y.shape)))
    return Side(Planes((page.y + off).clamp(16, 235).to(torch.uint8), page.u, page.v), stack)


@dataclass(frozen=True)
class Case:
    """Two slides, how they change, and the least level of their colours."""

    a: Side
    b: Side
    how: How
    least: int

    def __repr__(self) -> str:
        sides = (
            [(each.kind, each.left, each.top, each.size) for each in side.stack.layers]
            for side in (self.a, self.b)
        )  # type: ignore[union-attr]
        return f"{self.a.page.size} {list(sides)} {self.how} {self.least}"


@st.composite
def cases(draw: st.DrawFn) -> Case:
    width, height = draw(st.sampled_from([(64, 36), (36, 64), (2, 2), (90, 60)]))
    least = draw(st.sampled_from([0, 180]))
    a, b = draw(slides(width, height, least)), draw(slides(width, height, least))
    numbers = st.integers(1, 4)
    found = draw(st.lists(st.tuples(numbers, numbers), max_size=4))
    pairs = tuple(Pair(first, second, "id") for first, second in found)
    text_by = draw(st.sampled_from(["object", "word", "character"]))
    how = How(pairs=pairs, text_by=text_by, arrive=draw(st.sampled_from(["fade", "draw"])))
    return Case(a, b, how, least)


def same(one: Planes, other: Planes) -> bool:
    return all(torch.equal(p, q) for p, q in zip(one.planes, other.planes, strict=True))


@settings(max_examples=150)
@given(cases(), st.sampled_from([Level.CUT, Level.WHOLE, Level.HOLD, Level.MOVE]), st.integers(2, 6))
def test_any_two_slides_change_from_one_to_the_other_within_the_range_of_pictures(
    case: Case, level: Level, frames: int
) -> None:
    a, b, how, least = case.a, case.b, case.how, case.least
    kept = [plane.clone() for side in (a, b) for plane in side.page.planes]
    drawn = change(a, b, Asked(level, "dissolve", frames, how))
    pictures = [drawn.picture(index) for index in range(-1, frames)]
    assert drawn.frames == frames
    again = [drawn.picture(index) for index in reversed(range(-1, frames))]
    assert all(same(one, other) for one, other in zip(pictures, reversed(again), strict=True))
    assert same(pictures[0], a.page)
    assert same(pictures[-1], b.page)
    for picture in pictures:
        assert picture.size == a.page.size
        assert 16 <= int(picture.y.min()) <= int(picture.y.max()) <= 235
        for plane in (picture.u, picture.v):
            assert plane.dtype == torch.uint8
            assert plane.shape == a.page.u.shape
            assert 16 <= int(plane.min()) <= int(plane.max()) <= 240
    for picture in pictures if least else ():
        assert int(picture.y.min()) > 150, "dark where all on both slides is bright"
    for track in drawn.tracks:
        for t in (0.0, 0.4, 1.0):
            assert np.isfinite(track.place(t)).all()
    assert all(torch.equal(p, q) for p, q in zip(kept, (*a.page.planes, *b.page.planes), strict=True))


@settings(max_examples=60)
@given(cases(), st.integers(2, 3))
def test_thin_objects_on_a_thin_ground_make_the_thin_page(case: Case, stride: int) -> None:
    side = case.a
    assert side.stack is not None
    if min(side.page.size) < 2 * stride:
        return
    exact = Side(stacked(side.stack), side.stack)
    thin = exact.thin(stride)
    assert thin.stack is not None
    assert same(stacked(thin.stack), thin.page)


@pytest.mark.parametrize("shade", [0, 255])
def test_what_is_as_dark_or_bright_as_can_be_stays_so_where_its_edges_are_rounded(shade: int) -> None:
    """Colours and opacity of what is turned and scaled are rounded apart: their sum may leave the range."""
    ground = from_rgb(np.full((90, 160, 3), shade, np.uint8))
    random = np.random.default_rng(1)

    def side(place: int, wide: int, high: int, angle: float) -> Side:
        rgba = np.full((high, wide, 4), shade, np.uint8)
        rgba[..., 3] = alpha_of("ramp", high, wide, random)
        stack = Stack(ground, (layer(1, "shape", rgba, place, 20, angle),))
        return Side(stacked(stack), stack)

    how = How(pairs=(Pair(1, 1, "id"),))
    drawn = change(side(10, 40, 30, 0), side(70, 61, 47, 30), Asked(Level.MOVE, "dissolve", 12, how))
    for index in range(12):
        y = drawn.picture(index).y
        assert 16 <= int(y.min()) <= int(y.max()) <= 235, index
