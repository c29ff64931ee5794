"""Hold: what both slides share does not flicker, and two texts never lie over each other."""

from __future__ import annotations

import itertools

import cv2
import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from renderers.measure.zones import common
from renderers.transitions.hold import empty, fill
from studio.lecture import Level
from tests.fakes import Picture, changing, planes, written

FRAMES = 15
INK = 60
"""Levels of luma by which ink stands out from its ground before the eye reads it (of 219)."""

FAINT = 20
"""Levels of luma that nobody reads: a tenth of black on white."""


def drawn(a: Picture, b: Picture) -> list[torch.Tensor]:
    """Luma of every frame of a hold; the first is the slide before."""
    hold = changing(planes(a), planes(b), Level.HOLD, "dissolve", "left", FRAMES)
    return [hold.picture(index).y.int() for index in range(FRAMES)]


def ink(page: Picture, ground: Picture, least: int = INK) -> torch.Tensor:
    """(H, W) bool: where a text stands on its page."""
    return (planes(ground).y.int() - planes(page).y.int()).abs() > least


def page(ground: str) -> Picture:
    """A page without text: plain, shaded, or with a picture beside."""
    empty = np.full((72, 128, 3), 250, np.uint8)
    if ground == "shaded":
        empty[:] = np.linspace(200, 250, 128).astype(np.uint8)[None, :, None]
    if ground == "pictured":
        empty[:, 100:] = np.random.default_rng(3).integers(0, 256, (72, 28, 3), np.uint8)
    return empty


def with_text(ground: Picture, text: str, at: tuple[int, int]) -> Picture:
    mask = written(text, at=at).min(axis=2)
    shade = (mask.astype(float) / 250)[..., None]
    return np.round(ground * shade).clip(0, 255).astype(np.uint8)


@pytest.mark.parametrize("ground", ["plain", "shaded", "pictured"])
@pytest.mark.parametrize(
    ("one", "other", "at"),
    [
        ("Rain", "Snow", (8, 40)),
        ("Rain falls", "Ice", (8, 40)),
        ("i", "MMMMMM", (14, 46)),
        ("MMMMMM", "i", (14, 46)),
        ("Rain", "Rain", (8, 44)),
    ],
)
def test_two_texts_are_never_seen_at_once(ground: str, one: str, other: str, at: tuple[int, int]) -> None:
    empty = page(ground)
    a, b = with_text(empty, one, (8, 40)), with_text(empty, other, at)
    base = planes(empty).y.int()
    only_a = ink(a, empty) & ~ink(b, empty, 2)
    only_b = ink(b, empty) & ~ink(a, empty, 2)
    assert int(only_a.sum()) > 3
    assert int(only_b.sum()) > 3
    for frame in drawn(a, b):
        seen = (base - frame).abs()
        visible = [float(seen[where].float().mean()) for where in (only_a, only_b)]
        assert min(visible) < FAINT, f"both texts are seen: {visible}"


def test_a_line_of_words_does_not_vanish_at_a_stroke_beside_a_large_picture_that_comes() -> None:
    bare = np.full((180, 320, 3), 250, np.uint8)
    one = written("Rain", width=320, height=180)
    other = bare.copy()
    other[60:, 60:] = np.random.default_rng(5).integers(0, 120, (120, 260, 3), np.uint8)
    where = ink(one, bare)
    seen = [float((planes(bare).y.int() - frame).abs()[where].float().mean()) for frame in drawn(one, other)]
    assert sum(seen[0] * 0.1 < each < seen[0] * 0.95 for each in seen) >= 3


def test_a_page_number_gives_way_to_the_next_even_beside_a_large_picture_that_comes() -> None:
    def numbered(number: str, picture: bool) -> Picture:
        sheet = np.full((180, 320, 3), 250, np.uint8)
        if picture:
            sheet[:, 20:190] = 10
        cv2.putText(sheet, number, (300, 170), cv2.FONT_HERSHEY_SIMPLEX, 0.35, (20, 20, 20), 1, cv2.LINE_AA)
        return sheet

    empty, three, four = numbered("", False), numbered("3", False), numbered("4", False)
    only_three, only_four = ink(three, empty) & ~ink(four, empty, 2), ink(four, empty) & ~ink(three, empty, 2)
    for frame in drawn(three, numbered("4", True)):
        seen = (planes(empty).y.int() - frame).abs()
        visible = [float(seen[where].float().mean()) for where in (only_three, only_four)]
        assert min(visible) < FAINT, f"both numbers are seen: {visible}"


@pytest.mark.parametrize("ground", ["plain", "shaded", "pictured"])
def test_what_both_slides_share_stays_within_one_level(ground: str) -> None:
    a, b = (with_text(page(ground), text, (8, 40)) for text in ("Rain", "Snow"))
    first, last = planes(a).y.int(), planes(b).y.int()
    changed = torch.nn.functional.max_pool2d((first != last).float()[None, None], 5, 1, 2)[0, 0] > 0
    assert float(changed.float().mean()) < 0.5
    for frame in drawn(a, b):
        assert int((frame - first).abs()[~changed].max()) <= 1


def test_a_line_that_is_added_fades_in_alone_over_the_whole_time() -> None:
    a = written("Rain", at=(8, 24))
    b = np.minimum(a, written("Snow", at=(8, 60)))
    frames = drawn(a, b)
    new = ink(b, a)
    levels = [float(frame[new].float().mean()) for frame in frames]
    assert all(after < before for before, after in itertools.pairwise(levels)), "darker every frame"
    assert torch.equal(frames[8][:30], frames[0][:30]), "the line above stands still"


def test_what_leaves_is_gone_before_the_rest_comes() -> None:
    a, b = written("Rain", at=(8, 24)), written("Snow", at=(8, 60))
    frames = drawn(a, b)
    top, low = ink(a, page("plain")), ink(b, page("plain"))
    gone = next(n for n, frame in enumerate(frames) if float(frame[top].float().mean()) > 225)
    come = next(n for n, frame in enumerate(frames) if float(frame[low].float().mean()) < 210)
    assert 0 < gone <= come < FRAMES


def lined(words: str, at: tuple[float, float]) -> Picture:
    """A page of 540 rows with a line of text whose place may be a fraction of a pixel."""
    large = cv2.putText(
        np.full((400, 1600), 255, np.uint8),
        words,
        (40, 200),
        cv2.FONT_HERSHEY_SIMPLEX,
        2.4,
        0,
        8,
        cv2.LINE_AA,
    )
    way = np.array([[0.25, 0, at[0]], [0, 0.25, at[1]]])
    small = cv2.warpAffine(
        cv2.blur(large, (4, 4)), way, (960, 540), flags=cv2.INTER_LINEAR, borderValue=(255.0,)
    )
    return np.repeat((small * 0.9 + 20).astype(np.uint8)[..., None], 3, axis=2)


@pytest.mark.parametrize("way", [(0.25, 0), (1, 0), (1.5, 0.75), (-3, 2)])
def test_words_that_stand_a_few_pixels_aside_do_not_blink(way: tuple[float, float]) -> None:
    a, b = lined("Water boils", (100, 100)), lined("Water boils", (100 + way[0], 100 + way[1]))
    inked = [float((frame[0, 0] - frame).sum()) for frame in drawn(a, b)]
    assert min(inked) > 0.97 * inked[0], "as much ink as before"


def test_a_number_that_changes_in_a_line_a_pixel_aside_gives_way_to_the_next() -> None:
    a, b = lined("Step 3 of 9", (100, 100)), lined("Step 8 of 9", (101, 100))
    inked = [float((frame[0, 0] - frame).sum()) for frame in drawn(a, b)]
    assert min(inked) < 0.5 * inked[0], "never both at once"


def test_a_hidden_picture_is_filled_from_its_surroundings() -> None:
    plane = torch.tensor(np.tile(np.linspace(100, 164, 64).astype(np.uint8), (32, 1)))
    unknown = torch.zeros(32, 64, dtype=torch.bool)
    unknown[8:24, 20:44] = True
    spoilt = plane.clone()
    spoilt[unknown] = 0
    filled = fill(spoilt, unknown)
    assert torch.equal(filled[~unknown], plane[~unknown])
    assert int((filled.int() - plane.int()).abs().max()) <= 16, "about the shade of what stands around"


@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**32 - 1), st.floats(0, 1))
def test_what_is_filled_lies_between_what_is_known(rows: int, columns: int, seed: int, share: float) -> None:
    random = np.random.default_rng(seed)
    plane = torch.tensor(random.integers(90, 160, (rows, columns), np.uint8))
    unknown = torch.tensor(random.random((rows, columns)) < share)
    filled = fill(plane, unknown)
    assert torch.equal(filled[~unknown], plane[~unknown])
    assert filled.min() >= 90
    assert filled.max() <= 160


@pytest.mark.parametrize("shape", [(2, 64), (64, 2), (1, 9), (9, 1), (6, 400)])
def test_narrow_pictures_are_filled_too(shape: tuple[int, int]) -> None:
    plane = torch.full(shape, 120, dtype=torch.uint8)
    unknown = torch.zeros(shape, dtype=torch.bool)
    unknown.view(-1)[: unknown.numel() * 2 // 3] = True
    assert fill(plane, unknown).unique().tolist() == [120]


GREEN, BLUE, WHITE = (80, 160, 90), (70, 120, 200), (255, 255, 255)


def things(*boxes: tuple[tuple[int, int, int, int], tuple[int, int, int]]) -> Picture:
    """A page with filled boxes (left, top, right, bottom), one over the other."""
    made = np.full((180, 320, 3), 250, np.uint8)
    for (left, top, right, bottom), colour in boxes:
        made[top:bottom, left:right] = colour
    return made


def between(a: Picture, b: Picture) -> Picture:
    """The page when what leaves has left and nothing has come: the frame nearest to a page without either."""
    from renderers.planes import to_rgb

    hold = changing(planes(a), planes(b), Level.HOLD, "dissolve", "left", 400)
    empty = things()
    found = (to_rgb(hold.picture(index)) for index in range(0, 400, 4))
    return min(found, key=lambda page: int(np.abs(page.astype(int) - empty).sum()))


def test_a_thing_half_over_its_old_place_leaves_no_piece_of_itself_behind() -> None:
    seen = between(things(((60, 60, 140, 120), BLUE)), things(((100, 90, 180, 150), BLUE)))
    assert int(np.abs(seen.astype(int) - 250).max()) < FAINT


def test_a_box_stays_when_all_of_its_words_are_others() -> None:
    frame = ((20, 60, 300, 150), BLUE)
    a, b = (
        np.minimum(things(frame), written(words, at=(40, 110), width=320, height=180))
        for words in ("Rain", "Snow")
    )
    for frame_ in drawn(a, b):
        assert int((frame_ - drawn(a, b)[0]).abs()[64:72, 24:296].max()) <= 1


def shown(one: Picture, other: Picture, count: int = 40) -> list[torch.Tensor]:
    hold = changing(planes(one), planes(other), Level.HOLD, "dissolve", "left", count)
    return [hold.picture(index).y.int() for index in range(count)]


def test_what_leaves_a_coloured_panel_bares_the_panel_not_a_smear_of_the_arrow_beside_it() -> None:
    panel, arrow = ((60, 20, 260, 160), (190, 170, 215)), ((150, 70, 240, 110), (20, 60, 20))
    file, elsewhere = ((100, 50, 160, 130), WHITE), ((20, 30, 50, 60), GREEN)
    one, other = things(panel, file, arrow), things(panel, arrow, elsewhere)
    where = (slice(75, 105), slice(125, 146))
    bare, before = (planes(each).y.int()[where] for each in (other, one))
    for frame in shown(one, other):
        darkest = torch.minimum(bare, before)
        assert int((darkest - frame[where]).max()) <= 2, (
            "darker than the file and the panel: the arrow shows there"
        )


def test_the_edge_of_two_panels_stands_sharp_where_an_arrow_comes_over_it() -> None:
    panels = (((20, 20, 150, 160), (250, 230, 120)), ((150, 20, 290, 160), (120, 60, 60)))
    sign, arrow = ((30, 30, 60, 60), GREEN), ((90, 80, 220, 130), BLUE)
    one, other = things(*panels, sign), things(*panels, arrow)
    where = (slice(100, 110), slice(125, 144))  # left of the edge, below the arrow
    plain, covered = (planes(each).y.int()[where] for each in (one, other))
    low = torch.minimum(plain, covered)
    assert int(plain.min()) == int(plain.max())
    for frame in shown(one, other):
        seen = frame[where]
        assert int(seen.max() - seen.min()) <= 2, (
            "one shade: nothing of the panel beside runs out into this one"
        )
        assert int((low - seen).max()) <= 2


def test_a_dark_title_bar_throws_no_shadow_on_the_ground_below_it() -> None:
    bar, pictures = (
        ((0, 0, 320, 40), (10, 50, 90)),
        np.random.default_rng(8).integers(225, 250, (2, 90, 200, 3)),
    )
    one, other = things(bar), things(bar)
    for slide, picture in zip((one, other), pictures, strict=True):
        slide[50:140, 30:230] = picture
    a, b = planes(one), planes(other)
    between = empty(a, b, common(a, b)).y[52:138, 32:228].int()
    page = int(a.y[170, 300])
    assert int((between - page).abs().max()) <= 20, (
        "where both pictures are away the page is seen, not the bar"
    )
