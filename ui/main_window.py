"""The window: menus, header, the welcome page or the editor, notices, status; and the dialogs it opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.actions import Group
from ui.close_guard import CloseGuard
from ui.dropping import Dropping
from ui.editor_page import EditorPage
from ui.file_dialogs import FileDialogs
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
        self.setMinimumSize(960, 600)
        self.resize(1440, 900)
        self.header, self.notices, self.status = Header(hub), NoticeBar(), StatusLine(hub)
        self.welcome, self.page = Welcome(hub), EditorPage(hub)
        self.import_card = ImportCard(hub, self.page)
        self.files, self.guard, self.dropping = (
            FileDialogs(hub, self),
            CloseGuard(hub, self),
            Dropping(hub, self),
        )
        self._dialog: QDialog | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.page)
        self.setCentralWidget(self._column())
        self._make_menus()
        self._wire()
        geometry = hub.settings.layout("window")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self._tell_opened()
        self._tell_title()

    def _column(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.notices, self._stack, self.status):
            column.addWidget(widget, 1 if widget is self._stack else 0)
        return middle

    def _make_menus(self) -> None:
        titles: tuple[tuple[Group, str], ...] = (
            ("file", self.tr("&File")),
            ("edit", self.tr("&Edit")),
            ("scene", self.tr("&Scene")),
            ("cut", self.tr("&Changes")),
            ("view", self.tr("&View")),
            ("play", self.tr("&Play")),
            ("help", self.tr("&Help")),
        )
        for group, title in titles:
            self.menuBar().addMenu(title).addActions(self.hub.actions.group(group))

    def _wire(self) -> None:
        hub, actions = self.hub, self.hub.actions
        hub.session.opened.connect(self._tell_opened)
        hub.session.history_changed.connect(self._tell_title)
        hub.session.refused.connect(self.notices.show_error)
        hub.documents.failed.connect(self.notices.show_error)
        hub.documents.told.connect(self.notices.show_text)
        hub.workbench.failed.connect(self.notices.show_error)
        self.page.attention.count_changed.connect(self.header.show_attention_count)
        actions.close.triggered.connect(hub.documents.close_lecture)
        actions.quit.triggered.connect(self.close)
        actions.export.triggered.connect(self.show_export)
        actions.preferences.triggered.connect(self.show_preferences)
        actions.shortcuts.triggered.connect(self.show_shortcuts)
        actions.about.triggered.connect(self.show_about)

    def show_export(self) -> None:
        """Ask what the video shall be like."""
        from ui.export_dialog import ExportDialog

        self._show(ExportDialog(self.hub, self))

    def show_preferences(self) -> None:
        """Show the preferences."""
        from ui.preferences import PreferencesDialog

        self._show(PreferencesDialog(self.hub, self))

    def show_shortcuts(self) -> None:
        """Show all keyboard shortcuts."""
        from ui.help_dialogs import ShortcutsDialog

        self._show(ShortcutsDialog(self.hub, self))

    def show_about(self) -> None:
        """Tell what this program is and whose work it stands on."""
        from ui.help_dialogs import AboutDialog

        self._show(AboutDialog(self.hub, self))

    def _show(self, dialog: QDialog) -> None:
        if self._dialog is not None:
            self._dialog.close()
        self._dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _tell_opened(self) -> None:
        self._stack.setCurrentWidget(self.welcome if self.hub.session.lecture is None else self.page)

    def _tell_title(self) -> None:
        session = self.hub.session
        lecture = session.lecture
        if lecture is None:
            self.setWindowTitle("Lecture Studio")
            return
        name = lecture.title or self.tr("Untitled")
        self.setWindowTitle(f"{name}[*] – Lecture Studio")
        self.setWindowModified(session.is_modified)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask about unsaved work first."""
        if not self.guard.may_close():
            event.ignore()
            return
        self.page.save_layout()
        self.hub.settings.set_layout("window", self.saveGeometry())
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the system's theme."""
        super().changeEvent(event)
