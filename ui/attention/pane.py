"""The pane with the list of what needs a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import attention_items as items
from ui.attention import texts
from ui.attention_items import Item, Kind, Known
from ui.controls.lines import LineList
from ui.look import theme

if TYPE_CHECKING:
    from ui.hub import Hub

WAIT_MS = 300
"""After the last change, so that who types is not followed letter by letter."""


class AttentionPane(QWidget):
    """One list, grouped by kind; choosing a line leads to its place."""

    count_changed = Signal(int)
    """How many lines there are."""
    items_changed = Signal()
    """Other things need attention."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.items: tuple[Item, ...] = ()
        self._running = self._again = False
        self._whole: set[Kind] = set()
        self.list = LineList(self)
        self.list.setAccessibleName(self.tr("Needs attention"))
        self.list.setAccessibleDescription(self.tr("Choose a line to go to its place."))
        self.list.chosen.connect(self._choose)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._nothing())
        self._layers.addWidget(self.list)
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self._find)
        session, bench = hub.session, hub.workbench
        for tell in (session.changed, bench.timeline_changed, bench.findings_changed):
            tell.connect(self._wait)
        hub.documents.reviewed_changed.connect(self._find)
        session.opened.connect(self._opened)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def _nothing(self) -> QWidget:
        page = QWidget()
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        line = QLabel(self.tr("Nothing needs attention"), alignment=Qt.AlignmentFlag.AlignCenter)
        line.setProperty("role", "strong")
        more = QLabel(
            self.tr("Long silences, replaced fonts, notes that look private and the like are listed here."),
            alignment=Qt.AlignmentFlag.AlignCenter,
            wordWrap=True,
        )
        more.setProperty("role", "muted")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        for label in (self._icon, line, more):
            column.addWidget(label)
        column.addStretch(2)
        return page

    def _paint_icon(self) -> None:
        self._icon.setPixmap(theme.icon("check-circle", "success").pixmap(32, 32))

    def _wait(self, *_: object) -> None:
        self._soon.start()

    def _opened(self) -> None:
        self._soon.stop()
        self._whole.clear()
        self._show(())
        self._find()

    def _find(self) -> None:
        """Look at the lecture as it is now, in a thread."""
        lecture = self._hub.session.lecture
        if lecture is None:
            return
        if self._running:
            self._again = True
            return
        self._running = True
        known = self._known()
        self._hub.tasks.start(
            lambda _: (lecture, items.find(lecture, known)),
            lambda found: self._found(*found),
            ended=self._ended,
        )

    def _known(self) -> Known:
        session, bench = self._hub.session, self._hub.workbench
        lecture, history = session.lecture, session.history
        assert lecture is not None
        assert history is not None
        scenes = {scene.id: bench.scene(scene.id) for scene in lecture.scenes}
        drawn = {scene_id: bench.records.get(found.page) for scene_id, found in scenes.items() if found.page}
        return Known(
            bench.timeline,
            scenes,
            {scene_id: record for scene_id, record in drawn.items() if record is not None},
            bench.means,
            session.report,
            (history.start, *(step.lecture for step in history.steps[: history.done])),
            self._hub.documents.reviewed,
        )

    def _ended(self) -> None:
        if not isValid(self):
            return
        self._running = False
        if self._again:
            self._again = False
            self._find()

    def _found(self, lecture: object, found: tuple[Item, ...]) -> None:
        now = self._hub.session.lecture
        if not isValid(self) or now is None or (lecture is not now and self._again):
            return
        there = {"", *(scene.id for scene in now.scenes)}
        self._show(tuple(item for item in found if item.scene in there))

    def _show(self, found: tuple[Item, ...]) -> None:
        lecture = self._hub.session.lecture
        count_changed, items_changed = len(found) != len(self.items), found != self.items
        self.items = found
        self.list.show_lines(texts.lines_of(found, lecture, self._whole) if lecture is not None else ())
        self._layers.setCurrentIndex(1 if found else 0)
        if count_changed:
            self.count_changed.emit(len(found))
        if items_changed:
            self.items_changed.emit()

    def _choose(self, target: Item | Kind) -> None:
        if not isinstance(target, Item):
            row = self.list.currentIndex().row()
            self._whole.add(target)
            self._show(self.items)
            self.list.choose_row(row)
        elif target.scene:
            self._go_to(target)

    def _go_to(self, item: Item) -> None:
        session = self._hub.session
        scene = self._next_place(item)
        session.select((scene,), scene)
        if item.kind == "cut":
            session.select_seam(scene)
        if item.frame is not None:
            self._hub.playback.seek(item.frame)

    def _next_place(self, item: Item) -> str:
        """The scene of an item; of several ones the one behind the current scene."""
        places = (item.scene, *item.others)
        current = self._hub.session.current
        return places[(places.index(current) + 1) % len(places)] if current in places else places[0]
