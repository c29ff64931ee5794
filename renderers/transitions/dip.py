"""Dip: the picture sinks into a dark ground, the next one rises out of it; a breath between two sections."""

from __future__ import annotations

from collections.abc import Callable

from renderers.planes import Planes, blend, uniform
from renderers.transitions.how import How

_BLACK = (16, 128, 128)


def prepare(a: Planes, b: Planes, how: How) -> Callable[[float], Planes]:
    """First half: `a` to black; second half: black to `b`."""
    ground = uniform(a, *_BLACK)
    sink, rise = blend(a, ground), blend(ground, b)
    return lambda t: sink(2 * t) if t < 0.5 else rise(2 * t - 1)
