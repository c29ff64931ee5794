"""Paints the row of scenes: a block for each with its picture, number and title; guessed lengths are hatched."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPen

from ui.timeline.canvas import NARROW, Canvas, faint
from ui.timeline.layout import BADGE

if TYPE_CHECKING:
    from ui.timeline.strip import Piece

Picture = Callable[[str, int, int], QImage | None]
"""(scene id, width, height in device pixels) -> its picture, if it is there."""
_SHAPE = 16 / 9
_LEAST_PICTURE = 24
_STEP = 8
"""Pictures grow in such steps with the pane, so that not every pixel asks for new ones."""


def paint_scenes(canvas: Canvas, picture: Picture, current: str, selected: frozenset[str]) -> None:
    """The blocks of all scenes in sight."""
    for piece in canvas.pieces:
        _block(canvas, piece, picture, piece.id == current, piece.id in selected)


def _block(canvas: Canvas, piece: Piece, picture: Picture, current: bool, selected: bool) -> None:
    painter, colours = canvas.painter, canvas.colours
    left, width = canvas.scale.span(piece.start, piece.stop)
    top, height = canvas.rows.row("scenes")
    rect = QRectF(left, top + 3, width, height - 6)
    if width < NARROW:
        painter.fillRect(rect, colours.selection if selected or current else colours.hover)
        painter.fillRect(QRectF(left, rect.top(), 1, rect.height()), colours.border)
        return
    painter.fillRect(rect, colours.selection if selected or current else colours.raised)
    if piece.estimated:
        painter.fillRect(rect, QBrush(faint(colours.muted, 90), Qt.BrushStyle.BDiagPattern))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colours.accent if current else colours.outline, 1))
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    if current:
        painter.fillRect(QRectF(left, rect.top(), width, 3), colours.accent)
    _content(canvas, piece, picture, rect)


def _content(canvas: Canvas, piece: Piece, picture: Picture, rect: QRectF) -> None:
    """Picture and title stay in sight while any of the block is."""
    gap = BADGE / 2 + 4 if piece.clip.cut is not None else 4
    start = max(rect.left() + gap, canvas.scale.x(piece.body) + 4, 4.0)
    room = rect.right() - 4 - start
    number = canvas.metrics.horizontalAdvance(str(piece.number))
    if room < number:
        return
    line = canvas.metrics.height()
    text = QRectF(start, rect.top() + 4, room, line)
    guessed = "≈ " if piece.estimated else ""
    told = f"{guessed}{piece.number}  {piece.title}" if room > 3 * number + 8 else str(piece.number)
    canvas.text(text, told, canvas.colours.text)
    height = (rect.height() - line - 12) // _STEP * _STEP
    width = height * _SHAPE
    if height >= _LEAST_PICTURE / 2 and room >= _LEAST_PICTURE:
        place = QRectF(start, text.bottom() + 4, min(width, room), height)
        _picture(canvas, piece, picture, place, width)


def _picture(canvas: Canvas, piece: Piece, picture: Picture, place: QRectF, full: float) -> None:
    ratio = canvas.device_ratio
    wide, high = round(full * ratio), round(place.height() * ratio)
    image = picture(piece.id, wide, high)
    painter = canvas.painter
    if image is None:
        painter.fillRect(place, canvas.colours.hover)
    else:
        painter.drawImage(place, image, QRectF(0, 0, image.width() * place.width() / full, image.height()))
    painter.setPen(QPen(canvas.colours.border, 1))
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
