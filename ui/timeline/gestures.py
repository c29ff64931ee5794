"""The pointer on the timeline: click seeks, drag scrubs, edges can be taken hold of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPen

from ui.timeline import lengths, telling
from ui.timeline.drags import CutDrag, Drag, StopDrag, TrimDrag
from ui.timeline.layout import Hit, snapped

if TYPE_CHECKING:
    from studio.lecture import Lecture
    from ui.timeline.canvas import Canvas
    from ui.timeline.strip import Piece
    from ui.timeline.view import TimelineView

_APPLY_MS = 40
"""While an edge is dragged the lecture follows so often; the timeline itself follows at once."""
_EDGES = ("seam-end", "scene-end", "trim-start", "trim-end")


class Gestures(QObject):
    """Presses, moves and releases of the left button."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self._view, self._hub = view, view.hub
        self.snap = True
        self._drag: Drag | None = None
        self._refused = ""
        """Why the edge that is being held does not move."""
        self._scrubbing = False
        self._wanted: int | None = None
        self._seek_soon = self._timer(0, self._seek_now)
        self._apply_soon = self._timer(_APPLY_MS, self._apply)
        self._hub.session.changed.connect(self._changed)

    @property
    def dragging(self) -> bool:
        """Whether the button is held."""
        return self._scrubbing or self._drag is not None

    def seek(self, frame: int) -> None:
        """Go to a frame, soon; of many places in one moment only the last one is drawn."""
        self._wanted = frame
        self._seek_soon.start()

    def press(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Take hold of an edge, or seek and begin to scrub."""
        hit = self._view.at(at.toPoint())
        piece = self._view.strip.piece(hit.item.scene) if hit.item is not None else None
        if hit.part in _EDGES and piece is not None and hit.item is not None:
            self._view.focus(hit.item, Qt.FocusReason.MouseFocusReason)
            self._refused = self._obstacle(hit)
            self._drag = None if self._refused else self._taken(hit, piece)
            self._view.hinted.emit(self._refused or telling.drag(hit.part))
            return
        self._scrubbing = True
        if hit.item is not None and piece is not None:
            self._hub.session.select((piece.id,), piece.id)
            if hit.part == "seam":
                self._hub.session.select_seam(piece.id)
            self._view.focus(hit.item, Qt.FocusReason.MouseFocusReason)
        else:
            self._view.release()
        self.seek(piece.start if hit.part == "seam" and piece is not None else self._frame(at, keys))

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Follow with what is held; otherwise say what could be done here."""
        view = self._view
        if self._drag is not None:
            self._drag.move(view.strip, view.scale, at.x(), self._snaps(keys))
            view.hinted.emit(self._drag.hint)
            self._show()
            if self._drag.live and not self._apply_soon.isActive():
                self._apply_soon.start()
        elif self._refused:
            return
        elif self._scrubbing:
            self.seek(self._frame(at, keys))
            view.reveal(view.scale.frame(at.x()), view.scale.frame(at.x()))
        else:
            self._hover(at)

    def release(self) -> None:
        """Let go: what was dragged stays so."""
        self._scrubbing, self._refused = False, ""
        if self._drag is not None:
            if self._drag.edge is not None:
                self._apply()
                self._hub.session.seal()
            self.drop()

    def cancel(self) -> bool:
        """Let go and put back what was dragged; False if nothing was."""
        self._scrubbing, self._refused = False, ""
        if self._drag is None:
            return False
        self._apply_soon.stop()
        if self._drag.edge is not None:
            self._drag.cancel()
            self._hub.session.seal()
        self.drop()
        return True

    def drop(self) -> None:
        """Let go, and change nothing."""
        self._scrubbing, self._refused, self._drag = False, "", None
        self._apply_soon.stop()
        self._view.stretch(None)
        self._view.viewport().update()

    def double_click(self, at: QPointF) -> None:
        """Open a seam."""
        hit = self._view.at(at.toPoint())
        if hit.part in ("seam", "seam-end") and hit.item is not None:
            self._view.activate(hit.item)

    def refresh(self) -> None:
        """The timeline was laid out anew: what is dragged stays where the pointer is."""
        self._show()

    def tip(self, at: QPoint) -> str:
        """What is under the pointer, in full."""
        hit = self._view.at(at)
        if hit.item is None:
            return ""
        name = telling.name(self._view.strip, hit.item, self._view.marks.of(hit.item.scene))
        return "\n".join(filter(None, (name, self._obstacle(hit) or telling.drag(hit.part))))

    def paint(self, canvas: Canvas) -> None:
        """The line at an edge that is dragged, and what it takes away."""
        drag = self._drag
        if drag is None or drag.edge is None:
            return
        painter, top = canvas.painter, canvas.rows.scenes
        if drag.shade is not None:
            left, right = (canvas.scale.frame_x(frame) for frame in drag.shade)
            row, height = canvas.rows.row("speech")
            painter.fillRect(QRectF(left, row, right - left, height), canvas.colours.shade)
        x = canvas.scale.frame_x(drag.edge)
        painter.setPen(QPen(canvas.colours.focus, 2, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(x, top, x, canvas.rows.bottom))

    def _changed(self, before: Lecture, after: Lecture) -> None:
        if self._drag is not None and not self._drag.is_in(after):
            self.drop()

    def _hover(self, at: QPointF) -> None:
        hit = self._view.at(at.toPoint())
        held = hit.part in _EDGES and not self._obstacle(hit)
        self._view.viewport().setCursor(Qt.CursorShape.SplitHCursor if held else Qt.CursorShape.ArrowCursor)
        self._view.hinted.emit(self.tip(at.toPoint()).replace("\n", ". "))

    def _taken(self, hit: Hit, piece: Piece) -> Drag:
        """The drag that begins at an edge."""
        if hit.part == "seam-end":
            return CutDrag(self._hub, piece)
        if hit.part == "scene-end":
            return StopDrag(self._hub, piece, self._view.strip.rate)
        return TrimDrag(self._hub, piece, at_end=hit.part == "trim-end")

    def _obstacle(self, hit: Hit) -> str:
        """Why an edge cannot be moved; "" where it can."""
        return obstacle(self._view, hit.part, hit.item.scene) if hit.item and hit.part in _EDGES else ""

    def _snaps(self, keys: Qt.KeyboardModifier) -> bool:
        return self.snap and not keys & Qt.KeyboardModifier.ShiftModifier

    def _frame(self, at: QPointF, keys: Qt.KeyboardModifier) -> int:
        strip, scale = self._view.strip, self._view.scale
        place = scale.frame(at.x())
        frame = snapped(place, strip.marks, (), scale.per_frame) if self._snaps(keys) else int(place)
        return min(max(frame, 0), max(strip.length - 1, 0))

    def _seek_now(self) -> None:
        if self._wanted is not None:
            frame, self._wanted = self._wanted, None
            self._hub.playback.seek(frame)

    def _apply(self) -> None:
        self._apply_soon.stop()
        if self._drag is not None:
            self._drag.apply()

    def _show(self) -> None:
        if self._drag is not None:
            self._view.stretch(self._drag.stretch(self._view.strip))
            self._view.viewport().update()

    def _timer(self, after_ms: int, call: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=after_ms)
        timer.timeout.connect(call)
        return timer


def obstacle(view: TimelineView, part: str, scene_id: str) -> str:
    """Why a length of a scene cannot be changed, in one sentence; "" where it can."""
    session, piece = view.hub.session, view.strip.piece(scene_id)
    lecture = session.lecture
    if session.read_only:
        return telling.read_only()
    if lecture is None or piece is None or all(scene.id != scene_id for scene in lecture.scenes):
        return telling.still_read()
    if part == "seam-end" and not lengths.cut_is_free(piece.clip, lecture.scene(scene_id)):
        return telling.no_length(plain=piece.clip.cut is None or not piece.clip.cut.choice.level)
    if part in ("trim-start", "trim-end") and not piece.clip.take.measured:
        return telling.still_read()
    return ""
