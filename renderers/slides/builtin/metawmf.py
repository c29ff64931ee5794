"""The records of Windows metafiles (MS-WMF 2.3) that lines, areas and words are made of."""

from __future__ import annotations

import struct
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from renderers.slides.builtin.metaplay import Player, brush_of, colorref, pen_of, polygons

_SYMBOL_CHARSET = 2


def window(data: bytes) -> QRectF:
    """Return the logical rectangle of the picture: its window, else that of the placeable header."""
    origin, extent = (0, 0), (0, 0)
    at = (22 if data[:4] == b"\xd7\xcd\xc6\x9a" else 0) + 18
    while at + 10 <= len(data) and extent == (0, 0):
        words, function, y, x = struct.unpack_from("<IHhh", data, at)
        if words < 3:
            break
        origin = (x, y) if function == 0x20B else origin
        extent = (x, y) if function == 0x20C else extent
        at += words * 2
    if extent == (0, 0) and len(data) > 22:
        left, top, right, bottom = struct.unpack_from("<hhhh", data, 6)
        return QRectF(left, top, right - left, bottom - top)
    return QRectF(origin[0], origin[1], abs(extent[0]), abs(extent[1]))


def _points(body: bytes, count: int, at: int) -> list[QPointF]:
    flat = struct.unpack_from(f"<{count * 2}h", body, at)
    return [QPointF(flat[i], flat[i + 1]) for i in range(0, count * 2, 2)]


def _create_pen(player: Player, body: bytes) -> None:
    style, width, _y, color = struct.unpack_from("<HhhI", body)
    player.store(pen_of(style, width, color))


def _create_brush(player: Player, body: bytes) -> None:
    style, color = struct.unpack_from("<HI", body)
    player.store(brush_of(style, color))


def _create_font(player: Player, body: bytes) -> None:
    height, _w, _e, _o, weight, italic = struct.unpack_from("<hhhhhB", body)
    charset = body[13]
    face = body[18:50].split(b"\0")[0].decode("cp1252", "replace")
    player.store(
        (abs(height) or 12, weight >= 600, italic != 0, "Symbol" if charset == _SYMBOL_CHARSET else face)
    )


def _select(player: Player, body: bytes) -> None:
    player.select(player.objects.get(struct.unpack_from("<H", body)[0]))


def _delete(player: Player, body: bytes) -> None:
    player.objects.pop(struct.unpack_from("<H", body)[0], None)


def _ink(player: Player, body: bytes) -> None:
    player.state.ink = colorref(struct.unpack_from("<I", body)[0])


def _align(player: Player, body: bytes) -> None:
    player.align(struct.unpack_from("<H", body)[0])


def _move(player: Player, body: bytes) -> None:
    y, x = struct.unpack_from("<hh", body)
    player.move_to(QPointF(x, y))


def _line(player: Player, body: bytes) -> None:
    y, x = struct.unpack_from("<hh", body)
    player.line_to(QPointF(x, y))


def _polygon(player: Player, body: bytes) -> None:
    count = struct.unpack_from("<h", body)[0]
    player.shape(polygons(_points(body, count, 2), [count], True))


def _polyline(player: Player, body: bytes) -> None:
    count = struct.unpack_from("<h", body)[0]
    player.shape(polygons(_points(body, count, 2), [count], False), filled=False)


def _polypolygon(player: Player, body: bytes) -> None:
    parts = struct.unpack_from("<H", body)[0]
    counts = list(struct.unpack_from(f"<{parts}H", body, 2))
    player.shape(polygons(_points(body, sum(counts), 2 + parts * 2), counts, True))


def _rectangle(player: Player, body: bytes) -> None:
    bottom, right, top, left = struct.unpack_from("<hhhh", body)
    path = QPainterPath()
    path.addRect(QRectF(left, top, right - left, bottom - top))
    player.shape(path)


def _ellipse(player: Player, body: bytes) -> None:
    bottom, right, top, left = struct.unpack_from("<hhhh", body)
    path = QPainterPath()
    path.addEllipse(QRectF(left, top, right - left, bottom - top))
    player.shape(path)


def _ext_text(player: Player, body: bytes) -> None:
    y, x, count, options = struct.unpack_from("<hhhH", body)
    start = 8 + (8 if options & 6 else 0)
    player.text(body[start : start + count].decode("cp1252", "replace"), QPointF(x, y))


def _text(player: Player, body: bytes) -> None:
    count = struct.unpack_from("<h", body)[0]
    y, x = struct.unpack_from("<hh", body, 2 + count + count % 2)
    player.text(body[2 : 2 + count].decode("cp1252", "replace"), QPointF(x, y))


RECORDS: dict[int, Callable[[Player, bytes], None]] = {
    0x02FA: _create_pen,
    0x02FC: _create_brush,
    0x02FB: _create_font,
    0x012D: _select,
    0x01F0: _delete,
    0x0209: _ink,
    0x012E: _align,
    0x0214: _move,
    0x0213: _line,
    0x0324: _polygon,
    0x0325: _polyline,
    0x0538: _polypolygon,
    0x041B: _rectangle,
    0x0418: _ellipse,
    0x0A32: _ext_text,
    0x0521: _text,
}
