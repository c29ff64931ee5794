"""The ways to begin, as large buttons with an icon, a name and a line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout

from ui.look import theme


class Start(QPushButton):
    """One way to begin. All of it can be clicked; it is named by its title."""

    def __init__(self, icon: str, title: str, line: str) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setProperty("card", True)
        self._icon_name = icon
        self._picture, heading, more = QLabel(), QLabel(title, wordWrap=True), QLabel(line, wordWrap=True)
        heading.setProperty("role", "strong")
        more.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.addWidget(self._picture)
        column.addSpacing(4)
        for label in (heading, more):
            column.addWidget(label)
        column.addStretch(1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumSize(176, 124)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As much as the words need."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as the words are at that width."""
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.totalHeightForWidth(width)

    def _paint_icon(self) -> None:
        self._picture.setPixmap(theme.icon(self._icon_name, "accent").pixmap(24, 24))
