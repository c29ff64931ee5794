"""What all pages of the preferences have in common: a heading, a column that scrolls, sections, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from ui.hub import Hub


class Page(QWidget):
    """A page; those that inherit fill `column`. `leave` is called when the dialog closes."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hub = hub
        self._left = False
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(24, 16, 24, 24)
        self.column.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def title(self, text: str) -> None:
        """Say what the page is about."""
        self.setAccessibleName(text)
        self.column.addWidget(label(text, "heading"))

    def section(self, title: str) -> None:
        """Begin a part of the page."""
        self.column.addSpacing(8)
        self.column.addWidget(label(title, "strong"))

    def note(self, text: str) -> QLabel:
        """A sentence that explains."""
        note = label(text, "muted")
        self.column.addWidget(note)
        return note

    def add(self, part: QWidget | QLayout) -> None:
        """Put something below."""
        if isinstance(part, QLayout):
            self.column.addLayout(part)
        else:
            self.column.addWidget(part)

    def end(self) -> None:
        """Nothing more comes; what there is stays at the top."""
        self.column.addStretch(1)

    @property
    def is_over(self) -> bool:
        """Whether nobody looks any more: what was found out meanwhile is not to be shown."""
        return not isValid(self) or self._left

    def leave(self) -> None:
        """The dialog closes: end what this page began."""
        self._left = True


def label(text: str, role: str = "") -> QLabel:
    """Words that break into lines."""
    made = QLabel(text, wordWrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


def card() -> tuple[QFrame, QVBoxLayout]:
    """A frame for things that belong together, and its column."""
    frame = QFrame()
    frame.setProperty("card", True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(4)
    return frame, column
