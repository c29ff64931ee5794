"""The report of an export: what was requested and delivered at every change, and why."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from studio.errors import StudioError
from studio.whole_file import whole_file
from ui.language import figures, words
from ui.language.sentences import told
from ui.look import theme

if TYPE_CHECKING:
    from renderers.export import CutReport
    from studio.lecture import Lecture
    from ui.exporting import Saved
    from ui.hub import Hub


def as_json(saved: Saved) -> str:
    """The report for other programs; names of files without their folders, which are nobody's business."""
    outcome = saved.outcome
    told_values: dict[str, Any] = {
        "files": [path.name for path in outcome.files],
        "seconds": round(float(outcome.timeline.seconds), 3),
        "bytes": saved.size,
        "cuts": [asdict(cut) for cut in outcome.cuts],
        "remarks": list(outcome.remarks),
    }
    return json.dumps(told_values, ensure_ascii=False, indent=2)


class ReportDialog(QDialog):
    """A table of all changes; the figures of the chosen one stand below it."""

    def __init__(self, hub: Hub, lecture: Lecture, saved: Saved, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._saved = hub, saved
        self._numbers = {scene.id: number for number, scene in enumerate(lecture.scenes, 1)}
        self.setWindowTitle(self.tr("Report on {name}").format(name=saved.outcome.files[0].name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 560)
        self.summary = QLabel(self._summary(), wordWrap=True)
        self.table = self._table()
        self.details = QPlainTextEdit(readOnly=True)
        self.details.setAccessibleName(self.tr("Figures of the chosen change"))
        self.details.setMaximumHeight(140)
        self.copy = QPushButton(self.tr("Copy as JSON"))
        self.save = QPushButton(self.tr("Save as JSON…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._state = QLabel()
        self._state.setProperty("role", "muted")
        self._lay_out()
        self.table.currentCellChanged.connect(lambda row, *_: self._show(row))
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_file)
        self.close_button.clicked.connect(self.accept)
        if saved.outcome.cuts:
            fell = (row for row, cut in enumerate(saved.outcome.cuts) if cut.fell)
            self.table.setCurrentCell(next(fell, 0), 0)

    def _summary(self) -> str:
        cuts = self._saved.outcome.cuts
        fallen = sum(bool(cut.fell) for cut in cuts)
        text = self.tr("%n change(s).", "", len(cuts))
        if fallen:
            text += " " + self.tr("%n came simpler than asked for.", "", fallen)
        else:
            text += " " + self.tr("All came as asked for.")
        return "\n".join((text, *(told(remark) for remark in self._saved.outcome.remarks)))

    def _table(self) -> QTableWidget:
        cuts = self._saved.outcome.cuts
        table = QTableWidget(len(cuts), 4)
        table.setAccessibleName(self.tr("Changes"))
        table.setProperty("framed", True)
        table.setHorizontalHeaderLabels(
            [self.tr("Change to"), self.tr("Asked for"), self.tr("Delivered"), self.tr("Why")]
        )
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for row, cut in enumerate(cuts):
            for column, text in enumerate(self._cells(cut)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if cut.fell and column == 2:
                    item.setIcon(theme.icon("alert-triangle", "warning"))
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.resizeSection(0, 240)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _cells(self, cut: CutReport) -> tuple[str, str, str, str]:
        number = self._numbers.get(cut.scene)
        title = " ".join(cut.title.split())
        why = "; ".join(told(sentence) for sentence in cut.fell) or told(cut.reason)
        return (
            title if number is None else f"{number}  {title}",
            _level(cut.requested),
            _level(cut.delivered),
            why,
        )

    def _show(self, row: int) -> None:
        cuts = self._saved.outcome.cuts
        if not 0 <= row < len(cuts):
            return
        cut = cuts[row]
        lines = [
            self.tr("Asked for: {level} ({why})").format(level=_level(cut.requested), why=told(cut.reason))
        ]
        lines += [self.tr("Fell: {why}").format(why=told(sentence)) for sentence in cut.fell]
        lines += figures.lines(cut.scores or {})
        self.details.setPlainText("\n".join(lines))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.copy, self.save, self._state):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.close_button.setDefault(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_json(self._saved))
        self._state.setText(self.tr("Copied"))

    def _ask_file(self) -> None:
        video = self._saved.outcome.files[0]
        dialog = QFileDialog(self, self.tr("Save report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.setNameFilter("JSON (*.json)")
        dialog.setDirectory(str(video.parent))
        dialog.selectFile(f"{video.stem}.report.json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the report into a file; what comes of it is told beside the buttons."""
        text = as_json(self._saved)

        def work(_: object) -> None:
            try:
                with whole_file(path) as temporary:
                    temporary.write_text(text, encoding="utf-8")
            except OSError as error:
                raise StudioError(
                    f"“{path.name}” could not be written ({error.strerror or error}); choose another place."
                ) from error

        def say(text: str) -> None:
            if isValid(self):  # it may be closed before the disk is done
                self._state.setText(text)

        saved = self.tr("Saved {name}").format(name=path.name)
        self._hub.tasks.start(work, lambda _: say(saved), lambda error: say(told(str(error))))


def _level(level: int) -> str:
    return f"{level}  {words.level_name(level)}"
