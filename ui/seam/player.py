"""Plays one change in the main preview: once, or again and again until it is paused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from ui import cuts
from ui.look import theme

if TYPE_CHECKING:
    from ui.hub import Hub


def play_cut(hub: Hub, scene_id: str, loop: bool = False) -> bool:
    """Play the change in front of a scene; False where there is none."""
    timeline, clip = hub.workbench.timeline, hub.workbench.clip(scene_id)
    if timeline is None or clip is None or clip.frames.start == 0:
        return False
    frames = cuts.frames_around(clip, timeline)
    hub.playback.play_range(frames.start, frames.stop, loop)
    return True


class CutPlayer(QWidget):
    """A button that plays and pauses, and one that makes it a loop."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._scene, self._ours = hub, "", False
        self.play, self.loop = QPushButton(), QToolButton()
        self.loop.setCheckable(True)
        self.loop.setIcon(theme.icon("repeat"))
        self.loop.setAccessibleName(self.tr("Play in a loop"))
        self.loop.setToolTip(self.tr("Play again and again until paused"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.play)
        row.addWidget(self.loop)
        row.addStretch(1)
        self.play.clicked.connect(self._toggle)
        self.loop.toggled.connect(lambda _: self._start() if self.is_playing else None)
        hub.playback.state_changed.connect(self._refresh)
        self._refresh()

    @property
    def is_playing(self) -> bool:
        """Whether this very change is being played."""
        return self._ours and self._hub.playback.playing

    def show_scene(self, scene_id: str) -> None:
        """Be about the change in front of another scene."""
        if scene_id != self._scene:
            self.stop()
            self._scene = scene_id
        clip = self._hub.workbench.clip(scene_id)
        self.setEnabled(clip is not None and clip.frames.start > 0)

    def stop(self) -> None:
        """Pause what was started here."""
        if self.is_playing:
            self._hub.playback.pause()
        self._ours = False

    def _toggle(self) -> None:
        self._hub.playback.pause() if self.is_playing else self._start()

    def _start(self) -> None:
        self._ours = play_cut(self._hub, self._scene, self.loop.isChecked())
        self._refresh()

    def _refresh(self) -> None:
        self._ours = self._ours and self._hub.playback.playing
        playing = self.is_playing
        self.play.setText(self.tr("Pause") if playing else self.tr("Play this change"))
        self.play.setIcon(theme.icon("pause" if playing else "play"))
        told = self._hub.actions.play_cut.toolTip()
        self.play.setToolTip(self.play.text() if playing else told)
