"""A row for each language: which voice speaks it, and a button to hear that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QWidget

from ui.controls.fields import WordsBox
from ui.language import words
from ui.preferences.page import label

if TYPE_CHECKING:
    from renderers.voices.catalogue import VoiceInfo


class VoiceRow(QWidget):
    """The voices for one language; the first choice leaves it to the program, which would take `best`."""

    def __init__(
        self, language: str, best: VoiceInfo, voices: tuple[VoiceInfo, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        name = words.language(language)
        self.box = WordsBox()
        self.box.setAccessibleName(self.tr("Voice for {language}").format(language=name))
        self.box.setMinimumContentsLength(16)
        self.box.addItem(self.tr("Chosen by the program: {voice}").format(voice=best.name), "")
        for voice in voices:
            self.box.addItem(voice.name, voice.id)
        self.hear = QPushButton(self.tr("Listen"))
        self.hear.setAccessibleName(self.tr("Listen to the voice for {language}").format(language=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addWidget(self.hear)
        self.setFocusProxy(self.box)

    @property
    def voice_id(self) -> str:
        """The chosen voice; "": the program chooses."""
        return self.box.currentData()

    def show_chosen(self, voice_id: str) -> None:
        """Show a choice, even of a voice that is not installed."""
        if self.box.findData(voice_id) < 0:
            self.box.addItem(voice_id, voice_id)
        self.box.setCurrentIndex(self.box.findData(voice_id))


class VoiceChoices(QWidget):
    """A heading and the rows, by language tag."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, VoiceRow] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 8, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(label(title, "strong"))

    def put_in(self, language: str, row: VoiceRow) -> None:
        """Add a language."""
        self.rows[language] = row
        self._form.addRow(words.language(language), row)

    def take_out(self, language: str) -> None:
        """Take a language out; its row may be the one that is being clicked."""
        row = self.rows.pop(language)
        taken = self._form.takeRow(row)
        for item in (taken.labelItem, taken.fieldItem):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
