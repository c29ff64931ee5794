"""The styles of an OpenDocument text: what a paragraph is called, what is bold, which lists are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from studio.importers.pptx.markup import Element, integer

_NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}
_BOLD = ("bold", "600", "700", "800", "900")
_CODED = re.compile(r"_([0-9a-f]{2,4})_")
"""How names carry what no XML name may hold: "Heading_20_1" (OpenDocument 1.3 Part 3, 19.498)."""


def qn(name: str) -> str:
    """The name in Clark notation: "text:p" -> "{urn:…:text:1.0}p"."""
    prefix, local = name.split(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


class Styles:
    """The styles of some parts (styles.xml, content.xml), the later ones first asked."""

    def __init__(self, roots: Iterable[Element]) -> None:
        """Collect them."""
        self._styles: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self.language = ""
        for root in roots:
            for style in root.iter(qn("style:style")):
                self._styles[style.get(qn("style:name")) or ""] = style
            for style in root.iter(qn("text:list-style")):
                self._lists[style.get(qn("style:name")) or ""] = style
            for style in root.iter(qn("style:default-style")):
                if style.get(qn("style:family")) == "paragraph":
                    self.language = _language(style) or self.language

    def name(self, paragraph: Element) -> str:
        """What the paragraph's own named style is called, in lower case ("title", "heading 1")."""
        style = next(
            (s for s in self._chain(paragraph.get(qn("text:style-name")) or "") if not _is_automatic(s)), None
        )
        if style is None:
            return ""
        coded = style.get(qn("style:name")) or ""
        plain = _CODED.sub(lambda found: chr(int(found[1], 16)), coded)
        return (style.get(qn("style:display-name")) or plain).lower()

    def is_bold(self, name: str) -> bool:
        """Whether text in a style is set in bold."""
        for style in self._chain(name):
            properties = style.find(qn("style:text-properties"))
            weight = None if properties is None else properties.get(qn("fo:font-weight"))
            if weight is not None:
                return weight in _BOLD
        return False

    def is_numbered(self, name: str, depth: int) -> bool:
        """Whether a list counts its items at a level (from 0)."""
        style = self._lists.get(name)
        for level in () if style is None else style.iterchildren(qn("text:list-level-style-number")):
            if integer(level.get(qn("text:level"))) == depth + 1:
                return bool(level.get(qn("style:num-format")))
        return False

    def _chain(self, name: str) -> Iterator[Element]:
        """A style and those it stands on."""
        seen = set[str]()
        while name and name not in seen and (style := self._styles.get(name)) is not None:
            seen.add(name)
            yield style
            name = style.get(qn("style:parent-style-name")) or ""


def _is_automatic(style: Element) -> bool:
    """Made by the program for one paragraph; the style it stands on is the one that the author chose."""
    return style.getparent().tag == qn("office:automatic-styles")


def _language(style: Element) -> str:
    properties = style.find(qn("style:text-properties"))
    if properties is None:
        return ""
    language, country = properties.get(qn("fo:language")), properties.get(qn("fo:country"))
    if language in (None, "none", "zxx"):
        return ""
    return f"{language}-{country}" if country not in (None, "none") else str(language)
