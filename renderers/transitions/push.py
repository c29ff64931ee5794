"""Push: the incoming picture shoves the other one out."""

from __future__ import annotations

from collections.abc import Callable

from renderers.planes import Planes
from renderers.transitions.how import How
from renderers.transitions.travel import travel


def prepare(a: Planes, b: Planes, how: How) -> Callable[[float], Planes]:
    """Both pictures travel."""
    return travel(a, b, how, old_moves=True)
