"""One live writer for each lecture: who opens it second reads only, and is told who has it and since when."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import platform
import sys
import unicodedata
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from studio.errors import LockedError, OutputError
from studio.file_lock import FileLock, note_in, take
from studio.settings import state_folder


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes a lecture: the process, whose it is, and since when (ISO 8601 with offset)."""

    pid: int
    user: str
    host: str
    since: str


class LectureLock:
    """The right to write one lecture, from `LectureLock(path)` to `release` or the end of the process.

    Raises LockedError while another window has it, and OutputError where the state folder cannot be used. The
    lock stands in the state folder under the file's canonical path: nothing is put beside the author's file.
    """

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        file = _lock_file(path, folder)
        since = datetime.now().astimezone().isoformat(timespec="seconds")
        me = Holder(os.getpid(), _user(), platform.node(), since)
        try:
            lock = take(file, json.dumps(asdict(me), ensure_ascii=False))
        except OSError as error:
            raise OutputError(
                f"The folder “{file.parent}” cannot be used ({error.strerror}); free some space there or set"
                " LECTURE_STUDIO_STATE to a folder you may write to.",
                str(error),
            ) from error
        if lock is None:
            raise LockedError(_sentence(path, holder_of(path, folder)))
        self._lock: FileLock = lock

    def release(self) -> None:
        """Let another window write. A second call does nothing."""
        self._lock.release()

    def __enter__(self) -> LectureLock:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def holder_of(path: Path, folder: Path | None = None) -> Holder | None:
    """Who wrote his name into the lock of a lecture; None where nothing readable is there."""
    try:
        return Holder(**json.loads(note_in(_lock_file(path, folder))))
    except (ValueError, TypeError):
        return None


def canonical(path: Path) -> str:
    """One name for one file: links followed; on systems that do not tell capitals apart, in small letters."""
    real = os.path.normcase(os.path.realpath(path))
    return unicodedata.normalize("NFC", real).casefold() if sys.platform == "darwin" else real


def _lock_file(path: Path, folder: Path | None) -> Path:
    name = hashlib.sha256(os.fsencode(canonical(path))).hexdigest()[:32]
    return (folder or state_folder()) / "open" / f"{name}.lock"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _sentence(path: Path, holder: Holder | None) -> str:
    who = ""
    if holder is not None:
        name = f"{holder.user} on {holder.host}" if holder.user else holder.host
        who = f" ({name}, since {_clock(holder.since)})"
    return f"“{path.name}” is open in another window{who}; close it there to change it here."


def _clock(since: str) -> str:
    try:
        then = datetime.fromisoformat(since)
    except ValueError:
        return since
    today = then.date() == datetime.now(then.tzinfo).date()
    return then.strftime("%H:%M" if today else "%Y-%m-%d %H:%M")
