"""Rows of a label and its fields; several forms one below the other keep their fields in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPACING = 8


class Rows(QWidget):
    """A form. A row that is not shown takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[QLabel] = []
        self._holders: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(_SPACING)
        self._grid.setColumnStretch(1, 1)

    def add_row(self, text: str, *fields: QWidget, wide: bool = False) -> int:
        """Put a row below; its number. `wide`: the first field takes all the room there is."""
        label, holder = QLabel(text), QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        for field in fields:
            row.addWidget(field, int(wide and field is fields[0]))
        if not wide:
            row.addStretch(1)
        label.setBuddy(fields[0])
        number = self._grid.rowCount()
        self._grid.addWidget(label, number, 0)
        self._grid.addWidget(holder, number, 1)
        self._labels.append(label)
        self._holders.append(holder)
        return len(self._labels) - 1

    def add_wide(self, part: QWidget) -> None:
        """Put something below that needs no label."""
        part.setSizePolicy(part.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Preferred)
        self._grid.addWidget(part, self._grid.rowCount(), 0, 1, 2)

    def show_row(self, number: int, shown: bool) -> None:
        """Show a row, or leave it out."""
        self._labels[number].setVisible(shown)
        self._holders[number].setVisible(shown)

    @property
    def has_rows(self) -> bool:
        """Whether any row is shown."""
        return any(not holder.isHidden() for holder in self._holders)

    @property
    def label_width(self) -> int:
        """Pixels that its longest label needs."""
        return max((label.sizeHint().width() for label in self._labels), default=0)

    def indent(self, width: int) -> None:
        """Let the fields begin behind labels of that width."""
        self._grid.setColumnMinimumWidth(0, width)


def align(forms: Iterable[Rows]) -> None:
    """Let the fields of several forms begin in one line."""
    together = tuple(forms)
    width = max((form.label_width for form in together), default=0)
    for form in together:
        form.indent(width)
