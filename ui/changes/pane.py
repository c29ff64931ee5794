"""The pane "Changes at a glance": a choice for all, their picture over time, the special ones in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio import edits
from studio.lecture import Lecture, Level
from ui.changes import told
from ui.changes.chart import Chart, corner
from ui.changes.glance import Glance, Seam, glance
from ui.changes.legend import Legend
from ui.controls.fields import WordsBox
from ui.language import words
from ui.look import theme

if TYPE_CHECKING:
    from ui.hub import Hub

LIST_HEIGHT = 144
"""Pixels of the list where the pane is low; then all of the pane scrolls."""
MOST_LINES = 200
"""Nobody reads more; what is only unchecked comes last, and all of it is counted above the chart."""
_SCENE = Qt.ItemDataRole.UserRole


class ChangesPane(QWidget):
    """Every change of the lecture, asked for and delivered, in one look."""

    seam_activated = Signal(str, QRect)
    """A scene whose incoming seam shall be shown in detail, and where it stands on the screen."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._glance = Glance()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Changes at a glance"))
        self.choice = self._choice_box()
        self.fades_only = QCheckBox(self.tr("Fades only"))
        self.fades_only.setToolTip(self.tr("Nothing slides, zooms or travels in any change"))
        self.chart = Chart()
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self.counts.setProperty("role", "strong")
        self.legend = Legend()
        self.heading = QLabel(self.tr("Worth a look"))
        self.heading.setProperty("role", "heading")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Changes worth a look"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("framed", True)
        self.heading.setBuddy(self.list)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "muted")
        self._lay_out()
        self._wire()
        self._refresh()

    def _choice_box(self) -> WordsBox:
        box = WordsBox()
        box.setAccessibleName(self.tr("All changes"))
        box.setToolTip(self.tr("For every change that you did not set yourself"))
        box.addItem(self.tr("Automatic"), -1)
        for level in Level:
            box.addItem(self.tr("All: {level}").format(level=_named(level)), int(level))
            box.setItemData(box.count() - 1, words.level_line(level), Qt.ItemDataRole.ToolTipRole)
        box.setMinimumContentsLength(12)
        return box

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.choice, 1)
        choices.addWidget(self.fades_only)
        column.addLayout(choices)
        for part in (self.counts, self.chart, self.legend):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.heading)
        self.list.setMinimumHeight(LIST_HEIGHT)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _wire(self) -> None:
        hub = self._hub
        self.choice.activated.connect(self._set_level)
        self.fades_only.clicked.connect(self._set_fades_only)
        self.chart.activated.connect(self._open_mark)
        self.list.itemActivated.connect(self._open_line)
        self.list.itemClicked.connect(self._open_line)
        for signal in (
            hub.session.opened,
            hub.session.changed,
            hub.session.history_changed,
            hub.workbench.findings_changed,
            hub.workbench.timeline_changed,
        ):
            signal.connect(self._wait)
        hub.session.selection_changed.connect(self._select)

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Nothing is worked out while nobody sees it."""
        super().showEvent(event)  # pyright: ignore[reportArgumentType]
        self._refresh()

    def _wait(self, *_: object) -> None:
        """One edit is told by several signals; what takes long is worked out once."""
        self._show_choices(self._hub.session.lecture)
        self._soon.start()

    def _refresh(self) -> None:
        if not self.isVisible() and self.parent() is not None:
            return
        lecture, timeline = self._hub.session.lecture, self._hub.workbench.timeline
        known = lecture is not None and timeline is not None
        self._show_choices(lecture)
        self._glance = (
            glance(lecture, timeline, self._hub.workbench.scene)
            if lecture is not None and timeline is not None
            else Glance()
        )
        self.chart.show_changes(self._glance)
        self._show_list()
        self._show_state(known, lecture)

    def _show_choices(self, lecture: Lecture | None) -> None:
        writable = lecture is not None and not self._hub.session.read_only
        self.choice.setEnabled(writable)
        self.fades_only.setEnabled(writable)
        level = None if lecture is None else lecture.choices.level
        self.choice.setCurrentIndex(self.choice.findData(-1 if level is None else int(level)))
        self.fades_only.setChecked(lecture is not None and lecture.choices.fades_only)

    def _show_state(self, known: bool, lecture: Lecture | None) -> None:
        seams = bool(self._glance.seams)
        self.counts.setText(told.counts(self._glance))
        for part in (self.counts, self.chart, self.legend):
            part.setVisible(seams)
        lines = self.list.count() > 0
        self.heading.setVisible(seams and lines)
        self.list.setVisible(seams and lines)
        self.empty.setVisible(not (seams and lines))
        self.empty.setText(self._nothing(known and seams, lecture))

    def _nothing(self, has_seams: bool, lecture: Lecture | None) -> str:
        if has_seams:
            return self.tr("Every change is as suggested, and shows what was asked for.")
        if lecture is None:
            return self.tr("Import slides to see how they change.")
        if len(lecture.scenes) < 2:
            return self.tr("A lecture of one scene has no changes.")
        return self.tr("The slides are still being compared.")

    def _show_list(self) -> None:
        seams = self._glance.exceptional[:MOST_LINES]
        kept = self.list.currentItem()
        at = kept.data(_SCENE) if kept else ""
        lines = [(seam.scene, f"{told.headline(seam)}\n{told.line(seam)}") for seam in seams]
        before = [(item.data(_SCENE), item.text()) for item in map(self.list.item, range(self.list.count()))]
        if lines == before:
            return
        self.list.clear()
        for seam, (scene, text) in zip(seams, lines, strict=True):
            item = QListWidgetItem(text)
            item.setData(_SCENE, scene)
            item.setIcon(theme.icon(*_ICONS[seam.why or "fell"]))
            item.setToolTip(told.whole(seam))
            self.list.addItem(item)
            if scene == at:
                self.list.setCurrentItem(item)
        self.list.setIconSize(QSize(16, 16))

    def _select(self) -> None:
        if self._hub.session.seam:
            self.chart.choose(self._hub.session.seam)

    def _open_mark(self, scene_id: str) -> None:
        seam = self._seam(scene_id)
        if seam is not None:
            point, size = corner(self.chart, seam)
            self._open(scene_id, QRect(point, size))

    def _open_line(self, item: QListWidgetItem) -> None:
        place = self.list.visualItemRect(item)
        point = self.list.viewport().mapToGlobal(place.topLeft())
        self._open(str(item.data(_SCENE)), QRect(point, place.size()))

    def _open(self, scene_id: str, place: QRect) -> None:
        self._hub.session.select((scene_id,), scene_id)
        self._hub.session.select_seam(scene_id)
        self.seam_activated.emit(scene_id, place)

    def _seam(self, scene_id: str) -> Seam | None:
        return next((seam for seam in self._glance.seams if seam.scene == scene_id), None)

    def _set_level(self, index: int) -> None:
        number = self.choice.itemData(index)
        level = None if number < 0 else Level(number)
        self._hub.session.edit("set-lecture-level", lambda lecture: edits.set_lecture_level(lecture, level))

    def _set_fades_only(self, only: bool) -> None:
        self._hub.session.edit("set-fades-only", lambda lecture: edits.set_fades_only(lecture, only))


_ICONS: dict[str, tuple[str, theme.icons.Role]] = {
    "fell": ("alert-triangle", "warning"),
    "by hand": ("hand", "muted"),
    "unchecked": ("clock", "muted"),
}


def _named(level: Level) -> str:
    return f"{int(level)} {words.level_name(level)}"
