"""The preview pane: picture, hints about what is not final yet, scrubber and transport."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from studio.timeline import skipped
from ui.look import theme
from ui.playback.frames import FrameSource
from ui.preview.full_screen import FullScreen
from ui.preview.scrubber import Scrubber
from ui.preview.shown_captions import ShownCaptions
from ui.preview.surface import Surface
from ui.preview.transport import TransportBar

if TYPE_CHECKING:
    from ui.hub import Hub


class Preview(QFrame):
    """What the export will show, at the position of playback."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hub = hub
        self.source = FrameSource(hub.workbench, hub.pictures, hub.playback.cuts, self)
        self.captions = ShownCaptions(hub.tasks)
        self.surface = Surface(hub, self.source, self.captions)
        self.hint = QLabel(self.surface)
        self.hint.setProperty("role", "chip")
        self.hint.move(theme.GRID, theme.GRID)
        self.hint.hide()
        self.scrubber = Scrubber()
        self.transport = TransportBar(hub)
        self.full_screen: FullScreen | None = None
        self._resumes = False
        self.setProperty("ground", "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        column.addWidget(self.surface, 1)
        column.addWidget(self.scrubber)
        column.addWidget(self.transport)
        stops = (self.scrubber, *self.transport.stops)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
        self._wire()
        self._refresh()

    def _wire(self) -> None:
        hub = self.hub
        hub.playback.moved.connect(self._moved)
        hub.playback.state_changed.connect(self._tell)
        hub.workbench.timeline_changed.connect(self._refresh)
        hub.workbench.findings_changed.connect(self._learn)
        hub.session.opened.connect(self._refresh)
        hub.actions.full_screen.triggered.connect(self.show_full_screen)
        self.scrubber.scrubbed.connect(hub.playback.seek)
        self.scrubber.dragging.connect(self._drag)

    def show_full_screen(self) -> None:
        """Play in a window that fills the screen; again: leave it."""
        if self.full_screen is not None:
            self.full_screen.close()
            return
        if not self.hub.playback.length:
            return
        self.full_screen = FullScreen(self.hub, self.source, self.captions, self)
        self.full_screen.closed.connect(self._left_full_screen)
        self.full_screen.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.surface.resting = True
        self.full_screen.setGeometry(self.screen().geometry())
        self.full_screen.showFullScreen()
        self.full_screen.surface.setFocus()
        self.hub.playback.play()

    def _left_full_screen(self) -> None:
        self.full_screen = None
        self.surface.resting = False
        self.window().activateWindow()
        self.surface.update()

    def _learn(self, _: object) -> None:
        self._tell()

    def _refresh(self) -> None:
        self.scrubber.show_timeline(self.hub.workbench.timeline)
        self._moved(self.hub.playback.position)

    def _moved(self, position: int) -> None:
        if not self.scrubber.isSliderDown():
            self.scrubber.setValue(position)
        self._tell()

    def _drag(self, begins: bool) -> None:
        """While one looks through the lecture nothing plays; then it goes on."""
        playback = self.hub.playback
        if begins:
            self._resumes = playback.playing
            playback.pause()
        elif self._resumes:
            self._resumes = False
            playback.play()

    def _tell(self) -> None:
        """Say what of the picture or the sound is not yet what the video will have."""
        told = self._told()
        if told != self.hint.text() or self.hint.isVisibleTo(self.surface) != bool(told):
            self.hint.setText(told)
            self.hint.adjustSize()
            self.hint.setVisible(bool(told))
        scene = self.hub.playback.scene
        if scene != self.surface.property("scene"):
            self.surface.setProperty("scene", scene)
            self.surface.setAccessibleDescription(self._described(scene))

    def _told(self) -> str:
        playback, workbench = self.hub.playback, self.hub.workbench
        if playback.outside:
            return self._told_outside(playback.outside)
        timeline = workbench.timeline
        if timeline is None or not 0 <= playback.position < timeline.length:
            return ""
        clip = timeline.clips[timeline.clip_at(playback.position)]
        if clip.cut is not None and playback.position in clip.cut.frames:
            unchecked = workbench.checked(clip.scene) is None
            return self.tr("Not yet checked") if unchecked else ""
        return "" if clip.take.measured else self.tr("Estimated: still being spoken")

    def _told_outside(self, scene_id: str) -> str:
        lecture = self.hub.session.lecture
        scene = next((each for each in lecture.scenes if each.id == scene_id), None) if lecture else None
        if lecture is None or scene is None:
            return ""
        if scene.hidden:
            return self.tr("Hidden: not in the video")
        return self.tr("Left out: it has no words") if skipped(scene, lecture) else ""

    def _described(self, scene_id: str) -> str:
        lecture = self.hub.session.lecture
        for number, scene in enumerate(() if lecture is None else lecture.scenes, 1):
            if scene.id == scene_id:
                return self.tr("Scene {number}: {title}").format(number=number, title=scene.title)
        return ""
