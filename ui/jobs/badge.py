"""The jobs at a glance, for the tool bar: a ring that fills, a few words beside it; a click shows the pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from ui.language import words
from ui.look import theme

if TYPE_CHECKING:
    from ui.hub import Hub
    from ui.tasks import Task

SIDE = 18
"""Pixels of the ring; 3 of them are its line."""


class JobsBadge(QToolButton):
    """Nothing but an icon while nothing runs."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._watched: set[Task] = set()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        action = hub.actions.show_jobs
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow_action)
        hub.tasks.jobs_changed.connect(self._jobs_changed)
        hub.exporting.changed.connect(self._refresh)
        hub.exporting.moved.connect(self._refresh)
        theme.changed.connect(self._refresh)
        self._follow_action()
        self._jobs_changed()

    def share(self) -> float | None:
        """How much of all running jobs is done; None where none of them tells."""
        shares = [share for task in self._running() if (share := self._share(task)) is not None]
        return sum(shares) / len(shares) if shares else None

    def _running(self) -> list[Task]:
        return [task for task in self._hub.tasks.jobs if task.state == "running"]

    def _share(self, task: Task) -> float | None:
        export = self._hub.exporting.job(task)
        if export is not None:
            return export.share
        progress = task.progress
        return min(1.0, progress.done / progress.total) if progress is not None and progress.total else None

    def _jobs_changed(self) -> None:
        jobs = set(self._hub.tasks.jobs)
        for task in jobs - self._watched:
            task.changed.connect(self._refresh)
        self._watched = jobs
        self._refresh()

    def _refresh(self) -> None:
        running, share = self._running(), self.share()
        failed = sum(task.state == "failed" for task in self._hub.tasks.jobs)
        if running:
            text = words.share(share) if share is not None else str(len(running))
            said = self.tr("%n running", "", len(running))
            name = f"{said}, {text}" if share is not None else said
            self.setIcon(self._ring(share or 0.0))
        elif failed:
            text = name = self.tr("%n failed", "", failed)
            self.setIcon(theme.icon("alert-triangle", "danger"))
        else:
            text, name = "", self.tr("nothing is running")
            self.setIcon(theme.icon("loader"))
        if text != self.text():
            self.setText(text)
        self.setAccessibleName(self.tr("Jobs: {state}").format(state=name))
        tip = self._hub.actions.show_jobs.toolTip()
        self.setToolTip(f"{tip}\n{name}")

    def _ring(self, share: float) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(2, 2, SIDE - 4, SIDE - 4)
        colours = theme.current()
        painter.setPen(QPen(colours.border, 3))
        painter.drawEllipse(circle)
        painter.setPen(QPen(colours.accent, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(circle, 90 * 16, -round(max(share, 0.03) * 360 * 16))
        painter.end()
        return QIcon(pixmap)

    def _follow_action(self) -> None:
        action = self._hub.actions.show_jobs
        self.setChecked(action.isChecked())
        self.setEnabled(action.isEnabled())
