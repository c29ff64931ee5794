"""OpenDocument texts (.odt; OpenDocument 1.3 Part 3): headings, lists, tables and text -> blocks."""

from __future__ import annotations

import traceback
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from studio.assets import AssetStore
from studio.errors import BadFileError, StudioError
from studio.importers import zips
from studio.importers.outline.blocks import Block, Heading, Outline, Point, Remark, Running
from studio.importers.outline.build import build
from studio.importers.outline.files import read_bytes
from studio.importers.outline.notes import with_marked_notes
from studio.importers.outline.plain import picture
from studio.importers.outline.tables import table_blocks
from studio.importers.outline.typed import Numbers, with_bold_headings
from studio.importers.outline.writer_styles import Styles, qn
from studio.importers.pptx.markup import Element, integer, parse
from studio.importers.pptx.package import Package, open_package
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import ImportReport

label = "OpenDocument texts"
suffixes = (".odt", ".ott")

_TYPE = b"application/vnd.oasis.opendocument.text"
_BODY = "content.xml"
_DEEPEST = 9
"""Lists deeper than so many levels stand at that level."""
_INDEXES = tuple(
    qn(f"text:{name}")
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    )
)
_INSIDE = tuple(qn(f"text:{name}") for name in ("section", "index-body", "numbered-paragraph"))
_BLANKS = tuple(qn(f"text:{name}") for name in ("s", "tab", "line-break"))
_NOT_TEXT = tuple(
    qn(name)
    for name in (
        "office:annotation",
        "office:annotation-end",
        "text:note",
        "text:ruby-text",
        "text:tracked-changes",
        "text:hidden-text",
        "draw:frame",
        "draw:g",
        "draw:custom-shape",
        "draw:rect",
        "draw:line",
        "office:event-listeners",
    )
)
"""What stands inside a paragraph and is none of its words."""


def recognises(path: Path) -> bool:
    """A zip file that says so in its first part (OpenDocument 1.3 Part 2, 3.3)."""
    with path.open("rb") as file:
        if file.read(4) != b"PK\x03\x04":
            return False
    try:
        with zips.opened(path) as archive, archive.open("mimetype") as entry:
            kind = entry.read(len(_TYPE) + 20)
    except (*zips.BROKEN, zlib.error):
        return False
    return kind.strip() in (_TYPE, _TYPE + b"-template")


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Read the document; raises `BadFileError` with one sentence."""
    data = read_bytes(path)
    try:
        # Older programs declare a document type in the manifest, which is not read as XML here.
        package = open_package(data, path.name, forbidden=("<!ENTITY",))
    except BadFileError as error:
        sentence = f"“{path.name}” is no whole OpenDocument text; open it in LibreOffice and save it again."
        raise BadFileError(sentence, f"{error}\n{error.details}") from None
    if b"encryption-data" in package.parts.get("META-INF/manifest.xml", b""):
        raise BadFileError(
            f"“{path.name}” is protected by a password; open it in LibreOffice, remove the password and save it "
            "again."
        )
    try:
        outline = _outline(package)
    except StudioError:
        raise
    except Exception:  # lxml breaks in many ways over a damaged file
        sentence = f"“{path.name}” is damaged and cannot be read; open it in LibreOffice and save it again."
        raise BadFileError(sentence, traceback.format_exc()) from None
    return build(outline, path)


def _outline(package: Package) -> Outline:
    root = parse(package.parts[_BODY])
    styles = Styles((parse(package.parts.get("styles.xml", b"<none/>")), root))
    reader = _Reader(styles)
    body = root.find(f"{qn('office:body')}/{qn('office:text')}")
    if body is not None:
        reader.read(body)
    blocks = with_bold_headings(reader.blocks, reader.bold)
    return Outline(
        tuple(with_marked_notes(blocks)), reader.title, tuple(reader.subtitle), reader.styles.language
    )


@dataclass(slots=True)
class _Reader:
    """Walks the body; `bold` are the texts set in bold from end to end."""

    styles: Styles
    blocks: list[Block] = field(default_factory=list[Block])
    title: str = ""
    subtitle: list[str] = field(default_factory=list[str])
    bold: set[str] = field(default_factory=set[str])
    _numbers: Numbers = field(default_factory=Numbers)
    _lists: int = 0

    def read(self, parent: Element) -> None:
        """Read what stands in the body or a section of it."""
        for child in parent.iterchildren("*"):
            if child.tag in (qn("text:h"), qn("text:p")):
                self._paragraph(child)
            elif child.tag == qn("text:list"):
                self._list(child, 0, "")
            elif child.tag == qn("table:table"):
                self._table(child)
            elif child.tag in _INDEXES:
                self.blocks.append(Remark("left out", "contents", "The table of contents is left out."))
            elif child.tag in _INSIDE:
                self.read(child)
            elif child.tag == qn("draw:frame"):
                self._frame(child)

    def _paragraph(self, paragraph: Element) -> None:
        self._embedded(paragraph)
        text = _text(paragraph)
        name = self.styles.name(paragraph)
        if not text:
            return
        if name == "title" and not self.title:
            self.title = text
            self.blocks.append(Heading(text, 1))
        elif name == "subtitle" and not self.subtitle:
            self.subtitle.append(text)
        elif paragraph.tag == qn("text:h"):
            level = integer(paragraph.get(qn("text:outline-level"))) or 1
            self.blocks.append(Heading(text, min(max(level, 1), 10) + bool(self.title)))
        else:
            if self._is_bold(paragraph):
                self.bold.add(text)
            self.blocks.append(Running(text, quoted=name.startswith("quot")))

    def _list(self, element: Element, depth: int, above: str) -> None:
        """A list; one without a style of its own has that of the list around it."""
        style = element.get(qn("text:style-name")) or above
        if not depth and element.get(qn("text:continue-numbering")) != "true":
            self._lists += 1
        for item in element.iterchildren(qn("text:list-header"), qn("text:list-item")):
            first = item.tag == qn("text:list-item")
            for child in item.iterchildren("*"):
                if child.tag == qn("text:h"):
                    self._paragraph(child)
                elif child.tag == qn("text:p"):
                    first = not self._point(child, depth, style, first) and first
                elif child.tag == qn("text:list"):
                    self._list(child, min(depth + 1, _DEEPEST), style)

    def _point(self, paragraph: Element, depth: int, style: str, first: bool) -> bool:
        """One paragraph of an item; further ones stand a level in. Whether there was anything."""
        self._embedded(paragraph)
        text = _text(paragraph)
        if text and first:
            numbered = self.styles.is_numbered(style, depth)
            text = self._numbers.mark(f"{style} {self._lists}", depth, numbered) + text
        if text:
            self.blocks.append(Point(text, depth + (not first)))
        return bool(text)

    def _table(self, table: Element) -> None:
        for paragraph in table.iter(qn("text:p"), qn("text:h")):
            self._embedded(paragraph)
        rows = [
            [_cell(cell) for cell in row.iterchildren(qn("table:table-cell"))]
            for row in table.iter(qn("table:table-row"))
        ]
        self.blocks += table_blocks(rows)

    def _embedded(self, paragraph: Element) -> None:
        """What is drawn or remarked inside a paragraph."""
        for frame in paragraph.iter(qn("draw:frame")):
            self._frame(frame)
        notes = sum(1 for _ in paragraph.iter(qn("text:note")))
        if notes:
            self.blocks.append(Remark("left out", "footnotes", f"{notes} footnote(s) are left out."))
        if next(paragraph.iter(qn("office:annotation")), None) is not None:
            self.blocks.append(Remark("left out", "comments", "The comments beside a text are left out."))

    def _frame(self, frame: Element) -> None:
        told = (frame.findtext(qn(name)) for name in ("svg:title", "svg:desc"))
        name = next((" ".join(text.split()) for text in told if text and text.strip()), "")
        if frame.find(qn("draw:text-box")) is not None:
            self.blocks.append(Remark("left out", "text box", "The text of a text box is left out."))
        elif frame.find(qn("draw:object")) is not None and frame.find(qn("draw:image")) is None:
            self.blocks.append(Remark("left out", "formula", "A formula is left out."))
        else:
            self.blocks.append(picture(name or frame.get(qn("draw:name")) or "", ""))

    def _is_bold(self, paragraph: Element) -> bool:
        if self.styles.is_bold(paragraph.get(qn("text:style-name")) or ""):
            return True
        spans = [span for span in paragraph.iterchildren(qn("text:span")) if _text(span)]
        told = " ".join("".join(_texts(span) for span in spans).split())
        return told == _text(paragraph) and all(
            self.styles.is_bold(span.get(qn("text:style-name")) or "") for span in spans
        )


def _cell(cell: Element) -> str:
    """The text of a cell: its paragraphs one after the other, the items of a list with commas."""
    lines: list[str] = []
    for child in cell.iterchildren("*"):
        items = child.iter(qn("text:p"), qn("text:h")) if child.tag == qn("text:list") else ()
        told = ", ".join(filter(None, map(_text, items))) if child.tag == qn("text:list") else _text(child)
        if told:
            lines.append(told)
    return " ".join(lines)


def _text(element: Element) -> str:
    """The words of a paragraph in one line."""
    return " ".join(_texts(element).split())


def _texts(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    stack: list[Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        inner: list[Element | str] = [node.text or ""]
        for child in node:
            if child.tag in _BLANKS:
                inner.append(" ")
            elif isinstance(child.tag, str) and child.tag not in _NOT_TEXT:
                inner.append(child)
            inner.append(child.tail or "")
        stack += reversed(inner)
