"""What a scene is: its title, its section, whether it is in the video and how long it stays at least."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QToolButton, QWidget

from studio import edits
from ui.controls.fields import SecondsField, TextField
from ui.inspector.section import Section, Shown, common
from ui.language import words
from ui.look.flow import FlowLayout

if TYPE_CHECKING:
    from ui.hub import Hub

LONGEST_S = 6 * 3600.0


class SceneSection(Section):
    """For one scene or several."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, "scene", "", parent)
        self.heading.setText(self.tr("Scene"))
        self.title, self.section = TextField(), TextField()
        self.hidden = QCheckBox(self.tr("Hidden: not in the video"))
        self.least = SecondsField(LONGEST_S, none=self.tr("As long as it takes"))
        self.least.setToolTip(self.tr("The scene stays for at least so long, even if less is said"))
        self.add_field(self.tr("Title"), self.title)
        self.add_field(self.tr("Section"), self.section)
        self.sections = QWidget()
        row = FlowLayout(self.sections)
        for action in (hub.actions.start_section, hub.actions.join_section):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setProperty("chip", "true")
            row.addWidget(button)
        self.add_wide(self.sections)
        self.add_field(self.tr("Shortest length"), self.least)
        _, self.length = self.add_fact(self.tr("Length"))
        self.add_wide(self.hidden)
        self.title.committed.connect(self._rename)
        self.title.setAccessibleName(self.tr("Title of the scene"))
        self.section.committed.connect(self._rename_section)
        self.least.committed.connect(self._set_least)
        self.hidden.clicked.connect(self._hide)
        hub.workbench.timeline_changed.connect(self._show_length)

    def show_values(self, shown: Shown) -> None:
        """Show what holds now."""
        super().show_values(shown)
        several = self.tr("Several values")
        self.title.setEnabled(not shown.several)
        self.title.setReadOnly(not shown.writable)
        self.title.show_text("" if shown.several else shown.scene.title)
        titles = common(tuple(scene.title for scene in shown.scenes))[1]
        self.title.setPlaceholderText(several if titles else self.tr("Untitled scene"))
        section, sections = common(tuple(scene.section for scene in shown.scenes))
        self.section.setEnabled(not sections)
        self.section.setReadOnly(not shown.writable)
        self.section.show_text("" if sections else str(section))
        self.section.setPlaceholderText(several if sections else self.tr("No section"))
        self.sections.setVisible(shown.writable)
        least, leasts = common(tuple(scene.least for scene in shown.scenes))
        self.least.setEnabled(shown.writable)
        self.least.show_seconds(None if leasts else cast("Fraction | None", least), several if leasts else "")
        hidden, differ = common(tuple(scene.hidden for scene in shown.scenes))
        self.hidden.setEnabled(shown.writable)
        self.hidden.setTristate(differ)
        state = Qt.CheckState.Checked if hidden else Qt.CheckState.Unchecked
        self.hidden.setCheckState(Qt.CheckState.PartiallyChecked if differ else state)
        self._show_length()

    def _show_length(self) -> None:
        timeline = self.hub.workbench.timeline
        if self.shown is None or timeline is None:
            self.length.setText("")
            return
        clips = [self.hub.workbench.clip(scene_id) for scene_id in self.shown.ids]
        shown = [clip for clip in clips if clip is not None]
        seconds = Fraction(sum(len(clip.frames) for clip in shown)) / timeline.rate
        told = words.duration(seconds) if shown else self.tr("Not in the video")
        measured = all(clip.take.measured for clip in shown)
        self.length.setText(told if measured else f"≈ {told}")

    def _rename(self, title: str) -> None:
        if self.shown is not None:
            scene = self.shown.scene.id
            self.hub.session.edit(
                "rename-scene", lambda lecture: edits.rename(lecture, scene, title), 1, title
            )

    def _rename_section(self, name: str) -> None:
        if self.shown is None:
            return
        scene = self.shown.scenes[0]
        if scene.section:
            self.hub.session.edit(
                "rename-section", lambda lecture: edits.rename_section(lecture, scene.id, name), 1, name
            )
        elif name.strip():
            self.hub.session.edit(
                "start-section", lambda lecture: edits.start_section(lecture, scene.id, name), 1, name
            )

    def _set_least(self, seconds: Fraction | None) -> None:
        if self.shown is not None:
            ids = self.shown.ids
            self.hub.session.edit(
                "set-length",
                lambda lecture: edits.set_least(lecture, ids, seconds),
                len(ids),
                self.shown.name,
            )

    def _hide(self) -> None:
        if self.shown is None:
            return
        ids, hide = self.shown.ids, self.hidden.checkState() is not Qt.CheckState.Unchecked
        self.hub.session.edit(
            "hide-scenes" if hide else "show-scenes",
            lambda lecture: edits.set_hidden(lecture, ids, hide),
            len(ids),
            self.shown.name,
        )
