"""From a shape's geometry element to its outline: preset names, and the formulas of custom shapes.

Source: ECMA-376 part 1, 20.1.9 (guides, paths) and 20.1.10.56 (preset names).
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTransform

from renderers.slides.builtin.node import EMU_PER_UNIT, Node
from renderers.slides.builtin.outline import Frame, Geometry, Part, Preset, Trace
from renderers.slides.builtin.presets_arrows import ARROWS
from renderers.slides.builtin.presets_basic import BASIC, rect
from renderers.slides.builtin.presets_flow import FLOW
from renderers.slides.builtin.presets_marks import MARKS

PRESETS: dict[str, Preset] = {**BASIC, **ARROWS, **FLOW, **MARKS}
Values = dict[str, float]
_SIXTIETHS = 60000.0


def read_geometry(node: Node | None, width: float, height: float) -> Geometry:
    """Return the outline for a prstGeom or custGeom element; a rectangle where there is none."""
    if node is None:
        return rect(Frame(width, height, {}))
    if node.tag == "custGeom":
        return _custom(node, width, height)
    preset = PRESETS.get(node.get("prst") or "rect", rect)
    return preset(Frame(width, height, _adjustments(node)))


def known(node: Node | None) -> bool:
    """Whether the outline is drawn as itself, not as its rectangle."""
    return node is None or node.tag == "custGeom" or (node.get("prst") or "rect") in PRESETS


def _adjustments(node: Node) -> Values:
    values: Values = {}
    for guide in node.child("avLst") or ():
        formula = (guide.get("fmla") or "").split()
        if len(formula) == 2 and formula[0] == "val":
            values[guide.get("name") or ""] = _number(formula[1])
    return values


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _custom(node: Node, width: float, height: float) -> Geometry:
    values = _builtin_guides(width * EMU_PER_UNIT, height * EMU_PER_UNIT)
    for listed in (node.child("avLst"), node.child("gdLst")):
        for guide in listed or ():
            values[guide.get("name") or ""] = evaluate(guide.get("fmla") or "", values)
    paths = node.child("pathLst")
    parts = tuple(
        _path(p, values, width, height) for p in (paths.children("path") if paths is not None else ())
    )
    return Geometry(parts, _text_rect(node.child("rect"), values, width, height))


def _text_rect(node: Node | None, values: Values, width: float, height: float) -> QRectF:
    if node is None:
        return QRectF(0, 0, width, height)
    left, top, right, bottom = (value(node.get(side) or "0", values) / EMU_PER_UNIT for side in "ltrb")
    return QRectF(left, top, right - left, bottom - top)


def _path(node: Node, values: Values, width: float, height: float) -> Part:
    own_w, own_h = node.whole("w"), node.whole("h")
    trace = Trace()
    trace.setFillRule(Qt.FillRule.OddEvenFill)
    for command in node:
        points = [
            (value(p.get("x") or "0", values), value(p.get("y") or "0", values))
            for p in command.children("pt")
        ]
        _follow(trace, command, points, values)
    scale = QTransform.fromScale(
        width / own_w if own_w else 1 / EMU_PER_UNIT, height / own_h if own_h else 1 / EMU_PER_UNIT
    )
    return Part(scale.map(trace), node.get("fill") or "norm", node.flag("stroke") is not False)


def _follow(trace: Trace, command: Node, points: list[tuple[float, float]], values: Values) -> None:
    if command.tag == "close":
        trace.closeSubpath()
    elif command.tag == "arcTo":
        rx, ry, start, sweep = (value(command.get(n) or "0", values) for n in ("wR", "hR", "stAng", "swAng"))
        trace.arc(rx, ry, start / _SIXTIETHS, sweep / _SIXTIETHS)
    elif command.tag == "moveTo" and points:
        trace.moveTo(*points[0])
    elif command.tag == "lnTo" and points:
        trace.lineTo(*points[0])
    elif command.tag == "cubicBezTo" and len(points) == 3:
        trace.cubicTo(*points[0], *points[1], *points[2])
    elif command.tag == "quadBezTo" and len(points) == 2:
        trace.quadTo(*points[0], *points[1])


def _builtin_guides(w: float, h: float) -> Values:
    short, long = min(w, h), max(w, h)
    values: Values = {"w": w, "h": h, "l": 0, "t": 0, "r": w, "b": h, "ss": short, "ls": long}
    values |= {"hc": w / 2, "vc": h / 2}
    for part in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32):
        values |= {f"wd{part}": w / part, f"hd{part}": h / part, f"ssd{part}": short / part}
    for name, turn in (
        ("cd2", 180),
        ("cd4", 90),
        ("cd8", 45),
        ("3cd4", 270),
        ("3cd8", 135),
        ("5cd8", 225),
        ("7cd8", 315),
    ):
        values[name] = turn * _SIXTIETHS
    return values


def value(text: str, values: Values) -> float:
    """Return a guide's value or a literal number."""
    found = values.get(text)
    return _number(text) if found is None else found


def evaluate(formula: str, values: Values) -> float:
    """Evaluate one guide formula (ECMA-376 part 1, 20.1.9.11); unreadable ones count as zero."""
    name, *operands = formula.split() or ["val"]
    arguments = [value(text, values) for text in operands]
    operation = _OPERATIONS.get(name)
    if operation is None:
        return 0.0
    try:
        return operation(*arguments)
    except (TypeError, ZeroDivisionError, ValueError):
        return 0.0


def _turn(angle: float) -> float:
    return math.radians(angle / _SIXTIETHS)


_OPERATIONS: dict[str, Callable[..., float]] = {
    "val": lambda x: x,
    "*/": lambda x, y, z: x * y / z,
    "+-": lambda x, y, z: x + y - z,
    "+/": lambda x, y, z: (x + y) / z,
    "?:": lambda x, y, z: y if x > 0 else z,
    "abs": lambda x: abs(x),
    "at2": lambda x, y: math.degrees(math.atan2(y, x)) * _SIXTIETHS,
    "cat2": lambda x, y, z: x * math.cos(math.atan2(z, y)),
    "cos": lambda x, y: x * math.cos(_turn(y)),
    "max": lambda x, y: max(x, y),
    "min": lambda x, y: min(x, y),
    "mod": lambda x, y, z: math.sqrt(x * x + y * y + z * z),
    "pin": lambda x, y, z: max(x, min(y, z)),
    "sat2": lambda x, y, z: x * math.sin(math.atan2(z, y)),
    "sin": lambda x, y: x * math.sin(_turn(y)),
    "sqrt": lambda x: math.sqrt(x),
    "tan": lambda x, y: x * math.tan(_turn(y)),
}
