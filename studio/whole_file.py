"""Files that appear whole or not at all: written beside their place, then put there in one move."""

from __future__ import annotations

import hashlib
import os
import platform
import secrets
import shutil
import time
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

_STALE_S = 24 * 3600
"""A half-written file so old belongs to a program that was killed, not to one that still writes."""
_NAME = ".lecture-studio-"
_SELF = secrets.token_hex(2)
"""Tells this process from an earlier one with the same number."""


@contextmanager
def whole_file(path: Path, *, durable: bool = False) -> Generator[Path]:
    """A temporary name beside `path`; what is written there takes its place when the block ends well.

    Until then the old file stands untouched; whatever happens, nothing half-written stays. A link stays a link,
    and the file keeps its permissions. `durable` waits until the new file is on the disk. Raises OSError.
    """
    target, prefix = _place(path)
    for left in target.parent.glob(f"{prefix}-*.part"):
        remove_if_left(left)
    temporary = target.with_name(f"{prefix}-{_writer()}-{secrets.token_hex(4)}.part")
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
    return target, f"{_NAME}{hashlib.sha256(target.name.encode()).hexdigest()[:12]}"


def is_half_written(path: Path) -> bool:
    """Whether that is the name of a file that is being written, or was when its writer was killed."""
    return path.name.startswith(_NAME) and path.suffix == ".part"


def remove_if_left(path: Path) -> int:
    """Remove a half-written file that a killed program left, and return its size; 0 where it is still written.

    The writer stands in the name. One on another machine (the folder may be shared), or one that cannot be asked
    after, is taken for dead a day after its last byte.
    """
    with suppress(OSError):
        facts = path.stat()
        if _is_over(path.stem.removeprefix(_NAME)) or time.time() - facts.st_mtime > _STALE_S:
            path.unlink()
            return facts.st_size
    return 0


def _writer() -> str:
    """This machine, this process."""
    return f"{_machine()}-{os.getpid()}.{_SELF}"


@cache
def _machine() -> str:
    """Process numbers count in one space of them: two containers with one name are two machines."""
    space = ""
    with suppress(OSError, AttributeError, NotImplementedError):
        space = str(Path("/proc/self/ns/pid").readlink())
    return hashlib.sha256(f"{platform.node()} {space}".encode()).hexdigest()[:8]


def _is_over(told: str) -> bool:
    """Whether the writer that a name tells (`_writer`) surely does not run any more."""
    with suppress(ValueError):
        _, machine, writer, _ = told.split("-")
        number, _, self = writer.partition(".")
        if machine == _machine() and os.name == "posix":
            return self != _SELF if int(number) == os.getpid() else not _runs(int(number))
    return False


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open a folder; the move itself is journalled there
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
