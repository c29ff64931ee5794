"""Keeps the strip up to date beside the main thread; an edit costs a few milliseconds, however long the lecture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ui.timeline.strip import Strip, strip

if TYPE_CHECKING:
    from ui.hub import Hub


class Feed(QObject):
    """The strip of the open lecture, while somebody watches."""

    changed = Signal()

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._watched = self._making = self._again = False
        self._opened = 0
        self.strip: Strip | None = None
        """None: nothing is open, or it is not yet laid out."""
        hub.session.opened.connect(self._forget)
        hub.session.changed.connect(lambda before, after: self._make())
        hub.workbench.timeline_changed.connect(self._make)

    def watch(self, watched: bool) -> None:
        """Whether somebody looks; then the strip is made up to date."""
        before, self._watched = self._watched, watched
        if watched and not before:
            self._make()

    def _forget(self) -> None:
        self._opened += 1
        self.strip = None
        self.changed.emit()
        self._make()

    def _make(self) -> None:
        lecture, timeline = self._hub.session.lecture, self._hub.workbench.timeline
        if lecture is None or timeline is None or not self._watched:
            return
        if self._making:
            self._again = True
            return
        self._making = True
        opened, before = self._opened, self.strip

        def done(made: Strip) -> None:
            if opened == self._opened and isValid(self):
                self.strip = made
                self.changed.emit()

        self._hub.tasks.start(lambda _: strip(lecture, timeline, before), done=done, ended=self._ended)

    def _ended(self) -> None:
        self._making = False
        if self._again and isValid(self):  # the window may have gone meanwhile
            self._again = False
            self._make()
