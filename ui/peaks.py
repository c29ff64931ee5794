"""Waveforms of sounds for the views: asked for by cache key, read beside the main thread, kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal

from studio.progress import CancelToken
from ui.fetching import Fetching

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
    lost = Signal(str)
    """The key of a sound that is no longer kept: it has to be made again."""

    def __init__(self, read: Read | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._fetching: Fetching | None = None
        if read is not None:
            self._fetching = Fetching("peaks", lambda key, cancel: read(key, PER_SECOND, cancel), self)
            self._fetching.came.connect(self.put)
            self._fetching.lost.connect(self._tell_lost)

    def of(self, key: str) -> bytes | None:
        """The peaks of a sound, `PER_SECOND` a second; None where they are not there yet (`arrived` will tell)."""
        kept = self._kept.get(key)
        if kept is None and self._fetching is not None:
            self._fetching.ask(key)
        return kept

    def put(self, key: str, peaks: bytes) -> None:
        """Keep peaks that were found here or by somebody else."""
        self._kept[key] = peaks
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        self.arrived.emit(key)

    def try_again(self, keys: Collection[str]) -> None:
        """These sounds were made just now: what could not be read before may be asked for again."""
        if self._fetching is not None:
            self._fetching.try_again(lambda key: key in keys)

    def close(self) -> None:
        """Read nothing any more."""
        if self._fetching is not None:
            self._fetching.close()

    def _tell_lost(self, key: str) -> None:
        self.lost.emit(key)
