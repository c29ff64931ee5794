"""Dissolve: one picture fades into the other, everywhere at once."""

from __future__ import annotations

from collections.abc import Callable

from renderers.planes import Planes, blend
from renderers.transitions.how import How


def prepare(a: Planes, b: Planes, how: How) -> Callable[[float], Planes]:
    """A linear mix of the two pictures."""
    return blend(a, b)
