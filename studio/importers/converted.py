"""Presentations of other programs (.ppt, .odp): converted to .pptx first, then read as one."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

from studio.assets import AssetStore
from studio.errors import BadFileError, MissingToolError
from studio.importers import pptx, zips
from studio.importers.tools import Tools
from studio.lecture import Lecture
from studio.report import Entry, ImportReport

label = "older PowerPoint and OpenDocument presentations"
suffixes = (".ppt", ".pps", ".pot", ".odp", ".otp")

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_STREAM = "PowerPoint Document".encode("utf-16-le")
_ODP = b"application/vnd.oasis.opendocument.presentation"
_LOCKED_PPT = re.compile(rb"\x00\x00\xf6\x0f.{4}\x14\x00\x00\x00\xdf\xc4\xd1\xf3", re.DOTALL)
"""The record CurrentUserAtom with the token of an encrypted file ([MS-PPT] 2.3.2)."""
_MOST_MANIFEST = 1 << 22


def recognises(path: Path) -> bool:
    """A binary PowerPoint file ([MS-PPT] 2.1.2) or an OpenDocument presentation, by content."""
    with path.open("rb") as file:
        head = file.read(8)
        if head == _OLE:
            return _STREAM in file.read()
    return head[:4] == b"PK\x03\x04" and _says_odp(path)


def read(path: Path, store: AssetStore, tools: Tools) -> tuple[Lecture, ImportReport]:
    """Convert, then read; raises `MissingToolError` where there is no converter, `BadFileError`."""
    if _is_locked(path):
        raise BadFileError(
            f"“{path.name}” is protected by a password; open it in its program, remove the password "
            "and save it again."
        )
    if tools.convert is None:
        raise MissingToolError(
            f"“{path.name}” needs LibreOffice to be read; install it, or save the file as .pptx first."
        )
    data = tools.convert(path)
    lecture, report = pptx.read_bytes(data, path, store, tools)
    note = Entry("replaced", "format", "The file is of another format and was converted to .pptx first.")
    return lecture, report.with_entries((note,))


def _is_locked(path: Path) -> bool:
    data = path.read_bytes()
    return (
        _LOCKED_PPT.search(data) is not None
        if data.startswith(_OLE)
        else b"encryption-data" in _manifest(path)
    )


def _manifest(path: Path) -> bytes:
    """What an OpenDocument file says about its parts (ODF 1.3 Part 2, 4): also which are encrypted."""
    try:
        with zips.opened(path) as archive, archive.open("META-INF/manifest.xml") as entry:
            return entry.read(_MOST_MANIFEST)
    except (*zips.BROKEN, zlib.error):
        return b""


def _says_odp(path: Path) -> bool:
    try:
        with zips.opened(path) as archive, archive.open("mimetype") as entry:
            return entry.read(len(_ODP)) == _ODP
    except (*zips.BROKEN, zlib.error):
        return False
