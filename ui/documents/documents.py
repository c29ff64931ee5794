"""Opens and saves the session's lecture; whatever happens, unsaved work is asked about or kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal

from ui.documents import reading, tidying
from ui.documents.autosave import Autosave
from ui.documents.engine import ReadingEngine
from ui.documents.leaving import Leaving
from ui.documents.naming import as_lecture, file_name
from ui.documents.reading import File, Load, Opened
from ui.documents.saving import Saving
from ui.documents.showing import Readers, Showing
from ui.documents.updating import Updating

if TYPE_CHECKING:
    from studio.errors import StudioError
    from studio.lecture import Lecture
    from studio.recovery import Pending
    from ui.session import Session
    from ui.settings import Settings
    from ui.tasks import Task, TaskControl, Tasks

Then = Callable[[], object]
WARM_AFTER_MS = 400
"""The window comes first."""


class Documents(QObject):
    """The one place where lectures come in and go out. Nothing here waits; signals tell what came of it."""

    failed = Signal(object)
    """A `StudioError` of an import, an opening or a save."""
    told = Signal(str)
    """Something worth a line that is no error, in the user's language."""
    imported = Signal(object)
    """The `ImportReport` of what was just imported."""
    saved = Signal()
    """The lecture stands in its file."""
    save_wanted = Signal(object)
    """A file has to be chosen: `save_as` is to be called, or `give_up_saving`. Carries the path to suggest."""
    leaving = Signal(object)
    """Unsaved work is about to be left: a `Leaving` to be answered."""
    opening_changed = Signal()
    reviewed_changed = Signal()
    """The author has decided about a note that the import took for a private one."""
    unsaved_changed = Signal()
    """Other work of a crashed program is there to be recovered."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        settings: Settings,
        parent: QObject | None = None,
        load: Load | None = None,
    ) -> None:
        """`load` reads a file; without it that is done in a child process."""
        super().__init__(parent)
        self._session, self._tasks, self._settings = session, tasks, settings
        self._engine = ReadingEngine()
        self._load = load or self._engine.load
        self.autosave = Autosave(session, tasks, self)
        self.autosave.failed.connect(self.failed)
        self.unsaved: tuple[Pending, ...] = ()
        self.reviewed: frozenset[tuple[str, str]] = frozenset()
        """Notes (scene id, text) that shall stay private, by the author's own decision."""
        self.opening: Task | None = None
        self._warm_soon = QTimer(self, singleShot=True, interval=WARM_AFTER_MS)
        self._warm_soon.timeout.connect(self._warm)
        self._file = File()
        self._folder: Path | None = None
        self._presence = tidying.Presence()
        self._agreed: Lecture | None = None
        self._turn = 0
        self.updating = Updating(session, tasks, self._engine.update, self)
        self.updating.failed.connect(self.failed)
        self.updating.told.connect(self.told)
        self.showing = Showing(session, tasks, Readers(self._engine.pages, self._engine.picture), self)
        self.showing.failed.connect(self.failed)
        self._saving = Saving(session, tasks, self.autosave, lambda: self._file, self)
        self._saving.failed.connect(self.failed)
        self._saving.written.connect(self._written)
        self._saving.ended.connect(self._settle)
        self._after_save: tuple[Then, Then] | None = None

    @property
    def saving(self) -> bool:
        """Whether a save is on its way."""
        return self._saving.busy

    def begin(self) -> None:
        """The program starts: look for the work of one that crashed, and tidy up what nobody needs any more."""

        def work(_: TaskControl) -> tuple[Pending, ...]:
            from studio import recovery

            found = recovery.pending()
            self._presence.tidy()
            return found

        self._tasks.start(work, self._set_unsaved)
        self._warm_soon.start()

    def open(self, path: Path) -> None:
        """Open a .lecture or import anything else that can be read, in the place of what is open."""
        self.leave(partial(self._open, path))

    def open_sample(self) -> None:
        """Open the sample lesson in the language of the window."""
        self.leave(self._open_sample)

    def open_text(self, text: str) -> None:
        """Make a lecture of an outline that was typed or pasted."""
        title = self.tr("Outline")
        self.leave(partial(self._start_opening, partial(reading.outline, text, title, self._load), title))

    def open_pictures(self, paths: Sequence[Path]) -> None:
        """Make a lecture of some pictures, in the order of their names."""
        title = self.tr("Pictures")
        self._folder = paths[0].absolute().parent
        self.leave(partial(self._start_opening, partial(reading.pictures, paths, title, self._load), title))

    def recover(self, journal: Pending) -> None:
        """Open the unsaved work of a crashed program; it counts as modified."""
        self.leave(partial(self._recover, journal))

    def discard(self, journal: Pending) -> None:
        """Do away with the unsaved work of a crashed program."""

        def work(_: TaskControl) -> tuple[Pending, ...]:
            from studio import recovery

            recovery.discard(journal)
            return recovery.pending()

        self._tasks.start(work, self._set_unsaved)

    def mark_reviewed(self, notes: Iterable[tuple[str, str]]) -> None:
        """The author has read these notes (scene id, text) and keeps them private."""
        self.reviewed |= frozenset(notes)
        self.reviewed_changed.emit()

    def cancel_opening(self) -> None:
        """Stay with what is open."""
        if self.opening is not None:
            self._agreed = None
            self._stop_opening()

    def save(self) -> None:
        """Save where it was saved before; where there is no such file, `save_wanted` asks for one."""
        if self._session.lecture is None:
            return
        if self._session.path is None or self._session.read_only:
            self.save_wanted.emit(self.suggestion())
        else:
            self._saving.save(self._session.path)

    def save_as(self, path: Path) -> None:
        """Save into a file, which is the lecture's own from then on."""
        self._saving.save(as_lecture(path))

    def give_up_saving(self) -> None:
        """No file was chosen."""
        self._settle(done=False)

    def close_lecture(self) -> None:
        """Have nothing open, after the question about unsaved work."""
        self.leave(self._close_lecture)

    def leave(self, then: Then, otherwise: Then = lambda: None) -> None:
        """Do `then` once nothing is lost by it: at once, or after the user's answer; `otherwise` where he stays."""
        if self._saving.busy:
            self._settle(done=False)
            self._after_save = (lambda: self.leave(then, otherwise), otherwise)
        elif not self._session.is_modified:
            self._agreed = self._session.lecture
            then()
        else:
            self.leaving.emit(self._question(then, otherwise))

    def suggestion(self) -> Path:
        """Where a lecture without a file would be saved: beside the last one, called after its title."""
        lecture, session = self._session.lecture, self._session
        if session.path is not None and not session.read_only:
            return session.path
        return self.folder / file_name(lecture.title if lecture else "", self.tr("Lecture"))

    @property
    def folder(self) -> Path:
        """Where the user's files are, as far as can be told: the folder of the last one."""
        if self._folder is not None:
            return self._folder
        if self._settings.recent:
            return self._settings.recent[0].parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def close(self) -> None:
        """The program ends. Work that nobody decided about is offered at the next start."""
        decided = not self._session.is_modified or self._session.lecture is self._agreed
        self.autosave.stop(keep=not decided, wait=True)
        self._file.release()
        self._presence.release()
        self._warm_soon.stop()
        self._engine.close()

    def _warm(self) -> None:
        """While nothing is open, have a process ready for whatever will be."""
        if self._session.lecture is None and self.opening is None and self._load == self._engine.load:
            self._tasks.start(lambda control: self._engine.warm(control.cancel))

    def _question(self, then: Then, otherwise: Then) -> Leaving:
        lecture = self._session.lecture

        def save() -> None:
            self._after_save = (lambda: self.leave(then, otherwise), otherwise)
            self.save()

        def discard() -> None:
            self._agreed = lecture
            then()

        def cancel() -> None:
            otherwise()

        return Leaving(lecture.title if lecture else "", save, discard, cancel)

    def _open(self, path: Path) -> None:
        path = path.absolute()
        ours, modified = self._file, self._session.is_modified

        def work(control: TaskControl) -> Opened | None:
            again = ours.is_at(path) and ours.lock is not None
            if again and not modified:
                return None
            return reading.opened(path, self._load, control, ours if again else None)

        self._folder = path.parent
        self._start_opening(work, path.name)

    def _recover(self, journal: Pending) -> None:
        ours = self._file
        self._start_opening(lambda _: reading.recovered(journal, ours), journal.title)

    def _open_sample(self) -> None:
        self._start_opening(partial(reading.sample, self._load), self.tr("Sample lesson"))

    def _start_opening(self, work: Callable[[TaskControl], Opened | None], name: str) -> None:
        self._stop_opening()
        turn = self._turn
        self._set_opening(
            self._tasks.start(
                work,
                lambda opened: self._arrived(turn, opened, name),
                self._not_opened,
                ended=lambda: self._set_opening(None) if self._turn == turn else None,
                job=self.tr("Opening “{name}”").format(name=name),
            )
        )

    def _stop_opening(self) -> None:
        self._turn += 1
        if self.opening is not None:
            self.opening.cancel()
            self._set_opening(None)

    def _arrived(self, turn: int, opened: Opened | None, name: str) -> None:
        if opened is None:
            self.told.emit(self.tr("“{name}” is open here already.").format(name=name))
        elif turn != self._turn:
            self._let_go(opened)
        elif self._saving.busy or (self._session.is_modified and self._session.lecture is not self._agreed):
            # Editing went on while it was being read: that has to be asked about, too. And what is being
            # written belongs to the lecture that is open now.
            self.leave(partial(self._put, opened), partial(self._let_go, opened))
        else:
            self._put(opened)

    def _not_opened(self, error: StudioError) -> None:
        self._agreed = None  # what was to be left stays, and so does the question
        self.failed.emit(error)

    def _let_go(self, opened: Opened) -> None:
        if opened.file.lock is not self._file.lock:
            opened.file.release()

    def _put(self, opened: Opened) -> None:
        """Put what was opened in the place of what is open."""
        before, self._file = self._file, opened.file
        if before.lock is not self._file.lock:
            before.release()
        if opened.journal is not None:
            self._set_unsaved(tuple(other for other in self.unsaved if other != opened.journal))
        lecture, clean = opened.lecture, opened.clean
        if opened.is_new:
            lecture = self._as_preferred(lecture)
        start = lecture if clean is None else clean
        untouched = clean is not None or opened.is_sample
        self.reviewed = frozenset()
        self._session.open(start, self._file.path, opened.report, opened.read_only, saved=untouched)
        if opened.journal is not None and clean is not None:
            self._session.edit("recover", lambda _: lecture)
        self.autosave.start(self._file.path, start if untouched else None, opened.journal)
        self._tell_opened(opened)

    def _as_preferred(self, lecture: Lecture) -> Lecture:
        """A new lecture with what its author set for all: calm changes, voices."""
        choices = lecture.choices
        if self._settings.reduce_motion:
            choices = replace(choices, fades_only=True)
        if not choices.voices:
            choices = replace(choices, voices=self._settings.voices)
        return replace(lecture, choices=choices)

    def _tell_opened(self, opened: Opened) -> None:
        if opened.file.path is not None and opened.journal is None:
            self._settings.add_recent(opened.file.path)
        if opened.is_new:
            self.imported.emit(opened.report)
        if opened.warning is not None:
            self.failed.emit(opened.warning)

    def _close_lecture(self) -> None:
        self._stop_opening()
        self.autosave.stop(keep=False)
        before, self._file = self._file, File()
        before.release()
        self._session.close()
        self._warm_soon.start()

    def _written(self, lecture: Lecture, file: File) -> None:
        before, self._file = self._file, file
        if before.lock is not file.lock:
            before.release()
        assert file.path is not None
        self._folder = file.path.parent
        self._settings.add_recent(file.path)
        self._session.mark_saved(lecture, file.path)
        self.autosave.go_on()
        self.saved.emit()

    def _settle(self, done: bool) -> None:
        waiting, self._after_save = self._after_save, None
        if waiting is not None:
            waiting[0 if done else 1]()

    def _set_opening(self, task: Task | None) -> None:
        if task is not self.opening:
            self.opening = task
            self.opening_changed.emit()

    def _set_unsaved(self, unsaved: tuple[Pending, ...]) -> None:
        self.unsaved = unsaved
        self.unsaved_changed.emit()
