"""The ways in which slides are written in Markdown: front matter, Marp, reveal.js and Remark.

CommonMark knows neither front matter nor slides, so what these programs add is taken out before it is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["body", "notes", "break"]

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_MOST_BRACKETS = 300
_PAIR = re.compile(r"([A-Za-z][\w\-]*):(?:\s+(.*))?$")
_REMARK_PROPERTY = re.compile(
    r"(?:name|class|template|layout|count|exclude|background-\w+|background):(?:\s|$)"
)
_HEADING = re.compile(r"#{1,3} +\S")
_WRAPPER = re.compile(r"(?<![\w)\]])(?:\.[A-Za-z][\w\-]*)+\[")
_LIQUID = re.compile(r"\{%[^{}\n]{0,300}%\}|\{:[^{}\n]{0,300}\}")


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown file parted into pieces that are parsed one by one. `facts` is its front matter.

    `slides` is True where the file says that it is slides; `lines` where a line end shows as one (Marp).
    """

    facts: dict[str, str]
    pieces: tuple[tuple[Kind, str], ...]
    slides: bool = False
    lines: bool = False


def source_of(text: str) -> Source:
    """The pieces of a Markdown file, without what only a slide program understands."""
    facts, body = _front_matter(text)
    marp = facts.get("marp", "").lower() == "true"
    body = _without_thickets(_LIQUID.sub("", body))
    if any(line.rstrip() == "???" for line, _ in _lines(body)):
        return Source(facts, tuple(_remark(body)), slides=True)
    declared = marp or facts.get("layout", "").lower() in ("slides", "slide", "presentation")
    declared = declared or bool({"revealoptions", "theme", "headingdivider"} & set(facts)) or "slidy" in facts
    return Source(facts, (("body", body),), declared, marp)


def _without_thickets(text: str) -> str:
    """Square brackets in masses are no links, and looking for links in them would take minutes."""
    lines = text.split("\n")
    return "\n".join(line.replace("[", "(") if line.count("[") > _MOST_BRACKETS else line for line in lines)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The first block between lines of dashes, if it holds nothing but `key: value` (YAML's simplest form)."""
    lines = text.removeprefix("\ufeff").lstrip("\n").split("\n")
    if not lines or lines[0].rstrip() != "---":
        return {}, text
    end = next((i for i, line in enumerate(lines[1:], start=1) if line.rstrip() in ("---", "...")), 0)
    facts: dict[str, str] = {}
    for line in lines[1:end]:
        if line[:1] in ("", " ", "\t", "#", "-", "}", "]"):
            continue
        pair = _PAIR.match(line)
        if pair is None:
            return {}, text
        facts[pair[1].lower()] = (pair[2] or "").strip().strip("'\"")
    return (facts, "\n".join(lines[end + 1 :])) if end else ({}, text)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines that stand outside fenced code with False, those of code with True."""
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            yield line, True
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        fence = mark[1] if mark else ""
        yield line, bool(fence)


def _remark(text: str) -> Iterator[tuple[Kind, str]]:
    """Remark: `---` between slides whatever stands above it, `--` for increments, `???` before notes."""
    kind: Kind = "body"
    piece: list[str] = []
    top = True
    for line, code in _lines(text):
        bare = line.rstrip()
        if not code and bare in ("---", "???"):
            yield kind, _unwrapped(piece)
            piece = []
            if bare == "---":
                yield "break", ""
            kind, top = ("notes", False) if bare == "???" else ("body", True)
        elif not code and kind == "notes" and _HEADING.match(line):
            # Nobody heads his notes: the line of dashes before the next slide was forgotten.
            yield kind, _unwrapped(piece)
            yield "break", ""
            kind, top, piece = "body", False, [line]
        elif not code and (bare == "--" or (top and _REMARK_PROPERTY.match(line))):
            continue
        else:
            top = top and not bare
            piece.append(line)
    yield kind, _unwrapped(piece)


def _unwrapped(lines: list[str]) -> str:
    """Without Remark's `.class[ … ]` around text; the text stays."""
    text = "\n".join(lines)
    while (wrapper := _WRAPPER.search(text)) is not None:
        end = _closing(text, wrapper.end())
        text = text[: wrapper.start()] + text[wrapper.end() : end] + text[end + 1 :]
    return text


def _closing(text: str, start: int) -> int:
    depth = 1
    for i in range(start, len(text)):
        depth += {"[": 1, "]": -1}.get(text[i], 0)
        if not depth:
            return i
    return len(text)
