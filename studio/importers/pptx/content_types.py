"""The table of content types (ECMA-376 Part 2, 10.1.2.2): says of each part what it is, by how it is related."""

from __future__ import annotations

import posixpath

from studio.importers.pptx.markup import Element, append, local, parse, written
from studio.importers.pptx.package import Package
from studio.importers.pptx.relationships import source_of, targets

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TABLE = "[Content_Types].xml"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PML = f"{_OFFICE}presentationml."
_MAIN = f"{_PML}presentation.main+xml"
_MAIN_MACRO = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
_NEEDED = {
    "slide": f"{_PML}slide+xml",
    "slideLayout": f"{_PML}slideLayout+xml",
    "slideMaster": f"{_PML}slideMaster+xml",
    "notesSlide": f"{_PML}notesSlide+xml",
    "notesMaster": f"{_PML}notesMaster+xml",
    "theme": f"{_OFFICE}theme+xml",
    "chart": f"{_OFFICE}drawingml.chart+xml",
}
"""What readers choose how to read a part by: these are set right wherever they are not."""
_HELPFUL = {
    "handoutMaster": f"{_PML}handoutMaster+xml",
    "presProps": f"{_PML}presProps+xml",
    "viewProps": f"{_PML}viewProps+xml",
    "tableStyles": f"{_PML}tableStyles+xml",
    "comments": f"{_PML}comments+xml",
    "commentAuthors": f"{_PML}commentAuthors+xml",
    "diagramData": f"{_OFFICE}drawingml.diagramData+xml",
    "diagramLayout": f"{_OFFICE}drawingml.diagramLayout+xml",
    "diagramQuickStyle": f"{_OFFICE}drawingml.diagramStyle+xml",
    "diagramColors": f"{_OFFICE}drawingml.diagramColors+xml",
    "diagramDrawing": "application/vnd.ms-office.drawingml.diagramDrawing+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": f"{_OFFICE}extended-properties+xml",
}
_BY_ENDING = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "wdp": "image/vnd.ms-photo",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}


def mend_content_types(package: Package, main: str) -> None:
    """Type the main part as a presentation (slide shows and templates are not) and leave no part untyped."""
    root = parse(package.parts.get(_TABLE, f'<Types xmlns="{TYPES}"/>'.encode()))
    before = written(root)
    overrides, defaults = _entries(root)
    was = overrides[main].get("ContentType") or "" if main in overrides else ""
    _override(root, overrides, main, _MAIN_MACRO if "macroEnabled" in was else _MAIN)
    kinds = _kinds(package)
    for part in package.parts:
        kind = kinds.get(part, "")
        if kind in _NEEDED and (part not in overrides or overrides[part].get("ContentType") != _NEEDED[kind]):
            _override(root, overrides, part, _NEEDED[kind])
    known = {part.casefold() for part in overrides}
    for part in package.parts:
        ending = part.rpartition(".")[2].lower()
        if part == _TABLE or part.casefold() in known:
            continue
        if kinds.get(part, "") in _HELPFUL:
            _override(root, overrides, part, _HELPFUL[kinds[part]])
        elif ending not in defaults:
            _override(root, overrides, part, _BY_ENDING.get(ending, "application/octet-stream"))
    if _TABLE not in package.parts or written(root) != before:
        package.parts[_TABLE] = written(root)


def _entries(root: Element) -> tuple[dict[str, Element], set[str]]:
    """The entries for single parts, and the endings that have one; what is neither is taken out."""
    overrides: dict[str, Element] = {}
    defaults: set[str] = set()
    for entry in list(root):
        if local(entry) == "Override" and entry.get("PartName") and entry.get("ContentType"):
            overrides[entry.get("PartName").lstrip("/")] = entry
        elif local(entry) == "Default" and entry.get("Extension") and entry.get("ContentType"):
            defaults.add(entry.get("Extension").lower())
        else:
            root.remove(entry)
    return overrides, defaults


def _kinds(package: Package) -> dict[str, str]:
    """What each part is to the first part that is related to it."""
    kinds: dict[str, str] = {}
    for rels in sorted(name for name in package.parts if name.endswith(".rels")):
        if posixpath.basename(posixpath.dirname(rels)) == "_rels":
            for kind, part in targets(package, source_of(rels)).values():
                kinds.setdefault(part, kind.rpartition("/")[2])
    return kinds


def _override(root: Element, overrides: dict[str, Element], part: str, kind: str) -> None:
    if part in overrides:
        overrides[part].set("ContentType", kind)
    else:
        overrides[part] = append(root, "Override", PartName="/" + part, ContentType=kind)
