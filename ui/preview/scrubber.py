"""The slider over the whole lecture, with a tick where each scene begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QSlider, QWidget

from ui.look import theme

if TYPE_CHECKING:
    from studio.timeline import Timeline

_HANDLE = 7
"""Radius of the handle."""


class Scrubber(QSlider):
    """Values are frames. A press anywhere goes there."""

    scrubbed = Signal(int)
    """The user wants to see this frame."""
    dragging = Signal(bool)
    """A drag begins, or is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._ticks: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Position in the lecture"))
        self.setToolTip(self.tr("Drag to look through the lecture"))
        self.actionTriggered.connect(self._stepped)
        theme.changed.connect(self.update)

    def show_timeline(self, timeline: Timeline | None) -> None:
        """Take length and ticks from a timeline."""
        length = 0 if timeline is None else timeline.length
        self.setEnabled(length > 0)
        self.setRange(0, max(length - 1, 0))
        self._ticks = () if timeline is None else tuple(clip.frames.start for clip in timeline.clips)
        second = 30 if timeline is None else max(1, round(timeline.rate))
        self.setSingleStep(second)
        self.setPageStep(10 * second)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room."""
        return QSize(240, 24)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Enough to be taken hold of."""
        return QSize(96, 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the pointer and follow it."""
        if event.button() is Qt.MouseButton.LeftButton and self.maximum() > 0:
            self.setSliderDown(True)
            self.dragging.emit(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the pointer."""
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Stay where the pointer was left."""
        if self.isSliderDown() and event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            self.dragging.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A line, the part behind one, the beginnings of the scenes, and the handle."""
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, here = self.height() / 2, self._x(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.border)
        painter.drawRoundedRect(QRectF(_HANDLE, middle - 2, self.width() - 2 * _HANDLE, 4), 2, 2)
        painter.setBrush(colours.accent if self.isEnabled() else colours.disabled)
        painter.drawRoundedRect(QRectF(_HANDLE, middle - 2, here - _HANDLE, 4), 2, 2)
        last = -4.0
        for tick in self._ticks:
            x = self._x(tick)
            if x - last >= 3:  # so many scenes that they would run together
                painter.fillRect(QRectF(x - 0.5, middle - 6, 1, 12), colours.outline)
                last = x
        painter.drawEllipse(QRectF(here - _HANDLE, middle - _HANDLE, 2 * _HANDLE, 2 * _HANDLE))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colours.focus)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _x(self, value: int) -> float:
        return _HANDLE + (self.width() - 2 * _HANDLE) * value / max(self.maximum(), 1)

    def _go_to(self, x: float) -> None:
        share = (x - _HANDLE) / max(self.width() - 2 * _HANDLE, 1)
        self.setValue(round(min(max(share, 0.0), 1.0) * self.maximum()))
        self.scrubbed.emit(self.value())

    def _stepped(self, action: int) -> None:
        if action != QAbstractSlider.SliderAction.SliderMove.value:
            self.scrubbed.emit(self.sliderPosition())
