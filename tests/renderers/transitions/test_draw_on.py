"""Draw-on: what is new comes in stroke by stroke, once, and what stays is not touched."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from renderers.layers.stack import Layer, Stack, stacked
from renderers.measure.gates import misses, score
from renderers.planes import Planes, from_rgb
from renderers.transitions import change
from renderers.transitions.draw_on import drawn_in_turn, drawn_on
from renderers.transitions.how import Asked, How, Side
from studio.lecture import Level, ObjectKind
from studio.matching import Pair
from tests.renderers.layers.painted import box, layer, line, photograph, words

KINDS: tuple[ObjectKind, ...] = ("text", "picture", "shape", "line", "graphic", "group")
MOMENTS = [index / 40 for index in range(41)]
SIDES = st.integers(1, 16).map(lambda half: 2 * half)


def ground(width: int = 640, height: int = 360) -> Planes:
    light = np.linspace(250, 230, height).astype(np.uint8)
    page = np.repeat(np.repeat(light[:, None, None], width, 1), 3, 2)
    page[:40] = (30, 60, 110)
    return from_rgb(page)


def side(*layers: Layer, objects: bool = True) -> Side:
    stack = Stack(ground(), layers)
    return Side(stacked(stack), stack if objects else None)


def drawn(a: Side, b: Side, frames: int = 15, level: Level = Level.HOLD, **how: object) -> list[Planes]:
    """All pictures of the change, the slide before first."""
    asked = Asked(level, "dissolve", frames, How(arrive="draw", **how))  # pyright: ignore[reportArgumentType]
    changing = change(a, b, asked)
    return [changing.picture(index) for index in range(-1, frames)]


def same(one: Planes, other: Planes) -> bool:
    return all(torch.equal(p, q) for p, q in zip(one.planes, other.planes, strict=True))


def random_layer(seed: int, width: int, height: int, kind: ObjectKind, gaps: float) -> Layer:
    random = np.random.default_rng(seed)
    rgba = random.integers(0, 256, (height, width, 4), np.uint8)
    rgba[random.random((height, width)) < gaps, 3] = 0
    return layer(
        rgba, kind, number=seed, left=2 * int(random.integers(-4, 8)), top=2 * int(random.integers(-4, 8))
    )


@given(SIDES, SIDES, st.sampled_from(KINDS), st.integers(0, 2**32 - 1), st.floats(0, 1))
def test_no_pixel_of_any_layer_ever_goes_back(
    width: int, height: int, kind: ObjectKind, seed: int, gaps: float
) -> None:
    one = random_layer(seed, width, height, kind, gaps)
    at = drawn_on(one)
    assert not at(0.0)[0].any()
    assert all(torch.equal(p, q) for p, q in zip(at(1.0), (one.luma, one.chroma), strict=True))
    looks = [at(t) for t in MOMENTS]
    for before, behind in pairwise(looks):
        assert all(bool((p <= q).all()) for p, q in zip(before, behind, strict=True))


def test_one_object_is_drawn_after_the_other(qapp: QApplication) -> None:
    first, second = layer(words("Rain"), "text", number=1), layer(box(filled=True), number=2)
    one, other = drawn_in_turn((first, second))
    assert not any(other(t)[0].any() and not torch.equal(one(t + 0.05)[0], first.luma) for t in MOMENTS)


def test_of_a_line_the_far_end_is_not_there_at_half_time(qapp: QApplication) -> None:
    half = drawn_on(layer(line((20, 50), (380, 50)), "line"))(0.5)[0][..., 1]
    assert half[:, 20:180].any()
    assert not half[:, 215:].any()


@pytest.mark.parametrize("objects", [True, False], ids=["objects", "pages"])
def test_an_added_line_is_drawn_and_all_else_stands(qapp: QApplication, objects: bool) -> None:
    text = "The sun warms the sea\nWater rises\nIt cools"
    a, b = (
        side(layer(words(each, height=180, pixels=30), "text", number=2, left=20, top=80), objects=objects)
        for each in (text.rsplit("\n", 1)[0], text)
    )
    frames = drawn(a, b)
    assert same(frames[0], a.page)
    assert same(frames[-1], b.page)
    differs = (a.page.y.int() - b.page.y.int()).abs() > 2
    for frame in frames:
        assert int((frame.y.int() - b.page.y.int())[~differs].abs().max()) <= 2
    for one, other in pairwise(frames):
        assert bool((one.y >= other.y).all()), "dark letters on light paper: nothing that was drawn goes"
    begun = frames[7].y < a.page.y - 40
    assert begun[:, :120].any()
    assert not begun[:, 140:].any(), "at half time its end is not there"


def test_lines_of_text_come_evenly(qapp: QApplication) -> None:
    long = "\n".join(
        ["Water rises as vapour", "It cools and makes clouds", "Clouds let it rain", "Rain fills the sea"]
    )
    a, b = side(), side(layer(words(long, height=240, pixels=30), "text", left=20, top=60))
    frames = drawn(a, b, 18)
    scores = score(frames, b.page)
    assert not misses(Level.HOLD, scores)
    assert scores.path_ratio < 1.02, "nothing is shown that goes again"


@pytest.mark.parametrize("objects", [True, False], ids=["objects", "pages"])
def test_what_leaves_is_gone_before_anything_is_drawn(qapp: QApplication, objects: bool) -> None:
    a = side(layer(words("The sun", height=80), "text", number=1, left=20, top=80), objects=objects)
    b = side(layer(words("A cloud", height=80), "text", number=2, left=20, top=80), objects=objects)
    frames = drawn(a, b)
    assert not misses(Level.HOLD, score(frames, b.page))
    paper = ground()
    old, new = (page.y.int() < paper.y.int() - 60 for page in (a.page, b.page))
    only_old, only_new = old & ~new, new & ~old
    for frame in frames:
        ink = paper.y.int() - frame.y.int()
        assert not (ink[only_old].float().mean() > 12 and ink[only_new].float().mean() > 12)


def test_a_few_words_leave_before_a_photograph_comes_in_their_place(qapp: QApplication) -> None:
    few = layer(words("Rain", width=100, height=60, pixels=24), "text", number=1, left=450, top=130)
    photo = layer(photograph(500, 220), "picture", number=2, left=60, top=80)
    a, b = side(few), side(photo)
    frames = drawn(a, b)
    begun = next(f for f in frames if bool(((f.y.int() - a.page.y.int()).abs()[100:280, 64:100] > 20).any()))
    ink = (ground().y.int() - a.page.y.int()) > 60
    assert int((ground().y.int() - begun.y.int())[ink].max()) < 20


def test_an_arrow_over_a_photograph_leaves_the_photograph_alone(qapp: QApplication) -> None:
    photo = layer(photograph(), "picture", number=1, left=100, top=100)
    arrow = layer(line((10, 50), (390, 50)), "line", number=2, left=60, top=140)
    a, b = side(photo), side(photo, arrow)
    frames = drawn(a, b)
    for frame in frames:
        near_a, near_b = ((frame.y.int() - page.y.int()).abs() for page in (a.page, b.page))
        between = (a.page.y.int() - b.page.y.int()).abs()
        assert bool((near_a + near_b <= between + 2).all()), "every pixel is on its way from one to the other"


def test_what_lies_below_is_drawn_before_what_lies_above(qapp: QApplication) -> None:
    card = layer(box(filled=True), number=1, left=100, top=100)
    label = layer(words("Rain", width=160, height=60), "text", number=2, left=150, top=150)
    b = side(card, label)
    only_card = side(card)
    frames = drawn(side(), b)
    over = (b.page.y.int() - only_card.page.y.int()).abs() > 20
    card_done = [bool(((f.y.int() - only_card.page.y.int()).abs()[over] <= 2).all()) for f in frames]
    assert any(card_done), "the card is whole before its label begins"


def test_a_script_from_the_right_is_drawn_from_the_right(qapp: QApplication) -> None:
    hebrew = layer(words("מחזור המים בטבע", height=80), "text", number=7, left=20, top=80)
    a, b = side(), side(hebrew)
    half = drawn(a, b, leftwards=(7,))[8].y < a.page.y - 60
    ink = (b.page.y < a.page.y - 60).nonzero()[:, 1]
    middle = int(ink.float().mean())
    assert half[:, middle + 10 :].sum() > 5 * half[:, : middle - 10].sum()


def test_at_level_3_things_travel_and_what_is_new_is_drawn(qapp: QApplication) -> None:
    here, there = (layer(box(filled=True), number=1, left=left, top=140) for left in (20, 320))
    line_of_words = layer(words("Water rises as vapour", height=80), "text", number=2, left=20, top=50)
    a, b = side(here), side(there, line_of_words)
    pairs = (Pair(1, 1, "id"),)
    frames = drawn(a, b, 24, Level.MOVE, pairs=pairs)
    assert same(frames[0], a.page)
    assert same(frames[-1], b.page)
    paper = ground().y.int()
    text = (paper - b.page.y.int() > 60)[:130]
    columns = text.any(0).nonzero()[:, 0]
    parts = (slice(int(columns.min()), int(columns.min()) + 40), slice(int(columns.max()) - 40, None))

    def shown(frame: Planes) -> list[float]:
        ink = (paper - frame.y.int())[:130] * text
        whole = (paper - b.page.y.int())[:130] * text
        return [float(ink[:, part].sum() / whole[:, part].sum()) for part in parts]

    begin, end = ([shown(frame)[part] for frame in frames] for part in (0, 1))
    assert all(one <= other + 1e-3 for each in (begin, end) for one, other in pairwise(each)), (
        "nothing goes back"
    )
    written = next(index for index, share in enumerate(begin) if share > 0.95)
    assert end[written] < 0.05, "its end is not there when its beginning is done"
    faded = change(a, b, Asked(Level.MOVE, "dissolve", 24, How(pairs=pairs))).picture(written - 1)
    assert abs(shown(faded)[0] - shown(faded)[1]) < 0.1, "a fade shows all of it at once"


def test_what_travels_below_a_thing_that_comes_is_covered_as_far_as_that_is_drawn(qapp: QApplication) -> None:
    here, there = (layer(photograph(120, 100), "picture", number=1, left=left, top=130) for left in (20, 480))
    card = layer(box(filled=True), number=2, left=180, top=100)
    a, b = side(here), side(there, card)
    frames = drawn(a, b, 31, Level.MOVE, pairs=(Pair(1, 1, "id"),))
    outline = (slice(119, 122), slice(330, 400))
    done = [bool(((f.y.int() - b.page.y.int()).abs()[outline] <= 2).all()) for f in frames]
    assert all(done[done.index(True) :]), "what is drawn of the card stays, whatever passes below it"
    assert done.index(True) < len(frames) - 5


@given(
    st.integers(0, 2**32 - 1), st.lists(st.sampled_from(KINDS), max_size=3), st.booleans(), st.floats(0, 1)
)
def test_any_two_slides_begin_and_end_exactly(
    seed: int, kinds: list[ObjectKind], objects: bool, moment: float
) -> None:
    below = Planes(*(plane[:32, :48].contiguous() for plane in ground(64, 48).planes))
    below = Planes(below.y, below.u[:16, :24].contiguous(), below.v[:16, :24].contiguous())
    slides: list[Side] = []
    for number in (0, 10):
        layers = tuple(random_layer(seed + number + i, 24, 16, kind, 0.5) for i, kind in enumerate(kinds))
        stack = Stack(below, layers)
        slides.append(Side(stacked(stack), stack if objects else None))
    a, b = slides
    at = change(a, b, Asked(Level.HOLD, "dissolve", 10, How(arrive="draw"))).at
    assert same(at(0.0), a.page)
    assert same(at(1.0), b.page)
    between = at(moment)
    assert between.size == a.page.size
    assert 16 <= int(between.y.min()) <= int(between.y.max()) <= 235
