"""The bar at the top of the window: what one does first, and what needs a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.jobs.badge import JobsBadge

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.hub import Hub


class Header(QFrame):
    """Import ▾, undo, redo, preview, panes, jobs, export."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self._words: dict[QToolButton, str] = {}
        actions = hub.actions
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._open_button(hub))
        self._line(row)
        for action in (actions.undo, actions.redo):
            row.addWidget(self._tool(action))
        self._line(row)
        row.addWidget(self._tool(actions.full_screen, self.tr("Play full screen")))
        row.addStretch(1)
        self.attention = self._tool(actions.show_attention, self.tr("Attention"))
        row.addWidget(self.attention)
        row.addWidget(self._tool(actions.show_changes, self.tr("Changes")))
        row.addWidget(self._tool(actions.show_timeline))
        row.addWidget(self._tool(actions.show_inspector))
        row.addWidget(JobsBadge(hub))
        self._line(row)
        row.addWidget(self._export_button(actions.export))

    def show_attention_count(self, count: int) -> None:
        """Tell how many things need a look."""
        text = self.tr("Attention") if count == 0 else self.tr("Attention ({count})").format(count=count)
        self._words[self.attention] = text
        self.attention.setText(text)

    def _open_button(self, hub: Hub) -> QToolButton:
        actions = hub.actions
        button = self._tool(actions.import_file, self.tr("Import"))
        menu = QMenu(button)
        menu.addActions([actions.import_file, actions.import_pictures, actions.import_folder])
        menu.addActions([actions.open, actions.open_sample])
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        return button

    def _tool(self, action: QAction, text: str = "") -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(text or action.text().rstrip("…"))
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            # The button keeps its short word whatever the action is called in the menus.
            self._words[button] = text
            action.changed.connect(lambda: button.setText(self._words[button]))
            button.setText(text)
        return button

    def _export_button(self, action: QAction) -> QPushButton:
        button = QPushButton(self.tr("Export video…"))
        button.setProperty("primary", True)
        button.setAccessibleName(self.tr("Export video"))
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        button.setEnabled(action.isEnabled())
        return button

    def _line(self, row: QHBoxLayout) -> None:
        line = QFrame()
        line.setProperty("line", "upright")
        row.addSpacing(4)
        row.addWidget(line)
        row.addSpacing(4)
