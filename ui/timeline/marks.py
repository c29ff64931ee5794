"""What the editor knows of each scene, as the timeline shows it: its picture and the level of its seam."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.cuts import cut_of
from ui.timeline.seams import Mark

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.hub import Hub


class Marks(QObject):
    """Remembers the marks of the seams until something else is found out about them."""

    changed = Signal()

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._kept: dict[str, Mark] = {}
        hub.workbench.findings_changed.connect(self._forget)
        hub.session.opened.connect(self._forget)
        hub.session.changed.connect(self._forget)

    def of(self, scene_id: str) -> Mark:
        """The mark of the seam before a scene."""
        mark = self._kept.get(scene_id)
        if mark is None:
            mark = self._kept[scene_id] = self._found(scene_id)
        return mark

    def picture(self, scene_id: str, width: int, height: int) -> QImage | None:
        """The picture of a scene in device pixels, for a while perhaps of another size; None: not there yet."""
        key, pictures = self._hub.workbench.page_key(scene_id), self._hub.pictures
        return pictures.image(key, width, height) or pictures.nearest(key, width)

    def _found(self, scene_id: str) -> Mark:
        lecture = self._hub.session.lecture
        scenes = () if lecture is None else lecture.scenes
        scene = next((scene for scene in scenes if scene.id == scene_id), None)
        if lecture is None or scene is None:
            return Mark(0, 0)
        cut = cut_of(scene, lecture, self._hub.workbench.scene(scene_id))
        if cut is None:
            return Mark(0, 0)
        return Mark(int(cut.choice.level), int(cut.delivered), cut.by_hand, cut.is_lowered)

    def _forget(self, *_: object) -> None:
        self._kept.clear()
        self.changed.emit()
