"""Noise that pictures share: how much they have in common is a number, and each alone stays plain noise."""

from __future__ import annotations

import pytest
import torch

from renderers.generation.noise import mixed, progressive

SHAPE = (4, 48, 48)
COUNT = 6


def between(a: torch.Tensor, b: torch.Tensor) -> float:
    return float(torch.corrcoef(torch.stack([a.flatten(), b.flatten()]))[0, 1])


@pytest.mark.parametrize("make", [mixed, progressive])
@pytest.mark.parametrize("rho", [0.0, 0.3, 0.9, 1.0])
def test_each_noise_alone_stays_standard_normal(make: type, rho: float) -> None:
    noise = make(SHAPE, COUNT, rho, 1)
    assert noise.shape == (COUNT, *SHAPE)
    assert noise.std(dim=(1, 2, 3)).numpy() == pytest.approx(1, abs=0.03)
    assert noise.mean(dim=(1, 2, 3)).numpy() == pytest.approx(0, abs=0.04)


@pytest.mark.parametrize("rho", [0.0, 0.5, 0.9, 1.0])
def test_rho_is_how_alike_any_two_are_and_changes_the_variance_between_them(rho: float) -> None:
    noise = mixed(SHAPE, COUNT, rho, 1)
    assert between(noise[0], noise[4]) == pytest.approx(rho, abs=0.03)
    assert float(noise.var(dim=0).mean()) == pytest.approx(1 - rho, abs=0.05)


def test_progressive_noise_forgets_along_the_lecture() -> None:
    noise = progressive(SHAPE, COUNT, 0.8, 1)
    for far in range(1, 4):
        assert between(noise[1], noise[1 + far]) == pytest.approx(0.8 ** (far / 2), abs=0.04)


@pytest.mark.parametrize("make", [mixed, progressive])
def test_a_picture_keeps_its_noise_when_others_come_behind_it_and_gets_another_by_another_seed(
    make: type,
) -> None:
    assert torch.equal(make(SHAPE, 2, 0.5, 1), make(SHAPE, COUNT, 0.5, 1)[:2])
    assert not torch.equal(make(SHAPE, 2, 0.5, 1), make(SHAPE, 2, 0.5, 2))


def test_a_correlation_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="outside 0 to 1"):
        mixed(SHAPE, 2, 1.5, 1)
