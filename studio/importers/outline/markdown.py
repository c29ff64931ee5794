"""Markdown (CommonMark with tables, footnotes, formulas): headings, lists, text and notes -> blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from studio.assets import AssetStore
from studio.importers.outline.blocks import Block, Break, Heading, Note, Outline, Point, Remark, Running
from studio.importers.outline.build import build
from studio.importers.outline.dialects import source_of
from studio.importers.outline.files import read_text
from studio.importers.outline.notes import with_marked_notes
from studio.importers.outline.plain import comment_blocks, formula, html_blocks, picture
from studio.importers.outline.tables import table_blocks
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import ImportReport

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

label = "Markdown outlines"
suffixes = (".md", ".markdown")

_SHORT_CODE = 2
_LONGEST_HEADING = 100
_BOX = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.IGNORECASE)
_CAPTION = re.compile(r"(?:图|圖|図|Fig(?:ure|\.)?|Abb(?:ildung|\.)?|Figura)\s*\d[\d.\-]*", re.IGNORECASE)
_SPEECH = re.compile(r"</?(?:break|emphasis|prosody|voice|say-as|sub\s+alias|phoneme)\b")
"""Directions to the voice (SSML) stay in the script."""
_BAD_PICTURE = re.compile(r"!\[([^\]\n]*)\]\(([^()\n]*)\)")


def recognises(path: Path) -> bool:
    """Markdown is text like any other: only its name tells."""
    return False


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Read the outline; raises `BadFileError` with one sentence."""
    return build(outline_of(read_text(path)), path)


def outline_of(text: str) -> Outline:
    """The blocks of a Markdown text."""
    source = source_of(text)
    parse = _parser()
    blocks: list[Block] = []
    for kind, piece in source.pieces:
        if kind == "break":
            blocks.append(Break())
            continue
        started = any(isinstance(block, Heading | Running | Point) for block in blocks)
        reader = _Reader(source.lines, started or source.slides)
        reader.read(parse(piece))
        blocks += _as_notes(reader.blocks) if kind == "notes" else reader.blocks
    facts = source.facts
    names = ("subtitle", "author", "authors", "institute", "date", "update")
    divider = facts.get("headingdivider", "")
    return Outline(
        tuple(with_marked_notes(_without_captions(blocks), source.slides)),
        facts.get("title", ""),
        tuple(facts[name] for name in names if facts.get(name, "") not in ("", "[]")),
        facts.get("lang", "") or facts.get("language", ""),
        source.slides,
        int(divider) if divider in ("1", "2", "3", "4", "5", "6") else 0,
    )


def _parser() -> Callable[[str], SyntaxTreeNode]:
    """What makes a syntax tree of text. The parser takes a moment to load: a deck shall not wait for it."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin).use(dollarmath_plugin, allow_space=False)
    return lambda text: SyntaxTreeNode(parser.parse(text))


def _as_notes(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Heading(text) | Running(text) | Point(text):
                yield Note(text)
            case _:
                yield block


def _without_captions(blocks: list[Block]) -> Iterator[Block]:
    """The caption of a picture that is left out says nothing without it."""
    picture_before = False
    for block in blocks:
        caption = isinstance(block, Running) and len(block.text) < 120 and _CAPTION.match(block.text)
        if not (picture_before and caption):
            yield block
        picture_before = isinstance(block, Remark) and block.what == "picture"


@dataclass(slots=True)
class _Reader:
    """Walks the syntax tree; `lines` keeps line ends, `started` says whether text came before."""

    lines: bool
    started: bool
    blocks: list[Block] = field(default_factory=list[Block])

    def read(self, node: SyntaxTreeNode, level: int = 0) -> None:
        """Read the blocks under a node; `level` is that of the next list."""
        for child in node.children:
            self._block(child, level)
            self.started = True

    def _block(self, node: SyntaxTreeNode, level: int) -> None:
        match node.type:
            case "heading":
                self._heading(node)
            case "paragraph":
                self.blocks += [Running(text) for text in self._texts(node)]
            case "bullet_list" | "ordered_list":
                self._list(node, level)
            case "hr":
                self.blocks.append(Break())
            case "html_block":
                self.blocks += html_blocks(node.content, self.started)
            case "table":
                self._table(node)
            case _:
                self._rarer(node, level)

    def _rarer(self, node: SyntaxTreeNode, level: int) -> None:
        match node.type:
            case "fence" | "code_block":
                self._code(node)
            case "math_block" | "math_block_label" | "amsmath":
                self.blocks.append(
                    Remark("left out", "formula", f"The formula “{_start(node.content)}” is left out.")
                )
            case "footnote_block":
                count = len(node.children)
                self.blocks.append(Remark("left out", "footnotes", f"{count} footnote(s) are left out."))
            case "dl":
                self._definitions(node, level)
            case "blockquote":
                self._quotation(node, level)
            case _:
                self.read(node, level)

    def _quotation(self, node: SyntaxTreeNode, level: int) -> None:
        start = len(self.blocks)
        self.read(node, level)
        inner = self.blocks[start:]
        del self.blocks[start:]
        for block in inner:
            if not isinstance(block, Running):
                self.blocks.append(block)
            elif text := _BOX.sub("", block.text):
                self.blocks.append(Point(text, level) if level else Running(text, quoted=True))

    def _heading(self, node: SyntaxTreeNode) -> None:
        texts = self._texts(node)
        text = " ".join(texts)
        if not text:
            return
        # Dashes under a paragraph make it a heading in CommonMark; under sentences a new slide was meant.
        if node.markup == "-" and (len(text) > _LONGEST_HEADING or len(texts) > 1 or text[-1] in ".!?。！？"):
            self.blocks += [*map(Running, texts), Break()]
            return
        self.blocks.append(Heading(text, int(node.tag[1])))

    def _list(self, node: SyntaxTreeNode, level: int) -> None:
        if _is_contents(node):
            self.blocks.append(Remark("left out", "contents", "The table of contents is left out."))
            return
        number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        for item in node.children:
            mark = "" if number is None else f"{number}. "
            self._item(item, mark, level)
            number = None if number is None else number + 1

    def _item(self, item: SyntaxTreeNode, mark: str, level: int) -> None:
        """The first paragraph of an item is its point; further text in it stands a level in."""
        first = True
        for child in item.children:
            if child.type not in ("paragraph", "heading"):
                self._block(child, level + 1)
                continue
            for text in self._texts(child):
                text = re.sub(r"^\[[ xX]\]\s+", "", text)
                self.blocks.append(Point(f"{mark}{text}" if first else text, level + (not first)))
                first = False

    def _definitions(self, node: SyntaxTreeNode, level: int) -> None:
        for child in node.children:
            texts = self._texts(child) if child.type == "dt" else []
            self.blocks += [Point(text, level) for text in texts]
            for part in child.children if child.type == "dd" else ():
                self.blocks += [Point(text, level + 1) for text in self._texts(part)]

    def _table(self, node: SyntaxTreeNode) -> None:
        rows = [
            [" ".join(self._texts(cell)) for cell in row.children]
            for part in node.children
            for row in part.children
        ]
        self.blocks += table_blocks(rows)

    def _code(self, node: SyntaxTreeNode) -> None:
        lines = [line.strip() for line in node.content.split("\n") if line.strip()]
        if len(lines) <= _SHORT_CODE:
            self.blocks += [Point(line) for line in lines]
        else:
            said = f"{len(lines)} lines of code from “{_start(lines[0])}” are left out; cards show text only."
            self.blocks.append(Remark("left out", "code", said))

    def _texts(self, node: SyntaxTreeNode) -> list[str]:
        """The lines of a node's text; what stands in it but is no text goes to the blocks."""
        names = {child.content.strip() for child in node.walk() if child.type == "image"}
        text = "".join(self._inline(child) for child in node.children)
        text = _BAD_PICTURE.sub(self._bad_picture, text)
        lines = (" ".join(line.split()) for line in text.split("\n"))
        # The caption of a picture that is left out often only repeats its alternative text.
        return [line for line in lines if line and line not in names]

    def _bad_picture(self, match: re.Match[str]) -> str:
        """A picture whose address has blanks, which CommonMark takes for text."""
        self.blocks.append(picture(match[1], match[2]))
        return ""

    def _inline(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "text" | "code_inline" | "text_special":
                return node.content
            case "softbreak":
                return "\n" if self.lines else " "
            case "hardbreak":
                return "\n"
            case "math_inline" | "math_inline_double":
                return formula(node.content)
            case "image":
                self.blocks.append(picture(node.content, str(node.attrs.get("src", ""))))
                return ""
            case "html_inline":
                return self._tag(node.content)
            case "footnote_ref":
                return ""
            case _:
                return "".join(self._inline(child) for child in node.children)

    def _tag(self, tag: str) -> str:
        if tag.startswith("<!--"):
            self.blocks += comment_blocks(tag[4:-3], self.started)
        elif tag.startswith("<img"):
            self.blocks += html_blocks(tag, self.started)
        elif _SPEECH.match(tag):
            return tag
        return " " if re.match(r"</?(?:br|p|div|td|tr)\b", tag) else ""


def _is_contents(node: SyntaxTreeNode) -> bool:
    """Whether a list only links to places in its own file."""
    links = [child for child in node.walk() if child.type == "link"]
    inner = [link for link in links if str(link.attrs.get("href", "")).startswith("#")]
    items = sum(child.type == "list_item" for child in node.walk())
    return len(inner) >= 2 and len(inner) == len(links) and len(inner) >= items * 0.8


def _start(text: str) -> str:
    first = " ".join(text.split())
    return first if len(first) <= 40 else first[:39] + "…"
