"""How the picture changes to the scene: what is asked for, what the video shows, and why; the panel changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from studio.lecture import Level
from ui import cuts
from ui.inspector.section import Section, Shown, told_label
from ui.language import words
from ui.language.sentences import told
from ui.look.level_mark import LevelMark

if TYPE_CHECKING:
    from ui.cuts import Cut
    from ui.hub import Hub


class CutSection(Section):
    """The change in front of the current scene."""

    seam_activated = Signal(str, QRect)
    """The panel is wanted: the scene behind the seam and a place on the screen."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, "cut", "", parent)
        self.heading.setText(self.tr("Cut"))
        self.asked_mark, self.shown_mark = LevelMark(), LevelMark()
        self.asked, self.delivered = told_label(), told_label()
        self.asked_label = self.add_field(self.tr("Asked for"), _marked(self.asked_mark, self.asked))
        self.shown_label = self.add_field(self.tr("In the video"), _marked(self.shown_mark, self.delivered))
        self.reason_label, self.reason = self.add_fact(self.tr("Reason"))
        self.none = told_label("muted")
        self.add_wide(self.none)
        self.change = QPushButton(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Choose how the picture changes to this scene"))
        self.change.clicked.connect(self._activate)
        self.form.addWidget(self.change, self.form.rowCount(), 1)
        hub.workbench.findings_changed.connect(self._show)

    def show_values(self, shown: Shown) -> None:
        """Show what holds now."""
        super().show_values(shown)
        self.setVisible(not shown.several)
        self._show()

    def _show(self) -> None:
        shown = self.shown
        if shown is None:
            return
        first = self._is_first(shown)
        cut = (
            None
            if first
            else cuts.cut_of(shown.scene, shown.lecture, self.hub.workbench.scene(shown.scene.id))
        )
        for widget in (self.asked_label, self.shown_label, self.reason_label):
            widget.setVisible(cut is not None)
        for widget in (self.asked.parentWidget(), self.delivered.parentWidget(), self.reason):
            if widget is not None:
                widget.setVisible(cut is not None)
        self.none.setVisible(cut is None)
        self.change.setEnabled(not first)
        if cut is not None:
            self._show_cut(cut)
        elif first:
            self.none.setText(self.tr("The first scene has no change in front of it."))
        elif self.hub.workbench.timeline is not None and self.hub.workbench.clip(shown.scene.id) is None:
            self.none.setText(self.tr("This scene is not in the video."))
        else:
            self.none.setText(self.tr("Not known yet: the pictures are still being drawn."))

    def _is_first(self, shown: Shown) -> bool:
        """Whether the video begins with the scene: those before it, if any, are hidden or left out."""
        timeline = self.hub.workbench.timeline
        begins = timeline.clips[0].scene if timeline is not None and timeline.clips else ""
        return shown.scene is shown.lecture.scenes[0] or shown.scene.id == begins

    def _show_cut(self, cut: Cut) -> None:
        choice = cut.choice
        asked = cuts.name(choice.level, choice.style)
        if cut.travels:
            asked = f"{asked} · {words.direction(choice.direction)}"
        if choice.level is not Level.CUT:
            asked = f"{asked} · {words.duration(choice.duration)}"
        self.asked_mark.show_level(choice.level)
        self.asked.setText(asked)
        self.shown_mark.show_level(cut.delivered)
        shown = cuts.name(cut.delivered, cut.style)
        self.delivered.setText(
            shown if cut.checked else self.tr("{name}, not yet checked").format(name=shown)
        )
        reasons = [told(choice.reason), *(told(reason) for reason in cut.reasons)]
        self.reason.setText("\n".join(reasons))

    def _activate(self) -> None:
        if self.shown is not None:
            place = QRect(self.change.mapToGlobal(QPoint(0, 0)), self.change.size())
            self.seam_activated.emit(self.shown.scene.id, place)


def _marked(mark: QWidget, label: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(mark)
    row.addWidget(label, 1)
    return made
