"""How alike two small grey pictures are: pages of one deck, so what all of them share says nothing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import mul

ENOUGH = 4
"""So many pictures are needed to know what all of a deck's pages share."""
Vector = tuple[float, ...]


def vectors(pictures: Mapping[int, bytes], others: Mapping[int, bytes]) -> dict[int, Vector]:
    """Each picture less what is common to it and its like, at length 1; one that shows nothing else is all zero.

    `others` are the pictures it will be compared with: they tell what is common where it has few of its own kind.
    """
    known = pictures if len(pictures) >= ENOUGH else others if len(others) >= ENOUGH else {}
    usual = _mean(list(known.values()))
    return {index: _unit(picture, usual) for index, picture in pictures.items()}


def alike(a: Vector, b: Vector) -> float:
    """The correlation of two vectors, from 0 (or less) to 1. Sizes that differ have nothing in common."""
    return max(0.0, sum(map(mul, a, b))) if len(a) == len(b) else 0.0


def _mean(pictures: Sequence[bytes]) -> Vector:
    if not pictures or len({len(picture) for picture in pictures}) > 1:
        return ()
    return tuple(sum(pixels) / len(pictures) for pixels in zip(*pictures, strict=True))


def _unit(picture: bytes, usual: Vector) -> Vector:
    bare = [value - common for value, common in zip(picture, usual, strict=True)] if usual else [*picture]
    middle = sum(bare) / max(1, len(bare))
    centred = [value - middle for value in bare]
    length = math.sqrt(sum(value * value for value in centred))
    return tuple(value / length for value in centred) if length > len(bare) ** 0.5 else (0.0,) * len(bare)
