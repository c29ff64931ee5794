"""Shortcuts: which keys do what, chosen anew for each action."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.preferences import keys
from ui.preferences.page import Page, card, label

if TYPE_CHECKING:
    from ui.actions import Entry, Group
    from ui.hub import Hub

ENTRY = Qt.ItemDataRole.UserRole


class ShortcutsPage(Page):
    """A list of all actions; the keys of the chosen one are changed below it."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self.title(self.tr("Shortcuts"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search actions and keys"))
        self.search.setAccessibleName(self.tr("Search actions and keys"))
        self.search.setClearButtonEnabled(True)
        self._items: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        """The actions of each group."""
        self.list = self._list()
        self.editor = QKeySequenceEdit()
        self.editor.setMaximumSequenceLength(1)
        self.editor.setClearButtonEnabled(True)
        self.reset = QPushButton(self.tr("Reset"))
        self.reset_all = QPushButton(self.tr("Reset all"))
        self._of = QLabel()
        self._of.setBuddy(self.editor)
        self.conflict, self.take = self._conflict()
        self._wanted = QKeySequence()
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.editor.keySequenceChanged.connect(self._typed)
        self.take.clicked.connect(self._take)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)
        hub.settings.changed.connect(self._settings_changed)
        self.choose(hub.actions.entries[0].name)

    @property
    def entry(self) -> Entry | None:
        """The action that is chosen in the list."""
        item = self.list.currentItem()
        return None if item is None else item.data(0, ENTRY)

    def choose(self, name: str) -> None:
        """Choose an action by its name."""
        for item in chain(*(items for _, items in self._items)):
            if item.data(0, ENTRY).name == name:
                self.list.setCurrentItem(item)

    def conflict_text(self) -> str:
        """What is said about a shortcut that another action has; "" where nothing is."""
        return "" if self.conflict.isHidden() else self._conflict_text.text()

    def _list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("Actions and their shortcuts"))
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("Action"), self.tr("Shortcut")])
        tree.setProperty("framed", True)
        tree.setMinimumHeight(200)
        groups: dict[Group, str] = {
            "file": self.tr("File"),
            "edit": self.tr("Edit"),
            "scene": self.tr("Scene"),
            "cut": self.tr("Change"),
            "view": self.tr("View"),
            "play": self.tr("Play"),
            "help": self.tr("Help"),
        }
        for group, title in groups.items():
            top = QTreeWidgetItem([title])
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            items = [self._item(entry) for entry in self.hub.actions.entries if entry.group == group]
            self._items.append((top, items))
            top.addChildren(items)
            tree.addTopLevelItem(top)
        tree.expandAll()
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setIndentation(0)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        return tree

    def _conflict(self) -> tuple[QFrame, QPushButton]:
        frame = QFrame()
        frame.setProperty("notice", "warning")
        self._conflict_text = label("")
        take = QPushButton(self.tr("Use it here"))
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self._conflict_text, 1)
        row.addWidget(take)
        frame.hide()
        return frame, take

    def _lay_out(self) -> None:
        self.add(self.search)
        self.column.addWidget(self.list, 1)
        frame, column = card()
        column.addWidget(self._of)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.editor, 1)
        row.addWidget(self.reset)
        column.addLayout(row)
        column.addWidget(self.conflict)
        self.add(frame)
        foot = QVBoxLayout()
        foot.addWidget(self.reset_all, 0, Qt.AlignmentFlag.AlignRight)
        self.add(foot)

    def _item(self, entry: Entry) -> QTreeWidgetItem:
        item = QTreeWidgetItem([entry.title, keys.shown(entry)])
        item.setData(0, ENTRY, entry)
        return item

    def _chosen(self) -> None:
        """Show the keys of the chosen action in the editor."""
        entry = self.entry
        self.conflict.hide()
        for widget in (self.editor, self.reset):
            widget.setEnabled(entry is not None)
        if entry is None:
            self._of.setText(self.tr("Choose an action"))
            return
        name = self.tr("Shortcut of “{action}”").format(action=entry.title)
        self._of.setText(name)
        self.editor.setAccessibleName(name)
        self._show_keys(entry)

    def _show_keys(self, entry: Entry) -> None:
        self.editor.blockSignals(True)
        self.editor.setKeySequence(entry.action.shortcut())
        self.editor.blockSignals(False)
        self.reset.setEnabled(self.hub.settings.shortcut(entry.name) is not None)

    def _typed(self, wanted: QKeySequence) -> None:
        entry = self.entry
        if entry is None:
            return
        other = keys.holder(self.hub.actions.entries, wanted, entry)
        self.conflict.setVisible(other is not None)
        self._keep_in_sight()
        if other is None:
            keys.give(self.hub.settings, entry, wanted, None)
            return
        self._wanted = wanted
        told = wanted.toString(QKeySequence.SequenceFormat.NativeText)
        self._conflict_text.setText(
            self.tr("{keys} belongs to “{action}”.").format(keys=told, action=other.title)
        )

    def _keep_in_sight(self) -> None:
        """What comes and goes below the list makes it lower and higher."""

        def show() -> None:
            item = self.list.currentItem()
            if item is not None:
                self.list.scrollToItem(item)

        QTimer.singleShot(0, self, show)

    def _take(self) -> None:
        entry = self.entry
        if entry is not None:
            other = keys.holder(self.hub.actions.entries, self._wanted, entry)
            self.conflict.hide()
            keys.give(self.hub.settings, entry, self._wanted, other)
            self.editor.setFocus()

    def _reset(self) -> None:
        entry = self.entry
        if entry is not None:
            self.conflict.hide()
            keys.reset(self.hub.settings, self.hub.actions.entries, entry)

    def _reset_all(self) -> None:
        self.conflict.hide()
        for entry in self.hub.actions.entries:
            if self.hub.settings.shortcut(entry.name) is not None:
                self.hub.settings.set_shortcut(entry.name, None)

    def _settings_changed(self, name: str) -> None:
        if name.startswith("shortcuts"):
            for item in chain(*(items for _, items in self._items)):
                item.setText(1, keys.shown(item.data(0, ENTRY)))
            entry = self.entry
            if entry is not None:
                self._show_keys(entry)

    def _filter(self, text: str) -> None:
        wanted = text.casefold()
        for top, items in self._items:
            for item in items:
                item.setHidden(wanted not in f"{item.text(0)} {item.text(1)}".casefold())
            top.setHidden(all(item.isHidden() for item in items))
