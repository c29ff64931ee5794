"""Where shapes stand: placeholders that inherit, groups that transform (ECMA-376 Part 1, 20.1.7)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from studio.importers.pptx.markup import Element, child, children, is_true, local, qn, real, walk
from studio.lecture import Box

_SAME_ON_MASTER = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}
_TURN = 60_000
"""Units of a degree (20.1.10.3 ST_Angle)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle by its centre and size in EMU, turned by `angle` degrees clockwise."""

    x: float
    y: float
    width: float
    height: float
    angle: float = 0.0

    def box(self, width: float, height: float) -> Box:
        """What it covers, in fractions of a slide of that size; a turned one by the rectangle around it."""
        turn = math.radians(self.angle)
        cos, sin = abs(math.cos(turn)), abs(math.sin(turn))
        wide = self.width * cos + self.height * sin
        high = self.width * sin + self.height * cos
        left, top = self.x - wide / 2, self.y - high / 2
        parts = (left / width, top / height, wide / width, high / height)
        if not all(map(math.isfinite, parts)):
            return Box(0.0, 0.0, 0.0, 0.0)  # groups in groups, each a billion times as large as the last
        return Box(*(round(part, 6) for part in parts))


@dataclass(frozen=True, slots=True)
class Space:
    """The coordinates a group gives its children: `frame` is the group's place outside, `inner` its own."""

    frame: Frame
    inner: Frame
    flip_x: bool = False
    flip_y: bool = False

    def outside(self, frame: Frame) -> Frame:
        """A child's frame in the coordinates around the group."""
        across = self.frame.width / self.inner.width if self.inner.width else 1.0
        down = self.frame.height / self.inner.height if self.inner.height else 1.0
        x = (frame.x - self.inner.x) * across * (-1 if self.flip_x else 1)
        y = (frame.y - self.inner.y) * down * (-1 if self.flip_y else 1)
        turn = math.radians(self.frame.angle)
        turned_x = x * math.cos(turn) - y * math.sin(turn)
        turned_y = x * math.sin(turn) + y * math.cos(turn)
        angle = -frame.angle if self.flip_x != self.flip_y else frame.angle
        return Frame(
            self.frame.x + turned_x,
            self.frame.y + turned_y,
            frame.width * across,
            frame.height * down,
            angle + self.frame.angle,
        )


def frame_of(shape: Element, parents: tuple[Element, ...] = ()) -> Frame | None:
    """A shape's frame; a placeholder without one takes it from `parents` (layout, then master)."""
    own = _xfrm(shape)
    if own is not None and own.find(qn("a:ext")) is not None:
        return _frame(own, "a:off", "a:ext")
    place = placeholder(shape)
    for parent in parents if place is not None else ():
        match = _counterpart(place, parent)
        if match is not None:
            inherited = _xfrm(match)
            if inherited is not None:
                return _frame(inherited, "a:off", "a:ext")
            place = placeholder(match)
    return None


def space_of(group: Element) -> Space | None:
    """The coordinates inside a `p:grpSp`; None where it has no transform (its children stand as they are)."""
    xfrm = _xfrm(group)
    if xfrm is None or xfrm.find(qn("a:ext")) is None or xfrm.find(qn("a:chExt")) is None:
        return None
    flips = is_true(xfrm.get("flipH")), is_true(xfrm.get("flipV"))
    return Space(_frame(xfrm, "a:off", "a:ext"), _frame(xfrm, "a:chOff", "a:chExt", turned=False), *flips)


def placeholder(shape: Element) -> Element | None:
    """The shape's `p:ph`; None where it is no placeholder."""
    for part in children(shape):
        if local(part).startswith("nv"):
            return child(part, "p:nvPr", "p:ph")
    return None


def _xfrm(shape: Element) -> Element | None:
    for part in children(shape):
        if local(part) in ("spPr", "grpSpPr"):
            return child(part, "a:xfrm")
        if local(part) == "xfrm":
            return part
    return None


def _frame(xfrm: Element, offset: str, extent: str, *, turned: bool = True) -> Frame:
    off, ext = xfrm.find(qn(offset)), xfrm.find(qn(extent))
    x, y = (real(off.get(key)) or 0.0 if off is not None else 0.0 for key in ("x", "y"))
    width, height = (real(ext.get(key)) or 0.0 if ext is not None else 0.0 for key in ("cx", "cy"))
    angle = (real(xfrm.get("rot")) or 0.0) / _TURN if turned else 0.0
    return Frame(x + width / 2, y + height / 2, width, height, angle)


def _counterpart(place: Element, parent: Element) -> Element | None:
    """The placeholder of a layout or master that `place` stands for: by index, else by type."""
    index, kind = place.get("idx", "0"), place.get("type", "obj")
    wanted = (kind, _SAME_ON_MASTER.get(kind, kind))
    by_kind = None
    for shape in walk(parent, "p:sp", "p:pic", "p:graphicFrame"):
        other = placeholder(shape)
        if other is None:
            continue
        if index != "0" and other.get("idx", "0") == index and parent.tag == qn("p:sldLayout"):
            return shape
        if by_kind is None and other.get("type", "obj") in wanted:
            by_kind = shape
    return by_kind
