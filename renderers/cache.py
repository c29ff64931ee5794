"""The content-addressed store of everything the engine made.

An entry is a small JSON record (facts that later plans are made from) and a payload of bytes, under the key of
the step that made it. Writing is atomic, reading checks a digest, so a killed export leaves finished entries
and nothing else, and a damaged entry is a missing one. The least recently used entries go first when the store
grows beyond its cap.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from studio.errors import OutputError
from studio.whole_file import is_half_written, remove_if_left, whole_file

_MAGIC = b"LSC2"
_HEAD = struct.Struct("!4sIIQ32s")
"""Mark, size and CRC-32 of the header, size of the payload, SHA-256 of both; so facts can be trusted alone."""
DEFAULT_CAP = 20 * 10**9


@dataclass(frozen=True, slots=True)
class Entry:
    """What a step produced: a record of facts (JSON) and the bytes themselves."""

    record: dict[str, Any] = field(default_factory=dict[str, Any])
    blobs: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """How many entries of one kind there are, and their bytes."""

    kind: str
    entries: int
    size: int


@dataclass(frozen=True, slots=True)
class Usage:
    """What a store holds, the largest share first; `oldest` and `newest` use of an entry in seconds since 1970."""

    shares: tuple[Share, ...]
    oldest: float | None
    newest: float | None

    @property
    def size(self) -> int:
        """Bytes of all entries."""
        return sum(share.size for share in self.shares)


class Cache:
    """A folder of entries. Safe for several threads and processes at once."""

    def __init__(self, folder: Path, cap: int = DEFAULT_CAP) -> None:
        self.folder = folder
        self.cap = cap

    def __contains__(self, key: str) -> bool:
        return self.record(key) is not None

    def record(self, key: str) -> dict[str, Any] | None:
        """The facts kept under a key, or None; the payload is not read. Knowing an entry keeps it young, too: what
        plans are made from must not go before what they lead to.
        """
        path = self._path(key)
        with suppress(OSError, ValueError, struct.error), path.open("rb") as file:
            magic, size, check, payload, _ = _HEAD.unpack(file.read(_HEAD.size))
            expected = _HEAD.size + size + payload
            if magic == _MAGIC and os.fstat(file.fileno()).st_size == expected:
                header = file.read(size)
                _keep_young(path)
                return json.loads(header)["record"] if zlib.crc32(header) == check else None
        return None

    def get(self, key: str) -> Entry | None:
        """The whole entry, or None where it is missing or damaged. Using an entry keeps it young."""
        path = self._path(key)
        with suppress(OSError, ValueError, struct.error):
            with path.open("rb") as file:
                entry = _read(file)
            if entry is None:
                path.unlink(missing_ok=True)
                return None
            _keep_young(path)
            return entry
        return None

    def put(self, key: str, entry: Entry, kind: str = "") -> None:
        """Keep an entry; the folder never holds half of one. OutputError where the disk is full or closed.

        `kind` says what it is, for `usage`. Nothing waits until it is on the disk: a power cut may take the last
        entries or damage them, which their digests show, and they are made again.
        """
        try:
            try:
                self._write(key, entry, kind)
            except FileNotFoundError:  # somebody removed the folder in this very moment
                self._write(key, entry, kind)
        except OSError as error:
            raise OutputError(
                f"Finished work cannot be kept in “{self.folder}” ({error.strerror or error}); "
                "free some space there and try again."
            ) from error

    def _write(self, key: str, entry: Entry, kind: str) -> None:
        sizes_of = [len(blob) for blob in entry.blobs]
        header = json.dumps({"kind": kind, "record": entry.record, "sizes": sizes_of}).encode()
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        sizes = len(header), zlib.crc32(header), sum(sizes_of)
        with whole_file(path) as temporary, temporary.open("wb") as file:
            file.write(_HEAD.pack(_MAGIC, *sizes, _digest(header, entry.blobs)))
            file.writelines((header, *entry.blobs))

    def size(self) -> int:
        """Bytes in use."""
        return sum(stat.st_size for _, stat in self._files())

    def usage(self) -> Usage:
        """How much of what is kept, and since when; reads the beginning of every entry."""
        kinds: dict[str, tuple[int, int]] = {}
        used: list[float] = []
        for path, stat in self._files():
            if is_half_written(path):
                continue
            kind = _kind(path)
            count, size = kinds.get(kind, (0, 0))
            kinds[kind] = count + 1, size + stat.st_size
            used.append(stat.st_mtime)
        shares = (Share(kind, *kinds[kind]) for kind in sorted(kinds, key=lambda kind: -kinds[kind][1]))
        return Usage(tuple(shares), min(used, default=None), max(used, default=None))

    def trim(self) -> int:
        """Delete the least recently used entries until the store fits its cap, and what killed programs left
        half-written; returns the bytes freed.
        """
        files = sorted(self._files(), key=lambda item: item[1].st_mtime)
        total = sum(stat.st_size for _, stat in files)
        freed = sum(remove_if_left(path) for path, _ in files if is_half_written(path))
        for path, stat in files:
            if total - freed <= self.cap:
                break
            if not is_half_written(path):
                path.unlink(missing_ok=True)
                freed += stat.st_size
        return freed

    def clear(self) -> int:
        """Delete every entry; returns the bytes freed. What other programs are writing just now comes after that:
        an export that runs meanwhile makes again what it misses.
        """
        freed = 0
        for path, stat in self._files():
            if is_half_written(path):
                freed += remove_if_left(path)
            else:
                path.unlink(missing_ok=True)
                freed += stat.st_size
        return freed

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        for path in self.folder.glob("??/*"):
            with suppress(FileNotFoundError):
                yield path, path.stat()

    def _path(self, key: str) -> Path:
        return self.folder.joinpath(key[:2], key)


def _kind(path: Path) -> str:
    """What an entry says it is; "" where it says nothing, as a damaged one."""
    with suppress(OSError, ValueError, struct.error), path.open("rb") as file:
        magic, size, check, _, _ = _HEAD.unpack(file.read(_HEAD.size))
        header = file.read(size) if magic == _MAGIC else b""
        if zlib.crc32(header) == check:
            return str(json.loads(header).get("kind", ""))
    return ""


def _keep_young(path: Path) -> None:
    with suppress(OSError):
        os.utime(path)


def _read(file: IO[bytes]) -> Entry | None:
    """A whole entry, None where it is damaged. Blob by blob: the largest have 100 MB, and are in memory once."""
    magic, size, check, payload, digest = _HEAD.unpack(file.read(_HEAD.size))
    if magic != _MAGIC or os.fstat(file.fileno()).st_size != _HEAD.size + size + payload:
        return None
    header = file.read(size)
    if zlib.crc32(header) != check:
        return None
    told = json.loads(header)
    blobs = tuple(file.read(length) for length in told["sizes"])
    return Entry(told["record"], blobs) if _digest(header, blobs) == digest else None


def _digest(header: bytes, blobs: Iterable[bytes]) -> bytes:
    """SHA-256 of all that an entry holds."""
    digest = hashlib.sha256(header)
    for blob in blobs:
        digest.update(blob)
    return digest.digest()
