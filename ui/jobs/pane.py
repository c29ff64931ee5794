"""The pane of jobs: one list of all that runs or ran, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.jobs.export_row import ExportRow
from ui.jobs.row import JobRow

if TYPE_CHECKING:
    from ui.hub import Hub
    from ui.tasks import Task


class JobsPane(QWidget):
    """A row a job; jobs that have ended stay until they are taken away."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Jobs"))
        self._rows: dict[Task, JobRow] = {}
        self.empty = QLabel(
            self.tr("Nothing is running. Imports and videos being made appear here."), wordWrap=True
        )
        self.empty.setProperty("role", "muted")
        self.clear = QPushButton(self.tr("Clear finished"))
        self.clear.setProperty("link", True)
        self.clear.clicked.connect(lambda: hub.tasks.clear())
        self._lay_out()
        hub.tasks.jobs_changed.connect(self._arrange)
        hub.exporting.changed.connect(self._arrange)
        self._arrange()

    @property
    def rows(self) -> tuple[JobRow, ...]:
        """The rows as they stand, the latest job first."""
        return tuple(self._rows[task] for task in reversed(self._hub.tasks.jobs) if task in self._rows)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 0)
        head.addStretch(1)
        head.addWidget(self.clear)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(area, 1)

    def _arrange(self) -> None:
        jobs = self._hub.tasks.jobs
        for task in [task for task in self._rows if task not in jobs or not self._fits(task)]:
            row = self._rows.pop(task)
            row.hide()
            row.deleteLater()
        for task in jobs:
            if task not in self._rows:
                self._rows[task] = self._row(task)
                self._column.insertWidget(0, self._rows[task])
                self._rows[task].refresh()
        self.empty.setVisible(not jobs)
        self.clear.setVisible(any(task.state != "running" for task in jobs))

    def _row(self, task: Task) -> JobRow:
        export = self._hub.exporting.job(task)
        return JobRow(self._hub, task, self) if export is None else ExportRow(self._hub, task, export, self)

    def _fits(self, task: Task) -> bool:
        """Whether a job has the row of its kind: an export is known as one a moment after it stands in the list."""
        return isinstance(self._rows[task], ExportRow) == (self._hub.exporting.job(task) is not None)
