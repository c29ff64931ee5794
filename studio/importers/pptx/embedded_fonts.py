"""The fonts that a deck brings with it (ECMA-376 Part 1, 19.2.1.9 embeddedFontLst, 15.2.13), and which may be used.

Only the list and the heads of the fonts are looked at: a font is unpacked where slides are drawn. So all that can
be said about them costs a report some milliseconds.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from studio.importers import zips
from studio.importers.pptx.eot import HEAD, EotHead, read_head
from studio.importers.pptx.markup import BadMarkup, Element, local, parse

Style = Literal["regular", "bold", "italic", "boldItalic"]
Hindrance = Literal["", "licence", "damaged", "size"]
"""Why a font cannot be used; "" where it can."""

MAX_FONT = 48 << 20
"""Bytes that one font may have in the file."""
MAX_PACKED = 8 << 20
"""Bytes that the compressed fonts of a deck may have together: unpacking takes about three seconds a megabyte."""
_MAX_PLAIN = 128 << 20
_SUMMED = 4 << 20
"""Bytes of a part up to which its checksum in the zip file is looked at, which tells most damage."""
_MAX_MAIN = 32 << 20
_MAX_FACES = 256
_LONGEST_NAME = 64
_DRAWN = re.compile(r"ppt/(?!presentation|notes|comments|handout|tags|changes)[^.]*\.xml$")
_OF_SCRIPT = re.compile(rb"<(?:\w+:)?font\b[^<>]*>")
"""An entry of a theme's list of fonts for all the world's scripts."""
_STYLES: tuple[Style, ...] = ("regular", "bold", "italic", "boldItalic")
_BROKEN = (*zips.BROKEN, zlib.error, StopIteration)


@dataclass(frozen=True, slots=True)
class EmbeddedFace:
    """One style of a font: the part it stands in, and why it cannot be used."""

    style: Style
    part: str
    hindrance: Hindrance = ""
    head: EotHead | None = None


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A family that the deck brings, by the name its text asks for."""

    family: str
    faces: tuple[EmbeddedFace, ...]

    @property
    def usable(self) -> tuple[EmbeddedFace, ...]:
        """The styles that may and can be used."""
        return tuple(face for face in self.faces if not face.hindrance)

    @property
    def hindrance(self) -> Hindrance:
        """Why not one style can be used; "" where one can."""
        return "" if self.usable or not self.faces else self.faces[0].hindrance


def embedded_fonts(deck: Path | bytes) -> tuple[EmbeddedFont, ...]:
    """The fonts of a .pptx, each family once; () where it has none or the list cannot be read."""
    try:
        with zips.opened(deck) as archive:
            return _read(archive)
    except (*_BROKEN, BadMarkup):
        return ()


def font_bytes(deck: Path | bytes, part: str) -> bytes:
    """The bytes of a font's part; b"" where they cannot be read."""
    try:
        with zips.opened(deck) as archive:
            return _part(archive, part, MAX_FONT) if archive.getinfo(part).file_size <= MAX_FONT else b""
    except _BROKEN:
        return b""


def asked_for(deck: Path, fonts: tuple[EmbeddedFont, ...]) -> tuple[EmbeddedFont, ...]:
    """Those of the fonts that slides, layouts, masters or themes of a .pptx name."""
    wanted = {font.family: re.compile(_named(font.family), re.IGNORECASE) for font in fonts}
    found: set[str] = set()
    try:
        with zips.opened(deck) as archive:
            for part in filter(_DRAWN.match, archive.namelist()):
                data = _part(archive, part, _MAX_MAIN)
                if "/theme" in part:
                    data = _OF_SCRIPT.sub(b"", data)
                found |= {name for name, face in wanted.items() if name not in found and face.search(data)}
    except _BROKEN:
        return fonts
    return tuple(font for font in fonts if font.family in found)


def _named(family: str) -> bytes:
    """How markup names a family, or its Latin letters set apart (`renderers.slides.typefaces`)."""
    return b'typeface="' + re.escape(escape(family, quote=False).encode()) + rb'(?: \(Latin\))?"'


def _part(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    with archive.open(name) as stream:
        return stream.read(limit)


def _read(archive: zipfile.ZipFile) -> tuple[EmbeddedFont, ...]:
    main = _main_part(archive)
    data = _part(archive, main, _MAX_MAIN)
    if b"embeddedFontLst" not in data:
        return ()
    links = _links(archive, main)
    found: dict[str, tuple[str, dict[Style, str]]] = {}
    for entry in _entries(parse(data)):
        family = _family(entry)
        if family:
            faces = found.setdefault(family.casefold(), (family, {}))[1]
            for style, link in _styles(entry):
                faces.setdefault(style, links.get(link, ""))
    budget = _Budget()
    return tuple(
        EmbeddedFont(family, tuple(_face(archive, style, part, budget) for style, part in faces.items()))
        for family, faces in found.values()
        if faces
    )


def _main_part(archive: zipfile.ZipFile) -> str:
    root = parse(_part(archive, "_rels/.rels", _MAX_MAIN))
    return next(
        posixpath.normpath("/" + (link.get("Target") or "")).lstrip("/")
        for link in root
        if (link.get("Type") or "").endswith("/officeDocument")
    )


def _links(archive: zipfile.ZipFile, main: str) -> dict[str, str]:
    folder, name = posixpath.split(main)
    root = parse(_part(archive, f"{folder}/_rels/{name}.rels", _MAX_MAIN))
    return {
        link.get("Id") or "": posixpath.normpath(
            posixpath.join("/", folder, unquote(link.get("Target") or ""))
        ).lstrip("/")
        for link in root
        if (link.get("Type") or "").endswith("/font") and link.get("TargetMode") != "External"
    }


def _entries(presentation: Element) -> Iterator[Element]:
    listed = next((child for child in presentation if local(child) == "embeddedFontLst"), ())
    return (entry for entry in listed if local(entry) == "embeddedFont")


def _family(entry: Element) -> str:
    font = next((child for child in entry if local(child) == "font"), None)
    family = "" if font is None else (font.get("typeface") or "").strip()
    return family if len(family) <= _LONGEST_NAME and family.isprintable() else ""


def _styles(entry: Element) -> Iterator[tuple[Style, str]]:
    for child in entry:
        name = local(child)
        for style in _STYLES:
            if style == name:
                ids = (value for key, value in child.attrib.items() if key.rpartition("}")[2] == "id")
                yield style, next(ids, "")


@dataclass(slots=True)
class _Budget:
    """What the fonts of one deck may still cost."""

    faces: int = _MAX_FACES
    plain: int = _MAX_PLAIN
    packed: int = field(default_factory=lambda: MAX_PACKED)

    def grants(self, head: EotHead) -> bool:
        """Take a font's size off, if there is enough left for it."""
        left = (self.packed if head.compressed else self.plain) - head.size
        self.faces -= 1
        if left < 0 or self.faces < 0 or head.size > MAX_FONT:
            return False
        if head.compressed:
            self.packed = left
        else:
            self.plain = left
        return True


def _face(archive: zipfile.ZipFile, style: Style, part: str, budget: _Budget) -> EmbeddedFace:
    try:
        size = archive.getinfo(part).file_size
        head = read_head(_part(archive, part, _SUMMED if size < _SUMMED else HEAD)[:HEAD], size)
    except _BROKEN:
        head = None
    if head is None:
        return EmbeddedFace(style, part, "damaged")
    if not head.allowed:
        return EmbeddedFace(style, part, "licence", head)
    return EmbeddedFace(style, part, "" if budget.grants(head) else "size", head)
