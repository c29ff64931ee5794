"""All changes of a lecture as values: when, which level was asked for, which is delivered, what is special."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from ui.cuts import Cut, cut_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.lecture import Lecture, Level
    from studio.timeline import Timeline
    from ui.findings import SceneFindings

Why = Literal["fell", "by hand", "unchecked"]
"""Why a change is worth a line: another one is delivered, the author chose it, or it is not yet checked."""
_ORDER: tuple[Why, ...] = ("fell", "by hand", "unchecked")


@dataclass(frozen=True, slots=True)
class Seam:
    """One change. `number` is that of its scene in the lecture, from 1; `seconds` is when it begins."""

    scene: str
    number: int
    title: str
    seconds: Fraction
    cut: Cut

    @property
    def requested(self) -> Level:
        """The level asked for."""
        return self.cut.choice.level

    @property
    def delivered(self) -> Level:
        """The level of the video; foretold while it is not `checked`."""
        return self.cut.delivered

    @property
    def why(self) -> Why | None:
        """Why it is worth a line; None: it is as the program chose it."""
        if self.cut.is_lowered:
            return "fell"
        if self.cut.by_hand:
            return "by hand"
        return None if self.cut.checked else "unchecked"


@dataclass(frozen=True, slots=True)
class Glance:
    """The changes of a lecture of `seconds`, in order."""

    seconds: Fraction = Fraction(0)
    seams: tuple[Seam, ...] = ()

    @property
    def levels(self) -> list[tuple[Level, int]]:
        """How many changes of each level are asked for, the most frequent first."""
        counted = Counter(seam.requested for seam in self.seams)
        return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))

    @property
    def by_hand(self) -> int:
        """How many the author set."""
        return sum(seam.cut.by_hand for seam in self.seams)

    @property
    def fell(self) -> int:
        """How many are delivered as something else."""
        return sum(seam.cut.is_lowered for seam in self.seams)

    @property
    def unchecked(self) -> int:
        """How many are not yet checked."""
        return sum(not seam.cut.checked for seam in self.seams)

    @property
    def exceptional(self) -> list[Seam]:
        """Those worth a line: what fell first, then what the author set, then what is not yet checked."""
        return sorted((seam for seam in self.seams if seam.why), key=lambda s: _ORDER.index(s.why or "fell"))


def glance(lecture: Lecture, timeline: Timeline, found: Callable[[str], SceneFindings]) -> Glance:
    """The changes of a lecture as far as they are known; `found` tells what is known of a scene."""
    places = {scene.id: (number, scene) for number, scene in enumerate(lecture.scenes, 1)}
    seams: list[Seam] = []
    for clip in timeline.clips[1:]:
        if clip.scene not in places:
            continue  # taken out since this timeline was compiled
        number, scene = places[clip.scene]
        cut = cut_of(scene, lecture, found(clip.scene))
        if cut is not None:
            title = " ".join(scene.title.split())
            seconds = Fraction(clip.frames.start) / timeline.rate
            seams.append(Seam(clip.scene, number, title, seconds, cut))
    return Glance(timeline.seconds, tuple(seams))
