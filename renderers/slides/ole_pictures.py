"""Pictures of embedded objects (OLE) on sheets that hold only some of a slide's objects.

Up to PowerPoint 2007 they lie in a drawing of their own beside the slide (VML; ECMA-376 Part 4, 14.2), of which
LibreOffice draws all that no object of the slide claims. So a sheet gets of that drawing only what its own objects
claim, or nothing of it.
"""

from __future__ import annotations

import posixpath
import re

from studio.importers.pptx.markup import BadMarkup, parse, written
from studio.importers.pptx.package import Package
from studio.importers.pptx.relationships import rels_name, targets

_KIND = "/vmlDrawing"
_CLAIMED = re.compile(rb'\bspid="([^"]+)"')
_NAMES = ("id", "{urn:schemas-microsoft-com:office:office}spid")
_SHARED = ("shapetype", "shapelayout")


def only_claimed(package: Package, sheet: str) -> None:
    """Leave of the drawings beside a sheet (part name, with relationships of its own) what the sheet shows."""
    links = targets(package, sheet)
    drawings = {link: part for link, (kind, part) in links.items() if kind.endswith(_KIND)}
    if not drawings:
        return
    claimed = {name.decode() for name in _CLAIMED.findall(package.parts[sheet])}
    root = parse(package.parts[rels_name(sheet)])
    for link in list(root):
        part = drawings.get(link.get("Id") or "")
        if part is None:
            continue
        kept = _kept(package, part, claimed, posixpath.basename(sheet))
        if kept:
            link.set("Target", f"/{kept}")
        else:
            root.remove(link)
    package.parts[rels_name(sheet)] = written(root)


def _kept(package: Package, drawing: str, claimed: set[str], sheet: str) -> str:
    """The name of a copy of a drawing that holds only what is claimed; "" where that is nothing."""
    try:
        root = parse(package.parts.get(drawing, b""))
    except BadMarkup:
        return drawing if claimed else ""
    found = False
    for shape in list(root):
        if not isinstance(shape.tag, str) or shape.tag.rpartition("}")[2] in _SHARED:
            continue
        if claimed.isdisjoint(shape.get(name) or "" for name in _NAMES):
            root.remove(shape)
        else:
            found = True
    if not found:
        return ""
    folder, name = posixpath.split(drawing)
    copy = posixpath.join(folder, f"{posixpath.splitext(sheet)[0]}-{name}")
    package.parts[copy] = written(root)
    if rels_name(drawing) in package.parts:
        package.parts[rels_name(copy)] = package.parts[rels_name(drawing)]
    return copy
