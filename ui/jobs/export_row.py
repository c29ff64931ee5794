"""An export as a row: the slide at work, how fast it goes, and in the end what came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from ui import desktop
from ui.jobs.report import ReportDialog
from ui.jobs.row import JobRow
from ui.language import words
from ui.language.sentences import told

if TYPE_CHECKING:
    from ui.exporting import ExportJob, Saved
    from ui.hub import Hub
    from ui.tasks import Task

PICTURE = QSize(96, 54)


class ExportRow(JobRow):
    """A video that is being made, waits to be made or was made."""

    def __init__(self, hub: Hub, task: Task, job: ExportJob, parent: QWidget | None = None) -> None:
        super().__init__(hub, task, parent)
        self.job = job
        self._page = ""
        self.picture = QLabel()
        self.picture.setFixedSize(PICTURE)
        self.picture.setAccessibleName(self.tr("Slide at work"))
        self.picture.hide()
        self.middle.insertWidget(0, self.picture, 0, Qt.AlignmentFlag.AlignTop)
        self.open = self.add_button(self.tr("Open"), self._open)
        self.show_folder = self.add_button(self.tr("Show in folder"), self._show_folder)
        self.report = self.add_button(self.tr("Report…"), self._report)
        self.again = self.add_button(self.tr("Try again"), lambda: hub.exporting.again(job))
        job.changed.connect(self.refresh)
        hub.pictures.arrived.connect(self._picture_arrived)

    @property
    def share(self) -> float | None:
        """How much of the whole export is done."""
        return None if self.job.waiting else self.job.share

    def refresh(self) -> None:
        """Show the export as it is now."""
        super().refresh()
        state = self.task.state
        saved = self.job.saved
        for button in (self.open, self.show_folder, self.report):
            button.setVisible(saved is not None)
        self.again.setVisible(state in ("failed", "cancelled"))
        self._show_picture()

    def told(self) -> str:
        """Where the export is, or what came out."""
        saved = self.job.saved
        if self.task.state == "running" and not self.task.is_stopping and self.job.waiting:
            return self.tr("Waiting for the video before it")
        if self.task.state == "cancelled":
            return self.tr("Cancelled; nothing was left behind.")
        return super().told() if saved is None else self._result(saved)

    def running(self) -> str:
        """What is being done, how far it is, how long it still takes, how fast it goes."""
        parts = [super().running()]
        left, speed = self.job.left_s, self.job.speed
        if left is not None:
            parts.append(self.tr("{time} left").format(time=words.about(left)))
        if speed is not None:
            parts.append(self._times(speed))
        return " · ".join(parts)

    def _result(self, saved: Saved) -> str:
        name = saved.outcome.files[0].name
        length = words.clock(saved.outcome.timeline.seconds)
        if saved.outcome.unchanged:
            sentences = [
                self.tr("{name} ({length}) is up to date; nothing had to be made.").format(
                    name=name, length=length
                )
            ]
        else:
            text = self.tr("Saved {name} ({length}), {size}, {speed}.")
            sentences = [
                text.format(
                    name=name, length=length, size=words.size(saved.size), speed=self._times(saved.speed)
                )
            ]
        if saved.attention:
            sentences.append(self.tr("%n slide(s) may need attention.", "", saved.attention))
        sentences += [told(remark) for remark in saved.outcome.remarks]
        return " ".join(sentences)

    def _times(self, speed: float) -> str:
        figure = f"{speed:.0f}" if speed >= 9.95 else self.locale().toString(speed, "f", 1)
        return self.tr("{speed} × real time").format(speed=figure)

    def _show_picture(self) -> None:
        """The slide at work while it runs. It stays where the work has no place, so that nothing jumps."""
        progress = self.task.progress
        if self.task.state != "running":
            self.picture.hide()
            return
        if progress is not None and progress.where:
            self._page = self._hub.workbench.page_key(progress.where) or self._page
        ratio = self.devicePixelRatioF()
        image = self._hub.pictures.image(
            self._page, round(PICTURE.width() * ratio), round(PICTURE.height() * ratio)
        )
        if image is not None:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(ratio)
            self.picture.setPixmap(pixmap)
            self.picture.show()

    def _picture_arrived(self, page: str) -> None:
        if page == self._page:
            self._show_picture()

    def _open(self) -> None:
        if self.job.saved is not None:
            desktop.open_file(self.job.saved.outcome.files[0])

    def _show_folder(self) -> None:
        if self.job.saved is not None:
            desktop.show_in_folder(self.job.saved.outcome.files[0])

    def _report(self) -> None:
        if self.job.saved is not None:
            ReportDialog(self._hub, self.job.order.lecture, self.job.saved, self.window()).open()
