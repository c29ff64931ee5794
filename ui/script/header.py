"""The line over the script: number and title of the scene, its length, its language, what can be put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from studio import edits
from ui.controls import spoken
from ui.controls.fields import ChoiceField, TextField, settle
from ui.language import words
from ui.look import theme
from ui.script.insert_menu import InsertMenu

if TYPE_CHECKING:
    from studio.lecture import Scene
    from ui.hub import Hub


class Header(QFrame):
    """Shows the current scene; its fields edit it."""

    insert_asked = Signal(str)

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._scene = ""
        self.number = QLabel()
        self.number.setProperty("role", "muted")
        self.title = TextField()
        self.title.setProperty("bare", "true")
        self.title.setPlaceholderText(self.tr("Untitled scene"))
        self.title.setAccessibleName(self.tr("Title of the scene"))
        self.title.setMinimumWidth(96)
        self.title.committed.connect(self._rename)
        self.recorded = QLabel(self.tr("Recorded"))
        self.recorded.setProperty("role", "chip")
        self.recorded.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.recorded.setToolTip(self.tr("Your recording is heard; the words are its captions"))
        self.length = QLabel()
        self.length.setProperty("role", "muted")
        self.length.setAccessibleName(self.tr("Length of the scene"))
        self.language = ChoiceField()
        self.language.setAccessibleName(self.tr("Language of the script"))
        self.language.setToolTip(self.tr("Language of the script: it chooses the voice"))
        self.language.setMaximumWidth(176)
        self.language.setMinimumContentsLength(11)
        self.language.committed.connect(self._set_language)
        self.insert = QToolButton()
        self.insert.setText(self.tr("Insert"))
        self.insert.setToolTip(self.tr("Put in a pause, another voice or speed, a change"))
        self.insert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.insert.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu = InsertMenu(hub, self.insert)
        self.menu.chosen.connect(self.insert_asked)
        self.insert.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GRID, 4, theme.GRID, 4)
        row.setSpacing(theme.GRID)
        for widget in (self.number, self.title, self.recorded, self.length, self.language, self.insert):
            row.addWidget(widget, 1 if widget is self.title else 0)
        hub.workbench.timeline_changed.connect(self._show_languages)
        hub.workbench.findings_changed.connect(self._show_length)

    def show_scene(self, scene: Scene | None) -> None:
        """Show a scene; None: there is none."""
        lecture = self._hub.session.lecture
        if (scene.id if scene is not None else "") != self._scene:
            settle(self)
            self._scene = scene.id if scene is not None else ""
        writable = scene is not None and not self._hub.session.read_only
        number = "" if lecture is None or scene is None else str(lecture.scenes.index(scene) + 1)
        self.number.setText(number)
        self.number.setAccessibleName(self.tr("Scene {number}").format(number=number))
        self.title.setReadOnly(not writable)
        self.title.setEnabled(scene is not None)
        self.title.show_text("" if scene is None else scene.title)
        self.recorded.setVisible(scene is not None and scene.recording is not None)
        self.language.setEnabled(writable)
        self.insert.setEnabled(writable)
        self._show_languages()
        self._show_length()

    def _show_languages(self) -> None:
        scene = self._hub.session.scene
        held = "" if scene is None else scene.script.language
        found = spoken.languages(self._hub.workbench.means, self._hub.session.lecture, (held,))
        self.language.show_choice(held, (("", self.tr("Automatic")), *found))

    def _show_length(self) -> None:
        session, workbench = self._hub.session, self._hub.workbench
        clip, timeline = workbench.clip(session.current), workbench.timeline
        self.length.setVisible(session.scene is not None and timeline is not None)
        if timeline is None:
            return
        if clip is None:
            self.length.setText(self.tr("Not in the video"))
            self.length.setToolTip(self.tr("This scene is hidden or left out"))
            return
        told = words.duration(len(clip.frames) / timeline.rate)
        if clip.take.measured:
            self.length.setText(told)
            self.length.setToolTip(self.tr("Length of the scene"))
        else:
            self.length.setText(f"≈ {told}")
            self.length.setToolTip(self.tr("Expected length of the scene: it is still being spoken"))

    def _rename(self, title: str) -> None:
        scene = self._scene
        self._hub.session.edit("rename-scene", lambda lecture: edits.rename(lecture, scene, title), 1, title)

    def _set_language(self, tag: str) -> None:
        scene = self._scene
        self._hub.session.edit("set-language", lambda lecture: edits.set_language(lecture, (scene,), tag))
