"""The fields of the export dialog, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from renderers import profiles
from ui.export_dialog.outlook import OutlookCard
from ui.export_dialog.scope import ScopeChoice
from ui.language.sentences import told

if TYPE_CHECKING:
    from studio.lecture import Lecture

_ORDER = ("youtube-1080p", "lms-720p", "uhd-2160p", "archive", "draft-540p")
"""The profiles as people look for them: what most want first."""


class Form(QWidget):
    """Holds the fields; what they mean is the dialog's business."""

    def __init__(
        self,
        lecture: Lecture,
        shown: tuple[str, ...],
        selection: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        names = sorted(
            profiles.names(), key=lambda name: (_ORDER.index(name) if name in _ORDER else 99, name)
        )
        self.profiles = {name: profiles.load(name) for name in names}
        self.profile = QComboBox()
        for name, profile in self.profiles.items():
            self.profile.addItem(told(profile.title), name)
        self.profile.setAccessibleName(self.tr("Kind of video"))
        self.about_profile = _line("muted")
        self.file = QLineEdit()
        self.file.setAccessibleName(self.tr("File"))
        self.browse = QPushButton(self.tr("Browse…"))
        self.browse.setAutoDefault(False)
        self.about_file = _line("warning")
        self.replace = QCheckBox(self.tr("Replace it"))
        self.scope = ScopeChoice(lecture, shown, selection)
        self.about_captions = _line("muted")
        self.outlook = OutlookCard()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        file_row = QHBoxLayout()
        file_row.setSpacing(8)
        file_row.addWidget(self.file, 1)
        file_row.addWidget(self.browse)
        parts: tuple[tuple[str, tuple[QWidget | QHBoxLayout, ...]], ...] = (
            (self.tr("Kind of video"), (self.profile, self.about_profile)),
            (self.tr("File"), (file_row, self.about_file, self.replace)),
            (self.tr("Scenes"), (self.scope,)),
            (self.tr("Captions and chapters"), (self.about_captions,)),
            (self.tr("What to expect"), (self.outlook,)),
        )
        for title, fields in parts:
            section = QVBoxLayout()
            section.setSpacing(4)
            column.addLayout(section)
            head = QLabel(title)
            head.setProperty("role", "strong")
            section.addWidget(head)
            for field in fields:
                if isinstance(field, QWidget):
                    section.addWidget(field)
                else:
                    section.addLayout(field)
        column.addStretch(1)


def _line(role: str) -> QLabel:
    """A sentence below a field; it may hold the name of a file, which is never read as markup."""
    line = QLabel(wordWrap=True)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setProperty("role", role)
    return line
