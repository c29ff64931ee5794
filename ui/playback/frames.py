"""The picture of any frame of the timeline: pages and changes as they are, or the nearest there is by now."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.playback.cut_frames import CutFrame, CutFrames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

    from renderers.steps import CheckStep
    from studio.timeline import SceneClip, Timeline
    from ui.pictures import Pictures
    from ui.workbench import Workbench


class FrameSource(QObject):
    """Pictures of frames and scenes at a size in device pixels. What is missing is asked for."""

    arrived = Signal()
    """Something that was asked for is there now."""

    def __init__(
        self, workbench: Workbench, pictures: Pictures, cuts: CutFrames, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workbench, self._pictures, self._cuts = workbench, pictures, cuts
        self._pages: dict[str, str] = {}
        pictures.arrived.connect(self.arrived)
        cuts.arrived.connect(self.arrived)
        workbench.findings_changed.connect(self._learn)

    def image(self, frame: int, width: int, height: int) -> QImage | None:
        """The picture of a frame, or the nearest one that is there; None where there is nothing to show yet.

        It may be of another size; `exact` says whether it is what the video will show.
        """
        exact = self.exact(frame, width, height)
        if exact is not None:
            return exact
        found = self._cut_at(frame)
        clip = self._clip_at(frame)
        if clip is None:
            return None
        if found is not None:
            near = self._cuts.nearest(CutFrame(*found, *self._cut_size(width, height)))
            if near is not None:
                return near
        return self.page(clip.scene, width, height)

    def exact(self, frame: int, width: int, height: int) -> QImage | None:
        """The very picture of a frame; None where it is not there yet."""
        clip, found = self._clip_at(frame), self._cut_at(frame)
        if clip is None:
            return None
        if found is not None:
            return self._cuts.image(CutFrame(*found, *self._cut_size(width, height)))
        return self._pictures.image(self._workbench.page_key(clip.scene), width, height)

    def page(self, scene_id: str, width: int, height: int) -> QImage | None:
        """The picture of a scene, at another size or as it was before an edit while it is being drawn."""
        key = self._workbench.page_key(scene_id)
        image = self._pictures.image(key, width, height)
        if image is None:
            image = self._pictures.nearest(key, width)
        if image is None:
            image = self._pictures.nearest(self._pages.get(scene_id), width)
        if image is not None and key:
            self._pages[scene_id] = key
        return image

    def look_ahead(self, frame: int, width: int, height: int) -> None:
        """Have fetched what will be seen soon: the change one is in, the next one and the page after it."""
        timeline = self._workbench.timeline
        if timeline is None or not 0 <= frame < timeline.length:
            return
        index = timeline.clip_at(frame)
        near = timeline.clips[index : index + 2]
        for clip in reversed(near):
            self._pictures.image(self._workbench.page_key(clip.scene), width, height)
        self._cuts.want(
            tuple(chain.from_iterable(self._frames_of(clip, frame, width, height) for clip in near))
        )

    def _frames_of(self, clip: SceneClip, frame: int, width: int, height: int) -> Iterator[CutFrame]:
        """The frames of a change in the order in which they are needed at `frame`: on from there, then back."""
        step = self._workbench.cut_step(clip.scene)
        if clip.cut is None or step is None or frame >= clip.cut.frames.stop:
            return
        size = self._cut_size(width, height)
        start, count = clip.cut.frames.start, min(len(clip.cut.frames), step.frames)
        now = max(frame - start, 0)
        for index in chain(range(now, count), range(min(now, count) - 1, -1, -1)):
            yield CutFrame(step, index, *size)

    def _cut_at(self, frame: int) -> tuple[CheckStep, int] | None:
        """The change that a frame is part of, and the frame's index in it."""
        clip = self._clip_at(frame)
        if clip is None or clip.cut is None or frame not in clip.cut.frames:
            return None
        step, index = self._workbench.cut_step(clip.scene), frame - clip.cut.frames.start
        return None if step is None or index >= step.frames else (step, index)

    def _cut_size(self, width: int, height: int) -> tuple[int, int]:
        """Changes are drawn no larger than pages: what is more is only more to carry."""
        most = self._workbench.profile
        if width <= most.width and height <= most.height:
            return width, height
        return most.width, most.height

    def _clip_at(self, frame: int) -> SceneClip | None:
        timeline: Timeline | None = self._workbench.timeline
        if timeline is None or not 0 <= frame < timeline.length:
            return None
        return timeline.clips[timeline.clip_at(frame)]

    def _learn(self, _: object) -> None:
        self._cuts.try_again()
        self.arrived.emit()
