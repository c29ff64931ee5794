"""The menu of the script's text: what the program can do with it, beside cutting and pasting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.script.insert_menu import InsertMenu

if TYPE_CHECKING:
    from ui.hub import Hub
    from ui.script.pane import ScriptPane

translate = QCoreApplication.translate


def context_menu(pane: ScriptPane, hub: Hub) -> QMenu:
    """The menu, gone once it is closed."""
    field, actions = pane.field, hub.actions
    writable, chosen = not field.isReadOnly(), field.textCursor().hasSelection()
    menu = QMenu(field)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(actions.play_sentence)
    menu.addSeparator()
    menu.addActions([actions.undo, actions.redo])
    menu.addSeparator()
    clipboard = bool(QGuiApplication.clipboard().text())
    keys = QKeySequence.StandardKey
    for told, key, do, possible in (
        (translate("Script", "Cut"), keys.Cut, field.cut, writable and chosen),
        (translate("Script", "Copy"), keys.Copy, field.copy, chosen),
        (translate("Script", "Paste"), keys.Paste, field.paste, writable and clipboard),
        (translate("Script", "Select all"), keys.SelectAll, field.selectAll, True),
    ):
        action = menu.addAction(told)
        action.setText(f"{told}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}")
        action.triggered.connect(do)
        action.setEnabled(possible)
    menu.addSeparator()
    insert = InsertMenu(hub, menu)
    insert.chosen.connect(pane.header.insert_asked)
    insert.setEnabled(writable)
    menu.addMenu(insert)
    menu.addAction(actions.private)
    menu.addAction(actions.split)
    return menu
