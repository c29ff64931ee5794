"""One cut, from what was requested to what was delivered, with the reason and the figures.

The gates of the level are measured on the composed frames. A level that misses one, or that nothing here can
draw, falls by one; the length stays, so narration never moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from renderers.measure.gates import Scores, misses, score
from renderers.measure.persistence import Tracked
from renderers.planes import Planes
from renderers.transitions import Change, change, move, reshape
from renderers.transitions.how import Asked, Side
from studio.coherence import NAMES
from studio.lecture import Level, Style
from studio.matching import Pair
from studio.obstacles import NOTHING_TURNS, whose
from studio.progress import CancelToken

WHOLE = "the slides are not taken apart into objects"
"""Why nothing can move where nobody said why."""
LINES = 360
"""Gates look at the change drawn from every n-th pixel of every n-th row, so that about so many rows remain."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a cut became, and in which style.

    `reasons` says why that is not what was requested; empty if it is. `pairs` are the objects of both slides that
    were found to be one.
    """

    requested: Level
    delivered: Level
    style: Style
    reasons: tuple[str, ...]
    scores: Scores
    change: Change
    pairs: tuple[Pair, ...] = ()

    @property
    def record(self) -> dict[str, Any]:
        """What is kept of it, as JSON."""
        return {
            "requested": int(self.requested),
            "delivered": int(self.delivered),
            "style": self.style,
            "reasons": list(self.reasons),
            "scores": asdict(self.scores),
            "pairs": [[pair.first, pair.second, pair.why] for pair in self.pairs],
        }

    def frames(self) -> Iterator[Planes]:
        """The pictures of the cut, the last of which is the second slide."""
        return (self.change.picture(index) for index in range(self.change.frames))


def deliver(a: Side, b: Side, asked: Asked, cancel: CancelToken) -> Delivery:
    """Draw the change at the requested level, or at the highest one below it that keeps its promises.

    A style of level 1 that jumps (a wipe over a single line of text does) is replaced by a dissolve, which never
    does, before the level is given up.
    """
    reasons: list[str] = []
    stride = max(1, a.page.size[1] // LINES)
    thin_a, thin_b = a.thin(stride), b.thin(stride)
    for tried in _attempts(asked):
        name = tried.style.capitalize() if tried.level is Level.WHOLE else NAMES[tried.level][0]
        hindered = _hindered(a, b, tried)
        if hindered:
            reasons.append(f"{name}: {hindered}")
            continue
        # Above level 2 one decision about the objects holds for the gates and for the video.
        drawn = change(a, b, tried) if tried.level >= Level.MOVE else None
        thin = drawn.thin(stride) if drawn is not None and drawn.thin else change(thin_a, thin_b, tried)
        empty = _empty(thin, tried.level)
        if empty:
            reasons.append(f"{name}: {empty}")
            continue
        if tried.level is asked.level is Level.RESHAPE and tried.how.without:
            reasons.append(f"{name}: {tried.how.without}; the pictures follow their own motion")
        scores = _scores(thin, thin_a, thin_b, cancel)
        if tried.level is Level.MOTION and tried.how.pictures is not None:
            scores = replace(scores, ends_alike=tried.how.pictures.ends_alike)
        missed = misses(tried.level, scores)
        if not missed or tried.level is Level.CUT:
            found = (tuple(reasons), scores, drawn or change(a, b, tried), asked.how.pairs)
            return Delivery(asked.level, tried.level, tried.style, *found)
        reasons += [f"{name}: {sentence}" for sentence in missed]
    raise AssertionError("level 0 always delivers")


def _hindered(a: Side, b: Side, tried: Asked) -> str:
    """Why a level cannot be drawn at all, as a sentence without its end; "" where it can."""
    if tried.level >= Level.MOVE and (a.stack is None or b.stack is None):
        return whose(a.why, b.why) or WHOLE
    if tried.level is Level.MOTION and not reshape.has_frames(tried):
        return tried.how.without or "no video model is installed"
    return ""


def _empty(drawn: Change, level: Level) -> str:
    """Why a drawn change has nothing of its level, likewise."""
    if level >= Level.RESHAPE and not any(track.reshaped for track in drawn.tracks):
        return NOTHING_TURNS
    return move.NOTHING if level is Level.MOVE and not drawn.tracks else ""


def _attempts(asked: Asked) -> Iterator[Asked]:
    for lower in reversed([each for each in Level if each <= asked.level]):
        yield replace(asked, level=lower)
        if lower is Level.WHOLE and asked.style != "dissolve":
            yield replace(asked, level=lower, style="dissolve")


def _scores(drawn: Change, a: Side, b: Side, cancel: CancelToken) -> Scores:
    pictures = [drawn.picture(-1)]
    for index in range(drawn.frames):
        cancel.check()
        pictures.append(drawn.picture(index))
    if not drawn.tracks or a.stack is None or b.stack is None:
        return score(pictures, b.page)
    moments = tuple(drawn.moment(index) for index in range(-1, drawn.frames))
    return score(pictures, b.page, Tracked(drawn.tracks, moments, a.stack, b.stack))
