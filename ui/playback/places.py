"""Where in a lecture one is, said so that it still holds when an edit moved everything: scene, sentence, offset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.timebase import nearest_frame

if TYPE_CHECKING:
    from fractions import Fraction

    from studio.narration import Utterance
    from studio.timeline import SceneClip, Timeline


@dataclass(frozen=True, slots=True)
class Place:
    """`offset` frames after the start of a scene's body (of its cut where `in_cut`).

    Where a sentence has begun there, it is `since` frames ago; `occurrence` tells equal ones of a scene apart.
    """

    scene: str
    offset: int
    in_cut: bool = False
    sentence: Utterance | None = None
    occurrence: int = 0
    since: int = 0


def body(clip: SceneClip) -> int:
    """The first frame of a scene's finished picture: behind its cut."""
    return clip.frames.start if clip.cut is None else clip.cut.frames.stop


def clip_of(timeline: Timeline, scene: str) -> SceneClip | None:
    """The clip of a scene; None where it is not shown."""
    return next((clip for clip in timeline.clips if clip.scene == scene), None)


def place_of(timeline: Timeline, frame: int) -> Place:
    """The place of a frame; IndexError outside the timeline."""
    clip = timeline.clips[timeline.clip_at(frame)]
    if frame < body(clip):
        return Place(clip.scene, frame - clip.frames.start, in_cut=True)
    offset = frame - body(clip)
    begun = [span for span in clip.take.spans if _starts(clip, span.start, timeline) <= frame]
    if not begun:
        return Place(clip.scene, offset)
    span = begun[-1]
    same = sum(1 for other in begun[:-1] if other.utterance == span.utterance)
    since = frame - _starts(clip, span.start, timeline)
    return Place(clip.scene, offset, False, span.utterance, same, since)


def frame_of(timeline: Timeline, place: Place) -> int | None:
    """Where a place is now; None where its scene is not shown any more."""
    clip = clip_of(timeline, place.scene)
    if clip is None:
        return None
    if place.in_cut:
        return min(clip.frames.start + place.offset, body(clip))
    same = [span for span in clip.take.spans if span.utterance == place.sentence]
    if place.occurrence < len(same):
        frame = _starts(clip, same[place.occurrence].start, timeline) + place.since
    else:
        frame = body(clip) + place.offset
    return min(max(frame, body(clip)), clip.frames.stop - 1)


def _starts(clip: SceneClip, start: Fraction, timeline: Timeline) -> int:
    return nearest_frame(clip.heard(timeline.rate) + start, timeline.rate)
