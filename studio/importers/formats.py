"""The table of the formats that can be read: a format is a module with the shape of `Format`.

It reads a file without trusting it and says in the report what it kept, replaced or left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from studio.assets import AssetStore
from studio.importers import converted, foreign, pdf, pictures, pptx
from studio.importers.outline import asciidoc, markdown, opml, others, plain_text, word, writer
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import ImportReport


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


def of(path: Path) -> Format | None:
    """The format that reads a file or folder; None where none does."""
    for form in OF_FOLDERS if path.is_dir() else FORMATS:
        if form.recognises(path):
            return form
    for form in FORMATS:
        if path.suffix.lower() in form.suffixes:
            return form
    return None
