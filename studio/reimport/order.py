"""The order of the scenes after a re-import: the deck's, unless the author has made one of his own.

What the author put behind a slide (cards, copies, the parts of a split) goes where that slide goes. A new slide
stands behind the slide it follows in the deck.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from studio.lecture import Scene


@dataclass(slots=True)
class Block:
    """A slide's scene (`slide`: its index in the changed deck; None: what stands before all slides) and what
    belongs beside it."""

    slide: int | None
    scenes: list[Scene] = field(default_factory=list[Scene])


@dataclass(frozen=True, slots=True)
class Order:
    """The scenes in order, the ids of those that went elsewhere, and whether the deck's order was not followed."""

    scenes: tuple[Scene, ...]
    moved: frozenset[str]
    refused: bool


def arranged(
    scenes: Sequence[Scene], slides: Mapping[str, tuple[int, int]], new: Mapping[int, Scene]
) -> Order:
    """Put scenes in order. `slides` gives for the scene that stands for a slide (by id) the slide's index in the
    old deck and in the new one; `new` are the scenes of slides that came with the deck, by their index in it.
    """
    blocks = _blocks(scenes, slides)
    before = [slides[scene.id] for scene in scenes if scene.id in slides]
    own = not _rising([old for old, _ in before])
    by_deck = [now for _, now in sorted(before)]
    if own:
        refused = not _rising(by_deck) and not _rising([now for _, now in before])
        for index in sorted(new):
            blocks.insert(_behind(blocks, index), Block(index, [new[index]]))
        return Order(_laid_out(blocks), frozenset(), refused)
    stay = _longest_rising([now for _, now in before])
    moved = frozenset(s.id for s in scenes if s.id in slides and slides[s.id][1] not in stay)
    blocks += (Block(index, [scene]) for index, scene in new.items())
    blocks.sort(key=lambda block: -1 if block.slide is None else block.slide)
    return Order(_laid_out(blocks), moved, False)


def _blocks(scenes: Sequence[Scene], slides: Mapping[str, tuple[int, int]]) -> list[Block]:
    blocks = [Block(None)]
    last: Scene | None = None
    for scene in scenes:
        if scene.id in slides:
            ahead = _opening(blocks[-1], last, scene)
            blocks.append(Block(slides[scene.id][1], [*ahead, scene]))
            last = scene
        else:
            blocks[-1].scenes.append(scene)
    return blocks


def _opening(block: Block, slide: Scene | None, following: Scene) -> list[Scene]:
    """Take from behind a slide what already belongs to the section of the scene that follows."""
    ahead: list[Scene] = []
    if slide is not None and slide.section != following.section:
        while block.scenes[-1] is not slide and block.scenes[-1].section == following.section:
            ahead.insert(0, block.scenes.pop())
    return ahead


def _behind(blocks: Sequence[Block], index: int) -> int:
    """Where a new slide goes: behind the nearest slide before it in the deck, else before the nearest after it."""
    there = {block.slide: at for at, block in enumerate(blocks) if block.slide is not None}
    earlier = [slide for slide in there if slide < index]
    if earlier:
        return there[max(earlier)] + 1
    return there[min(there)] if there else len(blocks)


def _laid_out(blocks: Sequence[Block]) -> tuple[Scene, ...]:
    return tuple(scene for block in blocks for scene in block.scenes)


def _rising(numbers: Sequence[int]) -> bool:
    return all(a < b for a, b in pairwise(numbers))


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """The numbers of a longest rising subsequence (patience sorting): what did not move while the rest did."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int | None] = []
    for at, number in enumerate(numbers):
        pile = bisect_left(ends, number)
        before.append(tops[pile - 1] if pile else None)
        ends[pile : pile + 1], tops[pile : pile + 1] = [number], [at]
    found: set[int] = set()
    at = tops[-1] if tops else None
    while at is not None:
        found.add(numbers[at])
        at = before[at]
    return frozenset(found)
