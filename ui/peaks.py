"""Waveforms of sounds for the views: asked for by cache key, read beside the main thread, kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from studio.errors import Cancelled, StudioError
from studio.progress import CancelToken

PER_SECOND = 100
"""Peaks of each second of sound."""
MOST = 20_000
"""So many sounds are kept: several lectures of an hour, about 20 MB."""

Read = Callable[[str, int, CancelToken], bytes]
"""(key of a sound, peaks a second) -> the largest |sample| of each part, 0..255 (`PreviewProcess.peaks`)."""


class Peaks(QObject):
    """Peaks by the key of a sound. What is asked for last is read first."""

    arrived = Signal(str)
    """The key of a sound of which the peaks are there now."""
    _made = Signal(str, object)

    def __init__(self, read: Read | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._failed: set[str] = set()
        self._waiting: dict[str, None] = {}
        self._there = threading.Condition()
        self._cancel = CancelToken()
        self._thread: threading.Thread | None = None
        self._made.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def of(self, key: str) -> bytes | None:
        """The peaks of a sound, `PER_SECOND` a second; None where they are not there yet (`arrived` will tell)."""
        kept = self._kept.get(key)
        if kept is None and self._read is not None and key not in self._failed:
            self._ask(key)
        return kept

    def put(self, key: str, peaks: bytes) -> None:
        """Keep peaks that somebody else found."""
        self._keep(key, peaks)

    def close(self) -> None:
        """Read nothing any more."""
        self._cancel.cancel()
        with self._there:
            self._waiting.clear()
            self._there.notify_all()
        if self._thread is not None:
            self._thread.join(2)

    def _ask(self, key: str) -> None:
        with self._there:
            self._waiting.pop(key, None)
            self._waiting[key] = None
            self._there.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="peaks", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while (key := self._next()) is not None:
            try:
                assert self._read is not None
                peaks = self._read(key, PER_SECOND, self._cancel)
            except (Cancelled, StudioError):
                peaks = None
            try:
                self._made.emit(key, peaks)
            except RuntimeError:  # the window has gone meanwhile
                return

    def _next(self) -> str | None:
        with self._there:
            while not self._waiting and not self._cancel.cancelled:
                self._there.wait()
            return None if self._cancel.cancelled else self._waiting.popitem()[0]

    def _keep(self, key: str, peaks: bytes | None) -> None:
        if peaks is None:
            self._failed.add(key)
            return
        self._kept[key] = peaks
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        self.arrived.emit(key)
