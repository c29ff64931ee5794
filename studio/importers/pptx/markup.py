"""Finding one's way in PresentationML: parsing, names, numbers, `mc:AlternateContent` (ECMA-376 Part 3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - a compiled module without types

Element = Any
"""An lxml element (lxml carries no types)."""

BadMarkup: type[Exception] = etree.XMLSyntaxError
"""What `parse` raises where a part is not well formed."""

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "p15": "http://schemas.microsoft.com/office/powerpoint/2012/main",
    "p159": "http://schemas.microsoft.com/office/powerpoint/2015/09/main",
    "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
    "a16": "http://schemas.microsoft.com/office/drawing/2014/main",
}

_BIT = 4096
"""Bytes in which a root's tag is looked for at a time."""
_LARGEST = 1 << 53
"""No length, time or id of a deck comes near it (XML Schema's `long` is the largest type in use)."""

_UNDERSTOOD = frozenset(NAMESPACES.values()) | {
    "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "http://schemas.microsoft.com/office/drawing/2015/9/8/chartex",
    "http://schemas.microsoft.com/office/drawing/2015/10/21/chartex",
    "http://schemas.microsoft.com/office/drawing/2016/5/9/chartex",
    "http://schemas.microsoft.com/office/drawing/2016/5/10/chartex",
    "http://schemas.microsoft.com/office/drawing/2016/5/11/chartex",
    "http://schemas.microsoft.com/office/drawing/2016/5/12/chartex",
    "http://schemas.microsoft.com/office/drawing/2016/5/13/chartex",
    "http://schemas.microsoft.com/office/drawing/2016/5/14/chartex",
    "http://schemas.microsoft.com/office/drawing/2016/ink",
    "http://schemas.microsoft.com/office/drawing/2017/model3d",
    "http://schemas.microsoft.com/office/powerpoint/2016/slidezoom",
    "http://schemas.microsoft.com/office/powerpoint/2016/sectionzoom",
    "http://schemas.microsoft.com/office/powerpoint/2016/summaryzoom",
}


def parse(data: bytes) -> Element:
    """The root of an XML part; entities stay as they are, nothing is fetched. Raises `BadMarkup`."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def root_tag(data: bytes) -> str:
    """What the root of an XML part is called (Clark notation); only its beginning is read. Raises `BadMarkup`."""
    parser = etree.XMLPullParser(events=("start",), resolve_entities=False, no_network=True)
    for start in range(0, len(data), _BIT):
        parser.feed(data[start : start + _BIT])
        for _, root in parser.read_events():
            return root.tag
    return parser.close().tag


def written(root: Element) -> bytes:
    """An element as an XML part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def append(parent: Element, name: str, **attributes: str) -> Element:
    """Add a child of the parent's own namespace."""
    return etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}", attributes)


@cache
def qn(name: str) -> str:
    """The name in Clark notation: "p:sld" -> "{…/presentationml/2006/main}sld"."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def local(element: Element) -> str:
    """The element's name without its namespace; "" for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


_ALTERNATE = qn("mc:AlternateContent")


def children(parent: Element) -> Iterator[Element]:
    """The child elements, each `mc:AlternateContent` replaced by the content of the branch to take."""
    for child in parent.iterchildren("*"):
        if child.tag != _ALTERNATE:
            yield child
        elif (branch := _branch(child)) is not None:
            yield from children(branch)


def walk(parent: Element, *names: str) -> Iterator[Element]:
    """All descendants in document order, alternate content resolved; `names` ("a:t"): only those called so.

    A slide has thousands of elements and is walked several times: where there is nothing to resolve, as nearly
    everywhere, lxml finds them by itself, thirty times as fast.
    """
    wanted = tuple(map(qn, names)) or ("*",)
    if next(parent.iterdescendants(_ALTERNATE), None) is None:
        yield from parent.iterdescendants(*wanted)
        return
    for child in children(parent):
        if not names or child.tag in wanted:
            yield child
        yield from walk(child, *names)


def child(parent: Element | None, *path: str) -> Element | None:
    """The first child reached along `path` ("p:nvPr", "a:audioFile"); None where there is none."""
    for name in path:
        if parent is None:
            return None
        tag = qn(name)
        if next(parent.iterchildren(_ALTERNATE), None) is None:
            parent = next(parent.iterchildren(tag), None)
        else:
            parent = next((each for each in children(parent) if each.tag == tag), None)
    return parent


def integer(text: str | None) -> int | None:
    """The integer in an attribute; None where it is missing, no number, or larger than any that is meant."""
    try:
        value = int(text) if text is not None else None
    except ValueError:
        inexact = real(text)
        value = None if inexact is None else int(inexact)
    return value if value is not None and abs(value) < _LARGEST else None


def real(text: str | None) -> float | None:
    """The number in an attribute; None where it is missing, no number, or larger than any that is meant."""
    try:
        value = float(text) if text is not None else None
    except ValueError:
        return None
    return value if value is not None and abs(value) < _LARGEST else None


def is_false(text: str | None) -> bool:
    """Whether an `xsd:boolean` attribute says no (a missing one does not)."""
    return text is not None and text.strip().lower() in ("0", "false", "off")


def is_true(text: str | None) -> bool:
    """Whether an `xsd:boolean` attribute says yes."""
    return text is not None and text.strip().lower() in ("1", "true", "on")


def _branch(alternate: Element) -> Element | None:
    fallback = None
    for branch in alternate:
        if branch.tag == qn("mc:Choice") and _understood(branch):
            return branch
        if branch.tag == qn("mc:Fallback"):
            fallback = branch
    return fallback


def _understood(choice: Element) -> bool:
    required = (choice.get("Requires") or "").split()
    return all(choice.nsmap.get(prefix) in _UNDERSTOOD for prefix in required)
