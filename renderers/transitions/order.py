"""What lies over what while objects travel, where the two slides have them in another order.

Objects that change places do so all at once, when those that would be seen to overlap least do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from renderers.transitions.cast import Actor
from renderers.transitions.poses import Place

_MOMENTS = 24
"""At how many moments of the way overlaps are looked at."""
Places = Callable[[int, float], Place]
"""Where the actor of a number is at `t`."""


@dataclass(frozen=True, slots=True)
class Order:
    """`groups` hold the numbers of actors that change places with each other, as they lie on the first and on
    the second slide, and when they do (0 to 1); from the lowest group to the highest.
    """

    groups: tuple[tuple[tuple[int, ...], tuple[int, ...], float], ...]

    def at(self, t: float) -> tuple[int, ...]:
        """The numbers of the actors from the lowest to the highest."""
        return tuple(number for one, other, when in self.groups for number in (one if t < when else other))


def order(actors: Sequence[Actor], places: Places) -> Order:
    """The order of actors on the way. What lies over something on both slides does so all the time."""
    first = sorted(range(len(actors)), key=lambda number: actors[number].in_first)
    rank = {
        number: place
        for place, number in enumerate(
            sorted(range(len(actors)), key=lambda number: actors[number].in_second)
        )
    }
    groups: list[tuple[tuple[int, ...], tuple[int, ...], float]] = []
    begins = highest = 0
    for place, number in enumerate(first):
        highest = max(highest, rank[number])
        if highest == place:  # all up to here stay below all that follows
            one = tuple(first[begins : place + 1])
            other = tuple(sorted(one, key=lambda each: rank[each]))
            groups.append((one, other, _moment(one, rank, actors, places)))
            begins = place + 1
    return Order(tuple(groups))


def _moment(one: Sequence[int], rank: dict[int, int], actors: Sequence[Actor], places: Places) -> float:
    crossing = [
        (low, high)
        for place, low in enumerate(one)
        for high in one[place + 1 :]
        if rank[low] > rank[high] and (actors[low].moves or actors[high].moves)
    ]
    moments = sorted((n / _MOMENTS for n in range(1, _MOMENTS)), key=lambda t: abs(t - 0.5))
    return min(
        moments, key=lambda t: sum(_overlap(places(low, t), places(high, t)) for low, high in crossing)
    )


def _overlap(one: Place, other: Place) -> float:
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(across, 0.0) * max(down, 0.0)
