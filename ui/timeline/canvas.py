"""What every painter of the timeline needs: where things stand, in which colours, and what may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

if TYPE_CHECKING:
    from ui.look.colours import Colours
    from ui.timeline.layout import Rows, Scale
    from ui.timeline.strip import Piece, Strip

NARROW = 4
"""Pixels below which a clip is only a line."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """One painting: of all that stands between the pixels `left` and `right`."""

    painter: QPainter
    strip: Strip
    scale: Scale
    rows: Rows
    colours: Colours
    metrics: QFontMetrics
    left: int
    right: int
    device_ratio: float = 1.0

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The scenes of which something may be seen; one more on each side, as badges reach over."""
        stretch = abs(self.scale.stretch.by) if self.scale.stretch is not None else 0
        first = self.scale.frame(self.left - 40) - stretch
        return self.strip.between(first, self.scale.frame(self.right + 40) + stretch)

    def text(self, rect: QRectF, text: str, colour: QColor) -> None:
        """One line of text, elided where it has not room enough."""
        if rect.width() < self.metrics.averageCharWidth():
            return
        self.painter.setPen(colour)
        shown = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
        self.painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def faint(colour: QColor, alpha: int) -> QColor:
    """A colour one sees through: 0 (nothing) to 255."""
    seen = QColor(colour)
    seen.setAlpha(alpha)
    return seen
