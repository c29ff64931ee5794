"""A lock between processes that ends with its process, however that ends, on POSIX and Windows.

The operating system holds it, so a crashed program leaves none behind and a number that another process got
since then deceives nobody. What stands in the file is for people.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

_FAR = 1 << 30
"""Windows locks bytes against reading too: one far behind the note leaves the note readable."""


class FileLock:
    """A lock that is held. It ends with `release`, or with the process."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle

    def release(self) -> None:
        """Let others have it; the file goes. A second call does nothing."""
        if self._handle < 0:
            return
        handle, self._handle = self._handle, -1
        if os.name == "nt":  # an open file cannot be removed there, nor one that another process has opened
            os.close(handle)
        with suppress(OSError):
            self.path.unlink()
        if os.name != "nt":
            os.close(handle)


def take(path: Path, note: str = "") -> FileLock | None:
    """Take the lock on a small file and write a note into it; None while another process or object has it.

    Raises OSError where files cannot be made or locked.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            if not _locked(handle):
                os.close(handle)
                return None
            if _stands_at(handle, path):
                os.ftruncate(handle, 0)
                os.lseek(handle, 0, os.SEEK_SET)
                os.write(handle, note.encode())
                return FileLock(path, handle)
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # its holder removed it after we had opened it: take the new one


def note_in(path: Path) -> str:
    """What the holder wrote; "" where nobody holds the lock or nothing is written yet."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _locked(handle: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _stands_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
