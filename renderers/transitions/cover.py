"""Cover: the incoming picture slides over the other one, which stays where it is."""

from __future__ import annotations

from collections.abc import Callable

from renderers.planes import Planes
from renderers.transitions.how import How
from renderers.transitions.travel import even_offset, paste


def prepare(a: Planes, b: Planes, how: How) -> Callable[[float], Planes]:
    """Only `b` travels, by a whole, even number of pixels."""

    def at(t: float) -> Planes:
        gone = even_offset(a, how, t)
        return a.map(
            lambda p, q, size=a.y.shape: paste(p, q, how, gone * p.shape[0] // size[0], old_moves=False), b
        )

    return at
