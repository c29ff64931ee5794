"""The files an export leaves: where they stand, whose they are, and how they appear whole or not at all."""

from __future__ import annotations

import errno
import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from renderers.encode import mux
from studio.errors import OutputError

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
    if out.exists() and not force and not _ours(out):
        raise OutputError(
            f"“{out.name}” exists and was not made by Lecture Studio; choose another name or use --force."
        )


@contextmanager
def whole(path: Path) -> Generator[Path]:
    """A temporary name beside `path`; what is written there takes its place when the block ends well.

    OSError inside becomes OutputError with one sentence; whatever happens, no partial file stays.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield temporary
        temporary.replace(path)
    except OSError as error:
        raise _told(error, path) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _ours(path: Path) -> bool:
    import av
    from av.error import FFmpegError

    with suppress(FFmpegError, OSError), av.open(str(path)) as container:
        return mux.MADE_BY in container.metadata.get("comment", "")
    return False


def _told(error: OSError, path: Path) -> OutputError:
    if error.errno == errno.ENOSPC:
        return OutputError(
            f"The disk is full: “{path.name}” could not be written; free some space and export again."
        )
    if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return OutputError(f"“{path.parent}” cannot be written to; choose another folder.")
    return OutputError(
        f"“{path.name}” could not be written ({error.strerror or error}); choose another place."
    )
