"""Paints the cards of an outline: a heading and its points, or the card that opens a lecture or a section.

Needs a QGuiApplication. The look is data (`themes`); words are never clipped: they shrink in steps until all
of them stand inside the margins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter

from renderers.slides.cardtext import Block, Look, set_block
from renderers.slides.themes import Colours, Theme, load, script_of
from studio.languages import language_of
from studio.lecture import CardPoint, CardVisual

HEIGHT = 1080.0
"""Units a card is high; its width follows from its shape."""

_NUMBER = re.compile(r"^(\d{1,3}[.)、．]|[a-zA-Z][.)])\s+(?=\S)")
_DEEPEST = 3
GROUND = 0
"""What stands on a card besides its words: its colour and its bar."""
_HEADING_LINES = 2


@dataclass(frozen=True, slots=True)
class CardLine:
    """A painted line of text and its rectangle in fractions of the card (left, top, right, bottom)."""

    text: str
    rect: tuple[float, float, float, float]


@dataclass(slots=True)
class Trace:
    """What came of a card: its lines, and the characters no installed font can draw."""

    lines: list[CardLine] = field(default_factory=list[CardLine])
    missing: str = ""


def paint_card(
    card: CardVisual,
    language: str,
    width: int,
    height: int,
    trace: Trace | None = None,
    theme: Theme | None = None,
    only: int | None = None,
) -> QImage:
    """The card as an RGB32 picture of width x height pixels. `language` is a BCP 47 tag and chooses the
    letter shapes; right-to-left languages mirror the card. `trace` is filled if given.

    `only` paints one part of it: GROUND, or on a transparent picture (ARGB32, premultiplied) one of `numbers`.
    """
    theme = theme or load()
    colours = theme.opening if card.opening else theme.card
    alone = only is not None and only != GROUND
    form = QImage.Format.Format_ARGB32_Premultiplied if alone else QImage.Format.Format_RGB32
    image = QImage(width, height, form)
    image.fill(QColor(0, 0, 0, 0) if alone else QColor(colours.ground))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(height / HEIGHT, height / HEIGHT)
    sheet = _Sheet(painter, theme, colours, HEIGHT * width / height, _language(card, language), trace)
    sheet.only = only
    try:
        # A heading without points stands alone in the middle, on the ground of its neighbours.
        (_paint_points if card.points and not card.opening else _paint_opening)(sheet, card)
    finally:
        painter.end()
    return image


def numbers(card: CardVisual) -> tuple[int, ...]:
    """The numbers of a card's heading (1) and of its points (from 2), as far as they say anything."""
    texts = (card.heading, *(point.text for point in card.points))
    return tuple(number for number, text in enumerate(texts, start=1) if text.strip())


@dataclass(slots=True)
class _Sheet:
    """The card being painted: where it is painted, how, and how wide it is (units).

    `now` is the number of what is painted just now (`numbers`), `only` the one that shows; None: all.
    """

    painter: QPainter
    theme: Theme
    colours: Colours
    width: float
    language: str
    trace: Trace | None
    only: int | None = None
    now: int = 0

    @property
    def hidden(self) -> bool:
        return self.only is not None and self.only != self.now

    @property
    def rtl(self) -> bool:
        return script_of(self.language) in ("Arab", "Hebr")

    def look(self, size: float, colour: str, *, bold: bool = False, line: float | None = None) -> Look:
        """`size` in units."""
        size *= self.theme.scales.get(script_of(self.language), 1.0)
        families = _installed(self.theme.families(self.language))
        return Look(families, size, bold, colour, self.theme.sizes.line if line is None else line)

    def put(self, block: Block, left: float, top: float) -> None:
        if self.hidden:
            return
        block.paint(self.painter, left, top)
        if self.trace is None:
            return
        self.trace.missing += "".join(c for c in block.missing() if c not in self.trace.missing)
        for text, rect in block.lines():
            edges = (left + rect.left(), top + rect.top(), left + rect.right(), top + rect.bottom())
            sides = (self.width, HEIGHT, self.width, HEIGHT)
            x0, y0, x1, y1 = (edge / side for edge, side in zip(edges, sides, strict=True))
            self.trace.lines.append(CardLine(text, (x0, y0, x1, y1)))

    def bar(self, left: float, top: float) -> None:
        grid = self.theme.grid
        size = QRectF(left, top, grid.bar_width * HEIGHT, grid.bar_height * HEIGHT)
        self.fill(size)

    def fill(self, where: QRectF) -> None:
        if self.hidden:
            return
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.colours.accent))
        self.painter.drawRoundedRect(where, where.height() / 2, where.height() / 2)


def _paint_opening(sheet: _Sheet, card: CardVisual) -> None:
    grid, sizes = sheet.theme.grid, sheet.theme.sizes
    side, margin = grid.opening_side * HEIGHT, grid.bottom * HEIGHT
    column, room = sheet.width - 2 * side, HEIGHT - 2 * margin
    gap = grid.bar_gap * HEIGHT * 1.4
    scale = 1.0
    while True:
        big = sheet.look(
            sizes.opening * HEIGHT * scale, sheet.colours.heading, bold=True, line=sizes.heading_line
        )
        small = sheet.look(sizes.subtitle * HEIGHT * scale, sheet.colours.text)
        heading = set_block(card.heading, big, column, sheet.rtl, centred=True, balanced=True)
        points = [
            set_block(p.text, small, column, sheet.rtl, centred=True, balanced=True) for p in card.points
        ]
        below = sum(block.height for block in points) + small.size * 0.35 * max(0, len(points) - 1)
        used = heading.height + gap * 2 + below
        if (used <= room and heading.count <= 3) or scale < 0.1:
            break
        scale *= 0.92
    top = (HEIGHT - used) / 2 - (0 if points else gap * 0.3)
    sheet.now = 1
    sheet.put(heading, side, top)
    top += heading.height + gap
    sheet.now = GROUND
    sheet.bar((sheet.width - grid.bar_width * HEIGHT) / 2, top)
    top += gap
    for sheet.now, block in enumerate(points, start=2):
        sheet.put(block, side, top)
        top += block.height + small.size * 0.35


@dataclass(frozen=True, slots=True)
class _SetPoint:
    """A point in lines: its mark, how far in mark and text stand, and the distance above (units)."""

    block: Block
    mark: Block | None
    level: int
    outset: float
    inset: float
    above: float


def _paint_points(sheet: _Sheet, card: CardVisual) -> None:
    grid = sheet.theme.grid
    side, column = grid.side * HEIGHT, sheet.width - 2 * grid.side * HEIGHT
    heading = _fit_heading(sheet, card.heading, column)
    # A heading of one line stands where the last of two would: the bar and the points keep their place.
    bar = (grid.body - grid.bar_gap) * HEIGHT - grid.bar_height * HEIGHT
    top = max(grid.top * HEIGHT * 0.6, bar - grid.bar_gap * HEIGHT * 0.55 - heading.height)
    sheet.now = 1
    sheet.put(heading, side, top)
    sheet.now = GROUND
    end = sheet.width - side - grid.bar_width * HEIGHT if sheet.rtl else side
    sheet.bar(end, bar)
    start = (grid.body + 0.012) * HEIGHT
    room = HEIGHT - start - grid.bottom * HEIGHT
    points = _fit_points(sheet, _levelled(card.points), column, room)
    used = sum(point.block.height + point.above for point in points)
    top = start + max(0.0, room - used) * 0.16
    for sheet.now, point in zip(numbers(replace(card, heading="")), points, strict=True):
        top += point.above
        _put_point(sheet, point, side, top)
        top += point.block.height


def _fit_heading(sheet: _Sheet, text: str, column: float) -> Block:
    grid, sizes = sheet.theme.grid, sheet.theme.sizes
    bar = (grid.body - grid.bar_gap - grid.bar_height) * HEIGHT
    room = bar - grid.bar_gap * HEIGHT * 0.55 - grid.top * HEIGHT * 0.6
    scale = 1.0
    while True:
        size = sizes.heading * HEIGHT * scale
        look = sheet.look(size, sheet.colours.heading, bold=True, line=sizes.heading_line)
        block = set_block(text, look, column, sheet.rtl, balanced=True)
        lines = _HEADING_LINES if scale > 0.62 else 99
        if (block.height <= room and block.count <= lines) or scale < 0.08:
            return block
        scale *= 0.94


def _fit_points(
    sheet: _Sheet, points: tuple[CardPoint, ...], column: float, room: float
) -> tuple[_SetPoint, ...]:
    sizes = sheet.theme.sizes
    for scale in sizes.roomy:
        roomy = _set_points(sheet, points, column, scale)
        if _height(roomy) <= room * sizes.roomy_share:
            return roomy
    scale = 1.0
    steps = iter(sizes.steps)
    while True:
        # Past the theme's steps a text is far too long for a card, but it still must not be cut off.
        scale = next(steps, scale * 0.92)
        found = _set_points(sheet, points, column, scale)
        if _height(found) <= room or scale < 0.05:
            return found


def _height(points: tuple[_SetPoint, ...]) -> float:
    return sum(point.block.height + point.above for point in points)


def _set_points(
    sheet: _Sheet, points: tuple[CardPoint, ...], column: float, scale: float
) -> tuple[_SetPoint, ...]:
    """A point that is alone needs no mark; the texts of one level stand below each other whatever their marks."""
    looks = [_look_of(point, sheet, scale) for point in points]
    marks = [_mark(point, look, column, sheet) for point, look in zip(points, looks, strict=True)]
    indent = (
        sheet.theme.grid.indent * HEIGHT * max(0.6, min(scale, 1.0)) if len(points) > 1 or any(marks) else 0.0
    )
    insets: dict[int, float] = {}
    for point, look, mark in zip(points, looks, marks, strict=True):
        needed = 0.0 if mark is None else mark.widest + look.size * 0.45
        inset = indent * point.level + max(indent, needed)
        insets[point.level] = max(inset, insets.get(point.level, 0.0))
    found: list[_SetPoint] = []
    for point, look, mark in zip(points, looks, marks, strict=True):
        text = point.text if mark is None else _NUMBER.sub("", point.text, count=1)
        block = set_block(text, look, column - insets[point.level], sheet.rtl)
        # Distances give way before letters do.
        above = _above(point, sheet) * min(scale, scale**3) if found else 0.0
        found.append(_SetPoint(block, mark, point.level, indent * point.level, insets[point.level], above))
    return tuple(found)


def _look_of(point: CardPoint, sheet: _Sheet, scale: float) -> Look:
    sizes = sheet.theme.sizes
    share = (sizes.point, sizes.minor, sizes.least)[min(point.level, 2)]
    return sheet.look(share * HEIGHT * scale, sheet.colours.text if point.level == 0 else sheet.colours.minor)


def _mark(point: CardPoint, look: Look, column: float, sheet: _Sheet) -> Block | None:
    number = _NUMBER.match(point.text)
    if number is None:
        return None
    return set_block(number[1], replace(look, bold=True, colour=sheet.colours.accent), column, sheet.rtl)


def _above(point: CardPoint, sheet: _Sheet) -> float:
    sizes = sheet.theme.sizes
    return (sizes.before if point.level == 0 else sizes.before_minor) * HEIGHT


def _put_point(sheet: _Sheet, point: _SetPoint, side: float, top: float) -> None:
    rtl = sheet.rtl
    sheet.put(point.block, side if rtl else side + point.inset, top)
    column = sheet.width - 2 * side
    if point.mark is not None:
        left = point.outset
        lower = point.block.baseline - point.mark.baseline
        # A block set right to left already ends at the column's far side.
        sheet.put(point.mark, side - left if rtl else side + left, top + lower)
        return
    if not point.inset:
        return
    size = point.block.look.size
    first = point.block.lines()[0][1]
    middle = top + first.center().y() + size * 0.06
    wide, high = ((0.24, 0.24), (0.40, 0.07), (0.15, 0.15))[min(point.level, 2)]
    start = point.outset
    left = side + column - start - size * wide if rtl else side + start
    where = QRectF(
        QPointF(left, middle - size * high / 2), QPointF(left + size * wide, middle + size * high / 2)
    )
    sheet.fill(where)


def _levelled(points: tuple[CardPoint, ...]) -> tuple[CardPoint, ...]:
    """Without empty points, the outermost level of the card at 0."""
    kept = [point for point in points if point.text.strip()]
    least = min((point.level for point in kept), default=0)
    return tuple(
        CardPoint(" ".join(point.text.split()), min(point.level - least, _DEEPEST)) for point in kept
    )


def _language(card: CardVisual, language: str) -> str:
    """The language the words on the card are in: the script may be spoken in another one."""
    words = "\n".join([card.heading, *(point.text for point in card.points)])
    return language_of(words, ((language, len(words)),), language, language)


def _installed(families: tuple[str, ...]) -> tuple[str, ...]:
    there = {family.casefold() for family in QFontDatabase.families()}
    return tuple(family for family in families if family.casefold() in there) or families
