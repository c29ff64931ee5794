"""Finds out beside the main thread what an export will take, and what is to be said about its voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from renderers import plan

if TYPE_CHECKING:
    from renderers.export import Order
    from renderers.forecast import Forecast
    from studio.errors import StudioError
    from ui.hub import Hub
    from ui.tasks import Task

AFTER_MS = 300
"""After the last change of the order."""


class Expectation(QObject):
    """What is known of one order; another one makes it forget all."""

    changed = Signal()

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.forecast: Forecast | None = None
        self.remarks: tuple[str, ...] = ()
        self.trouble = ""
        """Why it cannot be known."""
        self._hub = hub
        self._order: Order | None = None
        self._asking: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._ask)

    def renew(self, order: Order | None) -> None:
        """Ask about another order, a moment later; None: about none."""
        self._forget(order)
        if order is not None:
            self._soon.start()
        self.changed.emit()

    def end(self) -> None:
        """Nobody wants to know any more."""
        self._forget(None)
        self._hub.exporting.rest()

    def _forget(self, order: Order | None) -> None:
        self._soon.stop()
        if self._asking is not None:
            self._asking.cancel()
        self._order, self._asking = order, None
        self.forecast, self.remarks, self.trouble = None, (), ""

    def _ask(self) -> None:
        order, means = self._order, self._hub.workbench.means
        if order is None:
            return

        def current() -> bool:
            return isValid(self) and order is self._order  # the window may have gone without a word

        def known(forecast: Forecast) -> None:
            if current():
                self.forecast = forecast
                self.changed.emit()

        def remarked(remarks: tuple[str, ...]) -> None:
            if current():
                self.remarks = remarks
                self.changed.emit()

        def failed(error: StudioError) -> None:
            if current():
                self.trouble = str(error)
                self.changed.emit()

        self._asking = self._hub.exporting.forecast(order, known, failed)
        if means is not None:
            self._hub.tasks.start(lambda _: plan.remarks(order.lecture, means), remarked)
