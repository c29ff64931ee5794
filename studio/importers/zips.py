"""Opens zip files whose directory is of a size that can be read.

A reader of zip files makes a record of every entry before it can be asked how many there are, and two megabytes may
name forty thousand; so the length of the directory is looked at first (PKWARE APPNOTE 6.3.10, 4.3.14 to 4.3.16).
"""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path
from typing import IO

LARGEST_DIRECTORY = 8 << 20
"""Bytes; twenty thousand parts with names of 300 characters need less."""

BROKEN = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError)
"""What comes of reading a damaged zip file, besides `zlib.error`."""

_END, _LOCATOR, _END64 = b"PK\x05\x06", b"PK\x06\x07", b"PK\x06\x06"
_END_SIZE, _LOCATOR_SIZE, _END64_SIZE = 22, 20, 56
_TAIL = (1 << 16) + _END_SIZE + _LOCATOR_SIZE + _END64_SIZE


def opened(source: Path | bytes) -> zipfile.ZipFile:
    """A zip file, to be closed by who opens it; raises BadZipFile for a directory beyond all measure, too."""
    if isinstance(source, bytes):
        size = _directory_size(source[-_TAIL:])
    else:
        with source.open("rb") as file:
            size = _directory_size(_end_of(file))
    if size > LARGEST_DIRECTORY:
        raise zipfile.BadZipFile(f"a directory of {size} bytes")
    return zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)


def _end_of(file: IO[bytes]) -> bytes:
    file.seek(max(0, file.seek(0, io.SEEK_END) - _TAIL))
    return file.read()


def _directory_size(tail: bytes) -> int:
    """What the records at the end of a file say; 0 where there are none, which whoever reads on will see too."""
    place = len(tail) - _END_SIZE
    if place < 0 or not (tail.startswith(_END, place) and tail.endswith(b"\0\0")):
        place = tail.rfind(_END)
    if place < 0 or place + _END_SIZE > len(tail):
        return 0
    size: int = struct.unpack_from("<I", tail, place + 12)[0]
    larger = place - _LOCATOR_SIZE - _END64_SIZE
    if larger >= 0 and tail.startswith(_LOCATOR, place - _LOCATOR_SIZE) and tail.startswith(_END64, larger):
        size = struct.unpack_from("<Q", tail, larger + 40)[0]
    return size
