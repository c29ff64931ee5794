"""Files that appear whole or not at all: written beside their place, then put there in one move."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path

_STALE_S = 24 * 3600
"""A half-written file so old belongs to a program that was killed, not to one that still writes."""


@contextmanager
def whole_file(path: Path, *, durable: bool = False) -> Generator[Path]:
    """A temporary name beside `path`; what is written there takes its place when the block ends well.

    Until then the old file stands untouched; whatever happens, nothing half-written stays. A link stays a link,
    and the file keeps its permissions. `durable` waits until the new file is on the disk. Raises OSError.
    """
    target, prefix = _place(path)
    _sweep(target.parent, prefix)
    temporary = target.with_name(f"{prefix}-{secrets.token_hex(4)}.part")
    try:
        yield temporary
        with suppress(FileNotFoundError):
            shutil.copymode(target, temporary)
        if durable:
            _sync(temporary)
        temporary.replace(target)
        if durable:
            _sync(target.parent)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def half_written(paths: Iterable[Path]) -> frozenset[Path]:
    """What stands beside files that are being written, or were when their writer was killed."""
    places = map(_place, paths)
    return frozenset(left for target, prefix in places for left in target.parent.glob(f"{prefix}-*.part"))


def _place(path: Path) -> tuple[Path, str]:
    """Where a file really stands, and how what is written for it is called."""
    target = Path(os.path.realpath(path))
    return target, f".lecture-studio-{hashlib.sha256(target.name.encode()).hexdigest()[:12]}"


def _sweep(folder: Path, prefix: str) -> None:
    """Remove what a killed program left of earlier writings of the same file."""
    for left in folder.glob(f"{prefix}-*.part"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE_S:
                left.unlink()


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open a folder; the move itself is journalled there
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
