"""The recovery journal: what was changed since the last save, kept on the disk while one works.

A journal is a file of records that only grows: after a kill at any moment all of it holds but the record that
was being written. A record says which scenes changed, so it is small; now and then the file is written anew.
It stands in the user's state folder, never beside the author's file (synced folders).
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from studio.errors import OutputError
from studio.file_lock import FileLock, take
from studio.lecture import Lecture, Scene
from studio.lecture_json import SCHEMA, dumps
from studio.settings import state_folder

SUFFIX = ".journal"
GROWTH = 4 << 20
"""Bytes of changes after which the file is written anew."""

_MAGIC = b"LSJ1"
_FRAME = struct.Struct("<IId")
"""Before each record: its length, the CRC-32 of time and record, and the time (seconds since 1970)."""
_TIME = struct.Struct("<d")


def journal_folder() -> Path:
    """Where the journals of this user stand."""
    return state_folder() / "recovery"


class Journal:
    """The journal of one open lecture. `record` after each edit, `flush` at least every two seconds.

    `source` is the author's file (None: never saved) and `clean` the lecture as that file holds it; as long as
    the lecture is the clean one there is no journal. `flush` may run on any thread.
    """

    def __init__(
        self,
        source: Path | None,
        clean: Lecture | None,
        folder: Path | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.path = (folder or journal_folder()) / f"{secrets.token_hex(8)}{SUFFIX}"
        self._source, self._clean, self._clock = source, clean, clock
        self._latest = clean
        self._written: Lecture | None = None
        self._handle = -1
        self._size = self._whole = 0
        self._there = self._closed = False
        self._lock: FileLock | None = None
        self._mutex = threading.Lock()

    def record(self, lecture: Lecture) -> None:
        """Remember the lecture as it is now; costs nothing, nothing is written yet."""
        self._latest = lecture

    def flush(self) -> bool:
        """Put what was recorded on the disk; True if there was anything to do.

        Raises OutputError where that fails; the next call tries again with everything. A closed journal stays as
        it is, so that a late call from another thread brings nothing back.
        """
        with self._mutex:
            latest = self._latest
            if self._closed or latest is (self._written if self._there else self._clean):
                return False
            try:
                self._write(latest)
            except OSError as error:
                self._drop_handle()
                raise OutputError(
                    f"Your changes cannot be kept safe in “{self.path.parent}” ({error.strerror}); save the"
                    " lecture now and make room there.",
                    str(error),
                ) from error
            return True

    def saved(self, lecture: Lecture, source: Path) -> None:
        """After a save of `lecture`: only what was changed since then is of interest."""
        with self._mutex:
            self._source, self._clean = source, lecture
            self._drop_handle()
            self._written = None
            if self._latest is lecture:
                self._remove()

    def close(self, keep: bool = False) -> None:
        """The lecture is closed and its changes saved or not wanted; `keep`: leave them to be recovered."""
        if keep:
            self.flush()
        with self._mutex:
            self._closed = True
            self._drop_handle()
            if not keep:
                self._remove()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def _write(self, latest: Lecture | None) -> None:
        if latest is None or latest is self._clean:
            self._drop_handle()
            self._remove()
            self._written = None
            return
        if self._written is None or self._size - self._whole > GROWTH or not self._stands():
            self._start(latest)
        else:
            self._size += _put(self._handle, self._frame(_record(latest, self._written)))
        self._written = latest

    def _start(self, lecture: Lecture) -> None:
        """Write the whole lecture into a new file, then put that in the place of the old one."""
        self._drop_handle()
        if self._lock is None:
            self._lock = _own(lock_of(self.path))
        part = self.path.with_suffix(".part")
        source = None if self._source is None else str(self._source.absolute())
        header = asdict(Header(SCHEMA, lecture.title, source, stamp_of(self._source)))
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        try:
            data = _MAGIC + self._frame(json.dumps(header).encode()) + self._frame(_record(lecture, None))
            self._size = self._whole = _put(handle, data)
        finally:
            os.close(handle)
        part.replace(self.path)
        self._there = True
        _sync_folder(self.path.parent)
        self._handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))

    def _frame(self, data: bytes) -> bytes:
        now = self._clock()
        return _FRAME.pack(len(data), zlib.crc32(_TIME.pack(now) + data), now) + data

    def _stands(self) -> bool:
        """Whether the open file is still the one of that name: somebody may have tidied the folder."""
        try:
            return self._handle >= 0 and os.path.samestat(os.fstat(self._handle), self.path.stat())
        except OSError:
            return False

    def _drop_handle(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1

    def _remove(self) -> None:
        for file in (self.path, self.path.with_suffix(".part")):
            with suppress(OSError):
                file.unlink(missing_ok=True)
        self._there = self.path.exists()


@dataclass(frozen=True, slots=True)
class Header:
    """The first record: which lecture it is, and the author's file as it was when the journal began."""

    schema: int
    title: str
    source: str | None
    stamp: list[int] | None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a journal holds: its header and, undecoded, the good records behind it with the time of the last."""

    header: Header
    records: tuple[bytes, ...]
    time: float


def read_journal(path: Path) -> Contents | None:
    """The good part of a journal: all before the first torn or damaged record; None where nothing is."""
    try:
        frames = tuple(_frames(path.read_bytes()))
        header = Header(**json.loads(frames[0][1]))
    except (OSError, ValueError, TypeError, IndexError):
        return None
    if len(frames) < 2:
        return None
    return Contents(header, tuple(data for _, data in frames[1:]), frames[-1][0])


def document(contents: Contents) -> str:
    """The lecture after the last record, as the JSON text of the schema in the header.

    Raises ValueError, LookupError, TypeError or `zlib.error` where the records are not what we wrote.
    """
    head: dict[str, Any] = {}
    order: list[str] = []
    scenes: dict[str, Any] = {}
    for data in contents.records:
        record = json.loads(zlib.decompress(data))
        head, order = record["head"], record["order"]
        scenes.update((scene["id"], scene) for scene in record["changed"]["scenes"])
    return json.dumps({**head, "scenes": [scenes[scene_id] for scene_id in order]})


def lock_of(path: Path) -> Path:
    """The lock that tells that the writer of a journal is alive."""
    return path.with_suffix(".lock")


def stamp_of(source: Path | None) -> list[int] | None:
    """When a file was last written (nanoseconds since 1970) and its size; None where there is none."""
    try:
        facts = source.stat() if source is not None else None
    except OSError:
        return None
    return None if facts is None else [facts.st_mtime_ns, facts.st_size]


def _own(path: Path) -> FileLock:
    """The lock of a new journal; who looks for what a crash left may have it for a moment."""
    for _ in range(200):
        if lock := take(path):
            return lock
        time.sleep(0.005)
    raise BlockingIOError(errno.EWOULDBLOCK, "another process has its lock", str(path))


def _record(lecture: Lecture, before: Lecture | None) -> bytes:
    known: dict[str, Scene] = {} if before is None else {scene.id: scene for scene in before.scenes}
    changed = tuple(scene for scene in lecture.scenes if known.get(scene.id) is not scene)
    order = json.dumps([scene.id for scene in lecture.scenes])
    head, scenes = dumps(replace(lecture, scenes=())), dumps(Lecture("", scenes=changed))
    return zlib.compress(f'{{"order":{order},"head":{head},"changed":{scenes}}}'.encode(), 1)


def _frames(data: bytes) -> Iterator[tuple[float, bytes]]:
    at = len(_MAGIC) if data.startswith(_MAGIC) else len(data)
    while at + _FRAME.size <= len(data):
        length, checksum, moment = _FRAME.unpack_from(data, at)
        record = data[at + _FRAME.size : at + _FRAME.size + length]
        if len(record) < length or zlib.crc32(_TIME.pack(moment) + record) != checksum:
            return
        yield moment, record
        at += _FRAME.size + length


def _put(handle: int, data: bytes) -> int:
    """Write and make sure that it is on the disk; the number of bytes."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
    os.fsync(handle)
    return len(data)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open a folder; the rename itself is journalled there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
