"""Scripts of videos: what is to be said stands below a heading “Script”, with speakers and directions between.

Who writes a script for a video puts its length, its actors and remarks before it, the initials of who speaks
before each paragraph, and arrows before what happens on the screen. Nothing of that is for the listeners.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from studio.importers.outline.blocks import Block, Heading, Note, Point, Remark, Running

_NAMES = frozenset(
    (
        "script",
        "the script",
        "narration",
        "voice-over",
        "guion",
        "skript",
        "sprechertext",
        "講稿",
        "讲稿",
        "旁白",
        "腳本",
        "脚本",
        "台本",
    )
)
_SHARE = 2 / 3
"""So much of all words must stand below such a heading for it to be the whole talk."""
_LABEL = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(_NAMES)))})\s*[:：]\s*(?=\S)", re.IGNORECASE)
_SPEAKER = re.compile(r"([A-Z]{1,2})[:：](?:\s+|$)")
_ARROW = re.compile(r"(?:→|⇒|->|=>)\s*(?=\S)")


def as_spoken(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a file; of a script only what is said."""
    found = list(blocks)
    span = _script(found)
    if span is None:
        return found
    start, end = span
    head = found[start]
    assert isinstance(head, Heading)
    title = [
        Heading(_LABEL.sub("", block.text), block.level)
        for block in found[:1]
        if isinstance(block, Heading) and block.level < head.level
    ]
    beside = [b for b in (*found[len(title) : start], *found[end:]) if isinstance(b, Heading | Remark)]
    told = (_beside(block) for block in beside)
    return [*title, *told, *_said(found[start + 1 : end])]


def _script(blocks: list[Block]) -> tuple[int, int] | None:
    """Where the script begins and ends; None where the file is no script."""
    heads = [
        i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.text.lower().strip(" :：") in _NAMES
    ]
    if len(heads) != 1:
        return None
    start = heads[0]
    head = blocks[start]
    assert isinstance(head, Heading)
    rest = range(start + 1, len(blocks))
    outer = (i for i in rest if isinstance(b := blocks[i], Heading) and b.level <= head.level)
    end = next(outer, len(blocks))
    headed = any(isinstance(block, Heading) for block in blocks[start + 1 : end])
    spoken = sum(map(_length, blocks[start:end])) >= _SHARE * sum(map(_length, blocks))
    return (start, end) if headed and spoken else None


def _length(block: Block) -> int:
    return len(block.text) if isinstance(block, Running | Note | Point) else 0


def _beside(block: Block) -> Remark:
    if isinstance(block, Remark):
        return block
    assert isinstance(block, Heading)
    return Remark("left out", "text", f"“{block.text}” stands beside the script and is left out.")


def _said(blocks: list[Block]) -> Iterator[Block]:
    speakers = Counter(
        mark[1] for block in blocks if isinstance(block, Running) and (mark := _SPEAKER.match(block.text))
    )
    named = sum(speakers.values()) >= 3 and len(speakers) <= 6
    if named:
        names = ", ".join(f"“{name}”" for name in speakers)
        yield Remark("left out", "speaker", f"The marks of who speaks ({names}) are not spoken.")
    for block in blocks:
        if not isinstance(block, Running):
            yield block
        elif arrow := _ARROW.match(block.text):
            told = block.text[arrow.end() :]
            yield Remark(
                "left out", "direction", f"“{told[:120]}” is said to whoever makes the video and is left out."
            )
        elif words := _SPEAKER.sub("", block.text, 1) if named else block.text:
            yield Note(words)
