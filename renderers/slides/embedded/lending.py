"""Lends a deck's own fonts to what draws it, and to nothing else: no font is ever installed.

LibreOffice gets them in a folder that its own fontconfig file names, for one conversion; Qt's painter holds them as
long as the deck is open. Fonts that are installed are used as they are, as PowerPoint does: they are whole.
"""

from __future__ import annotations

import hashlib
import html
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from renderers.cache import Cache, Entry
from renderers.slides import fonts
from renderers.slides.embedded.reader import BadFontError
from renderers.slides.embedded.unpacking import font_file
from studio.errors import OutputError
from studio.importers.pptx.embedded_fonts import (
    EmbeddedFace,
    EmbeddedFont,
    asked_for,
    embedded_fonts,
    font_bytes,
)
from studio.settings import cache_folder

_CAP = 256 << 20
"""Bytes of unpacked fonts that are kept, so that every part of a deck need not unpack them anew."""
_FONTCONFIG = """<?xml version="1.0"?>
<fontconfig>
<cachedir>{cache}</cachedir>
<dir>{folder}</dir>
{latin}
<include>{rest}</include>
</fontconfig>
"""
_LATIN = """<alias binding="same"><family>{family} (Latin)</family>
<prefer><family>{family}</family></prefer></alias>"""
"""A Latin face set apart (`typefaces`) is the deck's own one, too."""


def for_libreoffice(deck: Path, folder: Path, shown: Path | None = None) -> dict[str, str]:
    """The environment in which LibreOffice finds the deck's own fonts; they are written into `folder`.

    `shown` is what of the deck is to be drawn (a .pptx); the fonts that it does not ask for stay packed.
    {} where the deck brings none, or where there is no fontconfig to tell.
    """
    rest = fonts.environment().get("FONTCONFIG_FILE")
    brought = embedded_fonts(deck) if rest else ()
    lent = (
        [font for font in asked_for(shown or deck, brought) if not installed(font.family)] if brought else []
    )
    files = unpacked(deck, lent)
    if not rest or not files:
        return {}
    place = folder / "lent"
    place.mkdir(parents=True)
    for number, data in enumerate(files):
        (place / f"{number}.ttf").write_bytes(data)
    told = folder / "lent.conf"
    places = {"cache": folder / "lent-cache", "folder": place, "rest": rest}
    latin = "\n".join(_LATIN.format(family=html.escape(font.family)) for font in lent)
    named = {name: html.escape(str(path)) for name, path in places.items()}
    told.write_text(_FONTCONFIG.format(latin=latin, **named), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(told)}


class Loan:
    """The fonts of a deck in Qt's font database of this process, until `close`; needs a QGuiApplication.

    A family is unpacked when a slide first asks for it: the first page must not wait for the fonts of all others.
    """

    def __init__(self, deck: Path) -> None:
        self._deck = deck
        self._waiting = {font.family.casefold(): font for font in embedded_fonts(deck) if font.usable}
        self._ids: list[int] = []

    def take(self, name: str) -> str:
        """The family with that name (casefolded), ready to be painted with; "" where the deck does not bring it."""
        from PySide6.QtCore import QByteArray
        from PySide6.QtGui import QFontDatabase

        font = self._waiting.pop(name, None)
        files = unpacked(self._deck, [font]) if font else ()
        added = [QFontDatabase.addApplicationFontFromData(QByteArray(data)) for data in files]
        self._ids += (number for number in added if number >= 0)
        return font.family if font and any(number >= 0 for number in added) else ""

    def close(self) -> None:
        """Take the fonts back."""
        from PySide6.QtGui import QFontDatabase

        self._waiting.clear()
        while self._ids:
            QFontDatabase.removeApplicationFont(self._ids.pop())


def installed(family: str) -> bool:
    """Whether fontconfig has the family itself, so that the deck's copy is not needed."""
    return fonts.used(family).casefold() == family.casefold()


def unpacked(deck: Path, lent: Iterable[EmbeddedFont]) -> tuple[bytes, ...]:
    """The styles of families as font files; one that turns out to be damaged is left out.

    Parts of a deck are drawn at the same time, and each needs all fonts: each begins with another one and finds
    kept what the others have unpacked meanwhile.
    """
    kept = Cache(cache_folder() / "fonts", _CAP)
    wanted = [(font.family, face) for font in lent for face in font.usable]
    first = os.getpid() % max(len(wanted), 1)
    order = [*range(first, len(wanted)), *range(first)]
    found = {index: _found(deck, *wanted[index], kept) for index in order}
    return tuple(data for index in range(len(wanted)) for data in found[index])


def _found(deck: Path, family: str, face: EmbeddedFace, kept: Cache) -> tuple[bytes, ...]:
    """A style as a font file; () for a damaged one."""
    data = font_bytes(deck, face.part)
    key = _key(data, family, face)
    entry = kept.get(key)
    if entry is None:
        entry = _made(data, family, face)
        with suppress(OutputError):  # a full disk costs only time
            kept.put(key, entry, "fonts")
            kept.trim()
    return entry.blobs


def _made(data: bytes, family: str, face: EmbeddedFace) -> Entry:
    try:
        return Entry({}, (font_file(data, family, face.style),))
    except BadFontError:
        return Entry()


def _key(data: bytes, family: str, face: EmbeddedFace) -> str:
    digest = hashlib.sha256(f"{_edition()}\0{family}\0{face.style}\0".encode())
    digest.update(data)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _edition() -> str:
    """Which program unpacked a font that is kept."""
    from renderers.editions import matching

    digest = hashlib.sha256(metadata.version("lecture-studio").encode())
    for pattern in ("renderers/slides/embedded/*.py", "studio/importers/pptx/eot.py"):
        for file in matching(pattern):
            digest.update(file.read_bytes())
    return digest.hexdigest()
