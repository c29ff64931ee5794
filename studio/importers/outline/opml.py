"""OPML (opml.org, version 2.0), as outliners and mind-map programs save it -> blocks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - a compiled module without types

from studio.assets import AssetStore
from studio.errors import BadFileError
from studio.importers.outline.blocks import Block, Heading, Note, Outline, Point
from studio.importers.outline.build import build
from studio.importers.outline.files import read_bytes
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import ImportReport

label = "OPML outlines"
suffixes = (".opml",)

_DEEPEST = 60
_SCENES = 3
"""In outlines at least so deep, the second level makes scenes and the first one sections."""


def recognises(path: Path) -> bool:
    """The root element stands near the start of the file."""
    with path.open("rb") as file:
        return b"<opml" in file.read(2000)


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Read the outline; raises `BadFileError` with one sentence."""
    return build(outline_of(read_bytes(path), path.name), path)


def outline_of(data: bytes, name: str) -> Outline:
    """The blocks of an OPML file; `name` is what sentences call it."""
    root = _root(data, name)
    body = root.find("body")
    title = " ".join((root.findtext("head/title") or "").split())
    tops = [] if body is None else body.findall("outline")
    notes: tuple[Block, ...] = ()
    if len(tops) == 1 and len(tops[0]) > 0:
        title = _text(tops[0]) or title
        notes = tuple(_notes(tops[0]))
        tops = tops[0].findall("outline")
    scenes = 2 if max(map(_depth, tops), default=0) >= _SCENES else 1
    blocks: list[Block] = [Heading(title, 1), *notes] if title else []
    for top in tops:
        blocks += _blocks(top, 0, scenes)
    return Outline(tuple(blocks), title)


def _root(data: bytes, name: str) -> etree._Element:  # pyright: ignore[reportPrivateUsage]
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise BadFileError(
            f"“{name}” declares a document type, which no outline needs, and was not opened; save it again as OPML."
        )
    broken = f"“{name}” is damaged or no OPML file; save the outline again as OPML."
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadFileError(broken, repr(error)) from None
    if root.tag != "opml":
        raise BadFileError(broken)
    if root.getroottree().docinfo.internalDTD is not None:  # in another encoding than the one looked for
        raise BadFileError(broken)
    return root


def _depth(node: etree._Element) -> int:  # pyright: ignore[reportPrivateUsage]
    deepest, level = 1, [node]
    while (level := [child for each in level for child in each.findall("outline")]) and deepest < _DEEPEST:
        deepest += 1
    return deepest


def _blocks(top: etree._Element, depth: int, scenes: int) -> Iterator[Block]:  # pyright: ignore[reportPrivateUsage]
    stack = [(top, depth)]
    while stack:
        node, depth = stack.pop()
        text = _text(node)
        children = node.findall("outline")
        heads = depth == 0 or (depth < scenes and len(children) > 0)
        if text:
            yield Heading(text, depth + 2) if heads else Point(text, max(0, depth - scenes))
        yield from _notes(node)
        if depth < _DEEPEST:
            stack += [(child, depth + 1) for child in reversed(children)]


def _text(node: etree._Element) -> str:  # pyright: ignore[reportPrivateUsage]
    return " ".join((node.get("text") or node.get("title") or "").split())


def _notes(node: etree._Element) -> Iterator[Block]:  # pyright: ignore[reportPrivateUsage]
    """`_note` is what OmniOutliner and others write below an entry."""
    for line in (node.get("_note") or "").splitlines():
        if line.strip():
            yield Note(" ".join(line.split()))
