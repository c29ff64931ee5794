"""Word documents (.docx, ECMA-376 Part 1, 17): heading styles, lists, tables and text -> blocks."""

from __future__ import annotations

import io
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from studio.assets import AssetStore
from studio.errors import BadFileError, StudioError
from studio.importers.outline.blocks import Block, Heading, Outline, Point, Remark, Running
from studio.importers.outline.build import build
from studio.importers.outline.files import read_bytes
from studio.importers.outline.notes import with_marked_notes
from studio.importers.outline.plain import picture
from studio.importers.outline.tables import table_blocks
from studio.importers.outline.typed import Numbers, with_bold_headings
from studio.importers.pptx.package import open_package
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import ImportReport

label = "Word documents"
suffixes = (".docx",)

_BODY = "word/document.xml"
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}


def qn(name: str) -> str:
    """The name in Clark notation: "w:p" -> "{…/wordprocessingml/2006/main}p"."""
    prefix, local = name.split(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


_SKIPPED = tuple(qn(tag) for tag in ("w:del", "w:moveFrom", "w:txbxContent", "w:instrText", "w:pPr", "w:rPr"))
_PICTURES = tuple(qn(tag) for tag in ("w:drawing", "w:pict", "w:object"))
_LEVEL = re.compile(r"[0-9]{1,2}")


def recognises(path: Path) -> bool:
    """A zip file that names the main part of a Word document (names stand uncompressed in its directory)."""
    with path.open("rb") as file:
        if file.read(4) != b"PK\x03\x04":
            return False
        file.seek(max(0, path.stat().st_size - (1 << 16)))
        return _BODY.encode() in file.read()


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Read the document; raises `BadFileError` with one sentence."""
    data = read_bytes(path)
    try:
        package = open_package(data, path.name)
    except BadFileError as error:
        sentence = (
            f"“{path.name}” is no whole Word document or has a password; open it in Word and save it again."
        )
        raise BadFileError(sentence, f"{error}\n{error.details}") from None
    try:
        # python-docx takes a moment to load, which nobody shall wait for who reads another kind of file.
        import docx

        outline = _outline(docx.Document(io.BytesIO(package.to_bytes())))
    except StudioError:
        raise
    except Exception:  # python-docx and lxml break in many ways over a damaged file
        sentence = f"“{path.name}” is damaged and cannot be read; open it in Word and save it again."
        raise BadFileError(sentence, traceback.format_exc()) from None
    return build(outline, path)


def _outline(document: Any) -> Outline:
    reader = _Reader(_Styles(document))
    reader.read(document.element.body)
    blocks = with_bold_headings(reader.blocks, reader.bold)
    return Outline(
        tuple(with_marked_notes(blocks)), reader.title, tuple(reader.subtitle), reader.styles.language
    )


class _Styles:
    """What paragraphs are by their styles and list settings."""

    def __init__(self, document: Any) -> None:
        self._styles = {style.style_id: style.element for style in document.styles}
        self._formats = dict(_number_formats(document))
        lang = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
        self.language = (None if lang is None else lang.get(qn("w:val"))) or ""

    def name(self, paragraph: Any) -> str:
        """The style's English name in lower case (Word keeps those of built-in styles in every language)."""
        style = self._styles.get(_value(paragraph, "w:pPr/w:pStyle"))
        return "" if style is None else _value(style, "w:name").lower()

    def heading(self, paragraph: Any) -> int:
        """The outline level from 1; 0 for what is no heading."""
        for element in self._chain(paragraph):
            level = _value(element, "w:pPr/w:outlineLvl")
            if _LEVEL.fullmatch(level):
                return int(level) + 1 if int(level) < 9 else 0
            name = re.fullmatch(r"heading (\d)", _value(element, "w:name").lower())
            if name:
                return int(name[1])
        return 0

    def list_item(self, paragraph: Any) -> tuple[str, int, str] | None:
        """(list, level from 0, number format) of an item; None for other paragraphs."""
        number, level = "", ""
        for element in self._chain(paragraph):
            number = number or _value(element, "w:pPr/w:numPr/w:numId")
            level = level or _value(element, "w:pPr/w:numPr/w:ilvl")
        name = re.match(r"list (bullet|number)(?: (\d))?", self.name(paragraph))
        depth = int(level) if _LEVEL.fullmatch(level) else (int(name[2] or 1) - 1 if name else 0)
        if number not in ("", "0"):
            return number, depth, self._formats.get((number, depth), "bullet")
        return (name[1], depth, "bullet" if name[1] == "bullet" else "decimal") if name else None

    def _chain(self, paragraph: Any) -> Iterator[Any]:
        yield paragraph
        name, seen = _value(paragraph, "w:pPr/w:pStyle"), set[str]()
        while name and name not in seen and (style := self._styles.get(name)) is not None:
            seen.add(name)
            yield style
            name = _value(style, "w:basedOn")


def _number_formats(document: Any) -> Iterator[tuple[tuple[str, int], str]]:
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return
    kinds = {each.get(qn("w:abstractNumId")): each for each in numbering.iterfind(qn("w:abstractNum"))}
    for each in numbering.iterfind(qn("w:num")):
        kind = kinds.get(_value(each, "w:abstractNumId"))
        for level in () if kind is None else kind.iterfind(qn("w:lvl")):
            depth = level.get(qn("w:ilvl")) or "0"
            if not _LEVEL.fullmatch(depth):
                continue
            yield (each.get(qn("w:numId")) or "", int(depth)), _value(level, "w:numFmt") or "decimal"


@dataclass(slots=True)
class _Reader:
    """Walks the body; `bold` are the texts set in bold from end to end."""

    styles: _Styles
    blocks: list[Block] = field(default_factory=list[Block])
    title: str = ""
    subtitle: list[str] = field(default_factory=list[str])
    bold: set[str] = field(default_factory=set[str])
    _numbers: Numbers = field(default_factory=Numbers)

    def read(self, parent: Any) -> None:
        """Read the paragraphs and tables of the body or of a content control."""
        for child in parent:
            if child.tag == qn("w:p"):
                self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                self._table(child)
            elif child.tag == qn("w:sdt"):
                gallery = child.find(f".//{qn('w:docPartGallery')}")
                if gallery is not None and "contents" in (gallery.get(qn("w:val")) or "").lower():
                    self.blocks.append(Remark("left out", "contents", "The table of contents is left out."))
                elif (content := child.find(qn("w:sdtContent"))) is not None:
                    self.read(content)
            elif child.tag in (qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
                self.read(child)

    def _paragraph(self, paragraph: Any) -> None:
        self._embedded(paragraph)
        text = _text(paragraph)
        name = self.styles.name(paragraph)
        if not text or name.startswith(("toc", "header", "footer", "caption")):
            return
        level, item = self.styles.heading(paragraph), self.styles.list_item(paragraph)
        if name == "title" and not self.title:
            self.title = text
            self.blocks.append(Heading(text, 1))
        elif name == "subtitle" and not self.subtitle:
            self.subtitle.append(text)
        elif level:
            self.blocks.append(Heading(text, level + bool(self.title)))
        elif item is not None:
            number, depth, form = item
            mark = self._numbers.mark(number, depth, form not in ("bullet", "none"))
            self.blocks.append(Point(mark + text, min(depth, 8)))
        else:
            if _is_bold(paragraph):
                self.bold.add(text)
            self.blocks.append(Running(text, quoted="quote" in name))

    def _embedded(self, paragraph: Any) -> None:
        for drawing in paragraph.iter(*_PICTURES):
            facts = next((node for node in drawing.iter() if str(node.tag).endswith("}docPr")), None)
            alt = "" if facts is None else facts.get("descr") or facts.get("title") or facts.get("name") or ""
            self.blocks.append(picture(alt, ""))
        if any(_text(box) for box in paragraph.iter(qn("w:txbxContent"))):
            self.blocks.append(Remark("left out", "text box", "The text of a text box is left out."))
        if next(paragraph.iter(qn("m:oMath")), None) is not None:
            self.blocks.append(Remark("left out", "formula", "A formula is left out."))

    def _table(self, table: Any) -> None:
        for paragraph in table.iter(qn("w:p")):
            self._embedded(paragraph)
        rows = [
            [" ".join(filter(None, map(_text, cell.iter(qn("w:p"))))) for cell in row.iter(qn("w:tc"))]
            for row in table.iterchildren(qn("w:tr"))
        ]
        self.blocks += table_blocks(rows)


def _value(element: Any, path: str) -> str:
    found = element.find("/".join(qn(step) for step in path.split("/")))
    return "" if found is None else found.get(qn("w:val")) or ""


def _text(element: Any) -> str:
    parts: list[str] = []
    stack = list(reversed(element))
    while stack:
        node = stack.pop()
        if node.tag in _SKIPPED:
            continue
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
            parts.append(" ")
        stack += list(reversed(node))
    return " ".join("".join(parts).split())


def _is_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.iter(qn("w:r")) if _text(run)]
    marks = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") for run in runs]
    return bool(runs) and all(
        mark is not None and mark.get(qn("w:val")) not in ("0", "false") for mark in marks
    )
