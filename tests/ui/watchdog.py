"""How long the event loop stood still: what a person feels as a program that hangs."""

from __future__ import annotations

import time
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 5


class Watchdog(QObject):
    """Between `start` and `stop` (or inside `with`) it notes how long the event loop was away.

    A gap is the time between two of its ticks beyond the one it asked for. Only a running event loop ticks, so
    waiting inside (`qtbot.waitUntil`, `qtbot.wait`) is what is watched.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self._gaps: list[float] = []

    def start(self) -> None:
        """Forget what was and watch from now on."""
        self._gaps = []
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """Watch no more; the longest gap in seconds."""
        self._tick()
        self._timer.stop()
        return self.worst

    @property
    def worst(self) -> float:
        """The longest gap so far, in seconds."""
        return max(self._gaps, default=0.0)

    @property
    def told(self) -> str:
        """One line for whoever reads the output of a test."""
        longest = ", ".join(f"{gap * 1000:.0f}" for gap in sorted(self._gaps, reverse=True)[:5])
        return f"longest gaps of the event loop (ms): {longest or 'none'}"

    def __enter__(self) -> Watchdog:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append(max(0.0, now - self._last - EVERY_MS / 1000))
        self._last = now
