"""The .lecture file: one SQLite database with the document as JSON and its assets as blobs in chunks.

Saving writes a new file beside the old one, makes sure it is on the disk, and puts it in the old one's place;
the author's file is never held open and never half written. All that a lecture needs is inside, so a moved or
deleted deck breaks nothing.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from studio.assets import AssetStore
from studio.errors import BadFileError, NewerFileError, OutputError
from studio.lecture import Asset, Lecture
from studio.lecture_json import SCHEMA, dumps, loads
from studio.validation import problems
from studio.whole_file import whole_file

APPLICATION_ID = 0x4C535431
"""In the header of the database (SQLite file format, 1.3.17), so that `file` and we can tell what it is."""
LARGEST_DOCUMENT = 128 << 20
"""Bytes of JSON; ten thousand scenes have about fifty million."""
CHUNK = 1 << 20
LARGEST_ASSET = 4 << 30

_TABLES = {
    "document": "CREATE TABLE document (json TEXT NOT NULL)",
    "asset": "CREATE TABLE asset (digest TEXT PRIMARY KEY, size INTEGER NOT NULL)",
    "chunk": "CREATE TABLE chunk (digest TEXT NOT NULL, number INTEGER NOT NULL, data BLOB NOT NULL,\n"
    "                    PRIMARY KEY (digest, number)) WITHOUT ROWID",
}
"""What stands in the file; nothing else may, as a view or a computed column could run for ever."""
_MOST_STEPS = 200_000
"""Thousands of instructions of SQLite's machine; an honest file with all its chunks needs far fewer."""


def save_lecture(lecture: Lecture, assets: AssetStore, path: Path) -> None:
    """Write the lecture with all its assets; `path` holds the old file or the whole new one at any moment.

    Raises OutputError where it cannot be written, or could not be opened again.
    """
    wrong = problems(lecture)
    if wrong:
        raise OutputError(f"“{path.name}” was not saved: {wrong[0]}", "\n".join(wrong[:100]))
    if not path.absolute().parent.is_dir():
        raise OutputError(
            f"“{path.name}” was not saved: there is no folder “{path.parent}”; make it, or choose another one."
        )
    try:
        with whole_file(path, durable=True) as temporary, closing(sqlite3.connect(temporary)) as database:
            _fill(database, lecture, assets)
    except (OSError, sqlite3.Error) as error:
        raise OutputError(
            f"“{path.name}” could not be saved ({error}); your last saved file is untouched."
        ) from error


def open_lecture(path: Path, assets: AssetStore, *, newer: bool = False) -> Lecture:
    """Read a lecture and put its assets into the store. BadFileError says what is wrong in one sentence.

    NewerFileError: it was saved by a newer version; with `newer` it is read as far as it is understood.
    """
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as database:
            _distrust(database)
            schema = _check(database, path, newer)
            (text,) = database.execute("SELECT json FROM document").fetchone()
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, CHUNK + (1 << 10))
            lecture = loads(text, schema)
            for asset in lecture.assets:
                if asset.digest not in assets:
                    _extract(database, asset, assets)
    except sqlite3.DataError as error:
        raise BadFileError(
            f"“{path.name}” holds more in one piece than any lecture does and was not opened.", str(error)
        ) from error
    except (sqlite3.Error, TypeError, ValueError, OverflowError) as error:
        raise BadFileError(
            f"“{path.name}” is damaged or not a lecture; open an older copy.", str(error)
        ) from error
    return lecture


def _fill(database: sqlite3.Connection, lecture: Lecture, assets: AssetStore) -> None:
    database.execute("PRAGMA journal_mode=OFF")  # the file is new and nobody else's until it is complete
    database.execute(f"PRAGMA application_id={APPLICATION_ID}")
    database.execute(f"PRAGMA user_version={SCHEMA}")
    for statement in _TABLES.values():
        database.execute(statement)
    database.execute("INSERT INTO document VALUES (?)", (_text(lecture),))
    for asset in lecture.assets:
        database.execute("INSERT INTO asset VALUES (?, ?)", (asset.digest, asset.size))
        with assets.path(asset.digest).open("rb") as source:
            for number, data in enumerate(iter(lambda: source.read(CHUNK), b"")):
                database.execute("INSERT INTO chunk VALUES (?, ?, ?)", (asset.digest, number, data))
    database.commit()


def _text(lecture: Lecture) -> str:
    text = dumps(lecture)
    if len(text) > LARGEST_DOCUMENT or len(text.encode()) > LARGEST_DOCUMENT:
        raise OSError("its words and slides are more than one file can hold; divide the lecture")
    return text


def _distrust(database: sqlite3.Connection) -> None:
    """Bound what a hostile file can make SQLite do (https://www.sqlite.org/security.html)."""
    left = iter(range(_MOST_STEPS))
    database.set_progress_handler(lambda: next(left, None) is None, 1000)
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_DOCUMENT)
    database.execute("PRAGMA trusted_schema=OFF")
    database.execute("PRAGMA cell_size_check=ON")


def _check(database: sqlite3.Connection, path: Path, newer: bool) -> int:
    (kind,) = database.execute("PRAGMA application_id").fetchone()
    (schema,) = database.execute("PRAGMA user_version").fetchone()
    if kind != APPLICATION_ID:
        raise BadFileError(f"“{path.name}” is not a Lecture Studio file.")
    if schema > SCHEMA and not newer:
        raise NewerFileError(
            f"“{path.name}” was saved by a newer Lecture Studio; update the program to open it."
        )
    written = database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    if sorted(written) != sorted(("table", *entry) for entry in _TABLES.items()):
        raise BadFileError(f"“{path.name}” holds other things than a lecture and was not opened.")
    return int(schema)


def _extract(database: sqlite3.Connection, asset: Asset, assets: AssetStore) -> None:
    (size,) = database.execute("SELECT size FROM asset WHERE digest = ?", (asset.digest,)).fetchone()
    if size > LARGEST_ASSET:
        raise BadFileError(f"“{asset.name}” inside the lecture is too large to be read ({size >> 30} GiB).")
    rows = database.execute("SELECT data FROM chunk WHERE digest = ? ORDER BY number", (asset.digest,))
    data = b"".join(_pieces(rows, size))
    if hashlib.sha256(data).hexdigest() != asset.digest:
        raise BadFileError(f"“{asset.name}” inside the lecture is damaged; open an older copy.")
    assets.add(data, asset.name, asset.media_type)


def _pieces(rows: sqlite3.Cursor, size: int) -> Iterator[bytes]:
    """The chunks of an asset as long as they do not exceed its size."""
    for (piece,) in rows:
        size -= len(piece)
        if size < 0:
            return
        yield piece
