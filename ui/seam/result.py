"""What the finished frames of a change were found to do, in a sentence; the figures on demand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from studio.delivered import kept
from studio.lecture import Level
from ui.language import figures
from ui.language.sentences import told
from ui.look import theme

if TYPE_CHECKING:
    from ui.cuts import Cut
    from ui.look.icons import Role

_ICON = QSize(16, 16)


class ResultView(QWidget):
    """ "Checked: …" or "Not yet checked", with the scores under Details."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self.sentence, self.scores = QLabel(), QLabel(), QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.scores.setProperty("role", "small")
        self.scores.setWordWrap(True)
        self.scores.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.scores.hide()
        self.details = QToolButton()
        self.details.setText(self.tr("Details"))
        self.details.setCheckable(True)
        self.details.setToolTip(self.tr("Show what was measured"))
        self.details.setAccessibleName(self.tr("Details of the check"))
        self.details.toggled.connect(lambda shown: self.scores.setVisible(shown))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0)
        grid.addWidget(self.sentence, 0, 1)
        grid.addWidget(self.details, 0, 2)
        grid.addWidget(self.scores, 1, 1, 1, 2)

    def show_cut(self, cut: Cut | None, checked: Mapping[str, Any] | None) -> None:
        """Show what is known now; `checked` is the record of the check."""
        sentence, icon, role = self._told(cut, checked)
        self.sentence.setText(sentence)
        self._icon.setPixmap(theme.icon(icon, role).pixmap(_ICON, self.devicePixelRatioF()))
        scores = checked.get("scores") if checked is not None else None
        measured = dict(scores) if isinstance(scores, Mapping) else {}
        if cut is None or cut.delivered < Level.HOLD:
            measured.pop("static_error", None)  # only from Hold on is it a promise that what is shared stays
        text = "\n".join(figures.lines(measured))
        self.details.setVisible(bool(text))
        self.scores.setText(text)
        self.scores.setVisible(bool(text) and self.details.isChecked())

    def _told(self, cut: Cut | None, checked: Mapping[str, Any] | None) -> tuple[str, str, Role]:
        if cut is None:
            return self.tr("The slides are still being compared."), "loader", "muted"
        if cut.choice.level is Level.CUT:
            return self.tr("A plain cut: there is nothing to check."), "info", "muted"
        if not cut.checked or checked is None:
            return self.tr("Not yet checked."), "loader", "muted"
        found = " ".join(told(sentence) for sentence in kept(checked)).replace("。 ", "。")
        return self.tr("Checked. {found}").format(found=found), "check-circle", "success"
