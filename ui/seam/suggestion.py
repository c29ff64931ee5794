"""What the program suggests for a change and why, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import cuts
from ui.language.sentences import told

if TYPE_CHECKING:
    from studio.coherence import CutChoice
    from studio.lecture import Lecture
    from ui.cuts import Cut


class SuggestionRow(QWidget):
    """A sentence; where the author chose something else, a button that takes it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self.use = QPushButton(self.tr("Use suggestion"))
        self.use.setToolTip(self.tr("Take back what you chose here, pairs of objects too"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.use, 0, Qt.AlignmentFlag.AlignTop)

    def show_cut(
        self, cut: Cut | None, suggestion: CutChoice | None, lecture: Lecture, read_only: bool
    ) -> None:
        """Show what is suggested now (None: not known yet)."""
        by_hand = cut is not None and cut.by_hand
        self.use.setEnabled(by_hand and not read_only)
        self.use.setVisible(by_hand)
        self._text.setVisible(suggestion is not None)
        if suggestion is None:
            return
        name = cuts.name(suggestion.level, suggestion.style)
        text = self.tr("Suggested: {name}. {reason}.").format(name=name, reason=told(suggestion.reason))
        if suggestion.suggestion:
            text = self.tr("{text} {tip}.").format(text=text, tip=told(suggestion.suggestion))
        if lecture.choices.level is not None and not by_hand:
            text = self.tr("{text} You chose one level for the whole lecture.").format(text=text)
        self._text.setText(text)
