"""The transport: where in the lecture one is, and whether it plays."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

from studio.settings import cache_folder
from studio.timebase import FrameRange
from ui.playback.cut_frames import CutFrames
from ui.playback.mixing import Score, Stretch, frame_at, sample_at
from ui.playback.places import body, frame_of, place_of
from ui.playback.player import Player
from ui.playback.sound import Output, Sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from renderers.preview_process import PreviewProcess
    from studio.timeline import Timeline
    from ui.playback.sound_store import Read
    from ui.session import Session
    from ui.settings import Settings
    from ui.workbench import Workbench

TICK_MS = 8
RESTART_MS = 60
"""A seek while playing is heard after so long, so that a drag does not stutter."""
FOLLOW_MS = 80
"""While one drags, the current scene follows no faster than this."""
FIND_SOUND_MS = 1200
"""After a lecture was opened: the window stands, and nobody is waiting for anything."""


class Playback(QObject):
    """Position in frames of the workbench's timeline; it follows the session's current scene and sets it."""

    moved = Signal(int)
    """The new position."""
    state_changed = Signal()
    """Playing, paused, looping, captions, volume, sound device, a scene that is shown but not in the video."""

    def __init__(
        self,
        session: Session,
        workbench: Workbench,
        settings: Settings,
        drawing: PreviewProcess | None,
        parent: QObject | None = None,
        output: Output | None = None,
        output_changed: SignalInstance | None = None,
        read: Read | None = None,
        now: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(parent)
        self._session, self._workbench, self._settings = session, workbench, settings
        self._drawing, self._now = drawing, now
        self.cuts = CutFrames(drawing.cut if drawing is not None else None, self)
        if output is None:
            sound = Sound(self)
            output, output_changed = sound, sound.changed
        self._player = Player(output, output_changed, read or _kept_sound, now, self)
        self.position = 0
        self.playing = False
        self.outside = ""
        """A scene that is shown though it is not in the video: hidden, left out, or not yet laid out."""
        self._current = session.current
        self._timeline: Timeline | None = None
        self._range: FrameRange | None = None
        self._loop = self._following = False
        self._followed = float("-inf")
        self._tick = self._timer(TICK_MS, self._advance, once=False)
        self._restart_soon = self._timer(RESTART_MS, self._restart)
        self._follow_soon = self._timer(FOLLOW_MS, self._follow)
        self._find_soon = self._timer(FIND_SOUND_MS, self._player.find_device)
        self._wire()

    def _wire(self) -> None:
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._player.changed.connect(self.state_changed)
        self._session.opened.connect(self._opened)
        self._session.selection_changed.connect(self._selected)
        self._workbench.timeline_changed.connect(self._timeline_changed)
        self._workbench.findings_changed.connect(lambda _: self._use_sounds())
        self._settings.changed.connect(self._setting_changed)
        self._set_volume()

    @property
    def captions(self) -> bool:
        """Whether captions are shown."""
        return self._settings.captions

    @property
    def length(self) -> int:
        """Frames of the timeline."""
        timeline = self._workbench.timeline
        return 0 if timeline is None else timeline.length

    @property
    def looping(self) -> FrameRange | None:
        """The frames that are played again and again; None where none are."""
        return self._range if self._loop else None

    @property
    def is_silent(self) -> bool:
        """Whether it is known that there is no sound device that works."""
        return self._player.is_silent

    @property
    def is_waiting(self) -> bool:
        """Whether it plays but waits for its first sounds, for a moment."""
        return self.playing and (self._restart_soon.isActive() or self._player.is_waiting)

    @property
    def scene(self) -> str:
        """The id of the scene that is shown: at the position, or one that is not in the video (`outside`)."""
        timeline = self._timeline
        if self.outside or timeline is None or not 0 <= self.position < timeline.length:
            return self.outside
        return timeline.clips[timeline.clip_at(self.position)].scene

    def close(self) -> None:
        """End what it started."""
        self.pause()
        for timer in (self._restart_soon, self._follow_soon, self._find_soon):
            timer.stop()
        self._player.close()
        self.cuts.close()
        if self._drawing is not None:
            self._drawing.close()

    def toggle(self) -> None:
        """Play or pause."""
        self.pause() if self.playing else self.play()

    def play(self) -> None:
        """Play on from where one is, within the range that was being played; from the start at the very end."""
        if self.length == 0 or self.playing:
            return
        self._leave_outside()
        if self._range is not None and self.position >= self._range.stop - 1 and not self._loop:
            self._range = None
        if self._range is None and self.position >= self.length - 1:
            self._settle(0)
        self._begin()

    def play_range(self, start: int, stop: int, loop: bool = False) -> None:
        """Play frames `start <= n < stop`, once or again and again; the current scene stays what it is."""
        start, stop = max(start, 0), min(stop, self.length)
        if start >= stop:
            return
        self._leave_outside()
        self._range, self._loop = FrameRange(start, stop), loop
        self._settle(start)
        self._begin()

    def pause(self) -> None:
        """Stay where one is."""
        self._restart_soon.stop()
        if self.playing:
            self.playing = False
            self._tick.stop()
            self._player.stop()
            self.state_changed.emit()

    def seek(self, frame: int) -> None:
        """Go to a frame; what plays goes on from there."""
        self._leave_outside()
        if self._range is not None and frame not in self._range:
            self._range, self._loop = None, False
        self._settle(frame)
        self._follow_later()
        if self.playing:
            self._tick.stop()
            self._player.stop()
            self._restart_soon.start()

    def step(self, frames: int) -> None:
        """Go some frames on or back, paused."""
        self.pause()
        self.seek(self.position + frames)

    def skip(self, seconds: float) -> None:
        """Go some seconds on or back; what plays goes on playing."""
        timeline = self._workbench.timeline
        if timeline is not None:
            self.seek(self.position + round(seconds * timeline.rate))

    def go(self, scenes: int) -> None:
        """Go some scenes of the video on or back, to the finished picture; what plays goes on playing."""
        timeline = self._workbench.timeline
        if timeline is not None and timeline.clips:
            index = timeline.clip_at(min(self.position, timeline.length - 1)) + scenes
            self.seek(body(timeline.clips[min(max(index, 0), len(timeline.clips) - 1)]))

    def set_captions(self, shown: bool) -> None:
        """Show captions or not."""
        if shown != self._settings.captions:
            self._settings.captions = shown
            self.state_changed.emit()

    def _timer(self, after_ms: int, call: Callable[[], None], once: bool = True) -> QTimer:
        timer = QTimer(self, singleShot=once, interval=after_ms)
        timer.timeout.connect(call)
        return timer

    def _begin(self) -> None:
        timeline = self._workbench.timeline
        assert timeline is not None
        self._restart_soon.stop()
        self._player.start(self._stretch(timeline))
        self._tick.start()
        if not self.playing:
            self.playing = True
        self.state_changed.emit()

    def _restart(self) -> None:
        timeline = self._workbench.timeline
        if self.playing and timeline is not None:
            self._player.start(self._stretch(timeline))
            self._tick.start()

    def _stretch(self, timeline: Timeline) -> Stretch:
        """What is to be played from the position on."""
        frames = self._range or FrameRange(0, timeline.length)
        ends = (sample_at(frame, timeline.rate) for frame in (self.position, frames.start, frames.stop))
        return Stretch(*ends, loop=self._loop)

    def _advance(self) -> None:
        timeline = self._timeline
        if timeline is None:
            self.pause()
            return
        sample = self._player.sample()
        if sample is None:
            stop = self._range.stop if self._range is not None else timeline.length
            self._settle(stop - 1)
            self.pause()
        elif (frame := frame_at(sample, timeline.rate)) != self.position:
            self._settle(frame)
            if self._range is None:
                self._follow()

    def _settle(self, frame: int) -> None:
        self._timeline = self._workbench.timeline
        self.position = min(max(frame, 0), max(self.length - 1, 0))
        if self._timeline is not None and not self.playing:
            self._player.look_ahead(sample_at(self.position, self._timeline.rate))
        self.moved.emit(self.position)

    def _leave_outside(self) -> None:
        if self.outside:
            self.outside = ""
            self.state_changed.emit()

    def _follow_later(self) -> None:
        """A drag over many scenes must not load each of them into every view."""
        if self._now() - self._followed < FOLLOW_MS / 1000:
            self._follow_soon.start()
        else:
            self._follow()
        self._followed = self._now()

    def _follow(self) -> None:
        """Make the scene that is seen the current one; a selection of several stays as it is."""
        self._follow_soon.stop()
        session, scene = self._session, self.scene
        if not scene or scene == session.current or session.lecture is None:
            return
        if scene not in {known.id for known in session.lecture.scenes}:
            return  # an edit took it out; the timeline will follow
        alone = len(session.selection) <= 1
        self._following = True
        try:
            session.select((scene,) if alone else session.selection, scene)
        finally:
            self._following = False

    def _opened(self) -> None:
        self.pause()
        self.position, self.outside, self._timeline = 0, "", None
        self._current = self._session.current
        self._range, self._loop = None, False
        self._follow_soon.stop()
        if self._session.lecture is not None and self._drawing is not None:
            self._find_soon.start()
        self.moved.emit(0)
        self.state_changed.emit()

    def _selected(self) -> None:
        """Another scene was chosen: go to its picture."""
        before, self._current = self._current, self._session.current
        current = self._current
        if self._following or not current or current in (before, self.scene):
            return
        clip = self._workbench.clip(current)
        if clip is None:
            self._show_outside(current)
            return
        self._range, self._loop = None, False
        self.seek(body(clip))

    def _show_outside(self, scene: str) -> None:
        self.pause()
        self._range, self._loop = None, False
        self.outside = scene
        self.state_changed.emit()
        self.moved.emit(self.position)

    def _timeline_changed(self) -> None:
        """Stay at the same place of the same scene, playing or not."""
        before, after = self._timeline, self._workbench.timeline
        self._use_sounds()
        if after is None or after.length == 0:
            self.pause()
            self._settle(0)
            return
        self._range = self._moved_range(before, after)
        self._loop = self._loop and self._range is not None
        found = None
        if before is not None and 0 <= self.position < before.length:
            found = frame_of(after, place_of(before, self.position))
        chosen = self._workbench.clip(self._session.current)
        if chosen is not None and (found is None or self.outside == chosen.scene or before is None):
            self.outside = ""
            found = body(chosen)
        self._settle(self.position if found is None else found)
        if chosen is None and not self.playing and self._session.current:
            self._show_outside(self._session.current)
        elif self.playing and not self._restart_soon.isActive():
            self._player.move(self._stretch(after))
        self.state_changed.emit()

    def _moved_range(self, before: Timeline | None, after: Timeline) -> FrameRange | None:
        frames = self._range
        if frames is None or before is None or frames.stop > before.length:
            return None
        start = frame_of(after, place_of(before, frames.start))
        last = frame_of(after, place_of(before, frames.stop - 1))
        return None if start is None or last is None or last < start else FrameRange(start, last + 1)

    def _use_sounds(self) -> None:
        timeline = self._workbench.timeline
        if timeline is not None:
            self._player.use(Score(timeline, self._workbench.sound_keys).around)
            if not self.playing:
                self._player.look_ahead(sample_at(self.position, timeline.rate))

    def _setting_changed(self, name: str) -> None:
        if name in ("volume", "muted"):
            self._set_volume()
            self.state_changed.emit()

    def _set_volume(self) -> None:
        loud = 0.0 if self._settings.muted else self._settings.volume
        self._player.set_volume(loud * loud)  # about as loudness is felt


def _kept_sound(key: str) -> bytes | None:
    from renderers.cache import Cache

    entry = Cache(cache_folder() / "steps").get(key)
    return entry.blobs[0] if entry is not None and entry.blobs else None
