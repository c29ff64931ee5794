"""Starting from an outline: typed or pasted here, or in a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

LONGEST = 4 << 20
"""Characters; the importer reads no more."""


class OutlineDialog(QDialog):
    """Emits what to make a lecture of; whoever opened it does the rest."""

    written = Signal(str)
    """An outline in Markdown."""
    file_wanted = Signal()
    """The outline is in a file, which shall be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Start from an outline"))
        self.resize(640, 520)
        how = QLabel(
            self.tr(
                "Write or paste an outline. “# ” begins the title, “## ” a slide, “- ” a point;"
                " what stands behind “Notes:” is spoken."
            ),
            wordWrap=True,
        )
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Outline"))
        self.text.setPlaceholderText(self._example())
        self.text.setTabChangesFocus(True)
        self.make = QPushButton(self.tr("Make a lecture"))
        self.make.setProperty("primary", True)
        self.make.setDefault(True)
        self.file = QPushButton(self.tr("Choose a file…"))
        self.file.setToolTip(self.tr("Markdown, Word, text or OPML"))
        cancel = QPushButton(self.tr("Cancel"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.file)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(how)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        cancel.clicked.connect(self.reject)
        self.make.clicked.connect(self._make)
        self.file.clicked.connect(self._choose)
        self.text.textChanged.connect(self._refresh)
        self.text.setFocus()
        self._refresh()

    def _example(self) -> str:
        return self.tr(
            "# The water cycle\n\n## Where does rain come from?\n\n- The sun warms the sea\n"
            "- Water rises as vapour\n\n"
            "Notes: Every drop of rain was once in the sea. Let us follow one on its way."
        )

    def _refresh(self) -> None:
        self.make.setEnabled(0 < len(self.text.toPlainText().strip()) <= LONGEST)

    def _make(self) -> None:
        self.written.emit(self.text.toPlainText())
        self.accept()

    def _choose(self) -> None:
        self.accept()
        self.file_wanted.emit()
