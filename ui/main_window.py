"""The window: menus, header, the welcome page or the editor, notices, status; and the dialogs it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.close_guard import CloseGuard
from ui.dropping import Dropping
from ui.file_dialogs import FileDialogs
from ui.header import Header
from ui.look import theme
from ui.notices import NoticeBar
from ui.status import StatusLine
from ui.welcome import UnsavedOffer, Welcome

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from studio.errors import StudioError
    from studio.lecture import Lecture
    from studio.reimport.report import Reimported
    from ui.actions import Group
    from ui.editor_page import EditorPage
    from ui.hub import Hub

FRAME = 40
"""Pixels for the title bar that the system puts on top."""
BEGINNINGS = frozenset(
    {
        "update_deck",
        "open",
        "save",
        "export",
        "close",
        "cut",
        "select_all",
        "hide",
        "rename",
        "move_up",
        "replace_picture",
        "previous_scene",
        "show_report",
        "back",
        "to_start",
        "captions",
    }
)
"""The actions (by name) before which a menu has a line: long menus are read by their groups."""


class MainWindow(QMainWindow):
    """One window, one lecture."""

    stands = Signal()
    """It is on the screen."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.setWindowIcon(theme.app_icon())
        self.setMinimumSize(960, 600)
        self.resize(self._first_size())
        self.header, self.notices, self.status = Header(hub), NoticeBar(), StatusLine(hub)
        self.welcome = Welcome(hub)
        self._page: EditorPage | None = None
        self._was_painted = False
        self._shown: tuple[str, Lecture | None] = "", None
        """The notice of what is shown instead of slides, and the lecture to which its Undo belongs."""
        self._dialog: QDialog | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self.setCentralWidget(self._column())
        self.guard = CloseGuard(hub, self)
        Dropping(hub, self)
        FileDialogs(hub, self)
        UnsavedOffer(hub, self)
        self._make_menus()
        self._wire()
        geometry = hub.settings.layout("window")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self._tell_opened()
        self._tell_title()

    def _first_size(self) -> QSize:
        """As large as the work wants, or as the screen allows together with a frame."""
        room = self.screen().availableGeometry().size()
        return QSize(min(1440, room.width()), min(900, room.height() - FRAME))

    @property
    def page(self) -> EditorPage:
        """The panes of the editor, made when they are first needed."""
        if self._page is None:
            from ui.editor_page import EditorPage

            self._page = EditorPage(self.hub)
            self._page.attention.count_changed.connect(self.header.show_attention_count)
            self._stack.addWidget(self._page)
        return self._page

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
            menu = self.menuBar().addMenu(title)
            for action in self.hub.actions.group(group):
                if action.objectName() in BEGINNINGS and menu.actions():
                    menu.addSeparator()
                menu.addAction(action)

    def _wire(self) -> None:
        hub, actions = self.hub, self.hub.actions
        hub.session.opened.connect(self._tell_opened)
        hub.session.history_changed.connect(self._tell_title)
        for problem in (hub.session.refused, hub.documents.failed, hub.workbench.failed):
            problem.connect(self.notices.show_error)
        hub.documents.told.connect(self.notices.show_text)
        hub.documents.showing.shown.connect(self._tell_shown)
        hub.session.changed.connect(lambda _, after: self._after_change(after))
        hub.documents.showing.refused.connect(self._tell_refused)
        hub.documents.updating.updated.connect(self.show_update)
        actions.quit.triggered.connect(self.close)
        actions.export.triggered.connect(self.show_export)
        actions.preferences.triggered.connect(self.show_preferences)
        actions.shortcuts.triggered.connect(self.show_shortcuts)
        actions.about.triggered.connect(self.show_about)

    def show_export(self) -> None:
        """Ask what the video shall be like."""
        from ui.export_dialog import ExportDialog

        self._show(ExportDialog(self.hub, self))

    def show_update(self, done: Reimported) -> None:
        """Show what a changed deck brought, and ask about words that both sides changed."""
        from ui.update_dialog import UpdateDialog

        self._show(UpdateDialog(self.hub, done, self))

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
        dialog.finished.connect(lambda: self._forget(dialog))
        dialog.open()

    def _tell_shown(self, told: str) -> None:
        """Say what is shown now instead of slides, with the way back."""
        self.notices.show_text(told)
        if self.hub.actions.undo.isEnabled():
            self.notices.offer(self.tr("Undo"), self.hub.session.undo)
            self._shown = told, self.hub.session.lecture

    def _after_change(self, after: Lecture | None) -> None:
        """Take a way back away that would undo something else."""
        told, lecture = self._shown
        if lecture is not None and after is not lecture:
            self._shown = "", None
            if self.notices.text == told:
                self.notices.hide()

    def _tell_refused(self, error: StudioError, path: Path) -> None:
        """Say that a PDF belongs to something else; it may be a lecture of its own."""
        self.notices.show_error(error)
        self.notices.offer(self.tr("Import as a new lecture"), lambda: self.hub.documents.open(path))

    def _forget(self, dialog: QDialog) -> None:
        if self._dialog is dialog:
            self._dialog = None
        dialog.deleteLater()

    def _tell_opened(self) -> None:
        self._after_change(self.hub.session.lecture)
        nothing = self.hub.session.lecture is None
        self._stack.setCurrentWidget(self.welcome if nothing else self.page)
        if not nothing:
            self.page.storyboard.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_title(self) -> None:
        session = self.hub.session
        lecture = session.lecture
        if lecture is None:
            self.setWindowModified(False)
            self.setWindowTitle("Lecture Studio")
            return
        name = lecture.title or self.tr("Untitled")
        self.setWindowTitle(f"{name}[*] – Lecture Studio")
        self.setWindowModified(session.is_modified)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.stands.emit)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask about unsaved work first."""
        if not self.guard.may_close():
            event.ignore()
            return
        self.hub.settings.set_layout("window", self.saveGeometry())
        if self._page is not None:
            self._page.save_layout()
        event.accept()
