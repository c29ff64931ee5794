"""Pictures of pages for the views: asked for by key and size, made beside the main thread, kept for a while."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from studio.errors import Cancelled, StudioError
from studio.progress import CancelToken

MOST_BYTES = 400 << 20
"""So much of pictures is kept in memory."""

Draw = Callable[[str, int, int, CancelToken], bytes]
"""(page key, width, height) -> width x height x 4 bytes, BGRX (`PreviewProcess.still`)."""
Wanted = tuple[str, int, int]


class Pictures(QObject):
    """Images by page key and size in device pixels. What is asked for last is drawn first."""

    arrived = Signal(str)
    """The key of a page of which a picture is there now."""
    _made = Signal(object, object)

    def __init__(self, draw: Draw | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._kept: OrderedDict[Wanted, QImage] = OrderedDict()
        self._bytes = 0
        self._waiting: dict[Wanted, None] = {}
        self._failed: set[Wanted] = set()
        self._there = threading.Condition()
        self._cancel = CancelToken()
        self._thread: threading.Thread | None = None
        self._made.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def image(self, key: str | None, width: int, height: int) -> QImage | None:
        """The picture of a page; None where it is not there yet (`arrived` will tell) or the page is not."""
        if not key or width <= 0 or height <= 0:
            return None
        wanted = (key, width, height)
        image = self._kept.get(wanted)
        if image is not None:
            self._kept.move_to_end(wanted)
            return image
        if self._draw is not None and wanted not in self._failed:
            self._ask(wanted)
        return None

    def nearest(self, key: str | None, width: int) -> QImage | None:
        """The picture of a page that is nearest in size of those that are there; none is asked for."""
        sizes = [wanted for wanted in self._kept if wanted[0] == key]
        best = min(sizes, key=lambda wanted: (wanted[1] < width, abs(wanted[1] - width)), default=None)
        return None if best is None else self._kept[best]

    def put(self, key: str, image: QImage) -> None:
        """Keep a picture that somebody else made."""
        self._keep((key, image.width(), image.height()), image)

    def close(self) -> None:
        """Draw nothing any more."""
        self._cancel.cancel()
        with self._there:
            self._waiting.clear()
            self._there.notify_all()
        if self._thread is not None:
            self._thread.join(2)

    def _ask(self, wanted: Wanted) -> None:
        with self._there:
            self._waiting.pop(wanted, None)
            self._waiting[wanted] = None
            self._there.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="pictures", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while (wanted := self._next()) is not None:
            key, width, height = wanted
            try:
                assert self._draw is not None
                data = self._draw(key, width, height, self._cancel)
                image = QImage(data, width, height, width * 4, QImage.Format.Format_RGB32).copy()
            except (Cancelled, StudioError):
                image = None
            try:
                self._made.emit(wanted, image)
            except RuntimeError:  # the window has gone meanwhile
                return

    def _next(self) -> Wanted | None:
        with self._there:
            while not self._waiting and not self._cancel.cancelled:
                self._there.wait()
            return None if self._cancel.cancelled else self._waiting.popitem()[0]

    def _keep(self, wanted: Wanted, image: QImage | None) -> None:
        if image is None:
            self._failed.add(wanted)
            return
        old = self._kept.pop(wanted, None)
        self._bytes += image.sizeInBytes() - (old.sizeInBytes() if old is not None else 0)
        self._kept[wanted] = image
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        self.arrived.emit(wanted[0])
