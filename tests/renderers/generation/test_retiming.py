"""A model's pictures become as many as a change has, between pinned ends, and are kept to the bit."""

from __future__ import annotations

import numpy as np
import pytest

from renderers.generation import film
from renderers.generation.job import Picture
from renderers.generation.retiming import met, pinned, retimed, sized
from renderers.planes import from_rgb
from tests.renderers.generation.pictures import hills, sea


def ball(x: float) -> Picture:
    """A soft ball on a grey ground, `x` pixels from the left."""
    down, across = np.mgrid[0:96, 0:128]
    height = np.exp(-((across - x) ** 2 + (down - 48) ** 2) / 200)
    return np.repeat((60 + 180 * height)[..., None], 3, axis=2).astype(np.uint8)


def centre(picture: Picture) -> float:
    light = picture[..., 0].astype(float) - 60
    return float((light * np.arange(light.shape[1])).sum() / light.sum())


def test_pictures_between_two_are_where_things_are_then() -> None:
    frames = retimed([ball(40), ball(48), ball(56)], 9)
    assert len(frames) == 9
    assert [centre(frame) for frame in frames] == pytest.approx([40 + 2 * step for step in range(9)], abs=0.6)
    assert min(int(frame.max()) for frame in frames) > 225, "a blend of two balls would be darker"


def test_fewer_pictures_are_chosen_and_none_is_blended_where_one_fits() -> None:
    made = [ball(20 + 8 * step) for step in range(9)]
    chosen = retimed(made, 5)
    assert all(np.array_equal(a, b) for a, b in zip(chosen, made[::2], strict=True))


def test_ends_are_exact_and_what_is_beside_them_leans_towards_them() -> None:
    flat = [np.full((8, 8, 3), 100, np.uint8)] * 12
    first, last = np.zeros((8, 8, 3), np.uint8), np.full((8, 8, 3), 200, np.uint8)
    levels = [int(frame[0, 0, 0]) for frame in pinned(flat, first, last)]
    assert levels == [0, 25, 50, 75, 100, 100, 100, 100, 125, 150, 175, 200]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_handful_of_pictures_is_pinned_too(count: int) -> None:
    out = pinned([hills()] * count, hills(), sea())
    assert np.array_equal(out[0], hills())
    assert np.array_equal(out[-1], sea())
    assert len(out) == count


def test_two_motions_meet_in_the_middle() -> None:
    dark, light = [np.zeros((4, 4, 3), np.uint8)] * 13, [np.full((4, 4, 3), 200, np.uint8)] * 13
    levels = [int(frame[0, 0, 0]) for frame in met(dark, light)]
    assert levels[:5] == [0] * 5
    assert levels[8:] == [200] * 5
    assert levels == sorted(levels)


def test_a_size_of_its_own_is_kept_to_the_bit() -> None:
    assert sized(hills(), (64, 64)) is not None
    assert np.array_equal(sized(hills(), (64, 64)), hills())
    assert sized(hills(), (30, 20)).shape == (20, 30, 3)


def test_frames_are_kept_without_loss_and_smaller() -> None:
    moving = [from_rgb(np.roll(hills(128, 96), step, axis=1)) for step in range(12)]
    blobs = film.pack(moving)
    assert sum(map(len, blobs)) < 0.6 * 12 * 128 * 96 * 1.5
    for kept, given in zip(film.unpack(blobs), moving, strict=True):
        assert all(map(np.array_equal, kept.planes, given.planes))


def test_frames_narrower_than_a_line_of_the_coder_are_kept_too() -> None:
    odd = [from_rgb(hills(38, 22)), from_rgb(sea(38, 22))]
    assert [frame.size for frame in film.unpack(film.pack(odd))] == [(38, 22)] * 2
    assert all(map(np.array_equal, film.unpack(film.pack(odd))[1].planes, odd[1].planes))
