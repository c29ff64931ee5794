"""What a slide is drawn from: a digest of its own part and of all that it shows through relationships.

A teacher who corrects a sentence in the notes changes the file, but no picture; one who changes a slide changes one
picture. Pages are kept by this digest, so parts count by what they hold and neither by name nor by relationship id:
PowerPoint gives both anew when it saves.
"""

from __future__ import annotations

import hashlib
import re

from studio.importers.pptx.markup import parse, qn, written
from studio.importers.pptx.package import Package, is_markup
from studio.importers.pptx.relationships import targets

_NOT_SHOWN = ("/notesSlide", "/comments", "/tags", "/slide", "/slideUpdateInfo")
"""Kinds of relationship that lead to nothing a slide shows; "/slide" is a link to click."""
_NOT_DRAWN = ("p:transition", "p:timing")
_SHARED = ("p:sldSz", "p:embeddedFontLst", "p:defaultTextStyle")
"""What the presentation part itself says about the look of every slide."""
_DECLARATION = re.compile(rb"^(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")
_REFERENCE = re.compile(rb"&#x([0-9A-Fa-f]{1,6});")
_ATTRIBUTE = re.compile(rb'="([A-Za-z_][^"\s<>&]*+)"')
"""What may be a relationship id (XML Schema's `ID` begins with a letter and has no blanks in it)."""
_DEEPEST = 12
"""Relationships from a slide to the last thing it shows; honest decks need 5 (slide, chart, workbook …)."""


class Drawings:
    """The digests (SHA-256, hex) of the slides of a package; what slides share is looked at once."""

    def __init__(self, package: Package, main: str) -> None:
        """`main` is the part name of the presentation."""
        self._package = package
        self._digests: dict[str, bytes] = {}
        self._shared = self._of_presentation(main)

    def of(self, slide: str) -> str:
        """The digest of what a slide (part name) is drawn from."""
        return hashlib.sha256(self._shared + self._of_part(slide, 0)).hexdigest()

    def _of_presentation(self, main: str) -> bytes:
        links = targets(self._package, main)
        known = {relation: self._of_part(part, 0) for relation, (kind, part) in links.items() if _look(kind)}
        root = parse(self._package.parts[main])
        told = [written(found) for name in _SHARED if (found := root.find(qn(name))) is not None]
        told.append(root.get("firstSlideNum", "").encode())  # slides show their numbers
        return hashlib.sha256(_named(b"".join(told), known) + b"".join(sorted(known.values()))).digest()

    def _of_part(self, part: str, depth: int) -> bytes:
        found = self._digests.get(part)
        if found is None:
            data = self._package.parts.get(part, b"")
            known = self._shown(part, depth + 1) if depth < _DEEPEST else {}
            told = _named(_plain(_still(data)), known) if is_markup(part) else data
            found = hashlib.sha256(told + b"".join(sorted(known.values()))).digest()
            self._digests[part] = found
        return found

    def _shown(self, part: str, depth: int) -> dict[str, bytes]:
        """The digests of what a part shows, by relationship id."""
        links = targets(self._package, part)
        # A master names all its layouts, and those their master again: a slide shows one of them only.
        master = any(kind.endswith("/slideLayout") for kind, _ in links.values()) and any(
            kind.endswith("/theme") for kind, _ in links.values()
        )
        return {
            relation: self._of_part(target, depth)
            for relation, (kind, target) in links.items()
            if not kind.endswith(_NOT_SHOWN) and not (master and kind.endswith("/slideLayout"))
        }


def _look(kind: str) -> bool:
    return kind.endswith(("/tableStyles", "/font"))


def _named(data: bytes, known: dict[str, bytes]) -> bytes:
    """Markup with the digests of what its relationship ids lead to in their place."""
    by_id = {relation.encode(): digest for relation, digest in known.items()}
    return _ATTRIBUTE.sub(lambda found: b'="%s"' % by_id.get(found[1], found[1]), data) if by_id else data


def _plain(data: bytes) -> bytes:
    """Markup without what another program writes otherwise while it says the same: the declaration, references to
    characters.
    """
    return _REFERENCE.sub(lambda found: b"&#%d;" % int(found[1], 16), _DECLARATION.sub(b"", data))


def _still(data: bytes) -> bytes:
    """A part without what only moves: changing an animation changes no page. Whether it is hidden neither."""
    if not any(name.partition(":")[2].encode() in data for name in _NOT_DRAWN) and b"show=" not in data:
        return data
    root = parse(data)
    if root.tag != qn("p:sld"):
        return data
    root.attrib.pop("show", None)
    for child in list(root):
        # Transitions and timings stand in alternate content as often as by themselves.
        if any(child.tag == qn(name) or child.find(f".//{qn(name)}") is not None for name in _NOT_DRAWN):
            root.remove(child)
    return written(root)
