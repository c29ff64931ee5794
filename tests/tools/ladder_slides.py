"""The pair of slides on which docs/coherence.md shows every level: a sea breeze by day, a land breeze by night.

Both have the same title and the same coast, painted in the light of noon and of evening and seen from a little
further along; two labels change sides, an arrow turns round; the second slide has one object more.
"""

from __future__ import annotations

import io
import random
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QRadialGradient

from resources.samples.brush import paint_cloud, painted, smooth, vertical
from resources.samples.palette import CLAY, DEEP, INK, MIST, WATER, WHITE


def make(path: Path) -> None:
    """Write the deck of two slides."""
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    for evening in (False, True):
        _slide(deck.slides.add_slide(deck.slide_layouts[6]), evening=evening)
    deck.save(str(path))


def _slide(slide, *, evening: bool) -> None:
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Inches

    shapes = slide.shapes
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = _colour(MIST)
    bar = shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Inches(13.333), Inches(1.25))
    _filled(bar, DEEP)
    _words(shapes.add_textbox(*_box(0.6, 0.25, 12, 0.8)), "Where the wind on the coast comes from", 34, WHITE)
    shapes.add_picture(io.BytesIO(coast(evening=evening)), *_box(0.7, 1.65, 8.0, 4.5))
    warm, cool = (1.0, 5.4) if evening else (5.4, 1.0)
    for left, top, words, colour in (
        (warm, 1.95, "Warm air rises", CLAY),
        (cool, 5.1, "Cool air sinks", WATER),
    ):
        label = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *_box(left, top, 3.0, 0.75))
        _filled(label, colour)
        _words(label, words, 22, WHITE, middle=True)
    arrow = shapes.add_shape(
        MSO_SHAPE.RIGHT_ARROW, *_box(1.2 if evening else 1.6, 4.0 if evening else 3.0, 2.4, 0.8)
    )
    arrow.rotation = 180 if evening else 0
    _filled(arrow, WHITE)
    says = (
        "After sunset the sea is warmer. The wind blows out."
        if evening
        else "By day the land is warmer. The wind blows in."
    )
    _words(shapes.add_textbox(*_box(9.1, 1.7, 3.7, 2.0)), says, 28, INK)
    _words(shapes.add_textbox(*_box(0.6, 6.45, 12, 0.7)), "The wind follows what is warmer.", 26, INK)
    if evening:
        more = shapes.add_textbox(*_box(9.1, 4.0, 3.7, 2.0))
        _words(more, "Water cools more slowly than land.", 28, CLAY)


def _box(left: float, top: float, width: float, height: float) -> list[int]:
    from pptx.util import Inches

    return [int(Inches(side)) for side in (left, top, width, height)]


def _filled(shape, colour: str) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = _colour(colour)
    shape.line.fill.background()
    shape.shadow.inherit = False


def _words(shape, text: str, points: int, colour: str, *, middle: bool = False) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    frame = shape.text_frame
    frame.vertical_anchor, frame.word_wrap = MSO_ANCHOR.MIDDLE, True
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER if middle else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(points), middle, "Open Sans"
    run.font.color.rgb = _colour(colour)


def _colour(hexadecimal: str):
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(hexadecimal)


def coast(*, evening: bool) -> bytes:
    """A coast with hills, trees, a boat and a low sun as PNG, 1280 by 720; by evening nearer, and in warm light."""
    near, left, top = (1.06, 40, 22) if evening else (1.0, 0, 0)

    def paint(painter: QPainter) -> None:
        painter.save()
        painter.scale(near, near)
        painter.translate(-left, -top)
        _sky(painter, 24 if evening else 0, 40 if evening else 0)
        _land(painter)
        _sea(painter)
        _boat(painter, 510 if evening else 570, 490)
        _shore(painter)
        _house(painter, 1040, 440, lit=evening)
        painter.restore()
        if evening:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(
                QRectF(0, 0, 1280, 720), vertical(0, 720, (0, "#eadbe4"), (0.6, "#ffe2c0"), (1, "#e6d2c8"))
            )

    return painted(1280, 720, paint)


def _sky(painter: QPainter, lower: int, drift: int) -> None:
    painter.fillRect(
        QRectF(0, 0, 1400, 800), vertical(0, 430, (0, "#6fb6e6"), (0.7, "#cfe9f8"), (1, "#f4f2e4"))
    )
    centre = QPointF(360, 190 + lower)
    glow = QRadialGradient(centre, 200)
    for place, colour in ((0, "#e0fff2c8"), (0.4, "#60ffe9a8"), (1, "#00ffefd0")):
        glow.setColorAt(place, QColor(colour))
    painter.setBrush(QBrush(glow))
    painter.drawEllipse(centre, 200, 200)
    painter.setBrush(QColor("#ffd45e"))
    painter.drawEllipse(centre, 56, 56)
    for x, y, wide in ((560, 110, 250), (240, 330, 130), (830, 200, 150)):
        paint_cloud(painter, QRectF(x + drift, y, wide, wide * 0.45), dark=False)
    chance = random.Random(5)
    for _ in range(70):
        painter.setBrush(QColor(255, 255, 255, chance.randint(20, 60)))
        x, y = chance.uniform(0, 1400) + drift, chance.uniform(10, 420)
        painter.drawRoundedRect(QRectF(x, y, chance.uniform(40, 160), 5), 3, 3)


def _land(painter: QPainter) -> None:
    hills = [(660, 436), (790, 330), (880, 356), (1010, 240), (1130, 320), (1300, 280), (1420, 300)]
    painter.setBrush(vertical(240, 440, (0, "#86b396"), (1, "#5f9d7c")))
    painter.drawPath(smooth([(float(x), float(y)) for x, y in hills], 450))
    chance = random.Random(2)
    for _ in range(260):
        x, y = chance.uniform(740, 1400), chance.uniform(345, 440)
        size = chance.uniform(6, 16)
        painter.setBrush(QColor(chance.choice(("#3f7d5c", "#4f8f68", "#6fa876", "#2f6a50"))))
        painter.drawEllipse(QRectF(x, y, size, size * 0.8))


def _sea(painter: QPainter) -> None:
    painter.setBrush(vertical(430, 760, (0, "#6db4da"), (0.3, "#3f95c9"), (1, "#0f5f94")))
    painter.drawRect(QRectF(0, 430, 1400, 370))
    chance = random.Random(9)
    for _ in range(420):
        depth = chance.random() ** 1.5
        wide = 14 + 90 * depth * chance.random()
        painter.setBrush(
            QColor(*chance.choice(((255, 255, 255), (10, 60, 110), (255, 236, 190))), chance.randint(30, 90))
        )
        painter.drawRoundedRect(QRectF(chance.uniform(0, 1400), 436 + 340 * depth, wide, 2 + 5 * depth), 3, 3)


def _shore(painter: QPainter) -> None:
    near = [(740, 780), (840, 630), (970, 540), (1120, 490), (1300, 460), (1420, 450)]
    painter.setBrush(vertical(450, 760, (0, "#7cb96f"), (1, "#3d8a56")))
    shape = smooth([(float(x), float(y)) for x, y in near], 800)
    painter.drawPath(shape)
    chance = random.Random(4)
    for _ in range(700):
        place = QPointF(chance.uniform(760, 1400), chance.uniform(470, 790))
        if shape.contains(place):
            painter.setBrush(QColor(chance.choice(("#2f6a3f", "#4f9a58", "#98c878", "#c8d890"))))
            painter.drawEllipse(QRectF(place.x(), place.y(), chance.uniform(3, 12), chance.uniform(3, 7)))


def _boat(painter: QPainter, left: float, top: float) -> None:
    painter.setBrush(QColor("#7a3b2a"))
    hull = ((0, 62), (130, 62), (108, 86), (22, 86))
    painter.drawPolygon([QPointF(left + x, top + y) for x, y in hull])
    painter.setBrush(QColor("#fbf7ee"))
    painter.drawPolygon([QPointF(left + x, top + y) for x, y in ((62, -50), (62, 54), (8, 54))])
    painter.setBrush(QColor("#f0dcc2"))
    painter.drawPolygon([QPointF(left + x, top + y) for x, y in ((70, -30), (70, 54), (116, 54))])


def _house(painter: QPainter, left: float, top: float, *, lit: bool) -> None:
    painter.setBrush(QColor("#f3ead9"))
    painter.drawRect(QRectF(left, top, 84, 66))
    painter.setBrush(QColor("#a8482a"))
    painter.drawPolygon([QPointF(left - 12, top), QPointF(left + 42, top - 44), QPointF(left + 96, top)])
    painter.setBrush(QColor("#ffd873" if lit else "#5f86a3"))
    for x in (14, 50):
        painter.drawRect(QRectF(left + x, top + 18, 20, 22))
