"""What a way of changing is given: the two slides, and how they shall change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from renderers.layers.stack import Layer, Stack, thinned
from renderers.planes import Planes
from renderers.warping import Matrix
from studio.lecture import Arrival, Direction, Level, ObjectPair, Style, TextBy
from studio.matching import Pair


@dataclass(frozen=True, slots=True)
class Side:
    """A slide as it is composed: its page, and where they are known its objects.

    `why` says why there are none, as a sentence without its end.
    """

    page: Planes
    stack: Stack | None = None
    why: str = ""

    def thin(self, stride: int) -> Side:
        """The slide made of every `stride`-th pixel of every `stride`-th row, its objects as well."""
        stack = self.stack.thin(stride) if self.stack is not None else None
        return Side(thinned(self.page, stride), stack, self.why)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What a model made of a pair of pictures: frames of one size, from the first picture to the second.

    `first` and `second` are the objects' ids; `level` is the one it was made for (4 or 5). `ends_alike` is how like
    the two given pictures its own first and last were (the lesser SSIM; None: not asked).
    """

    level: Level
    first: int
    second: int
    frames: tuple[Planes, ...]
    ends_alike: float | None = None


@dataclass(frozen=True, slots=True)
class How:
    """`direction` is where the incoming picture travels to; `pairs` are objects of the two slides that are one,
    `by_hand` what the author said of some: who has no partner by that gets none.

    `leftwards` are objects of the second slide whose script runs from right to left: they are drawn that way.
    `pictures` are frames that a model made, `without` says why there are none (a sentence without its end).
    """

    direction: Direction = "left"
    pairs: tuple[Pair, ...] = ()
    by_hand: tuple[ObjectPair, ...] = ()
    text_by: TextBy = "object"
    arrive: Arrival = "fade"
    leftwards: tuple[int, ...] = ()
    pictures: Pictures | None = None
    without: str = ""

    @property
    def along(self) -> int:
        """The axis of travel in a plane: 0 rows (up, down), 1 columns (left, right)."""
        return 0 if self.direction in ("up", "down") else 1

    @property
    def forward(self) -> bool:
        """True when the incoming picture travels to smaller rows or columns."""
        return self.direction in ("left", "up")


@dataclass(frozen=True, slots=True)
class Asked:
    """A change that is asked for. `frames` counts the pictures behind the first slide; the last is the second."""

    level: Level
    style: Style
    frames: int
    how: How = How()


@dataclass(frozen=True, slots=True)
class Track:
    """Where an object of both slides is: `place(t)` is left, top, width and height in pixels of the frame."""

    first: Layer
    second: Layer
    place: Callable[[float], tuple[float, float, float, float]]
    reshaped: bool = False
    """Whether its picture turns into another one on the way (levels 4 and 5)."""
    ways: Callable[[float], tuple[Matrix, Matrix]] | None = None
    """What brings a point of the frame from where it is on `first`, and on `second`, to where it is at `t`; None
    where `place` tells all."""
