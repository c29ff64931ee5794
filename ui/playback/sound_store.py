"""The samples of sounds, read from the disk ahead of time by a thread of their own."""

from __future__ import annotations

import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

MOST_BYTES = 128 << 20
"""So much sound is kept in memory: 23 minutes."""

Read = Callable[[str], bytes | None]
"""The key of a sound -> its samples; None where it is not kept."""


class SoundStore(QObject):
    """Samples by key. What was asked for last is read first; the rest is forgotten when there is too much."""

    arrived = Signal()
    """Something that was asked for is there, or cannot be had."""

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0
        self._gone: set[str] = set()
        self._wanted: tuple[str, ...] = ()
        self._there = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    def find(self, key: str) -> bytes | None:
        """The samples of a sound, at once; None where they are not here (yet)."""
        with self._there:
            data = self._kept.get(key)
            if data is not None:
                self._kept.move_to_end(key)
            return data

    def want(self, keys: Sequence[str]) -> None:
        """Have these read, in this order, and nothing else."""
        with self._there:
            self._wanted = tuple(keys)
            self._gone.intersection_update(self._wanted)
            if self._next() is None:
                return
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._work, name="sounds", daemon=True)
                self._thread.start()
            self._there.notify()

    def has(self, keys: Sequence[str]) -> bool:
        """Whether these need not be waited for."""
        with self._there:
            return all(key in self._kept or key in self._gone for key in keys)

    def try_again(self) -> None:
        """What could not be read may be there now."""
        with self._there:
            self._gone.clear()
            self._there.notify()

    def close(self) -> None:
        """Read nothing any more."""
        with self._there:
            self._closed = True
            self._there.notify()
        if self._thread is not None:
            self._thread.join(2)

    def _next(self) -> str | None:
        return next((key for key in self._wanted if key not in self._kept and key not in self._gone), None)

    def _work(self) -> None:
        while True:
            with self._there:
                while not self._closed and self._next() is None:
                    self._there.wait()
                key = self._next()
                if self._closed or key is None:
                    return
            data = None
            try:
                data = self._read(key)
            except Exception:  # a mistake over one sound shall not silence the others
                traceback.print_exc()
            with self._there:
                self._keep(key, data)
            try:
                self.arrived.emit()
            except RuntimeError:  # the window has gone meanwhile
                return

    def _keep(self, key: str, data: bytes | None) -> None:
        if data is None:
            self._gone.add(key)
            return
        self._kept[key] = data
        self._bytes += len(data)
        for old in [other for other in self._kept if other not in self._wanted]:
            if self._bytes <= MOST_BYTES:
                return
            self._bytes -= len(self._kept.pop(old))
