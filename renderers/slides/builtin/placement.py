"""Where a shape stands on the slide, through all its groups (ECMA-376 part 1, 20.1.7).

Groups are folded into numbers, not into the painter's transform: letters and lines inside a stretched
group keep their size, as PowerPoint keeps them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from renderers.slides.builtin.node import Node


@dataclass(frozen=True, slots=True)
class Placement:
    """A rectangle (painter units) turned about its centre by degrees, clockwise, and mirrored."""

    x: float
    y: float
    w: float
    h: float
    turn: float = 0.0
    flip_h: bool = False
    flip_v: bool = False

    @property
    def rect(self) -> QRectF:
        """The unturned rectangle."""
        return QRectF(self.x, self.y, self.w, self.h)

    @property
    def upended(self) -> bool:
        """Whether the turn is nearer to lying than to standing."""
        return 45 <= self.turn % 180 < 135

    def enter(self, painter: QPainter, mirrored: bool = True) -> None:
        """Move the painter so that the shape's corner is the origin; text is entered unmirrored."""
        painter.translate(self.rect.center())
        painter.rotate(self.turn + (180.0 if self.flip_v and not mirrored else 0.0))
        if mirrored:
            painter.scale(-1 if self.flip_h else 1, -1 if self.flip_v else 1)
        painter.translate(-self.w / 2, -self.h / 2)


@dataclass(frozen=True, slots=True)
class Space:
    """The coordinates inside a group."""

    outer: Space | None
    place: Placement
    inner: QRectF

    def put(self, child: Placement) -> Placement:
        """Return a child's place on the slide."""
        box, inner = self.place, self.inner
        sx = box.w / inner.width() if inner.width() else 1.0
        sy = box.h / inner.height() if inner.height() else 1.0
        center = child.rect.center()
        cx, cy = box.x + (center.x() - inner.x()) * sx, box.y + (center.y() - inner.y()) * sy
        # The sides of a lying child stretch with the other axis.
        w, h = (child.w * sy, child.h * sx) if child.upended else (child.w * sx, child.h * sy)
        middle = box.rect.center()
        turn = child.turn
        if box.flip_h:
            cx, turn = 2 * middle.x() - cx, -turn
        if box.flip_v:
            cy, turn = 2 * middle.y() - cy, -turn
        at = _rotated(QPointF(cx, cy), middle, box.turn)
        return Placement(
            at.x() - w / 2,
            at.y() - h / 2,
            w,
            h,
            (turn + box.turn) % 360,
            child.flip_h != box.flip_h,
            child.flip_v != box.flip_v,
        )


def read_place(node: Node | None) -> Placement | None:
    """Return the placement an xfrm element states, None where it states none."""
    off, ext = (node.child("off"), node.child("ext")) if node is not None else (None, None)
    if node is None or off is None or ext is None:
        return None
    return Placement(
        off.units("x"),
        off.units("y"),
        max(0.0, ext.units("cx")),
        max(0.0, ext.units("cy")),
        float(node.get("rot") or 0) / 60000.0 % 360,
        node.flag("flipH") or False,
        node.flag("flipV") or False,
    )


_USUAL = {
    "title": (0.05, 0.04, 0.9, 0.167),
    "ctrTitle": (0.075, 0.31, 0.85, 0.214),
    "subTitle": (0.15, 0.567, 0.7, 0.256),
    "dt": (0.05, 0.927, 0.233, 0.053),
    "ftr": (0.342, 0.927, 0.317, 0.053),
    "sldNum": (0.717, 0.927, 0.233, 0.053),
}
_USUAL_BODY = (0.05, 0.233, 0.9, 0.66)


def usual_place(kind: str, page: QRectF) -> Placement:
    """Return where PowerPoint's first layout has a kind of placeholder: for one that no sheet gives a place."""
    x, y, w, h = _USUAL.get(kind, _USUAL_BODY)
    return Placement(x * page.width(), y * page.height(), w * page.width(), h * page.height())


def group_space(node: Node | None, outer: Space | None) -> Space | None:
    """Return the coordinates inside a group with that grpSpPr/xfrm; without one they are the outer ones."""
    place = read_place(node)
    if node is None or place is None:
        return outer
    offset, extent = node.child("chOff"), node.child("chExt")
    inner = QRectF(place.rect)
    if offset is not None and extent is not None:
        inner = QRectF(offset.units("x"), offset.units("y"), extent.units("cx"), extent.units("cy"))
    settled = outer.put(place) if outer is not None else place
    return Space(outer, settled, inner)


def grown(place: Placement, height: float, anchor: str) -> Placement:
    """Return a placement of another height; it grows away from the text's anchor."""
    share = {"ctr": 0.5, "b": 1.0}.get(anchor, 0.0)
    return replace(place, y=place.y - (height - place.h) * share, h=height)


def _rotated(point: QPointF, about: QPointF, degrees: float) -> QPointF:
    if not degrees:
        return point
    angle = math.radians(degrees)
    dx, dy = point.x() - about.x(), point.y() - about.y()
    cos, sin = math.cos(angle), math.sin(angle)
    return QPointF(about.x() + dx * cos - dy * sin, about.y() + dx * sin + dy * cos)
