"""Stand-ins set narrower or wider, so that lines break where the author saw them break.

A font that is free and looks alike rarely has the widths of the one it stands in for. What the missing one's
letters measure on average is data (`[fitted]` in resources/fonts/stand-ins.toml). From an installed font a copy is
made with just that average, a family of its own in the program's cache, and fontconfig is told of that folder.
Nothing is installed, and the copies are made anew wherever the table or the installed fonts are others. Outlines in
cubic curves (CFF) cannot be drawn narrower this way and stand in as they are.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
import subprocess
import time
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from renderers.slides import stretching
from renderers.slides.embedded import naming, sfnt
from renderers.slides.embedded.reader import BadFontError
from studio.settings import cache_folder

if TYPE_CHECKING:  # it would load all importers into every command
    from studio.importers.pptx.embedded_fonts import Style

PREFIX = "Fitted "
"""What the name of a fitted family begins with; the rest is the name of the family it stands in for."""
LATIN = " (Latin)"
"""What the name of a family ends in that is for the Latin letters of another family alone."""
_LIMIT_S = 10
_KEPT_S = 30 * 24 * 3600
_STYLES: tuple[Style, ...] = ("regular", "bold", "italic", "boldItalic")


@dataclass(frozen=True, slots=True)
class Cut:
    """How one style is made: the installed face to take, and how wide the letters shall be.

    `mean` is their mean width in em (0: not asked for), `width` a factor where no mean is.
    """

    face: str
    mean: float
    width: float


@dataclass(frozen=True, slots=True)
class Fit:
    """A family to imitate. `ascent` and `descent` are its own in em (0: the stand-in's); both make the line."""

    family: str
    styles: Mapping[Style, Cut]
    ascent: float
    descent: float

    @property
    def face(self) -> str:
        """The installed family that the copies are made from."""
        return self.styles["regular"].face.partition(":")[0]


@lru_cache(maxsize=1)
def fits() -> Mapping[str, Fit]:
    """The families that can be imitated, by their names casefolded."""
    text = resources.files("resources.fonts").joinpath("stand-ins.toml").read_text("utf-8")
    found = tomllib.loads(text)["fitted"]
    return {family.casefold(): _fit(family, entry) for family, entry in found.items()}


def _fit(family: str, entry: Mapping[str, str | float]) -> Fit:
    def number(name: str, otherwise: float) -> float:
        return float(entry.get(name, otherwise))

    face = str(entry["face"])
    bold = str(entry.get("bold_face", f"{face}:bold"))
    mean, width = number("mean", 0), number("width", 1)
    heavy = (number("bold_mean", mean), number("bold_width", width))
    styles: dict[Style, Cut] = {
        "regular": Cut(face, mean, width),
        "italic": Cut(f"{face}:italic", mean, width),
        "bold": Cut(bold, *heavy),
        "boldItalic": Cut(f"{bold}:italic", *heavy),
    }
    return Fit(family, styles, number("ascent", 0), number("descent", 0))


def plain(family: str) -> str:
    """The installed family behind a fitted one; any other name as it is."""
    fit = fits().get(family.removeprefix(PREFIX).casefold()) if family.startswith(PREFIX) else None
    return fit.face if fit else family


def folder(edition: str) -> Path:
    """Where the copies made from one state of the table and the installed fonts (`edition`) are kept."""
    return cache_folder() / f"fitted-{edition}"


def provide(families: Iterable[str], edition: str) -> None:
    """Make the copies that text in these families needs, unless they are there; failures cost only their widths."""
    target = folder(edition)
    if not target.exists():
        _tidy(target)
    wanted = dict.fromkeys(family.casefold() for family in families)
    for fit in (fits()[family] for family in wanted if family in fits()):
        for style in _STYLES:
            place = target / f"{hashlib.sha256(fit.family.encode()).hexdigest()[:12]}-{style}.ttf"
            if not place.exists():
                with suppress(OSError, BadFontError, subprocess.SubprocessError, struct.error):
                    _write(place, _made(fit, style))


def _tidy(target: Path) -> None:
    """Take away what was made for states that nobody has asked for in a month."""
    for old in target.parent.glob("fitted-*"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > _KEPT_S:
                shutil.rmtree(old)


def _write(place: Path, font: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(font)
    fresh.replace(place)


def _made(fit: Fit, style: Style) -> bytes:
    """One style as a font file. Raises BadFontError where the stand-in is missing or has no TrueType outlines."""
    cut = fit.styles[style]
    source = _file(cut.face)
    plainer: Style | None = "regular" if style == "italic" else "bold" if style == "boldItalic" else None
    if plainer is not None and source == _file(fit.styles[plainer].face):
        raise BadFontError  # no slanted letters: they are slanted by whoever draws them
    tables = sfnt.taken_apart(source.read_bytes())
    sfnt.check(tables)
    factor = cut.mean / stretching.mean_width(tables) if cut.mean else cut.width
    stretched = stretching.stretched(tables, factor, fit.ascent, fit.descent)
    unique = "Fitted" + hashlib.sha256(f"{fit.family} {style}".encode()).hexdigest()[:12]
    return sfnt.put_together(naming.named(stretched, PREFIX + fit.family, style, unique))


@lru_cache(maxsize=64)
def _file(face: str) -> Path:
    """The file of an installed face ("Open Sans:style=Light:italic"). Raises BadFontError where it is not there."""
    program = shutil.which("fc-match")
    if program is None:
        raise BadFontError
    told = subprocess.run(
        [program, "-f", "%{file}\n%{family}", face],
        capture_output=True,
        text=True,
        timeout=_LIMIT_S,
        check=False,
    )
    file, _, families = told.stdout.partition("\n")
    if face.partition(":")[0].casefold() not in families.casefold().split(",") or not file:
        raise BadFontError
    return Path(file)
