"""Drives a walk: a generator of things to wait for, looked at between the events of the running program."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Generator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QTimer


@dataclass(frozen=True, slots=True)
class Until:
    """Something a person waits for, and for how long (seconds) at most; on a loaded machine all takes long."""

    what: str
    holds: Callable[[], object]
    limit_s: float = 120.0


Walk = Generator[Until]


class Driver(QObject):
    """Runs a walk beside the event loop; ends the program with 0, or 1 where a wait was in vain."""

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self._walk = walk
        self._waiting: Until | None = None
        self._since = time.monotonic()
        self._timer = QTimer(self, interval=30)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._timer.stop()
        try:
            self._go()
        except StopIteration:
            print("walk: done", flush=True)
            QCoreApplication.exit(0)
        except Exception:
            traceback.print_exc()
            QCoreApplication.exit(1)
        else:
            self._timer.start()

    def _go(self) -> None:
        waiting = self._waiting
        if waiting is not None:
            if not waiting.holds():
                if time.monotonic() - self._since > waiting.limit_s:
                    raise TimeoutError(f"waited in vain for: {waiting.what}")
                return
            print(f"walk: {waiting.what} ({time.monotonic() - self._since:.2f} s)", flush=True)
        self._waiting = None
        self._waiting = next(self._walk)
        self._since = time.monotonic()
