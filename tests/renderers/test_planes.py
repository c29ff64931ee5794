"""Pictures as the encoder wants them: BT.709, limited range, there and back."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from renderers.planes import blend, from_rgb, mix, to_rgb, uniform


def flat(red: int, green: int, blue: int) -> np.ndarray:
    return np.full((4, 6, 3), (red, green, blue), np.uint8)


@pytest.mark.parametrize(
    ("rgb", "yuv"),
    [
        ((255, 255, 255), (235, 128, 128)),
        ((0, 0, 0), (16, 128, 128)),
        ((255, 0, 0), (63, 102, 240)),
        ((0, 255, 0), (173, 42, 26)),
        ((0, 0, 255), (32, 240, 118)),
        ((128, 128, 128), (126, 128, 128)),
    ],
)
def test_colours_have_the_values_of_bt709(rgb: tuple[int, int, int], yuv: tuple[int, int, int]) -> None:
    planes = from_rgb(flat(*rgb))
    assert tuple(int(plane.unique().item()) for plane in planes.planes) == yuv


LEVEL = st.integers(0, 255)


@given(LEVEL, LEVEL, LEVEL)
def test_a_colour_comes_back_within_two_levels(red: int, green: int, blue: int) -> None:
    picture = flat(red, green, blue)
    there_and_back = to_rgb(from_rgb(picture)).astype(int)
    assert np.abs(there_and_back - picture).max() <= 2


@given(st.integers(1, 20), st.integers(1, 20), st.integers(0, 2**32 - 1))
def test_any_picture_stays_in_limited_range_and_keeps_its_size(rows: int, columns: int, seed: int) -> None:
    picture = np.random.default_rng(seed).integers(0, 256, (2 * rows, 2 * columns, 3), np.uint8)
    planes = from_rgb(picture)
    assert planes.size == (2 * columns, 2 * rows)
    assert planes.u.shape == planes.v.shape == (rows, columns)
    assert 16 <= int(planes.y.min()) <= int(planes.y.max()) <= 235
    for chroma in (planes.u, planes.v):
        assert 16 <= int(chroma.min()) <= int(chroma.max()) <= 240
    assert to_rgb(planes).shape == picture.shape


def test_chroma_is_the_mean_of_four_pixels_and_luma_is_each_ones_own() -> None:
    picture = np.zeros((2, 2, 3), np.uint8)
    picture[0, 0] = (255, 255, 255)
    planes = from_rgb(picture)
    assert planes.y.tolist() == [[235, 16], [16, 16]]
    assert planes.u.tolist() == planes.v.tolist() == [[128]]
    picture[0, 0] = (255, 0, 0)
    assert from_rgb(picture).v.tolist() == [[156]]  # 128 + 112 / 4


def test_pictures_that_are_views_of_others_are_taken_as_they_look() -> None:
    picture = np.random.default_rng(1).integers(0, 256, (8, 8, 3), np.uint8)
    turned = picture[::-1, :, ::-1]
    assert from_rgb(turned).y.equal(from_rgb(np.ascontiguousarray(turned)).y)


@given(st.integers(0, 2**32 - 1), st.floats(0, 1))
def test_blending_is_exact_at_both_ends_and_between_its_pictures(seed: int, share: float) -> None:
    random = np.random.default_rng(seed)
    a, b = (from_rgb(random.integers(0, 256, (4, 6, 3), np.uint8)) for _ in range(2))
    at = blend(a, b)
    first, between, last = at(0.0), at(share), at(1.0)
    for p, q, start, some, end in zip(
        a.planes, b.planes, first.planes, between.planes, last.planes, strict=True
    ):
        assert start.equal(p)
        assert end.equal(q)
        exact = p.double() + share * (q.double() - p.double())
        assert float((some.double() - exact).abs().max()) <= 0.51, "rounded to the nearest level"


def test_a_wiped_plane_is_exact_where_the_share_is_nought_or_one() -> None:
    a, b = torch.tensor([[16, 20, 30]], dtype=torch.uint8), torch.tensor([[235, 235, 31]], dtype=torch.uint8)
    assert mix(a, b, torch.tensor([[0.0, 1.0, 1.0]])).tolist() == [[16, 235, 31]]


def test_a_uniform_picture_has_the_size_of_the_other() -> None:
    ground = uniform(from_rgb(flat(1, 2, 3)), 16, 128, 240)
    assert ground.size == (6, 4)
    assert [int(plane.unique().item()) for plane in ground.planes] == [16, 128, 240]


def test_a_page_taller_than_what_is_turned_at_once_has_no_seams() -> None:
    picture = np.random.default_rng(2).integers(0, 256, (150, 6, 3), np.uint8)
    weights = np.array([0.2126, 0.7152, 0.0722])  # BT.709
    luma = picture @ weights / 255
    blue = ((picture[..., 2] / 255 - luma) / 1.8556).reshape(75, 2, 3, 2).mean((1, 3))
    red = ((picture[..., 0] / 255 - luma) / 1.5748).reshape(75, 2, 3, 2).mean((1, 3))
    for plane, exact in zip(
        from_rgb(picture).planes, (16 + 219 * luma, 128 + 224 * blue, 128 + 224 * red), strict=True
    ):
        assert np.abs(plane.numpy() - exact.clip(16, 240)).max() < 0.501
