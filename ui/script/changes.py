"""What is different between two texts, as the one stretch that was replaced: pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Change:
    """The characters `start <= n < stop` of a text were replaced with `new`."""

    start: int
    stop: int
    new: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing is different."""
        return self.start == self.stop and not self.new

    @property
    def shift(self) -> int:
        """By how much what stands behind it moves."""
        return len(self.new) - (self.stop - self.start)


def between(before: str, after: str) -> Change:
    """The smallest stretch of `before` that has to be replaced to get `after`."""
    shorter = min(len(before), len(after))
    start = _common(lambda length: before[:length] == after[:length], shorter)
    end = _common(
        lambda length: before[len(before) - length :] == after[len(after) - length :], shorter - start
    )
    return Change(start, len(before) - end, after[start : len(after) - end])


def rebased(before: str, mine: str, theirs: str) -> str:
    """`theirs` with what I changed from `before` to `mine`; where both changed one place, mine follows theirs."""
    change, other = between(before, mine), between(before, theirs)
    if change.start >= other.stop:
        start, stop = change.start + other.shift, change.stop + other.shift
    elif change.stop <= other.start:
        start, stop = change.start, change.stop
    else:
        start = stop = other.start + len(other.new)
    return theirs[:start] + change.new + theirs[stop:]


def utf16(text: str, index: int) -> int:
    """The place of a character as Qt counts, in UTF-16 units: those outside the first plane count twice."""
    return index if text.isascii() else len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def _common(agree: Callable[[int], bool], longest: int) -> int:
    """The greatest length up to `longest` at which two texts agree; a handful of comparisons in C."""
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        if agree(middle):
            low = middle
        else:
            high = middle - 1
    return low
