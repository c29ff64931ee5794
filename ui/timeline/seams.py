"""Paints the seams over the row of scenes: as wide as the change is long, with its level as a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from ui.timeline.canvas import Canvas, faint
from ui.timeline.layout import BADGE, badge_centre, badged

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.timeline.strip import Piece


class Mark(NamedTuple):
    """The change at a seam: levels asked for and shown in the video, and what is special about it."""

    requested: int
    delivered: int
    by_hand: bool = False
    fell: bool = False
    """Whether the video shows something else than what is asked for."""

    @property
    def told(self) -> str:
        """The level as digits: "2", "3→2"."""
        same = self.requested == self.delivered
        return str(self.requested) if same else f"{self.requested}→{self.delivered}"


def paint_seams(canvas: Canvas, mark: Callable[[str], Mark], selected: str) -> None:
    """The bands and badges of all seams in sight."""
    seams = [piece for piece in canvas.pieces if piece.clip.cut is not None]
    roomy = {piece.id for piece in badged(canvas.scale, seams)}
    for piece in seams:
        _band(canvas, piece, mark(piece.id), piece.id == selected, piece.id in roomy)
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for piece in seams:
        if piece.id in roomy:
            _badge(canvas, piece, mark(piece.id), piece.id == selected)
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _band(canvas: Canvas, piece: Piece, mark: Mark, selected: bool, has_badge: bool) -> None:
    painter, colour = canvas.painter, canvas.colours.level(mark.requested)
    left, width = canvas.scale.span(piece.start, piece.body)
    top, height = canvas.rows.row("scenes")
    if width >= 2:
        painter.fillRect(QRectF(left, top + 3, width, height - 6), faint(colour, 110 if selected else 70))
        painter.fillRect(QRectF(left + width - 1, top + 3, 1, height - 6), colour)
    if has_badge:
        painter.fillRect(QRectF(left, top + 3, 1, height - 6), colour)
        return
    # No room for a number: the higher the level, the higher the line; what fell has a foot.
    tall = (height - 6) * (0.2 + 0.16 * mark.requested)
    painter.fillRect(QRectF(left - 1, top + height - 3 - tall, 3, tall), colour)
    if mark.fell:
        painter.fillRect(QRectF(left - 3, top + height - 6, 7, 3), canvas.colours.warning)


def _badge(canvas: Canvas, piece: Piece, mark: Mark, selected: bool) -> None:
    painter, colours = canvas.painter, canvas.colours
    wide = BADGE * 1.9 if mark.requested != mark.delivered else BADGE
    middle = canvas.rows.badges
    place = QRectF(badge_centre(canvas.scale, piece) - wide / 2, middle - BADGE / 2, wide, BADGE)
    if selected or mark.by_hand:
        painter.setPen(QPen(colours.focus if selected else colours.text, 2))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(place.adjusted(-2.5, -2.5, 2.5, 2.5), 8, 8)
    painter.setPen(QPen(colours.warning if mark.fell else colours.surface, 1.5))
    painter.setBrush(colours.warning_surface if mark.fell else colours.level(mark.requested))
    painter.drawRoundedRect(place, 6, 6)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.Bold)
    painter.save()
    painter.setFont(font)
    painter.setPen(colours.warning if mark.fell else colours.accent_text)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark.told)
    painter.restore()
