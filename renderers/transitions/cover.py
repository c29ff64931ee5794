"""Cover: the incoming picture slides over the other one, which stays where it is."""

from __future__ import annotations

from collections.abc import Callable

from renderers.planes import Planes
from renderers.transitions.how import How
from renderers.transitions.travel import travel


def prepare(a: Planes, b: Planes, how: How) -> Callable[[float], Planes]:
    """Only `b` travels."""
    return travel(a, b, how, old_moves=False)
