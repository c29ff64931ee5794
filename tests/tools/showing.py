"""Two slides and the change between them as the finished video shows it: exported as any lesson is, and decoded."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderers import means, profiles
from renderers.export import CutReport, Order, export
from renderers.loading import load
from renderers.means import Means
from renderers.profiles import Profile
from renderers.workshop import Workshop
from studio.lecture import Arrival, Lecture, Level, Script, Transition
from tests.fakes import run

Picture = NDArray[np.uint8]
STILL = Fraction(1)
"""Seconds for which each of the two slides stands."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the video shows from the last picture of the first slide to the second slide, and what is said of it."""

    frames: tuple[Picture, ...]
    rate: Fraction
    report: CutReport


class Stage:
    """Exports pairs of slides of one source after the other, with the same workers."""

    def __init__(self, workshop: Workshop, profile: str = "draft-540p") -> None:
        self.workshop = workshop
        self.profile: Profile = profiles.load(profile)
        self.means: Means = means.find(self.profile, workshop)

    def read(self, source: Path) -> Lecture:
        """The lecture of a deck."""
        return load(source, self.workshop)[0]

    def show(
        self,
        lecture: Lecture,
        slide: int,
        level: Level | None,
        *,
        arrive: Arrival = "fade",
        seconds: Fraction | None = None,
    ) -> Shown:
        """The change to slide `slide` (from 2) at a level; None is the automatic choice."""
        first, second = lecture.scenes[slide - 2 : slide]
        how = replace(second.transition, requested=level, arrive=arrive, speak_over=False)
        how = replace(how, duration=seconds) if seconds is not None else how
        bare = replace(
            first, script=Script(), recording=None, least=None, hidden=False, transition=Transition()
        )
        other = replace(second, script=Script(), recording=None, least=None, hidden=False, transition=how)
        choices = replace(lecture.choices, unscripted="silent", silence=STILL, level=None)
        pair = replace(lecture, scenes=(bare, other), shows=(), choices=choices)
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "pair.mp4"
            made = run(export(Order(pair, self.profile, out), self.workshop, self.means, 1))
            clip = made.timeline.clips[1]
            cut = range(0) if clip.cut is None else range(clip.cut.frames.start, clip.cut.frames.stop)
            begins = clip.frames.start
            wanted = range(begins - 1, max(begins + 1, cut.stop))
            return Shown(_decoded(out, wanted), made.timeline.rate, made.cuts[-1])


def _decoded(video: Path, wanted: range) -> tuple[Picture, ...]:
    import av

    with av.open(str(video)) as container:
        pictures = enumerate(container.decode(video=0))
        return tuple(frame.to_ndarray(format="rgb24") for number, frame in pictures if number in wanted)
