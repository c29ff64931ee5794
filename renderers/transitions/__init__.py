"""The ways a picture can change, one a module, all of one shape, found through one table.

A way is a function `prepare(a, b, how) -> at`, where `at(t)` is the picture at `t` in 0..1. Whatever is the
same for all frames is worked out in `prepare`. `at(0)` equals the page of `a` and `at(1)` that of `b`, bit for bit,
and `t` is already eased: ways are linear in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from renderers.planes import Planes
from renderers.transitions import cover, dip, dissolve, hold, hold_drawn, move, push, reshape, wipe
from renderers.transitions.how import Asked, How, Side, Track
from studio.lecture import Level

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


@dataclass(frozen=True, slots=True)
class Change:
    """A change ready to be drawn: `frames` pictures behind the first slide, the last of which is the second.

    One that `jumps` shows the second slide from its first picture on. `tracks` tell where objects of both slides
    are on the way.
    """

    at: At
    frames: int
    jumps: bool = False
    tracks: tuple[Track, ...] = ()
    thin: Callable[[int], Change] | None = None
    """The same change of every `n`-th pixel of every `n`-th row, where it is not that of slides of such pixels."""

    def picture(self, index: int) -> Planes:
        """Frame `index` (0 <= index < frames); index -1 is the slide before."""
        return self.at(self.moment(index))

    def moment(self, index: int) -> float:
        """How far the change is at a frame, eased: 0 to 1."""
        last = self.frames - 1
        if index < 0:
            return 0.0
        return 1.0 if self.jumps or index == last else ease(index / last)


def change(a: Side, b: Side, asked: Asked) -> Change:
    """The change from `a` to `b` at a level that there is a way for, and the objects for (ValueError otherwise)."""
    if asked.level is Level.CUT:
        return Change(lambda t: b.page if t > 0 else a.page, asked.frames, jumps=True)
    if asked.level >= Level.MOVE:
        moved = move.prepare(a, b, asked.how) if asked.level is Level.MOVE else reshape.prepare(a, b, asked)
        return _moving(moved, asked.frames)
    if asked.level is Level.HOLD and asked.how.arrive == "draw":
        return Change(hold_drawn.prepare(a, b, asked.how), asked.frames)
    way = WAYS["hold" if asked.level is Level.HOLD else asked.style]
    return Change(way(a.page, b.page, asked.how), asked.frames)


def _moving(moved: move.Move, frames: int) -> Change:
    return Change(
        moved.at, frames, tracks=moved.tracks, thin=lambda stride: _moving(moved.thin(stride), frames)
    )


def ease(t: float) -> float:
    """Slow at both ends (smoothstep, 3t^2 - 2t^3): the largest step is 1.5 times the mean."""
    return t * t * (3 - 2 * t)
