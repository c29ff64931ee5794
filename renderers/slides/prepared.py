"""A deck made ready for a program that is not ours: no slide hidden, nothing outside the file referred to.

LibreOffice leaves hidden slides out of a PDF, which shifts every page after them; with none hidden, page n is the
n-th slide. External pictures and media would be fetched from wherever they point; their targets are blunted.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from studio.importers.pptx.markup import BadMarkup, Element, parse, qn, written

_FETCHED = (
    "/image",
    "/media",
    "/audio",
    "/video",
    "/oleObject",
    "/attachedTemplate",
    "/externalLink",
    "/linkedFile",
)
_NOWHERE = "file:///nonexistent"


def prepare(deck: Path) -> bytes:
    """The deck as .pptx bytes with every slide shown and no external picture, medium or object."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(deck) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
    ):
        seen: set[str] = set()
        for item in source.infolist():
            if item.filename in seen or item.is_dir():
                continue
            seen.add(item.filename)
            target.writestr(item.filename, _mended(item.filename, source.read(item)))
    return out.getvalue()


def _mended(name: str, data: bytes) -> bytes:
    if name.endswith(".rels"):
        return _edited(data, _blunt)
    if name.startswith("ppt/slides/slide") and b"show=" in data:
        return _edited(data, _show)
    return data


def _edited(data: bytes, edit: Callable[[Element], None]) -> bytes:
    try:
        root = parse(data)
    except BadMarkup:
        return data  # a broken part costs itself: the painter will say so
    edit(root)
    return written(root)


def _show(root: Element) -> None:
    if root.tag == qn("p:sld"):
        root.attrib.pop("show", None)


def _blunt(root: Element) -> None:
    for relation in root:
        if relation.get("TargetMode") == "External" and relation.get("Type", "").endswith(_FETCHED):
            relation.set("Target", _NOWHERE)
