"""The records of enhanced metafiles (MS-EMF 2.3) that lines, areas and words are made of."""

from __future__ import annotations

import copy
import struct
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from renderers.slides.builtin.metaplay import Player, brush_of, colorref, pen_of, polygons, stock


def frame(data: bytes) -> QRectF:
    """Return the picture's frame in device units (MS-EMF 2.2.9)."""
    left, top, right, bottom = struct.unpack_from("<iiii", data, 24)
    width, height, wide_mm, high_mm = struct.unpack_from("<iiii", data, 72)
    sx, sy = width / (wide_mm or 1) / 100, height / (high_mm or 1) / 100
    return QRectF(left * sx, top * sy, (right - left) * sx, (bottom - top) * sy)


class Mapping:
    """Window and viewport: how logical places become device places."""

    def __init__(self) -> None:
        self.values: dict[str, tuple[float, float]] = {
            "window origin": (0, 0),
            "window extent": (1, 1),
            "view origin": (0, 0),
            "view extent": (1, 1),
        }

    def transform(self) -> QTransform:
        """Return the mapping."""
        (ox, oy), (ex, ey) = self.values["window origin"], self.values["window extent"]
        (vx, vy), (wx, wy) = self.values["view origin"], self.values["view extent"]
        scale = QTransform.fromScale(wx / (ex or 1), wy / (ey or 1))
        return QTransform.fromTranslate(-ox, -oy) * scale * QTransform.fromTranslate(vx, vy)


def _set_mapping(name: str) -> Callable[[Player, bytes], None]:
    def record(player: Player, body: bytes) -> None:
        mapping = player.objects.setdefault(-1, Mapping())
        if isinstance(mapping, Mapping):
            mapping.values[name] = struct.unpack_from("<ii", body)
        _apply(player)

    return record


def _apply(player: Player) -> None:
    mapping, world = player.objects.get(-1), player.objects.get(-2)
    whole = world if isinstance(world, QTransform) else QTransform()
    if isinstance(mapping, Mapping):
        whole = whole * mapping.transform()
    player.painter.setTransform(whole * player.base)


def _set_world(player: Player, body: bytes) -> None:
    player.objects[-2] = QTransform(*struct.unpack_from("<ffffff", body))
    _apply(player)


def _change_world(player: Player, body: bytes) -> None:
    change, mode = QTransform(*struct.unpack_from("<ffffff", body)), struct.unpack_from("<I", body, 24)[0]
    old = player.objects.get(-2)
    world = old if isinstance(old, QTransform) else QTransform()
    # Modes: 1 identity, 2 change first, 3 change last, 4 replace.
    player.objects[-2] = {1: QTransform(), 2: change * world, 3: world * change}.get(mode, change)
    _apply(player)


def _points(body: bytes, small: bool, at: int, count: int) -> list[QPointF]:
    flat = struct.unpack_from(f"<{count * 2}{'h' if small else 'i'}", body, at)
    return [QPointF(flat[i], flat[i + 1]) for i in range(0, count * 2, 2)]


def _chain(small: bool, closed: bool, onward: bool = False) -> Callable[[Player, bytes], None]:
    def record(player: Player, body: bytes) -> None:
        count = struct.unpack_from("<I", body, 16)[0]
        points = _points(body, small, 20, count)
        if onward:
            for point in points:
                player.line_to(point)
        else:
            player.shape(polygons(points, [count], closed), filled=closed)

    return record


def _chains(small: bool, closed: bool) -> Callable[[Player, bytes], None]:
    def record(player: Player, body: bytes) -> None:
        parts, total = struct.unpack_from("<II", body, 16)
        counts = list(struct.unpack_from(f"<{parts}I", body, 24))
        player.shape(polygons(_points(body, small, 24 + parts * 4, total), counts, closed), filled=closed)

    return record


def _curves(small: bool, onward: bool) -> Callable[[Player, bytes], None]:
    def record(player: Player, body: bytes) -> None:
        points = _points(body, small, 20, struct.unpack_from("<I", body, 16)[0])
        start = player.state.at if onward else points.pop(0)
        target = player.path if player.path is not None else QPainterPath(start)
        if player.path is not None and not onward:
            target.moveTo(start)
        for a, b, c in zip(points[::3], points[1::3], points[2::3], strict=False):
            target.cubicTo(a, b, c)
            player.state.at = c
        if player.path is None:
            player.shape(target, filled=False)

    return record


def _move(player: Player, body: bytes) -> None:
    player.move_to(QPointF(*struct.unpack_from("<ii", body)))


def _line(player: Player, body: bytes) -> None:
    player.line_to(QPointF(*struct.unpack_from("<ii", body)))


def _box(round_: bool) -> Callable[[Player, bytes], None]:
    def record(player: Player, body: bytes) -> None:
        left, top, right, bottom = struct.unpack_from("<iiii", body)
        path, rect = QPainterPath(), QRectF(left, top, right - left, bottom - top)
        (path.addEllipse if round_ else path.addRect)(rect)
        player.shape(path)

    return record


def _begin_path(player: Player, _body: bytes) -> None:
    player.path = QPainterPath(player.state.at)


def _close(player: Player, _body: bytes) -> None:
    if player.path is not None:
        player.path.closeSubpath()


def _end_path(player: Player, _body: bytes) -> None:
    player.objects[-3], player.path = player.path, None


def _draw_path(filled: bool, lined: bool) -> Callable[[Player, bytes], None]:
    def record(player: Player, _body: bytes) -> None:
        path = player.objects.pop(-3, None)
        if isinstance(path, QPainterPath):
            player.shape(path, filled, lined)

    return record


def _create_pen(player: Player, body: bytes) -> None:
    index, style, width, _y, color = struct.unpack_from("<IIiiI", body)
    player.objects[index] = pen_of(style, width, color)


def _create_wide_pen(player: Player, body: bytes) -> None:
    index, style, width, _brush, color = struct.unpack_from("<I16xIIII", body)
    player.objects[index] = pen_of(style, width, color)


def _create_brush(player: Player, body: bytes) -> None:
    index, style, color = struct.unpack_from("<III", body)
    player.objects[index] = brush_of(style, color)


def _create_font(player: Player, body: bytes) -> None:
    index, height, _w, _e, _o, weight, italic = struct.unpack_from("<IiiiiiB", body)
    face = body[32:96].decode("utf-16-le", "replace").split("\0")[0]
    player.objects[index] = (abs(height) or 12, weight >= 600, italic != 0, face)


def _select(player: Player, body: bytes) -> None:
    index = struct.unpack_from("<I", body)[0]
    player.select(stock(index & 0xFF) if index & 0x80000000 else player.objects.get(index))


def _delete(player: Player, body: bytes) -> None:
    player.objects.pop(struct.unpack_from("<I", body)[0], None)


def _save(player: Player, _body: bytes) -> None:
    player.saved.append(copy.copy(player.state))
    player.painter.save()


def _restore(player: Player, _body: bytes) -> None:
    if player.saved:
        player.state = player.saved.pop()
        player.painter.restore()


def _fill_mode(player: Player, body: bytes) -> None:
    player.state.winding = struct.unpack_from("<I", body)[0] == 2


def _ink(player: Player, body: bytes) -> None:
    player.state.ink = colorref(struct.unpack_from("<I", body)[0])


def _align(player: Player, body: bytes) -> None:
    player.align(struct.unpack_from("<I", body)[0])


def _text(player: Player, body: bytes) -> None:
    x, y, count, offset = struct.unpack_from("<iiII", body, 28)
    words = body[offset - 8 : offset - 8 + count * 2].decode("utf-16-le", "replace")
    if words.strip():
        player.text(words, QPointF(x, y))


RECORDS: dict[int, Callable[[Player, bytes], None]] = {
    2: _curves(small=False, onward=False),
    3: _chain(small=False, closed=True),
    4: _chain(small=False, closed=False),
    5: _curves(small=False, onward=True),
    6: _chain(small=False, closed=False, onward=True),
    8: _chains(small=False, closed=True),
    9: _set_mapping("window extent"),
    10: _set_mapping("window origin"),
    11: _set_mapping("view extent"),
    12: _set_mapping("view origin"),
    19: _fill_mode,
    22: _align,
    24: _ink,
    27: _move,
    33: _save,
    34: _restore,
    35: _set_world,
    36: _change_world,
    37: _select,
    38: _create_pen,
    39: _create_brush,
    40: _delete,
    42: _box(round_=True),
    43: _box(round_=False),
    54: _line,
    59: _begin_path,
    60: _end_path,
    61: _close,
    62: _draw_path(filled=True, lined=False),
    63: _draw_path(filled=True, lined=True),
    64: _draw_path(filled=False, lined=True),
    82: _create_font,
    84: _text,
    85: _curves(small=True, onward=False),
    86: _chain(small=True, closed=True),
    87: _chain(small=True, closed=False),
    88: _curves(small=True, onward=True),
    89: _chain(small=True, closed=False, onward=True),
    90: _chains(small=True, closed=False),
    91: _chains(small=True, closed=True),
    95: _create_wide_pen,
}
