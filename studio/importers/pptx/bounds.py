"""How much one slide may hold: what is more is left out with a line in the report, and the deck still arrives."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from studio.importers.ledger import Ledger

MOST_OBJECTS = 5_000
"""Shapes of one slide; drawings made of lines come to some hundreds."""
LONGEST_PARAGRAPH = 20_000
"""Characters; as in an outline, what is longer is data."""
LONGEST_NOTES = 200_000
"""Characters of the notes of a slide: three hours of speech."""
LONGEST_TEXT = 100_000
"""Characters of one object of a slide."""
LONGEST_NAME = 255
"""Characters of an object's name."""

T = TypeVar("T")


def objects_within(found: Iterable[T], ledger: Ledger) -> list[T]:
    """The first objects of a slide, as many as one may have."""
    objects = list(islice(found, MOST_OBJECTS + 1))
    if len(objects) > MOST_OBJECTS:
        objects.pop()
        ledger.left_out(
            "object", f"The slide has more than {MOST_OBJECTS:,} objects; the others are drawn but not kept."
        )
    return objects


def text_within(text: str, ledger: Ledger) -> str:
    """The text of an object, as long as it may be."""
    if len(text) <= LONGEST_TEXT:
        return text
    ledger.left_out(
        "text", f"A text of the slide has more than {LONGEST_TEXT:,} characters; the rest of it is left out."
    )
    return text[:LONGEST_TEXT]


def notes_within(lines: tuple[str, ...], ledger: Ledger) -> tuple[str, ...]:
    """The lines of the notes, each and all together as long as they may be."""
    if len(lines) + sum(map(len, lines)) <= LONGEST_PARAGRAPH:
        return lines
    kept: list[str] = []
    left = LONGEST_NOTES
    for line in lines:
        kept.append(line[: min(left, LONGEST_PARAGRAPH)])
        left -= 1 + len(kept[-1])
        if left <= 0:
            break
    if tuple(kept) != lines:
        ledger.left_out(
            "notes",
            f"The notes are longer than {LONGEST_NOTES:,} characters or have a paragraph of more than"
            f" {LONGEST_PARAGRAPH:,}; the rest is left out.",
        )
    return tuple(kept)
