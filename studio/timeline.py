"""Compiling: a lecture and what is known of its sound and cuts -> a timeline of integer frames.

Every scene owns a half-open range of frames. It begins with its cut (the change from the scene before),
then the narration starts, at a frame boundary, so that nothing is ever spoken into a change unless the
author asks for it. The timeline never waits: where a take is not yet measured its estimate is used and the
scene is marked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from studio.coherence import CutChoice
from studio.lecture import Lecture, Scene
from studio.narration import Narration, Take, lay_out, narrate
from studio.timebase import FrameRange, frames_for, nearest_frame

LEAD = Fraction(1, 5)
"""Seconds of silence between the end of a change and the first word."""
TAIL = Fraction(1, 2)
"""Seconds a scene stays after its last word."""
LONGEST_STAY = Fraction(3600)
"""Seconds a picture is kept for want of anything said, whatever a deck stores."""
SHORTEST_CUT = 2
"""A change of fewer frames is none: the slide simply appears."""
SHORTEST_BODY = 2
"""A scene shows its finished picture for at least so many frames (see `renderers.segments`)."""


@dataclass(frozen=True, slots=True)
class CutClip:
    """The change at the start of a scene. The last frame of `frames` is already the finished slide."""

    choice: CutChoice
    frames: FrameRange


@dataclass(frozen=True, slots=True)
class SceneClip:
    """One scene on the timeline. `take` begins at frame `speech`, with `LEAD` seconds of silence in front."""

    scene: str
    frames: FrameRange
    cut: CutClip | None
    speech: int
    take: Take

    def heard(self, rate: Fraction) -> Fraction:
        """The moment (seconds from the start of the timeline) at which the take itself begins."""
        return Fraction(self.speech) / rate + LEAD


@dataclass(frozen=True, slots=True)
class Timeline:
    """Scenes side by side without gaps, at `rate` frames a second."""

    rate: Fraction
    clips: tuple[SceneClip, ...] = ()

    @property
    def length(self) -> int:
        """The number of frames."""
        return self.clips[-1].frames.stop if self.clips else 0

    @property
    def seconds(self) -> Fraction:
        """The length in seconds."""
        return Fraction(self.length) / self.rate

    def clip_at(self, frame: int) -> int:
        """The index of the clip that owns a frame; IndexError outside the timeline."""
        if not 0 <= frame < self.length:
            raise IndexError(f"frame {frame} is outside 0..{self.length}")
        return bisect_right(self.clips, frame, key=lambda clip: clip.frames.start) - 1


def shown(lecture: Lecture) -> tuple[Scene, ...]:
    """The scenes that stand in the video: not hidden, and not left out for want of words."""
    return tuple(scene for scene in lecture.scenes if not scene.hidden and not skipped(scene, lecture))


def skipped(scene: Scene, lecture: Lecture) -> bool:
    """Whether a scene is left out because it has nothing to say and the author chose so."""
    if (scene.unscripted or lecture.choices.unscripted) != "skip" or scene.recording is not None:
        return False
    return not narrate(scene, lecture.choices).utterances


def compile_timeline(
    lecture: Lecture, takes: Mapping[str, Take], cuts: Mapping[str, CutChoice], rate: Fraction
) -> Timeline:
    """The timeline of the shown scenes at `rate` frames a second.

    `takes` and `cuts` are by scene id. A scene without a take gets one from estimated lengths; the first scene
    has no cut. Lengths round up to whole frames, scene by scene.
    """
    clips: list[SceneClip] = []
    start = 0
    for scene in shown(lecture):
        narration = narrate(scene, lecture.choices)
        take = takes.get(scene.id) or lay_out(narration, {})
        cut = _cut(cuts.get(scene.id), start, rate) if clips else None
        body = cut.frames.stop if cut else start
        speech = start if scene.transition.speak_over else body
        stop = max(
            speech + frames_for(_spoken(take), rate),
            body + frames_for(_least(scene, narration, take, lecture), rate),
            body + SHORTEST_BODY,
        )
        clips.append(SceneClip(scene.id, FrameRange(start, stop), cut, speech, take))
        start = stop
    return Timeline(rate, tuple(clips))


def _spoken(take: Take) -> Fraction:
    return LEAD + take.length + TAIL if take.length else Fraction(0)


def _least(scene: Scene, narration: Narration, take: Take, lecture: Lecture) -> Fraction:
    """Seconds a scene lasts at least: what the deck and the script ask for; some silence if nothing does."""
    asked = [seconds for seconds in (scene.least, narration.least) if seconds]
    return min(max(asked, default=Fraction(0) if take.length else lecture.choices.silence), LONGEST_STAY)


def _cut(choice: CutChoice | None, start: int, rate: Fraction) -> CutClip | None:
    if choice is None:
        return None
    frames = nearest_frame(choice.duration, rate)
    return CutClip(choice, FrameRange(start, start + (frames if frames >= SHORTEST_CUT else 0)))
