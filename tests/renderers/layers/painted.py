"""Layers painted for tests: words in a script, lines, boxes, photographs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from renderers.layers.stack import Layer
from renderers.planes import from_rgb
from studio.lecture import ObjectKind

Rgba = NDArray[np.uint8]


def painting(width: int, height: int, paint: Callable[[QPainter], None]) -> Rgba:
    """A picture with transparency, (H, W, 4)."""
    image = QImage(width, height, QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4).copy()


def words(
    text: str, *, width: int = 600, height: int = 200, pixels: int = 40, colour: str = "#112233"
) -> Rgba:
    """Words in as many lines as they say, at the side where their script begins."""

    def paint(painter: QPainter) -> None:
        font = QFont(["Noto Sans", "Noto Sans CJK TC", "Noto Sans Arabic", "sans-serif"])
        font.setPixelSize(pixels)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QRect(8, 4, width - 16, height - 8), Qt.AlignmentFlag.AlignLeft, text)

    return painting(width, height, paint)


def line(begin: tuple[float, float], end: tuple[float, float], width: int = 400, height: int = 100) -> Rgba:
    """A thick straight line."""

    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(QColor("#aa2222"), 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(*begin), QPointF(*end))

    return painting(width, height, paint)


def box(*, filled: bool, width: int = 300, height: int = 160) -> Rgba:
    """A rectangle with a dark edge."""

    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(QColor("#112244"), 6))
        painter.setBrush(QColor("#99ccff") if filled else Qt.BrushStyle.NoBrush)
        painter.drawRect(20, 20, width - 40, height - 40)

    return painting(width, height, paint)


def photograph(width: int = 300, height: int = 200, seed: int = 1) -> Rgba:
    """Colours that run into each other, opaque."""
    grain = np.random.default_rng(seed).normal(0, 1, (height, width, 3)).cumsum(0).cumsum(1)
    colours = 128 + 110 * np.tanh(grain / grain.std())
    return np.dstack([colours, np.full((height, width), 255)]).astype(np.uint8)


def layer(
    rgba: Rgba,
    kind: ObjectKind = "shape",
    *,
    number: int = 1,
    left: int = 0,
    top: int = 0,
    angle: float = 0.0,
) -> Layer:
    """A picture with transparency as an object of a slide."""
    alpha = rgba[..., 3].astype(np.float32)
    planes = from_rgb(rgba[..., :3])
    half = alpha.reshape(alpha.shape[0] // 2, 2, -1, 2).mean((1, 3))
    luma = np.stack([planes.y.numpy() * alpha / 255, alpha], -1)
    chroma = np.stack([planes.u.numpy() * half / 255, planes.v.numpy() * half / 255, half], -1)
    whole = [torch.from_numpy(plane.round().astype(np.uint8)) for plane in (luma, chroma)]
    return Layer(number, kind, left, top, whole[0], whole[1], angle)
