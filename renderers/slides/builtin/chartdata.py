"""Reads a chart part's cached values (ECMA-376 part 1, 21.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QColor

from renderers.slides.builtin.chartformats import formatted
from renderers.slides.builtin.fills import FILL_TAGS, main_color, read_fill
from renderers.slides.builtin.node import Node
from renderers.slides.builtin.sheet import Sheet

_PLOTS = {
    "barChart": "bar", "bar3DChart": "bar", "lineChart": "line", "line3DChart": "line", "stockChart": "line",
    "pieChart": "pie", "pie3DChart": "pie", "ofPieChart": "pie", "doughnutChart": "ring",
    "areaChart": "area", "area3DChart": "area", "scatterChart": "scatter", "bubbleChart": "scatter",
    "radarChart": "radar", "surfaceChart": "line", "surface3DChart": "line",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values; points without a value are None. `colors` are those of single points."""

    kind: str
    name: str
    labels: tuple[str, ...]
    xs: tuple[float | None, ...]
    values: tuple[float | None, ...]
    color: QColor
    colors: dict[int, QColor]
    line: bool
    marks: bool
    shown: bool
    smooth: bool = False
    filled: bool = False
    sizes: tuple[float | None, ...] = ()
    """Of bubbles: their areas, in any unit."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A value axis: fixed ends where the author set them; `deleted` hides it."""

    low: float | None
    high: float | None
    deleted: bool
    grid: bool
    title: str
    format: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn of a chart; `size` of its letters in painter units."""

    title: str
    series: tuple[Series, ...]
    horizontal: bool
    grouping: str
    legend: str
    category: Axis
    value: Axis
    size: float


def read_chart(root: Node, sheet: Sheet) -> Chart | None:
    """Return the chart of a c:chartSpace element, None where it holds no plot."""
    chart = root.child("chart")
    area = chart.child("plotArea") if chart is not None else None
    if chart is None or area is None:
        return None
    series = tuple(_all_series(area, sheet))
    first = next((node for node in area if node.tag in _PLOTS), None)
    if first is None:
        return None
    axes = area.children("catAx", "dateAx", "valAx", "serAx")
    values = [axis for axis in axes if axis.tag == "valAx"]
    scatter = _PLOTS[first.tag] == "scatter"
    across = (
        values[0] if scatter and values else next((a for a in axes if a.tag in ("catAx", "dateAx")), None)
    )
    upward = values[1] if scatter and len(values) > 1 else (values[0] if values else None)
    legend = chart.child("legend")
    return Chart(
        _title(chart, series),
        series,
        _value(first, "barDir") == "bar",
        _value(first, "grouping") or "clustered",
        (_value(legend, "legendPos") or "r") if legend is not None else "",
        _axis(across),
        _axis(upward),
        _letter_size(root),
    )


def _letter_size(root: Node) -> float:
    stated = root.path("txPr/p/pPr/defRPr")
    return (stated.whole("sz") if stated is not None else 0) / 10.0 or 100.0


def _all_series(area: Node, sheet: Sheet) -> Iterator[Series]:
    position = 0
    for plot in area:
        for node in plot.children("ser") if plot.tag in _PLOTS else ():
            yield _series(plot, node, position, sheet)
            position += 1


def _series(plot: Node, node: Node, position: int, sheet: Sheet) -> Series:
    kind = _PLOTS[plot.tag]
    own = node.child("spPr")
    color = _color(own, sheet) or _color(node.path("marker/spPr"), sheet) or _accent(position, sheet)
    points = {
        int(_value(p, "idx") or 0): c
        for p in node.children("dPt")
        if (c := _color(p.child("spPr"), sheet)) is not None
    }
    if kind in ("pie", "ring"):
        points = {i: points.get(i) or _accent(i, sheet) for i in range(256)}
    labels = node.path("dLbls/showVal") or node.path("dLbls/showPercent") or plot.path("dLbls/showVal")
    line = own.child("ln") if own is not None else None
    hidden = line is not None and line.child("noFill") is not None
    symbol = _value(node.child("marker"), "symbol")
    return Series(
        kind,
        _words(node.child("tx")),
        tuple(_labels(node.child("cat"))),
        tuple(_numbers(node.child("xVal"))),
        tuple(_numbers(node.child("val", "yVal"))),
        color,
        points,
        not hidden and plot.tag != "bubbleChart",
        symbol != "none" if symbol is not None else kind == "scatter",
        labels is not None and labels.flag("val") is True,
        _value(node, "smooth") in ("1", "true"),
        _value(plot, "radarStyle") == "filled",
        tuple(_numbers(node.child("bubbleSize"))),
    )


def _accent(position: int, sheet: Sheet) -> QColor:
    color = sheet.palette.scheme(f"accent{position % 6 + 1}")
    return color if position < 6 else color.lighter(130 if position % 12 < 6 else 70)


def _color(props: Node | None, sheet: Sheet) -> QColor | None:
    if props is None:
        return None
    found = main_color(read_fill(props.child(*FILL_TAGS), sheet))
    if found is not None:
        return found
    line = props.child("ln")
    return main_color(read_fill(line.child(*FILL_TAGS), sheet)) if line is not None else None


def _value(node: Node | None, name: str) -> str | None:
    child = node.child(name) if node is not None else None
    return child.get("val") if child is not None else None


def _axis(node: Node | None) -> Axis:
    if node is None:
        return Axis(None, None, True, False, "")
    scaling = node.child("scaling")
    low, high = _value(scaling, "min"), _value(scaling, "max")
    deleted = node.child("delete")
    return Axis(
        float(low) if low else None,
        float(high) if high else None,
        deleted is not None and deleted.flag("val") is not False,
        node.child("majorGridlines") is not None,
        _words(node.child("title")),
        _format(node.child("numFmt")),
    )


def _format(node: Node | None) -> str:
    """The axis' own number format; "" where it is that of the cells."""
    return "" if node is None or node.flag("sourceLinked") is True else node.get("formatCode") or ""


def _title(chart: Node, series: tuple[Series, ...]) -> str:
    title, removed = chart.child("title"), chart.child("autoTitleDeleted")
    if title is None or (removed is not None and removed.flag("val") is True and not _words(title)):
        return ""
    return _words(title) or (series[0].name if len(series) == 1 else "")


def _words(node: Node | None) -> str:
    if node is None:
        return ""
    rich = " ".join("".join(t.text for t in p.every("t")) for p in node.every("p")).strip()
    return rich or " ".join(_strings(node)) or ""


def _points(node: Node | None) -> dict[int, str]:
    if node is None:
        return {}
    return {point.whole("idx"): v.text for point in node.every("pt") if (v := point.child("v")) is not None}


def _count(node: Node | None, points: dict[int, str]) -> int:
    stated = node.find("ptCount") if node is not None else None
    return min(10000, max(max(points, default=-1) + 1, stated.whole("val") if stated is not None else 0))


def _strings(node: Node | None) -> list[str]:
    points = _points(node)
    if not points and node is not None and (value := node.child("v")) is not None:
        return [value.text]
    return [points.get(i, "") for i in range(_count(node, points))]


def _labels(node: Node | None) -> list[str]:
    """Categories as they are to be read: numbers and dates in the format of their cells."""
    cache = node.find("numCache") if node is not None else None
    if cache is None:
        return _strings(node)
    code = cache.child("formatCode")
    numbers = _numbers(node)
    return [
        "" if number is None else formatted(number, code.text if code is not None else "")
        for number in numbers
    ]


def _numbers(node: Node | None) -> list[float | None]:
    points = _points(node)
    return [_number(points.get(i)) for i in range(_count(node, points))]


def _number(text: str | None) -> float | None:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None
