"""Plain text: outlines by indentation, bullets, numbers or underlined headings -> blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from studio.assets import AssetStore
from studio.importers.outline import markdown
from studio.importers.outline.blocks import Block, Break, Heading, Outline, Point, Running
from studio.importers.outline.build import build
from studio.importers.outline.files import read_text
from studio.importers.outline.notes import with_marked_notes
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import ImportReport

label = "plain text outlines"
suffixes = (".txt", ".text")

_ATX = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,}|~{3,}|\*{3,})\s*$")
_BULLET = re.compile(
    r"([-*+•‣▪●○◦–—·※]|\(?[0-9]{1,3}[.)、．]|\(?[A-Za-z][.)]|[IVX]{1,5}[.)]|[一二三四五六七八九十]{1,3}、)\s*(?=\S)"
)
_SECTION = re.compile(r"((?:\d{1,3}\.)+\d{1,3}|\d{1,3})\.?\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?。！？…;；,，]\s*$")
_DEEP = re.compile(r"\d{1,3}\.\d{1,3}")
_LONGEST_HEADING = 90
_WRAPPED = 50
"""Lines longer than this that are not ended go on in the next line."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text without its mark; `alone` where an empty line stands before it."""

    indent: int
    mark: str
    text: str
    alone: bool
    level: int = 0
    """Of a heading, from 1; 0 for other lines, -1 for a break."""


def recognises(path: Path) -> bool:
    """Plain text has no marks of its own: only its name tells."""
    return False


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Read the outline; raises `BadFileError` with one sentence."""
    return build(outline_of(read_text(path)), path)


def outline_of(text: str) -> Outline:
    """The blocks of a plain text; one that is written in Markdown is read as such."""
    if len(_ATX.findall(text)) >= 2:
        return markdown.outline_of(text)
    lines = _numbered(_lines(text)) if _is_numbered(text) else _lines(text)
    if not any(line.level > 0 for line in lines):
        lines = _with_headings(lines)
    return Outline(tuple(with_marked_notes(_blocks(lines))))


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    alone = True
    for raw in text.expandtabs(4).split("\n"):
        under = _UNDERLINE.match(raw)
        if under and not alone and found and not found[-1].mark:
            found[-1] = replace(found[-1], level=1 if under[1][0] in "=*" else 2)
        elif under:
            found.append(_Line(0, "", "", True, -1))
        elif raw.strip():
            found.append(_line(raw, alone))
        alone = not raw.strip() or under is not None
    return _unwrapped(found)


def _line(raw: str, alone: bool) -> _Line:
    body = raw.lstrip(" \u3000")
    indent = sum(2 if letter == "\u3000" else 1 for letter in raw[: len(raw) - len(body)])
    mark = _BULLET.match(body)
    if mark is None or (mark[1].isascii() and body[mark.end(1) : mark.end(1) + 1] != " "):
        return _Line(indent, "", body.strip(), alone)
    return _Line(indent, mark[1], body[mark.end() :].strip(), alone)


def _unwrapped(lines: list[_Line]) -> list[_Line]:
    """Lines broken by an editor joined again."""
    found: list[_Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before is not None and _goes_on(before, line):
            joint = "" if ord(before.text[-1]) > 0x2E80 else " "
            found[-1] = replace(before, text=f"{before.text}{joint}{line.text}")
        else:
            found.append(line)
    return found


def _goes_on(before: _Line, line: _Line) -> bool:
    plain = not line.mark and not line.alone and line.level == 0 and before.level == 0
    aligned = line.indent >= before.indent if before.mark else line.indent == before.indent
    long = len(before.text) + before.indent > _WRAPPED and not before.text.endswith((":", "："))
    return plain and aligned and long and bool(before.text)


def _is_numbered(text: str) -> bool:
    starts = [line.strip() for line in text.split("\n") if line.strip()]
    return sum(_DEEP.match(line) is not None for line in starts) >= 2


def _numbered(lines: list[_Line]) -> list[_Line]:
    """Headings by decimal numbers: "2" is one level out of "2.1"."""
    found: list[_Line] = []
    for line in lines:
        whole = f"{line.mark} {line.text}" if line.mark[:1].isdigit() else line.text
        number = _SECTION.match(whole)
        if number is None or len(whole) > _LONGEST_HEADING or _SENTENCE_END.search(whole):
            found.append(line)
        else:
            found.append(replace(line, mark="", text=whole[number.end() :], level=number[1].count(".") + 2))
    first = found[0] if found else None
    if first is not None and first.level == 0 and _may_head(first):
        found[0] = replace(first, level=1)
    return found


def _with_headings(lines: list[_Line]) -> list[_Line]:
    """Headings are the outermost lines that something stands under; a line alone before all is the title.

    Where no plain line is one, the outermost items of the list are.
    """
    if not lines:
        return []
    outer = min(line.indent for line in lines)
    titled = not lines[0].mark and _may_head(lines[0]) and len(lines) > 1 and lines[1].alone
    title = [replace(lines[0], level=1)] if titled else []
    rest = lines[len(title) :]
    pairs = list(zip(rest, [*rest[1:], None], strict=True))
    tops = [line for line, below in pairs if line.indent == outer and _heads(line, below)]
    plain = any(not line.mark for line in tops)
    for line, _ in pairs:
        at_top = line.indent == outer and line.level == 0 and _may_head(line)
        heads = any(line is top for top in tops) if plain or not line.mark else bool(tops)
        level = 2 if at_top and heads and plain != bool(line.mark) else line.level
        title.append(replace(line, level=level, mark="" if level > 0 else line.mark))
    return title


def _may_head(line: _Line) -> bool:
    return len(line.text) <= _LONGEST_HEADING and not _SENTENCE_END.search(line.text) and line.level == 0


def _heads(line: _Line, following: _Line | None) -> bool:
    """Whether a line reads as a heading of what follows."""
    if following is None or not _may_head(line):
        return False
    if following.indent > line.indent or (following.mark and not line.mark):
        return True
    text = not following.mark and following.level == 0 and not _may_head(following)
    return text and line.alone and not line.mark


def _blocks(lines: list[_Line]) -> Iterator[Block]:
    """Levels of points follow from how far in they stand below their heading."""
    indents: list[int] = []
    for line in lines:
        if line.level:
            indents = []
            yield Break() if line.level < 0 else Heading(line.text.rstrip(":："), line.level)
            continue
        if not line.mark and (line.indent == 0 or _SENTENCE_END.search(line.text)):
            yield Running(line.text)
            continue
        while indents and line.indent < indents[-1]:
            indents.pop()
        if not indents or line.indent > indents[-1]:
            indents.append(line.indent)
        number = f"{line.mark.strip('()、．.')}. " if line.mark.strip("().、．").isdigit() else ""
        yield Point(f"{number}{line.text}", len(indents) - 1)
