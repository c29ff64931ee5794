"""The welcome page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.controls.elided import ElidedLabel
from ui.documents.naming import OUTLINES
from ui.language.sentences import told
from ui.look import theme
from ui.welcome import recent
from ui.welcome.outline_dialog import OutlineDialog
from ui.welcome.recent import Recent, RecentList
from ui.welcome.starts import Start
from ui.welcome.thumbnails import Thumbnails
from ui.welcome.unsaved import UnsavedCard

if TYPE_CHECKING:
    from ui.hub import Hub

COLUMN = 900
"""Pixels; wider lines would have to be searched for their beginning."""
EDGE = recent.GAP + 2
"""The recent lessons need this much more to both sides, for the mark around the current one."""


class Welcome(QScrollArea):
    """What one sees first, and whenever no lecture is open."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards: tuple[UnsavedCard, ...] = ()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self.starts = self._make_starts()
        self.opening = self._make_opening()
        self.recent = RecentList()
        self.recent.opened.connect(hub.documents.open)
        self.recent.forgotten.connect(hub.settings.forget_recent)
        self._recent_title = QLabel(self.tr("Recent lessons"))
        self._recent_title.setProperty("role", "heading")
        self._lay_out()
        self._thumbnails = Thumbnails(hub, self)
        self._thumbnails.stored.connect(lambda _: self._look())
        self._look_soon = QTimer(self, singleShot=True, interval=0)
        self._look_soon.timeout.connect(self._look)
        hub.settings.changed.connect(self._setting_changed)
        hub.session.opened.connect(self._look_soon.start)
        hub.documents.unsaved_changed.connect(self._show_unsaved)
        hub.documents.opening_changed.connect(self._show_opening)
        self._show_recents(())
        self._show_unsaved()
        self._show_opening()
        self._look_soon.start()

    def start_outline(self) -> None:
        """Write an outline, or choose a file with one."""
        dialog = OutlineDialog(self.window())
        dialog.written.connect(self._hub.documents.open_text)
        dialog.file_wanted.connect(self._choose_outline)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("ground", "window")
        column = QWidget()
        column.setMaximumWidth(COLUMN)
        drop = QLabel(self.tr("Or drop a file anywhere: slides, a PDF, pictures, an outline or a lecture."))
        drop.setProperty("role", "muted")
        inside = QVBoxLayout()
        inside.setContentsMargins(EDGE, 0, EDGE, 0)
        inside.setSpacing(16)
        for part in (self._head(), self._cards, self.opening, self._row_of_starts(), drop):
            inside.addWidget(part) if isinstance(part, QWidget) else inside.addLayout(part)
        inside.addSpacing(8)
        inside.addWidget(self._recent_title)
        whole = QVBoxLayout(column)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(inside)
        whole.addWidget(self.recent)
        whole.addStretch(1)
        row = QHBoxLayout(page)
        row.setContentsMargins(24, 40, 24, 24)
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        self.setWidget(page)

    def _head(self) -> QHBoxLayout:
        icon = QLabel()
        icon.setPixmap(theme.app_icon().pixmap(56, 56))
        title = QLabel("Lecture Studio")
        title.setProperty("role", "title")
        line = QLabel(self.tr("Slides become a narrated, captioned video. Everything stays on this machine."))
        line.setProperty("role", "muted")
        line.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(icon)
        row.addLayout(words, 1)
        return row

    def _make_starts(self) -> tuple[Start, ...]:
        actions = self._hub.actions
        slides = Start(
            "presentation",
            self.tr("Import a PowerPoint…"),
            self.tr("Slides, notes, recordings and transitions come along."),
        )
        slides.clicked.connect(actions.import_file.trigger)
        outline = Start(
            "list", self.tr("Start from an outline…"), self.tr("Written here, or Markdown, Word, OPML.")
        )
        outline.clicked.connect(self.start_outline)
        sample = Start(
            "book-open", self.tr("Open the sample lesson"), self.tr("The water cycle, to try things on.")
        )
        sample.clicked.connect(actions.open_sample.trigger)
        lecture = Start("folder-open", self.tr("Open a lecture…"), self.tr("Go on with one that you saved."))
        lecture.clicked.connect(actions.open.trigger)
        return slides, outline, sample, lecture

    def _row_of_starts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for start in self.starts:
            row.addWidget(start, 1)
        return row

    def _make_opening(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("card", True)
        self._opening_text = ElidedLabel()
        self._opening_bar = QProgressBar()
        self._opening_bar.setAccessibleName(self.tr("Opening a file"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self._hub.documents.cancel_opening)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._opening_text)
        words.addWidget(self._opening_bar)
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        return frame

    def _show_opening(self) -> None:
        task = self._hub.documents.opening
        self.opening.setVisible(task is not None)
        for start in self.starts:
            start.setEnabled(task is None)
        if task is not None:
            task.changed.connect(self._show_progress)
            self._show_progress()

    def _show_progress(self) -> None:
        task = self._hub.documents.opening
        if task is None:
            return
        progress = task.progress
        self._opening_text.say(task.title if progress is None else told(progress.what))
        if progress is None or progress.total <= 1:
            self._opening_bar.setRange(0, 0)
        else:
            self._opening_bar.setRange(0, 1000)
            self._opening_bar.setValue(int(1000 * progress.done / progress.total))

    def _show_unsaved(self) -> None:
        for card in self.cards:
            self._cards.removeWidget(card)
            card.deleteLater()
        documents = self._hub.documents
        self.cards = tuple(UnsavedCard(journal) for journal in documents.unsaved)
        for card, journal in zip(self.cards, documents.unsaved, strict=True):
            card.recover.connect(lambda journal=journal: documents.recover(journal))
            card.discard.connect(lambda journal=journal: documents.discard(journal))
            self._cards.addWidget(card)

    def _setting_changed(self, name: str) -> None:
        if name == "recent":
            self._look_soon.start()

    def _look(self) -> None:
        """Look in a thread which of the recent files are there."""
        if self._hub.session.lecture is not None:
            return  # nobody sees it; it is looked at again when it is shown
        paths = self._hub.settings.recent
        self._hub.tasks.start(lambda _: recent.look(paths), self._show_recents)

    def _show_recents(self, recents: tuple[Recent, ...]) -> None:
        self._recent_title.setVisible(bool(recents))
        self.recent.setVisible(bool(recents))
        self.recent.show_recents(recents)

    def _choose_outline(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Start from an outline"))
        patterns = " ".join(f"*{suffix}" for suffix in OUTLINES)
        dialog.setNameFilters(
            [self.tr("Outlines ({patterns})").format(patterns=patterns), self.tr("All files (*)")]
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(str(self._hub.documents.folder))
        dialog.fileSelected.connect(lambda name: self._hub.documents.open(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
