"""What runs in the "pages" worker: a deck to PDF by LibreOffice or PowerPoint, a PDF page to pixels by pdfium.

Both read files from users, so both stay in a child process that can be killed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers.messages import Message
from renderers.slides import (
    faithful,
    fonts,
    libreoffice,
    opendocument,
    pdf,
    pdf_lines,
    powerpoint,
    seams,
    separated,
)
from renderers.slides.embedded import lending
from renderers.slides.prepared import EVERY, Prepared, prepare
from studio.errors import BadFileError, StudioError
from studio.importers.pptx.package import MAX_UNPACKED
from studio.progress import CancelToken

_OFF_SHAPE = 4
"""How many times as many pixels as it has to have a page may take, where its shape is another than is known."""
_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0")


def handle(request: Message, cancel: CancelToken) -> Iterator[Message]:
    """`convert` (deck -> PDF), `import` (.ppt, .odp -> .pptx), `raster` (page -> RGB).

    `separate` (some slides -> a PDF with each object on a page of its own), `layers` (such pages -> objects alone).
    `look` tells sizes and words of the pages of a PDF, `shrink` gives small grey pictures of some.
    """
    match request.header["do"]:
        case "convert":
            yield _convert(request)
        case "separate":
            yield _separate(request)
        case "layers":
            yield from _layers(request, cancel)
        case "import":
            yield _import(Path(request.header["deck"]))
        case "raster":
            yield _raster(request)
        case "look":
            yield from pdf.look(Path(request.header["pdf"]), request.header["name"], cancel)
        case "shrink":
            asked = request.header
            yield from pdf.shrink(Path(asked["pdf"]), asked["name"], asked["pages"])
        case other:
            raise ValueError(other)


def _convert(request: Message) -> Message:
    """By PowerPoint where that is the "painter", else or where that fails by LibreOffice."""
    if not powerpoint.is_meant(request.header.get("painter", "")):
        return _by_libreoffice(request)
    try:
        return _by_powerpoint(Path(request.header["deck"]))
    except StudioError as error:
        if libreoffice.executable() is None:
            raise
        made = _by_libreoffice(request)
        return Message({**made.header, "painter": "LibreOffice", "why": str(error)}, made.blobs)


def _by_powerpoint(deck: Path) -> Message:
    """All slides: PowerPoint is started once, and one process of it runs at most."""
    ready = faithful.prepare(deck)
    pdf = _drawn_by_powerpoint(ready.deck, ready.suffix)
    pages = _count(pdf)
    if pages != ready.slides:
        raise BadFileError(
            f"PowerPoint made {pages} pages of {ready.slides} slides, so pictures and words would not match."
        )
    return Message({"pages": pages, "painter": powerpoint.NAME}, (pdf,))


def _drawn_by_powerpoint(deck: bytes, suffix: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="lecture-studio-") as folder:
        source, target = Path(folder, f"deck{suffix}"), Path(folder, "deck.pdf")
        source.write_bytes(deck)
        powerpoint.convert(source, target)
        return target.read_bytes()


def _by_libreoffice(request: Message) -> Message:
    """All slides, or those from "first" to "last" (from 1)."""
    first, last = (int(request.header.get(name, end)) for name, end in (("first", 1), ("last", EVERY)))
    deck = Path(request.header["deck"])
    prepared = prepare(deck, first, last)
    pdf = _drawn_by_libreoffice(deck, prepared)
    pages, slides = _count(pdf), len(prepared.slides)
    if pages != slides:
        raise BadFileError(
            f"LibreOffice made {pages} pages of {slides} slides from slide {first} on, so pictures and words would"
            " not match; open the deck in PowerPoint, save it again and import it anew."
        )
    return Message({"pages": pages}, (pdf,))


def _drawn_by_libreoffice(deck: Path, prepared: Prepared) -> bytes:
    """The PDF of what was made ready of a deck."""
    with tempfile.TemporaryDirectory(prefix="lecture-studio-") as folder:
        ready = Path(folder, "deck.pptx")
        ready.write_bytes(prepared.deck)
        fonts.provide(prepared.faces)
        lent = lending.for_libreoffice(deck, Path(folder), ready)
        return libreoffice.convert(ready, "pdf", lent, prepared.east_asian)


def _separate(request: Message) -> Message:
    """The slides "numbers" out of "first" to "last"; the answer tells where the sheets of each are, or why none."""
    asked = request.header
    deck, numbers = Path(asked["deck"]), [int(number) for number in asked["numbers"]]
    if powerpoint.is_meant(asked["painter"]):
        ready, made = separated.for_powerpoint(deck, numbers)
        pdf = _drawn_by_powerpoint(ready, ".pptx") if any(each.pages for each in made) else b""
    else:
        prepared, made = separated.for_libreoffice(deck, int(asked["first"]), int(asked["last"]), numbers)
        pdf = _drawn_by_libreoffice(deck, prepared) if any(each.pages for each in made) else b""
    if pdf and _count(pdf) != sum(each.pages for each in made):
        raise BadFileError("The objects of some slides cannot be drawn one by one; the slides are whole.")
    return Message({"slides": {str(each.number): each.told for each in made}}, (pdf,))


def _layers(request: Message, cancel: CancelToken) -> Iterator[Message]:
    """The ground of a slide, then its objects (`renderers.layers.pieces`)."""
    import pypdfium2

    from renderers.layers import sheets
    from renderers.layers.pieces import Piece

    asked = request.header
    size = int(asked["width"]), int(asked["height"])
    slides, apart = (pypdfium2.PdfDocument(Path(asked[name])) for name in ("slides", "apart"))
    try:
        where = sheets.Sheets(slides, int(asked["index"]), apart, int(asked["first"]), asked["sheets"])
        for part in sheets.drawn(where, *size):
            cancel.check()
            yield part.message if isinstance(part, Piece) else Message({}, (part.tobytes(),))
    except pypdfium2.PdfiumError as error:
        raise BadFileError("A page of a lecture cannot be taken apart.", str(error)) from None
    finally:
        slides.close()
        apart.close()


def _import(deck: Path) -> Message:
    """Only the two formats that are meant: LibreOffice would open a page of HTML as gladly, and all it names."""
    with tempfile.TemporaryDirectory(prefix="lecture-studio-") as folder:
        with deck.open("rb") as file:
            head = file.read(4)
        if head == _ZIP and deck.stat().st_size <= MAX_UNPACKED:
            ready = Path(folder, "deck.odp")
            ready.write_bytes(opendocument.prepare(deck.read_bytes(), deck.name))
        elif head == _OLE:
            ready = deck
        else:
            raise BadFileError("LibreOffice cannot open this presentation; save it again in PowerPoint.")
        return Message({}, (libreoffice.convert(ready, "pptx"),))


def _count(pdf: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _raster(request: Message) -> Message:
    import pypdfium2

    width, height, index = (int(request.header[name]) for name in ("width", "height", "page"))
    try:
        given = request.header.get("pdf")
        document = pypdfium2.PdfDocument(request.blobs[0] if given is None else Path(given))
    except pypdfium2.PdfiumError as error:
        raise BadFileError("A PDF of the lecture cannot be read; import it anew.", str(error)) from None
    try:
        if index >= len(document):
            raise BadFileError(f"A PDF of the lecture has no page {index + 1}; import it anew.")
        page = document[index]
        pdf_lines.without_notes(page)
        across, up = max(page.get_width(), 1e-3), max(page.get_height(), 1e-3)
        scale = max(width / across, height / up)
        if across * up * scale * scale > _OFF_SHAPE * width * height:  # a picture without end
            raise BadFileError(
                f"Page {index + 1} of a PDF has another shape than the lecture says; import it anew."
            )
        return Message({}, (_exactly(seams.render(page, scale), width, height).tobytes(),))
    except pypdfium2.PdfiumError as error:
        raise BadFileError(f"Page {index + 1} of a PDF is damaged; make the PDF anew.", str(error)) from None
    finally:
        document.close()


def _exactly(picture: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """The picture at just that size: a rounded edge is cut off, anything else is scaled."""
    if picture.shape[:2] == (height, width):
        return picture
    import cv2

    smaller = picture.shape[0] >= height and picture.shape[1] >= width
    if smaller and picture.shape[0] - height <= 2 and picture.shape[1] - width <= 2:
        return picture[:height, :width].copy()
    how = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, (width, height), interpolation=how), np.uint8)
