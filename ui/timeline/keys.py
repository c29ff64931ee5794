"""The timeline from the keyboard alone: walk the clips, change their lengths, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from studio import edits
from ui.timeline import lengths
from ui.timeline.gestures import obstacle
from ui.timeline.scaled import ZOOM_STEP
from ui.timeline.strip import Item, Piece

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from PySide6.QtGui import QKeyEvent

    from studio.history import Code
    from studio.lecture import Lecture
    from ui.timeline.view import TimelineView

_KEY = Qt.Key
_ENTER = (_KEY.Key_Return, _KEY.Key_Enter)


class Keys:
    """What keys do on a timeline."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view

    def enter(self) -> bool:
        """Give the focus to the clip that had it last, else to the scene at the playhead."""
        strip = self._view.strip
        piece = strip.at(self._view.hub.playback.position)
        if piece is None:
            return False
        item = strip.near(self._view.item) if self._view.item is not None else None
        self._view.focus(item or Item("scene", piece.id), Qt.FocusReason.TabFocusReason)
        return True

    def walk(self, by: int) -> bool:
        """Go to the next clip (1) or the one before (-1); False behind the last and before the first."""
        view = self._view
        item = None if view.item is None else view.strip.beside(view.item, by)
        if item is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
        view.focus(item, reason)
        return True

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False: it is not for the timeline."""
        key, keys = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (_KEY.Key_Left, _KEY.Key_Right):
            return self._sideways(1 if key == _KEY.Key_Right else -1, keys)
        if keys & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in (_KEY.Key_Plus, _KEY.Key_Equal):
            self._view.zoom(ZOOM_STEP)
        elif key == _KEY.Key_Minus:
            self._view.zoom(1 / ZOOM_STEP)
        elif key == _KEY.Key_0:
            self._view.fit()
        elif key == _KEY.Key_Escape:
            return self._escape()
        elif key == _KEY.Key_Delete:
            return self._delete()
        elif key in _ENTER:
            return self._enter()
        elif key in (_KEY.Key_Up, _KEY.Key_Down):
            return self._up_or_down(1 if key == _KEY.Key_Down else -1)
        else:
            return False
        return True

    def _sideways(self, by: int, keys: Qt.KeyboardModifier) -> bool:
        view, item = self._view, self._focused()
        alt = bool(keys & Qt.KeyboardModifier.AltModifier)
        if alt:
            return item is not None and self._lengthen(
                item, by, bool(keys & Qt.KeyboardModifier.ShiftModifier)
            )
        if item is None or keys & Qt.KeyboardModifier.ControlModifier:
            view.hub.playback.step(by)
            return True
        other = view.strip.beside_alike(item, by)
        if other is not None:
            view.focus(other)
        return True

    def _up_or_down(self, by: int) -> bool:
        item = self._focused()
        other = None if item is None else self._view.strip.other_kind(item, by)
        if other is not None:
            self._view.focus(other)
        return item is not None

    def _enter(self) -> bool:
        item = self._focused()
        if item is not None:
            self._view.activate(item)
        return item is not None

    def _escape(self) -> bool:
        if self._view.gestures.cancel():
            return True
        if self._focused() is None:
            return False
        self._view.release()
        return True

    def _delete(self) -> bool:
        """Take out the scene that has the focus, whatever is selected; other clips cannot be deleted."""
        item, hub = self._focused(), self._view.hub
        if item is not None and item.kind == "scene":
            hub.session.select((item.scene,), item.scene)
            hub.actions.delete.trigger()
        return item is not None

    def _focused(self) -> Item | None:
        return self._view.item if self._view.stops.has_focus else None

    def _lengthen(self, item: Item, by: int, at_start: bool) -> bool:
        """Make a clip a tenth of a second longer or shorter; many in a row are one step to undo."""
        view = self._view
        piece = view.strip.piece(item.scene)
        if piece is None or item.kind == "caption":
            return False
        part = {"seam": "seam-end", "scene": "scene-end"}.get(item.kind, "trim-end")
        why_not = obstacle(view, part, item.scene)
        if why_not:
            view.hinted.emit(why_not)
            return True
        if item.kind == "seam":
            self._change(piece, by)
        elif item.kind == "scene":
            self._stay(piece, by)
        else:
            self._trim(piece, by, at_start)
        return True

    def _change(self, piece: Piece, by: int) -> None:
        rate = self._view.strip.rate

        def longer(lecture: Lecture) -> Lecture:
            frames = lengths.frames_of_cut(piece.clip, lecture, rate) + _frames(by, rate)
            return lengths.with_cut(lecture, piece.id, lengths.cut_frames(frames, rate), rate)

        self._edit("set-duration", longer, piece)

    def _stay(self, piece: Piece, by: int) -> None:
        rate = self._view.strip.rate

        def longer(lecture: Lecture) -> Lecture:
            stop = lengths.stop_of(piece.clip, lecture, rate) + _frames(by, rate)
            return lengths.with_stop(lecture, piece.clip, stop, rate)

        self._edit("set-length", longer, piece)

    def _trim(self, piece: Piece, by: int, at_start: bool) -> None:
        """To the right: a later start, or a later end."""
        moved = {"start": by * lengths.STEP} if at_start else {"end": -by * lengths.STEP}

        def trimmed(lecture: Lecture) -> Lecture:
            ends = lengths.trimmed(lecture.scene(piece.id), piece.clip.take.length, **moved)
            return edits.trim_recording(lecture, piece.id, *ends)

        self._edit("trim-recording", trimmed, piece)

    def _edit(self, code: Code, edit: Callable[[Lecture], Lecture], piece: Piece) -> None:
        self._view.hub.session.edit(code, edit, 1, piece.title, f"keys:{code}:{piece.id}")


def _frames(by: int, rate: Fraction) -> int:
    return by * max(1, round(lengths.STEP * rate))
