"""The window: menus, header, the welcome page or the editor, notices, status; and the dialogs it opens."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.editor_page import EditorPage
from ui.header import Header
from ui.hub import Hub
from ui.import_card import ImportCard
from ui.notices import NoticeBar
from ui.status import StatusLine
from ui.welcome import Welcome


class MainWindow(QMainWindow):
    """One window, one lecture."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.setWindowIcon(theme.app_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self.resize(1440, 900)
        self.header, self.notices, self.status = Header(hub), NoticeBar(), StatusLine(hub)
        self.welcome, self.page = Welcome(hub), EditorPage(hub)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.page)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.notices, self._stack, self.status):
            column.addWidget(widget, 1 if widget is self._stack else 0)
        self.setCentralWidget(middle)
        self.import_card = ImportCard(hub, self.page)
        self._make_menus()
        self._wire()
        self._restore()
        self._tell_opened()
