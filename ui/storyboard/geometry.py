"""Where things stand within the rows of the storyboard, in device-independent pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

    from ui.storyboard.rows import Kind

EDGE = 8
"""From the edge of the pane to the ground of a card."""
PAD = 8
NUMBER = 34
"""The column of the numbers."""
WIDEST_PICTURE = 320
NARROWEST_PICTURE = 64
ICON = 14
FOLD = 16


@dataclass(frozen=True, slots=True)
class CardPlaces:
    """The parts of a card."""

    ground: QRect
    number: QRect
    picture: QRect
    title: QRect
    marks: QRect


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes of the rows of one list: they follow its width, its font and the shape of the video."""

    width: int
    line: int
    """Height of a line of text."""
    aspect: float
    """Width of the video divided by its height."""

    @classmethod
    def of(cls, width: int, metrics: QFontMetrics, aspect: float) -> Measures:
        """The sizes for a list `width` pixels wide."""
        return cls(width, metrics.height(), aspect)

    @property
    def picture(self) -> QSize:
        """The size of a thumbnail."""
        room = self.width - 2 * EDGE - NUMBER - PAD
        width = min(max(room, NARROWEST_PICTURE), WIDEST_PICTURE)
        return QSize(width, round(width / self.aspect))

    def height(self, kind: Kind) -> int:
        """The height of a row."""
        if kind == "scene":
            return PAD + self.picture.height() + 6 + self.line + 2 + self.line + PAD
        return self.line + 10 if kind == "seam" else self.line + 22

    def card(self, row: QRect) -> CardPlaces:
        """The parts of the card in a row."""
        size = self.picture
        left = row.left() + EDGE + NUMBER
        ground = row.adjusted(EDGE // 2, 0, -EDGE // 2, 0)
        picture = QRect(left, row.top() + PAD, size.width(), size.height())
        number = QRect(row.left() + EDGE, picture.top(), NUMBER - 8, self.line)
        right = row.right() - EDGE - PAD // 2
        title = QRect(left, picture.bottom() + 7, right - left, self.line)
        marks = QRect(left, title.bottom() + 3, right - left, self.line)
        return CardPlaces(ground, number, picture, title, marks)

    def seam(self, row: QRect) -> QRect:
        """The ground of a change: what reacts to the pointer."""
        return QRect(
            row.left() + EDGE + NUMBER - 8,
            row.top() + 1,
            row.width() - 2 * EDGE - NUMBER + 4,
            row.height() - 2,
        )

    def heading(self, row: QRect) -> QRect:
        """The name of a section."""
        left = row.left() + EDGE + FOLD + 4
        return QRect(left, row.top() + 8, row.right() - EDGE - left, row.height() - 12)
