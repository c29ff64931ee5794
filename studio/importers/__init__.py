"""File -> Lecture: one format a module, found through one table.

A format is a module with the shape of `Format`. It reads a file without trusting it and says in the
report what it kept, replaced or left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from studio.assets import AssetStore
from studio.errors import BadFileError
from studio.importers import converted, foreign, pdf, pictures, pptx
from studio.importers.outline import asciidoc, markdown, opml, others, plain_text, word, writer
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.ports import Converter, MediaProbe, PdfReader, PictureReader
from studio.report import ImportReport
from studio.validation import problems


class Format(Protocol):
    """What every module of this folder offers."""

    @property
    def label(self) -> str:
        """The name people know the kind of file by."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file name endings, in lower case with the dot."""
        ...

    def recognises(self, path: Path) -> bool:
        """Whether the content alone tells that this format reads the file, whatever it is called."""
        ...

    def read(self, path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
        """Read the file; raises `StudioError` with one sentence where nothing can be read."""
        ...


FORMATS: tuple[Format, ...] = (
    pptx,
    converted,
    pdf,
    word,
    writer,
    opml,
    markdown,
    asciidoc,
    plain_text,
    others,
    foreign,
    pictures,
)
"""The formats that can be read, first come first asked."""

OF_FOLDERS: tuple[Format, ...] = (foreign, pictures)
"""Those that also tell what to do with a folder."""


def suffixes() -> tuple[str, ...]:
    """Every file name ending that can be read."""
    return tuple(suffix for form in FORMATS for suffix in form.suffixes)


def import_file(
    path: Path,
    store: AssetStore,
    *,
    probe: MediaProbe | None = None,
    convert: Converter | None = None,
    read_pdf: PdfReader | None = None,
    look: PictureReader | None = None,
) -> tuple[Lecture, ImportReport]:
    """Read a presentation, an outline, a picture or a folder of pictures; what it needs later is kept in `store`.

    `probe` measures recorded narration, `convert` turns .ppt and .odp into .pptx, `read_pdf` looks into PDF files
    and `look` at pictures; each may be missing.
    Raises `BadFileError` or `MissingToolError` with one sentence.
    """
    _check_readable(path)
    form = _format_of(path)
    if form is None:
        kind = f"“{path.suffix}” files" if path.suffix else "files without an ending"
        raise BadFileError(
            f"“{path.name}” cannot be read: {kind} are not known here; choose a PowerPoint or OpenDocument"
            " presentation, a PDF, pictures, or an outline in Markdown, plain text, Word or OPML."
        )
    lecture, report = form.read(path, store, Tools(probe, convert, read_pdf, look))
    wrong = problems(lecture)
    if wrong:
        raise BadFileError(f"“{path.name}” cannot be used: {wrong[0]}", "\n".join(wrong[:100]))
    return lecture, report


def _check_readable(path: Path) -> None:
    if path.is_dir():
        return
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except FileNotFoundError:
        raise BadFileError(
            f"“{path.name}” is not there; check where the file is and choose it again."
        ) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise BadFileError(
            f"“{path.name}” cannot be opened ({reason}); check that you may read it."
        ) from None
    if empty:
        raise BadFileError(f"“{path.name}” is empty; perhaps the copy or download was not finished.")


def _format_of(path: Path) -> Format | None:
    for form in OF_FOLDERS if path.is_dir() else FORMATS:
        if form.recognises(path):
            return form
    for form in FORMATS:
        if path.suffix.lower() in form.suffixes:
            return form
    return None
