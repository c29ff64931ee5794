"""File -> Lecture: one format a module, found through one table (`formats`).

The table loads every format, so it is asked for only where something is imported: who needs a part of one format
does not wait for all.
"""

from __future__ import annotations

from pathlib import Path

from studio.assets import AssetStore
from studio.errors import BadFileError
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.ports import Converter, MediaProbe, PdfReader, PictureReader
from studio.report import ImportReport
from studio.validation import problems


def suffixes() -> tuple[str, ...]:
    """Every file name ending that can be read."""
    from studio.importers.formats import FORMATS

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
    from studio.importers import formats

    _check_readable(path)
    form = formats.of(path)
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
