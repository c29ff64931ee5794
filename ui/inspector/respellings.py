"""The pronunciation rules of a lecture, as a small table: written, spoken, language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studio import edits
from studio.lecture import Lecture, Respelling
from ui.controls import spoken
from ui.controls.fields import ChoiceField
from ui.language import words

if TYPE_CHECKING:
    from ui.hub import Hub

WRITTEN, SPOKEN, LANGUAGE = range(3)
MOST_ROWS = 6
Index = QModelIndex | QPersistentModelIndex


class _Table(QTableWidget):
    """Keys that mean something to the rule in it are not shortcuts."""

    def event(self, event: QEvent) -> bool:
        """Delete takes a rule away, never a scene."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_End)
        ):
            event.accept()
            return True
        return super().event(event)


class _LanguageDelegate(QStyledItemDelegate):
    """A rule's language is chosen from a list."""

    def __init__(self, owner: Respellings) -> None:
        super().__init__(owner)
        self._owner = owner

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """The list."""
        box = QComboBox(parent)
        for tag, told in self._owner.languages():
            box.addItem(told, tag)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Show what holds."""
        box = cast("QComboBox", editor)
        box.setCurrentIndex(max(0, box.findData(index.data(Qt.ItemDataRole.UserRole))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Take what was chosen."""
        box = cast("QComboBox", editor)
        model.setData(index, box.currentData(), Qt.ItemDataRole.UserRole)


class Respellings(QWidget):
    """Shows the rules; new ones are entered under the table."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._rules: tuple[Respelling, ...] = ()
        self._writable = False
        self._filling = False
        self.table = _Table(0, 3)
        self.table.setProperty("framed", "true")
        self.table.setAccessibleName(self.tr("Pronunciation rules"))
        self.table.setHorizontalHeaderLabels([self.tr("Written"), self.tr("Spoken"), self.tr("Language")])
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setItemDelegateForColumn(LANGUAGE, _LanguageDelegate(self))
        self.table.itemChanged.connect(self._cell_changed)
        self.table.itemSelectionChanged.connect(self._show_possible)
        self.written, self.spoken, self.language = QLineEdit(), QLineEdit(), ChoiceField()
        self.written.setPlaceholderText(self.tr("Written"))
        self.spoken.setPlaceholderText(self.tr("Spoken"))
        self.written.setAccessibleName(self.tr("Word as it is written"))
        self.spoken.setAccessibleName(self.tr("Word as it is spoken"))
        self.language.setAccessibleName(self.tr("Language of the new rule"))
        self.language.setMinimumContentsLength(6)
        self.add, self.remove = QPushButton(self.tr("Add")), QPushButton(self.tr("Remove"))
        self.add.setToolTip(self.tr("Add this pronunciation rule"))
        self.remove.setToolTip(self.tr("Remove the selected pronunciation rule"))
        self._new_language = ""
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table)
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(self.written, 0, 0)
        grid.addWidget(self.spoken, 0, 1)
        grid.addWidget(self.language, 1, 0)
        grid.addWidget(self.add, 1, 1)
        grid.addWidget(self.remove, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)

    def _wire(self) -> None:
        for field in (self.written, self.spoken):
            field.textChanged.connect(self._show_possible)
            field.returnPressed.connect(self._add)
        self.language.committed.connect(self._choose_language)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)

    def languages(self) -> spoken.Choices:
        """The languages a rule can be for; "" for all."""
        lecture = self._hub.session.lecture
        held = tuple(rule.language for rule in self._rules)
        found = spoken.languages(self._hub.workbench.means, lecture, held)
        return (("", self.tr("All")), *found)

    def show_rules(self, lecture: Lecture, writable: bool) -> None:
        """Show what holds now."""
        rules = lecture.choices.respellings
        if rules != self._rules or writable != self._writable:
            self._rules, self._writable = rules, writable
            self._fill()
        self.language.show_choice(self._new_language, self.languages())
        for widget in (self.written, self.spoken, self.language):
            widget.setEnabled(writable)
        self._show_possible()

    def _fill(self) -> None:
        self._filling = True
        row = self.table.currentRow()
        self.table.setRowCount(len(self._rules))
        for number, rule in enumerate(self._rules):
            told = words.language(rule.language) if rule.language else self.tr("All")
            for column, text in ((WRITTEN, rule.written), (SPOKEN, rule.spoken), (LANGUAGE, told)):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, rule.language if column == LANGUAGE else text)
                item.setToolTip(text)
                if not self._writable:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(number, column, item)
        if 0 <= row < len(self._rules):
            self.table.selectRow(row)
        height = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth() + 8
        rows = min(max(len(self._rules), 1), MOST_ROWS)
        self.table.setFixedHeight(height + rows * self.table.verticalHeader().defaultSectionSize())
        self.table.setVisible(bool(self._rules))
        self._filling = False

    def _show_possible(self) -> None:
        new = bool(self.written.text().strip() and self.spoken.text().strip())
        self.add.setEnabled(self._writable and new)
        self.remove.setVisible(bool(self._rules))
        self.remove.setEnabled(self._writable and bool(self.table.selectedItems()))

    def _choose_language(self, tag: Any) -> None:
        self._new_language = str(tag)
        self.language.show_choice(self._new_language, self.languages())

    def _add(self) -> None:
        if not self.add.isEnabled():
            return
        rule = Respelling(self.written.text(), self.spoken.text(), self._new_language)
        done = self._hub.session.edit(
            "add-respelling", lambda lecture: edits.add_respelling(lecture, rule), 1, rule.written
        )
        if done:
            for field in (self.written, self.spoken):
                field.clear()
            self.written.setFocus()

    def _remove(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._rules):
            name = self._rules[row].written
            self._hub.session.edit(
                "remove-respelling", lambda lecture: edits.remove_respelling(lecture, row), 1, name
            )

    def _cell_changed(self, item: QTableWidgetItem) -> None:
        row, column = item.row(), item.column()
        if self._filling or not 0 <= row < len(self._rules):
            return
        rule = self._rules[row]
        match column:
            case 0:
                new = replace(rule, written=item.text())
            case 1:
                new = replace(rule, spoken=item.text())
            case _:
                new = replace(rule, language=str(item.data(Qt.ItemDataRole.UserRole)))
        done = self._hub.session.edit(
            "change-respelling", lambda lecture: edits.replace_respelling(lecture, row, new), 1, new.written
        )
        if not done:
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete removes the selected rule."""
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._remove()
            return
        super().keyPressEvent(event)
