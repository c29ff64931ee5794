"""Reshape (level 4): as level 3, and a picture of one slide turns into one of the other; also frames of models.

Only pictures do: words and drawings travel and fade as on level 3, whatever happens between the edges of a picture
below them.
"""

from __future__ import annotations

from dataclasses import replace

from renderers.layers.stack import Layer
from renderers.matching import picture_pairs
from renderers.transitions import move
from renderers.transitions.flow import Reshaping, flow
from renderers.transitions.how import Asked, Side
from renderers.transitions.insides import Inside
from renderers.transitions.shown import shown
from studio.matching import Pair


def has_frames(asked: Asked) -> bool:
    """Whether a model made frames for the level that is asked for."""
    return asked.how.pictures is not None and asked.how.pictures.level is asked.level


def prepare(a: Side, b: Side, asked: Asked) -> move.Move:
    """From `a` to `b`, both of which must have their objects (ValueError otherwise).

    Where a model made frames of a pair for this level these are shown; every other pair of pictures follows its
    optical flow. `Move.tracks` tells which objects are reshaped.
    """
    if a.stack is None or b.stack is None:
        raise ValueError("no objects to reshape")
    how = asked.how
    pairs = picture_pairs(a.stack, b.stack, how.pairs, how.by_hand)
    turning = {(pair.first, pair.second) for pair in pairs}
    made = how.pictures if has_frames(asked) else None

    flows: dict[tuple[int, int], Reshaping] = {}

    def inside_of(pair: Pair, first: Layer, second: Layer) -> Inside | None:
        both = pair.first, pair.second
        if made is not None and (made.first, made.second) == both:
            return shown(first, second, made)
        if both not in turning:
            return None
        if both not in flows:  # asked again for the same two pictures of fewer pixels
            flows[both] = flow(first, second)
        return flows[both].of(first, second)

    known = {(pair.first, pair.second) for pair in how.pairs}
    more = tuple(pair for pair in pairs if (pair.first, pair.second) not in known)
    return move.prepare(a, b, replace(how, pairs=(*how.pairs, *more)), inside_of)
