"""Privacy: what leaves this machine, which is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from studio.settings import cache_folder, models_folder, state_folder
from ui.preferences.page import Page, card, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.hub import Hub


class PrivacyPage(Page):
    """A few sentences, and where the program keeps things."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self.title(self.tr("Privacy"))
        self.add(label(self.tr("Nothing leaves this machine.")))
        self.note(
            self.tr(
                "Slides, words, recordings and videos are read, spoken and made here. The program opens no "
                "connection, counts nothing and reports nothing. Nothing is fetched unless you ask for it by name."
            )
        )
        self.note(
            self.tr(
                "Files of others are kept at a distance: what a deck links to outside is never opened, and "
                "paragraphs you made private are neither spoken nor captioned."
            )
        )
        self.section(self.tr("What is kept on this machine"))
        for title, folder in (
            (self.tr("Results that can be made again"), cache_folder()),
            (self.tr("Unsaved work, and the slides and recordings of open lectures"), state_folder()),
            (self.tr("Models that you installed"), models_folder()),
        ):
            frame, column = card()
            column.addWidget(label(title, "strong"))
            path = label(str(folder), "muted")
            path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            path.setAccessibleName(title)
            column.addWidget(path)
            self.add(frame)
        self.end()
