"""Slide numbers that a layout or a master shows on every slide, as the number of each.

LibreOffice counts the pages of what it is given: in a part of a deck, in a deck that does not begin with 1, and
where every object has a page of its own, a number that stands on the layout or the master would be another one. So
each slide that shows such a number gets a layout of its own, in which it is plain words. (Numbers in placeholders
are the slide's own: `prepared` settles them.)
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from studio.importers.pptx.content_types import mend_content_types
from studio.importers.pptx.markup import Element, parse, qn, written
from studio.importers.pptx.package import Package
from studio.importers.pptx.placement import placeholder
from studio.importers.pptx.relationships import rels_name, targets

_FIELD = b"slidenum"


def settle(package: Package, numbers: Mapping[str, int], main: str) -> None:
    """Have slides (part name -> number) show their own numbers; `main` is the presentation part."""
    made = [_settled(package, slide, number) for slide, number in numbers.items() if slide in package.parts]
    if any(made):
        mend_content_types(package, main)


def settle_field(field: Element, text: str | None = None) -> None:
    """A field becomes plain words: `text`, or what it showed last."""
    shown = field.find(qn("a:t"))
    if text is not None and shown is not None:
        shown.text = text
    field.tag = qn("a:r")
    field.attrib.clear()
    for own in field.findall(qn("a:pPr")):  # a run has no paragraph properties (ECMA-376 Part 1, 21.1.2.3.8)
        field.remove(own)


def _settled(package: Package, slide: str, number: int) -> bool:
    """Whether a slide got a layout of its own."""
    layout = _behind(package, slide, "/slideLayout")
    master = _behind(package, layout, "/slideMaster") if layout else ""
    own_layout = _numbered(package, layout, number)
    own_master = _numbered(package, master, number)
    if own_layout is None and own_master is None:
        return False
    named = _copied(package, layout, number, own_layout or package.parts[layout])
    _relink(package, slide, "/slideLayout", named)
    if own_master is not None:
        _relink(package, named, "/slideMaster", _copied(package, master, number, own_master))
    return True


def _behind(package: Package, source: str, kind: str) -> str:
    """The part of a kind that a part is related to; "" where there is none."""
    linked = (target for each, target in targets(package, source).values() if each.endswith(kind))
    return next((target for target in linked if target in package.parts), "")


def _numbered(package: Package, part: str, number: int) -> bytes | None:
    """A layout or master with this number in it; None where it shows none itself."""
    data = package.parts.get(part, b"")
    if _FIELD not in data:
        return None
    root = parse(data)
    fields = [
        field
        for shape in root.iter(qn("p:sp"))
        if placeholder(shape) is None
        for field in shape.iter(qn("a:fld"))
        if field.get("type") == _FIELD.decode()
    ]
    for field in fields:
        settle_field(field, str(number))
    return written(root) if fields else None


def _copied(package: Package, part: str, number: int, data: bytes) -> str:
    """The name of a copy of a part with other data, beside it: what it is related to stays where it is."""
    folder, name = posixpath.split(part)
    copy = posixpath.join(folder, f"of{number}-{name}")
    package.parts[copy] = data
    links = package.parts.get(rels_name(part))
    if links is not None:
        package.parts[rels_name(copy)] = links
    return copy


def _relink(package: Package, source: str, kind: str, target: str) -> None:
    root = parse(package.parts[rels_name(source)])
    for link in root:
        if (link.get("Type") or "").endswith(kind):
            link.set("Target", f"/{target}")
    package.parts[rels_name(source)] = written(root)
