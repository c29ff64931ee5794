"""Turning, scaling and laying over give the same pictures on the processor and on a device."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from renderers import warping
from renderers.warping import Matrix, covered, faded, halved, mixed, over, product, warped


def drawn(width: int, height: int, planes: int, seed: int = 0) -> torch.Tensor:
    """Planes with soft and hard edges: clouds, and half of them cut off."""
    random = np.random.default_rng(seed)
    made = torch.from_numpy(random.integers(0, 256, (planes, 4, 5), np.uint8)).float()
    made = torch.nn.functional.interpolate(made[None], (height, width), mode="bilinear")[0]
    made[:, height // 2 :, : width // 3] = 255
    return made.round().to(torch.uint8)


@pytest.fixture
def on_device(monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """A function of the module as it runs where tensors are not the processor's."""

    def called(function: Callable[..., object], *arguments: object) -> object:
        with monkeypatch.context() as changed:
            changed.setattr(warping, "on_processor", lambda _: False)
            return function(*arguments)

    return called


def apart(one: torch.Tensor, other: torch.Tensor) -> int:
    return int((one.int() - other.int()).abs().max()) if one.numel() else 0


WAYS: dict[str, Matrix] = {
    "larger": (0.83, 0, 1.37, 0, 0.91, 2.21),
    "smaller": (1.7, 0, -3.2, 0, 1.3, -4.4),
    "turned": (cos(radians(25)), sin(radians(25)), -4.5, -sin(radians(25)), cos(radians(25)), 9.1),
    "shifted": (1, 0, 7, 0, 1, -3),
    "shifted by halves": (1, 0, 3.5, 0, 1, 2.5),
}


@pytest.mark.parametrize("planes", [1, 2, 3])
@pytest.mark.parametrize("way", sorted(WAYS))
def test_a_device_draws_what_the_processor_draws(
    on_device: Callable[..., torch.Tensor], way: str, planes: int
) -> None:
    picture = drawn(61, 40, planes)
    here, there = warped(picture, WAYS[way], (70, 52)), on_device(warped, picture, WAYS[way], (70, 52))
    assert here.shape == there.shape == (planes, 52, 70)
    assert apart(here, there) <= 2


def test_what_is_shifted_by_whole_pixels_stays_as_it_is() -> None:
    picture = drawn(20, 12, 2)
    out = warped(picture, (1, 0, -3, 0, 1, 2), (30, 10))
    assert torch.equal(out[:, :10, 3:23], picture[:, 2:12])
    assert int(out[:, :, :3].max()) == int(out[:, :, 23:].max()) == 0


@given(
    st.integers(1, 40),
    st.integers(1, 40),
    st.floats(0.2, 3),
    st.floats(0.2, 3),
    st.floats(-20, 20),
    st.floats(-20, 20),
)
def test_a_full_plane_covers_what_it_is_drawn_on(
    width: int, height: int, across: float, down: float, left: float, top: float
) -> None:
    back = (across, 0.0, left, 0.0, down, top)
    full = torch.full((1, height, width), 255, dtype=torch.uint8)
    assert apart(covered((width, height), back, (30, 24)), warped(full, back, (30, 24))[0]) <= 2


@given(st.integers(0, 2**32 - 1), st.floats(0, 1))
def test_mixing_fading_and_laying_over_agree(seed: int, share: float) -> None:
    random = np.random.default_rng(seed)
    a, b, c = (torch.from_numpy(random.integers(0, 256, (6, 10), np.uint8)) for _ in range(3))
    before = warping.on_processor
    results: list[list[torch.Tensor]] = []
    for here in (True, False):
        warping.on_processor = lambda _, here=here: here  # type: ignore[assignment]
        under = c.clone()
        over(under, product(a, b), b, (16, 235))
        results.append([mixed(a, b, share), faded(a, share), product(a, b), under])
    warping.on_processor = before
    for one, other in zip(*results, strict=True):
        assert apart(one, other) <= 2
    assert 16 <= int(results[0][3].min()) <= int(results[0][3].max()) <= 235


def test_mixing_begins_and_ends_with_the_pictures_themselves() -> None:
    a, b = drawn(9, 7, 2), drawn(9, 7, 2, seed=1)
    assert torch.equal(mixed(a, b, 0), a)
    assert torch.equal(mixed(a, b, 1), b)


def test_half_the_size_is_the_mean_of_four() -> None:
    planes = torch.tensor([[[0, 100, 8, 8], [100, 200, 8, 10]]], dtype=torch.uint8)
    assert halved(planes).tolist() == [[[100, 8]]]
