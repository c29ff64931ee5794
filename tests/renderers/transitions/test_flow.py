"""Level 4 by optical flow: what two pictures share moves and stays sharp, what they do not share dissolves."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from renderers.transitions.flow import Reshaping, flow
from tests.renderers.photographs import layer, moved, photograph

SIZE = (320, 180)


def luma(inside: Reshaping, t: float, size: tuple[int, int] = SIZE) -> NDArray[np.float32]:
    return inside(t, *size)[0][..., 0].numpy().astype(np.float32)


def detail(page: NDArray[np.float32]) -> float:
    return float((cv2.Sobel(page, -1, 1, 0) ** 2 + cv2.Sobel(page, -1, 0, 1) ** 2).mean())


def test_both_ends_are_the_pictures_themselves() -> None:
    first, second = layer(photograph(1)), layer(moved(photograph(1), 1.3, 20, 5), 2)
    inside = flow(first, second)
    for t, end in ((0.0, first), (1.0, second)):
        drawn = inside(t, *SIZE)
        assert torch.equal(drawn[0], end.luma)
        assert torch.equal(drawn[1], end.chroma)


@pytest.mark.parametrize("t", [0.25, 0.5, 0.75])
def test_a_zoom_and_pan_passes_through_the_pictures_between_as_sharp_as_its_ends(t: float) -> None:
    page = photograph(2)
    inside = flow(layer(page), layer(moved(page, 1.3, 24, -10), 2))
    between = layer(moved(page, 1 + 0.3 * t, 24 * t, -10 * t))
    drawn, wanted = luma(inside, t), between.luma[..., 0].numpy().astype(np.float32)
    dissolved = (1 - t) * luma(inside, 0) + t * luma(inside, 1)
    held = np.abs(drawn - wanted)[20:-20, 40:-40].mean()
    assert held < 0.15 * np.abs(dissolved - wanted)[20:-20, 40:-40].mean()
    assert detail(drawn) > 0.9 * ((1 - t) * detail(luma(inside, 0)) + t * detail(luma(inside, 1)))


def test_what_enters_at_the_edge_comes_from_the_picture_that_shows_it() -> None:
    """Panned by a quarter of the width: no smeared edges, no double picture."""
    wide = photograph(3, 480, 180)
    first, second = wide[:, :320].copy(), wide[:, 80:400].copy()
    drawn = luma(flow(layer(first), layer(second, 2)), 0.5)
    wanted = layer(wide[:, 40:360].copy()).luma[..., 0].numpy().astype(np.float32)
    assert np.abs(drawn - wanted)[:, :36].mean() < 4
    assert np.abs(drawn - wanted)[:, -36:].mean() < 4


def test_what_enters_at_the_edge_has_the_light_of_both() -> None:
    """A pan into a brighter and warmer picture: no rim where only one of the two has something to show."""
    wide = (photograph(3, 480, 180) * 0.85).astype(np.uint8)
    light = np.array([30, 20, 0])

    def part(left: int, share: float) -> NDArray[np.uint8]:
        return (wide[:, left : left + 320] + light * share).astype(np.uint8)

    inside = flow(layer(part(0, 0)), layer(part(80, 1), 2))
    for t in (0.2, 0.5, 0.8):
        drawn, wanted = inside(t, *SIZE), layer(part(round(80 * t), t))
        for edge in (slice(0, 36), slice(-36, None)):
            half = slice(0, 18) if edge.start == 0 else slice(-18, None)
            luma_apart = drawn[0][:, edge, 0].float() - wanted.luma[:, edge, 0].float()
            chroma_apart = drawn[1][:, half, :2].float() - wanted.chroma[:, half, :2].float()
            assert abs(float(luma_apart.mean())) < 2
            assert float(chroma_apart.mean(dim=(0, 1)).abs().max()) < 2


def test_unrelated_pictures_stay_in_place_and_dissolve() -> None:
    inside = flow(layer(photograph(4)), layer(photograph(5), 2))
    drawn = luma(inside, 0.5)
    assert inside.carried < 0.3
    np.testing.assert_allclose(drawn, (luma(inside, 0) + luma(inside, 1)) / 2, atol=1.5)


def test_where_only_a_part_differs_the_rest_stands_still() -> None:
    page = photograph(6)
    other = page.copy()
    other[60:120, 100:180] = photograph(7)[60:120, 100:180]
    inside = flow(layer(page), layer(other, 2))
    for t in (0.2, 0.5, 0.8):
        assert np.abs(luma(inside, t) - luma(inside, 0))[:, 220:].max() <= 2


def test_a_double_picture_is_shorter_than_the_change() -> None:
    inside = flow(layer(photograph(4)), layer(photograph(5), 2))
    assert np.abs(luma(inside, 0.18) - luma(inside, 0)).mean() < 1
    assert np.abs(luma(inside, 0.82) - luma(inside, 1)).mean() < 1


def test_a_brighter_picture_of_the_same_is_followed_too() -> None:
    page = photograph(8)
    brighter = np.clip(moved(page, 1.2, 10, 0) * 0.7 + 70, 0, 255).astype(np.uint8)
    assert flow(layer(page), layer(brighter, 2)).carried > 0.7


def test_pictures_with_transparency_keep_it_and_no_colour_outgrows_it() -> None:
    page, alpha = photograph(9), np.zeros((180, 320), np.uint8)
    cv2.circle(alpha, (160, 90), 70, 255, -1, cv2.LINE_AA)
    inside = flow(layer(page, 1, alpha), layer(moved(page, 1.1), 2, alpha))
    drawn, _ = inside(0.5, *SIZE)
    assert int(drawn[0, 0, 1]) == 0
    assert int(drawn[90, 160, 1]) == 255
    assert bool((drawn[..., 0] <= drawn[..., 1]).all())


@pytest.mark.parametrize("size", [(96, 54), (320, 180), (500, 280), (222, 330)])
def test_any_size_asked_for_is_drawn_at_any_time(size: tuple[int, int]) -> None:
    inside = flow(layer(photograph(1)), layer(photograph(2, 200, 260), 2))
    for t in (0.0, 0.3, 1.0):
        drawn, chroma = inside(t, *size)
        assert drawn.shape == (size[1], size[0], 2)
        assert chroma.shape == (size[1] // 2, size[0] // 2, 3)
        assert drawn.dtype == chroma.dtype == torch.uint8
        assert int(drawn[..., 0].min()) >= 10, "nothing is black"


def test_a_smaller_drawing_is_the_larger_one_made_small() -> None:
    page = photograph(2)
    inside = flow(layer(page), layer(moved(page, 1.3, 24, -10), 2))
    small = cv2.resize(luma(inside, 0.5), (80, 44), interpolation=cv2.INTER_AREA)
    assert np.abs(luma(inside, 0.5, (80, 44)) - small).mean() < 4


def test_the_same_pictures_of_fewer_pixels_go_the_same_way() -> None:
    """The gates look at a change drawn from every n-th pixel: it has to be the one that is shown."""
    page = photograph(2, 640, 360)
    whole = [layer(page), layer(moved(page, 1.2, 30, -10), 2)]
    few = [replace(each, luma=each.luma[::2, ::2], chroma=each.chroma[::2, ::2]) for each in whole]
    inside = flow(whole[0], whole[1])
    thin = inside.of(few[0], few[1])
    assert torch.equal(thin(0.0, *SIZE)[0], few[0].luma)
    wanted = luma(inside, 0.5, (640, 360))[::2, ::2]
    assert np.abs(luma(thin, 0.5) - wanted).mean() < 2
    assert inside.of(whole[0], whole[1]) is inside


@pytest.mark.parametrize("turn", [cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180])
def test_what_is_turned_too_far_to_be_led_there_dissolves(turn: int) -> None:
    page = photograph(2, 240, 240)
    turned = np.asarray(cv2.rotate(page, turn), np.uint8)
    inside = flow(layer(page), layer(turned, 2))
    assert inside.carried < 0.3
    mean = (luma(inside, 0, (240, 240)) + luma(inside, 1, (240, 240))) / 2
    np.testing.assert_allclose(luma(inside, 0.5, (240, 240)), mean, atol=1.5)
