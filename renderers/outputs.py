"""The files an export leaves: where they stand, whose they are, and how they appear whole or not at all."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Generator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from renderers.cache import Cache, Entry
from renderers.encode import mp4, mux
from studio.errors import OutputError
from studio.whole_file import whole_file

SUFFIXES = (".srt", ".vtt", ".chapters.txt")
"""What stands beside the video."""


def files(out: Path) -> tuple[Path, ...]:
    """The video and everything beside it."""
    return (out, *(out.with_suffix(suffix) for suffix in SUFFIXES))


def facts(out: Path) -> dict[str, Any] | None:
    """Size and time of every file of an export; None where one is missing."""
    try:
        stats = [path.stat() for path in files(out)]
    except OSError:
        return None
    return {"files": [[stat.st_size, stat.st_mtime_ns] for stat in stats]}


def check(out: Path, force: bool) -> None:
    """Raise OutputError where the video cannot or must not be written."""
    if not out.parent.is_dir():
        raise OutputError(f"The folder “{out.parent}” does not exist; make it or choose another.")
    if out.is_dir():
        raise OutputError(f"“{out}” is a folder; name a file that ends in .mp4.")
    if out.suffix.lower() != ".mp4":
        raise OutputError(
            f"The video will be an MP4 file; give it a name that ends in .mp4, not “{out.name}”."
        )
    for path in files(out)[1:]:
        if path.is_dir():
            raise OutputError(
                f"“{path}” is a folder, and a file of that name belongs to the video; rename it."
            )
    if out.exists() and not force and not out.stat().st_mode & 0o222:
        raise OutputError(f"“{out.name}” is write-protected; choose another name or use --force.")
    if out.exists() and not force and not _ours(out):
        raise OutputError(
            f"“{out.name}” exists and was not made by Lecture Studio; choose another name or use --force."
        )


@contextmanager
def whole(path: Path) -> Generator[Path]:
    """A temporary name for a file of the export, put in its place when the block ends well (`whole_file`).

    It is on the disk before it has its name: a power cut must not leave an empty file where a video was.
    OSError inside becomes OutputError with one sentence.
    """
    try:
        with whole_file(path, durable=True) as temporary:
            yield temporary
    except OSError as error:
        raise _told(error, path) from error


@contextmanager
def text_beside(path: Path, text: str, cache: Cache, force: bool) -> Generator[str]:
    """A text beside the video, written at once and put in its place when the block ends well.

    A text that is not as an export left it was corrected by hand or is somebody else's: it gets another name, so
    that no work is lost, unless the user said to overwrite (`force`). Yields one sentence where that is so, or "".
    """
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    key = hashlib.sha256(f"beside {path.absolute()}".encode()).hexdigest()
    there = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else digest
    ours = there in (digest, *(cache.record(key) or {}).get("digests", ()))
    aside = None if ours or force else _free_name(path)
    remark = (
        f"“{path.name}” was changed by hand or not made here; it is kept as “{aside.name}”." if aside else ""
    )
    with whole(path) as temporary:
        temporary.write_bytes(data)
        # Noted before anything is moved: whenever this is broken off, what stands there is known for ours.
        cache.put(key, Entry({"digests": [there, digest] if ours else [digest]}), "findings")
        yield remark
        if aside:
            path.rename(aside)


def _free_name(path: Path) -> Path:
    stem, dot, suffix = path.name.rpartition(".")
    names = (path.with_name(f"{stem}.{number}{dot}{suffix}") for number in count(1))
    return next(name for name in names if not name.exists())


def _ours(path: Path) -> bool:
    with suppress(OSError):
        return mux.MADE_BY.encode() in mp4.about(path)
    return False


def _told(error: OSError, path: Path) -> OutputError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return OutputError(
            f"The disk is full: “{path.name}” could not be written; free some space and export again."
        )
    if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return OutputError(f"“{path.parent}” cannot be written to; choose another folder.")
    return OutputError(
        f"“{path.name}” could not be written ({error.strerror or error}); choose another place."
    )
