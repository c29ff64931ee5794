"""The words for a picture: a text file of the same name beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from studio.importers.outline.blocks import Break, Heading, Remark
from studio.importers.outline.files import read_text

SUFFIXES = (".txt", ".md", ".markdown", ".text")
_ENDS = re.compile(r"[.!?:;。！？：；…][\"'”’」』）)]*$")


def words_in(path: Path) -> tuple[str, tuple[str, ...]]:
    """The title that a script gives its picture ("": none), and its paragraphs; raises `BadFileError`.

    In Markdown a heading at the beginning is the title. In plain text a line that ends within a sentence goes on in
    the next one.
    """
    text = read_text(path)
    if path.suffix.lower() not in (".md", ".markdown"):
        return "", tuple(_paragraphs(text.split("\n")))
    from studio.importers.outline import markdown

    outline = markdown.outline_of(text)
    blocks = [block for block in outline.blocks if not isinstance(block, Break | Remark)]
    title = outline.title
    if not title and blocks and isinstance(blocks[0], Heading):
        title = blocks.pop(0).text
    return title, tuple(block.text for block in blocks if block.text.strip())


def _paragraphs(lines: Iterable[str]) -> list[str]:
    found: list[str] = []
    goes_on = False
    for line in lines:
        words = " ".join(line.split())
        if goes_on and words:
            joint = "" if found[-1][-1] >= "\u2e80" and words[0] >= "\u2e80" else " "
            found[-1] = f"{found[-1]}{joint}{words}"
        elif words:
            found.append(words)
        goes_on = bool(words) and not _ENDS.search(words)
    return found
