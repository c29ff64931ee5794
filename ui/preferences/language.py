"""Language: which one the program speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from ui.language import languages
from ui.preferences.page import Page

if TYPE_CHECKING:
    from ui.hub import Hub


class LanguagePage(Page):
    """Views read their words once, so another language comes with the next start; the page says so."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self.title(self.tr("Language"))
        self.note(self.tr("The language of the program. A lecture’s own languages are found from its words."))
        self.buttons: dict[str, QRadioButton] = {"system": QRadioButton(self.tr("As the system"))}
        for language in languages.LANGUAGES:
            self.buttons[language.tag] = QRadioButton(language.name)
        self._at_start = languages.current().tag
        self._group = QButtonGroup(self)
        wanted = hub.settings.language
        for tag, button in self.buttons.items():
            button.setChecked(tag == wanted)
            button.clicked.connect(lambda _, tag=tag: self._choose(tag))
            self._group.addButton(button)
            self.add(button)
        if self._group.checkedButton() is None:
            self.buttons["system"].setChecked(True)
        self.restart = self.note(self.tr("The new language comes with the next start of the program."))
        self.restart.setProperty("role", "warning")
        self.restart.hide()
        self.end()

    def _choose(self, tag: str) -> None:
        self.hub.settings.language = tag
        named = next((language for language in languages.LANGUAGES if language.tag == tag), None)
        coming = named or languages.of_system(QLocale.system().uiLanguages())
        self.restart.setVisible(coming.tag != self._at_start)
