"""Hold with draw-on: what both slides share stays, what leaves fades out, what comes is drawn object by object.

As in `hold` nothing new lies over what still leaves. Where only something comes (a line is added, an arrow over
a photograph) nothing fades: the pen begins at once.
"""

from __future__ import annotations

from collections.abc import Callable

from renderers.measure.regions import SAME
from renderers.planes import Planes, blend, mix
from renderers.transitions.arriving import Part, arriving, cut
from renderers.transitions.draw_on import Reveal, reveals
from renderers.transitions.how import How, Side

_LEAST, _MOST = 0.15, 0.6
"""The share of the time in which what leaves fades out, where something does."""


def prepare(a: Side, b: Side, how: How) -> Callable[[float], Planes]:
    """`a` without what leaves, then the parts of `b` one after the other, each stroke by stroke."""
    base, parts = arriving(a, b, how)
    if not parts:
        return blend(a.page, b.page)
    shown = reveals([part.drawing for part in parts], a.page.y.device)
    leave, turn = blend(a.page, base), _turn(a.page, base, b.page)

    def at(t: float) -> Planes:
        if t in (0.0, 1.0):
            return b.page if t else a.page
        if t < turn:
            return leave(t / turn)
        page = base.map(lambda plane: plane.clone())
        for part, reveal in zip(parts, shown, strict=True):
            _draw(page, part, reveal, (t - turn) / (1 - turn))
        return page

    return at


def _turn(a: Planes, base: Planes, b: Planes) -> float:
    """When the pen begins."""
    leaving, coming = _apart(a, base), _apart(base, b)
    if leaving <= SAME / 255:
        return 0.0
    return min(max(leaving / (leaving + coming), _LEAST), _MOST)


def _apart(a: Planes, b: Planes) -> float:
    return float((a.y.float() - b.y.float()).abs().mean())


def _draw(page: Planes, part: Part, reveal: Reveal, t: float) -> None:
    if not reveal.begun(t):
        return
    done = reveal.done(t)
    luma, chroma = (None, None) if done else reveal.shares(t)
    for index, place in enumerate(cut(page, part.box).planes):
        share = chroma if index else luma
        before, after = part.before.planes[index], part.after.planes[index]
        place.copy_(after if share is None else mix(before, after, share))
