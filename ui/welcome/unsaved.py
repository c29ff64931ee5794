"""Work that a crash left: what it is, and the two things one can do with it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.look import theme

if TYPE_CHECKING:
    from studio.recovery import Pending


class UnsavedCard(QFrame):
    """One journal. Discarding is asked for twice, as nothing brings it back."""

    recover = Signal()
    discard = Signal()

    def __init__(self, journal: Pending, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "warning")
        self._icon = QLabel()
        theme.changed.connect(self._paint_icon)
        self._paint_icon()
        name = journal.title or self.tr("Untitled")
        self.text = QLabel(
            self.tr("Unsaved changes of “{name}” from {time}").format(
                name=" ".join(name.split()), time=self._time(journal)
            ),
            wordWrap=True,
        )
        self.text.setProperty("role", "strong")
        self.more = QLabel(self._more(journal), wordWrap=True)
        self.recover_button = QPushButton(self.tr("Recover"))
        self.recover_button.setProperty("primary", True)
        self.discard_button = QPushButton(self.tr("Discard…"))
        self.keep_button = QPushButton(self.tr("Keep"))
        self.sure_button = QPushButton(self.tr("Discard for good"))
        self.sure_button.setProperty("danger", True)
        self.recover_button.clicked.connect(self.recover)
        self.discard_button.clicked.connect(lambda: self._ask(True))
        self.keep_button.clicked.connect(lambda: self._ask(False))
        self.sure_button.clicked.connect(self.discard)
        for button in (self.recover_button, self.discard_button, self.keep_button, self.sure_button):
            button.setAccessibleDescription(self.text.text())
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.text)
        words.addWidget(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addSpacing(4)
        row.addLayout(words, 1)
        for button in (self.keep_button, self.sure_button, self.discard_button, self.recover_button):
            row.addWidget(button)
        self._ask(False)

    def _paint_icon(self) -> None:
        self._icon.setPixmap(theme.icon("history", "warning").pixmap(20, 20))

    def _ask(self, sure: bool) -> None:
        for button in (self.keep_button, self.sure_button):
            button.setVisible(sure)
        for button in (self.recover_button, self.discard_button):
            button.setVisible(not sure)
        if sure:
            self.keep_button.setFocus()

    def _time(self, journal: Pending) -> str:
        moment = journal.time.astimezone()
        clock = moment.strftime("%H:%M")
        if moment.date() == datetime.now().astimezone().date():
            return clock
        day = QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)  # pyright: ignore
        return f"{day} {clock}"

    def _more(self, journal: Pending) -> str:
        """What one should know before choosing."""
        if journal.source is None:
            return self.tr("It was never saved.")
        if not journal.found:
            return self.tr("Its file is no longer at {path}.").format(path=journal.source)
        if not journal.newer:
            return self.tr("The file was saved later than these changes.")
        if journal.changed_elsewhere:
            return self.tr(
                "Somebody else changed the file meanwhile; saving will ask before it writes over that."
            )
        return str(journal.source)
