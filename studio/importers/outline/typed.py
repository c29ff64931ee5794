"""What word processors have in common: numbers before list items, headings that only look like some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from studio.importers.outline.blocks import Block, Heading, Running

_LONGEST_HEADING = 80


@dataclass(slots=True)
class Numbers:
    """Counts the items of numbered lists, each list and level by itself."""

    _counts: Counter[tuple[str, int]] = field(default_factory=Counter[tuple[str, int]])

    def mark(self, name: str, depth: int, numbered: bool) -> str:
        """What stands before the next item of a list: "3. ", or nothing where it only has a bullet."""
        self._counts[name, depth] += 1
        for key in [key for key in self._counts if key[0] == name and key[1] > depth]:
            del self._counts[key]
        return f"{self._counts[name, depth]}. " if numbered else ""


def with_bold_headings(blocks: Iterable[Block], bold: set[str]) -> list[Block]:
    """Where no heading style is used, short lines set in `bold` from end to end are the headings."""
    found = list(blocks)
    if any(isinstance(block, Heading) for block in found):
        return found
    return [_headed(block, bold) for block in found]


def _headed(block: Block, bold: set[str]) -> Block:
    if isinstance(block, Running) and len(block.text) <= _LONGEST_HEADING and block.text in bold:
        return Heading(block.text.rstrip(":："), 2)
    return block
