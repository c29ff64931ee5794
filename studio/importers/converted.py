"""Presentations of other programs (.ppt, .odp): converted to .pptx first, then read as one."""

from __future__ import annotations

import zlib
from pathlib import Path

from studio.assets import AssetStore
from studio.errors import MissingToolError
from studio.importers import pptx, zips
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import Entry, ImportReport

label = "older PowerPoint and OpenDocument presentations"
suffixes = (".ppt", ".pps", ".pot", ".odp", ".otp")

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_STREAM = "PowerPoint Document".encode("utf-16-le")
_ODP = b"application/vnd.oasis.opendocument.presentation"


def recognises(path: Path) -> bool:
    """A binary PowerPoint file ([MS-PPT] 2.1.2) or an OpenDocument presentation, by content."""
    with path.open("rb") as file:
        head = file.read(8)
        if head == _OLE:
            return _STREAM in file.read()
    return head[:4] == b"PK\x03\x04" and _says_odp(path)


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Convert, then read; raises `MissingToolError` where there is no converter."""
    if tools.convert is None:
        raise MissingToolError(
            f"“{path.name}” needs LibreOffice to be read; install it, or save the file as .pptx first."
        )
    data = tools.convert(path)
    lecture, report = pptx.read_bytes(data, path, store, tools)
    note = Entry("replaced", "format", "The file is of another format and was converted to .pptx first.")
    return lecture, report.with_entries((note,))


def _says_odp(path: Path) -> bool:
    try:
        with zips.opened(path) as archive, archive.open("mimetype") as entry:
            return entry.read(len(_ODP)) == _ODP
    except (*zips.BROKEN, zlib.error):
        return False
