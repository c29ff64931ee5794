"""Links as words that look like links: LibreOffice makes a field of each, and a field never wraps as words do.

A page of a video is a picture, so nothing is lost.
"""

from __future__ import annotations

from studio.importers.pptx.markup import Element, qn

_FILLS = tuple(
    qn(f"a:{name}") for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
)
_OWN_COLOUR = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"
_KINDS = (qn("a:hlinkClick"), qn("a:hlinkMouseOver"))


def as_words(root: Element) -> None:
    """Take the links out of all runs; those that are clicked keep their line and the theme's colour for links."""
    for kind in _KINDS:
        for link in list(root.iter(kind)):
            properties = link.getparent()
            if properties.tag != qn("a:rPr"):  # a link of a whole shape does not show
                continue
            properties.remove(link)
            if kind == _KINDS[0] and properties.getparent().tag != qn("a:endParaRPr"):
                _look_like_one(properties, link)


def _look_like_one(properties: Element, link: Element) -> None:
    if properties.get("u", "none") == "none":
        properties.set("u", "sng")
    own = next(link.iter(_OWN_COLOUR), None)
    if own is not None and own.get("val") == "tx":
        return  # the author chose the colour of the text (MS-ODRAWXML, 2.26)
    for fill in [each for each in properties if each.tag in _FILLS]:
        properties.remove(fill)
    colour = properties.makeelement(qn("a:solidFill"))
    colour.append(properties.makeelement(qn("a:schemeClr"), {"val": "hlink"}))
    line = properties.find(qn("a:ln"))
    properties.insert(0 if line is None else 1 + properties.index(line), colour)
