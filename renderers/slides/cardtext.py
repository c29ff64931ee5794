"""Sets the words of a card into lines with Qt's text layout: breaking, balancing, measuring, painting.

Lengths are units of a card 1080 high, whatever its size in pixels, so that lines break alike at every size.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

_WIDOW = 0.25
"""A last line narrower than this share of the width is lonely."""

_NARROWER = (1.0, 0.96, 0.92, 0.88, 0.84, 0.80)
"""Shares of the width tried until the last line is not lonely."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is set: families, size of letters, weight, colour ("#rrggbb"), line height in ems."""

    families: tuple[str, ...]
    size: float
    bold: bool
    colour: str
    line: float

    def font(self) -> QFont:
        """The font, unhinted: it is scaled to the card's pixels when painted."""
        font = QFont(list(self.families))
        font.setPixelSize(max(1, round(self.size)))
        font.setWeight(QFont.Weight.DemiBold if self.bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        return font


@dataclass(frozen=True, slots=True)
class Block:
    """A text set into lines from its own top left corner; `height` counts whole lines."""

    layout: QTextLayout
    look: Look
    height: float

    @property
    def widest(self) -> float:
        """The width of the longest line."""
        return max((line.naturalTextWidth() for line in _lines(self.layout)), default=0.0)

    @property
    def baseline(self) -> float:
        """Where the first line's letters stand, from the top."""
        line = self.layout.lineAt(0)
        return line.y() + line.ascent()

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self.layout.lineCount()

    def lines(self) -> list[tuple[str, QRectF]]:
        """Every line's text and where its letters stand, from the block's corner."""
        units = self.layout.text().encode("utf-16-le")
        found: list[tuple[str, QRectF]] = []
        for line in _lines(self.layout):
            start, length = line.textStart(), line.textLength()
            text = units[start * 2 : (start + length) * 2].decode("utf-16-le", "replace")
            found.append((text, line.naturalTextRect()))
        return found

    def missing(self) -> str:
        """The characters that no installed font can draw."""
        if not _has_missing(self.layout):
            return ""
        # Qt's indexes from glyphs to characters slip behind surrogate pairs, so each is tried alone.
        letters = dict.fromkeys(self.layout.text())
        return "".join(
            c
            for c in letters
            if not c.isspace() and _has_missing(_set(c, self.look, 1e4, 1e4, False, False).layout)
        )

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the lines with the block's corner at (left, top)."""
        painter.setPen(QColor(self.look.colour))
        self.layout.draw(painter, QPointF(left, top))


def set_block(
    text: str, look: Look, width: float, rtl: bool, *, centred: bool = False, balanced: bool = False
) -> Block:
    """Set a text in a column of that width. Lines are of like length where `balanced`, else no last line is
    left with one short word; words longer than a line are broken.
    """
    block = _set(text, look, width, width, rtl, centred)
    if block.count < 2:
        return block
    if balanced:
        return _set(text, look, _narrowest(text, look, width, rtl, block.count), width, rtl, centred)
    for share in _NARROWER if block.count <= 3 else ():
        tried = _set(text, look, width * share, width, rtl, centred)
        if tried.count != block.count:
            break
        if tried.lines()[-1][1].width() >= _WIDOW * width:
            return tried
    return block


def _narrowest(text: str, look: Look, width: float, rtl: bool, count: int) -> float:
    """The narrowest column in which a text has no more lines: they are all about as long then."""
    narrow, wide = width / count, width
    while wide - narrow > look.size / 4:
        middle = (narrow + wide) / 2
        tried = _set(text, look, middle, width, rtl, centred=False)
        if tried.count == count and tried.widest <= middle:
            wide = middle
        else:
            narrow = middle
    return wide


def _set(text: str, look: Look, width: float, column: float, rtl: bool, centred: bool) -> Block:
    layout = QTextLayout(text, look.font())
    option = QTextOption()
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(_direction(text, rtl))
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment((Qt.AlignmentFlag.AlignHCenter if centred else side) | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    whole = QTextLayout.FormatRange()
    whole.start, whole.length, whole.format = 0, len(text.encode("utf-16-le")) // 2, QTextCharFormat()
    whole.format.setForeground(QColor(look.colour))
    layout.setFormats([whole])
    left = (column - width) / 2 if centred else (column - width if rtl else 0.0)
    height = _break(layout, width, left, look)
    return Block(layout, look, height)


def _break(layout: QTextLayout, width: float, left: float, look: Look) -> float:
    step = look.size * look.line
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Fonts of other scripts may be taller than the line: it grows, so that lines never touch.
        room = max(step, line.height())
        line.setPosition(QPointF(left, top + (room - line.height()) / 2))
        top += room
    layout.endLayout()
    return top


def _direction(text: str, rtl: bool) -> Qt.LayoutDirection:
    """Latin names in an Arabic line keep the card's direction; a whole Latin line reads its own way."""
    own = not any(letter.isalpha() for letter in text) or any(0x0590 <= ord(c) <= 0x08FF for c in text)
    return Qt.LayoutDirection.RightToLeft if rtl and own else Qt.LayoutDirection.LeftToRight


def _has_missing(layout: QTextLayout) -> bool:
    """Whether a layout holds the glyph with number 0, which stands for "none" in every font (OpenType, glyf)."""
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def _lines(layout: QTextLayout) -> list[QTextLine]:
    return [layout.lineAt(index) for index in range(layout.lineCount())]
