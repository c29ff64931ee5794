"""Which objects of two neighbouring slides are one, as far as their identity tells: names, ids, pictures, words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Object `first` of the slide before and `second` of this one are one; `why` names what says so."""

    first: int
    second: int
    why: str
