"""Noise for several pictures of one lecture: the more of it they share, the more alike a model makes them.

Each noise alone stays standard normal, as samplers assume: only the pictures' relation to each other changes. After
PYoCo (Ge et al., Preserve Your Own Correlation: A Noise Prior for Video Diffusion Models, ICCV 2023, section 4.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

SHARED = -1
"""The number of no picture: its noise is what all have in common."""


def mixed(shape: tuple[int, ...], count: int, rho: float, seed: int) -> torch.Tensor:
    """(count, *shape) float32: sqrt(rho) of a noise that all share and sqrt(1 - rho) of an own one.

    `rho` in 0 to 1 is the correlation of any two of them. The noise of a picture is that of its number, whatever
    `count` is.
    """
    import torch

    _check(rho)
    shared = _drawn(shape, seed, SHARED)
    own = (_drawn(shape, seed, number) for number in range(count))
    return torch.stack([rho**0.5 * shared + (1 - rho) ** 0.5 * each for each in own])


def progressive(shape: tuple[int, ...], count: int, rho: float, seed: int) -> torch.Tensor:
    """(count, *shape) float32: each noise is sqrt(rho) of the one before and sqrt(1 - rho) of an own one (AR(1)):
    a correlation of `rho`^(n/2) is left n pictures on.
    """
    import torch

    _check(rho)
    return torch.stack(list(_chain(shape, count, rho, seed)))


def _chain(shape: tuple[int, ...], count: int, rho: float, seed: int) -> Iterator[torch.Tensor]:
    before = _drawn(shape, seed, 0)
    for number in range(count):
        if number:
            before = rho**0.5 * before + (1 - rho) ** 0.5 * _drawn(shape, seed, number)
        yield before


def _check(rho: float) -> None:
    if not 0 <= rho <= 1:
        raise ValueError(f"a correlation of {rho} is outside 0 to 1")


def _drawn(shape: tuple[int, ...], seed: int, number: int) -> torch.Tensor:
    """Standard normal noise of a picture, drawn on the processor: a seed means the same on any device."""
    import torch

    generator = torch.Generator("cpu").manual_seed((seed * 1_000_003 + number + 1) % 2**32)
    return torch.randn(shape, generator=generator)
