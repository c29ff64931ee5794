"""The ways a picture can change, one a module, all of one shape, found through one table.

A way is a function `prepare(a, b, how) -> at`, where `at(t)` is the picture at `t` in 0..1. Whatever is the
same for all frames is worked out in `prepare`. `at(0)` equals `a` and `at(1)` equals `b`, bit for bit, and `t`
is already eased: ways are linear in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from renderers.planes import Planes
from renderers.transitions import cover, dip, dissolve, hold, push, wipe
from renderers.transitions.how import How
from studio.lecture import Direction, Level, Style

At = Callable[[float], Planes]
Way = Callable[[Planes, Planes, How], At]

WAYS: dict[str, Way] = {
    "cover": cover.prepare,
    "dip": dip.prepare,
    "dissolve": dissolve.prepare,
    "hold": hold.prepare,
    "push": push.prepare,
    "wipe": wipe.prepare,
}
HIGHEST = Level.HOLD
"""The highest level there is a way for."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change ready to be drawn: `frames` pictures; the first equals the first slide, the last the second.

    One that `jumps` shows the second slide from its first picture on.
    """

    at: At
    frames: int
    jumps: bool = False

    def picture(self, index: int) -> Planes:
        """Frame `index` (0 <= index < frames); index -1 is the slide before."""
        if index < 0:
            return self.at(0.0)
        last = self.frames - 1
        return self.at(1.0 if self.jumps or index == last else ease(index / last))


def change(a: Planes, b: Planes, level: Level, style: Style, direction: Direction, frames: int) -> Change:
    """The change from `a` to `b` at a level that there is a way for (ValueError otherwise)."""
    if level > HIGHEST:
        raise ValueError(f"no way to draw level {int(level)}")
    if level is Level.CUT:
        return Change(lambda t: b if t > 0 else a, frames, jumps=True)
    way = WAYS["hold" if level is Level.HOLD else style]
    return Change(way(a, b, How(direction)), frames)


def ease(t: float) -> float:
    """Slow at both ends (smoothstep, 3t^2 - 2t^3): the largest step is 1.5 times the mean."""
    return t * t * (3 - 2 * t)
