"""What is known of the open lecture, always live: starts what is missing and puts together what is found.

Two child processes work for it: one converts decks, the other draws, speaks, compares and checks. An edit asks
for less or more to be made; what is made stays in the cache and is never made twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from renderers import profiles
from studio.lecture import SlideVisual
from studio.progress import Progress
from studio.settings import models_folder
from ui import findings
from ui.findings import NOTHING, Findings, News, SceneFindings

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from renderers.engine_process import EngineProcess
    from renderers.means import Means
    from renderers.profiles import Profile
    from renderers.steps import CheckStep
    from studio.coherence import CutChoice
    from studio.lecture import Lecture
    from studio.obstacles import ModelUse
    from studio.timeline import SceneClip, Timeline
    from ui.session import Session
    from ui.tasks import Task, TaskControl, Tasks

COMPILE_AFTER_MS = 20
PREPARE_AFTER_MS = 350
"""After the last edit: who types is not disturbed by each letter being spoken."""

Told = Progress | dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Processes:
    """The child processes a workbench works with."""

    converting: EngineProcess
    preparing: EngineProcess

    @classmethod
    def start(cls) -> Processes:
        """The real ones; each starts with its first request."""
        from renderers.engine_process import EngineProcess

        return cls(EngineProcess(), EngineProcess())

    def close(self) -> None:
        """End both."""
        self.converting.close()
        self.preparing.close()


class Workbench(QObject):
    """Findings about the session's lecture. Without `processes` nothing is made; tests `feed` it."""

    timeline_changed = Signal()
    findings_changed = Signal(object)
    """A frozenset of the ids of scenes of which more, or something else, is known."""
    made = Signal(object)
    """A frozenset of keys of which the records came just now."""
    busy_changed = Signal()
    failed = Signal(object)
    """A `StudioError`: something could not be drawn or spoken."""

    def __init__(
        self, session: Session, tasks: Tasks, processes: Processes | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.profile: Profile = profiles.load(profiles.PREVIEW)
        self.means: Means | None = None
        self._models: tuple[ModelUse, ...] = ()
        self.records: dict[str, dict[str, Any]] = {}
        self.busy: Progress | None = None
        self._session, self._tasks, self._processes = session, tasks, processes
        self._found: Findings | None = None
        self._first = ""
        self._look = True
        """Whether what the machine has is still to be looked for."""
        self._compiling = self._again = self._stale = False
        self._preparing: Task | None = None
        self._converting: Task | None = None
        self._tried: frozenset[tuple[str, int]] = frozenset()
        """Slides that were asked for in this round; one that could not be converted is not tried at every edit."""
        self._round = 0
        """Another one begins with another lecture, and when what was made is gone."""
        self._compile_soon = self._timer(COMPILE_AFTER_MS, self._compile)
        self._prepare_soon = self._timer(PREPARE_AFTER_MS, self._prepare)
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)

    @property
    def timeline(self) -> Timeline | None:
        """The compiled lecture, with estimates where nothing is measured; None: nothing is open."""
        return None if self._found is None else self._found.timeline

    @property
    def models(self) -> tuple[ModelUse, ...]:
        """The installed models; whether this machine has enough memory for them is known with the means."""
        judged = {} if self.means is None else {offer.name: offer for offer in self.means.models}
        return tuple(
            replace(model, reshaping=judged[model.name].reshaping, motion=judged[model.name].motion)
            if model.name in judged
            else model
            for model in self._models
        )

    @property
    def is_current(self) -> bool:
        """Whether the timeline is that of the lecture as it is now."""
        return self._found is not None and self._found.lecture is self._session.lecture

    def scene(self, scene_id: str) -> SceneFindings:
        """All that is known of a scene."""
        return NOTHING if self._found is None else self._found.scenes.get(scene_id, NOTHING)

    def page_key(self, scene_id: str) -> str | None:
        """The key of a scene's drawn page; None until it is drawn."""
        return self.scene(scene_id).page or None

    def clip(self, scene_id: str) -> SceneClip | None:
        """A scene's place on the timeline; None for one that is not shown."""
        return self.scene(scene_id).clip

    def choice(self, scene_id: str) -> CutChoice | None:
        """What is requested at the seam before a scene; None for the first."""
        return self.scene(scene_id).choice

    def suggestion(self, scene_id: str) -> CutChoice | None:
        """What the program would choose at the seam before a scene."""
        return self.scene(scene_id).suggestion

    def checked(self, scene_id: str) -> Mapping[str, Any] | None:
        """What the seam before a scene was found to deliver; None: not yet checked."""
        return self.scene(scene_id).checked

    def cut_step(self, scene_id: str) -> CheckStep | None:
        """The change at the seam before a scene; None for a plain cut or where a page is missing."""
        return self.scene(scene_id).check

    def sound_keys(self, scene_id: str) -> tuple[tuple[str, Any], ...]:
        """The sounds of a scene made so far: cache key and start in the take (seconds)."""
        return self.scene(scene_id).sounds

    def prefer(self, scene_id: str) -> None:
        """Make what this scene needs before anything else."""
        if scene_id and scene_id != self._first:
            self._first = scene_id
            if self._preparing is not None:
                self._prepare_soon.start()

    def look_again(self) -> None:
        """Look again at what the machine has (voices, fonts) and make what is missing by it."""
        self._look = True
        self._prepare_soon.start()
        self.look_for_models()

    def look_for_models(self) -> None:
        """See which models are installed; what can be foretold of changes depends on it."""
        self._tasks.start(_installed, self.know_models)

    def know_models(self, found: tuple[ModelUse, ...]) -> None:
        """These models are installed."""
        if found != self._models:
            self._models = found
            self._compile_soon.start()

    def forget(self) -> None:
        """What was made is gone from the cache: make it again."""
        self.records.clear()
        self._begin_round()
        self._compile_soon.start()
        self._convert()
        self._prepare_soon.start()

    def lose(self, key: str) -> None:
        """One result is gone from the cache, with it perhaps what it was made from: make it again."""
        if self.records.pop(key, None) is not None:
            self._tried = frozenset()
            self._compile_soon.start()
            self._convert()
            self._prepare_soon.start()

    def feed(self, records: Mapping[str, dict[str, Any]], means: Means | None = None) -> None:
        """Learn what was made."""
        if means is not None:
            self.means, self._look = means, False
        fresh = frozenset(records) - self.records.keys()
        self.records.update(records)
        self._compile_soon.start()
        if fresh:
            self.made.emit(fresh)

    def close(self) -> None:
        """Stop all work and end the child processes."""
        self._compile_soon.stop()
        self._prepare_soon.stop()
        for task in (self._preparing, self._converting):
            if task is not None:
                task.cancel()
        processes, self._processes = self._processes, None
        if processes is not None:
            processes.close()

    def _timer(self, after_ms: int, call: Any) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=after_ms)
        timer.timeout.connect(call)
        return timer

    def _opened(self) -> None:
        self._begin_round()
        self._found = None
        self._first = self._session.current
        if self._session.lecture is None:
            if self._preparing is not None:
                self._preparing.cancel()
            self._set_busy(None)
        self._compile()
        self._convert()
        self._prepare()
        if self._session.lecture is not None:
            self.look_for_models()
        self.timeline_changed.emit()

    def _begin_round(self) -> None:
        """What is on its way is no longer wanted, or will be wanted again."""
        self._round += 1
        self._tried = frozenset()
        self._prepare_soon.stop()
        if self._converting is not None:
            self._converting.cancel()

    def _changed(self, before: Lecture, after: Lecture) -> None:
        self._compile_soon.start()
        self._prepare_soon.start()
        self._convert()

    def _compile(self) -> None:
        lecture = self._session.lecture
        if lecture is None:
            return
        if self._compiling:
            self._again = True
            return
        self._compiling = True
        profile, means, records, models = self.profile, self.means, dict(self.records), self.models
        before, begun = self._found, self._round

        def done(news: News) -> None:
            if begun == self._round:  # else it is about what was open before
                self._found_out(news)

        self._tasks.start(
            lambda _: findings.news(findings.find(lecture, profile, means, records, models), before),
            done=done,
            failed=self.failed.emit,
            ended=self._compiled,
        )

    def _compiled(self) -> None:
        self._compiling = False
        if self._again:
            self._again = False
            self._compile()

    def _found_out(self, news: News) -> None:
        self._found = news.found
        if news.timeline:
            self.timeline_changed.emit()
        if news.scenes:
            self.findings_changed.emit(news.scenes)

    def _convert(self) -> None:
        """Have the slides converted that were not asked for yet; what is running ends first."""
        lecture, processes = self._session.lecture, self._processes
        if lecture is None or processes is None or self._converting is not None:
            return
        slides, begun = _slides(lecture), self._round
        first = self._first or self._session.current
        if not slides - self._tried:
            return

        def work(control: TaskControl) -> None:
            try:
                control.follow(processes.converting.convert(lecture, self.profile, first, control.cancel))
            finally:
                processes.converting.close()  # LibreOffice is heavy and rarely needed again
            control.cancel.check()

        def ended() -> None:
            self._converting = None
            if begun == self._round:
                self._tried |= slides
            if self._preparing is None:
                self._set_busy(None)
            self._convert()

        self._converting = self._tasks.start(
            work, None, self.failed.emit, self._converted, ended, job=self.tr("Reading the slides")
        )

    def _converted(self, told: Told) -> None:
        """Pages as they come; once some have, what is known of their seams is another matter."""
        self._learn(told)
        if isinstance(told, dict) and told:
            self._prepare_soon.start()

    def _prepare(self) -> None:
        """Have made what is missing; what runs for an older value of the lecture ends first."""
        lecture, processes = self._session.lecture, self._processes
        if processes is None or lecture is None:
            return
        self._stale = self._preparing is not None
        if self._preparing is not None:
            self._preparing.cancel()
            return
        first, profile, look = self._first or self._session.current, self.profile, self._look

        def running(control: TaskControl) -> Generator[Told | Means]:
            if look:
                yield processes.preparing.means(profile, control.cancel)
            yield from processes.preparing.prepare(lecture, profile, first, control.cancel)

        def ended() -> None:
            self._preparing = None
            self._set_busy(None)
            other = bool(self._first) and self._first != first
            if (self._stale or other) and not self._prepare_soon.isActive():
                self._prepare()

        self._preparing = self._tasks.start(
            lambda control: control.follow(running(control)), None, self.failed.emit, self._learn, ended
        )

    def _learn(self, told: Told | Means) -> None:
        if isinstance(told, Progress):
            self._set_busy(told)
        elif isinstance(told, dict):
            self.feed(told)
        else:
            self.feed({}, told)

    def _set_busy(self, progress: Progress | None) -> None:
        self.busy = progress
        self.busy_changed.emit()


def _installed(_: TaskControl) -> tuple[ModelUse, ...]:
    from ui.models import uses

    return uses(models_folder())


def _slides(lecture: Lecture) -> frozenset[tuple[str, int]]:
    """The slides that have to be drawn, by deck and number."""
    return frozenset(
        (visual.deck.digest, visual.number)
        for scene in lecture.scenes
        if isinstance(visual := scene.visual, SlideVisual) and visual.page is None
    )
