"""Paints what is heard: waveforms where there is sound, outlines where it is still to be spoken."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QIcon, QPen

from ui.peaks import PER_SECOND
from ui.timeline.canvas import Canvas, faint
from ui.timeline.strip import Piece

Sounds = Callable[[str], tuple[tuple[str, Fraction], ...]]
"""scene id -> (key of a sound, its start in the take in seconds)."""
PeaksOf = Callable[[str], bytes | None]
_HANDLE = 4


def paint_speech(canvas: Canvas, sounds: Sounds, peaks: PeaksOf, recorded: QIcon) -> None:
    """The narration of all scenes in sight."""
    for piece in canvas.pieces:
        made = sounds(piece.id)
        if piece.recorded:
            _recording(canvas, piece, made, peaks, recorded)
        else:
            _spoken(canvas, piece, made, peaks)


def _spoken(canvas: Canvas, piece: Piece, made: tuple[tuple[str, Fraction], ...], peaks: PeaksOf) -> None:
    keys = {start: key for key, start in made}
    for span, told in zip(piece.clip.take.spans, piece.sentences, strict=True):
        left, width = canvas.scale.span(piece.start + told.start, piece.start + told.stop)
        if left > canvas.right or left + width < canvas.left:
            continue
        key = keys.get(span.start)
        if key is None:
            _outline(canvas, left, width)
        else:
            _wave(canvas, left, width, peaks(key))


def _recording(
    canvas: Canvas,
    piece: Piece,
    made: tuple[tuple[str, Fraction], ...],
    peaks: PeaksOf,
    icon: QIcon,
) -> None:
    rate = canvas.strip.rate
    start = float(piece.clip.heard(rate) * rate)
    left, width = canvas.scale.span(start, start + float(piece.clip.take.length * rate))
    top, height = canvas.rows.row("speech")
    if not made or not piece.clip.take.measured:
        _outline(canvas, left, max(width, canvas.scale.span(piece.body, piece.stop)[1] - 4))
    else:
        ground = QRectF(left, top + 2, width, height - 4)
        canvas.painter.fillRect(ground, canvas.colours.success_surface)
        _wave(canvas, left, width, peaks(made[0][0]), recorded=True)
        if width > 5 * _HANDLE:
            for x in (left, left + width - _HANDLE):
                canvas.painter.fillRect(QRectF(x, top + 2, _HANDLE, height - 4), canvas.colours.success)
    if width > 32:
        x = max(left + 8, 4.0)
        icon.paint(canvas.painter, QRect(round(x), top + 4, 16, 16))


def _outline(canvas: Canvas, left: float, width: float) -> None:
    """Still to be spoken: as long as it will take, about."""
    top, height = canvas.rows.row("speech")
    painter = canvas.painter
    if width < 3:
        painter.fillRect(QRectF(left, top + height / 2 - 4, max(width, 1), 8), canvas.colours.border)
        return
    painter.setPen(QPen(canvas.colours.outline, 1, Qt.PenStyle.DashLine))
    painter.setBrush(faint(canvas.colours.hover, 120))
    painter.drawRect(QRectF(left + 0.5, top + height * 0.25, width - 1, height * 0.5))


def _wave(canvas: Canvas, left: float, width: float, peaks: bytes | None, recorded: bool = False) -> None:
    top, height = canvas.rows.row("speech")
    colour = canvas.colours.success if recorded else canvas.colours.accent
    middle = top + height / 2
    first, last = max(round(left), canvas.left), min(round(left + width), canvas.right)
    canvas.painter.setPen(QPen(colour, 1))
    if peaks is None or not peaks:
        canvas.painter.drawLine(QLineF(first, middle, max(last - 1, first), middle))
        return
    half = (height - 8) / 2 / 255
    a_pixel = PER_SECOND / (canvas.scale.per_frame * float(canvas.strip.rate))
    lines: list[QLineF] = []
    for x in range(first, last):
        begin = max(0, int((x - left) * a_pixel))
        tall = max(peaks[begin : max(int((x + 1 - left) * a_pixel), begin + 1)], default=0) * half
        lines.append(QLineF(x + 0.5, middle - tall - 0.5, x + 0.5, middle + tall + 0.5))
    canvas.painter.drawLines(lines)
