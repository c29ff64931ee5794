"""The panes of the editor: storyboard, preview and script always; inspector and timeline as they were left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QToolButton, QVBoxLayout, QWidget

from ui.attention import AttentionPane
from ui.changes import ChangesPane
from ui.import_card import ImportCard
from ui.inspector import Inspector
from ui.jobs.pane import JobsPane
from ui.preview import Preview
from ui.script import ScriptPane
from ui.seam.panel import SeamPanel
from ui.storyboard import Storyboard
from ui.timeline import TimelinePane

if TYPE_CHECKING:
    from ui.hub import Hub

_SHOWN = frozenset({"no-words", "private", "cut", "font"})
"""Kinds of what needs attention that a card has marks of its own for, or that concern nearly every card."""


class EditorPage(QWidget):
    """All panes, and over them the panel of a seam and the card after an import."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.storyboard, self.preview, self.script = Storyboard(hub), Preview(hub), ScriptPane(hub)
        self.timeline, self.inspector = TimelinePane(hub), Inspector(hub)
        self.attention, self.changes, self.jobs = AttentionPane(hub), ChangesPane(hub), JobsPane(hub)
        self.seam_panel, self.import_card = SeamPanel(hub, self), ImportCard(hub, self)
        self.side = self._side()
        self._across = self._splitter("across", Qt.Orientation.Horizontal)
        self._middle = self._splitter("middle", Qt.Orientation.Vertical)
        self._down = self._splitter("down", Qt.Orientation.Vertical)
        self._middle.addWidget(self.preview)
        self._middle.addWidget(self.script)
        self._across.addWidget(self.storyboard)
        self._across.addWidget(self._middle)
        self._across.addWidget(self.side)
        self._down.addWidget(self._across)
        self._down.addWidget(self.timeline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._down)
        self._share_out()
        self._wire()

    def save_layout(self) -> None:
        """Remember how the panes stand."""
        for splitter in (self._across, self._middle, self._down):
            self._hub.settings.set_layout(splitter.objectName(), splitter.saveState())

    def _side(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(self.tr("Side panes"))
        actions = self._hub.actions
        self._tabs = {
            actions.show_inspector: self.inspector,
            actions.show_attention: self.attention,
            actions.show_changes: self.changes,
            actions.show_jobs: self.jobs,
        }
        for title, pane in (
            (self.tr("Inspector"), self.inspector),
            (self.tr("Attention"), self.attention),
            (self.tr("Changes"), self.changes),
            (self.tr("Jobs"), self.jobs),
        ):
            tabs.addTab(pane, title)
        for arrow in tabs.tabBar().findChildren(QToolButton):  # shown where the tabs have no room
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tabs.setMinimumWidth(280)
        return tabs

    def _splitter(self, name: str, orientation: Qt.Orientation) -> QSplitter:
        splitter = QSplitter(orientation)
        splitter.setObjectName(name)
        splitter.setChildrenCollapsible(False)
        return splitter

    def _share_out(self) -> None:
        self._across.setSizes([280, 800, 320])
        self._across.setStretchFactor(1, 1)
        self._middle.setSizes([460, 260])
        self._middle.setStretchFactor(0, 2)
        self._middle.setStretchFactor(1, 1)  # the picture shall not alone give way to the timeline
        self._down.setSizes([600, 224])
        self._down.setStretchFactor(0, 1)
        for splitter in (self._across, self._middle, self._down):
            state = self._hub.settings.layout(splitter.objectName())
            if isinstance(state, QByteArray):
                splitter.restoreState(state)

    def _wire(self) -> None:
        actions, settings = self._hub.actions, self._hub.settings
        self.timeline.setVisible(settings.shown("timeline", False))
        actions.show_timeline.setChecked(settings.shown("timeline", False))
        actions.show_timeline.toggled.connect(self._show_timeline)
        self.side.setVisible(settings.shown("side", False))
        for action, pane in self._tabs.items():
            action.triggered.connect(lambda on, pane=pane: self._turn_to(pane if on else None))
        self.side.currentChanged.connect(lambda _: self._tell_side())
        self._tell_side()
        for view in (self.storyboard, self.timeline, self.changes, self.inspector):
            view.seam_activated.connect(self.open_seam)
        self.attention.items_changed.connect(self._mark_scenes)

    def _mark_scenes(self) -> None:
        """What the cards do not show by themselves is marked on them."""
        items = [item for item in self.attention.items if item.kind not in _SHOWN]
        self.storyboard.show_attention(frozenset(s for item in items for s in (item.scene, *item.others)))

    def open_seam(self, scene_id: str, place: QRect) -> None:
        """Show the panel of the seam before a scene beside a place on the screen."""
        self._hub.session.select_seam(scene_id)
        self.seam_panel.open_at(scene_id, place)

    def _show_timeline(self, shown: bool) -> None:
        self.timeline.setVisible(shown)
        self._hub.settings.set_shown("timeline", shown)
        if shown:
            self.timeline.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_to(self, pane: QWidget | None) -> None:
        """Show a side pane that was asked for; the next Tab goes into it, and no letter changes anything in it."""
        self._show_side(pane)
        if pane is not None:
            self.side.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_side(self, pane: QWidget | None) -> None:
        if pane is not None:
            self.side.setCurrentWidget(pane)
        self.side.setVisible(pane is not None)
        self._hub.settings.set_shown("side", pane is not None)
        self._tell_side()

    def _tell_side(self) -> None:
        shown = self.side.currentWidget() if not self.side.isHidden() else None
        for action, pane in self._tabs.items():
            action.setChecked(pane is shown)
