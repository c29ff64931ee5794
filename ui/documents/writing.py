"""Saving, as a thread does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.assets import AssetStore
from studio.errors import LockedError, OutputError
from studio.journal import stamp_of
from studio.lecture_file import save_lecture
from studio.lecture_lock import LectureLock
from studio.settings import assets_folder
from ui.documents.reading import File

if TYPE_CHECKING:
    from pathlib import Path

    from studio.lecture import Lecture


def saved(lecture: Lecture, path: Path, before: File) -> File:
    """Write the lecture to a path; the file as it is then, with the right to write it.

    `before` is where it was up to now; its lock stays as it is. Raises OutputError, LockedError: nothing is
    changed then, except that a change by somebody else is told once only.
    """
    same = before.is_at(path)
    if same and before.lock is None:  # a newer program's, write-protected, or somebody else's a moment ago
        raise LockedError("This lecture can only be read here; save it under another name to change it.")
    if same:
        _check_untouched(before)
    lock = before.lock if same and before.lock is not None else LectureLock(path)
    try:
        save_lecture(lecture, AssetStore(assets_folder()), path)
    except BaseException:
        if lock is not before.lock:
            lock.release()
        raise
    return File(path, lock, stamp_of(path))


def _check_untouched(file: File) -> None:
    """Refuse, once, to write over what somebody else (a synced folder, another machine) put there."""
    assert file.path is not None
    now = stamp_of(file.path)
    if file.checked and (now is None or now == file.stamp):
        return
    file.stamp, file.checked = now, True
    raise OutputError(
        f"“{file.path.name}” was changed by another program since you opened it; save again to write over that, or"
        " save under another name to keep both."
    )
