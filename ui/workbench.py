"""What is known of the open lecture, always live: starts what is missing and puts together what is found.

Two child processes work for it: one converts decks, the other draws, speaks, compares and checks. An edit asks
for less or more to be made; what is made stays in the cache and is never made twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from renderers import profiles
from studio.lecture import SlideVisual
from studio.progress import Progress
from ui import findings
from ui.findings import NOTHING, Findings, SceneFindings

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from renderers.engine_process import EngineProcess
    from renderers.means import Means
    from renderers.profiles import Profile
    from renderers.steps import CheckStep
    from studio.coherence import CutChoice
    from studio.lecture import Lecture
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
    busy_changed = Signal()
    failed = Signal(object)
    """A `StudioError`: something could not be drawn or spoken."""

    def __init__(
        self, session: Session, tasks: Tasks, processes: Processes | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.profile: Profile = profiles.load(profiles.PREVIEW)
        self.means: Means | None = None
        self.records: dict[str, dict[str, Any]] = {}
        self.busy: Progress | None = None
        self._session, self._tasks, self._processes = session, tasks, processes
        self._found: Findings | None = None
        self._first = ""
        self._compiling = self._again = self._stale = False
        self._preparing: Task | None = None
        self._converting: Task | None = None
        self._converted: frozenset[str] = frozenset()
        self._compile_soon = self._timer(COMPILE_AFTER_MS, self._compile)
        self._prepare_soon = self._timer(PREPARE_AFTER_MS, self._prepare)
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)

    @property
    def timeline(self) -> Timeline | None:
        """The compiled lecture, with estimates where nothing is measured; None: nothing is open."""
        return None if self._found is None else self._found.timeline

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

    def remake(self) -> None:
        """Look again at what the machine has (voices, fonts) and make what is missing."""
        self.means = None
        self._prepare_soon.start()

    def forget(self) -> None:
        """What was made is gone from the cache: make it again."""
        self.records.clear()
        self._converted = frozenset()
        self._compile_soon.start()
        self._convert()
        self._prepare_soon.start()

    def feed(self, records: Mapping[str, dict[str, Any]], means: Means | None = None) -> None:
        """Learn what was made."""
        self.means = means or self.means
        self.records.update(records)
        self._compile_soon.start()

    def close(self) -> None:
        """Stop all work and end the child processes."""
        self._compile_soon.stop()
        self._prepare_soon.stop()
        for task in (self._preparing, self._converting):
            if task is not None:
                task.cancel()
        if self._processes is not None:
            self._processes.close()

    def _timer(self, after_ms: int, call: Any) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=after_ms)
        timer.timeout.connect(call)
        return timer

    def _opened(self) -> None:
        if self._converting is not None:
            self._converting.cancel()
        self._converted = frozenset()
        self._found = None
        self._first = self._session.current
        if self._session.lecture is None:
            if self._preparing is not None:
                self._preparing.cancel()
            self._set_busy(None)
        self._compile()
        self._convert()
        self._prepare()
        self.timeline_changed.emit()

    def _changed(self, before: Lecture, after: Lecture) -> None:
        self._compile_soon.start()
        self._prepare_soon.start()
        if _decks(after) - self._converted:
            self._convert()

    def _compile(self) -> None:
        lecture = self._session.lecture
        if lecture is None:
            return
        if self._compiling:
            self._again = True
            return
        self._compiling = True
        profile, means, records = self.profile, self.means, dict(self.records)
        self._tasks.start(
            lambda _: findings.find(lecture, profile, means, records),
            done=self._found_out,
            failed=self.failed.emit,
            ended=self._compiled,
        )

    def _compiled(self) -> None:
        self._compiling = False
        if self._again:
            self._again = False
            self._compile()

    def _found_out(self, found: Findings) -> None:
        if self._session.lecture is None:
            return
        before, self._found = self._found, found
        old: Mapping[str, SceneFindings] = {} if before is None else before.scenes
        if before is None or before.timeline != found.timeline:
            self.timeline_changed.emit()
        new = frozenset(
            scene_id for scene_id, scene in found.scenes.items() if old.get(scene_id, NOTHING) != scene
        )
        if new:
            self.findings_changed.emit(new)

    def _convert(self) -> None:
        lecture, processes = self._session.lecture, self._processes
        if lecture is None or processes is None or not _decks(lecture):
            return
        if self._converting is not None:
            return  # asked again when it has ended
        decks = _decks(lecture)
        made: list[str] = []

        def learn(told: Told) -> None:
            made.extend(told if isinstance(told, dict) else ())
            self._learn(told)

        def work(control: TaskControl) -> None:
            control.follow(processes.converting.convert(lecture, self.profile, control.cancel))
            processes.converting.close()  # LibreOffice is heavy and rarely needed again

        def done(_: None) -> None:
            self._converted |= decks
            if made:
                self._prepare()

        def ended() -> None:
            self._converting = None
            now = self._session.lecture
            if now is not None and _decks(now) - self._converted - decks:
                self._convert()

        self._converting = self._tasks.start(
            work, done, self.failed.emit, learn, ended, job=self.tr("Reading the slides")
        )

    def _prepare(self) -> None:
        """Have made what is missing; what runs for an older value of the lecture ends first."""
        lecture, processes = self._session.lecture, self._processes
        if processes is None or lecture is None:
            return
        self._stale = self._preparing is not None
        if self._preparing is not None:
            self._preparing.cancel()
            return
        first, profile, known = self._first or self._session.current, self.profile, self.means

        def running(control: TaskControl) -> Generator[Told | Means]:
            if known is None:
                yield processes.preparing.means(profile, control.cancel)
            yield from processes.preparing.prepare(lecture, profile, first, control.cancel)

        def ended() -> None:
            self._preparing = None
            self._set_busy(None)
            now = self._session.lecture
            other = self._first and self._first != first
            if now is not None and (self._stale or now is not lecture or other):
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


def _decks(lecture: Lecture) -> frozenset[str]:
    return frozenset(
        visual.deck.digest for scene in lecture.scenes if isinstance(visual := scene.visual, SlideVisual)
    )
