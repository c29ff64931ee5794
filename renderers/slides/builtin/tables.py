"""Paints tables: rows that grow with their text, merged cells, fills and borders (21.1.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from renderers.slides.builtin.brush import paint_fill
from renderers.slides.builtin.fills import FILL_TAGS, Fill, NoFill, read_fill, styled_fill
from renderers.slides.builtin.node import Cascade, Node
from renderers.slides.builtin.placement import Placement
from renderers.slides.builtin.scene import Scene
from renderers.slides.builtin.strokes import read_stroke
from renderers.slides.builtin.tablestyles import TableStyle, table_style
from renderers.slides.builtin.textmodel import Body
from renderers.slides.builtin.textpaint import needed_height, paint_body
from renderers.slides.builtin.textread import SIDE_INSET, TOP_INSET, made_style, read_body

_SMALLEST = 0.5
_SIDES = (
    ("lnL", "left", "insideV"),
    ("lnR", "right", "insideV"),
    ("lnT", "top", "insideH"),
    ("lnB", "bottom", "insideH"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its place in the grid, its spans, and its settled text."""

    node: Node
    row: int
    column: int
    rows: int
    columns: int
    body: Body | None
    style: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of the table: left edges of columns and top edges of rows, one more than cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def rect(self, cell: Cell) -> QRectF:
        """Return the rectangle of a cell with its spans."""
        right = self.xs[min(cell.column + cell.columns, len(self.xs) - 1)]
        bottom = self.ys[min(cell.row + cell.rows, len(self.ys) - 1)]
        return QRectF(QPointF(self.xs[cell.column], self.ys[cell.row]), QPointF(right, bottom))


def paint_table(scene: Scene, table: Node, place: Placement, name: str) -> None:
    """Paint an a:tbl at its frame's place; it keeps its own widths and grows downwards."""
    columns = table.child("tblGrid")
    widths = [column.units("w") for column in (columns if columns is not None else ())]
    rows = table.children("tr")
    if not rows or not widths:
        return
    stretch = place.w / sum(widths) if scene.space is not None and sum(widths) else 1.0
    xs = _edges([width * stretch for width in widths])
    style = table_style(table, scene.sheet, len(rows), len(widths))
    cells = list(_cells(scene, rows, style, len(widths)))
    heights = [row.units("h") for row in rows]
    cells, ys = _fitted(cells, xs, heights, scene.page.bottom() - place.y)
    grid = Grid(xs, ys)
    scene.painter.save()
    place.enter(scene.painter)
    for cell in cells:
        _paint_ground(scene, cell, grid.rect(cell))
    for cell in cells:
        _paint_borders(scene, cell, grid.rect(cell), style)
    device = scene.painter.device()
    page = QRectF(0, 0, device.width(), device.height())
    for cell in cells:
        if cell.body is not None and not cell.body.blank:
            paint_body(scene.painter, cell.body, grid.rect(cell), False, name, scene.report.trace, page)
    scene.painter.restore()


def _edges(lengths: list[float]) -> tuple[float, ...]:
    edges = [0.0]
    for length in lengths:
        edges.append(edges[-1] + length)
    return tuple(edges)


def _cells(scene: Scene, rows: list[Node], style: TableStyle, columns: int) -> Iterator[Cell]:
    for r, row in enumerate(rows):
        for c, node in enumerate(row.children("tc")[:columns]):
            if node.flag("hMerge") or node.flag("vMerge"):
                continue
            spans = max(1, node.whole("rowSpan", 1)), max(1, node.whole("gridSpan", 1))
            parts = style.parts(r, c)
            yield Cell(node, r, c, *spans, _read_text(scene, node, parts), parts)


def _read_text(scene: Scene, node: Node, parts: tuple[Node, ...]) -> Body | None:
    text = node.child("txBody")
    if text is None:
        return None
    letters = [n for part in parts if (n := part.child("tcTxStyle")) is not None]
    color = next((c for n in letters if (c := scene.sheet.palette.color(n)) is not None), None)
    weight = next((n.get("b") for n in letters if n.get("b") in ("on", "off")), None)
    own = text.child("lstStyle")
    made = made_style(color, None if weight is None else weight == "on")
    body = read_body(text, scene.plain_source(*(n for n in (own, made) if n is not None)))
    props = Cascade(node.child("tcPr"))
    insets = (
        props.units("marL", SIDE_INSET),
        props.units("marT", TOP_INSET),
        props.units("marR", SIDE_INSET),
        props.units("marB", TOP_INSET),
    )
    return replace(
        body,
        insets=insets,
        anchor=props.get("anchor") or "t",
        vertical=props.get("vert") or "horz",
        wrap=True,
    )


def _fitted(
    cells: list[Cell], xs: tuple[float, ...], heights: list[float], room: float
) -> tuple[list[Cell], tuple[float, ...]]:
    """Grow rows to their text; a table that would only then leave the page gets smaller letters."""
    ys = _edges(_grown(cells, xs, heights))
    scale, limit = 1.0, max(room, sum(heights)) * 1.002
    while ys[-1] > limit and scale > _SMALLEST:
        scale *= 0.95
        cells = [replace(c, body=replace(c.body, scale=scale)) if c.body is not None else c for c in cells]
        ys = _edges(_grown(cells, xs, heights))
    return cells, ys


def _grown(cells: list[Cell], xs: tuple[float, ...], heights: list[float]) -> list[float]:
    grown = list(heights)
    for cell in sorted(cells, key=lambda c: c.rows):
        if cell.body is None or cell.body.vertical != "horz":
            continue
        width = xs[min(cell.column + cell.columns, len(xs) - 1)] - xs[cell.column]
        last = min(cell.row + cell.rows, len(grown)) - 1
        missing = needed_height(cell.body, width) - sum(grown[cell.row : last + 1])
        grown[last] += max(0.0, missing)
    return grown


def _paint_ground(scene: Scene, cell: Cell, rect: QRectF) -> None:
    props = cell.node.child("tcPr")
    fill = read_fill(props.child(*FILL_TAGS), scene.sheet) if props is not None else None
    if fill is None:
        fill = next((f for part in cell.style if (f := _style_fill(scene, part)) is not None), None)
    if fill is None or isinstance(fill, NoFill):
        return
    path = QPainterPath()
    path.addRect(rect)
    paint_fill(scene.painter, path, rect, fill)


def _style_fill(scene: Scene, part: Node) -> Fill | None:
    style = part.child("tcStyle")
    if style is None:
        return None
    holder = style.child("fill")
    if holder is not None:
        return read_fill(holder.child(*FILL_TAGS), scene.sheet)
    return styled_fill(style.child("fillRef"), scene.sheet)


def _paint_borders(scene: Scene, cell: Cell, rect: QRectF, style: TableStyle) -> None:
    props = cell.node.child("tcPr")
    edges = {
        "lnL": QLineF(rect.topLeft(), rect.bottomLeft()),
        "lnR": QLineF(rect.topRight(), rect.bottomRight()),
        "lnT": QLineF(rect.topLeft(), rect.topRight()),
        "lnB": QLineF(rect.bottomLeft(), rect.bottomRight()),
        "lnTlToBr": QLineF(rect.topLeft(), rect.bottomRight()),
        "lnBlToTr": QLineF(rect.bottomLeft(), rect.topRight()),
    }
    outer = {
        "lnL": cell.column == 0,
        "lnR": cell.column + cell.columns >= style.columns,
        "lnT": cell.row == 0,
        "lnB": cell.row + cell.rows >= style.rows,
    }
    for name, side, inside in _SIDES:
        own = props.child(name) if props is not None else None
        line, reference = (
            (own, None) if own is not None else _style_line(cell.style, side, inside, outer[name])
        )
        _paint_edge(scene, edges[name], line, reference)
    for name in ("lnTlToBr", "lnBlToTr"):
        _paint_edge(scene, edges[name], props.child(name) if props is not None else None, None)


def _style_line(
    parts: tuple[Node, ...], side: str, inside: str, outer: bool
) -> tuple[Node | None, Node | None]:
    """Return the a:ln or lnRef a style gives a side; edge rows and columns have borders of their own."""
    for part in parts:
        borders = part.path("tcStyle/tcBdr")
        names = (side,) if outer or part.tag != "wholeTbl" else (inside,)
        for name in names:
            entry = borders.child(name) if borders is not None else None
            if entry is not None:
                return entry.child("ln"), entry.child("lnRef")
    return None, None


def _paint_edge(scene: Scene, edge: QLineF, line: Node | None, reference: Node | None) -> None:
    if line is None and reference is None:
        return
    stroke = read_stroke(Cascade(line), reference, scene.sheet)
    if stroke is not None and stroke.visible:
        scene.painter.setPen(stroke.pen())
        scene.painter.drawLine(edge)
