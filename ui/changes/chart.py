"""The picture of all changes: time to the right, levels 0 to 5 upwards; asked for as a ring, delivered filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.lecture import Level
from ui.changes import told
from ui.changes.glance import Glance, Seam
from ui.language import words
from ui.look import theme

if TYPE_CHECKING:
    from fractions import Fraction

MARK = 16
"""Pixels of a mark with its number; where changes stand closer together it is a plain bar."""
LEAST = 4
_ROW = 24
_KEY = Qt.Key


class Chart(QWidget):
    """Every change at its time and level. Left and right go from one to the next, Enter opens it."""

    activated = Signal(str)
    """The scene whose change is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glance = Glance()
        self._now = ""
        self._names = 0.0
        """Pixels of the longest name of a level; asked for with every mark, so it is kept."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Changes over time"))
        self._describe()
        theme.changed.connect(self.update)

    @property
    def seams(self) -> tuple[Seam, ...]:
        """The changes that are shown."""
        return self._glance.seams

    @property
    def chosen(self) -> Seam | None:
        """The change that the arrow keys stand on."""
        return next((seam for seam in self._glance.seams if seam.scene == self._now), None)

    def show_changes(self, glance: Glance) -> None:
        """Show other findings."""
        self._glance, self._names = glance, 0.0
        self._describe()
        self.update()

    def choose(self, scene_id: str) -> None:
        """Stand on the change before a scene."""
        if scene_id != self._now:
            self._now = scene_id
            self._describe()
            self.update()

    def place(self, seam: Seam) -> QRectF:
        """Where the delivered mark of a change stands."""
        width = self._mark_width()
        x, y = self._x(seam.seconds), self._y(seam.delivered)
        return QRectF(x - width / 2, y - MARK / 2, width, MARK)

    def seam_at(self, point: QPointF) -> Seam | None:
        """The change whose marks are nearest to a point, within reach of the pointer."""
        near = [(abs(self._x(seam.seconds) - point.x()), seam) for seam in self._glance.seams]
        reach = max(8.0, self._mark_width() / 2 + 2)
        close = [pair for pair in near if pair[0] <= reach]
        return min(close, key=lambda pair: pair[0])[1] if close else None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Six levels and a line of times."""
        return QSize(320, 6 * _ROW + self.fontMetrics().height() + 16)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow panes are fine."""
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Levels, times, marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_levels(painter)
        self._paint_times(painter)
        chosen = self.chosen
        for seam in self._glance.seams:
            self._paint_seam(painter, seam)
        if chosen is not None and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.current().focus, 2))
            top, bottom = self._y(Level.MOTION) - _ROW / 2, self._y(Level.CUT) + _ROW / 2
            x, half = self._x(chosen.seconds), self._mark_width() / 2 + 4
            painter.drawRoundedRect(QRectF(x - half, top, 2 * half, bottom - top), 4, 4)
        elif self.hasFocus():
            painter.setPen(QPen(theme.current().focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_levels(self, painter: QPainter) -> None:
        colours, metrics = theme.current(), self.fontMetrics()
        left = self._left()
        for level in Level:
            y = self._y(level)
            painter.setPen(QPen(colours.border, 1))
            painter.drawLine(QLineF(left, y, self.width() - 4, y))
            painter.setPen(colours.muted)
            name = metrics.elidedText(
                f"{int(level)}  {words.level_name(level)}", Qt.TextElideMode.ElideRight, round(left) - 12
            )
            painter.drawText(
                QRectF(4, y - _ROW / 2, left - 8, _ROW),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                name,
            )

    def _paint_times(self, painter: QPainter) -> None:
        top = self._y(Level.CUT) + _ROW / 2 + 4
        height = self.fontMetrics().height()
        painter.setPen(theme.current().muted)
        left, right = self._left(), self.width() - 4.0
        box = QRectF(left, top, right - left, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, words.clock(0))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, words.clock(self._glance.seconds))
        if box.width() > 240:
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, words.clock(self._glance.seconds / 2))

    def _paint_seam(self, painter: QPainter, seam: Seam) -> None:
        colours, place = theme.current(), self.place(seam)
        round_by = min(5.0, place.width() / 3)
        if seam.cut.checked:
            painter.setPen(QPen(colours.surface, 1) if place.width() > LEAST else Qt.PenStyle.NoPen)
            painter.setBrush(colours.level(seam.delivered))
            painter.drawRoundedRect(place, round_by, round_by)
        if seam.requested is not seam.delivered or not seam.cut.checked:
            self._paint_request(painter, seam, place, round_by)
        if place.width() >= MARK:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.Bold)
            painter.setFont(font)
            if seam.cut.checked:
                painter.setPen(colours.accent_text)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(int(seam.delivered)))
            painter.setFont(self.font())
        if seam.cut.by_hand:
            y = self._y(Level.CUT) + _ROW / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.text)
            x = place.center().x()
            painter.drawPolygon([QPointF(x - 4, y + 4), QPointF(x + 4, y + 4), QPointF(x, y - 2)])

    def _paint_request(self, painter: QPainter, seam: Seam, place: QRectF, round_by: float) -> None:
        """A ring at the level asked for, and a line down to what came of it."""
        colours = theme.current()
        ring = QRectF(place)
        ring.moveCenter(QPointF(place.center().x(), self._y(seam.requested)))
        colour = colours.level(seam.requested)
        if seam.cut.checked and ring.bottom() < place.top():
            painter.setPen(QPen(colours.warning, 1.5))
            painter.drawLine(QLineF(ring.center().x(), ring.bottom(), place.center().x(), place.top()))
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine if seam.cut.checked else Qt.PenStyle.DotLine))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(ring.adjusted(0.75, 0.75, -0.75, -0.75), round_by, round_by)
        if ring.width() >= MARK:
            painter.setPen(colour)
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(int(seam.requested)))

    def _left(self) -> float:
        if not self._names:
            metrics = self.fontMetrics()
            self._names = max(metrics.horizontalAdvance(f"0  {words.level_name(level)}") for level in Level)
        return min(self._names + 12.0, self.width() * 0.4) + MARK / 2

    def _x(self, seconds: Fraction) -> float:
        left, right = self._left() + MARK / 2, self.width() - 4 - MARK / 2
        return left + (right - left) * float(seconds / (self._glance.seconds or 1))

    def _y(self, level: Level) -> float:
        return 4 + _ROW * (5 - int(level)) + _ROW / 2

    def _mark_width(self) -> float:
        """As wide as the average distance of changes allows."""
        room = (self.width() - self._left()) / max(1, len(self._glance.seams))
        return MARK if room >= MARK * 0.75 else max(LEAST, min(MARK / 2, room))

    def _describe(self) -> None:
        seam = self.chosen
        text = told.whole(seam) if seam is not None else told.counts(self._glance)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def event(self, event: QEvent) -> bool:
        """Tool tips for the marks."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            seam = self.seam_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), told.whole(seam) if seam is not None else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the first change."""
        if self.chosen is None and self._glance.seams:
            self.choose(self._glance.seams[0].scene)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go along the changes, and open one."""
        scenes = [seam.scene for seam in self._glance.seams]
        steps = {_KEY.Key_Left: -1, _KEY.Key_Right: 1, _KEY.Key_Up: -1, _KEY.Key_Down: 1}
        key = _KEY(event.key())
        if key in steps and scenes:
            at = scenes.index(self._now) + steps[key] if self._now in scenes else 0
            self.choose(scenes[min(max(at, 0), len(scenes) - 1)])
        elif key in (_KEY.Key_Return, _KEY.Key_Enter) and self.chosen is not None:
            self.activated.emit(self._now)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the change under the pointer."""
        seam = self.seam_at(event.position())
        if seam is not None and event.button() == Qt.MouseButton.LeftButton:
            self.choose(seam.scene)
            self.activated.emit(seam.scene)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show that a mark can be clicked."""
        over = self.seam_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)


def corner(chart: Chart, seam: Seam) -> tuple[QPoint, QSize]:
    """Where the mark of a change stands on the screen."""
    place = chart.place(seam).toRect()
    return chart.mapToGlobal(place.topLeft()), place.size()
