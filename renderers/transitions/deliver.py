"""One cut, from what was requested to what was delivered, with the reason and the figures.

The gates of the level are measured on the composed frames. A level that misses one, or that nothing here can
draw, falls by one; the length stays, so narration never moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from renderers.measure.gates import Scores, misses, score
from renderers.planes import Planes
from renderers.transitions import HIGHEST, Change, change
from studio.coherence import NAMES
from studio.lecture import Direction, Level, Style
from studio.progress import CancelToken

if TYPE_CHECKING:
    import torch

LINES = 360
"""Gates look at the change drawn from every n-th pixel of every n-th row, so that about so many rows remain."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a cut became, and in which style.

    `reasons` says why that is not what was requested; empty if it is.
    """

    requested: Level
    delivered: Level
    style: Style
    reasons: tuple[str, ...]
    scores: Scores
    change: Change

    @property
    def record(self) -> dict[str, Any]:
        """What is kept of it, as JSON."""
        return {
            "requested": int(self.requested),
            "delivered": int(self.delivered),
            "style": self.style,
            "reasons": list(self.reasons),
            "scores": asdict(self.scores),
        }

    def frames(self) -> Iterator[Planes]:
        """The pictures of the cut, the last of which is the second slide."""
        return (self.change.picture(index) for index in range(self.change.frames))


def deliver(
    a: Planes,
    b: Planes,
    requested: Level,
    style: Style,
    direction: Direction,
    frames: int,
    cancel: CancelToken,
) -> Delivery:
    """Draw the change at the requested level, or at the highest one below it that keeps its promises.

    A style of level 1 that jumps (a wipe over a single line of text does) is replaced by a dissolve, which never
    does, before the level is given up.
    """
    reasons = [
        f"{NAMES[level][0]} cannot be drawn by this version" for level in _down_from(requested, HIGHEST)
    ]
    thin_a, thin_b = _thin(a), _thin(b)
    for level, tried in _attempts(min(requested, HIGHEST), style):
        drawn = change(a, b, level, tried, direction, frames)
        scores = _scores(change(thin_a, thin_b, level, tried, direction, frames), thin_b, cancel)
        missed = misses(level, scores)
        if not missed or level is Level.CUT:
            return Delivery(requested, level, tried, tuple(reasons), scores, drawn)
        name = tried.capitalize() if level is Level.WHOLE else NAMES[level][0]
        reasons += [f"{name}: {sentence}" for sentence in missed]
    raise AssertionError("level 0 always delivers")


def _down_from(requested: Level, highest: Level) -> list[Level]:
    return [level for level in reversed(Level) if highest < level <= requested]


def _attempts(level: Level, style: Style) -> Iterator[tuple[Level, Style]]:
    for lower in reversed([each for each in Level if each <= level]):
        yield lower, style
        if lower is Level.WHOLE and style != "dissolve":
            yield lower, "dissolve"


def _thin(picture: Planes) -> Planes:
    stride = max(1, picture.size[1] // LINES)
    width, height = (side // (2 * stride) * stride for side in picture.size)  # of the chroma planes

    def thin(plane: torch.Tensor) -> torch.Tensor:
        scale = 1 if plane is not picture.y else 2
        return plane[: scale * height : stride, : scale * width : stride].contiguous()

    return picture.map(thin)


def _scores(drawn: Change, b: Planes, cancel: CancelToken) -> Scores:
    pictures = [drawn.picture(-1)]
    for index in range(drawn.frames):
        cancel.check()
        pictures.append(drawn.picture(index))
    return score(pictures, b)
