"""A fallback, told when the choice is made: what is asked for, what the video will show instead, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui import cuts
from ui.language.sentences import told
from ui.look import theme

if TYPE_CHECKING:
    from ui.cuts import Cut


class Notice(QFrame):
    """Seen only where the video shows something else than what is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "warning")
        self._icon, self._text = QLabel(), QLabel()
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def show_cut(self, cut: Cut | None) -> None:
        """Say what becomes of a change, if anything is to be said."""
        self.setVisible(cut is not None and cut.is_lowered)
        if cut is None or not cut.is_lowered:
            return
        icon = theme.icon("alert-triangle", "warning")
        self._icon.setPixmap(icon.pixmap(QSize(16, 16), self.devicePixelRatioF()))
        asked, shown = cuts.name(cut.choice.level, cut.choice.style), cuts.name(cut.delivered, cut.style)
        asks = {
            "deck": self.tr("The deck asks for {asked}; the video will show {shown}: {why}"),
            "author": self.tr("You chose {asked}; the video will show {shown}: {why}"),
        }.get(cut.choice.chosen_by, self.tr("{asked} is suggested; the video will show {shown}: {why}"))
        why = self.tr("; ").join(told(reason) for reason in cut.why)
        text = asks.format(asked=asked, shown=shown, why=why or self.tr("there is no way to draw it yet"))
        self._text.setText(text if text.endswith((".", "。")) else self.tr("{text}.").format(text=text))
