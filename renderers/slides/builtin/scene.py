"""What all painters of one slide share: the canvas, the sheet, and what they report."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from renderers.slides.builtin.fills import Fill
from renderers.slides.builtin.fonts import FontBook
from renderers.slides.builtin.node import Node
from renderers.slides.builtin.placement import Space
from renderers.slides.builtin.sheet import Sheet
from renderers.slides.builtin.textpaint import TracedLine
from renderers.slides.builtin.textread import TextSource, default_text_style, list_styles


@dataclass(slots=True)
class Report:
    """What a painting has to tell: words for what was left out, and the lines of text it set."""

    left_out: dict[str, None] = field(default_factory=dict[str, None])
    trace: list[TracedLine] | None = None

    def miss(self, what: str) -> None:
        """Note one thing that could not be drawn, once."""
        self.left_out[what] = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One sheet being painted: all in painter units, the page's corner at the origin."""

    painter: QPainter
    sheet: Sheet
    page: QRectF
    fonts: FontBook
    report: Report
    presentation: Node | None
    number: int
    space: Space | None = None
    group_fill: Fill | None = None

    def within(self, space: Space | None, group_fill: Fill | None) -> Scene:
        """Return the scene inside a group."""
        return replace(self, space=space, group_fill=group_fill)

    def on(self, sheet: Sheet) -> Scene:
        """Return the scene for another sheet of the same slide."""
        return replace(self, sheet=sheet)

    def text_source(self, shape: Node, tint: QColor | None) -> TextSource:
        """Return what the text of a shape reads from."""
        styles = list_styles(shape, self.sheet, default_text_style(self.presentation), tint)
        bodies = [n for s in self.sheet.ancestors(shape) if (n := s.path("txBody/bodyPr")) is not None]
        return TextSource(self.sheet, self.fonts, styles, tuple(bodies), self.number)

    def plain_source(self, *styles: Node) -> TextSource:
        """Return what text outside shapes (cells, charts) reads from."""
        default = default_text_style(self.presentation)
        master = self.sheet.master.node.path("txStyles/otherStyle")
        found = tuple(n for n in (*styles, default, master) if n is not None)
        return TextSource(self.sheet, self.fonts, found, (), self.number)


def number_of(shape: Node) -> int:
    """The id that a shape has on its slide (`cNvPr@id`), 0 where it has none."""
    own = (child.child("cNvPr") for child in shape if child.tag.startswith("nv"))
    return next((props.whole("id") for props in own if props is not None), 0)


def named(shape: Node, what: str) -> str:
    """Return plain words for a shape: its kind and the name it has in PowerPoint."""
    for child in shape:
        props = child.child("cNvPr") if child.tag.startswith("nv") else None
        if props is not None and props.get("name"):
            return f"{what} “{props.get('name')}”"
    return what
