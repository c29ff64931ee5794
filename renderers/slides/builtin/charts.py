"""Draws charts from their cached values: bars, lines, areas, points and pies."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainterPath, QPen

from renderers.slides.builtin.chartcurves import paint_curve, share_of
from renderers.slides.builtin.chartdata import Axis, Chart, Series, read_chart
from renderers.slides.builtin.chartformats import formatted
from renderers.slides.builtin.chartradar import paint_radar, spokes
from renderers.slides.builtin.fills import FILL_TAGS, read_fill
from renderers.slides.builtin.fonts import Faces
from renderers.slides.builtin.missing import paint_missing_box
from renderers.slides.builtin.scene import Scene
from renderers.slides.builtin.textpaint import TracedLine

_GRID = QColor(217, 217, 217)
_GAP = 60.0


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws a chart's words and keeps the trace of them."""

    scene: Scene
    ink: QColor
    families: tuple[str, ...]
    name: str
    size: float

    def font(self, size: float, bold: bool = False) -> QFont:
        """Return the chart's font."""
        font = QFont(list(self.families))
        font.setPixelSize(max(1, round(size)))
        font.setBold(bold)
        return font

    def width(self, text: str, size: float = 0.0) -> float:
        """Return how wide a text stands."""
        return QFontMetricsF(self.font(size or self.size)).horizontalAdvance(text)

    def write(self, text: str, rect: QRectF, align: Qt.AlignmentFlag, size: float = 0.0) -> None:
        """Write one line into a rectangle."""
        painter = self.scene.painter
        painter.setFont(self.font(size or self.size))
        painter.setPen(self.ink)
        painter.drawText(rect, int(align | Qt.TextFlag.TextDontClip), text)
        trace = self.scene.report.trace
        if trace is not None and text.strip():
            device, shown = painter.device(), painter.worldTransform().mapRect(rect)
            w, h = device.width() or 1, device.height() or 1
            box = (shown.left() / w, shown.top() / h, shown.right() / w, shown.bottom() / h)
            trace.append(TracedLine(self.name, trace[-1].box + 1 if trace else 0, text, box))


def paint_chart(scene: Scene, relation: str | None, bounds: QRectF, name: str) -> None:
    """Draw the chart behind a relationship id; a labelled box where it cannot be read."""
    part = scene.sheet.target(relation)
    root = scene.sheet.package.node(part) if part else None
    chart = read_chart(root, scene.sheet) if root is not None else None
    if root is None or chart is None or not chart.series:
        scene.report.miss(name)
        paint_missing_box(scene.painter, bounds, name)
        return
    _paint_ground(scene, root.child("spPr"), bounds)
    minor = scene.fonts.families(Faces("Calibri", "", "", "", "sans", ""), "latin")
    pen = Pen(scene, QColor(89, 89, 89), minor, name, chart.size)
    area = bounds.adjusted(_GAP, _GAP, -_GAP, -_GAP)
    if chart.title:
        pen.write(
            chart.title,
            QRectF(area.x(), area.y(), area.width(), pen.size * 1.4 * 1.3),
            Qt.AlignmentFlag.AlignHCenter,
            pen.size * 1.4,
        )
        area.setTop(area.top() + pen.size * 1.4 * 1.6)
    area = _paint_legend(pen, chart, area)
    if chart.series[0].kind in ("pie", "ring"):
        _paint_pie(pen, chart, area)
    elif chart.series[0].kind == "radar":
        _paint_web(pen, chart, area)
    else:
        _paint_plot(pen, chart, area)


def _paint_ground(scene: Scene, props: object, bounds: QRectF) -> None:
    from renderers.slides.builtin.brush import paint_fill
    from renderers.slides.builtin.node import Node

    fill = read_fill(props.child(*FILL_TAGS), scene.sheet) if isinstance(props, Node) else None
    path = QPainterPath()
    path.addRect(bounds)
    paint_fill(scene.painter, path, bounds, fill)


def _paint_legend(pen: Pen, chart: Chart, area: QRectF) -> QRectF:
    """Draw the legend at its side and return what is left of the area."""
    first = chart.series[0]
    entries = [(s.name, s.color) for s in chart.series if s.name]
    if first.kind in ("pie", "ring"):
        entries = [(label, first.colors[i % 256]) for i, label in enumerate(first.labels)]
    if not chart.legend or not entries:
        return area
    row = pen.size * 1.5
    widest = max(pen.width(text) for text, _ in entries) + row
    if chart.legend in ("r", "l", "tr"):
        width = min(widest + _GAP, area.width() * 0.4)
        x = area.right() - width + _GAP if chart.legend != "l" else area.x()
        y = area.center().y() - row * len(entries) / 2
        for i, (text, color) in enumerate(entries):
            _legend_entry(pen, text, color, QRectF(x, y + i * row, width, row))
        return area.adjusted(width if chart.legend == "l" else 0, 0, 0 if chart.legend == "l" else -width, 0)
    total = sum(pen.width(text) + row * 1.3 for text, _ in entries)
    x = area.center().x() - total / 2
    y = area.y() if chart.legend == "t" else area.bottom() - row
    for text, color in entries:
        width = pen.width(text) + row * 1.3
        _legend_entry(pen, text, color, QRectF(x, y, width, row))
        x += width
    return area.adjusted(0, row * 1.2, 0, 0) if chart.legend == "t" else area.adjusted(0, 0, 0, -row * 1.2)


def _legend_entry(pen: Pen, text: str, color: QColor, rect: QRectF) -> None:
    side = pen.size * 0.65
    pen.scene.painter.fillRect(QRectF(rect.x(), rect.center().y() - side / 2, side, side), color)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    pen.write(text, rect.adjusted(side * 1.5, 0, 0, 0), left)


def _paint_pie(pen: Pen, chart: Chart, area: QRectF) -> None:
    series = chart.series[0]
    values = [abs(v or 0.0) for v in series.values]
    total = sum(values) or 1.0
    side = min(area.width(), area.height()) * 0.95
    box = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
    painter, start = pen.scene.painter, 90.0
    painter.setPen(QPen(Qt.GlobalColor.white, 15))
    for i, amount in enumerate(values):
        sweep = -360.0 * amount / total
        path = QPainterPath(box.center())
        path.arcTo(box, start, sweep)
        path.closeSubpath()
        if series.kind == "ring":
            hole = QPainterPath()
            hole.addEllipse(box.center(), side * 0.25, side * 0.25)
            path = path.subtracted(hole)
        painter.setBrush(series.colors[i % 256])
        painter.drawPath(path)
        if series.shown:
            angle = math.radians(start + sweep / 2)
            at = box.center() + QPointF(math.cos(angle), -math.sin(angle)) * side * 0.35
            pen.write(
                f"{amount / total:.0%}",
                QRectF(at.x() - 200, at.y() - 80, 400, 160),
                Qt.AlignmentFlag.AlignCenter,
            )
            painter.setPen(QPen(Qt.GlobalColor.white, 15))
        start += sweep


def _paint_web(pen: Pen, chart: Chart, area: QRectF) -> None:
    rows = _amounts(chart)
    ticks = _range([value for row in rows for value in row], chart.value, from_zero=True)
    paint_radar(pen.scene.painter, area, chart.series, rows, ticks)
    labels = max((one.labels for one in chart.series), key=len)
    for label, end in zip(labels, spokes(area, len(labels)), strict=True):
        at = area.center() + (end - area.center()) * 1.12
        box = QRectF(at.x() - 600, at.y() - pen.size, 1200, pen.size * 2)
        pen.write(label, box, Qt.AlignmentFlag.AlignCenter)


def nice_ticks(low: float, high: float, count: int = 6) -> list[float]:
    """Return round numbers that cover a range in about `count` steps."""
    span = high - low or 1.0
    raw = span / count
    size = 10 ** math.floor(math.log10(raw))
    step = next(f * size for f in (1, 2, 5, 10) if f * size >= raw * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [i * step for i in range(first, last + 1)]


def _range(values: Sequence[float], axis: Axis, from_zero: bool, shares: bool = False) -> list[float]:
    low, high = min(values, default=0.0), max(values, default=1.0)
    if from_zero and low > 0 and (high == 0 or low / high < 5 / 6):
        low = 0.0
    high = max(high, 0.0) if from_zero else high
    if shares:
        return nice_ticks(min(low, 0.0), 1.0)
    ticks = nice_ticks(
        axis.low if axis.low is not None else low, axis.high if axis.high is not None else high * 1.02
    )
    return ticks if len(ticks) > 1 else [ticks[0], ticks[0] + 1]


def _stacked(chart: Chart) -> bool:
    return chart.grouping in ("stacked", "percentStacked")


def _amounts(chart: Chart) -> list[list[float]]:
    """Return each series' values as drawn: shares where the stack is in percent."""
    rows = [[v or 0.0 for v in s.values] for s in chart.series]
    if chart.grouping == "percentStacked":
        longest = max((len(r) for r in rows), default=0)
        sums = [sum(abs(r[i]) for r in rows if i < len(r)) or 1.0 for i in range(longest)]
        rows = [[v / sums[i] for i, v in enumerate(r)] for r in rows]
    return rows


def _paint_plot(pen: Pen, chart: Chart, area: QRectF) -> None:
    rows = _amounts(chart)
    scatter = chart.series[0].kind == "scatter"
    tops = (
        [sum(r[i] for r in rows if i < len(r)) for i in range(max(map(len, rows), default=0))]
        if _stacked(chart)
        else []
    )
    shares = chart.grouping == "percentStacked"
    ticks = _range([*tops, *(v for r in rows for v in r)], chart.value, from_zero=True, shares=shares)
    xs = [x for s in chart.series for x in s.xs if x is not None]
    across = _range(xs, chart.category, from_zero=False) if scatter else []
    words = [_written(t, chart) for t in ticks]
    labels = [_written(t, chart, plain=True) for t in across] or list(
        max((s.labels for s in chart.series), key=len)
    )
    first, second = (labels, words) if chart.horizontal else (words, labels)
    left = max((pen.width(w) for w in first), default=0.0) + _GAP
    plot = area.adjusted(min(left, area.width() / 3), pen.size * 0.6, -pen.size, -pen.size * 1.6)
    plot = _axis_titles(pen, chart, area, plot)
    del second
    _paint_value_axis(pen, chart, plot, ticks, words)
    _paint_category_axis(pen, chart, plot, labels, scatter)
    bars = [s for s in chart.series if s.kind == "bar"]
    offsets: dict[int, float] = {}
    if not bars and _stacked(chart):
        rows = [
            [sum(r[i] for r in rows[: k + 1] if i < len(r)) for i in range(len(row))]
            for k, row in enumerate(rows)
        ]
    # The lowest of stacked areas is painted last, over the feet of the higher ones.
    order = list(zip(chart.series, rows, strict=True))
    for series, row in order if bars or not _stacked(chart) else reversed(order):
        if series.kind == "bar":
            _paint_bars(pen, chart, plot, ticks, (series, row, bars.index(series), len(bars)), offsets)
        else:
            paint_curve(pen.scene.painter, chart, plot, ticks, across, series, row)


def _axis_titles(pen: Pen, chart: Chart, area: QRectF, plot: QRectF) -> QRectF:
    middle = Qt.AlignmentFlag.AlignCenter
    if chart.category.title:
        rect = QRectF(plot.x(), area.bottom() - pen.size * 1.3, plot.width(), pen.size * 1.3)
        pen.write(chart.category.title, rect, middle)
        plot = plot.adjusted(0, 0, 0, -pen.size * 1.4)
    if chart.value.title:
        painter = pen.scene.painter
        painter.save()
        painter.translate(area.x() + pen.size * 0.7, plot.center().y())
        painter.rotate(-90)
        pen.write(
            chart.value.title, QRectF(-plot.height() / 2, -pen.size, plot.height(), pen.size * 2), middle
        )
        painter.restore()
        plot = plot.adjusted(pen.size * 1.4, 0, 0, 0)
    return plot


def _written(value: float, chart: Chart, plain: bool = False) -> str:
    if chart.grouping == "percentStacked" and not plain:
        return f"{value:.0%}"
    return formatted(value, chart.category.format if plain else chart.value.format)


def _paint_value_axis(pen: Pen, chart: Chart, plot: QRectF, ticks: list[float], words: list[str]) -> None:
    painter = pen.scene.painter
    for tick, word in zip(ticks, words, strict=True):
        share = share_of(tick, ticks)
        x, y = plot.x() + share * plot.width(), plot.bottom() - share * plot.height()
        painter.setPen(QPen(_GRID, 7.5))
        if chart.value.grid:
            ends = (
                ((x, plot.top()), (x, plot.bottom()))
                if chart.horizontal
                else ((plot.x(), y), (plot.right(), y))
            )
            painter.drawLine(QPointF(*ends[0]), QPointF(*ends[1]))
        if chart.value.deleted:
            continue
        if chart.horizontal:
            pen.write(
                word, QRectF(x - 300, plot.bottom() + 20, 600, pen.size * 1.3), Qt.AlignmentFlag.AlignHCenter
            )
        else:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            pen.write(word, QRectF(plot.x() - 630, y - pen.size, 600, pen.size * 2), right)


def _paint_category_axis(pen: Pen, chart: Chart, plot: QRectF, labels: list[str], scatter: bool) -> None:
    painter = pen.scene.painter
    painter.setPen(QPen(_GRID, 7.5))
    corner = plot.topLeft() if chart.horizontal else plot.bottomRight()
    painter.drawLine(plot.bottomLeft(), corner)
    if chart.category.deleted or not labels:
        return
    step = (plot.height() if chart.horizontal else plot.width()) / (
        len(labels) - 1 if scatter else len(labels)
    )
    widest = max(pen.width(label) for label in labels) + pen.size * 0.3
    every = 1 if chart.horizontal else max(1, math.ceil(widest / max(step, 1.0)))
    for i, label in enumerate(labels):
        if i % every:
            continue
        at = i * step if scatter else (i + 0.5) * step
        if chart.horizontal:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            pen.write(
                label, QRectF(plot.x() - 1230, plot.bottom() - at - pen.size, 1200, pen.size * 2), right
            )
        else:
            rect = QRectF(plot.x() + at - step / 2, plot.bottom() + 20, step, pen.size * 1.3)
            pen.write(label, rect, Qt.AlignmentFlag.AlignHCenter)


def _paint_bars(
    pen: Pen,
    chart: Chart,
    plot: QRectF,
    ticks: list[float],
    bar: tuple[Series, list[float], int, int],
    offsets: dict[int, float],
) -> None:
    series, row, position, count = bar
    length = plot.height() if chart.horizontal else plot.width()
    step = length / max(1, len(row))
    share = 1 if _stacked(chart) else count
    thick = step / (share + 0.8)
    for i, amount in enumerate(row):
        begin = offsets.get(i, 0.0) if _stacked(chart) else max(0.0, ticks[0])
        if _stacked(chart):
            offsets[i] = begin + amount
        low, high = share_of(begin, ticks), share_of(begin + amount if _stacked(chart) else amount, ticks)
        side = i * step + thick * 0.4 + (0 if _stacked(chart) else position) * thick
        if chart.horizontal:
            rect = QRectF(
                plot.x() + low * plot.width(),
                plot.bottom() - side - thick,
                (high - low) * plot.width(),
                thick,
            )
        else:
            rect = QRectF(
                plot.x() + side, plot.bottom() - high * plot.height(), thick, (high - low) * plot.height()
            )
        pen.scene.painter.fillRect(rect.normalized(), series.colors.get(i, series.color))
        if series.shown:
            pen.write(
                f"{amount:.6g}", rect.normalized().translated(0, -pen.size), Qt.AlignmentFlag.AlignHCenter
            )
