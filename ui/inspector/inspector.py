"""The inspector: its sections, kept true to what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.controls.fields import discard, settle
from ui.inspector.comments_section import CommentsSection
from ui.inspector.cut_section import CutSection
from ui.inspector.lecture_section import LectureSection
from ui.inspector.narration_section import NarrationSection
from ui.inspector.picture_section import PictureSection
from ui.inspector.scene_section import SceneSection
from ui.inspector.section import Section, Shown
from ui.look import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from renderers.means import Means
    from studio.lecture import Lecture
    from ui.hub import Hub


class Inspector(QWidget):
    """Scene · Narration · Picture · Cut of what is selected, and the lecture as a whole."""

    seam_activated = Signal(str, QRect)
    """The panel of a change is wanted: the scene behind it and a place on the screen."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.several = QLabel()
        self.several.setProperty("role", "strong")
        self.several.setContentsMargins(theme.GRID * 2, theme.GRID, theme.GRID, 4)
        self.scene, self.narration = SceneSection(hub), NarrationSection(hub)
        self.picture, self.cut, self.lecture = PictureSection(hub), CutSection(hub), LectureSection(hub)
        self.comments = CommentsSection(hub)
        self.sections: tuple[Section, ...] = (
            self.scene,
            self.narration,
            self.picture,
            self.comments,
            self.cut,
            self.lecture,
        )
        self.cut.seam_activated.connect(self.seam_activated)
        self.setAccessibleName(self.tr("Inspector"))
        self._area = QScrollArea()
        self._area.setAccessibleName(self.tr("Inspector"))
        self._means: Means | None = None
        self._ids: tuple[str, ...] = ()
        """The scenes that are shown."""
        self._lay_out()
        session = hub.session
        session.opened.connect(self._opened)
        session.selection_changed.connect(self._show)
        session.history_changed.connect(self._show)
        session.changed.connect(self._changed)
        hub.workbench.timeline_changed.connect(self._show_voices)
        self._show()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, theme.GRID, 0, theme.GRID)
        column.setSpacing(0)
        column.addWidget(self.several)
        self.sections[0].line.hide()
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self.setMinimumWidth(264)

    def _opened(self) -> None:
        discard(self)
        self._ids = ()
        self._show()

    def _changed(self, before: Lecture, after: Lecture) -> None:
        self._show()

    def _shown(self) -> Shown | None:
        session = self._hub.session
        lecture, scene = session.lecture, session.scene
        if lecture is None or scene is None:
            return None
        selection = frozenset(session.selection)
        chosen = tuple(each for each in lecture.scenes if each.id in selection)
        scenes = chosen if scene in chosen else (scene,)
        return Shown(lecture, scenes, scene, not session.read_only)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What changed while the pane was hidden is shown now."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        if not self.isVisible():
            return  # who types with the inspector closed does not pay for it
        shown = self._shown()
        if shown is not None and self._ids and shown.ids != self._ids:
            settle(self)  # what is half typed counts, for the scenes it was typed for
            shown = self._shown()
        self._ids = () if shown is None else shown.ids
        self._area.setVisible(shown is not None)
        if shown is None:
            return
        self.several.setVisible(shown.several)
        self.several.setText(self.tr("%n scene(s) selected", "", len(shown.scenes)))
        for section in self.sections:
            if shown != section.shown:
                section.show_values(shown)

    def _show_voices(self) -> None:
        """Languages can be chosen as soon as it is known which voices there are."""
        if self._hub.workbench.means is not self._means and self.narration.shown is not None:
            self._means = self._hub.workbench.means
            for section in (self.narration, self.lecture):
                if section.shown is not None:
                    section.show_values(section.shown)
