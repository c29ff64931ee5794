"""Pictures of pages for the views: asked for by key and size, made beside the main thread, kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from studio.progress import CancelToken
from ui.fetching import Fetching

MOST_BYTES = 400 << 20
"""So much of pictures is kept in memory."""

Draw = Callable[[str, int, int, CancelToken], bytes]
"""(page key, width, height) -> width x height x 4 bytes, BGRX (`PreviewProcess.still`)."""
Wanted = tuple[str, int, int]


class Pictures(QObject):
    """Images by page key and size in device pixels. What is asked for last is drawn first."""

    arrived = Signal(str)
    """The key of a page of which a picture is there now."""
    lost = Signal(str)
    """The key of a page that is no longer kept: it has to be made again."""

    def __init__(self, draw: Draw | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[Wanted, QImage] = OrderedDict()
        self._bytes = 0
        self._fetching: Fetching | None = None
        if draw is not None:
            self._fetching = Fetching("pictures", lambda wanted, cancel: _drawn(draw, wanted, cancel), self)
            self._fetching.came.connect(self._keep)
            self._fetching.lost.connect(self._tell_lost)

    def image(self, key: str | None, width: int, height: int) -> QImage | None:
        """The picture of a page; None where it is not there yet (`arrived` will tell) or the page is not."""
        if not key or width <= 0 or height <= 0:
            return None
        wanted = (key, width, height)
        image = self._kept.get(wanted)
        if image is not None:
            self._kept.move_to_end(wanted)
        elif self._fetching is not None:
            self._fetching.ask(wanted)
        return image

    def nearest(self, key: str | None, width: int) -> QImage | None:
        """The picture of a page that is nearest in size of those that are there; none is asked for."""
        sizes = [wanted for wanted in self._kept if wanted[0] == key]
        best = min(sizes, key=lambda wanted: (wanted[1] < width, abs(wanted[1] - width)), default=None)
        return None if best is None else self._kept[best]

    def put(self, key: str, image: QImage) -> None:
        """Keep a picture that somebody else made."""
        self._keep((key, image.width(), image.height()), image)

    def try_again(self, keys: Collection[str]) -> None:
        """These pages were drawn just now: what could not be shown before may be asked for again."""
        if self._fetching is not None:
            self._fetching.try_again(lambda wanted: wanted[0] in keys)

    def close(self) -> None:
        """Draw nothing any more."""
        if self._fetching is not None:
            self._fetching.close()

    def _keep(self, wanted: Wanted, image: QImage) -> None:
        old = self._kept.pop(wanted, None)
        self._bytes += image.sizeInBytes() - (old.sizeInBytes() if old is not None else 0)
        self._kept[wanted] = image
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        self.arrived.emit(wanted[0])

    def _tell_lost(self, wanted: Wanted) -> None:
        self.lost.emit(wanted[0])


def _drawn(draw: Draw, wanted: Wanted, cancel: CancelToken) -> QImage:
    key, width, height = wanted
    data = draw(key, width, height, cancel)
    return QImage(data, width, height, width * 4, QImage.Format.Format_RGB32).copy()
