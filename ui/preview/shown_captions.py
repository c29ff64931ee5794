"""The captions of the preview: the export's own, worked out beside the main thread, one scene at a time."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.captions import Caption, captions
from studio.timebase import frames_for
from studio.timeline import SceneClip, Timeline

if TYPE_CHECKING:
    from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class _Scene:
    """The captions of a clip with the frames at which they begin and end."""

    clip: SceneClip
    captions: tuple[Caption, ...] = ()
    starts: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()


class ShownCaptions(QObject):
    """Captions by frame. Scenes do not depend on each other, so only those that are seen are worked out."""

    arrived = Signal()
    """Captions that were asked for are there now."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()  # no parent: a task may end after the window has gone
        self._tasks = tasks
        self._known: dict[str, _Scene] = {}
        self._asked: dict[str, SceneClip] = {}

    def at(self, timeline: Timeline, frame: int) -> tuple[str, ...]:
        """The lines on the screen at a frame of a timeline; none where nothing is said, or not known yet."""
        index = timeline.clip_at(frame)
        if index + 1 < len(timeline.clips):
            self._scene(timeline, index + 1)
        found = self._scene(timeline, index)
        at = bisect_right(found.starts, frame) - 1
        return found.captions[at].lines if at >= 0 and frame < found.stops[at] else ()

    def _scene(self, timeline: Timeline, index: int) -> _Scene:
        """What is known of a clip; while its captions are being worked out, what was known before."""
        clip = timeline.clips[index]
        known = self._known.get(clip.scene)
        if known is not None and (known.clip is clip or known.clip == clip):
            return known
        if self._asked.get(clip.scene) != clip:
            self._asked[clip.scene] = clip
            self._tasks.start(lambda _: _told(timeline, clip), self._learn)
        return known or _Scene(clip)

    def _learn(self, scene: _Scene) -> None:
        if self._asked.get(scene.clip.scene) == scene.clip:
            del self._asked[scene.clip.scene]
            self._known[scene.clip.scene] = scene
            self.arrived.emit()


def _told(timeline: Timeline, clip: SceneClip) -> _Scene:
    found = captions(Timeline(timeline.rate, (clip,)))
    starts = tuple(frames_for(caption.start, timeline.rate) for caption in found)
    stops = tuple(frames_for(caption.end, timeline.rate) for caption in found)
    return _Scene(clip, found, starts, stops)
