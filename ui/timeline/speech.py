"""Paints what is heard: waveforms where there is sound, outlines where it is still to be spoken."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPen

from ui.peaks import PER_SECOND
from ui.timeline.canvas import Canvas, faint

if TYPE_CHECKING:
    from ui.timeline.strip import Piece

Made = tuple[tuple[str, Fraction], ...]
Sounds = Callable[[str], Made]
"""scene id -> (key of a sound, its start in the take in seconds)."""
PeaksOf = Callable[[str], bytes | None]
_HANDLE = 4
_DENSE = 3
"""Pixels of a scene's narration for each of its sentences, below which pauses are not told apart."""


class Voice(NamedTuple):
    """One sentence, or a whole recording: frames of the timeline, and its sound ("": still to be made)."""

    start: float
    stop: float
    key: str


class Speech:
    """Paints the narration; remembers what does not change from one painting to the next."""

    def __init__(self, sounds: Sounds, peaks: PeaksOf) -> None:
        self._sounds, self._peaks = sounds, peaks
        self._voices: dict[str, tuple[Piece, Made, tuple[Voice, ...]]] = {}
        self._loudest: dict[str, int] = {}

    def paint(self, canvas: Canvas, recorded: QIcon) -> None:
        """The narration of all scenes in sight."""
        waves: list[QLineF] = []
        for piece in canvas.pieces:
            if piece.recorded:
                self._recording(canvas, piece, recorded)
            else:
                self._spoken(canvas, piece, waves)
        _draw(canvas, waves, canvas.colours.accent)

    def voices(self, piece: Piece, rate: Fraction) -> tuple[Voice, ...]:
        """What is heard in a scene, one after the other."""
        made = self._sounds(piece.id)
        kept = self._voices.get(piece.id)
        if kept is not None and kept[0] is piece and kept[1] is made:
            return kept[2]
        found = _voices(piece, made, rate)
        self._voices[piece.id] = (piece, made, found)
        return found

    def _spoken(self, canvas: Canvas, piece: Piece, waves: list[QLineF]) -> None:
        top, height = canvas.rows.row("speech")
        middle, half = top + height / 2, (height - 8) / 2 / 255
        drawn = canvas.left - 1
        for voice in self.voices(piece, canvas.strip.rate):
            left, width = canvas.scale.span(voice.start, voice.stop)
            if left > canvas.right or left + width < drawn:
                continue
            if not voice.key:
                _outline(canvas, left, width)
            elif width < _DENSE:
                tall = self._loudest_of(voice.key) * half + 0.5
                waves.append(QLineF(int(left) + 0.5, middle - tall, int(left) + 0.5, middle + tall))
                drawn = int(left) + 1
            else:
                waves += _wave(canvas, left, width, self._peaks(voice.key))

    def _loudest_of(self, key: str) -> int:
        found = self._loudest.get(key)
        if found is None:
            peaks = self._peaks(key)
            if peaks is None:
                return 0
            found = self._loudest[key] = max(peaks, default=0)
        return found

    def _recording(self, canvas: Canvas, piece: Piece, icon: QIcon) -> None:
        (voice,) = self.voices(piece, canvas.strip.rate)
        left, width = canvas.scale.span(voice.start, voice.stop)
        top, height = canvas.rows.row("speech")
        colours = canvas.colours
        if not voice.key:
            _outline(canvas, left, width)
        else:
            canvas.painter.fillRect(QRectF(left, top + 2, width, height - 4), colours.success_surface)
            _draw(canvas, _wave(canvas, left, width, self._peaks(voice.key)), colours.success)
            if width > 5 * _HANDLE:
                for x in (left, left + width - _HANDLE):
                    canvas.painter.fillRect(QRectF(x, top + 2, _HANDLE, height - 4), colours.success)
        if width > 32:
            place = QRect(round(max(left + 8, 4.0)), top + 4, 16, 16)
            canvas.painter.fillRect(
                place.adjusted(-2, -1, 2, 1), colours.success_surface
            )  # not over the wave
            icon.paint(canvas.painter, place)


def _voices(piece: Piece, made: Made, rate: Fraction) -> tuple[Voice, ...]:
    heard = piece.clip.heard(rate)
    if piece.recorded:
        start = float(heard * rate)
        if made and piece.clip.take.measured:
            return (Voice(start, start + float(piece.clip.take.length * rate), made[0][0]),)
        return (Voice(start, max(start + 1.0, piece.stop - 4.0), ""),)
    keys = {start: key for key, start in made}
    return tuple(
        Voice(float((heard + span.start) * rate), float((heard + span.end) * rate), keys.get(span.start, ""))
        for span in piece.clip.take.spans
    )


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


def _wave(canvas: Canvas, left: float, width: float, peaks: bytes | None) -> list[QLineF]:
    """One upright line for each pixel; a flat one while the sound is being read."""
    top, height = canvas.rows.row("speech")
    middle = top + height / 2
    first, last = max(round(left), canvas.left), min(round(left + width), canvas.right)
    if not peaks:
        return [QLineF(first, middle, max(last - 1, first), middle)]
    half = (height - 8) / 2 / 255
    a_pixel = PER_SECOND / (canvas.scale.per_frame * float(canvas.strip.rate))
    lines: list[QLineF] = []
    place = max(0.0, (first - left) * a_pixel)
    for x in range(first, last):
        part = peaks[int(place) : int(place + a_pixel) + 1]
        tall = max(part) * half + 0.5 if part else 0.5
        lines.append(QLineF(x + 0.5, middle - tall, x + 0.5, middle + tall))
        place += a_pixel
    return lines


def _draw(canvas: Canvas, lines: list[QLineF], colour: QColor) -> None:
    canvas.painter.setPen(QPen(colour, 1))
    canvas.painter.drawLines(lines)
