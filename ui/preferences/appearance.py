"""Appearance: light or dark, and whether anything moves by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from ui.preferences.page import Page

if TYPE_CHECKING:
    from ui.hub import Hub
    from ui.look import theme


class AppearancePage(Page):
    """A click changes the whole program at once."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self.title(self.tr("Appearance"))
        self.section(self.tr("Theme"))
        self.themes: dict[theme.Choice, QRadioButton] = {
            "system": QRadioButton(self.tr("As the system")),
            "light": QRadioButton(self.tr("Light")),
            "dark": QRadioButton(self.tr("Dark")),
        }
        self._group = QButtonGroup(self)
        for choice, button in self.themes.items():
            button.setChecked(hub.settings.theme == choice)
            button.clicked.connect(partial(self._choose, choice))
            self._group.addButton(button)
            self.add(button)
        self.section(self.tr("Motion"))
        self.calm = QCheckBox(self.tr("Reduce motion"))
        self.calm.setChecked(hub.settings.reduce_motion)
        self.calm.toggled.connect(self._calm)
        self.add(self.calm)
        note = self.note(
            self.tr(
                "Nothing in the window moves by itself, and new lectures use fades only: "
                "nothing in their videos slides, zooms or travels."
            )
        )
        self.calm.setAccessibleDescription(note.text())
        self.end()

    def _choose(self, choice: theme.Choice, _: bool = True) -> None:
        self.hub.settings.theme = choice

    def _calm(self, on: bool) -> None:
        self.hub.settings.reduce_motion = on
