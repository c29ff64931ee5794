"""The transport: where in the lecture one is, and whether it plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from studio.timebase import FrameRange
from ui.session import Session
from ui.settings import Settings
from ui.workbench import Workbench

if TYPE_CHECKING:
    from renderers.preview_process import PreviewProcess

TICK_MS = 8


class Playback(QObject):
    """Position in frames of the workbench's timeline; it follows the session's current scene and sets it."""

    moved = Signal(int)
    """The new position."""
    state_changed = Signal()
    """Playing, paused, looping, captions."""

    def __init__(
        self,
        session: Session,
        workbench: Workbench,
        settings: Settings,
        drawing: PreviewProcess | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._workbench, self._settings = session, workbench, settings
        self.position = 0
        self.playing = False
        self._range: FrameRange | None = None
        self._loop = False
        self._from = 0
        self._clock = QElapsedTimer()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._advance)

    @property
    def captions(self) -> bool:
        """Whether captions are shown."""
        return self._settings.captions

    @property
    def length(self) -> int:
        """Frames of the timeline."""
        timeline = self._workbench.timeline
        return 0 if timeline is None else timeline.length

    def close(self) -> None:
        """End what it started."""
        self.pause()

    def toggle(self) -> None:
        """Play or pause."""
        self.pause() if self.playing else self.play()

    def play(self) -> None:
        """Play on from where one is; from the start where one is at the end."""
        if self.length == 0:
            return
        if self.position >= self.length - 1:
            self.seek(0)
        self._start(None, False)

    def play_range(self, start: int, stop: int, loop: bool = False) -> None:
        """Play frames `start <= n < stop`, once or again and again."""
        self.seek(start)
        self._start(FrameRange(start, stop), loop)

    def pause(self) -> None:
        """Stay where one is."""
        if self.playing:
            self.playing = False
            self._tick.stop()
            self.state_changed.emit()

    def seek(self, frame: int) -> None:
        """Go to a frame."""
        self._from = self.position = min(max(frame, 0), max(self.length - 1, 0))
        self._clock.restart()
        self.moved.emit(self.position)

    def step(self, frames: int) -> None:
        """Go some frames on or back, paused."""
        self.pause()
        self.seek(self.position + frames)

    def skip(self, seconds: float) -> None:
        """Go some seconds on or back; what plays goes on playing."""
        timeline = self._workbench.timeline
        if timeline is not None:
            self.seek(self.position + round(seconds * timeline.rate))

    def set_captions(self, shown: bool) -> None:
        """Show captions or not."""
        if shown != self._settings.captions:
            self._settings.captions = shown
            self.state_changed.emit()

    def _start(self, frames: FrameRange | None, loop: bool) -> None:
        self._range, self._loop = frames, loop
        self._from = self.position
        self._clock.restart()
        self.playing = True
        self._tick.start()
        self.state_changed.emit()

    def _advance(self) -> None:
        timeline = self._workbench.timeline
        if timeline is None:
            self.pause()
            return
        now = self._from + int(self._clock.elapsed() * timeline.rate / 1000)
        stop = self._range.stop if self._range is not None else timeline.length
        if now >= stop:
            if self._loop and self._range is not None:
                self.seek(self._range.start)
                return
            self.seek(stop - 1)
            self.pause()
        elif now != self.position:
            self.position = now
            self.moved.emit(now)
