"""PDF files of users, looked at by pdfium: sizes and words of their pages, and small grey pictures to compare.

`look` and `shrink` run in the "pages" worker, where a damaged file can hang or crash nothing else; `reader` is the
`PdfReader` port for everybody else.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from renderers.messages import Message
from renderers.slides import pdf_lines
from studio.errors import BadFileError
from studio.lecture import Comment
from studio.ports import PdfLine, PdfPage, PdfReader
from studio.progress import CancelToken
from studio.validation import LARGEST_FILE

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument
    from pypdfium2 import PdfPage as Page

    from renderers.workshop import Workshop

LIMIT_S = 300.0
"""Seconds that reading all pages of one file may take."""
MOST_PAGES = 10_000
LONGEST_TEXT, MOST_TEXT = 20_000, 20_000_000
"""Characters of one page and of all; what comes after is not read."""
SMALL = (32, 24)
"""Width and height of the small grey pictures, whatever the shape of the page."""
_PASSWORD = 4
"""FPDF_ERR_PASSWORD (fpdfview.h)."""


def reader(workshop: Workshop) -> PdfReader:
    """The `PdfReader` port: a PDF is looked at in a worker."""

    def read(path: Path) -> tuple[PdfPage, ...]:
        with workshop.worker("pages") as worker:
            asked = Message({"do": "look", "pdf": str(path.absolute()), "name": path.name})
            answers = list(worker.request(asked, workshop.cancel, LIMIT_S))
        return pages_in(answers)

    return read


def pages_in(answers: Iterable[Message]) -> tuple[PdfPage, ...]:
    """The pages that `look` told of."""
    return tuple(_page(*told) for answer in answers for told in answer.header["pages"])


def _page(
    width: float,
    height: float,
    text: str,
    lines: Sequence[pdf_lines.Line],
    notes: Sequence[pdf_lines.Note],
    bookmark: str,
) -> PdfPage:
    standing = tuple(PdfLine(*line) for line in lines)
    return PdfPage(
        float(width), float(height), text, standing, tuple(Comment(*note) for note in notes), bookmark
    )


def shrunk(path: Path, name: str, numbers: Sequence[int], workshop: Workshop) -> dict[int, bytes]:
    """Small grey pictures (`SMALL`, one byte a pixel, row by row) of pages, by index (from 0), from a worker.

    `name` is what the author calls the file. A page that cannot be drawn has none.
    """
    with workshop.worker("pages") as worker:
        asked = Message({"do": "shrink", "pdf": str(path.absolute()), "name": name, "pages": list(numbers)})
        answers = list(worker.request(asked, workshop.cancel, LIMIT_S))
    return {index: answer.blobs[0] for index, answer in zip(numbers, answers, strict=True) if answer.blobs}


def look(path: Path, name: str, cancel: CancelToken) -> Iterator[Message]:
    """What `PdfPage` holds, of all pages, some pages a message. Raises BadFileError."""
    with _opened(path, name) as document:
        if pdf_lines.is_program_form(document):
            raise BadFileError(
                f"“{name}” is a form that only Adobe's own program can draw; print it into a PDF there."
            )
        bookmarks = pdf_lines.bookmarks_of(document)
        left = MOST_TEXT
        for first in range(0, len(document), 50):
            pages: list[list[object]] = []
            for index in range(first, min(first + 50, len(document))):
                cancel.check()
                facts = _facts(document, index, min(left, LONGEST_TEXT))
                left = max(0, left - len(str(facts[2])))
                pages.append([*facts, bookmarks.get(index, "")])
            yield Message({"pages": pages})


def shrink(path: Path, name: str, indices: Sequence[int]) -> Iterator[Message]:
    """A small grey picture of each of these pages, nothing of a damaged one. Raises BadFileError."""
    from pypdfium2 import PdfiumError

    with _opened(path, name) as document:
        for index in indices:
            try:
                blobs = (_small(document[index]),)
            except PdfiumError:
                blobs = ()
            yield Message({}, blobs)


@contextmanager
def _opened(path: Path, name: str) -> Generator[PdfDocument]:
    from pypdfium2 import PdfDocument, PdfiumError

    if path.stat().st_size > LARGEST_FILE:
        raise BadFileError(f"“{name}” is larger than {LARGEST_FILE >> 30} GB; save it with smaller pictures.")
    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        if _opens(path):
            raise BadFileError(f"“{name}” holds no page; make it anew and try again.") from None
        if getattr(error, "err_code", None) == _PASSWORD:
            raise BadFileError(f"“{name}” is locked with a password; save it without one.") from None
        raise BadFileError(
            f"“{name}” is damaged or no PDF; make it anew and try again.", str(error)
        ) from None
    try:
        if not 0 < len(document) <= MOST_PAGES:
            raise BadFileError(
                f"“{name}” has {len(document):,} pages; a PDF of 1 to {MOST_PAGES:,} can be used here."
            )
        yield document
    except PdfiumError as error:
        raise BadFileError(f"A page of “{name}” is damaged; make the PDF anew.", str(error)) from None
    finally:
        document.close()


def _opens(path: Path) -> bool:
    """Whether pdfium opens a file that pypdfium2 refuses: it has no pages, and its error is of another file."""
    import pypdfium2.raw as pdfium

    document = pdfium.FPDF_LoadDocument(os.fsencode(path) + b"\0", None)
    if document:
        pdfium.FPDF_CloseDocument(document)
    return bool(document)


def _facts(document: PdfDocument, index: int, most: int) -> list[object]:
    """Size, text, lines and notes of a page; a damaged page costs only itself and is 0 x 0."""
    from pypdfium2 import PdfiumError

    try:
        page = document[index]
    except PdfiumError:
        return [0.0, 0.0, "", [], []]
    try:
        words = page.get_textpage()
        try:
            text = words.get_text_range(0, min(words.count_chars(), most), errors="replace")
            lines = pdf_lines.lines_of(page, words, most)
        finally:
            words.close()
        return [page.get_width(), page.get_height(), text, lines, pdf_lines.notes_of(page)]
    except PdfiumError:
        return [page.get_width(), page.get_height(), "", [], []]
    finally:
        page.close()


def _small(page: Page) -> bytes:
    import cv2
    import numpy as np

    try:
        width, height = SMALL
        longest = max(page.get_width(), page.get_height(), 1.0)
        drawn = page.render(scale=256 / longest, grayscale=True).to_numpy()
        grey = np.asarray(drawn, np.uint8).reshape(drawn.shape[0], drawn.shape[1])
        return np.asarray(cv2.resize(grey, (width, height), interpolation=cv2.INTER_AREA), np.uint8).tobytes()
    finally:
        page.close()
