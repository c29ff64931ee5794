"""Who plays in a change: what stays where it is, what travels, what leaves and what comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from renderers.layers.stack import Layer, Stack
from renderers.measure.regions import REACH
from renderers.transitions.insides import Inside
from renderers.transitions.looks import Likeness, compare, reach, upright
from renderers.transitions.poses import farthest, place_of
from studio.matching import Pair

HELD = REACH
"""By which share of the picture's height the corners of an object may differ without its being moved (8 pixels of
1080): titles sit a little otherwise on every slide, and nobody means that."""

InsideOf = Callable[[Pair, Layer, Layer], "Inside | None"]
"""What a pair of objects shows on its way; None for the usual cross-fade."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An object of both slides. `in_first` and `in_second` are its places in their stacks, from the lowest.

    `moves` says whether it travels; one that is `swapped` shows its first picture until that has faded, then the
    other. One with an `inside` is drawn by that, even where it stays.
    """

    first: Layer
    second: Layer
    like: Likeness
    in_first: int
    in_second: int
    moves: bool
    swapped: bool
    inside: Inside | None = None

    def thin(self, stride: int, inside_of: InsideOf | None) -> Actor:
        """The same part, played by pictures of every `stride`-th pixel of every `stride`-th row."""
        first, second = self.first.thin(stride), self.second.thin(stride)
        inside = None
        if self.inside is not None and inside_of is not None:
            inside = inside_of(Pair(first.id, second.id, ""), first, second)
        return replace(self, first=first, second=second, like=self.like.thin(stride), inside=inside)


@dataclass(frozen=True, slots=True)
class Cast:
    """Objects of both slides, and the places in the stacks of those that only leave or only come."""

    actors: tuple[Actor, ...]
    leaving: tuple[int, ...]
    coming: tuple[int, ...]

    def thin(self, stride: int, inside_of: InsideOf | None) -> Cast:
        """The same parts in pictures of every `stride`-th pixel of every `stride`-th row."""
        return replace(self, actors=tuple(each.thin(stride, inside_of) for each in self.actors))

    @property
    def moving(self) -> tuple[Actor, ...]:
        """The actors that travel."""
        return tuple(each for each in self.actors if each.moves)

    @property
    def still(self) -> tuple[Actor, ...]:
        """The actors that stay where they are."""
        return tuple(each for each in self.actors if not each.moves)


def cast(
    a: Stack,
    b: Stack,
    pairs: Iterable[Pair],
    inside_of: InsideOf | None = None,
    carried: Mapping[int, Likeness] = MappingProxyType({}),
) -> Cast:
    """Give every layer its part. Text that reads otherwise leaves and comes where it stands, as on level 2: there
    is nothing to follow with the eye. Only what is `carried` (by a box, or by the rest of a text that travels; ids
    on the first slide) goes along, as its likeness says.
    """
    first = {layer.id: place for place, layer in reversed(tuple(enumerate(a.layers)))}
    second = {layer.id: place for place, layer in reversed(tuple(enumerate(b.layers)))}
    height = a.ground.size[1]
    actors: list[Actor] = []
    for pair in pairs:
        here, there = first.pop(pair.first, None), second.pop(pair.second, None)
        if here is None or there is None:
            continue
        actor = _actor(a.layers[here], b.layers[there], here, there, height, carried.get(pair.first))
        if inside_of is not None and _reshapes(actor):
            inside = inside_of(pair, actor.first, actor.second)
            actor = replace(actor, inside=inside, moves=actor.moves or inside is not None)
        if not actor.swapped or (actor.moves and pair.first in carried):
            actors.append(actor)
    here = {each.in_first for each in actors}
    there = {each.in_second for each in actors}
    return Cast(
        tuple(actors),
        tuple(place for place in range(len(a.layers)) if place not in here),
        tuple(place for place in range(len(b.layers)) if place not in there),
    )


def _actor(a: Layer, b: Layer, here: int, there: int, height: int, carried: Likeness | None) -> Actor:
    like = carried or compare(a, b)
    swapped = like.look == "other" and "text" in (a.kind, b.kind)
    place = place_of(b) if swapped else reach(place_of(a), like)
    way = like.second.moved(like.first)
    return Actor(a, b, like, here, there, farthest(place, way) > HELD * height, swapped)


def _reshapes(actor: Actor) -> bool:
    """Whether there is anything for an inside to do: two upright pictures that are not the same."""
    return actor.like.look != "same" and not actor.swapped and upright(actor.first, actor.second)
