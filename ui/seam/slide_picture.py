"""A slide as a picture with its objects outlined: what is one with something of the other slide has its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.look import theme
from ui.look.colours import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.hub import Hub
    from ui.seam.objects import Thing

CHIP = 20
"""Pixels of the mark with a pair's number."""
_LEAST = QSize(240, 135)
_ROUND = 4.0
_AIR = 3.0
"""Pixels between an object and its outline, so that small letters are not painted over."""
_MANY = 60
"""So many objects are outlined without round corners and soft edges: quickly."""
_HALO = QColor(255, 255, 255, 235)
"""Around every mark."""


class SlidePicture(QWidget):
    """Shows one slide of a seam. A click picks the smallest object under the pointer.

    All of it stands in a list as well, so it is no stop for the keyboard.
    """

    picked = Signal(object)
    """The id of the object that was clicked, None: beside all of them."""

    def __init__(self, hub: Hub, ratio: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._ratio = hub, ratio
        self._page = ""
        self._things: tuple[Thing, ...] = ()
        self._chosen: int | None = None
        self._placed: tuple[tuple[Thing, ...], QRectF, dict[int, QRectF]] | None = None
        """The places of the numbers, and what they were worked out for."""
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(_LEAST)
        hub.pictures.arrived.connect(self._arrived)
        theme.changed.connect(self.update)

    def show_slide(self, page: str, things: tuple[Thing, ...], chosen: int | None) -> None:
        """Show the page kept under a key ("": not drawn yet) with its objects; one of them may be chosen."""
        self._page, self._things, self._chosen = page, things, chosen
        self.update()

    def place(self, thing: Thing) -> QRectF:
        """Where an object is seen; nowhere if that is not known."""
        if thing.box is None:
            return QRectF()
        frame, box = self._frame(), thing.box
        seen = QRectF(
            frame.left() + box.x * frame.width(),
            frame.top() + box.y * frame.height(),
            box.width * frame.width(),
            box.height * frame.height(),
        )
        return seen.intersected(frame)

    def thing_at(self, point: QPointF) -> Thing | None:
        """The smallest object at a point, with a few pixels around it for lines."""
        near = [(self.place(thing), thing) for thing in self._things]
        there = [pair for pair in near if not pair[0].isEmpty() and _grown(pair[0]).contains(point)]
        smallest = min(there, key=lambda pair: pair[0].width() * pair[0].height(), default=None)
        return None if smallest is None else smallest[1]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as half a dialog."""
        return QSize(440, round(440 / self._ratio))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As the page is shaped."""
        return round((width - 2) / self._ratio) + 2

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The page, the outlines, the numbers; what is chosen last, so that it lies above."""
        painter, frame = QPainter(self), self._frame()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        image = self._image(frame.size())
        if image is None:
            painter.fillRect(frame, theme.current().raised)
        else:
            painter.drawImage(frame, image)
        painter.setPen(QPen(theme.current().border, 1))
        painter.drawRect(frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(self._things) <= _MANY)
        for thing in sorted(self._things, key=lambda each: (each.id == self._chosen, each.number > 0)):
            self._paint_thing(painter, thing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chips = self.chips()
        for thing in self._things:
            if thing.id in chips:
                self._paint_chip(painter, thing, chips[thing.id])

    def _paint_thing(self, painter: QPainter, thing: Thing) -> None:
        place = self.place(thing)
        if thing.box is None or place.isEmpty():
            return
        place = place.adjusted(-_AIR, -_AIR, _AIR, _AIR).intersected(self._frame())
        chosen, colour = thing.id == self._chosen, _colour(thing.number)
        tint = QColor(colour)
        tint.setAlpha(56)
        painter.setBrush(tint if chosen else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_HALO, 6 if chosen else 4))
        self._outline(painter, place)
        line = Qt.PenStyle.SolidLine if thing.number else Qt.PenStyle.DashLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 3.5 if chosen else 2, line))
        self._outline(painter, place)

    def _outline(self, painter: QPainter, place: QRectF) -> None:
        if len(self._things) <= _MANY:
            painter.drawRoundedRect(place, _ROUND, _ROUND)
        else:
            painter.drawRect(place.toRect())

    def chips(self) -> dict[int, QRectF]:
        """Where the numbers stand: at the corner of their objects, beside what is to be read, none over another."""
        frame, chips = self._frame(), dict[int, QRectF]()
        if self._placed is not None and self._placed[:2] == (self._things, frame):
            return self._placed[2]
        for thing in self._things:
            place = self.place(thing)
            if place.isEmpty() or not (thing.number or thing.by_hand):
                continue
            chips[thing.id] = _free_place(place, frame, list(chips.values()))
        self._placed = self._things, frame, chips
        return chips

    def _paint_chip(self, painter: QPainter, thing: Thing, chip: QRectF) -> None:
        painter.setPen(QPen(_HALO, 2))
        painter.setBrush(_colour(thing.number))
        painter.drawRoundedRect(chip, CHIP / 2, CHIP / 2)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(LIGHT.accent_text)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(thing.number) if thing.number else "–")

    def _frame(self) -> QRectF:
        """The page within the widget, as large as it fits."""
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        size = QSizeF(self._ratio, 1.0).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRectF(QPointF(0, 0), size)
        frame.moveCenter(room.center())
        return frame

    def _image(self, size: QSizeF) -> QImage | None:
        """The page at this size, or at another while it is on its way."""
        scale = self.devicePixelRatioF()
        width, height = round(size.width() * scale), round(size.height() * scale)
        exact = self._hub.pictures.image(self._page, width, height)
        return exact or self._hub.pictures.nearest(self._page, width)

    def _arrived(self, page: str) -> None:
        if page == self._page:
            self.update()

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            thing = self.thing_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if thing is None else f"{thing.name}\n{thing.why}", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pick an object."""
        if event.button() == Qt.MouseButton.LeftButton:
            thing = self.thing_at(event.position())
            self.picked.emit(None if thing is None else thing.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show what can be clicked."""
        over = self.thing_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)


def _free_place(place: QRectF, frame: QRectF, taken: Sequence[QRectF]) -> QRectF:
    """Where a number stands: outside a corner of its object, the upper left one where that is free."""
    left, right = place.left() - CHIP, place.right()
    upper, lower = place.top() - 5, place.bottom() + 5 - CHIP
    corners = [(left, upper), (left, lower), (right, upper), (right, lower)]
    chips = [_within(QRectF(x, y, CHIP, CHIP), frame) for x, y in corners]
    for chip in chips:
        if not any(chip.intersects(other) for other in taken):
            return chip
    chip = chips[0]
    while any(chip.intersects(other) for other in taken) and chip.right() < frame.right():
        chip.translate(CHIP, 0)
    return chip


def _within(chip: QRectF, frame: QRectF) -> QRectF:
    x = min(max(chip.left(), frame.left()), frame.right() - CHIP)
    y = min(max(chip.top(), frame.top()), frame.bottom() - CHIP)
    return QRectF(x, y, CHIP, CHIP)


def _colour(number: int) -> QColor:
    """The dark colours of the levels in turn: on their white halo they stand out from a page of any colour."""
    return LIGHT.levels[1 + (number - 1) % 5] if number else LIGHT.levels[0]


def _grown(place: QRectF) -> QRectF:
    """A thin line can be hit as well."""
    least = 10.0
    wide, high = max(0.0, least - place.width()) / 2, max(0.0, least - place.height()) / 2
    return place.adjusted(-wide, -high, wide, high)
