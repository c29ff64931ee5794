"""The outlines of the diagram as drawing paths in a unit square, and the shapes that carry them."""

import math
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree
from pptx.oxml import parse_xml

from resources.samples.markup import stable_guid
from resources.samples.palette import emu

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]
Outline = tuple[Step, ...]
#: Inches: left, top, width, height.
Box = tuple[float, float, float, float]

_UNIT = 100_000


def _polygon(*points: Point) -> Outline:
    return (("moveTo", (points[0],)), *(("lnTo", (point,)) for point in points[1:]), ("close", ()))


def _within(part: Box, *points: Point) -> tuple[Point, ...]:
    """Return points of the unit square as points of the ``part`` of it that they lie in."""
    left, top, width, height = part
    return tuple(((x - left) / width, (y - top) / height) for x, y in points)


def _waves() -> Outline:
    crests: list[Step] = [("moveTo", ((0, 0.08),))]
    count = 8
    for i in range(count):
        left, right = i / count, (i + 1) / count
        third = (right - left) / 3
        lift = -0.09 if i % 2 else 0.16
        crests.append(
            ("cubicBezTo", ((left + third, lift + 0.04), (right - third, lift + 0.04), (right, 0.08)))
        )
    return (*crests, ("lnTo", ((1, 1),)), ("lnTo", ((0, 1),)), ("close", ()))


def _rise() -> Outline:
    """Return a wavy arrow that points up."""
    return (
        ("moveTo", ((0.38, 1.0),)),
        ("cubicBezTo", ((0.05, 0.80), (0.72, 0.66), (0.40, 0.28))),
        ("lnTo", ((0.14, 0.32),)),
        ("lnTo", ((0.46, 0.0),)),
        ("lnTo", ((0.86, 0.27),)),
        ("lnTo", ((0.60, 0.27),)),
        ("cubicBezTo", ((0.96, 0.66), (0.26, 0.80), (0.60, 1.0))),
        ("close", ()),
    )


DROP: Outline = (
    ("moveTo", ((0.5, 0.0),)),
    ("cubicBezTo", ((0.56, 0.22), (1.0, 0.42), (1.0, 0.68))),
    ("cubicBezTo", ((1.0, 0.86), (0.78, 1.0), (0.5, 1.0))),
    ("cubicBezTo", ((0.22, 1.0), (0.0, 0.86), (0.0, 0.68))),
    ("cubicBezTo", ((0.0, 0.42), (0.44, 0.22), (0.5, 0.0))),
    ("close", ()),
)
SEA = _waves()
RISE = _rise()
_LEFT_SLOPE = ((0.0, 1.0), (0.16, 0.62), (0.23, 0.68), (0.42, 0.16))
_RIGHT_SLOPE = ((0.52, 0.0), (0.63, 0.2), (0.72, 0.36), (0.79, 0.3), (0.9, 0.56), (1.0, 1.0))
#: Shade and snow are drawn in the square of the mountain; these are the parts of it that they fill.
SHADE_PART: Box = (0.52, 0.0, 0.48, 1.0)
SNOW_PART: Box = (0.36, 0.0, 0.3, 0.4)
MOUNTAIN = _polygon(*_LEFT_SLOPE, *_RIGHT_SLOPE)
SHADE = _polygon(*_within(SHADE_PART, *_RIGHT_SLOPE, (0.64, 1.0), (0.66, 0.66), (0.56, 0.4)))
SNOW = _polygon(
    *_within(
        SNOW_PART, (0.36, 0.324), (0.42, 0.16), (0.52, 0.0), (0.63, 0.2), (0.66, 0.255), (0.61, 0.25), (0.57, 0.38),
        (0.52, 0.24), (0.46, 0.4), (0.42, 0.27),
    )
)  # fmt: skip
HILL: Outline = (
    ("moveTo", ((0.0, 1.0),)),
    ("cubicBezTo", ((0.16, 0.62), (0.3, 0.42), (0.46, 0.4))),
    ("cubicBezTo", ((0.64, 0.38), (0.74, 0.12), (1.0, 0.0))),
    ("lnTo", ((1.0, 1.0),)),
    ("close", ()),
)
RIVER: Outline = (
    ("moveTo", ((0.96, 0.0),)),
    ("cubicBezTo", ((0.9, 0.22), (0.62, 0.2), (0.62, 0.42))),
    ("cubicBezTo", ((0.62, 0.62), (0.38, 0.62), (0.07, 0.86))),
    ("lnTo", ((0.0, 1.0),)),
    ("lnTo", ((0.2, 1.0),)),
    ("cubicBezTo", ((0.46, 0.78), (0.78, 0.68), (0.76, 0.46))),
    ("cubicBezTo", ((0.74, 0.28), (0.96, 0.24), (1.0, 0.0))),
    ("close", ()),
)


@dataclass(frozen=True, slots=True)
class Paint:
    """A fill from one colour to another (from top to bottom, unless ``angle`` in degrees says otherwise)."""

    start: str
    end: str = ""
    opacity: float = 1.0
    angle: int = 90

    def xml(self) -> str:
        """Return the fill as DrawingML."""
        alpha = "" if self.opacity >= 1 else f'<a:alpha val="{round(self.opacity * 100_000)}"/>'
        if not self.end:
            return f'<a:solidFill><a:srgbClr val="{self.start}">{alpha}</a:srgbClr></a:solidFill>'
        stops = "".join(
            f'<a:gs pos="{place}"><a:srgbClr val="{colour}">{alpha}</a:srgbClr></a:gs>'
            for place, colour in ((0, self.start), (100_000, self.end))
        )
        angle = f'<a:lin ang="{self.angle * 60_000}" scaled="0"/>'
        return f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst>{angle}</a:gradFill>'


def shape(
    shape_id: int, name: str, outline: Outline | str, box: Box, paint: Paint, turn: float = 0
) -> etree._Element:
    """Return a shape without text: ``outline`` is a path, or the name of a preset; ``turn`` is in degrees.

    The same name has the same creation id on every slide, which is how PowerPoint pairs shapes for Morph.
    """
    left, top, width, height = (emu(value) for value in box)
    rotation = f' rot="{round(turn * 60_000)}"' if turn else ""
    return parse_xml(
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
        f'<p:cNvPr id="{shape_id}" name={quoteattr(name)}>{creation_id(name)}</p:cNvPr><p:cNvSpPr/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm{rotation}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'
        f"</a:xfrm>{_geometry(outline)}{paint.xml()}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/>"
        "<a:lstStyle/><a:p/></p:txBody></p:sp>"
    )


def creation_id(name: str) -> str:
    """Return the extension with the creation id that belongs to a shape name."""
    return (
        '<a:extLst><a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"><a16:creationId '
        'xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" '
        f'id="{stable_guid(name)}"/></a:ext></a:extLst>'
    )


def _geometry(outline: Outline | str) -> str:
    if isinstance(outline, str):
        return f'<a:prstGeom prst="{outline}"><a:avLst/></a:prstGeom>'
    steps = "".join(
        f"<a:{verb}>" + "".join(f'<a:pt x="{_unit(x)}" y="{_unit(y)}"/>' for x, y in points) + f"</a:{verb}>"
        if points
        else "<a:close/>"
        for verb, points in outline
    )
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{_UNIT}" h="{_UNIT}">{steps}</a:path></a:pathLst></a:custGeom>'
    )


def _unit(value: float) -> int:
    return math.floor(value * _UNIT + 0.5)
