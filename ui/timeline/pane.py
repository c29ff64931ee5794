"""The pane around the timeline: its buttons, and a line that says what is under the pointer or has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.controls.elided import ElidedLabel
from ui.look import theme
from ui.timeline.scaled import ZOOM_STEP
from ui.timeline.view import TimelineView

if TYPE_CHECKING:
    from ui.hub import Hub


class TimelinePane(QWidget):
    """The whole lecture in time: scenes, changes, narration, captions."""

    seam_activated = Signal(str, QRect)
    """A scene whose incoming seam shall be shown in detail, and where it stands on the screen."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Timeline"))
        self.view = TimelineView(hub)
        self.names = RowNames(self.view)
        self.hint = ElidedLabel("muted")
        self.view.hinted.connect(self.hint.say)
        self.view.seam_activated.connect(self.seam_activated)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.names)
        body.addWidget(self.view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._bar())
        whole.addLayout(body, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(4)
        self.snap = self._button("magnet", self.tr("Snap to changes, sentences and the playhead"))
        self.snap.setCheckable(True)
        self.snap.setChecked(True)
        self.snap.toggled.connect(self._set_snap)
        self.zoom_out = self._button("zoom-out", self.tr("Show more of the lecture"), "−")
        self.zoom_out.clicked.connect(lambda: self.view.zoom(1 / ZOOM_STEP))
        self.zoom_in = self._button("zoom-in", self.tr("Show less, but larger"), "+")
        self.zoom_in.clicked.connect(lambda: self.view.zoom(ZOOM_STEP))
        self.fit = self._button("maximize", self.tr("Show the whole lecture"), "0")
        self.fit.clicked.connect(self.view.fit)
        for button in (self.snap, self.zoom_out, self.zoom_in, self.fit):
            bar.addWidget(button)
        bar.addSpacing(8)
        bar.addWidget(self.hint, 1)
        return bar

    def _button(self, icon: str, name: str, key: str = "") -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(20, 20))
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})" if key else name)
        return button

    def _set_snap(self, snaps: bool) -> None:
        self.view.gestures.snap = snaps


class RowNames(QWidget):
    """The names of the rows, left of them."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__()
        self._view = view
        self._rows = (
            ("scenes", "film", self.tr("Scenes")),
            ("speech", "audio-lines", self.tr("Narration")),
            ("captions", "captions", self.tr("Captions")),
        )
        metrics = QFontMetrics(self.font())
        self.setFixedWidth(44 + max(metrics.horizontalAdvance(name) for _, _, name in self._rows))
        view.scaled.connect(self.update)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Each name in the middle of its row."""
        painter, colours = QPainter(self), theme.current()
        ruler = self._view.rows.scenes
        painter.fillRect(QRect(0, 0, self.width(), ruler), colours.raised)
        painter.setPen(colours.border)
        painter.drawLine(0, ruler - 1, self.width(), ruler - 1)
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        for row, icon, name in self._rows:
            top, height = self._view.rows.row(row)  # pyright: ignore[reportArgumentType]
            theme.icon(icon, "muted").paint(painter, QRect(8, top + (height - 16) // 2, 16, 16))
            painter.setPen(colours.muted)
            place = QRect(32, top, self.width() - 36, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
