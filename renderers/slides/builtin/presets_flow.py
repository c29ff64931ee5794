"""Preset outlines: flow-chart symbols and signs of arithmetic."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from renderers.slides.builtin.outline import (
    Frame,
    Geometry,
    Part,
    Preset,
    Trace,
    box,
    chain,
    one,
    polygon,
    scaled,
)
from renderers.slides.builtin.presets_basic import BASIC, ellipse, rect


def _shape(points: tuple[tuple[float, float], ...], text: tuple[float, float, float, float]) -> Preset:
    return lambda f: one(scaled(f, *points), f.rect(*text))


def _with_lines(base: Preset, *lines: tuple[tuple[float, float], tuple[float, float]]) -> Preset:
    """Make a preset that adds inner lines (fractions of the frame) to another."""

    def draw(f: Frame) -> Geometry:
        geometry = base(f)
        inner = QPainterPath()
        for start, end in lines:
            inner.addPath(chain(((start[0] * f.w, start[1] * f.h), (end[0] * f.w, end[1] * f.h))))
        return Geometry((*geometry.parts, Part(inner, "none")), geometry.text)

    return draw


def _wavy_bottom(x: float, y: float, w: float, h: float) -> QPainterPath:
    path = QPainterPath(QPointF(x, y))
    path.lineTo(x + w, y)
    path.lineTo(x + w, y + h * 0.8)
    path.cubicTo(x + w / 2, y + h * 0.8, x + w / 2, y + h * 1.1, x, y + h * 0.933)
    path.closeSubpath()
    return path


def _document(f: Frame) -> Geometry:
    return one(_wavy_bottom(0, 0, f.w, f.h), f.rect(0, 0, 1, 0.8))


def _documents(f: Frame) -> Geometry:
    w, h = f.w, f.h
    parts = tuple(
        Part(_wavy_bottom(w * dx, h * dy, w * 0.86, h * 0.83))
        for dx, dy in ((0.14, 0), (0.07, 0.083), (0, 0.17))
    )
    return Geometry(parts, f.rect(0, 0.17, 0.86, 0.83))


def _terminator(f: Frame) -> Geometry:
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, f.w, f.h), f.w * 0.161, f.h / 2)
    return one(path, f.rect(0.05, 0.15, 0.95, 0.85))


def _tape(f: Frame) -> Geometry:
    path = QPainterPath(QPointF(0, f.h * 0.1))
    path.cubicTo(f.w * 0.17, f.h * 0.25, f.w * 0.33, f.h * 0.25, f.w / 2, f.h * 0.1)
    path.cubicTo(f.w * 0.67, -f.h * 0.033, f.w * 0.83, -f.h * 0.033, f.w, f.h * 0.1)
    path.lineTo(f.w, f.h * 0.9)
    path.cubicTo(f.w * 0.83, f.h * 0.77, f.w * 0.67, f.h * 0.77, f.w / 2, f.h * 0.9)
    path.cubicTo(f.w * 0.33, f.h * 1.033, f.w * 0.17, f.h * 1.033, 0, f.h * 0.9)
    path.closeSubpath()
    return one(path, f.rect(0, 0.2, 1, 0.8))


def _stored(f: Frame) -> Geometry:
    path = Trace()
    path.moveTo(f.w / 6, 0)
    path.lineTo(f.w, 0)
    path.arc(f.w / 6, f.h / 2, 270, -180)
    path.lineTo(f.w / 6, f.h)
    path.arc(f.w / 6, f.h / 2, 90, 180)
    return one(path, f.rect(1 / 6, 0, 5 / 6, 1))


def _delay(f: Frame) -> Geometry:
    path = Trace()
    path.lineTo(f.w / 2, 0)
    path.arc(f.w / 2, f.h / 2, 270, 180)
    path.lineTo(0, f.h)
    path.closeSubpath()
    return one(path, f.rect(0, 0.15, 0.85, 0.85))


def _display(f: Frame) -> Geometry:
    path = Trace()
    path.moveTo(0, f.h / 2)
    path.lineTo(f.w / 6, 0)
    path.lineTo(f.w * 5 / 6, 0)
    path.arc(f.w / 6, f.h / 2, 270, 180)
    path.lineTo(f.w / 6, f.h)
    path.closeSubpath()
    return one(path, f.rect(1 / 6, 0, 5 / 6, 1))


def _magnetic_tape(f: Frame) -> Geometry:
    path = Trace()
    path.moveTo(f.w / 2, f.h)
    path.arc(f.w / 2, f.h / 2, 90, 315)
    path.lineTo(f.w, f.h * 0.854)
    path.lineTo(f.w, f.h)
    path.closeSubpath()
    return one(path, ellipse(f).text)


def _disk(f: Frame) -> Geometry:
    lid = f.h / 6
    body = Trace()
    body.moveTo(0, lid)
    body.arc(f.w / 2, lid, 180, 180)
    body.lineTo(f.w, f.h - lid)
    body.arc(f.w / 2, lid, 0, 180)
    body.closeSubpath()
    rim = Trace()
    rim.moveTo(f.w, lid)
    rim.arc(f.w / 2, lid, 0, 180)
    return Geometry((Part(body), Part(rim, "none")), f.rect(0, 1 / 3, 1, 5 / 6))


def _drum(f: Frame) -> Geometry:
    base = _disk(Frame(f.h, f.w, {}))
    lay = QTransform(0, 1, -1, 0, f.w, 0)
    parts = tuple(Part(lay.map(part.path), part.tone, part.stroked) for part in base.parts)
    return Geometry(parts, f.rect(1 / 6, 0, 2 / 3, 1))


def _bar(x: float, y: float, length: float, thick: float, turn: float) -> QPainterPath:
    move = QTransform.fromTranslate(x, y).rotate(turn)
    return move.map(box(-length / 2, -thick / 2, length, thick))


def _plus(f: Frame) -> Geometry:
    thick = f.ss * f.adj("adj1", 0.2352)
    across = _bar(f.w / 2, f.h / 2, f.w * 0.735, thick, 0)
    return one(across.united(_bar(f.w / 2, f.h / 2, f.h * 0.735, thick, 90)).simplified(), f.rect())


def _minus(f: Frame) -> Geometry:
    return one(_bar(f.w / 2, f.h / 2, f.w * 0.735, f.h * f.adj("adj1", 0.2352), 0), f.rect())


def _times(f: Frame) -> Geometry:
    thick, turn = f.ss * f.adj("adj1", 0.2352), math.degrees(math.atan2(f.h, f.w))
    length = math.hypot(f.w, f.h) * 0.655
    cross = _bar(f.w / 2, f.h / 2, length, thick, turn).united(_bar(f.w / 2, f.h / 2, length, thick, -turn))
    return one(cross.simplified(), f.rect())


def _divide(f: Frame) -> Geometry:
    dot = f.h * f.adj("adj3", 0.1176)
    path = _bar(f.w / 2, f.h / 2, f.w * 0.735, f.h * f.adj("adj1", 0.2352), 0)
    away = f.h * (f.adj("adj1", 0.2352) / 2 + f.adj("adj2", 0.0588)) + dot
    for y in (f.h / 2 - away, f.h / 2 + away):
        path.addEllipse(QPointF(f.w / 2, y), dot, dot)
    return one(path, f.rect())


def _equal_bars(f: Frame, thick: float, gap: float) -> QPainterPath:
    away = f.h * (gap + thick) / 2
    path = _bar(f.w / 2, f.h / 2 - away, f.w * 0.735, f.h * thick, 0)
    path.addPath(_bar(f.w / 2, f.h / 2 + away, f.w * 0.735, f.h * thick, 0))
    return path


def _equal(f: Frame) -> Geometry:
    return one(_equal_bars(f, f.adj("adj1", 0.2352), f.adj("adj2", 0.1176)), f.rect())


def _not_equal(f: Frame) -> Geometry:
    thick = f.adj("adj1", 0.2352)
    slash = _bar(f.w / 2, f.h / 2, f.h, f.h * thick, f.angle("adj2", 110))
    return one(_equal_bars(f, thick, f.adj("adj3", 0.1176)).united(slash).simplified(), f.rect())


_SQUARE = math.sqrt(0.5) / 2
_diagonals = (
    ((0.5 - _SQUARE, 0.5 - _SQUARE), (0.5 + _SQUARE, 0.5 + _SQUARE)),
    ((0.5 + _SQUARE, 0.5 - _SQUARE), (0.5 - _SQUARE, 0.5 + _SQUARE)),
)
_axes = (((0.5, 0), (0.5, 1)), ((0, 0.5), (1, 0.5)))

FLOW: dict[str, Preset] = {
    "flowChartProcess": rect,
    "flowChartAlternateProcess": BASIC["roundRect"],
    "flowChartDecision": BASIC["diamond"],
    "flowChartInputOutput": _shape(((0.2, 0), (1, 0), (0.8, 1), (0, 1)), (0.2, 0, 0.8, 1)),
    "flowChartPredefinedProcess": _with_lines(rect, ((0.125, 0), (0.125, 1)), ((0.875, 0), (0.875, 1))),
    "flowChartInternalStorage": _with_lines(rect, ((0.125, 0), (0.125, 1)), ((0, 0.125), (1, 0.125))),
    "flowChartDocument": _document,
    "flowChartMultidocument": _documents,
    "flowChartTerminator": _terminator,
    "flowChartPreparation": _shape(
        ((0, 0.5), (0.2, 0), (0.8, 0), (1, 0.5), (0.8, 1), (0.2, 1)), (0.2, 0, 0.8, 1)
    ),
    "flowChartManualInput": _shape(((0, 0.2), (1, 0), (1, 1), (0, 1)), (0, 0.2, 1, 1)),
    "flowChartManualOperation": _shape(((0, 0), (1, 0), (0.8, 1), (0.2, 1)), (0.2, 0, 0.8, 1)),
    "flowChartConnector": ellipse,
    "flowChartOffpageConnector": _shape(((0, 0), (1, 0), (1, 0.8), (0.5, 1), (0, 0.8)), (0, 0, 1, 0.8)),
    "flowChartPunchedCard": _shape(((0.2, 0), (1, 0), (1, 1), (0, 1), (0, 0.2)), (0, 0.2, 1, 1)),
    "flowChartPunchedTape": _tape,
    "flowChartSummingJunction": _with_lines(ellipse, *_diagonals),
    "flowChartOr": _with_lines(ellipse, *_axes),
    "flowChartCollate": _shape(((0, 0), (1, 0), (0, 1), (1, 1)), (0.25, 0.25, 0.75, 0.75)),
    "flowChartSort": _with_lines(BASIC["diamond"], ((0, 0.5), (1, 0.5))),
    "flowChartExtract": _shape(((0.5, 0), (1, 1), (0, 1)), (0.25, 0.5, 0.75, 1)),
    "flowChartMerge": _shape(((0, 0), (1, 0), (0.5, 1)), (0.25, 0, 0.75, 0.5)),
    "flowChartOnlineStorage": _stored,
    "flowChartDelay": _delay,
    "flowChartMagneticTape": _magnetic_tape,
    "flowChartMagneticDisk": _disk,
    "flowChartMagneticDrum": _drum,
    "flowChartDisplay": _display,
    "mathPlus": _plus,
    "mathMinus": _minus,
    "mathMultiply": _times,
    "mathDivide": _divide,
    "mathEqual": _equal,
    "mathNotEqual": _not_equal,
    "diagonalCross": lambda f: one(polygon((0, 0), (f.w, f.h), (f.w, 0), (0, f.h)), f.rect()),
}
