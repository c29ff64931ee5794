"""Lines: width, colour, dashes, joins and the ends of arrows.

Source: ECMA-376 part 1, 20.1.2.2.24 (a:ln) and 20.1.10.49 (preset dashes).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF

from renderers.slides.builtin.brush import paint_fill
from renderers.slides.builtin.fills import FILL_TAGS, Fill, Gradient, NoFill, Solid, read_fill
from renderers.slides.builtin.node import Cascade, Node
from renderers.slides.builtin.sheet import Sheet

DEFAULT_WIDTH = 7.5
"""0.75 pt, the width of a line that states none."""
_THINNEST = 2.0
_DASHES: dict[str, tuple[float, ...]] = {
    "dot": (1, 3),
    "sysDot": (1, 1),
    "dash": (4, 3),
    "sysDash": (3, 1),
    "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3),
    "sysDashDot": (3, 1, 1, 1),
    "lgDashDot": (8, 3, 1, 3),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}
_CAPS = {"rnd": Qt.PenCapStyle.RoundCap, "sq": Qt.PenCapStyle.SquareCap, "flat": Qt.PenCapStyle.FlatCap}
_SIZES = {"sm": 2.0, "med": 3.0, "lg": 5.0}


@dataclass(frozen=True, slots=True)
class Tip:
    """The end of a line: its form, and length and width in line widths."""

    form: str
    length: float
    width: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's look; `width` in painter units."""

    fill: Fill
    width: float
    dashes: tuple[float, ...] = ()
    cap: Qt.PenCapStyle = Qt.PenCapStyle.FlatCap
    join: Qt.PenJoinStyle = Qt.PenJoinStyle.RoundJoin
    head: Tip | None = None
    tail: Tip | None = None

    @property
    def visible(self) -> bool:
        """Whether anything is painted."""
        return not isinstance(self.fill, NoFill)

    def pen(self) -> QPen:
        """Return the pen for it (plain colours; gradients take their first one)."""
        color = self.fill.color if isinstance(self.fill, Solid) else QColor(0, 0, 0)
        if isinstance(self.fill, Gradient):
            color = self.fill.stops[0][1]
        pen = QPen(QBrush(color), max(self.width, _THINNEST))
        pen.setCapStyle(self.cap)
        pen.setJoinStyle(self.join)
        if self.dashes:
            pen.setDashPattern(list(self.dashes))
        return pen


def read_stroke(lines: Cascade, reference: Node | None, sheet: Sheet) -> Stroke | None:
    """Return the line described by a:ln elements over the theme's line style, None where there is none."""
    accent = sheet.palette.color(reference)
    base = _theme_line(reference, sheet)
    whole = Cascade(*lines.nodes, base)
    fill = read_fill(lines.child(*FILL_TAGS), sheet, accent)
    if fill is None and base is not None:
        fill = read_fill(base.child(*FILL_TAGS), sheet, accent)
    if fill is None or isinstance(fill, NoFill):
        return None
    width = whole.units("w", DEFAULT_WIDTH)
    return Stroke(
        fill,
        width,
        _dashes(whole),
        _CAPS.get(whole.get("cap") or "flat", Qt.PenCapStyle.FlatCap),
        _join(whole),
        _tip(whole.child("headEnd")),
        _tip(whole.child("tailEnd")),
    )


def paint_stroke(painter: QPainter, path: QPainterPath, bounds: QRectF, stroke: Stroke) -> None:
    """Draw a path's line, with its tips where the path is open."""
    painter.save()
    path = _with_tips(painter, path, stroke) if stroke.head or stroke.tail else path
    if isinstance(stroke.fill, Solid | Gradient) and not (
        isinstance(stroke.fill, Gradient) and len(stroke.fill.stops) > 1
    ):
        painter.setPen(stroke.pen())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    else:
        paint_fill(painter, _outline(path, stroke), bounds, stroke.fill)
    painter.restore()


def _outline(path: QPainterPath, stroke: Stroke) -> QPainterPath:
    return QPainterPathStroker(stroke.pen()).createStroke(path)


def _theme_line(reference: Node | None, sheet: Sheet) -> Node | None:
    index = reference.whole("idx") if reference is not None else 0
    styles = sheet.theme.path("themeElements/fmtScheme/lnStyleLst") if sheet.theme is not None else None
    entries = list(styles) if styles is not None else []
    return entries[index - 1] if 0 < index <= len(entries) else None


def _dashes(lines: Cascade) -> tuple[float, ...]:
    named = lines.child("prstDash", "custDash")
    if named is None:
        return ()
    if named.tag == "prstDash":
        return _DASHES.get(named.get("val") or "solid", ())
    parts = [(max(0.1, stop.ratio("d", 1.0)), max(0.1, stop.ratio("sp", 1.0))) for stop in named]
    return tuple(length for pair in parts for length in pair)


def _join(lines: Cascade) -> Qt.PenJoinStyle:
    named = lines.child("round", "bevel", "miter")
    joins = {"bevel": Qt.PenJoinStyle.BevelJoin, "miter": Qt.PenJoinStyle.MiterJoin}
    return joins.get(named.tag if named is not None else "", Qt.PenJoinStyle.RoundJoin)


def _tip(node: Node | None) -> Tip | None:
    form = (node.get("type") if node is not None else None) or "none"
    if node is None or form == "none":
        return None
    return Tip(form, _SIZES.get(node.get("len") or "med", 3.0), _SIZES.get(node.get("w") or "med", 3.0))


def _with_tips(painter: QPainter, path: QPainterPath, stroke: Stroke) -> QPainterPath:
    """Paint the tips and return the path shortened under them."""
    polygons = path.toSubpathPolygons()
    if not polygons or path.length() <= 0:
        return path
    first, last = polygons[0], polygons[-1]
    if first.isClosed() or first.size() < 2 or last.size() < 2:
        return path
    start = _paint_tip(painter, stroke.head, first.at(0), _toward(first, False, stroke), stroke)
    end = _paint_tip(painter, stroke.tail, last.at(last.size() - 1), _toward(last, True, stroke), stroke)
    return _shortened(path, start, end)


def _toward(polygon: QPolygonF, from_end: bool, stroke: Stroke) -> QPointF:
    """Return the point a tip looks away from: one tip's length along the line."""
    points = [polygon.at(i) for i in range(polygon.size())]
    points = points[::-1] if from_end else points
    reach = max(stroke.width, 10.0) * 2.0
    for point in points[1:]:
        if math.dist((point.x(), point.y()), (points[0].x(), points[0].y())) >= reach:
            return point
    return points[-1]


def _paint_tip(painter: QPainter, tip: Tip | None, at: QPointF, away: QPointF, stroke: Stroke) -> float:
    """Draw one tip; returns how much of the line it covers (painter units)."""
    if tip is None:
        return 0.0
    width = max(stroke.width, 20.0 if stroke.width < 20.0 else 0.0)
    length, half = tip.length * width, tip.width * width / 2
    turn = math.degrees(math.atan2(at.y() - away.y(), at.x() - away.x()))
    shape, open_form = _tip_shape(tip.form, length, half)
    painter.save()
    painter.translate(at)
    painter.rotate(turn)
    pen = stroke.pen()
    if open_form:
        painter.setPen(QPen(pen.brush(), pen.widthF(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(shape)
    else:
        painter.fillPath(shape, pen.brush())
    painter.restore()
    return {"triangle": length * 0.9, "stealth": length * 0.6}.get(tip.form, 0.0)


def _tip_shape(form: str, length: float, half: float) -> tuple[QPainterPath, bool]:
    path = QPainterPath()
    if form == "oval":
        path.addEllipse(QPointF(0, 0), length / 2, half)
        return path, False
    points = {
        "diamond": ((length / 2, 0), (0, half), (-length / 2, 0), (0, -half)),
        "stealth": ((0, 0), (-length, half), (-length * 0.6, 0), (-length, -half)),
        "arrow": ((-length, half), (0, 0), (-length, -half)),
    }.get(form, ((0, 0), (-length, half), (-length, -half)))
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if form != "arrow":
        path.closeSubpath()
    return path, form == "arrow"


def _shortened(path: QPainterPath, start: float, end: float) -> QPainterPath:
    total = path.length()
    if (start <= 0 and end <= 0) or start + end >= total:
        return path
    if path.elementCount() == 2:
        points = [path.pointAtPercent(start / total), path.pointAtPercent(1 - end / total)]
    else:
        polygon = path.toSubpathPolygons()[0]
        points = [polygon.at(i) for i in range(polygon.size())]
        points = _trimmed(_trimmed(points, start)[::-1], end)[::-1]
    result = QPainterPath(points[0])
    for point in points[1:]:
        result.lineTo(point)
    return result


def _trimmed(points: list[QPointF], length: float) -> list[QPointF]:
    """Cut a length off the front of a chain of points."""
    while length > 0 and len(points) > 1:
        step = math.dist((points[0].x(), points[0].y()), (points[1].x(), points[1].y()))
        if step > length:
            return [points[0] + (points[1] - points[0]) * (length / step), *points[1:]]
        length -= step
        points = points[1:]
    return points
