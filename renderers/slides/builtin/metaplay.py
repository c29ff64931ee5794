"""Draws Windows metafiles made of lines, areas and words: logos and older equations.

Sources: MS-EMF 2.3 and MS-WMF 2.3 (records). Only what such pictures use is understood; a file in
which nothing could be drawn counts as not drawable.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

from renderers.slides.builtin.fonts import unicode_symbols
from renderers.slides.builtin.metabitmaps import Stamp, cut_out, stamp_of

_LONGEST = 1400
_STOCK_BRUSHES = {0: "#ffffff", 1: "#c0c0c0", 2: "#808080", 3: "#404040", 4: "#000000"}
_STOCK_PENS = {6: "#ffffff", 7: "#000000"}
_NOTHING = {"EMF": {1, 14}, "WMF": {0}}
"""The records that stand in every metafile."""
_FACES = ["Liberation Serif", "DejaVu Sans"]


@dataclass(slots=True)
class State:
    """The device context a metafile draws with."""

    pen: QPen = field(default_factory=lambda: QPen(QColor(0, 0, 0), 0))
    brush: QBrush = field(default_factory=lambda: QBrush(QColor(255, 255, 255)))
    font: tuple[float, bool, bool, str] = (12.0, False, False, "")
    ink: QColor = field(default_factory=lambda: QColor(0, 0, 0))
    at: QPointF = field(default_factory=QPointF)
    winding: bool = False
    baseline: bool = False
    shift: float = 0.0
    """How much of its width a text stands left of its place: 0, one half or all."""


class Player:
    """Draws records into an image; `drawn` counts what left a mark."""

    def __init__(self, bounds: QRectF) -> None:
        scale = _LONGEST / max(bounds.width(), bounds.height(), 1e-6)
        width, height = max(1, round(bounds.width() * scale)), max(1, round(bounds.height() * scale))
        self.image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.fill(Qt.GlobalColor.transparent)
        self.painter = QPainter(self.image)
        self.painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.base = QTransform.fromTranslate(-bounds.x(), -bounds.y()) * QTransform.fromScale(scale, scale)
        self.painter.setTransform(self.base)
        self.state, self.saved = State(), list[State]()
        self.objects: dict[int, object] = {}
        self.path: QPainterPath | None = None
        self.drawn = self.stamped = 0
        self._mask: Stamp | None = None

    def select(self, thing: object) -> None:
        """Make a pen, brush or font the current one."""
        if isinstance(thing, QPen):
            self.state.pen = thing
        elif isinstance(thing, QBrush):
            self.state.brush = thing
        elif isinstance(thing, tuple):
            height, bold, italic, face = thing  # pyright: ignore[reportUnknownVariableType]
            self.state.font = (float(str(height)), bool(bold), bool(italic), str(face))

    def store(self, thing: object) -> None:
        """Keep a created object in the first free place (MS-WMF 3.1.4.1)."""
        place = next(i for i in range(len(self.objects) + 1) if i not in self.objects)
        self.objects[place] = thing

    def shape(self, path: QPainterPath, filled: bool = True, lined: bool = True) -> None:
        """Draw a path, or add it to the one being collected."""
        if self.path is not None:
            self.path.addPath(path)
            return
        path.setFillRule(Qt.FillRule.WindingFill if self.state.winding else Qt.FillRule.OddEvenFill)
        self.painter.setPen(self.state.pen if lined else QPen(Qt.PenStyle.NoPen))
        self.painter.setBrush(self.state.brush if filled else QBrush(Qt.BrushStyle.NoBrush))
        self.painter.drawPath(path)
        self.drawn += 1

    def align(self, mode: int) -> None:
        """Set where words stand to their place (MS-WMF 2.1.2.3)."""
        self.state.baseline = mode & 24 == 24
        self.state.shift = {6: 0.5, 2: 1.0}.get(mode & 6, 0.0)

    def line_to(self, point: QPointF) -> None:
        """Draw a line from the current place."""
        if self.path is not None:
            self.path.lineTo(point)
        else:
            path = QPainterPath(self.state.at)
            path.lineTo(point)
            self.shape(path, filled=False)
        self.state.at = point

    def move_to(self, point: QPointF) -> None:
        """Set the current place."""
        self.state.at = point
        if self.path is not None:
            self.path.moveTo(point)

    def text(self, words: str, at: QPointF) -> None:
        """Write words in the current font; symbol faces become Unicode."""
        height, bold, italic, face = self.state.font
        words = unicode_symbols(words, face)
        font = QFont([face, *_FACES])
        font.setPixelSize(max(1, round(height)))
        font.setBold(bold)
        font.setItalic(italic)
        self.painter.setFont(font)
        self.painter.setPen(self.state.ink)
        metrics = QFontMetricsF(font)
        down = 0.0 if self.state.baseline else metrics.ascent()
        left = metrics.horizontalAdvance(words) * self.state.shift if self.state.shift else 0.0
        self.painter.drawText(QPointF(at.x() - left, at.y() + down), words)
        self.drawn += 1

    def stamp(self, bitmap: Stamp | None) -> None:
        """Put a bitmap in its place; a mask waits for its colours."""
        if bitmap is None:
            return
        mask, self._mask = self._mask, None
        joined = mask is not None and not bitmap.is_mask and bitmap.place == mask.place
        if mask is not None and not joined:
            self._put(mask.place, cut_out(mask, None))
        if bitmap.is_mask:
            self._mask = bitmap
        else:
            self._put(bitmap.place, cut_out(mask, bitmap) if mask is not None and joined else bitmap.image())

    def _put(self, place: QRectF, image: QImage) -> None:
        if not image.isNull():
            self.painter.drawImage(place, image)
            self.drawn += 1
            self.stamped += 1

    def result(self) -> QImage | None:
        """Return the picture, None where nothing was drawn."""
        if self._mask is not None:
            self._put(self._mask.place, cut_out(self._mask, None))
        self.painter.end()
        return self.image if self.drawn else None


def play(data: bytes, kind: str) -> QImage | None:
    """Draw a metafile of lines, words and bitmaps; None where it holds nothing that is drawn here, only one
    bitmap (which is better taken as it is), or is broken.
    """
    try:
        player = _play_emf(data) if kind == "EMF" else _play_wmf(data)
    except (struct.error, ValueError, IndexError):
        return None
    image = player.result()
    return None if player.stamped == player.drawn == 1 else image


def is_empty(data: bytes, kind: str) -> bool:
    """Whether a metafile has no more than a beginning and an end: a picture of nothing."""
    return {record for record, _ in _records(data, kind)} == _NOTHING[kind]


def polygons(points: list[QPointF], counts: list[int], closed: bool) -> QPainterPath:
    """Return a path of several chains of points."""
    path, at = QPainterPath(), 0
    for count in counts:
        part = points[at : at + count]
        at += count
        if part:
            path.moveTo(part[0])
            for point in part[1:]:
                path.lineTo(point)
            if closed:
                path.closeSubpath()
    return path


def colorref(value: int) -> QColor:
    """Return the colour of a COLORREF (red in the lowest byte)."""
    return QColor(value & 255, value >> 8 & 255, value >> 16 & 255)


def pen_of(style: int, width: float, color: int) -> QPen:
    """Return a pen (style 5: none)."""
    return QPen(Qt.PenStyle.NoPen) if style & 15 == 5 else QPen(colorref(color), width)


def brush_of(style: int, color: int) -> QBrush:
    """Return a brush (style 1: none)."""
    return QBrush(Qt.BrushStyle.NoBrush) if style == 1 else QBrush(colorref(color))


def stock(index: int) -> object:
    """Return a stock object by its number."""
    if index in _STOCK_BRUSHES:
        return QBrush(QColor(_STOCK_BRUSHES[index]))
    if index in _STOCK_PENS:
        return QPen(QColor(_STOCK_PENS[index]), 0)
    return {5: QBrush(Qt.BrushStyle.NoBrush), 8: QPen(Qt.PenStyle.NoPen)}.get(index)


def _play_wmf(data: bytes) -> Player:
    from renderers.slides.builtin.metawmf import RECORDS, window

    player = Player(window(data))
    for function, body in _records(data, "WMF"):
        _run(RECORDS.get(function), player, body)
        player.stamp(stamp_of("WMF", function, body))
    return player


def _play_emf(data: bytes) -> Player:
    from renderers.slides.builtin.metaemf import RECORDS, frame

    player = Player(frame(data))
    for kind, body in _records(data, "EMF"):
        _run(RECORDS.get(kind), player, body)
        player.stamp(stamp_of("EMF", kind, body))
    return player


def _records(data: bytes, kind: str) -> Iterator[tuple[int, bytes]]:
    """The records of a metafile and their parameters, as far as they are whole."""
    if kind == "EMF":
        at = 0
        while at + 8 <= len(data):
            record, size = struct.unpack_from("<II", data, at)
            if size < 8:
                return
            yield record, data[at + 8 : at + size]
            at += size
        return
    at = (22 if data[:4] == b"\xd7\xcd\xc6\x9a" else 0) + 18
    while at + 6 <= len(data):
        words, record = struct.unpack_from("<IH", data, at)
        if words < 3:
            return
        yield record, data[at + 6 : at + words * 2]
        at += words * 2


def _run(record: Callable[[Player, bytes], None] | None, player: Player, body: bytes) -> None:
    if record is not None:
        record(player, body)
