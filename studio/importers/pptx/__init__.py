"""PowerPoint presentations (.pptx and its siblings; ECMA-376, [MS-PPTX], [MS-ODRAWXML])."""

from __future__ import annotations

from pathlib import Path

from studio.assets import AssetStore
from studio.errors import BadFileError
from studio.importers import zips
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import ImportReport
from studio.validation import LARGEST_FILE

label = "PowerPoint presentations"
suffixes = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")


def recognises(path: Path) -> bool:
    """A zip package with a presentation inside, whatever the file is called."""
    with path.open("rb") as file:
        if file.read(4) != b"PK\x03\x04":
            return False
    try:
        with zips.opened(path) as archive:
            return "ppt/presentation.xml" in archive.namelist()
    except zips.BROKEN:
        return False


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Read a deck; raises `BadFileError` with one sentence where nothing can be read."""
    if path.stat().st_size > LARGEST_FILE:
        raise BadFileError(
            f"“{path.name}” is larger than {LARGEST_FILE >> 30} GB; split the deck or make its media smaller."
        )
    return read_bytes(path.read_bytes(), path, store, tools)


def read_bytes(data: bytes, path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Read a deck from memory; `path` only gives it a name."""
    # python-pptx takes a moment to load; a window that only lists formats must not wait for it.
    from studio.importers.pptx.deck import read_deck

    return read_deck(data, path, store, tools)
