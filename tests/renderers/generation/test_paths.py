"""Ways through latents: which points they meet, how long they stay, how smooth they are at a joint."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch

from renderers.generation.paths import Path, along, gaussian, slerp

SHAPE = (1, 4, 16, 16)


def points(count: int = 4, seed: int = 1) -> tuple[torch.Tensor, ...]:
    draw = torch.Generator().manual_seed(seed)
    return tuple(torch.randn(SHAPE, generator=draw) * 1.5 for _ in range(count))


@pytest.mark.parametrize("t", [0.25, 0.5, 0.75])
def test_slerp_keeps_the_length_that_a_straight_line_loses(t: float) -> None:
    first, second = points(2)
    wanted = float((1 - t) * first.norm() + t * second.norm())
    assert float(slerp(first, second, t).norm()) == pytest.approx(wanted, rel=1e-4)
    assert float(torch.lerp(first, second, t).norm()) < 0.85 * wanted


def test_slerp_is_exact_at_its_ends_and_even_between() -> None:
    first, second = points(2)
    assert torch.equal(slerp(first, second, 0.0), first)
    assert torch.equal(slerp(first, second, 1.0), second)
    steps = [slerp(first, second, t) for t in np.linspace(0, 1, 9)]
    lengths = [float((b - a).norm()) for a, b in pairwise(steps)]
    assert max(lengths) < 1.05 * min(lengths)


def test_slerp_stands_where_both_are_the_same_and_passes_where_they_are_opposite_or_nothing() -> None:
    (first,) = points(1)
    assert torch.allclose(slerp(first, first.clone(), 0.4), first, atol=1e-5)
    for other in (-first, torch.zeros_like(first)):
        assert bool(torch.isfinite(slerp(first, other, 0.4)).all())


@pytest.mark.parametrize("way", [along, gaussian])
def test_a_path_goes_through_all_its_points_and_beside_them_near(way: type) -> None:
    run = points()
    path: Path = way(run)
    for place, point in enumerate(run):
        assert torch.equal(path(float(place)), point)
        if place < len(run) - 1:
            assert float((path(place + 1e-4) - point).norm() / point.norm()) < 1e-3


@pytest.mark.parametrize("count", [2, 3, 6])
def test_the_gaussian_path_keeps_the_length_too(count: int) -> None:
    run = points(count)
    path = gaussian(run)
    lengths = [float(path(place).norm() / run[0].norm()) for place in np.linspace(0, count - 1, 40)]
    assert max(lengths) < 1.1
    assert min(lengths) > 0.9


def bend(path: Path, place: float, step: float = 0.02) -> float:
    """How sharply a path turns: its second difference, over the square of the step."""
    return float((path(place - step) - 2 * path(place) + path(place + step)).norm()) / step**2


def test_the_gaussian_path_does_not_bend_at_a_joint_and_slerp_does() -> None:
    run = points()
    assert bend(gaussian(run), 1.0) < bend(along(run), 1.0) / 5
    assert bend(gaussian(run), 1.0) < 3 * bend(gaussian(run), 1.5)


def test_noise_lets_the_gaussian_path_go_by_its_points() -> None:
    run = points()
    by = [float((gaussian(run, noise=noise)(1.0) - run[1]).norm()) for noise in (0.0, 0.1, 1.0)]
    assert by[0] == 0 < by[1] < by[2]
