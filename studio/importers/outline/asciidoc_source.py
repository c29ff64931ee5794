"""An AsciiDoc file before its blocks are read: header, attributes, comments, conditions and includes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from studio.importers.outline.blocks import Remark

_ATTRIBUTE = re.compile(r":(!?)([A-Za-z0-9_][\w-]*)(!?):(?:\s+(.*))?$")
_DIRECTIVE = re.compile(r"(include|ifdef|ifndef|ifeval|endif)::(\S*?)\[(.*)\]\s*$")
_VERBATIM = re.compile(r"(-{4,}|\.{4,}|\+{4,}|`{3,})\S*\s*$")
_COMMENT = re.compile(r"/{4,}\s*$")
_AUTHOR = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}(?: <[^<>]*>)?(?:; .*)?$")
_REVISION = re.compile(r"v?\d[\w.]*(?:, .*)?$|v\d\S*$")


@dataclass(slots=True)
class Source:
    """The lines that hold text. `attributes` are what the file says about itself, by lower-case names;
    `subtitle` its lines below the title; `remarks` are for the report.
    """

    lines: list[str] = field(default_factory=list[str])
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    subtitle: list[str] = field(default_factory=list[str])
    remarks: list[Remark] = field(default_factory=list[Remark])


def source_of(text: str) -> Source:
    """The lines of a file with its comments, conditions and settings taken out; nothing else is opened."""
    source = Source()
    fence = ""
    skipping: list[bool] = []
    for line in text.split("\n"):
        line = line.rstrip()
        if fence:
            fence = "" if line.rstrip() == fence else fence
            # What a comment block holds is dropped with its two ends.
            if not source.lines or source.lines[-1] != _DROPPED:
                source.lines.append(line)
            elif not fence:
                source.lines.pop()
            continue
        if _keeps(line, source, skipping):
            fence = _fence(line, source)
    source.lines = [line for line in source.lines if line != _DROPPED]
    _take_header(source)
    return source


_DROPPED = "\ue001"


def _fence(line: str, source: Source) -> str:
    """Keep a line; what ends the block that it begins ("" where it begins none of those that are left alone)."""
    if _COMMENT.match(line):
        source.lines.append(_DROPPED)
        return line
    source.lines.append(line)
    mark = _VERBATIM.match(line)
    return mark[1] if mark else ""


def _keeps(line: str, source: Source, skipping: list[bool]) -> bool:
    """Whether a line is text; directives and settings are followed here."""
    directive = _DIRECTIVE.match(line)
    if directive is not None:
        _follow(directive[1], directive[2], directive[3], source, skipping)
        return False
    if any(skipping):
        return False
    entry = _ATTRIBUTE.match(line)
    if entry is not None:
        _set(entry[2].lower(), entry[4] or "", bool(entry[1] or entry[3]), source)
        return False
    return not (line.startswith("//") and not line.startswith("///"))


def _set(name: str, value: str, unset: bool, source: Source) -> None:
    if unset:
        source.attributes.pop(name, None)
    elif len(source.attributes) < 1000:
        source.attributes[name] = value.strip()[:1000]


def _follow(what: str, target: str, inner: str, source: Source, skipping: list[bool]) -> None:
    if what == "include":
        if not any(skipping):
            name = target.rpartition("/")[2][:80]
            told = f"“{name}”, which the file includes, is not read; put its text into this file."
            source.remarks.append(Remark("left out", "include", told))
    elif what == "endif":
        if skipping:
            skipping.pop()
    elif what == "ifeval":
        skipping.append(False)
    elif not inner:  # with text in the brackets it is a condition for that text alone
        known = any(name.lower() in source.attributes for name in re.split(r"[,+]", target))
        skipping.append(known == (what == "ifndef"))
    elif not any(skipping) and (target.lower() in source.attributes) == (what == "ifdef"):
        source.lines.append(inner)


def _take_header(source: Source) -> None:
    """The lines right below the title name the author and the edition."""
    lines = source.lines
    first = next((i for i, line in enumerate(lines) if line), None)
    if first is None or not re.match(r"[=#] +\S", lines[first]):
        return
    end = first + 1
    for pattern in (_AUTHOR, _REVISION):
        if end < len(lines) and pattern.match(lines[end]):
            source.subtitle.append(re.sub(r"\s*<[^<>]*>", "", lines[end]).removeprefix("v"))
            end += 1
    names = ("author", "revdate")
    if end == first + 1:
        source.subtitle += [source.attributes[name] for name in names if source.attributes.get(name)]
    del lines[first + 1 : end]
