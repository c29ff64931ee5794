"""Preset outlines: block arrows, their callouts, and chevrons."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from renderers.slides.builtin.outline import (
    Frame,
    Geometry,
    Part,
    Point,
    Preset,
    Trace,
    box,
    limit,
    one,
    polygon,
)


def _turned(draw: Preset, quarter: int) -> Preset:
    """Make the preset that looks right (0), down (1), left (2) or up (3) from one that looks right."""

    def turned(f: Frame) -> Geometry:
        w, h = (f.h, f.w) if quarter % 2 else (f.w, f.h)
        base = draw(Frame(w, h, f.values))
        if quarter == 2:
            move = QTransform(-1, 0, 0, 1, f.w, 0)
        elif quarter == 1:
            move = QTransform(0, 1, 1, 0, 0, 0)
        else:
            move = QTransform(0, -1, 1, 0, 0, f.h)
        parts = tuple(Part(move.map(p.path), p.tone, p.stroked) for p in base.parts)
        return Geometry(parts, move.mapRect(base.text))

    return turned


def _arrow(f: Frame) -> Geometry:
    thick, head = limit(f.adj("adj1", 0.5), 0, 1), min(f.w, f.ss * f.adj("adj2", 0.5))
    y1, y2, neck = f.h * (1 - thick) / 2, f.h * (1 + thick) / 2, f.w - head
    path = polygon((0, y1), (neck, y1), (neck, 0), (f.w, f.h / 2), (neck, f.h), (neck, y2), (0, y2))
    return one(path, QRectF(0, y1, neck + head * thick, y2 - y1))


def _notched(f: Frame) -> Geometry:
    thick, head = limit(f.adj("adj1", 0.5), 0, 1), min(f.w, f.ss * f.adj("adj2", 0.5))
    y1, y2, neck = f.h * (1 - thick) / 2, f.h * (1 + thick) / 2, f.w - head
    notch = thick * head
    tip = ((neck, y1), (neck, 0), (f.w, f.h / 2), (neck, f.h), (neck, y2))
    return one(polygon((0, y1), *tip, (0, y2), (notch, f.h / 2)), QRectF(notch, y1, neck, y2 - y1))


def _striped(f: Frame) -> Geometry:
    thick, head = limit(f.adj("adj1", 0.5), 0, 1), min(f.w, f.ss * f.adj("adj2", 0.5))
    y1, y2, neck, unit = f.h * (1 - thick) / 2, f.h * (1 + thick) / 2, f.w - head, f.ss / 32
    start = unit * 5
    path = polygon((start, y1), (neck, y1), (neck, 0), (f.w, f.h / 2), (neck, f.h), (neck, y2), (start, y2))
    path.addPath(box(0, y1, unit, y2 - y1))
    path.addPath(box(2 * unit, y1, 2 * unit, y2 - y1))
    return one(path, QRectF(start, y1, neck - start, y2 - y1))


def _double(f: Frame) -> Geometry:
    thick, head = limit(f.adj("adj1", 0.5), 0, 1), min(f.w / 2, f.ss * f.adj("adj2", 0.5))
    y1, y2 = f.h * (1 - thick) / 2, f.h * (1 + thick) / 2
    right = ((f.w - head, y1), (f.w - head, 0), (f.w, f.h / 2), (f.w - head, f.h), (f.w - head, y2))
    left = ((head, y2), (head, f.h), (0, f.h / 2), (head, 0), (head, y1))
    return one(polygon(*right, *left), QRectF(head / 2, y1, f.w - head, y2 - y1))


def _quad(f: Frame) -> Geometry:
    half, wide, head = (
        f.ss * f.adj("adj1", 0.225) / 2,
        f.ss * f.adj("adj2", 0.225),
        f.ss * f.adj("adj3", 0.225),
    )
    cx, cy, w, h = f.w / 2, f.h / 2, f.w, f.h
    points: list[Point] = [(cx - half, cy - half), (cx - half, head), (cx - wide, head), (cx, 0)]
    points += [(cx + wide, head), (cx + half, head), (cx + half, cy - half), (w - head, cy - half)]
    points += [(w - head, cy - wide), (w, cy), (w - head, cy + wide), (w - head, cy + half)]
    points += [(cx + half, cy + half), (cx + half, h - head), (cx + wide, h - head), (cx, h)]
    points += [(cx - wide, h - head), (cx - half, h - head), (cx - half, cy + half), (head, cy + half)]
    points += [(head, cy + wide), (0, cy), (head, cy - wide), (head, cy - half)]
    return one(polygon(*points), QRectF(head, cy - half, w - 2 * head, 2 * half))


def _home(f: Frame) -> Geometry:
    tip = f.w - min(f.w, f.ss * f.adj("adj", 0.5))
    path = polygon((0, 0), (tip, 0), (f.w, f.h / 2), (tip, f.h), (0, f.h))
    return one(path, QRectF(0, 0, (tip + f.w) / 2, f.h))


def _chevron(f: Frame) -> Geometry:
    depth = min(f.w, f.ss * f.adj("adj", 0.5))
    tip = f.w - depth
    path = polygon((0, 0), (tip, 0), (f.w, f.h / 2), (tip, f.h), (0, f.h), (depth, f.h / 2))
    return one(path, QRectF(min(depth, tip), 0, max(abs(tip - depth), f.w * 0.2), f.h))


def _bent(f: Frame) -> Geometry:
    thick, wide = f.ss * f.adj("adj1", 0.25), f.ss * f.adj("adj2", 0.25)
    head, curve = f.ss * f.adj("adj3", 0.25), f.ss * f.adj("adj4", 0.4375)
    y1 = wide - thick / 2
    neck, inner = f.w - head, max(0.0, curve - thick)
    path = Trace()
    path.moveTo(0, f.h)
    path.lineTo(0, y1 + curve)
    path.arc(curve, curve, 180, 90)
    path.lineTo(neck, y1)
    path.lineTo(neck, 0)
    path.lineTo(f.w, wide)
    path.lineTo(neck, wide * 2)
    path.lineTo(neck, y1 + thick)
    path.lineTo(thick + inner, y1 + thick)
    path.arc(inner, inner, 270, -90)
    path.lineTo(thick, f.h)
    path.closeSubpath()
    return one(path, f.rect())


def _bent_up(f: Frame) -> Geometry:
    thick, wide, head = (f.ss * f.adj(f"adj{i}", 0.25) for i in (1, 2, 3))
    x2 = f.w - wide
    points = ((0, f.h - thick), (x2 - thick / 2, f.h - thick), (x2 - thick / 2, head), (f.w - 2 * wide, head))
    tip = ((x2, 0), (f.w, head), (x2 + thick / 2, head), (x2 + thick / 2, f.h), (0, f.h))
    return one(polygon(*points, *tip), QRectF(0, f.h - thick, x2 + thick / 2, thick))


def _uturn(f: Frame) -> Geometry:
    thick, wide, head = (f.ss * f.adj(f"adj{i}", 0.25) for i in (1, 2, 3))
    curve, end = f.ss * f.adj("adj4", 0.4375), f.h * f.adj("adj5", 0.75)
    right = f.w - wide + thick / 2
    inner = max(0.0, curve - thick)
    path = Trace()
    path.moveTo(0, f.h)
    path.lineTo(0, curve)
    path.arc(curve, curve, 180, 90)
    path.lineTo(right - curve, 0)
    path.arc(curve, curve, 270, 90)
    for point in ((right, end - head), (f.w, end - head), (f.w - wide, end)):
        path.lineTo(*point)
    path.lineTo(f.w - 2 * wide, end - head)
    path.lineTo(right - thick, end - head)
    path.lineTo(right - thick, thick + inner)
    path.arc(inner, inner, 0, -90)
    path.lineTo(thick + inner, thick)
    path.arc(inner, inner, 270, -90)
    path.lineTo(thick, f.h)
    path.closeSubpath()
    return one(path, f.rect())


def _curved(f: Frame) -> Geometry:
    """The arrow that bows to the left and points right, as curvedRightArrow."""
    thick, wide, head = f.ss * f.adj("adj1", 0.25), f.ss * f.adj("adj2", 0.5), f.ss * f.adj("adj3", 0.25)
    reach = f.h - wide / 2
    radius = max(1.0, (reach - thick / 2) / 2)
    neck = f.w - head
    outer = QPainterPath()
    outer.moveTo(f.w, 0)
    outer.cubicTo(-f.w / 3, 0, -f.w / 3, reach + thick / 2, neck, reach + thick / 2)
    outer.lineTo(neck, f.h)
    outer.lineTo(f.w, reach)
    outer.lineTo(neck, reach - wide / 2)
    outer.lineTo(neck, reach - thick / 2)
    outer.cubicTo(f.w * 0.1, reach - thick / 2, 0, radius * 1.2, 0, radius + thick / 2)
    outer.cubicTo(0, thick * 1.2, f.w * 0.4, thick, f.w, thick)
    outer.closeSubpath()
    outer.setFillRule(outer.fillRule().WindingFill)
    return one(outer, f.rect())


def _callout(f: Frame) -> Geometry:
    half, wide = f.ss * f.adj("adj1", 0.25) / 2, f.ss * f.adj("adj2", 0.25)
    head, body = f.ss * f.adj("adj3", 0.25), f.w * f.adj("adj4", 0.64977)
    cy, neck = f.h / 2, f.w - head
    points = ((0, 0), (body, 0), (body, cy - half), (neck, cy - half), (neck, cy - wide), (f.w, cy))
    rest = ((neck, cy + wide), (neck, cy + half), (body, cy + half), (body, f.h), (0, f.h))
    return one(polygon(*points, *rest), QRectF(0, 0, body, f.h))


def _double_callout(f: Frame) -> Geometry:
    half, wide = f.ss * f.adj("adj1", 0.25) / 2, f.ss * f.adj("adj2", 0.25)
    head, body = f.ss * f.adj("adj3", 0.25), f.w * f.adj("adj4", 0.48123)
    x1, x2, cy = (f.w - body) / 2, (f.w + body) / 2, f.h / 2
    points: list[Point] = [
        (x2, 0),
        (x2, cy - half),
        (f.w - head, cy - half),
        (f.w - head, cy - wide),
        (f.w, cy),
    ]
    points += [(f.w - head, cy + wide), (f.w - head, cy + half), (x2, cy + half), (x2, f.h), (x1, f.h)]
    points += [(x1, cy + half), (head, cy + half), (head, cy + wide), (0, cy), (head, cy - wide)]
    points += [(head, cy - half), (x1, cy - half), (x1, 0)]
    return one(polygon(*points), QRectF(x1, 0, body, f.h))


ARROWS: dict[str, Preset] = {
    "rightArrow": _arrow,
    "downArrow": _turned(_arrow, 1),
    "leftArrow": _turned(_arrow, 2),
    "upArrow": _turned(_arrow, 3),
    "leftRightArrow": _double,
    "upDownArrow": _turned(_double, 1),
    "quadArrow": _quad,
    "notchedRightArrow": _notched,
    "stripedRightArrow": _striped,
    "homePlate": _home,
    "chevron": _chevron,
    "bentArrow": _bent,
    "bentUpArrow": _bent_up,
    "uturnArrow": _uturn,
    "curvedRightArrow": _curved,
    "curvedDownArrow": _turned(_curved, 1),
    "curvedLeftArrow": _turned(_curved, 2),
    "curvedUpArrow": _turned(_curved, 3),
    "rightArrowCallout": _callout,
    "downArrowCallout": _turned(_callout, 1),
    "leftArrowCallout": _turned(_callout, 2),
    "upArrowCallout": _turned(_callout, 3),
    "leftRightArrowCallout": _double_callout,
    "upDownArrowCallout": _turned(_double_callout, 1),
}
