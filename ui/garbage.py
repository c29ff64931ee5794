"""Has Python look for garbage on the main thread alone.

Qt's objects may be destroyed in their own thread only. Those that stand in a circle with Python's objects are
destroyed by the collector, which by itself runs in whichever thread happens to need memory: where that was one at
work in the background, the program crashed.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250


class Garbage(QObject):
    """Collects now and then from its making on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Look as deep as it is time for, as Python itself would."""
        deepest = max(
            (depth for depth in range(3) if gc.get_count()[depth] > gc.get_threshold()[depth]), default=-1
        )
        if deepest >= 0:
            gc.collect(deepest)


def keep_what_is_there() -> None:
    """The program itself is no garbage: what is there by now is not looked at again, which would take longest."""
    gc.collect()
    gc.freeze()
