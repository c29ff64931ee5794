"""A scrolled area over one scale of frames: zoom, scroll, fit. What it shows is for those who build on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.timeline import layout
from ui.timeline.layout import Scale

if TYPE_CHECKING:
    from ui.timeline.strip import Strip

SCENE_WIDTH = 112
"""Pixels of a scene of average length when a lecture is opened."""
ZOOM_STEP = 1.5


class ScaledArea(QAbstractScrollArea):
    """Keeps `scale` in step with the scroll bar, the size of the area and the length of what is shown."""

    scaled = Signal()
    """Zoomed, or given another size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = Scale(1.0)
        self._fits = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    @property
    def strip(self) -> Strip:
        """What is shown."""
        raise NotImplementedError

    @property
    def anchor(self) -> int:
        """The frame around which one zooms by itself."""
        return 0

    @property
    def is_held(self) -> bool:
        """Whether something is being dragged, so that nothing else may move under the pointer."""
        return False

    def moved_in_view(self) -> None:
        """Everything stands elsewhere now."""
        self.viewport().update()

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Zoom around a pixel of the view; by itself around the playhead, if that is in sight."""
        if not self.strip.pieces:
            return
        width = self.viewport().width()
        if around is None:
            x = self.scale.x(self.anchor)
            around = x if 0 <= x <= width else width / 2
        self.show_scale(layout.zoomed(self.scale, factor, around, self.strip.length, width))

    def show_scale(self, scale: Scale) -> None:
        """Zoom and scroll to a scale, as far as the lecture allows."""
        self._fits = False
        self.set_scale(scale)

    def fit(self) -> None:
        """Show the whole lecture."""
        self._fits = True
        width = self.viewport().width()
        self.set_scale(Scale(layout.fitted(self.strip.length, width), 0, self.scale.stretch))

    def stretch(self, stretch: layout.Stretch | None) -> None:
        """Show what is behind an edge elsewhere while it is dragged."""
        if stretch is None or stretch != self.scale.stretch:
            self.set_scale(replace(self.scale, stretch=stretch))

    def reveal(self, start: float, stop: float) -> None:
        """Scroll as little as needed to see some frames."""
        left, width = self.scale.span(start, stop)
        view = self.viewport().width()
        margin = min(48, view // 8)
        if left < margin or width > view - 2 * margin:
            self.scroll_by(round(left) - margin)
        elif left + width > view - margin:
            self.scroll_by(round(left + width) - view + margin)

    def begin(self) -> None:
        """The first sight of a lecture: its pictures can be told apart."""
        fitted = layout.fitted(self.strip.length, self.viewport().width())
        wanted = SCENE_WIDTH * len(self.strip.pieces) / max(self.strip.length, 1)
        self._fits = wanted <= fitted
        self.scale = Scale(min(max(fitted, wanted), layout.MOST_PER_FRAME))

    def set_scale(self, scale: Scale) -> None:
        """Take over a scale, or what is possible of it; a view that fits stays so."""
        width = self.viewport().width()
        if self._fits and not self.is_held:
            scale = replace(scale, per_frame=layout.fitted(self.strip.length, width))
        bar = self.horizontalScrollBar()
        most = max(0, scale.width(self.strip.length) + layout.BADGE - width)
        most = max(most, scale.offset) if self.is_held else most
        offset = min(max(scale.offset, 0), most)
        self.scale = replace(scale, offset=offset)
        bar.blockSignals(True)
        bar.setRange(0, most)
        bar.setPageStep(width)
        bar.setSingleStep(max(1, width // 16))
        bar.setValue(offset)
        bar.blockSignals(False)
        self.moved_in_view()
        self.scaled.emit()

    def scroll_by(self, by: int) -> None:
        """Scroll some pixels to the right, or (negative) to the left."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + by)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """The bar was moved."""
        self.scale = replace(self.scale, offset=self.horizontalScrollBar().value())
        self.moved_in_view()
