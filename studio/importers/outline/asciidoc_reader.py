"""Reads the lines of an AsciiDoc text block by block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from studio.importers.outline.asciidoc_inline import plain
from studio.importers.outline.blocks import Block, Break, Heading, Note, Point, Remark, Running
from studio.importers.outline.files import MAX_LINE
from studio.importers.outline.plain import picture
from studio.importers.outline.tables import table_blocks

_HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(\S.*?)(?:[ \t]+\1)?$")
_UNDERLINES = "=-~^+"
_ATTRIBUTES = re.compile(r"\[(?:\[[^\[\]]*\]|[^\[\]]*)\]$")
_SETTING = re.compile(r"\[\[?[\w.#%,=\"' /:|+*<>^-]*\]?\]$")
_TITLE = re.compile(r"\.([^\s.].*)$")
_ITEM = re.compile(r"\s*(\*{1,5}|-|\.{1,5}|\d{1,3}\.|[a-zA-Z]\.|<(?:\d+|\.)>)[ \t]+(\S.*)$")
_TERM = re.compile(r"\s*(\S.*?)(:{2,4}|;;)(?:[ \t]+(.*))?$")
_MACRO = re.compile(r"(image|video|audio|toc|stem|latexmath)::([^\s\[]*)\[(.*)\]$")
_DELIMITER = re.compile(r"(-{4,}|\.{4,}|\+{4,}|={4,}|\*{4,}|_{4,}|--|`{3,}|[|,:!]===)\S*$")
_ADMONITION = re.compile(r"(NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+(?=\S)")
_RULE = re.compile(r"(?:'{3,}|<{3,}|-{3}|\*{3}|- - -|\* \* \*)$")
_CHECK = re.compile(r"\[[ xX*]\]\s+")
_NOTES = re.compile(
    r"\[(?:\.notes?|notes?|\.speaker|NOTE\.speaker|role=\"?(?:notes|speaker)\"?)\b.*\]$", re.IGNORECASE
)
_LONGEST_SETTING = 3
"""Words; more of them in brackets, and nothing set by "=", are a remark."""
_SHORT_CODE = 2
_DEEPEST = 12


@dataclass(slots=True)
class Reader:
    """Collects blocks; `attributes` are what stands for names in braces."""

    attributes: dict[str, str]
    blocks: list[Block] = field(default_factory=list[Block])
    _markers: list[str] = field(default_factory=list[str])
    """The marks of the lists around, the outermost first."""
    _counts: list[int] = field(default_factory=list[int])
    _style: str = ""
    """The settings in brackets above the next block."""
    _caption: str = ""

    def read(self, lines: list[str], depth: int = 0) -> None:
        """Read the blocks in some lines; `depth` counts the boxes around them."""
        at = 0
        while at < len(lines):
            at = self._block(lines, at, depth)
        self._markers, self._counts = [], []

    def _block(self, lines: list[str], at: int, depth: int) -> int:
        """Read what begins at a line; returns where the next one begins."""
        line = lines[at]
        if not line.strip():
            return at + 1
        setting = _ATTRIBUTES.match(line)
        if setting is not None:
            self._setting(line)
            return at + 1
        title = _TITLE.match(line)
        if title is not None and not _ITEM.match(line):
            self._caption = title[1]
            return at + 1
        end = self._boxed(lines, at, depth) or self._headed(lines, at) or self._listed(lines, at)
        if not end:
            self._single(lines, at)
            end = self._end
        self._style = self._caption = ""
        return end

    _end: int = 0

    def _setting(self, line: str) -> None:
        if _SETTING.match(line) and (len(line.split()) <= _LONGEST_SETTING or "=" in line):
            self._style = line
        else:
            self._put_aside(line)

    def _put_aside(self, text: str) -> None:
        """Words in brackets between blocks are no text to AsciiDoc: remarks among authors."""
        start = " ".join(text.strip("[] ").split())[:60]
        if len(start.split()) > 1:
            told = f"“{start}” stands in brackets, as a remark among authors, and is left out."
            self.blocks.append(Remark("left out", "comment", told))

    # Headings

    def _headed(self, lines: list[str], at: int) -> int:
        heading = _HEADING.match(lines[at])
        if heading is None and at == 0 and re.match(r"#[^#\s][^#]*$", lines[at]):
            heading = re.match(r"(#)(.*)$", lines[at])  # a title typed without its blank
        if heading is not None:
            self._heading(heading[2], len(heading[1]))
            return at + 1
        if at + 1 < len(lines) and (level := _underlined(lines[at], lines[at + 1])):
            self._heading(lines[at], level)
            return at + 2
        return 0

    def _heading(self, text: str, level: int) -> None:
        self._markers, self._counts = [], []
        words = self._plain(text)
        if words:
            self.blocks.append(Heading(words, level))

    # Lists

    def _listed(self, lines: list[str], at: int) -> int:
        item, term = _ITEM.match(lines[at]), _TERM.match(lines[at])
        if item is None and (term is None or "://" in lines[at].partition("::")[0]):
            return 0
        mark, text = (
            (item[1], item[2]) if item is not None else (str(term and term[2]), term[1] if term else "")
        )
        level = self._level(mark)
        end = _end_of_text(lines, at + 1)
        told = [text] if item is not None else [text, *([term[3]] if term and term[3] else [])]
        if item is not None:
            told = [" ".join([text, *(line.strip() for line in lines[at + 1 : end])])]
        elif more := " ".join(line.strip() for line in lines[at + 1 : end]):
            told = [text, " ".join([*told[1:], more])]
        self._items(told, mark, level)
        return self._attached(lines, end, level)

    def _level(self, mark: str) -> int:
        kind = re.sub(r"\d+|[a-zA-Z](?=\.)", "1", mark)
        if kind in self._markers:
            keep = self._markers.index(kind) + 1
            del self._markers[keep:], self._counts[keep:]
            self._counts[-1] += 1
        elif len(self._markers) < _DEEPEST:
            self._markers.append(kind)
            self._counts.append(1)
        return len(self._markers) - 1

    def _items(self, told: list[str], mark: str, level: int) -> None:
        ordered = mark[0] == "." or mark[:-1].isdigit()
        number = f"{self._counts[-1]}. " if ordered else ""
        for i, text in enumerate(told):
            words = self._plain(_CHECK.sub("", text))
            if words:
                self.blocks.append(Point(number + words if not i else words, level + (i > 0)))

    def _attached(self, lines: list[str], at: int, level: int) -> int:
        """What a plus sign ties to an item stands a level in."""
        while at + 1 < len(lines) and lines[at].strip() == "+":
            if _ITEM.match(lines[at + 1]) or _term(lines[at + 1]):
                return at + 1
            start = len(self.blocks)
            markers, counts = self._markers, self._counts
            self._markers, self._counts = [], []
            at = self._block(lines, at + 1, 1)
            self._markers, self._counts = markers, counts
            self.blocks[start:] = [
                Point(block.text, level + 1) if isinstance(block, Running) else block
                for block in self.blocks[start:]
            ]
        return at

    # Boxes

    def _boxed(self, lines: list[str], at: int, depth: int) -> int:
        mark = _DELIMITER.match(lines[at])
        if mark is None:
            return 0
        end = next((i for i in range(at + 1, len(lines)) if lines[i].rstrip() == mark[1]), 0)
        if not end:
            return at + 1 if mark[1] == "--" else 0
        inner = lines[at + 1 : end]
        if mark[1].endswith("==="[: len(mark[1]) - 1]) and mark[1][0] in "|,:!":
            self._table(inner)
        elif mark[1][0] in "-.`" and mark[1] != "--":
            self._code(inner)
        elif mark[1][0] == "+":
            self._formula(inner)
        elif depth < _DEEPEST:
            self._box(inner, mark[1], depth)
        return end + 1

    def _box(self, inner: list[str], mark: str, depth: int) -> None:
        spoken = _NOTES.match(self._style) is not None
        quoted = mark[0] in "_*" or re.match(
            r"\[(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|quote|verse)", self._style
        )
        reader = Reader(self.attributes)
        reader.read(inner, depth + 1)
        for block in reader.blocks:
            if spoken and isinstance(block, Heading | Running | Point):
                self.blocks.append(Note(block.text))
            else:
                self.blocks.append(
                    Running(block.text, True) if quoted and isinstance(block, Running) else block
                )

    def _code(self, inner: list[str]) -> None:
        lines = [line.strip() for line in inner if line.strip()]
        if len(lines) <= _SHORT_CODE:
            self.blocks += [Point(line) for line in lines]
        else:
            start = lines[0] if len(lines[0]) <= 40 else lines[0][:40] + "…"
            said = f"{len(lines)} lines of code from “{start}” are left out; cards show text only."
            self.blocks.append(Remark("left out", "code", said))

    def _formula(self, inner: list[str]) -> None:
        if text := " ".join(" ".join(inner).split()):
            self.blocks.append(Remark("left out", "formula", f"The formula “{text[:60]}” is left out."))

    def _table(self, inner: list[str]) -> None:
        columns = re.search(r"cols=\"?(?:(\d+)\*|([^\"\]]*))", self._style)
        first = next((line for line in inner if line.strip()), "")
        width = len(_cells(first))
        if columns is not None:
            width = int(columns[1][:3]) if columns[1] else len(columns[2].split(","))
        cells = [self._plain(cell) for cell in _cells("\n".join(inner))]
        width = max(width, 1)
        self.blocks += table_blocks([cells[i : i + width] for i in range(0, len(cells), width)])

    # Text

    def _single(self, lines: list[str], at: int) -> None:
        """A macro, a rule or a paragraph."""
        line = lines[at]
        self._end = at + 1
        macro = _MACRO.match(line)
        if macro is not None:
            if macro[1] in ("image", "video", "audio"):
                self.blocks.append(picture(macro[3].partition(",")[0].strip('" '), macro[2]))
        elif _RULE.match(line):
            self.blocks.append(Break())
        else:
            self._markers, self._counts = [], []
            self._end = _end_of_text(lines, at + 1)
            self._paragraph([each.strip() for each in lines[at : self._end]])

    def _paragraph(self, lines: list[str]) -> None:
        if lines[0].startswith("[") and lines[-1].endswith("]") and len(lines) > 1:
            self._put_aside(" ".join(lines))
            return
        text = _joined(lines)
        box = _ADMONITION.match(text)
        words = self._plain(text[box.end() :] if box else text)
        if not words:
            return
        if _NOTES.match(self._style):
            self.blocks.append(Note(words))
        else:
            quoted = box is not None or re.match(r"\[(?:quote|verse|NOTE|TIP)", self._style) is not None
            self.blocks.append(Running(words, quoted))

    def _plain(self, text: str) -> str:
        return plain(text[:MAX_LINE], self.attributes, self.blocks)


def _underlined(text: str, line: str) -> int:
    """The level of a heading whose second line underlines it; 0 where none does."""
    mark = line[:1]
    if mark not in _UNDERLINES or not mark or line != mark * len(line) or len(line) < 4:
        return 0
    fits = abs(len(line) - len(text)) <= 1 and text[:1].isalnum()
    return _UNDERLINES.index(mark) + 1 if fits else 0


def _end_of_text(lines: list[str], at: int) -> int:
    """Where a paragraph or an item ends: before an empty line or one that begins something else."""
    while at < len(lines):
        line = lines[at]
        other = _ITEM.match(line) or _DELIMITER.match(line) or _HEADING.match(line) or _MACRO.match(line)
        if not line.strip() or line.strip() == "+" or other or _SETTING.match(line) or _term(line):
            break
        at += 1
    return at


def _term(line: str) -> bool:
    return re.match(r"\s*\S.*(?:::|;;)$", line) is not None


def _joined(lines: list[str]) -> str:
    """Lines broken by an editor joined again; between Chinese characters stands no blank."""
    text = ""
    for line in lines:
        line = line[:-2] if line.endswith(" +") else line
        wide = text and ord(text[-1]) > 0x2E80 and line[:1] and ord(line[0]) > 0x2E80
        text += line if not text or wide else f" {line}"
    return text


def _cells(text: str) -> list[str]:
    """The cells of a table; what stands right before a bar says how one is set."""
    parts = re.split(
        r"(?:(?<=\s)|^)(?:\d+(?:\.\d+)?[+*])?[<^>]?(?:\.[<^>])?[a-z]?\|(?!=)|(?<=\S)\s*\|(?!=)",
        text,
        flags=re.M,
    )
    return [" ".join(part.split()) for part in parts[1:]]
