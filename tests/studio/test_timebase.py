"""Exact time: an hour of frames and sound blocks drifts by nothing."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.timebase import (
    BLOCK,
    SAMPLE_RATE,
    FrameRange,
    block_at,
    frames_for,
    nearest_frame,
    round_half_up,
    samples_for,
)

RATES = st.sampled_from([Fraction(24), Fraction(25), Fraction(30), Fraction(30000, 1001), Fraction(60)])
FRAMES = st.integers(0, 10 * 3600 * 60)
MOMENTS = st.fractions(min_value=0, max_value=36_000, max_denominator=48_000)


@given(FRAMES, RATES)
def test_the_sound_of_a_frame_starts_within_half_a_block_of_it_however_late(
    frame: int, rate: Fraction
) -> None:
    exact = Fraction(frame) / rate * SAMPLE_RATE
    assert abs(block_at(frame, rate) * BLOCK - exact) <= 512


@given(st.lists(st.integers(2, 4000), min_size=1, max_size=200), RATES)
def test_blocks_of_scenes_in_a_row_add_up_to_the_blocks_of_the_whole(
    lengths: list[int], rate: Fraction
) -> None:
    starts = [sum(lengths[:count]) for count in range(len(lengths) + 1)]
    blocks = [block_at(start, rate) for start in starts]
    shares = [after - before for before, after in itertools.pairwise(blocks)]
    assert all(share >= 0 for share in shares)
    assert abs(sum(shares) * BLOCK - Fraction(starts[-1]) / rate * SAMPLE_RATE) <= 512


@given(MOMENTS, RATES)
def test_frames_never_end_before_what_they_show(seconds: Fraction, rate: Fraction) -> None:
    frames = frames_for(seconds, rate)
    assert frames / rate >= seconds
    assert frames == 0 or (frames - 1) / rate < seconds
    assert abs(nearest_frame(seconds, rate) / rate - seconds) <= 1 / (2 * rate)
    assert abs(Fraction(samples_for(seconds), SAMPLE_RATE) - seconds) <= Fraction(1, 2 * SAMPLE_RATE)


def test_halves_always_go_up_so_that_no_scene_depends_on_its_neighbours() -> None:
    assert [round_half_up(Fraction(n, 2)) for n in range(6)] == [0, 1, 1, 2, 2, 3]
    assert nearest_frame(Fraction(1, 60), Fraction(30)) == 1


def test_a_range_of_frames_is_half_open() -> None:
    frames = FrameRange(3, 6)
    assert list(filter(frames.__contains__, range(10))) == [3, 4, 5]
    assert len(frames) == 3
    assert len(FrameRange(4, 4)) == 0
    assert 4 not in FrameRange(4, 4)


@pytest.mark.parametrize(("start", "stop"), [(-1, 2), (3, 2)])
def test_a_range_that_is_none_is_refused(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match="not a range"):
        FrameRange(start, stop)
