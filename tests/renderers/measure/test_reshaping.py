"""The gates of level 4: what is promised of a picture that turns into another one, and who fails it."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest
import torch

from renderers.layers.stack import Layer, Stack
from renderers.measure.gates import misses, score
from renderers.measure.persistence import Tracked
from renderers.measure.reshaping import COVERAGE, SHARPNESS, Reshaped, reshaped
from renderers.planes import Planes
from renderers.transitions.flow import flow
from renderers.transitions.how import Track
from studio.lecture import Level
from tests.renderers.photographs import layer, moved, photograph

STEPS = 10
MOMENTS = tuple(step / STEPS for step in range(STEPS + 1))


def page(luma: torch.Tensor) -> Planes:
    half = torch.full((luma.shape[0] // 2, luma.shape[1] // 2), 128, dtype=torch.uint8)
    return Planes(luma.contiguous(), half, half.clone())


def tracked(first: Layer, second: Layer, reshaping: bool = True) -> Tracked:
    width, height = first.size
    track = Track(first, second, lambda t: (0.0, 0.0, width, height), reshaping)
    ground = page(torch.full_like(first.luma[..., 0], 128))
    return Tracked((track,), MOMENTS, Stack(ground, (first,)), Stack(ground, (second,)))


def judged(first: Layer, second: Layer, at: Callable[[float], torch.Tensor]) -> Reshaped:
    found = reshaped([page(at(t)) for t in MOMENTS], tracked(first, second))
    assert found is not None
    return found


def faded(first: Layer, second: Layer) -> Callable[[float], torch.Tensor]:
    return lambda t: torch.lerp(first.luma[..., 0].float(), second.luma[..., 0].float(), t).to(torch.uint8)


def noise(first: Layer, second: Layer) -> Callable[[float], torch.Tensor]:
    """What a small model with random weights makes: every frame its own picture, ends pinned."""

    def at(t: float) -> torch.Tensor:
        if t in (0.0, 1.0):
            return (first if t == 0 else second).luma[..., 0]
        draw = np.random.default_rng(round(1000 * t))
        made = draw.integers(0, 256, (23, 40), np.uint8)
        return torch.from_numpy(cv2.resize(made, first.size, interpolation=cv2.INTER_CUBIC))

    return at


def test_a_picture_that_flows_into_another_view_of_it_keeps_the_promises() -> None:
    first, second = layer(photograph(2)), layer(moved(photograph(2), 1.25, 20, -8), 2)
    inside = flow(first, second)
    found = judged(first, second, lambda t: inside(t, *first.size)[0][..., 0])
    assert found.sharpness >= 0.9
    assert found.coverage >= COVERAGE
    assert found.warping_error < 0.002


def test_a_cross_fade_of_unrelated_pictures_loses_its_edges_half_way() -> None:
    first, second = layer(photograph(4)), layer(photograph(5), 2)
    assert judged(first, second, faded(first, second)).sharpness < SHARPNESS - 0.1


def test_flow_between_unrelated_pictures_does_not_pass_for_reshaping() -> None:
    first, second = layer(photograph(4)), layer(photograph(5), 2)
    inside = flow(first, second)
    assert judged(first, second, lambda t: inside(t, *first.size)[0][..., 0]).sharpness < SHARPNESS


def test_pictures_made_each_for_itself_cannot_be_followed() -> None:
    first, second = layer(photograph(4)), layer(photograph(5), 2)
    assert judged(first, second, noise(first, second)).coverage < COVERAGE - 0.1


@pytest.mark.parametrize(
    ("way", "told"), [(faded, "of its edges"), (noise, "can be followed from frame to frame")]
)
def test_levels_four_and_five_are_missed_in_words_and_lower_ones_are_not(
    way: Callable[[Layer, Layer], Callable[[float], torch.Tensor]], told: str
) -> None:
    first, second = layer(photograph(4)), layer(photograph(5), 2)
    frames = [page(way(first, second)(t)) for t in MOMENTS]
    scores = score(frames, frames[-1], tracked(first, second))
    for level in (Level.RESHAPE, Level.MOTION):
        assert any(told in sentence for sentence in misses(level, scores))
    assert not any(told in sentence for sentence in misses(Level.MOVE, scores))


def test_where_no_picture_is_reshaped_nothing_is_said() -> None:
    first, second = layer(photograph(4)), layer(photograph(5), 2)
    frames = [page(faded(first, second)(t)) for t in MOMENTS]
    assert reshaped(frames, tracked(first, second, reshaping=False)) is None
    assert reshaped(frames, Tracked((), MOMENTS, *[Stack(frames[0], ())] * 2)) is None


def test_only_the_pictures_own_place_is_looked_at() -> None:
    """A picture that stands while all around it dissolves is not blamed for that."""
    first = layer(photograph(4, 160, 90))
    track = Track(first, first, lambda t: (40.0, 20.0, 160.0, 90.0), reshaped=True)
    frames: list[Planes] = []
    for t in MOMENTS:
        around = faded(layer(photograph(6)), layer(photograph(7), 2))(t).clone()
        around[20:110, 40:200] = first.luma[..., 0]
        frames.append(page(around))
    found = reshaped(
        frames, Tracked((track,), MOMENTS, Stack(frames[0], (first,)), Stack(frames[0], (first,)))
    )
    assert found is not None
    assert (round(found.sharpness, 6), found.coverage, found.warping_error) == (1, 1, 0)
