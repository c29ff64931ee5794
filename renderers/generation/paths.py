"""Ways through the latents of pictures: from one to the next, or smoothly through a whole run of them.

Noised latents are nearly Gaussian of many dimensions: they lie near a sphere, and a straight line between two of
them leads inside it, to pictures without detail. Both ways here keep to the sphere.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import torch

Path = Callable[[float], "torch.Tensor"]
"""What stands at a position: 0 is the first picture, 1 the next one, and so on."""
LENGTH = 1.0
"""How far a picture is felt along the run, in pictures: the length scale of the kernel."""
_STEADY = 1e-10
"""Added to the kernel so that it can be solved where pictures are many."""
_NOTHING = 1e-12


def slerp(first: torch.Tensor, second: torch.Tensor, t: float) -> torch.Tensor:
    """The point at `t` of the great circle through both (Shoemake, Animating Rotation with Quaternion Curves,
    SIGGRAPH 1985); their lengths go over evenly. Exact at 0 and 1; straight where they point the same way or
    opposite ones.
    """
    import torch

    if t in (0.0, 1.0):
        return first if t == 0 else second
    one, other = float(first.double().norm()), float(second.double().norm())
    if min(one, other) < _NOTHING:
        return torch.lerp(first, second, t)
    cosine = float((first.double() * second.double()).sum()) / (one * other)
    if abs(cosine) > 1 - 1e-6:
        return torch.lerp(first, second, t)
    angle = float(np.arccos(cosine))
    length = (1 - t) * one + t * other
    shares = np.sin((1 - t) * angle) / np.sin(angle) / one, np.sin(t * angle) / np.sin(angle) / other
    return (first * float(shares[0]) + second * float(shares[1])) * length


def along(points: tuple[torch.Tensor, ...]) -> Path:
    """Slerp from each point to the next: exact, with a bend at every point."""

    def at(position: float) -> torch.Tensor:
        before = min(int(position), len(points) - 2)
        return slerp(points[before], points[before + 1], position - before)

    return at


def gaussian(points: tuple[torch.Tensor, ...], noise: float = 0.0, length: float = LENGTH) -> Path:
    """Gaussian-process regression through the points with a squared-exponential kernel over their positions, smooth
    everywhere (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, equations 2.23 and 4.9).

    The points' mean is taken out before, so that the process has mean 0. `noise` is the variance of what each point
    may be off, as a share of the process's own: 0 goes through every point, more goes by and is smoother still. The
    mean of the process leads inside the sphere, as a line does, so its length is that of a process through the
    logarithms of the points' lengths.
    """
    import torch

    places = np.arange(len(points), dtype=np.float64)
    weigh = _weights(places, noise, length)
    stacked = torch.stack([point.double() for point in points])
    mean = stacked.mean(0)
    rest = stacked - mean
    norms = stacked.flatten(1).norm(dim=1).clamp(min=_NOTHING).log()

    def at(position: float) -> torch.Tensor:
        if noise == 0 and position == int(position):
            return points[int(position)]
        weights = torch.from_numpy(weigh(position)).to(rest.device)
        point = mean + torch.tensordot(weights, rest, dims=1)
        wanted = float((norms.mean() + (weights * (norms - norms.mean())).sum()).exp())
        return (point * (wanted / max(_NOTHING, float(point.norm())))).to(points[0].dtype)

    return at


def _weights(
    places: NDArray[np.float64], noise: float, length: float
) -> Callable[[float], NDArray[np.float64]]:
    """How much each of the points counts at a position."""

    def kernel(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.exp(-0.5 * np.square((a[:, None] - b[None, :]) / length))

    solved = np.linalg.inv(kernel(places, places) + (noise + _STEADY) * np.eye(len(places)))
    return lambda position: kernel(np.array([position]), places)[0] @ solved
