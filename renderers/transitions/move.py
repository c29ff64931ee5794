"""Move (level 3): what both slides have glides to its new place; all else leaves and comes as on level 2.

Every frame is the backdrop with the objects that travel laid over it, from the lowest to the highest; what stands
still above one of them covers it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from renderers.layers.stack import Layer, Stack
from renderers.planes import Planes
from renderers.transitions.backdrop import Backdrop, backdrop
from renderers.transitions.cast import Actor, Cast, InsideOf, cast
from renderers.transitions.cels import Box, Cel, Picture, lay, shared, veil
from renderers.transitions.how import How, Side, Track
from renderers.transitions.order import Order, order
from renderers.transitions.sprites import Sprite, Window, place, sprites, ways
from renderers.transitions.wording import Pieces, in_pieces

NOTHING = "no object of one slide stands on the other"
"""Why a cut cannot be moved, as a sentence without its end."""
_STILL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Cover:
    """What stands still and may lie above what travels. `number` is that of an actor, -1 where it is none;
    `in_first` and `in_second` are places in the stacks, -1 where it is not there. What is `drawn` is no more seen
    through than it is drawn.
    """

    first: Picture
    second: Picture
    number: int
    in_first: int
    in_second: int
    drawn: Callable[[float], Layer] | None = None

    def seen(self, over: Actor, ranks: Mapping[int, int], at: int, behind: Backdrop, t: float) -> float:
        """How much of it is seen above an actor of number `at`: 0 (or it lies below) to 1."""
        if self.number >= 0:
            return 1.0 if ranks[self.number] > ranks[at] else 0.0
        if self.in_first >= 0:
            return behind.leaving(t) if self.in_first > over.in_first else 0.0
        return behind.coming(t) if self.in_second > over.in_second else 0.0

    def over(self, picture: Cel, box: Box, opacity: float, t: float) -> Cel:
        """A picture in a box of the frame with this above it: a new one where it is covered, for what is seen of an
        object may be a view of the object itself.
        """
        place = shared(box, (self.first if t < 0.5 else self.second).box)
        if place is None:
            return picture
        whole = picture.copy()
        part = whole.part(place[0] - box[0], place[1] - box[1], *place[2:])
        covered = veil(part, self._above(place, opacity, t))
        part.luma.copy_(covered.luma)
        part.chroma.copy_(covered.chroma)
        return whole

    def _above(self, place: Box, opacity: float, t: float) -> Cel:
        if self.drawn is not None:
            return Picture(self.drawn(opacity)).moved(_STILL, place)
        above = self.first.moved(_STILL, place)
        if self.second is not self.first:
            above = above.mixed(self.second.moved(_STILL, place), t)
        return above.faded(opacity)


@dataclass(frozen=True, slots=True)
class Move:
    """A change by level 3, or above it with other insides, ready to be drawn. `tracks` are the objects that the
    eye can follow: those that are there all the way.
    """

    first: Planes
    second: Planes
    behind: Backdrop
    order: Order
    actors: tuple[Actor, ...]
    sprites: Mapping[int, tuple[Sprite | Window, ...]]
    covers: tuple[_Cover, ...]
    tracks: tuple[Track, ...]
    thin: Callable[[int], Move]
    """The same change of every `n`-th pixel of every `n`-th row: who plays which part is decided once."""

    def at(self, t: float) -> Planes:
        """The picture at `t`."""
        if t <= 0 or t >= 1:
            return self.first if t <= 0 else self.second
        page = self.behind.at(t)
        numbers = self.order.at(t)
        ranks = {number: rank for rank, number in enumerate(numbers)}
        for number in numbers:
            for sprite in self.sprites.get(number, ()):
                seen = sprite.seen(t, page.size)
                if seen is not None:
                    lay(page, self._covered(number, *seen, ranks, t), *seen[1][:2])
        return page

    def _covered(self, number: int, picture: Cel, box: Box, ranks: Mapping[int, int], t: float) -> Cel:
        for cover in self.covers:
            opacity = cover.seen(self.actors[number], ranks, number, self.behind, t)
            if opacity > 0:
                picture = cover.over(picture, box, opacity, t)
        return picture


def prepare(a: Side, b: Side, how: How, inside_of: InsideOf | None = None) -> Move:
    """From `a` to `b`, both of which must have their objects (ValueError otherwise).

    `inside_of` is asked what a pair of objects that do not look the same shows on its way, both upright; None is
    the usual cross-fade.
    """
    if a.stack is None or b.stack is None:
        raise ValueError("no objects to move")
    pieces = in_pieces(a.stack, b.stack, how.pairs, how.text_by)
    parts = cast(pieces.first, pieces.second, pieces.pairs, inside_of, pieces.carried)

    def thin(stride: int) -> Move:
        fewer = parts.thin(stride, inside_of)
        return _move(a.thin(stride), b.thin(stride), pieces.thin(stride), fewer, how, thin)

    return _move(a, b, pieces, parts, how, thin)


def _move(a: Side, b: Side, pieces: Pieces, parts: Cast, how: How, thin: Callable[[int], Move]) -> Move:
    behind = backdrop(a, b, pieces.first, pieces.second, parts, how)
    turn = behind.turn if 0 < behind.turn < 1 else 0.5
    actors = parts.actors
    travelling = {number: sprites(actor, turn) for number, actor in enumerate(actors) if actor.moves}
    return Move(
        a.page,
        b.page,
        behind,
        order(actors, lambda number, t: place(actors[number], t)),
        actors,
        travelling,
        tuple(_covers(parts, pieces.first, pieces.second, behind)) if travelling else (),
        tuple(_track(actor, pieces) for actor in actors if not actor.swapped),
        thin,
    )


def _covers(parts: Cast, first: Stack, second: Stack, behind: Backdrop) -> list[_Cover]:
    covers: list[_Cover] = []
    for number, actor in enumerate(parts.actors):
        if not actor.moves:
            one = Picture(actor.first)
            other = one if actor.like.look == "same" else Picture(actor.second)
            covers.append(_Cover(one, other, number, actor.in_first, actor.in_second))
    for leaves, stack, places in ((True, first, parts.leaving), (False, second, parts.coming)):
        for each in places:
            picture = Picture(stack.layers[each])
            drawing = None if leaves else behind.drawing
            drawn = partial(drawing.look, stack.layers[each]) if drawing else None
            covers.append(_Cover(picture, picture, -1, each if leaves else -1, -1 if leaves else each, drawn))
    return covers


def _track(actor: Actor, pieces: Pieces) -> Track:
    """The track of an actor; that of a piece of text under the id of the text."""
    first, second = (
        replace(layer, id=pieces.whole.get(layer.id, layer.id)) for layer in (actor.first, actor.second)
    )
    reshaped = actor.inside is not None
    turned = None if reshaped or not actor.moves else partial(ways, actor)
    return Track(first, second, partial(place, actor), reshaped, turned)
