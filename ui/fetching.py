"""What views ask for while they paint, fetched by a thread of its own: what was asked for last comes first."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from studio.errors import Cancelled, LostEntryError, StudioError
from studio.progress import CancelToken

Fetch = Callable[[Any, CancelToken], object]
"""What is wanted (any hashable value) -> what there is of it."""


class Fetching(QObject):
    """One thread, started with the first question. What could not be had is not asked for again by itself."""

    came = Signal(object, object)
    """What was wanted, and what came; on the thread of this object."""
    lost = Signal(object)
    """Something wanted that is no longer kept (`LostEntryError`)."""
    _done = Signal(object, object, bool)

    def __init__(self, name: str, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name, self._fetch = name, fetch
        self._waiting: dict[Any, None] = {}
        self._failed: set[Any] = set()
        self._there = threading.Condition()
        self._cancel = CancelToken()
        self._thread: threading.Thread | None = None
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def ask(self, wanted: Any) -> None:
        """Fetch this next."""
        if wanted in self._failed or self._cancel.cancelled:
            return
        with self._there:
            self._waiting.pop(wanted, None)
            self._waiting[wanted] = None
            self._there.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()

    def try_again(self, which: Callable[[Any], bool]) -> None:
        """What could not be had may be there now."""
        self._failed = {wanted for wanted in self._failed if not which(wanted)}

    def close(self) -> None:
        """Fetch nothing any more."""
        self._cancel.cancel()
        with self._there:
            self._waiting.clear()
            self._there.notify_all()
        if self._thread is not None:
            self._thread.join(2)

    def _work(self) -> None:
        while (wanted := self._next()) is not None:
            found, lost = None, False
            try:
                found = self._fetch(wanted, self._cancel)
            except (Cancelled, StudioError) as error:
                lost = isinstance(error, LostEntryError)
            except Exception:  # a mistake over one of them shall not keep the others from coming
                traceback.print_exc()
            try:
                self._done.emit(wanted, found, lost)
            except RuntimeError:  # the window has gone meanwhile
                return

    def _next(self) -> Any:
        with self._there:
            while not self._waiting and not self._cancel.cancelled:
                self._there.wait()
            return None if self._cancel.cancelled else self._waiting.popitem()[0]

    def _tell(self, wanted: Any, found: object, lost: bool) -> None:
        if found is not None:
            self.came.emit(wanted, found)
            return
        self._failed.add(wanted)
        if lost:
            self.lost.emit(wanted)
