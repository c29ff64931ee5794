"""The dialog of the preferences: the subjects on the left, their page on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.look import theme
from ui.preferences.appearance import AppearancePage
from ui.preferences.cache import CachePage
from ui.preferences.device import DevicePage
from ui.preferences.language import LanguagePage
from ui.preferences.models import ModelsPage
from ui.preferences.privacy import PrivacyPage
from ui.preferences.shortcuts import ShortcutsPage
from ui.preferences.voices import VoicesPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from ui.hub import Hub
    from ui.preferences.page import Page


class PreferencesDialog(QDialog):
    """Pages are made when they are first shown; it opens on the last one. Open it with `open()`."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._hub = hub
        self._makers = self._kinds()
        self._pages: dict[str, Page] = {}
        self.subjects = QListWidget()
        self.subjects.setAccessibleName(self.tr("Subjects"))
        self.subjects.setIconSize(QSize(18, 18))
        for name, (icon, title, _) in self._makers.items():
            item = QListWidgetItem(theme.icon(icon), title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.subjects.addItem(item)
        self.subjects.setFixedWidth(self.subjects.sizeHintForColumn(0) + 40)
        self._stack = QStackedWidget()
        self._lay_out()
        self.subjects.currentItemChanged.connect(self._chosen)
        last = hub.settings.preferences_page
        self.show_page(last if last in self._makers else next(iter(self._makers)))
        room = self.screen().availableSize()
        self.resize(min(880, room.width() - 32), min(640, room.height() - 64))

    def _kinds(self) -> dict[str, tuple[str, str, Callable[[Hub], Page]]]:
        return {
            "voices": ("volume-2", self.tr("Voices"), VoicesPage),
            "models": ("image", self.tr("Pictures and models"), ModelsPage),
            "device": ("cpu", self.tr("Device"), DevicePage),
            "cache": ("hard-drive", self.tr("Cache"), CachePage),
            "language": ("languages", self.tr("Language"), LanguagePage),
            "appearance": ("palette", self.tr("Appearance"), AppearancePage),
            "shortcuts": ("keyboard", self.tr("Shortcuts"), ShortcutsPage),
            "privacy": ("shield-check", self.tr("Privacy"), PrivacyPage),
        }

    def show_page(self, name: str) -> Page:
        """Turn to a page by its name ("voices", "cache", …)."""
        self.subjects.setCurrentRow(list(self._makers).index(name))
        return self._pages[name]

    def done(self, result: int) -> None:
        """Close; everything is already in force."""
        for page in self._pages.values():
            page.leave()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the focus, and no other: in a search field it means nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Whatever a page has made by now comes before the button at the foot."""
        last = self.previousInFocusChain()
        while last is not None and last.focusPolicy() is Qt.FocusPolicy.NoFocus:
            last = last.previousInFocusChain()
        if last is not None and last is not self._close:
            QWidget.setTabOrder(last, self._close)
        return super().focusNextPrevChild(forward)

    def _chosen(self, item: QListWidgetItem) -> None:
        name: str = item.data(Qt.ItemDataRole.UserRole)
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._makers[name][2](self._hub)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._hub.settings.preferences_page = name

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("line", "upright")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.subjects)
        middle.addWidget(line)
        middle.addWidget(self._stack, 1)
        under = QFrame()
        under.setProperty("line", True)
        self._close = QPushButton(self.tr("Close"))
        self._close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.addStretch(1)
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(under)
        whole.addLayout(foot)
