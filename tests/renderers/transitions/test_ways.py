"""Every way of changing: its ends are the slides themselves, and what lies between keeps its promise."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from renderers.measure.gates import score
from renderers.planes import Planes
from renderers.transitions import WAYS, ease
from renderers.transitions.how import How
from studio.lecture import Level
from tests.fakes import changing, planes, written

DIRECTIONS = ("left", "right", "up", "down")
SEEDS = st.integers(0, 2**32 - 1)
SIDES = st.integers(1, 24).map(lambda half: 2 * half)


def noise(width: int, height: int, seed: int) -> Planes:
    return planes(np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8))


def same(one: Planes, other: Planes) -> bool:
    return all(torch.equal(p, q) for p, q in zip(one.planes, other.planes, strict=True))


def apart(one: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
    return (one.int() - other.int()).abs()


@given(st.sampled_from(sorted(WAYS)), st.sampled_from(DIRECTIONS), SIDES, SIDES, SEEDS, st.floats(0, 1))
def test_any_pair_of_slides_changes_from_exactly_one_to_exactly_the_other(
    way: str, direction: str, width: int, height: int, seed: int, moment: float
) -> None:
    a, b = noise(width, height, seed), noise(width, height, seed + 1)
    at = WAYS[way](a, b, How(direction))
    assert same(at(0.0), a)
    assert same(at(1.0), b)
    between = at(moment)
    assert between.size == (width, height)
    for plane, half in zip(between.planes, (1, 2, 2), strict=True):
        assert plane.dtype == torch.uint8
        assert plane.shape == (height // half, width // half)
    assert 16 <= int(between.y.min()) <= int(between.y.max()) <= 235


@given(st.sampled_from(sorted(WAYS)), SEEDS)
def test_two_equal_slides_do_not_change(way: str, seed: int) -> None:
    a = noise(16, 8, seed)
    if way not in ("dip", "push", "cover"):  # these move or hide the picture on purpose
        at = WAYS[way](a, a, How())
        assert all(same(at(t), a) for t in (0.0, 0.3, 0.5, 0.9, 1.0))


@pytest.mark.parametrize("way", sorted(WAYS))
def test_neither_slide_is_touched(way: str) -> None:
    a, b = planes(written("Rain")), planes(written("Snow"))
    before = a.map(torch.clone), b.map(torch.clone)
    at = WAYS[way](a, b, How())
    for t in (0.0, 0.4, 1.0):
        at(t).y.add_(1) if t not in (0.0, 1.0) else at(t)
    assert same(a, before[0])
    assert same(b, before[1])


def test_a_cut_shows_the_two_slides_only() -> None:
    a, b = noise(8, 8, 1), noise(8, 8, 2)
    drawn = changing(a, b, Level.CUT, "dissolve", "left", 5)
    assert same(drawn.picture(-1), a)
    assert all(same(drawn.picture(index), b) for index in range(5))


def test_changes_are_slow_at_both_ends_and_never_fast_between() -> None:
    steps = [ease(n / 100) for n in range(101)]
    assert (steps[0], steps[50], steps[100]) == (0, 0.5, 1)
    sizes = [after - before for before, after in pairwise(steps)]
    assert min(sizes) > 0
    assert max(sizes) <= 1.5 / 100
    assert sizes[0] < max(sizes) / 10


def test_a_dissolve_takes_even_steps() -> None:
    a, b = planes(np.zeros((8, 8, 3), np.uint8)), planes(np.full((8, 8, 3), 255, np.uint8))
    at = WAYS["dissolve"](a, b, How())
    levels = [int(at(n / 20).y[0, 0]) for n in range(21)]
    assert {after - before for before, after in pairwise(levels)} <= {10, 11, 12}  # 219 levels in 20 steps
    assert at(0.5).y.unique().tolist() == [126]  # half-way of 16 and 235, 125.5


def test_a_dip_is_black_in_the_middle() -> None:
    at = WAYS["dip"](noise(8, 8, 1), noise(8, 8, 2), How())
    middle = at(0.5)
    assert [int(plane.unique().item()) for plane in middle.planes] == [16, 128, 128]


def bright_side(picture: Planes) -> str:
    """Where the incoming (white) slide is seen first."""
    luma = picture.y.float()
    rows, columns = luma.mean(1), luma.mean(0)
    if float(rows.max() - rows.min()) > float(columns.max() - columns.min()):
        return "top" if rows[0] > rows[-1] else "bottom"
    return "left" if columns[0] > columns[-1] else "right"


@pytest.mark.parametrize(
    ("direction", "side"), [("left", "right"), ("right", "left"), ("up", "bottom"), ("down", "top")]
)
@pytest.mark.parametrize("way", ["push", "cover", "wipe"])
def test_the_incoming_slide_comes_from_behind_its_direction(way: str, direction: str, side: str) -> None:
    a, b = planes(np.zeros((16, 24, 3), np.uint8)), planes(np.full((16, 24, 3), 255, np.uint8))
    assert bright_side(WAYS[way](a, b, How(direction))(0.3)) == side


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_push_moves_both_slides_together_a_cover_only_the_new_one(direction: str) -> None:
    a, b = noise(24, 16, 3), noise(24, 16, 4)
    how = How(direction)
    axis, side = how.along, a.y.shape[how.along]
    gone = side // 2
    pushed, covered = WAYS["push"](a, b, how)(0.5), WAYS["cover"](a, b, how)(0.5)
    together = torch.cat([a.y, b.y] if how.forward else [b.y, a.y], axis)
    assert torch.equal(pushed.y, together.narrow(axis, gone if how.forward else side - gone, side))
    old = (0, side - gone) if how.forward else (gone, side - gone)
    assert torch.equal(covered.y.narrow(axis, *old), a.y.narrow(axis, *old))
    new = (side - gone, gone) if how.forward else (0, gone)
    assert torch.equal(covered.y.narrow(axis, *new), pushed.y.narrow(axis, *new))


@given(st.sampled_from(["push", "cover"]), st.sampled_from(DIRECTIONS), st.floats(0, 1), SIDES, SIDES)
def test_what_travels_keeps_luma_and_chroma_together(
    way: str, direction: str, moment: float, width: int, height: int
) -> None:
    red, blue = np.zeros((2, height, width, 3), np.uint8)
    red[..., 0], blue[..., 2] = 255, 255
    picture = WAYS[way](planes(red), planes(blue), How(direction))(moment)
    assert torch.equal((picture.y == 63)[::2, ::2], picture.v == 240)


def test_a_wipe_moves_nothing() -> None:
    a, b = noise(32, 16, 5), noise(32, 16, 6)
    picture = WAYS["wipe"](a, b, How("right"))(0.5)
    assert torch.equal(picture.y[:, :10], b.y[:, :10])
    assert torch.equal(picture.y[:, -10:], a.y[:, -10:])


@pytest.mark.parametrize("way", sorted(WAYS))
def test_a_change_is_drawn_where_its_slides_are(way: str) -> None:
    """Whatever a way makes for itself lies beside the slides: nothing else has a place of its own."""
    a, b = noise(64, 36, 5), noise(64, 36, 6)
    wanted = [WAYS[way](a, b, How())(t) for t in (0.0, 0.2, 0.7, 1.0)]
    torch.set_default_device("meta")
    try:
        drawn = [WAYS[way](a, b, How())(t) for t in (0.0, 0.2, 0.7, 1.0)]
        pictures = [a, *drawn]
        score(pictures, b)
    finally:
        torch.set_default_device(None)
    assert all(same(p, q) for p, q in zip(drawn, wanted, strict=True))


@pytest.mark.parametrize("device", ["cuda", "mps", "xpu"])
def test_a_device_draws_what_the_processor_draws(device: str) -> None:
    there = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "xpu": torch.xpu.is_available(),
    }
    if not there[device]:
        pytest.skip(f"there is no {device} here")
    a, b = noise(64, 36, 5), noise(64, 36, 6)
    for way in WAYS.values():
        here, away = way(a, b, How()), way(a.to(device), b.to(device), How())
        for t in (0.0, 0.2, 0.7, 1.0):
            picture = away(t)
            assert picture.y.device.type == device
            near = [
                int(apart(p, q).max()) for p, q in zip(here(t).planes, picture.to("cpu").planes, strict=True)
            ]
            assert max(near) <= (0 if t in (0.0, 1.0) else 1)
