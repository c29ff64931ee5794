"""A part of the inspector: a heading that folds it, and fields under their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.look import theme

if TYPE_CHECKING:
    from studio.lecture import Lecture, Scene
    from ui.hub import Hub

LABEL_WIDTH = 96
"""Device-independent pixels of the names beside the fields, so that all sections stand in line."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the inspector shows: the lecture, the selected scenes in its order, and the current one of them."""

    lecture: Lecture
    scenes: tuple[Scene, ...]
    scene: Scene
    writable: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the selected scenes."""
        return tuple(scene.id for scene in self.scenes)

    @property
    def several(self) -> bool:
        """Whether more than one scene is selected."""
        return len(self.scenes) > 1

    @property
    def name(self) -> str:
        """The title of a single scene, for the name of an undo step."""
        return "" if self.several else self.scene.title


class Section(QWidget):
    """Subclasses fill `form` and show values in `show_values`. Whether it is folded is remembered;
    `unfolded` says how it is at first.
    """

    def __init__(
        self, hub: Hub, name: str, title: str, parent: QWidget | None = None, *, unfolded: bool = True
    ) -> None:
        super().__init__(parent)
        self.hub = hub
        self.shown: Shown | None = None
        self._name, self._unfolded = name, unfolded
        self.heading = QToolButton()
        self.heading.setText(title)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.line = QFrame()
        self.line.setProperty("line", "true")
        self.body = QWidget()
        self.form = QGridLayout(self.body)
        self.form.setContentsMargins(theme.GRID * 2, 0, theme.GRID * 2, theme.GRID * 2)
        self.form.setHorizontalSpacing(theme.GRID)
        self.form.setVerticalSpacing(theme.GRID)
        self.form.setColumnMinimumWidth(0, LABEL_WIDTH)
        self.form.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.line, self.heading, self.body):
            column.addWidget(widget)
        self.heading.clicked.connect(lambda: self._fold(self.body.isHidden()))
        self._fold(hub.settings.shown(f"inspector-{name}", unfolded))

    def show_values(self, shown: Shown) -> None:
        """Show what holds now."""
        self.shown = shown

    def add_field(self, told: str, field: QWidget) -> QLabel:
        """A field beside its name."""
        label = QLabel(told)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setBuddy(field)
        row = self.form.rowCount()
        self.form.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self.form.addWidget(field, row, 1)
        if not field.accessibleName():
            field.setAccessibleName(told)
        return label

    def add_tall(self, told: str, field: QWidget) -> QWidget:
        """A field under its name, as wide as the pane; returns both as one."""
        label = QLabel(told)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setBuddy(field)
        field.setAccessibleName(told)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(field)
        self.add_wide(made)
        return made

    def add_fact(self, told: str) -> tuple[QLabel, QLabel]:
        """A value that is only told, beside its name."""
        name, value = QLabel(told), told_label()
        name.setProperty("role", "muted")
        name.setWordWrap(True)
        row = self.form.rowCount()
        self.form.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self.form.addWidget(value, row, 1)
        value.setAccessibleName(told)
        return name, value

    def add_wide(self, widget: QWidget) -> None:
        """Something as wide as the pane."""
        self.form.addWidget(widget, self.form.rowCount(), 0, 1, 2)

    def _fold(self, unfolded: bool) -> None:
        self.body.setVisible(unfolded)
        self.heading.setIcon(theme.icon("chevron-down" if unfolded else "chevron-right", "muted"))
        told = self.tr("Hide this part") if unfolded else self.tr("Show this part")
        self.heading.setToolTip(told)
        self.heading.setAccessibleDescription(told)
        if self.hub.settings.shown(f"inspector-{self._name}", self._unfolded) != unfolded:
            self.hub.settings.set_shown(f"inspector-{self._name}", unfolded)


def told_label(role: str = "") -> QLabel:
    """A label for text of any length and script; it can be selected and copied."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setMinimumWidth(40)
    if role:
        label.setProperty("role", role)
    return label


def common(values: tuple[object, ...]) -> tuple[object, bool]:
    """The value that all have and False; any of them and True where they differ."""
    first = values[0]
    return first, any(value != first for value in values[1:])
