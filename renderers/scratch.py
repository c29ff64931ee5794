"""Scratch folders that do not outlive the program for long, however it ends.

A program that is killed removes nothing. So every folder holds a lock of its program, which the system takes away
with it, and the next one that makes a folder removes those whose lock is free.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from studio.file_lock import FileLock, take

_PREFIX = "lecture-studio-"
_LOCK = "in-use.lock"


class Scratch:
    """A folder in the system's place for such, from its making until `cleanup` or the end of the program."""

    def __init__(self) -> None:
        sweep()
        self._lock: FileLock | None = None
        while self._lock is None:  # another program may have swept the folder in between
            self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
            try:
                self._lock = take(Path(self._folder.name, _LOCK))
            except OSError:  # a place without locks: what is left there nobody sweeps
                return

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self._folder.name)

    def cleanup(self) -> None:
        """Remove it with all that is in it; a second call does nothing."""
        if self._lock is not None:
            self._lock.release()
        self._folder.cleanup()


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a child whose scratch files shall be in a folder, and go with it when it is killed."""
    return {**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))}


def sweep() -> None:
    """Remove the scratch folders of programs that are gone."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if _is_ours(folder) and (folder / _LOCK).is_file():
                lock = take(folder / _LOCK)
                if lock is not None:
                    lock.release()
                    shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Others may put what they like into a place that all share; nothing of theirs is touched."""
    facts = folder.lstat()
    return stat.S_ISDIR(facts.st_mode) and (not hasattr(os, "getuid") or facts.st_uid == os.getuid())
