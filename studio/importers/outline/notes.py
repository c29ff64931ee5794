"""Finds the words for the speaker that authors mark by a first line such as “Note:”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from studio.importers.outline.blocks import Block, Break, Heading, Note, Point, Running

_MARK = re.compile(
    r"(?:speaker(?:'s|’s)? ?notes?|notes?|script|narration|speaker|voice-?over|"
    r"notizen|sprechertext|sprecher|guion|notas?|remarques?|"
    r"備註|备注|講稿|讲稿|旁白|口白|備忘錄|演講稿|ノート|ナレーション|発表者ノート|노트|대본)\s*[:：]\s*",
    re.IGNORECASE,
)


_EVERYDAY = re.compile(r"notes?\s*[:：]\s*\S", re.IGNORECASE)
"""“Note: …” is also how documents begin a remark in their running text."""


def with_marked_notes(blocks: Iterable[Block], slides: bool = False) -> Iterator[Block]:
    """Turn what stands behind such a mark into notes, up to the next heading or slide.

    In documents (not `slides`) “Note: …” behind running text is a remark in that text.
    """
    speaking = running = False
    for block in blocks:
        if isinstance(block, Heading | Break):
            speaking = running = False
        mark = _MARK.match(block.text) if isinstance(block, Running) and not block.quoted else None
        if isinstance(block, Running) and mark and not (running and _is_everyday(block.text, slides)):
            speaking = True
            rest = block.text[mark.end() :].strip()
            if rest:
                yield Note(rest)
        elif speaking and isinstance(block, Running | Point):
            yield Note(block.text)
        else:
            running = running or isinstance(block, Running)
            yield block


def _is_everyday(text: str, slides: bool) -> bool:
    return not slides and _EVERYDAY.match(text) is not None
