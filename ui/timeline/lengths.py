"""What dragging an edge means for the lecture: lengths in seconds, never shorter than what is heard."""

from __future__ import annotations

from fractions import Fraction

from studio import edits
from studio.coherence import LONGEST
from studio.directions import directed_transition
from studio.lecture import Lecture, Level, Scene
from studio.narration import narrate
from studio.timebase import frames_for, nearest_frame
from studio.timeline import LEAD, SHORTEST_CUT, TAIL, SceneClip

SHORTEST_TAKE = Fraction(1, 2)
"""Seconds of a recording that trimming leaves."""
STEP = Fraction(1, 10)
"""Seconds by which a key makes a clip longer or shorter."""


def longest_cut(rate: Fraction) -> int:
    """Frames of the longest change."""
    return int(LONGEST * rate)


def cut_frames(frames: int, rate: Fraction) -> int:
    """The nearest length that a change can have; below two frames it is none."""
    kept = min(max(frames, 0), longest_cut(rate))
    return kept if kept >= SHORTEST_CUT else 0


def cut_is_free(clip: SceneClip, scene: Scene) -> bool:
    """Whether the length of the change to a scene is the author's to set here."""
    if clip.cut is None or clip.cut.choice.level is Level.CUT:
        return False
    asked = directed_transition(scene.script)
    return scene.transition.requested is not None or asked is None or asked.duration is None


def frames_of_cut(clip: SceneClip, lecture: Lecture, rate: Fraction) -> int:
    """How long a change is by the lecture as it is now, where a clip may be of a moment ago."""
    asked = lecture.scene(clip.scene).transition.duration
    if asked is not None:
        return nearest_frame(asked, rate)
    return 0 if clip.cut is None else len(clip.cut.frames)


def stop_of(clip: SceneClip, lecture: Lecture, rate: Fraction) -> int:
    """Where a scene ends by the lecture as it is now, where a clip may be of a moment ago."""
    scene = lecture.scene(clip.scene)
    if scene.least is None:
        return clip.frames.stop
    return max(_body(clip) + frames_for(scene.least, rate), shortest_stop(clip, scene, lecture, rate))


def with_cut(lecture: Lecture, scene_id: str, frames: int, rate: Fraction) -> Lecture:
    """The lecture with a change of so many frames."""
    return edits.set_duration(lecture, scene_id, Fraction(frames) / rate)


def shortest_stop(clip: SceneClip, scene: Scene, lecture: Lecture, rate: Fraction) -> int:
    """The frame before which a scene cannot end: its words, and what its script asks for, are in it."""
    narration = narrate(scene, lecture.choices)
    body = _body(clip)
    spoken = frames_for(LEAD + clip.take.length + TAIL, rate) if clip.take.length else 0
    asked = frames_for(narration.least, rate) if narration.least else 0
    return max(clip.speech + spoken, body + asked, body + max(1, frames_for(STEP, rate)))


def with_stop(lecture: Lecture, clip: SceneClip, stop: int, rate: Fraction) -> Lecture:
    """The lecture with a scene that ends at frame `stop`, or with its narration if that ends later."""
    scene = lecture.scene(clip.scene)
    least = shortest_stop(clip, scene, lecture, rate)
    body = _body(clip)
    free = bool(clip.take.length) or narrate(scene, lecture.choices).least is not None
    seconds = None if stop <= least and free else Fraction(max(stop, least) - body) / rate
    return edits.set_least(lecture, (clip.scene,), seconds)


def trimmed(
    scene: Scene, length: Fraction, start: Fraction = Fraction(0), end: Fraction = Fraction(0)
) -> tuple[Fraction, Fraction]:
    """The trims of a recording after its start moves on by `start` and its end back by `end` seconds.

    `length` is what is heard of it now. Negative: what was trimmed comes back. `SHORTEST_TAKE` is left at least.
    """
    assert scene.recording is not None
    room = max(length - SHORTEST_TAKE, Fraction(0))
    return (
        max(scene.recording.trim_start + min(start, room), Fraction(0)),
        max(scene.recording.trim_end + min(end, room), Fraction(0)),
    )


def _body(clip: SceneClip) -> int:
    """The frame at which the change is over."""
    return clip.cut.frames.stop if clip.cut is not None else clip.frames.start
