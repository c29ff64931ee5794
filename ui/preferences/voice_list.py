"""All installed voices in a table that can be searched, and a button to hear the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.language import words
from ui.look import theme
from ui.preferences.page import label

if TYPE_CHECKING:
    from renderers.voices.catalogue import VoiceInfo

VOICE = Qt.ItemDataRole.UserRole


class VoiceList(QWidget):
    """Name, language and engine of each voice."""

    asked = Signal(object, str)
    """Somebody wants to hear a voice: the `VoiceInfo` and a language it speaks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search voices and languages"))
        self.search.setAccessibleName(self.tr("Search voices and languages"))
        self.search.setClearButtonEnabled(True)
        self.hear = QPushButton(theme.icon("volume-2"), self.tr("Listen"))
        self.hear.setAccessibleName(self.tr("Listen to the chosen voice"))
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(self.tr("Installed voices"))
        self.table.setHorizontalHeaderLabels([self.tr("Voice"), self.tr("Language"), self.tr("Engine")])
        self._set_up_table()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.hear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Installed voices"), "strong"))
        column.addLayout(row)
        column.addWidget(self.table)
        self.search.textChanged.connect(self._filter)
        self.hear.clicked.connect(self._ask)
        self.table.itemActivated.connect(lambda _: self._ask())

    @property
    def chosen(self) -> VoiceInfo | None:
        """The voice that is chosen in the table."""
        item = self.table.item(self.table.currentRow(), 0)
        return None if item is None else item.data(VOICE)

    def fill(self, voices: tuple[VoiceInfo, ...]) -> None:
        """Show these voices, by language and name."""
        named = [(words.language(voice.languages[0]) if voice.languages else "–", voice) for voice in voices]
        named.sort(key=lambda pair: (pair[0].casefold(), pair[1].name.casefold()))
        self.table.setRowCount(len(named))
        for row, (language, voice) in enumerate(named):
            for column, text in enumerate((voice.name, language, self._engine(voice.engine))):
                item = QTableWidgetItem(text)
                item.setData(VOICE, voice)
                self.table.setItem(row, column, item)
        if named:
            self.table.setCurrentCell(0, 0)

    def show_state(self, state: str) -> None:
        """Tell whether a voice is being made or heard."""
        self.hear.setText(
            {"speaking": self.tr("Speaking…"), "playing": self.tr("Playing…")}.get(state, self.tr("Listen"))
        )

    def _set_up_table(self) -> None:
        table = self.table
        table.setProperty("framed", True)
        table.setMinimumHeight(220)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)

    def _engine(self, name: str) -> str:
        names = {"pyttsx3": self.tr("Built in (espeak-ng)"), "system": self.tr("Of the system")}
        return names.get(name, name)

    def _ask(self) -> None:
        voice = self.chosen
        if voice is not None:
            self.asked.emit(voice, voice.languages[0] if voice.languages else "")

    def _filter(self, text: str) -> None:
        wanted = text.casefold()
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(3))
            shown = any(cell is not None and wanted in cell.text().casefold() for cell in cells)
            self.table.setRowHidden(row, not shown)
