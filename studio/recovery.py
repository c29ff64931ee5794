"""After a crash: which lectures hold changes that were not saved, and those lectures as they were.

Nothing here writes to the author's file: what is recovered is a lecture in memory, to be saved by the author.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from studio.assets import AssetStore
from studio.errors import BadFileError, StudioError
from studio.file_lock import take
from studio.journal import SUFFIX, Contents, document, journal_folder, lock_of, read_journal, stamp_of
from studio.lecture import Asset, Lecture
from studio.lecture_file import open_lecture
from studio.lecture_json import SCHEMA, loads


@dataclass(frozen=True, slots=True)
class Pending:
    """A journal that a crash left: of which lecture, and its last change.

    `source` is the author's file (None: never saved); `found` whether it still stands there; `newer` whether
    the changes are later than the file; `changed_elsewhere` whether somebody wrote the file since it was opened.
    """

    path: Path
    title: str
    source: Path | None
    time: datetime
    found: bool
    newer: bool
    changed_elsewhere: bool


@dataclass(frozen=True, slots=True)
class Recovered:
    """A lecture as it last was, and the assets it needs that are nowhere to be found (one sentence: `warning`)."""

    lecture: Lecture
    missing: tuple[Asset, ...] = ()
    warning: str = ""


def pending(folder: Path | None = None) -> tuple[Pending, ...]:
    """The journals whose programs ended without closing them, the latest first; those at work are left alone."""
    place = folder or journal_folder()
    found: list[Pending] = []
    for path in sorted({file.with_suffix(SUFFIX) for file in place.glob("*.*")}):
        with suppress(OSError):
            lock = take(lock_of(path))
            if lock is None:
                continue
            path.with_suffix(".part").unlink(missing_ok=True)  # cut off before it took the journal's place
            lock.release()
            contents = read_journal(path)
            if contents is not None:
                found.append(_pending(path, contents))
    return tuple(sorted(found, key=lambda journal: journal.time, reverse=True))


def recover(journal: Pending, assets: AssetStore) -> Recovered:
    """The lecture after the last whole record. The journal stays until `discard`.

    Assets that the store lacks are taken from the author's file; what is not there either is named in the
    warning, and comes back by itself when the same deck or recording is imported again. Raises BadFileError
    where nothing can be read.
    """
    contents = read_journal(journal.path)
    if contents is None:
        raise BadFileError(f"The unsaved changes of “{journal.title}” cannot be read; open the saved file.")
    if contents.header.schema > SCHEMA:
        raise BadFileError(
            f"The unsaved changes of “{journal.title}” are from a newer Lecture Studio; update the program."
        )
    try:
        text = document(contents)
    except (ValueError, LookupError, TypeError, zlib.error) as error:
        raise BadFileError(
            f"The unsaved changes of “{journal.title}” are damaged; open the saved file.", repr(error)
        ) from error
    lecture = loads(text, contents.header.schema)
    if _missing(lecture, assets) and journal.source is not None:
        with suppress(StudioError, OSError):
            open_lecture(journal.source, assets)
    missing = _missing(lecture, assets)
    return Recovered(lecture, missing, _warning(missing))


def needed(folder: Path | None = None) -> frozenset[str] | None:
    """The digests of the assets that the journals of this user refer to, those at work included.

    None where that cannot be told: a journal that cannot be read may need anything.
    """
    digests: set[str] = set()
    for path in sorted((folder or journal_folder()).glob(f"*{SUFFIX}")):
        contents = read_journal(path)
        try:
            if contents is None or contents.header.schema > SCHEMA:
                return None
            lecture = loads(document(contents), contents.header.schema)
        except (StudioError, ValueError, LookupError, TypeError, zlib.error):
            return None
        digests.update(asset.digest for asset in lecture.assets)
    return frozenset(digests)


def discard(journal: Pending) -> None:
    """Remove a journal: its changes are saved or not wanted."""
    with suppress(OSError):
        journal.path.unlink(missing_ok=True)


def _pending(path: Path, contents: Contents) -> Pending:
    header = contents.header
    source = Path(header.source) if header.source else None
    stamp = stamp_of(source)
    return Pending(
        path,
        header.title,
        source,
        datetime.fromtimestamp(contents.time, UTC),
        found=stamp is not None,
        newer=stamp is None or contents.time * 1e9 > stamp[0],
        changed_elsewhere=stamp is not None and stamp != header.stamp,
    )


def _missing(lecture: Lecture, assets: AssetStore) -> tuple[Asset, ...]:
    return tuple(asset for asset in lecture.assets if asset.digest not in assets)


def _warning(missing: tuple[Asset, ...]) -> str:
    if not missing:
        return ""
    names = ", ".join(dict.fromkeys(f"“{asset.name}”" for asset in missing))
    return (
        f"{names} {'is' if len(missing) == 1 else 'are'} no longer on this machine; "
        "import the same file again to bring it back."
    )
