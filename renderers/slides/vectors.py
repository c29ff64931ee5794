"""SVG pictures inside a deck: what they refer to outside themselves is taken away.

A picture's own markup can name other pictures and style sheets (SVG 2, 5.2 and 6.2), which LibreOffice fetches.
"""

from __future__ import annotations

import re
import zlib

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - a compiled module without types

from studio.importers.pptx.markup import BadMarkup, Element, parse, written
from studio.importers.pptx.package import holds_markup, is_too_much
from studio.importers.pptx.picture_sizes import still

_GZIP = b"\x1f\x8b"
_LARGEST = 32 << 20
_MOST_COPIES, _DEEPEST_COPY = 50_000, 30
_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|bmp|webp)[;,]", re.IGNORECASE)
_ADDRESS = re.compile(r"@import[^;]*;?|url\(\s*[\"']?\s*(?!#)[^)]*\)", re.IGNORECASE)
_EMPTY = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def blunted(data: bytes) -> bytes:
    """The bytes of a part: an SVG picture without references to elsewhere, an animation as one that can be held."""
    plain = _unpacked(data) if data.startswith(_GZIP) else data
    if not _is_svg(plain):
        return still(data)
    try:
        root = parse(plain)
    except BadMarkup:
        return _EMPTY  # another reader may be less strict
    if is_too_much(plain) or _copies_without_end(root):
        return _EMPTY
    for element in root.iter(etree.Element):
        _blunt(element)
    return written(root)  # without what stands before the root: document types, style sheets from elsewhere


def _copies_without_end(root: Element) -> bool:
    """Whether the copies of copies (SVG 2, 5.6 `use`) that a picture asks for are more than can be drawn."""
    named = {element.get("id"): element for element in root.iter(etree.Element) if element.get("id")}
    drawn: dict[Element, int] = {}

    def count(element: Element, open_: frozenset[Element]) -> int:
        if element in open_:
            return _MOST_COPIES
        if element not in drawn:
            uses = list(element.iter(f"{_SVG}use"))
            copied = (named.get((use.get(_HREFS[0]) or use.get(_HREFS[1]) or "")[1:]) for use in uses)
            inside = open_ | {element}
            if len(inside) > _DEEPEST_COPY:
                return _MOST_COPIES
            drawn[element] = 1 + sum(count(copy, inside) for copy in copied if copy is not None)
        return min(drawn[element], _MOST_COPIES)

    return count(root, frozenset()) >= _MOST_COPIES


def _is_svg(data: bytes) -> bool:
    head = (
        data if holds_markup("", data) else data[: 1 << 16]
    )  # a comment may stand before it, as long as it likes
    return (
        b"<svg" in head
        or b":svg" in head
        or "<svg".encode("utf-16-le") in head
        or "<svg".encode("utf-16-be") in head
    )


def _unpacked(data: bytes) -> bytes:
    """What a gzip file holds, as far as it is needed to tell what it is; b"" for a broken one."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _LARGEST)
    except zlib.error:
        return b""


def _blunt(element: Element) -> None:
    for name, value in element.attrib.items():
        if name in _HREFS and not value.startswith("#") and not _PICTURE.match(value):
            del element.attrib[name]
        elif "(" in value:
            element.set(name, _ADDRESS.sub("", value))
    if element.tag == f"{_SVG}style" and element.text:
        element.text = _ADDRESS.sub("", element.text)
