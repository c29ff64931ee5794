"""A draft -> what is shown and what is spoken in it, in the order of the file.

The rules: points are shown; what the author marked as notes is spoken. Without notes the running text is spoken,
and with it the points that it announces with a colon, or all of them where it is too short to be the talk.
A scene of running text alone shows the first sentence of every paragraph. Files written as slides show all
their text. Where nothing is left to be spoken, title and points are read out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from studio.directions import Words, parts
from studio.importers.outline.arrange import Draft
from studio.importers.outline.blocks import Block, Break, Heading, Note, Point, Remark, Running
from studio.lecture import CardPoint
from studio.sentences import WIDE, sentences

LONGEST_POINT = 600
"""Characters of a point that are shown."""

_LEAD_WORDS = 30
_LEAD_LENGTH = 300
_PARENT_WORDS = 12
_TALK_SHARE = 1 / 3
"""Running text with fewer words than this share of the points' is no talk by itself."""

_LATIN = re.compile(r"[^\W\d_](?:[^\W_]|['’\-])*|\d+")
_ANNOUNCES = re.compile(r"[:：]\s*$")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a scene: a point that is shown, words that are spoken, or both."""

    shown: CardPoint | None = None
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a scene consists of. `notes` are spoken over all of it; otherwise each item brings its words.

    `remarks` are for the report.
    """

    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    full: bool = False
    """True where the author made it one slide, which may then be fuller than ours."""


def words_in(text: str) -> float:
    """The length of a text in words; two Chinese, Japanese or Korean characters count as one."""
    return len(_LATIN.findall(WIDE.sub(" ", text))) + len(WIDE.findall(text)) / 2


def content_of(draft: Draft, language: str) -> Content:
    """What is shown and spoken in a draft; `language` is a BCP 47 tag (for sentence ends)."""
    remarks = [block for block in draft.blocks if isinstance(block, Remark)]
    notes = tuple(block.text for block in draft.blocks if isinstance(block, Note))
    rest = [block for block in draft.blocks if isinstance(block, Point | Running)]
    if draft.opening:
        items = list(_opening(rest))
    elif draft.shown or notes:
        items = [Item(_point(text, level)) for text, level in _all_shown(rest)]
    else:
        items = list(_talk(rest, language))
    if any(item.shown is not None and item.shown.text.endswith("…") for item in items):
        remarks.append(Remark("replaced", "text", "A point too long for a card is shown shortened."))
    return Content(tuple(items), notes, tuple(remarks), draft.shown)


def _opening(rest: Iterable[Block]) -> Iterator[Item]:
    for block in rest:
        match block:
            case Point(text):
                yield Item(_point(text, 0))
            case Running(text):
                yield Item(None, text)
            case _:
                pass


def _all_shown(rest: Iterable[Block]) -> Iterator[tuple[str, int]]:
    """A short line right above a list is the point that the list belongs to."""
    blocks = list(rest)
    under = False
    for i, block in enumerate(blocks):
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        match block:
            case Running(text):
                under = isinstance(following, Point) and words_in(text) <= _PARENT_WORDS
                yield text, 0
            case Point(text, level):
                yield text, level + under
            case Heading() | Note() | Break() | Remark():
                pass


def _talk(rest: Sequence[Block], language: str) -> Iterator[Item]:
    running = [block.text for block in rest if isinstance(block, Running)]
    points = [block.text for block in rest if isinstance(block, Point)]
    if not running:
        yield from (Item(_point(b.text, b.level)) for b in rest if isinstance(b, Point))
        return
    all_spoken = sum(map(words_in, running)) < _TALK_SHARE * sum(map(words_in, points))
    announced = False
    for block in rest:
        match block:
            case Running(text):
                announced = _ANNOUNCES.search(text) is not None
                yield Item(None if points else _lead(text, language), text)
            case Point(text, level):
                yield Item(_point(text, level), text if announced or all_spoken else "")
            case _:
                pass


def _lead(paragraph: str, language: str) -> CardPoint | None:
    """The first sentence of a paragraph, where it is short enough to be read at a glance."""
    # Directions to the speaker stay in the script; nobody wants to read them.
    plain = " ".join(part.text for part in parts(paragraph) if isinstance(part, Words))
    first = next(iter(sentences(plain[: 2 * _LEAD_LENGTH], language)), "")
    if not first or words_in(first) > _LEAD_WORDS or len(first) > _LEAD_LENGTH:
        return None
    return CardPoint(_ANNOUNCES.sub("", first))


def _point(text: str, level: int) -> CardPoint:
    if len(text) > LONGEST_POINT:
        text = text[:LONGEST_POINT].rsplit(" ", 1)[0].rstrip() + "…"
    return CardPoint(text, level)
