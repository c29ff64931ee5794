"""Fills of shapes, cells, text and backgrounds: what the file says, as values.

Source: ECMA-376 part 1, 20.1.8 (fills) and 20.1.4.1.7 (the theme's fill styles).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QImage

from renderers.slides.builtin.node import Node
from renderers.slides.builtin.pictures import blip_image
from renderers.slides.builtin.sheet import Sheet

FILL_TAGS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
Edges = tuple[float, float, float, float]
"""Left, top, right, bottom as fractions of a rectangle, counted inwards."""


@dataclass(frozen=True, slots=True)
class NoFill:
    """Nothing is painted."""


@dataclass(frozen=True, slots=True)
class Solid:
    """One colour."""

    color: QColor


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours along a line (`angle` in degrees, clockwise) or outwards from `focus` along a `path`."""

    stops: tuple[tuple[float, QColor], ...]
    angle: float
    scaled: bool
    path: str
    focus: Edges


@dataclass(frozen=True, slots=True)
class Tiles:
    """How a picture is repeated: scale, offset (painter units), alignment code and mirroring."""

    scale: tuple[float, float]
    offset: tuple[float, float]
    align: str
    flip: str


@dataclass(frozen=True, slots=True)
class Texture:
    """A picture stretched into `into` of the shape, or repeated; `crop` cuts the picture first."""

    image: QImage
    crop: Edges
    into: Edges
    tiles: Tiles | None


@dataclass(frozen=True, slots=True)
class Hatch:
    """A two-coloured pattern by its preset name."""

    preset: str
    fore: QColor
    back: QColor


Fill = NoFill | Solid | Gradient | Texture | Hatch


def read_fill(
    node: Node | None, sheet: Sheet, placeholder: QColor | None = None, group: Fill | None = None
) -> Fill | None:
    """Return the fill named by a fill element, None where there is no element."""
    if node is None:
        return None
    if node.tag == "grpFill":
        return group or NoFill()
    reader = {"solidFill": _solid, "gradFill": _gradient, "blipFill": _texture, "pattFill": _hatch}.get(
        node.tag
    )
    return reader(node, sheet, placeholder) if reader is not None else NoFill()


def styled_fill(reference: Node | None, sheet: Sheet, group: Fill | None = None) -> Fill | None:
    """Return the theme fill that a fillRef or bgRef points at, None for index 0 or no reference."""
    index = reference.whole("idx") if reference is not None else 0
    if reference is None or index in (0, 1000) or sheet.theme is None:
        return None
    name, position = ("bgFillStyleLst", index - 1001) if index > 1000 else ("fillStyleLst", index - 1)
    styles = sheet.theme.path(f"themeElements/fmtScheme/{name}")
    entries = list(styles) if styles is not None else []
    if not 0 <= position < len(entries):
        return None
    return read_fill(entries[position], _theme_sheet(sheet), sheet.palette.color(reference), group)


def edges(node: Node | None) -> Edges:
    """Return a relative rectangle (srcRect, fillRect, fillToRect)."""
    if node is None:
        return (0.0, 0.0, 0.0, 0.0)
    return node.ratio("l"), node.ratio("t"), node.ratio("r"), node.ratio("b")


def main_color(fill: Fill | None) -> QColor | None:
    """Return the one colour that stands best for a fill, None where nothing is painted."""
    if isinstance(fill, Solid):
        return fill.color
    if isinstance(fill, Gradient) and fill.stops:
        return fill.stops[0][1]
    return fill.fore if isinstance(fill, Hatch) else None


def _theme_sheet(sheet: Sheet) -> Sheet:
    """Pictures of theme fills are related from the theme part; colours come from the sheet."""
    return Sheet(
        sheet.package, sheet.theme_name, sheet.node, None, sheet.theme, sheet.theme_name, sheet.palette
    )


def _solid(node: Node, sheet: Sheet, placeholder: QColor | None) -> Fill:
    color = sheet.palette.color(node, placeholder)
    return NoFill() if color is None else Solid(color)


def _gradient(node: Node, sheet: Sheet, placeholder: QColor | None) -> Fill:
    listed = node.child("gsLst")
    stops = [
        (min(1.0, max(0.0, stop.ratio("pos"))), color)
        for stop in (listed if listed is not None else ())
        if (color := sheet.palette.color(stop, placeholder)) is not None
    ]
    if not stops:
        return NoFill()
    stops.sort(key=lambda stop: stop[0])
    line, path = node.child("lin"), node.child("path")
    angle = line.whole("ang") / 60000.0 if line is not None else 0.0
    scaled = bool(line.flag("scaled")) if line is not None else False
    shape = (path.get("path") or "circle") if path is not None else ""
    focus = edges(path.child("fillToRect") if path is not None else None)
    return Gradient(tuple(stops), angle, scaled, shape, focus)


def _texture(node: Node, sheet: Sheet, placeholder: QColor | None) -> Fill | None:
    blip = node.child("blip")
    image = blip_image(blip, sheet, placeholder) if blip is not None else None
    if image is None:
        return NoFill()
    stretch, tile = node.child("stretch"), node.child("tile")
    into = edges(stretch.child("fillRect") if stretch is not None else None)
    return Texture(image, edges(node.child("srcRect")), into, None if tile is None else _tiles(tile))


def _tiles(tile: Node) -> Tiles:
    scale = (tile.ratio("sx", 1.0) or 1.0, tile.ratio("sy", 1.0) or 1.0)
    offset = (tile.units("tx"), tile.units("ty"))
    return Tiles(scale, offset, tile.get("algn") or "tl", tile.get("flip") or "none")


def _hatch(node: Node, sheet: Sheet, placeholder: QColor | None) -> Fill:
    fore = sheet.palette.color(node.child("fgClr"), placeholder) or QColor(0, 0, 0)
    back = sheet.palette.color(node.child("bgClr"), placeholder) or QColor(255, 255, 255)
    return Hatch(node.get("prst") or "pct50", fore, back)
