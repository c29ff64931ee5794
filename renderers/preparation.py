"""Everything an editor wants to know of a lecture ahead of an export: pages, sounds, comparisons, checks of cuts.

The scene that the author looks at comes first, then its neighbours, then the rest; what belongs to one scene stays
together. Converting a deck takes long and is asked for by itself (`converted`); until then the built-in painter
stands in.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from renderers import engine, page_plan, plan
from renderers.engine import Records, Work
from renderers.means import Means
from renderers.profiles import Profile
from renderers.steps import Step
from renderers.workshop import Workshop
from studio.errors import Cancelled, StudioError
from studio.lecture import Lecture
from studio.progress import Progress
from studio.timeline import shown

T = TypeVar("T", bound=Step)
PAUSE_S = 0.1
"""What finishes within so many seconds is told together."""
GENTLE_S = 1.5
"""Seconds that running steps get when they are not wanted any more; nearly all of them take less."""


@dataclass(slots=True)
class Preparation:
    """One run over a lecture; `first` is the id of the scene that is wanted first ("": the first one)."""

    lecture: Lecture
    profile: Profile
    means: Means
    first: str
    workshop: Workshop
    jobs: int
    _records: Records = field(default_factory=Records)
    _untold: Records = field(default_factory=Records)
    _told: float = 0.0
    _done: int = 0
    _total: int = 0
    _failures: list[StudioError] = field(default_factory=list[StudioError])

    def run(self) -> Generator[Progress | Records]:
        """Make what is missing; yields records as they come, what was known before at once and first.

        On a cancel nothing new is started, what runs may end, and that is told before `Cancelled` is raised. A step
        that fails is left out; its error is raised when all else is done.
        """
        steps = tuple(self._steps())
        everything = frozenset(scene.id for scene in self.lecture.scenes)
        self._know(steps)
        self._know(self._compared())
        checks = self._checks()
        self._know(checks)
        self._know(plan.separated(checks, self.lecture, self.profile, self.means, self._records))
        self._total = sum(step.key not in self._records for step in steps)
        yield from self._tell(force=True)
        try:
            for wanted in (frozenset(in_order(self.lecture, self.first)[:3]), everything):
                yield from self._make(step for step in steps if _where(step) in wanted)
                yield from self._make(step for step in self._compared() if step.where in wanted)
                checks = [step for step in self._checks() if step.where in wanted]
                yield from self._make((*self._layers(checks), *checks))
        except Cancelled:
            yield from self._tell(force=True)
            raise
        yield from self._tell(force=True)
        if self._failures:
            raise self._failures[0]

    def _steps(self) -> Iterator[Step]:
        """Pages and sounds in the order they are wanted in; a hidden slide is drawn, too, as the author sees it."""
        scenes = {scene.id: scene for scene in self.lecture.scenes}
        heard = frozenset(scene.id for scene in shown(self.lecture))
        pages = {
            scene_id: page_plan.page_step(scene, self.lecture, self.profile, self.means)
            for scene_id, scene in scenes.items()
        }
        self._know(page_plan.with_conversions(pages.values(), self.means))
        for scene_id in in_order(self.lecture, self.first):
            page = pages[scene_id]
            drawn = page.key in self._records
            convertible = all(key in self._records for key in page.needs)
            if not (drawn or convertible):
                page = page_plan.stand_in_step(scenes[scene_id], self.lecture, self.profile, self.means)
            yield page
            if scene_id in heard:
                yield from plan.sound_steps(scenes[scene_id], self.lecture, self.means)

    def _compared(self) -> tuple[plan.FeaturesStep, ...]:
        return plan.measure(self.lecture, self.profile, self.means, self._records)

    def _checks(self) -> tuple[plan.CheckStep, ...]:
        timeline = plan.compiled(self.lecture, self.profile, self.means, self._records)
        return plan.checks(timeline, self.lecture, self.profile, self.means, self._records)

    def _layers(self, checks: Iterable[plan.CheckStep]) -> tuple[Step, ...]:
        """What takes apart the slides of changes that are not known yet."""
        unknown = self._know(checks)
        return plan.separated(unknown, self.lecture, self.profile, self.means, self._records)

    def _know(self, steps: Iterable[T]) -> tuple[T, ...]:
        """Take over what the cache holds of these steps; returns the others."""
        unknown = [step for step in steps if step.key not in self._records]
        known, missing = engine.split(unknown, self.workshop)
        self._records |= known
        self._untold |= known
        return tuple(step for step in unknown if step.key in {each.key for each in missing})

    def _make(self, steps: Iterable[Step]) -> Generator[Progress | Records]:
        missing = self._know(steps)
        work = Work(missing, self._records, self.workshop, self.jobs, GENTLE_S)
        self._total = max(self._total, self._done + len(missing))
        before = self._done
        try:
            for step in work.finished():
                if step is not None:
                    self._untold[step.key] = self._records[step.key]
                    self._done = before + work.done
                yield from self._tell(step)
        finally:
            self._failures += work.failures

    def _tell(self, step: Step | None = None, force: bool = False) -> Iterator[Progress | Records]:
        now = time.monotonic()
        if not (self._untold and (force or now - self._told >= PAUSE_S)):
            return
        self._told = now
        untold, self._untold = self._untold, {}
        yield untold
        if step is not None:
            yield Progress("prepare", self._done, self._total, step.what, _where(step))


def in_order(lecture: Lecture, first: str) -> list[str]:
    """The ids of all scenes, `first` and its neighbours in front."""
    ids = [scene.id for scene in lecture.scenes]
    at = ids.index(first) if first in ids else 0
    near = [ids[index] for index in (at, at + 1, at - 1) if 0 <= index < len(ids)]
    return list(dict.fromkeys((*near, *ids)))


def converted(
    lecture: Lecture, profile: Profile, means: Means, first: str, workshop: Workshop, jobs: int
) -> Generator[Progress | Records]:
    """Draw the pages that need a conversion, part of a deck by part; yields records as they come.

    The part in which the scene `first` stands comes first. A part that cannot be converted is left out; its error
    is raised when all else is done. Raises `Cancelled`.
    """
    scenes = {scene.id: scene for scene in lecture.scenes}
    pages = (page_plan.page_step(scenes[each], lecture, profile, means) for each in in_order(lecture, first))
    known, missing = engine.split(page_plan.with_conversions((p for p in pages if p.needs), means), workshop)
    yield known
    work = Work(missing, known, workshop, jobs, GENTLE_S)
    for step in work.finished():
        if step is not None:
            yield {step.key: work.records[step.key]}
            yield Progress("convert", work.done, work.total, step.what, _where(step))
    if work.failures:
        raise work.failures[0]


def _where(step: Step) -> str | None:
    return getattr(step, "where", None) or None
