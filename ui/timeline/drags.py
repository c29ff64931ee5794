"""What can be dragged on the timeline. Each drag is one step to undo, and Escape takes it back."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from studio import edits
from studio.coherence import usual_length
from studio.timebase import nearest_frame
from studio.wishes import wish_of
from ui.timeline import lengths, telling
from ui.timeline.layout import Scale, Stretch, snapped
from ui.timeline.strip import Item, Piece, Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.history import Code
    from studio.lecture import Lecture
    from ui.hub import Hub


class Drag:
    """Something that follows the pointer.

    `edge` is the frame at which a line shows where it stands now (None: no line), `shade` the frames that are
    taken away, `hint` what is to be said.
    """

    live = True
    """Whether the lecture follows at once; otherwise when the pointer is let go."""

    def __init__(self, hub: Hub, scene: str) -> None:
        self._hub, self._scene = hub, scene
        self.edge: float | None = None
        self.shade: tuple[float, float] | None = None
        self.hint = ""

    def move(self, strip: Strip, scale: Scale, x: float, snap: bool) -> None:
        """The pointer is at pixel `x` of the view."""
        raise NotImplementedError

    def stretch(self, strip: Strip) -> Stretch | None:
        """How much later everything behind the edge stands than the timeline says yet."""
        return None

    def apply(self) -> None:
        """Make the lecture say what is shown."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Make the lecture say what it said before."""

    def is_in(self, lecture: Lecture) -> bool:
        """Whether what is dragged is still there: it can be taken out with the keyboard meanwhile."""
        return any(scene.id == self._scene for scene in lecture.scenes)

    def _edit(self, code: Code, edit: Callable[[Lecture], Lecture]) -> None:
        self._hub.session.edit(code, edit, 1, _title(self._hub, self._scene), f"drag:{code}:{self._scene}")


class CutDrag(Drag):
    """The end of a change: how long it takes."""

    def __init__(self, hub: Hub, piece: Piece) -> None:
        super().__init__(hub, piece.id)
        lecture = hub.session.lecture
        assert lecture is not None
        assert piece.clip.cut is not None
        self._before = lecture.scene(piece.id).transition.duration
        self._usual = usual_length(piece.clip.cut.choice.level, wish_of(lecture.scene(piece.id)).arrive)
        self._frames = len(piece.clip.cut.frames)
        self._rate = Fraction(30)

    def move(self, strip: Strip, scale: Scale, x: float, snap: bool) -> None:
        """Follow the pointer, from nothing to the longest change there is."""
        piece = strip.piece(self._scene)
        if piece is None:
            return
        self._rate = strip.rate
        usual = piece.start + nearest_frame(self._usual, strip.rate)
        marks = (usual, self._hub.playback.position) if snap else ()
        end = snapped(scale.frame(x), (), marks, scale.per_frame)
        self._frames = lengths.cut_frames(end - piece.start, strip.rate)
        self.edge = piece.start + self._frames
        self.hint = telling.change_takes(Fraction(self._frames) / strip.rate)

    def stretch(self, strip: Strip) -> Stretch | None:
        """The scene moves with the end of its change."""
        piece = strip.piece(self._scene)
        if self.edge is None or piece is None or piece.clip.cut is None or not len(piece.clip.cut.frames):
            return None
        by = self._frames - len(piece.clip.cut.frames)
        return Stretch(piece.body, by) if by else None

    def apply(self) -> None:
        """Set the length of the change."""
        self._set(Fraction(self._frames) / self._rate)

    def cancel(self) -> None:
        """Give it back the length it had."""
        self._set(self._before)

    def _set(self, seconds: Fraction | None) -> None:
        self._edit("set-duration", lambda lecture: edits.set_duration(lecture, self._scene, seconds))


class StopDrag(Drag):
    """The end of a scene: how long it stays, never shorter than what is heard in it."""

    def __init__(self, hub: Hub, piece: Piece, rate: Fraction) -> None:
        super().__init__(hub, piece.id)
        lecture = hub.session.lecture
        assert lecture is not None
        scene = lecture.scene(piece.id)
        self._before = scene.least
        self._clip, self._rate, self._stop = piece.clip, rate, piece.stop
        self._least = lengths.shortest_stop(piece.clip, scene, lecture, rate)

    def move(self, strip: Strip, scale: Scale, x: float, snap: bool) -> None:
        """Follow the pointer, but not into the narration."""
        piece = strip.piece(self._scene)
        if piece is None:
            return
        self._clip, self._rate = piece.clip, strip.rate
        marks = (self._least, self._hub.playback.position) if snap else ()
        wanted = snapped(scale.frame(x), (), marks, scale.per_frame)
        self._stop = max(wanted, self._least)
        self.edge = self._stop
        length = Fraction(self._stop - piece.start) / strip.rate
        too_short = wanted < self._least and bool(piece.clip.take.length)
        self.hint = telling.shortest(length) if too_short else telling.scene_stays(length)

    def stretch(self, strip: Strip) -> Stretch | None:
        """All scenes behind move with the end of this one."""
        piece = strip.piece(self._scene)
        if self.edge is None or piece is None or self._stop == piece.stop:
            return None
        return Stretch(piece.stop, self._stop - piece.stop)

    def apply(self) -> None:
        """Set how long the scene stays at least."""
        clip, stop, rate = self._clip, self._stop, self._rate
        self._edit("set-length", lambda lecture: lengths.with_stop(lecture, clip, stop, rate))

    def cancel(self) -> None:
        """Let it stay as long as before."""
        least = self._before
        self._edit("set-length", lambda lecture: edits.set_least(lecture, (self._scene,), least))


class TrimDrag(Drag):
    """One of the two ends of a recording. It is read anew when the pointer is let go, not at every step."""

    live = False

    def __init__(self, hub: Hub, piece: Piece, at_end: bool) -> None:
        super().__init__(hub, piece.id)
        self._length, self._at_end = piece.clip.take.length, at_end
        self._seconds = Fraction(0)

    def is_in(self, lecture: Lecture) -> bool:
        """Whether the scene still has its recording."""
        return super().is_in(lecture) and lecture.scene(self._scene).recording is not None

    def move(self, strip: Strip, scale: Scale, x: float, snap: bool) -> None:
        """Follow the pointer; outwards, what was trimmed before comes back."""
        frames = strip.frames(Item("recording", self._scene))
        lecture = self._hub.session.lecture
        if frames is None or lecture is None:
            return
        marks = (self._hub.playback.position,) if snap else ()
        sentences = strip.marks if snap else ()
        at = snapped(scale.frame(x), sentences, marks, scale.per_frame)
        inwards = frames.stop - at if self._at_end else at - frames.start
        self._seconds = self._possible(lecture, Fraction(inwards) / strip.rate)
        moved = float(self._seconds * strip.rate)
        start, stop = float(frames.start), float(frames.stop)
        self.edge = stop - moved if self._at_end else start + moved
        if moved > 0:
            self.shade = (self.edge, stop) if self._at_end else (start, self.edge)
        else:
            self.shade = None
        self.hint = telling.recording_lasts(self._length - self._seconds)

    def apply(self) -> None:
        """Trim the recording."""
        if self._seconds:
            self._edit("trim-recording", lambda lecture: self._trimmed(lecture, self._seconds))

    def _possible(self, lecture: Lecture, seconds: Fraction) -> Fraction:
        """How far the end can really be moved."""
        now = lecture.scene(self._scene).recording
        new = self._trimmed(lecture, seconds).scene(self._scene).recording
        assert now is not None
        assert new is not None
        return new.trim_end - now.trim_end if self._at_end else new.trim_start - now.trim_start

    def _trimmed(self, lecture: Lecture, seconds: Fraction) -> Lecture:
        scene = lecture.scene(self._scene)
        ends = {"end" if self._at_end else "start": seconds}
        return edits.trim_recording(lecture, self._scene, *lengths.trimmed(scene, self._length, **ends))


def _title(hub: Hub, scene_id: str) -> str:
    lecture = hub.session.lecture
    return "" if lecture is None else next((s.title for s in lecture.scenes if s.id == scene_id), "")
