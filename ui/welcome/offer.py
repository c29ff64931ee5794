"""Offers unsaved work where nobody sees the welcome page: a file was opened at the start, or its own lecture is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.welcome.unsaved import UnsavedCard

if TYPE_CHECKING:
    from studio.recovery import Pending
    from ui.hub import Hub


class UnsavedDialog(QDialog):
    """The cards of the welcome page, over whatever is open."""

    def __init__(self, hub: Hub, journals: tuple[Pending, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.setWindowTitle(self.tr("Unsaved changes"))
        self.setMinimumWidth(600)
        line = QLabel(self.tr("The program ended unexpectedly, but nothing you did is lost."), wordWrap=True)
        later = QPushButton(self.tr("Later"))
        later.setToolTip(self.tr("They stay on the welcome page."))
        later.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(line)
        self.cards = tuple(UnsavedCard(journal) for journal in journals)
        for card, journal in zip(self.cards, journals, strict=True):
            card.recover.connect(lambda journal=journal: self._recover(journal))
            card.discard.connect(lambda journal=journal, card=card: self._discard(journal, card))
            column.addWidget(card)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(later)
        column.addLayout(foot)

    def _recover(self, journal: Pending) -> None:
        self.accept()
        self._hub.documents.recover(journal)

    def _discard(self, journal: Pending, card: UnsavedCard) -> None:
        self._hub.documents.discard(journal)
        card.hide()
        if all(other.isHidden() for other in self.cards):
            self.accept()


class UnsavedOffer(QObject):
    """Watches for unsaved work that concerns what is open, or that came to light while something is."""

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__(window)
        self._hub, self._window = hub, window
        self._seen: set[Pending] = set()
        """Stood on the welcome page, or in a dialog."""
        self.dialog: UnsavedDialog | None = None
        hub.documents.unsaved_changed.connect(self._found)
        hub.session.opened.connect(self._opened)

    def _found(self) -> None:
        unsaved, documents = self._hub.documents.unsaved, self._hub.documents
        if self._hub.session.lecture is not None or documents.opening is not None:
            self._offer(tuple(left for left in unsaved if left not in self._seen))
        self._seen.update(unsaved)

    def _opened(self) -> None:
        path = self._hub.session.path
        if path is not None:
            self._offer(tuple(left for left in self._hub.documents.unsaved if left.source == path))

    def _offer(self, journals: tuple[Pending, ...]) -> None:
        if journals and self.dialog is None:
            self.dialog = UnsavedDialog(self._hub, journals, self._window)
            self.dialog.finished.connect(self._done)
            self.dialog.open()

    def _done(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
