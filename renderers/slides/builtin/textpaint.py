"""Places set text in its box and draws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLine, QTransform

from renderers.slides.builtin.fonts import script_of
from renderers.slides.builtin.textflow import Flow, Line, set_lines
from renderers.slides.builtin.textmodel import Body

_TURNS = {
    "vert": 90.0, "vert270": 270.0, "eaVert": 90.0, "mongolianVert": 90.0,
    "wordArtVert": 90.0, "wordArtVertRtl": 90.0,
}  # fmt: skip
_UPRIGHT = ("eaVert", "mongolianVert", "wordArtVert", "wordArtVertRtl")
_SMALLEST, _CROWDED, _WHOLE = 0.25, 0.7, 99.0
"""How far text may shrink: to fit its box when told so; when its faces are stand-ins; not at all."""
_ANCHORS = {"t": 0.0, "ctr": 0.5, "b": 1.0, "just": 0.0, "dist": 0.5}


@dataclass(frozen=True, slots=True)
class TracedLine:
    """A painted line of text and its rectangle in fractions of the slide (left, top, right, bottom).

    Lines of one text box (or cell) share the number `box`.
    """

    shape: str
    box: int
    text: str
    rect: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """Text fitted to a box: its flow and the size of the area it stands in."""

    body: Body
    flow: Flow
    area: QRectF
    column: float

    @property
    def height(self) -> float:
        """The room the text takes downwards."""
        return self.flow.height if self.body.columns == 1 else min(self.flow.height, self.area.height())


def fit_body(body: Body, box: QRectF, floor: float) -> Block:
    """Set a body for a box (upright, painter units); it may shrink to `floor` of its size until it fits."""
    left, top, right, bottom = body.insets
    area = box.adjusted(left, top, -right, -bottom)
    if area.width() < 10:
        area = QRectF(box.x(), area.y(), max(10.0, box.width()), area.height())
    column = (area.width() - body.gap * (body.columns - 1)) / body.columns
    width = column if body.wrap else None
    scale, reduction = body.scale, body.reduction
    flow = set_lines(body.paragraphs, width, scale, reduction)
    if not body.wrap:
        flow = set_lines(body.paragraphs, flow.width + 1, scale, reduction)
        column = flow.width + 1
    room = max(1.0, area.height()) * body.columns
    while _inked(flow) > room * 1.005 and scale > floor:
        scale *= 0.97 if _inked(flow) < room * 1.15 else 0.9
        flow = set_lines(body.paragraphs, column, scale, reduction)
    return Block(body, flow, area, column)


def _inked(flow: Flow) -> float:
    """Return the height down to the last line with letters: blank ones at the end need no room."""
    return next((line.top + line.height for line in reversed(flow.lines) if line.text.strip()), 0.0)


def _floor(body: Body, shrink: bool) -> float:
    """Boxes that fit in the author's fonts shall not spill over in wider stand-ins."""
    if shrink:
        return _SMALLEST
    return _CROWDED if body.foreign and body.fit == "none" else _WHOLE


def needed_height(body: Body, width: float) -> float:
    """Return the height a box of a width needs for a body, insets included (painter units)."""
    block = fit_body(body, QRectF(0, 0, width, 1e6), floor=_WHOLE)
    return block.flow.height + body.insets[1] + body.insets[3]


def paint_body(
    painter: QPainter,
    body: Body,
    box: QRectF,
    shrink: bool,
    name: str,
    trace: list[TracedLine] | None,
    page: QRectF,
) -> None:
    """Draw a body in its box; vertical text is set on its side and turned."""
    painter.save()
    turn = _TURNS.get(body.vertical, 0.0)
    if turn:
        painter.translate(box.center())
        painter.rotate(turn)
        box = QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width())
        body = _turned_insets(body, turn)
    block = fit_body(body, box, _floor(body, shrink))
    block = _kept_on_page(block, painter.worldTransform(), box, page)
    box_number = trace[-1].box + 1 if trace else 0
    for line, at in _placed(block):
        _draw_line(painter, line, at, body.vertical in _UPRIGHT)
        if trace is not None and line.text.strip():
            trace.append(_traced(painter.worldTransform(), line, at, (name, box_number), page))
    painter.restore()


def _kept_on_page(block: Block, transform: QTransform, box: QRectF, page: QRectF) -> Block:
    """Text that would run off the page though its box stands on it gets smaller instead."""

    def off(flow: Flow, rect: QRectF) -> bool:
        shown = transform.mapRect(rect)
        return shown.top() < page.top() - 1 or shown.bottom() > page.bottom() + 1

    home = transform.mapRect(box)
    if home.top() < page.top() - 1 or home.bottom() > page.bottom() + 1 or block.body.columns > 1:
        return block
    scale = block.body.scale
    for _ in range(24):
        top = block.area.y() + _ANCHORS.get(block.body.anchor, 0.0) * (
            block.area.height() - block.flow.height
        )
        if not off(block.flow, QRectF(block.area.x(), top, block.area.width(), block.flow.height)):
            return block
        scale *= 0.93
        block = Block(
            block.body,
            set_lines(block.body.paragraphs, block.column, scale, block.body.reduction),
            block.area,
            block.column,
        )
    return block


def _turned_insets(body: Body, turn: float) -> Body:
    left, top, right, bottom = body.insets
    return replace(body, insets=(top, right, bottom, left) if turn == 90.0 else (bottom, left, top, right))


def _placed(block: Block) -> Iterator[tuple[Line, QPointF]]:
    """Yield each line with the flow's origin for it."""
    area, body, flow = block.area, block.body, block.flow
    x = area.x()
    if not body.wrap or body.centered:
        slack = area.width() - (flow.width if body.centered else block.column)
        aligns = {p.align for p in body.paragraphs}
        if body.centered or aligns == {"ctr"}:
            x += slack / 2
        elif aligns == {"r"}:
            x += slack
    if body.columns > 1:
        yield from _in_columns(block, x)
        return
    y = area.y() + _ANCHORS.get(body.anchor, 0.0) * (area.height() - flow.height)
    for line in flow.lines:
        yield line, QPointF(x, y)


def _in_columns(block: Block, x: float) -> Iterator[tuple[Line, QPointF]]:
    start, column = 0.0, 0
    for line in block.flow.lines:
        if (
            line.top + line.height - start > block.area.height()
            and column + 1 < block.body.columns
            and line.top > start
        ):
            start, column = line.top, column + 1
        yield line, QPointF(x + column * (block.column + block.body.gap), block.area.y() - start)


def _draw_line(painter: QPainter, line: Line, at: QPointF, upright: bool) -> None:
    top = QPointF(at.x(), at.y() + line.baseline - line.line.ascent())
    if line.mark is not None:
        _draw_mark(painter, line, at)
    if upright:
        _draw_upright(painter, line, top)
    else:
        line.line.draw(painter, top)


def _draw_mark(painter: QPainter, line: Line, at: QPointF) -> None:
    mark = line.mark
    assert mark is not None
    if mark.layout is not None:
        first = mark.layout.lineAt(0)
        first.draw(painter, QPointF(at.x() + mark.x, at.y() + line.baseline - first.ascent()))
    elif mark.image is not None:
        side = mark.width / (mark.image.width() / mark.image.height() + 0.2)
        width = mark.width - side * 0.2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(
            QRectF(at.x() + mark.x, at.y() + line.baseline - side * 0.9, width, side), mark.image
        )


def _draw_upright(painter: QPainter, line: Line, top: QPointF) -> None:
    """Draw a line of vertical text: East Asian characters stand up, others lie on their side."""
    start = line.line.textStart()
    height = line.line.height()
    for i, char in enumerate(line.text):
        x0, x1 = _cursor(line.line, start + i), _cursor(line.line, start + i + 1)
        cell = QRectF(top.x() + x0, top.y(), x1 - x0, height)
        painter.save()
        painter.setClipRect(cell.adjusted(-2, -2, 2, 2))
        if script_of(char) == "ea":
            painter.translate(cell.center())
            painter.rotate(-90)
            painter.translate(-cell.center())
            painter.setClipRect(cell.adjusted(-2, -2, 2, 2))
        line.line.draw(painter, top)
        painter.restore()


def _cursor(line: QTextLine, position: int) -> float:
    found: object = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else float(str(found))


def _traced(transform: QTransform, line: Line, at: QPointF, box: tuple[str, int], page: QRectF) -> TracedLine:
    shown = transform.mapRect(line.rect.translated(at))
    w, h = page.width() or 1, page.height() or 1
    left, top = (shown.left() - page.x()) / w, (shown.top() - page.y()) / h
    text = (line.mark.text + " " if line.mark is not None and line.mark.text else "") + line.text
    return TracedLine(*box, text, (left, top, left + shown.width() / w, top + shown.height() / h))
