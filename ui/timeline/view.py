"""The timeline itself: a scrolled area that paints only what is in sight, and moves with the playhead."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui.look import theme
from ui.timeline import layout, telling
from ui.timeline.canvas import Canvas
from ui.timeline.feed import Feed
from ui.timeline.gestures import Gestures
from ui.timeline.keys import Keys
from ui.timeline.marks import Marks
from ui.timeline.ruler import paint_playhead, paint_ruler, playhead_reach
from ui.timeline.scaled import ZOOM_STEP, ScaledArea
from ui.timeline.scenes import paint_scenes
from ui.timeline.seams import paint_seams
from ui.timeline.speech import Speech
from ui.timeline.stops import Stops
from ui.timeline.strip import Item, Strip
from ui.timeline.subtitles import paint_captions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.hub import Hub

_MORE = 72
"""Pixels of height that are asked for beyond what is needed."""
_EMPTY = Strip(Fraction(30))


class TimelineView(ScaledArea):
    """Ruler, scenes with their seams, narration and captions over one scale of frames."""

    seam_activated = Signal(str, QRect)
    """A scene whose seam shall be shown in detail, and where that seam stands on the screen."""
    hinted = Signal(str)
    """A sentence about what is under the pointer, has the focus or is being dragged."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hub = hub
        self.rows = layout.rows(0, self.fontMetrics().height())
        self.item: Item | None = None
        """The clip that has, or last had, the focus."""
        self._fresh = True
        self._follows = True
        self._position = hub.playback.position
        self.feed = Feed(hub, self)
        self.marks = Marks(hub, self)
        self.gestures = Gestures(self)
        self._speech = Speech(hub.workbench.sound_keys, hub.peaks.of)
        self.keys = Keys(self)
        self.stops = Stops(self.keys.walk, lambda: self.hinted.emit(""), self.viewport())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(
            layout.least_height(self.fontMetrics().height()) + self.horizontalScrollBar().sizeHint().height()
        )
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription(
            self.tr("Tab goes from clip to clip, Escape leaves them, plus and minus zoom.")
        )
        self._connect()

    def _connect(self) -> None:
        hub = self.hub
        self.feed.changed.connect(self._strip_changed)
        self.marks.changed.connect(self._told_again)
        hub.session.opened.connect(self._opened)
        hub.session.selection_changed.connect(self.viewport().update)
        hub.playback.moved.connect(self._moved)
        hub.playback.state_changed.connect(self._state_changed)
        hub.pictures.arrived.connect(self._picture_arrived)
        hub.peaks.arrived.connect(lambda _: self._update_row("speech"))
        theme.changed.connect(self.viewport().update)
        self.horizontalScrollBar().actionTriggered.connect(lambda _: self._stop_following())

    @property
    def strip(self) -> Strip:
        """What is shown; an empty one where nothing is open."""
        return self.feed.strip or _EMPTY

    @property
    def anchor(self) -> int:
        """The playhead."""
        return self._position

    @property
    def is_held(self) -> bool:
        """Whether an edge or the playhead is being dragged."""
        return self.gestures.dragging

    def moved_in_view(self) -> None:
        """Everything stands elsewhere now."""
        super().moved_in_view()
        if self.item is not None:
            self.stops.place(self.place(self.item))

    def place(self, item: Item) -> QRect:
        """Where a clip stands in the viewport; empty for one that is gone."""
        frames = self.strip.frames(item)
        if frames is None:
            return QRect()
        left, width = self.scale.span(frames.start, frames.stop)
        rows: dict[str, tuple[int, int]] = {
            "seam": self.rows.row("scenes"),
            "scene": self.rows.row("scenes"),
            "recording": self.rows.row("speech"),
            "caption": self.rows.row("captions"),
        }
        top, height = rows[item.kind]
        if item.kind == "seam" and width < layout.BADGE + 8:
            left, width = left + width / 2 - layout.BADGE / 2 - 4, layout.BADGE + 8
            piece = self.strip.piece(item.scene)
            if piece is not None:
                left = layout.badge_centre(self.scale, piece) - layout.BADGE / 2 - 4
        return QRect(round(left) - 2, top, max(round(width) + 4, 8), height)

    def activate(self, item: Item) -> None:
        """Do what Enter and a double click do: open a seam, go to anything else."""
        frames = self.strip.frames(item)
        if frames is None:
            return
        self.hub.session.select((item.scene,), item.scene)
        if item.kind == "seam":
            self.hub.session.select_seam(item.scene)
            place = self.place(item)
            corner = self.viewport().mapToGlobal(place.topLeft())
            self.seam_activated.emit(item.scene, QRect(corner, place.size()))
        else:
            self.gestures.seek(frames.start)

    def focus(self, item: Item, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to a clip and show it."""
        frames = self.strip.frames(item)
        if frames is None:
            return
        if item != self.item:
            self.hub.session.seal()  # lengths that are changed by keys from now on are another step
        self.item = item
        if reason is not Qt.FocusReason.MouseFocusReason:
            self.reveal(frames.start, frames.stop)
        name = telling.name(self.strip, item, self.marks.of(item.scene))
        self.stops.move(self.place(item), name, telling.keys(item), reason)
        self.hinted.emit(f"{name}. {telling.keys(item)}")

    def release(self) -> None:
        """Let go of the clip: the timeline as a whole has the focus."""
        self.item = None
        self.setFocus()
        self.stops.leave()
        self.hinted.emit("")

    def _opened(self) -> None:
        self._fresh, self.item = True, None
        self.stops.leave()
        self.gestures.drop()

    def _strip_changed(self) -> None:
        strip = self.strip
        self._begin()
        self.gestures.refresh()
        self.set_scale(self.scale)
        if self.item is not None:
            self.item = strip.near(self.item)
            if self.item is None:
                self.stops.leave()
        self._told_again()
        count = self.tr("%n scene(s)", "", len(strip.pieces))
        self.setAccessibleName(self.tr("Timeline, {count}").format(count=count))

    def _begin(self) -> None:
        """Choose the first scale for a lecture as soon as it is known how much room there is for it."""
        if self._fresh and self.strip.pieces and self.isVisible():
            self._fresh = False
            self.begin()

    def _told_again(self) -> None:
        self.viewport().update()
        if self.item is not None:
            self.stops.place(self.place(self.item))
            name, keys = (
                telling.name(self.strip, self.item, self.marks.of(self.item.scene)),
                telling.keys(self.item),
            )
            if self.stops.has_focus and name != self.stops.shown.accessibleName():
                self.hinted.emit(f"{name}. {keys}")
            self.stops.tell(name, keys)

    def _moved(self, position: int) -> None:
        before, self._position = self._position, position
        if self._follows and not self.gestures.dragging:
            x = self.scale.x(position)
            width = self.viewport().width()
            if not 0 <= x < width - playhead_reach():
                self.scroll_by(round(x) - (width // 10 if self.hub.playback.playing else width // 3))
        for frame in (before, position):
            x = round(self.scale.x(frame))
            reach = playhead_reach()
            self.viewport().update(x - reach, 0, 2 * reach, self.rows.bottom)
        self._update_caption(before, position)

    def _state_changed(self) -> None:
        self._follows = True

    def _stop_following(self) -> None:
        """Who scrolls while it plays wants to look elsewhere; the next start follows again."""
        self._follows = not self.hub.playback.playing

    def _picture_arrived(self, key: str) -> None:
        self._update_row("scenes")

    def _update_caption(self, before: int, position: int) -> None:
        """Another caption is shown now."""
        left, now = self.strip.caption_at(before), self.strip.caption_at(position)
        if left != now:
            for item in filter(None, (left, now)):
                self.viewport().update(self.place(item))

    def _update_row(self, name: str) -> None:
        top, height = self.rows.row(name)  # pyright: ignore[reportArgumentType]
        self.viewport().update(0, top, self.viewport().width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is exposed, piece by piece: a moving playhead exposes two narrow stripes."""
        painter = QPainter(self.viewport())
        for exposed in cast("Iterable[QRect]", event.region()):
            painter.setClipRect(exposed)
            painter.fillRect(exposed, theme.current().surface)
            if self.strip.pieces:
                self._paint(painter, exposed)
            else:
                painter.setPen(theme.current().muted)
                painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._nothing())

    def _paint(self, painter: QPainter, exposed: QRect) -> None:
        canvas = Canvas(
            painter,
            self.strip,
            self.scale,
            self.rows,
            theme.current(),
            self.fontMetrics(),
            exposed.left(),
            exposed.right() + 1,
            self.devicePixelRatioF(),
        )
        self._paint_rows(canvas, exposed)
        self.gestures.paint(canvas)
        paint_playhead(canvas, self._position)

    def _paint_rows(self, canvas: Canvas, exposed: QRect) -> None:
        rows, session = self.rows, self.hub.session
        if exposed.top() < rows.scenes:
            paint_ruler(canvas)
        if exposed.top() < rows.speech and exposed.bottom() >= rows.scenes:
            paint_scenes(canvas, self.marks.picture, session.current, frozenset(session.selection))
            paint_seams(canvas, self.marks.of, session.seam)
        if exposed.top() < rows.captions and exposed.bottom() >= rows.speech:
            self._speech.paint(canvas, theme.icon("mic", "success"))
        if exposed.bottom() >= rows.captions:
            paint_captions(canvas, self._position)

    def _nothing(self) -> str:
        lecture = self.hub.session.lecture
        if lecture is None:
            return self.tr("Import slides to see them here in time")
        if self.feed.strip is None:
            return self.tr("Laying out the timeline…")
        return self.tr("No scene is shown in the video: all are hidden or left out")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Enough to recognise the pictures."""
        return QSize(800, self.minimumHeight() + _MORE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new size among the rows."""
        super().resizeEvent(event)
        self.rows = layout.rows(self.viewport().height(), self.fontMetrics().height())
        self._begin()
        self.set_scale(self.scale)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out what was opened meanwhile; nothing is laid out while nobody sees it."""
        super().showEvent(event)
        self.feed.watch(True)
        self._begin()
        self.set_scale(self.scale)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody looks."""
        super().hideEvent(event)
        self.feed.watch(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll; with Ctrl zoom around the pointer."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP ** (turned.y() / 120), event.position().x())
        else:
            self._stop_following()
            pixels = event.pixelDelta()
            move = pixels.x() or pixels.y() or (turned.x() or turned.y())
            self.scroll_by(-move)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys of the timeline; all others are for the window."""
        if self.keys.press(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab goes to the clip at the playhead, or to the one that had the focus last."""
        return (forward and self.hasFocus() and self.keys.enter()) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that the timeline has the focus."""
        super().focusInEvent(event)
        self.hinted.emit(self.accessibleDescription())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Seek, select, or take hold of an edge."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.gestures.press(event.position(), event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag what was taken hold of, or tell what is under the pointer."""
        self.gestures.move(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The drag is over."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.gestures.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open a seam."""
        self.gestures.double_click(event.position())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tool tips for what is painted."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.gestures.tip(event.pos()), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.hinted.emit("")
        return super().viewportEvent(event)

    def at(self, point: QPoint) -> layout.Hit:
        """What lies under a point of the viewport."""
        return layout.hit(self.strip, self.scale, self.rows, point.x(), point.y())
