"""Every gate has a change that must fail it, or it would be no gate."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from renderers.measure.gates import Scores, misses, score
from renderers.measure.regions import shared_core, shared_regions
from renderers.planes import Planes
from renderers.transitions import WAYS, ease
from renderers.transitions.how import How
from studio.lecture import Level
from tests.fakes import changing, planes, written

N = 16


def pair() -> tuple[Planes, Planes]:
    """Two slides of one template: a shared picture at the right, another line of text."""
    shared = np.random.default_rng(7).integers(0, 256, (72, 40, 3), np.uint8)
    pages = []
    for text in ("Rain falls", "Snow lies"):
        page = written(text)
        page[:, 88:] = shared
        pages.append(planes(page))
    return pages[0], pages[1]


def frames_of(way: str) -> tuple[list[Planes], Planes]:
    """F_0 .. F_N of a way of changing, and the second slide."""
    a, b = pair()
    if way == "cut":
        return [a, *[b] * N], b
    at = WAYS[way](a, b, How())
    return [at(ease(n / N)) for n in range(N + 1)], b


def scored(way: str) -> Scores:
    return score(*frames_of(way))


@pytest.mark.parametrize("way", [*WAYS])
def test_every_way_keeps_the_promise_of_level_one_between_whole_pictures(way: str) -> None:
    random = np.random.default_rng(3)
    a, b = (planes(random.integers(0, 256, (72, 128, 3), np.uint8)) for _ in range(2))
    at = WAYS[way](a, b, How())
    found = score([at(ease(n / N)) for n in range(N + 1)], b)
    assert misses(Level.WHOLE, found) == ()
    assert 1 / (N + 1) <= found.step_share <= 3 / (N - 1)


def test_a_hold_keeps_the_promise_of_level_two() -> None:
    found = scored("hold")
    assert misses(Level.HOLD, found) == ()
    assert found.static_error <= 1
    assert found.shared > 0.4


def test_slides_whose_common_ground_differs_by_a_trifle_can_be_held() -> None:
    """The same gradient, drawn twice, is off by a level or two: nobody sees that, and no change can mend it."""
    a, b = pair()
    b = Planes((b.y.short() + 2).clamp(16, 235).to(torch.uint8), b.u, b.v)
    hold = changing(a, b, Level.HOLD, "dissolve", "left", N)
    frames = [hold.picture(n) for n in range(-1, N)]
    assert score(frames, b).static_error == 0
    assert misses(Level.HOLD, score(frames, b)) == ()
    frames[5] = frames[5].map(lambda plane: plane + 4)
    assert score(frames, b).static_error > 1


def test_a_cut_jumps() -> None:
    found = scored("cut")
    assert found.step_share == 1
    assert misses(Level.WHOLE, found) == ("the picture jumps: one step makes 100% of the change",)
    assert misses(Level.CUT, found) == ()


def test_a_jump_in_the_middle_of_a_smooth_change_is_found() -> None:
    frames, b = frames_of("dissolve")
    del frames[5:12]
    assert "jumps" in misses(Level.WHOLE, score(frames, b))[0]


@pytest.mark.parametrize("way", ["push", "cover", "dip"])
def test_what_moves_or_hides_all_cannot_pass_for_a_hold(way: str) -> None:
    found = scored(way)
    assert found.static_error > 1
    assert any("what both slides share moved" in sentence for sentence in misses(Level.HOLD, found))


def test_a_change_that_ends_on_another_picture_is_found() -> None:
    frames, b = frames_of("dissolve")
    almost = b.map(torch.clone)
    almost.v[3, 3] += 1
    found = score([*frames[:-1], almost], b)
    assert not found.ends_exact
    for level in (Level.CUT, Level.WHOLE, Level.HOLD):
        assert "the last frame is not the slide itself" in misses(level, found)


def test_two_slides_that_share_little_are_nothing_to_hold() -> None:
    random = np.random.default_rng(1)
    a, b = (planes(random.integers(0, 256, (72, 128, 3), np.uint8)) for _ in range(2))
    hold = changing(a, b, Level.HOLD, "dissolve", "left", N)
    found = score([hold.picture(n) for n in range(-1, N)], b)
    assert found.shared < 0.01
    assert any("too little to hold" in sentence for sentence in misses(Level.HOLD, found))


def test_slides_that_are_equal_have_no_steps() -> None:
    a, _ = pair()
    found = score([a] * (N + 1), a)
    assert (found.step_share, found.path_ratio, found.static_error, found.shared) == (0, 1, 0, 1)
    assert misses(Level.HOLD, found) == ()


def test_the_straight_way_has_a_path_ratio_of_one_and_a_detour_more() -> None:
    assert scored("dissolve").path_ratio == pytest.approx(1, abs=0.1)
    assert scored("dip").path_ratio > 2


def test_figures_of_all_ways() -> None:
    """The table of COHERENCE.md, in the order that a reader would expect."""
    table = {way: scored(way) for way in ("cut", *WAYS)}
    for way, found in table.items():
        print(
            f"{way:9} step {found.step_share:.3f}  path {found.path_ratio:6.2f}  static {found.static_error:6.2f}"
        )
    assert max(table, key=lambda way: table[way].step_share) == "cut"
    assert max(table, key=lambda way: table[way].static_error) in ("push", "cover", "dip")
    still = {way for way, found in table.items() if found.static_error <= 1}
    assert still == {"cut", "dissolve", "hold", "wipe"}


def test_shared_regions_hold_no_pixels_that_agree_by_chance() -> None:
    random = np.random.default_rng(2)
    one, other = (random.integers(0, 8, (72, 128, 3), np.uint8) * 30 for _ in range(2))
    one[:30], other[:30] = 200, 200
    a, b = planes(one), planes(other)
    regions, core = shared_regions(a, b), shared_core(a, b)
    assert bool(regions[:28].all())
    assert not bool(regions[32:].any())
    assert bool((core & ~regions).any()) is False


def test_a_difference_in_colour_alone_is_a_difference() -> None:
    one = np.full((72, 128, 3), 128, np.uint8)
    other = one.copy()
    other[20:50, 20:50] = (128 + 47, 128 - 13, 128 - 12)  # luma stays within a level
    a, b = planes(one), planes(other)
    assert int((a.y.int() - b.y.int()).abs().max()) <= 2
    assert not bool(shared_regions(a, b)[22:48, 22:48].any())
