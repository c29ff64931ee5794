"""One job as a row: its title, how far it is, what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.language import words
from ui.language.sentences import told
from ui.look import theme
from ui.look.flow import FlowLayout
from ui.notices import show_details

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.hub import Hub
    from ui.tasks import Task

LINE = 32
"""Pixels of the first line of a row: its mark, its title, its button."""
TICK_MS = 1000
"""The time left is told anew so often."""


class JobRow(QFrame):
    """Any job. What only some kinds of jobs have is added by those who inherit."""

    def __init__(self, hub: Hub, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = task
        self._hub = hub
        self.setProperty("card", True)
        self.setAccessibleName(task.title)
        self.title = QLabel(task.title, wordWrap=True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("role", "strong")
        self.mark = QLabel()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(task.title)
        self.text = QLabel(wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setProperty("role", "small")
        self.text.setAccessibleName(self.tr("State of {title}").format(title=task.title))
        self.cancel = self._tool("x", self.tr("Cancel"), self._cancel)
        self.remove = self._tool("x", self.tr("Take out of the list"), lambda: hub.tasks.clear(task))
        self.middle, self._foot = QHBoxLayout(), FlowLayout(outdent=8)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.refresh)
        self._lay_out()
        self.details = self.add_button(self.tr("Details…"), self._show_details)
        task.changed.connect(self.refresh)

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None where that is not known."""
        progress = self.task.progress
        return None if progress is None or not progress.total else min(1.0, progress.done / progress.total)

    def add_button(self, text: str, do: Callable[[], object]) -> QPushButton:
        """One more thing that can be done with the job; hidden until `refresh` says otherwise."""
        button = QPushButton(text)
        button.setProperty("link", True)
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setAccessibleDescription(self.task.title)
        button.clicked.connect(lambda: do())
        button.hide()
        self._foot.addWidget(button)
        return button

    def refresh(self) -> None:
        """Show the job as it is now."""
        state = self.task.state
        running = state == "running"
        share = self.share
        if state == "failed":
            share = share or 0.0
        self.bar.setVisible(share is not None and state in ("running", "failed"))
        if share is not None:
            self.bar.setValue(round(share * 1000))
        if self.bar.property("state") != state:
            self.bar.setProperty("state", state)
            self.bar.style().polish(self.bar)
        self._show_mark()
        text = self.told()
        if text != self.text.text():
            self.text.setText(text)
        self.cancel.setVisible(running)
        self.cancel.setEnabled(not self.task.is_stopping)
        self.remove.setVisible(not running)
        error = self.task.error
        self.details.setVisible(error is not None and bool(error.details))
        if running != self._tick.isActive():
            self._tick.start() if running else self._tick.stop()

    def told(self) -> str:
        """Where the job is, in words."""
        task = self.task
        if task.is_stopping:
            return self.tr("Stopping…")
        if task.state == "done":
            return self.tr("Done")
        if task.state == "cancelled":
            return self.tr("Cancelled")
        if task.error is not None:
            return told(str(task.error))
        return self.running()

    def running(self) -> str:
        """What is being done just now."""
        progress, share = self.task.progress, self.share
        if progress is None:
            return self.tr("Starting…")
        parts = [told(progress.what)] if progress.what else []
        if share is not None:
            parts.append(words.share(share))
        return " · ".join(parts)

    def _show_mark(self) -> None:
        marks = {"done": ("check-circle", "success"), "failed": ("alert-triangle", "danger")}
        name, role = marks.get(self.task.state, ("", ""))
        self.mark.setVisible(bool(name))
        if name:
            self.mark.setPixmap(theme.icon(name, role).pixmap(16, 16))  # pyright: ignore[reportArgumentType]

    def _lay_out(self) -> None:
        self.mark.setFixedHeight(LINE)
        self.title.setContentsMargins(0, 7, 0, 7)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.middle.setSpacing(12)
        self.middle.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addLayout(self.middle)
        column.addLayout(self._foot)

    def _tool(self, icon: str, text: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(LINE, LINE)
        button.setToolTip(text)
        button.setAccessibleName(f"{text}: {self.task.title}")
        button.clicked.connect(lambda: do())
        return button

    def _cancel(self) -> None:
        self.task.cancel()
        self.refresh()

    def _show_details(self) -> None:
        if self.task.error is not None:
            show_details(self.task.error, self.window())
