"""Dissolve: one picture fades into the other, everywhere at once."""

from __future__ import annotations

from renderers.planes import Planes, mix
from renderers.transitions.how import How


def prepare(a: Planes, b: Planes, how: How):
    """A linear mix of the two pictures."""
    return lambda t: a.map(lambda p, q: mix(p, q, t), b)
