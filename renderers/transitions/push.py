"""Push: the incoming picture shoves the other one out."""

from __future__ import annotations

from collections.abc import Callable

from renderers.planes import Planes
from renderers.transitions.how import How
from renderers.transitions.travel import even_offset, paste


def prepare(a: Planes, b: Planes, how: How) -> Callable[[float], Planes]:
    """Both pictures travel by the same whole, even number of pixels, so luma and chroma stay together."""

    def at(t: float) -> Planes:
        gone = even_offset(a, how, t)
        return a.map(
            lambda p, q, size=a.y.shape: paste(p, q, how, gone * p.shape[0] // size[0], old_moves=True), b
        )

    return at
