"""A deck made ready for a program that is not ours: no slide hidden, nothing outside the file referred to.

LibreOffice leaves hidden slides out of a PDF, which shifts every page after them; with none hidden, page n is the
n-th slide. External pictures and media would be fetched from wherever they point; their targets are blunted.
What it would leave out or draw otherwise is put differently: equations inside text (`equations`), text that was
shrunk to fit (`autofit`), links (`links`), slide numbers (`numbers`), East Asian faces (`typefaces`); marks of
symbol fonts (arrows, ticks) become the Unicode characters that look alike. Dates that would be today's stay as they
were saved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from renderers.slides import autofit, bullets, equations, links, numbers, typefaces, vectors
from renderers.slides.excerpt import keep_only
from studio.errors import BadFileError
from studio.importers.pptx.markup import BadMarkup, Element, integer, is_false, parse, qn, written
from studio.importers.pptx.package import MAX_UNPACKED, Package, is_markup, open_package
from studio.importers.pptx.relationships import targets
from studio.importers.pptx.repair import repair

_NOWHERE = "file:///nonexistent"
_CLICKED = ("http://", "https://", "mailto:")
"""Addresses that a link may keep. LibreOffice takes a picture by any kind of relationship: no file may stay."""
_DRAWN = ("/slide", "/slideLayout", "/slideMaster")
_CHANGED = (b":oMath", b"<a:sym", b"datetime", b"slidenum", b":hlink")
_NAME = "The deck of this lecture"
EVERY = 1 << 30
"""The last slide of any deck."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A deck as .pptx bytes, and the part names of its slides in order.

    `faces` are the typefaces it asks for; `east_asian` tells whether Chinese, Japanese or Korean stands on a slide.
    """

    deck: bytes
    slides: tuple[str, ...]
    faces: tuple[str, ...]
    east_asian: bool


def prepare(deck: Path, first: int = 1, last: int = EVERY) -> Prepared:
    """The slides `first` to `last` (from 1) of a deck, every one shown, no external picture, medium or object.

    It is read within the limits of the import and mended like there: a deck inside a lecture of a stranger has
    never been imported. Raises BadFileError.
    """
    ready = drawable(deck, first, last)
    faces = typefaces.set_apart(ready.package.parts)
    east_asian = typefaces.east_asian(ready.package.parts)
    return Prepared(ready.package.to_bytes(), ready.slides, faces, east_asian)


@dataclass(frozen=True, slots=True)
class Drawable:
    """A deck as it is to be drawn, before its typefaces are set apart: its presentation part and its slides."""

    package: Package
    main: str
    slides: tuple[str, ...]


def drawable(deck: Path, first: int = 1, last: int = EVERY) -> Drawable:
    """The slides `first` to `last` of a deck, with all put differently that has to be. Raises BadFileError."""
    package = read_deck(deck, first, last)
    main, slides, drawn, least = _drawn(package)
    counted = {slide: number for number, slide in enumerate(slides, start=least + first - 1)}
    for name, data in package.parts.items():
        if name.endswith(".rels"):
            package.parts[name] = _rels(data)
        elif name in drawn:
            package.parts[name] = _drawable(bullets.readable(data), counted.get(name))
        elif not is_markup(name):
            package.parts[name] = vectors.blunted(data)
    numbers.settle(package, counted, main)
    autofit.settle_all(package, slides, main)
    return Drawable(package, main, slides)


def read_deck(deck: Path, first: int = 1, last: int = EVERY) -> Package:
    """The slides `first` to `last` of a deck, mended, and nothing else changed. Raises BadFileError."""
    if deck.stat().st_size > MAX_UNPACKED:
        raise BadFileError(f"{_NAME} is larger than {MAX_UNPACKED >> 30} GB; make its media smaller.")
    package = open_package(deck.read_bytes(), _NAME)
    if (first, last) != (1, EVERY):
        _shorten(package, first, last)
    repair(package)
    return package


def slides_of(package: Package) -> tuple[str, ...]:
    """The part names of a deck's slides in order."""
    return _drawn(package)[1]


def main_of(package: Package) -> str:
    """The part name of a deck's presentation."""
    return _drawn(package)[0]


def _shorten(package: Package, first: int, last: int) -> None:
    try:
        keep_only(package, first, last)
    except (KeyError, StopIteration, BadMarkup):  # a deck that the import has not mended
        repair(package)
        keep_only(package, first, last)


def _drawn(package: Package) -> tuple[str, tuple[str, ...], set[str], int]:
    """The presentation part; its slides in order; they with their layouts and masters; the first one's number."""
    main = next(target for kind, target in targets(package, "").values() if kind.endswith("/officeDocument"))
    links = targets(package, main)
    root = parse(package.parts[main])
    entries = root.iterfind(f"{qn('p:sldIdLst')}/{qn('p:sldId')}")
    slides = tuple(links[entry.get(qn("r:id"))][1] for entry in entries)
    drawn = {*slides, *_linked(package, [main])}
    for _ in range(2):  # slide -> layout -> master
        drawn |= _linked(package, drawn)
    least = integer(root.get("firstSlideNum"))
    return main, slides, drawn, 1 if least is None else least


def _linked(package: Package, sources: Iterable[str]) -> set[str]:
    return {
        target
        for source in sources
        for kind, target in targets(package, source).values()
        if kind.endswith(_DRAWN) and target in package.parts
    }


def _rels(data: bytes) -> bytes:
    root = parse(data)
    _blunt(root)
    return written(root)


def _drawable(data: bytes, number: int | None) -> bytes:
    """A slide (its number), layout or master (None) as it is to be drawn."""
    root = parse(data)
    hidden = root.tag == qn("p:sld") and is_false(root.get("show"))
    if not hidden and not any(word in data for word in _CHANGED):
        return data
    if hidden:
        del root.attrib["show"]
    equations.take_pictures(root)
    links.as_words(root)
    for mark in root.iter(qn("a:sym")):
        _plain_marks(mark)
    for field in list(root.iter(qn("a:fld"))):
        still_date(field)
        if number is not None and field.get("type") == "slidenum":
            numbers.settle_field(field, str(number))
    return written(root)


def _plain_marks(mark: Element) -> None:
    """The characters of a symbol font in a run (U+F020 to U+F0FF) as those that look alike."""
    from renderers.slides.builtin.fonts import unicode_symbols  # brings Qt along

    run = mark.getparent().getparent()
    text = run.find(qn("a:t"))
    if run.tag == qn("a:r") and text is not None and text.text:
        family = mark.get("typeface", "")
        text.text = "".join(unicode_symbols(c, family) if "\uf020" <= c <= "\uf0ff" else c for c in text.text)


def still_date(field: Element) -> None:
    """A date that shows today's becomes the one the author saw last: equal decks give equal pages."""
    if field.get("type", "").startswith("datetime"):
        numbers.settle_field(field)


def _blunt(root: Element) -> None:
    for relation in list(root):
        if relation.get("Type", "").endswith(
            "/font"
        ):  # what may be used of them is lent, checked and renamed
            root.remove(relation)
            continue
        to_nowhere(relation)


def to_nowhere(relation: Element) -> None:
    """Blunt a relationship that leads out of the file, but for what only a click follows."""
    clicked = relation.get("Type", "").endswith("/hyperlink")
    if relation.get("TargetMode") == "External" and not (
        clicked and relation.get("Target", "").lower().startswith(_CLICKED)
    ):
        relation.set("Target", _NOWHERE)
