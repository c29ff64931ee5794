"""The frames of changes, fetched by a thread before they are seen."""

from __future__ import annotations

import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from studio.errors import Cancelled, StudioError
from studio.progress import CancelToken

if TYPE_CHECKING:
    from renderers.steps import CheckStep

MOST_FRAMES = 120
MOST_AHEAD = 90
"""Frames wanted at once: what is kept always has room for them, and for some of those just seen."""

Fetch = Callable[["CheckStep", Sequence[int], int, int, CancelToken], Iterator[bytes]]
"""(change, frames, width, height) -> each width x height x 4 bytes, BGRX (`PreviewProcess.cut`)."""


@dataclass(frozen=True, slots=True)
class CutFrame:
    """Frame `index` (from 0) of a change at a size in pixels."""

    step: CheckStep
    index: int
    width: int
    height: int


class CutFrames(QObject):
    """Keeps the frames seen last and fetches those wanted now, the most wanted one first."""

    arrived = Signal(object)
    """A `CutFrame` that is there now."""
    _made = Signal(object)

    def __init__(self, fetch: Fetch | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._kept: OrderedDict[CutFrame, QImage] = OrderedDict()
        self._wanted: tuple[CutFrame, ...] = ()
        self._failed: set[CheckStep] = set()
        self._there = threading.Condition()
        self._cancel = CancelToken()
        self._thread: threading.Thread | None = None
        self._made.connect(self.arrived, Qt.ConnectionType.QueuedConnection)

    def image(self, frame: CutFrame) -> QImage | None:
        """A frame that is there, else None; nothing is asked for."""
        with self._there:
            image = self._kept.get(frame)
            if image is not None:
                self._kept.move_to_end(frame)
            return image

    def nearest(self, frame: CutFrame) -> QImage | None:
        """The frame of the same change that is nearest to one."""
        with self._there:
            others = [other for other in self._kept if other.step == frame.step]
            best = min(
                others,
                key=lambda other: (abs(other.index - frame.index), abs(other.width - frame.width)),
                default=None,
            )
            return None if best is None else self._kept[best]

    def want(self, frames: Sequence[CutFrame]) -> None:
        """Have these fetched, in this order, and nothing else."""
        wanted = tuple(frames[:MOST_AHEAD])
        if self._fetch is None or wanted == self._wanted:
            return
        with self._there:
            self._wanted = wanted
            if self._next() is None:
                return
            if self._thread is None and not self._cancel.cancelled:
                self._thread = threading.Thread(target=self._work, name="cut frames", daemon=True)
                self._thread.start()
            self._there.notify()

    def try_again(self) -> None:
        """What could not be drawn may be possible now."""
        with self._there:
            self._failed.clear()
            self._wanted = ()

    def close(self) -> None:
        """Fetch nothing any more."""
        self._cancel.cancel()
        with self._there:
            self._there.notify()
        if self._thread is not None:
            self._thread.join(2)

    def _most_wanted(self) -> CutFrame | None:
        with self._there:
            return self._next()

    def _next(self) -> CutFrame | None:
        return next(
            (frame for frame in self._wanted if frame not in self._kept and frame.step not in self._failed),
            None,
        )

    def _work(self) -> None:
        while True:
            with self._there:
                while not self._cancel.cancelled and self._next() is None:
                    self._there.wait()
                first = self._next()
                if self._cancel.cancelled or first is None:
                    return
                missing = [frame for frame in self._wanted if frame not in self._kept]
            try:
                self._fetch_all(tuple(_of_one_kind(missing[missing.index(first) :])))
            except Cancelled:
                continue
            except Exception as error:  # a mistake over one change shall not keep the others from coming
                if not isinstance(error, StudioError):
                    traceback.print_exc()
                with self._there:
                    self._failed.add(first.step)

    def _fetch_all(self, frames: tuple[CutFrame, ...]) -> None:
        """Fetch frames of one change, as long as each is the most wanted one; the first by itself, so that it is
        not kept waiting by those behind it.
        """
        if self._fetch_some(frames[:1]) and frames[1:] and self._most_wanted() == frames[1]:
            self._fetch_some(frames[1:])

    def _fetch_some(self, frames: tuple[CutFrame, ...]) -> bool:
        """Whether all were fetched: nothing else became more wanted meanwhile."""
        assert self._fetch is not None
        token, first = CancelToken(self._cancel), frames[0]
        indexes = [frame.index for frame in frames]
        running = self._fetch(first.step, indexes, first.width, first.height, token)
        try:
            for number, (frame, data) in enumerate(zip(frames, running, strict=False), 1):
                stride = frame.width * 4
                image = QImage(data, frame.width, frame.height, stride, QImage.Format.Format_RGB32).copy()
                after = self._keep(frame, image)
                if number < len(frames) and after != frames[number]:
                    return False
        finally:
            token.cancel()
            close = getattr(running, "close", None)
            if close is not None:
                close()
        return True

    def _keep(self, frame: CutFrame, image: QImage) -> CutFrame | None:
        """Keep a frame; what is wanted next."""
        with self._there:
            self._kept[frame] = image
            while len(self._kept) > MOST_FRAMES:
                old = next((old for old in self._kept if old not in self._wanted), next(iter(self._kept)))
                del self._kept[old]
            after = self._next()
        try:
            self._made.emit(frame)
        except RuntimeError:  # the window has gone meanwhile
            return None
        return after


def _of_one_kind(frames: list[CutFrame]) -> Iterator[CutFrame]:
    """The first frames of a list, as long as they are of one change and one size."""
    first = frames[0]
    kind = (first.step, first.width, first.height)
    return takewhile(lambda frame: (frame.step, frame.width, frame.height) == kind, frames)
