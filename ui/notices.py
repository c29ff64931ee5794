"""The bar that tells what could not be done, in one sentence, where it disturbs nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.language.sentences import told
from ui.look import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.errors import StudioError

QUIET_AFTER_MS = 12_000


class NoticeBar(QFrame):
    """Shows one notice at a time; the last one wins. It goes by itself unless it has details or is pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "warning")
        self._text = QLabel(wordWrap=True)
        self._text.setAccessibleName(self.tr("Notice"))
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._icon = QLabel()
        self._details = QPushButton(self.tr("Details…"))
        self._details.setProperty("link", True)
        self._offer = QPushButton()
        self._offer.setProperty("link", True)
        self._do: Callable[[], object] = self.hide
        self._dismiss = QPushButton(self.tr("Dismiss"))
        self._dismiss.setProperty("link", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._offer)
        row.addWidget(self._details)
        row.addWidget(self._dismiss)
        self._error: StudioError | None = None
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_AFTER_MS)
        self._quiet.timeout.connect(self._tidy)
        self._offer.clicked.connect(self._take_offer)
        self._details.clicked.connect(self._show_details)
        self._dismiss.clicked.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; "" while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_error(self, error: StudioError) -> None:
        """Tell an error in the user's language, with its details a click away."""
        self._say(told(str(error)), "warning", "alert-triangle")
        self._error = error
        self._details.setVisible(bool(error.details))

    def show_text(self, text: str) -> None:
        """Tell something that is no error; `text` is in the user's language."""
        self._say(text, "info", "info")

    def offer(self, label: str, do: Callable[[], object]) -> None:
        """Put a button beside what is told now, which does something about it."""
        self._do = do
        self._offer.setText(label)
        self._offer.show()

    def _take_offer(self) -> None:
        self.hide()
        self._do()

    def _say(self, text: str, notice: str, icon: str) -> None:
        self.setProperty("notice", notice)
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        self._icon.setPixmap(theme.icon(icon).pixmap(16, 16))
        self._error = None
        self._details.hide()
        self._offer.hide()
        self.show()
        self._quiet.start()

    def _tidy(self) -> None:
        if self.underMouse() or not self._details.isHidden():
            self._quiet.start()
        else:
            self.hide()

    def _show_details(self) -> None:
        if self._error is not None:
            show_details(self._error, self.window())


def show_details(error: StudioError, parent: QWidget | None) -> None:
    """A dialog with an error's sentence and all that is known of it, to be copied into a report."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("Notices", "Details"))
    dialog.resize(640, 400)
    sentence = QLabel(told(str(error)), wordWrap=True)
    details = QPlainTextEdit(error.details, readOnly=True)
    details.setAccessibleName(QCoreApplication.translate("Notices", "Details"))
    close = QPushButton(QCoreApplication.translate("Notices", "Close"))
    close.clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(12)
    column.addWidget(sentence)
    column.addWidget(details, 1)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    column.addLayout(row)
    dialog.open()
