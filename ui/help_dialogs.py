"""The help: all keyboard shortcuts on one page, and what this program is and is made of."""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSysInfo, Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.look import theme
from ui.preferences.keys import shown

if TYPE_CHECKING:
    from ui.actions import Group
    from ui.hub import Hub

_PACKAGE = "lecture-studio"


class ShortcutsDialog(QDialog):
    """The shortcuts of all actions, by menu, in two columns where there is room. Changed in the preferences."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._hub = hub
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search actions and keys"))
        self.search.setAccessibleName(self.tr("Search actions and keys"))
        self.search.setClearButtonEnabled(True)
        self.change = QPushButton(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change shortcuts in the preferences"))
        self.close_button = QPushButton(self.tr("Close"))
        self.rows: list[tuple[QLabel, QLabel]] = []
        self._heads: list[tuple[QLabel, list[tuple[QLabel, QLabel]]]] = []
        self._lay_out()
        self.close_button.setDefault(True)
        self.search.textChanged.connect(self._filter)
        self.change.clicked.connect(self._change)
        self.close_button.clicked.connect(self.accept)
        room = self.screen().availableSize()
        self.resize(min(560, room.width() - 32), min(640, room.height() - 64))

    def _lay_out(self) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(24, 8, 24, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for group, title in self._groups().items():
            self._add_group(grid, group, title)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        area.setAccessibleName(self.windowTitle())
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.addWidget(self.search)
        foot.setContentsMargins(24, 12, 24, 12)
        foot.addWidget(self.change)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def _groups(self) -> dict[Group, str]:
        return {
            "play": self.tr("Play"),
            "edit": self.tr("Edit"),
            "scene": self.tr("Scene"),
            "cut": self.tr("Change"),
            "file": self.tr("File"),
            "view": self.tr("View"),
            "help": self.tr("Help"),
        }

    def _add_group(self, grid: QGridLayout, group: Group, title: str) -> None:
        entries = [entry for entry in self._hub.actions.entries if entry.group == group and shown(entry)]
        if not entries:
            return
        head = QLabel(title)
        head.setProperty("role", "strong")
        head.setContentsMargins(0, 8, 0, 0)
        grid.addWidget(head, grid.rowCount(), 0, 1, 2)
        rows: list[tuple[QLabel, QLabel]] = []
        for entry in entries:
            name, keys = QLabel(entry.title), QLabel(shown(entry))
            keys.setProperty("role", "chip")
            row = grid.rowCount()
            grid.addWidget(name, row, 0)
            grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
            rows.append((name, keys))
        self._heads.append((head, rows))
        self.rows += rows

    def _filter(self, text: str) -> None:
        wanted = text.casefold()
        for head, rows in self._heads:
            any_shown = False
            for name, keys in rows:
                fits = wanted in f"{name.text()} {keys.text()}".casefold()
                name.setVisible(fits)
                keys.setVisible(fits)
                any_shown = any_shown or fits
            head.setVisible(any_shown)

    def _change(self) -> None:
        self._hub.settings.preferences_page = "shortcuts"
        self.accept()
        self._hub.actions.preferences.trigger()


class AboutDialog(QDialog):
    """Name, version, licence; and the works it stands on with theirs."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Lecture Studio"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        icon = QLabel()
        icon.setPixmap(theme.app_icon().pixmap(64, 64))
        title = QLabel("Lecture Studio")
        title.setProperty("role", "title")
        self.version = QLabel(self._versions())
        self.version.setProperty("role", "muted")
        self.version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = QLabel(
            self.tr("Turns slides into a narrated, captioned lecture video, on this machine alone."),
            wordWrap=True,
        )
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (title, self.version, line):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        heading = QLabel(self.tr("Licences"))
        heading.setProperty("role", "strong")
        self.licences = QPlainTextEdit(
            licences() or self.tr("The file NOTICE was not found beside the program.")
        )
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(self.tr("Licences"))
        self.licences.setTabChangesFocus(True)
        self.licences.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)  # it holds a table
        self.licences.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = QPushButton(self.tr("Copy versions"))
        close = QPushButton(self.tr("Close"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.version.text()))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(heading)
        whole.addWidget(self.licences, 1)
        whole.addLayout(foot)
        close.setDefault(True)
        room = self.screen().availableSize()
        self.resize(min(880, room.width() - 32), min(600, room.height() - 64))

    def _versions(self) -> str:
        try:
            own = metadata.version(_PACKAGE)
        except metadata.PackageNotFoundError:  # started from a folder, not installed
            own = self.tr("unknown")
        return self.tr("Version {own} · Qt {qt} · Python {python} · {system}").format(
            own=own, qt=qVersion(), python=platform.python_version(), system=QSysInfo.prettyProductName()
        )


def licences() -> str:
    """What NOTICE says: from the installed package, else from beside the sources; "" where it is in neither."""
    try:
        found = [file for file in metadata.files(_PACKAGE) or () if file.name == "NOTICE"]
    except metadata.PackageNotFoundError:
        found = []
    places = [Path(str(file.locate())) for file in found] + [Path(__file__).resolve().parents[1] / "NOTICE"]
    for place in places:
        if place.is_file():
            return place.read_text(encoding="utf-8")
    return ""
