"""Shows slides as in a PDF or as a picture: read in a child process, one step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.errors import NoMatchError
from studio.lecture import CardVisual, SlideVisual

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from studio.errors import StudioError
    from studio.exact_pages import Exact
    from studio.history import Code
    from studio.lecture import Lecture, PageImage, Scene
    from studio.progress import CancelToken
    from ui.session import Session
    from ui.tasks import Task, Tasks

    FindPages = Callable[[Lecture, Path, CancelToken], Generator[object, None, Exact]]
    ReadPicture = Callable[[Path, CancelToken], PageImage]


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads the files, in a thread: a PDF that is matched with a lecture's slides; one picture."""

    pages: FindPages
    picture: ReadPicture


class Showing(QObject):
    """Pages and pictures of the author's in the place of slides. One file at a time; the last one wins."""

    failed = Signal(object)
    """The `StudioError` of a file that cannot be read; nothing changed."""
    refused = Signal(object, object)
    """The `NoMatchError` of a PDF that belongs to something else, and its path: it can still be imported."""
    shown = Signal(str)
    """What was just done, in the user's language; it can be undone."""

    def __init__(
        self, session: Session, tasks: Tasks, readers: Readers, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._readers = session, tasks, readers
        self._task: Task | None = None
        session.opened.connect(self._stop)

    def takes_pages(self) -> bool:
        """Whether the open lecture may be changed and shows slides of a deck."""
        lecture = self._session.lecture
        return (
            lecture is not None
            and not self._session.read_only
            and any(isinstance(scene.visual, SlideVisual) for scene in lecture.scenes)
        )

    def takes_picture(self) -> bool:
        """Whether the current scene may show another picture: a card is drawn from its words."""
        scene = self._session.scene
        return scene is not None and not self._session.read_only and not isinstance(scene.visual, CardVisual)

    def replaced(self) -> tuple[Scene, ...]:
        """Those of the selected scenes that show something else than the slide as it is drawn here."""
        lecture = self._session.lecture
        chosen = frozenset(self._session.selection)
        return tuple(
            scene
            for scene in (() if lecture is None else lecture.scenes)
            if scene.id in chosen and isinstance(scene.visual, SlideVisual) and scene.visual.page is not None
        )

    def use_pages(self, path: Path) -> None:
        """Show the slides of the open lecture as in the PDF at `path`."""
        lecture = self._session.lecture
        if lecture is None or self._session.read_only:
            return
        self._stop()
        self._task = task = self._tasks.start(
            lambda control: control.follow(self._readers.pages(lecture, path, control.cancel)),
            lambda exact: self._found(exact, path) if self._task is task else None,
            lambda error: self._fail(error, path),
            ended=lambda: self._end(task),
            job=self.tr("Matching “{name}” with the slides").format(name=path.name),
        )

    def replace(self, path: Path) -> None:
        """Show the picture, or the one page of the PDF, at `path` in the place of the current scene's."""
        scene = self._session.scene
        if scene is None or not self.takes_picture():
            return
        self._stop()
        self._task = task = self._tasks.start(
            lambda control: self._readers.picture(path, control.cancel),
            lambda page: self._put(scene.id, page, path) if self._task is task else None,
            self.failed.emit,
            ended=lambda: self._end(task),
            job=self.tr("Reading “{name}”").format(name=path.name),
        )

    def draw_here(self) -> None:
        """Show the selected slides as they are drawn here again."""
        from studio import edits

        scenes = self.replaced()
        if scenes:
            back = dict.fromkeys(scene.id for scene in scenes)
            name = scenes[0].title if len(scenes) == 1 else ""
            edit = self._session.edit
            edit("draw-slides", lambda lecture: edits.set_pages(lecture, back), len(scenes), name)

    def _found(self, exact: Exact, path: Path) -> None:
        pages = dict(exact.pages)
        if self._give(pages, "use-pages", exact.slides):
            unsure = [entry.scene for entry in exact.entries if entry.outcome == "replaced" and entry.scene]
            if unsure:
                self._session.select(unsure, unsure[0])
            self.shown.emit(self._told(exact, path))
        else:
            told = self.tr("The slides are shown as in “{name}” already.")
            self.shown.emit(told.format(name=path.name))

    def _put(self, scene_id: str, page: PageImage, path: Path) -> None:
        if self._give({scene_id: page}, "replace-picture", 1):
            self.shown.emit(self.tr("The picture is now “{name}”.").format(name=path.name))

    def _give(self, pages: dict[str, PageImage], code: Code, count: int) -> bool:
        """Edit what is still there: the author may have gone on meanwhile."""
        from studio import edits

        lecture = self._session.lecture
        titles = {
            scene.id: scene.title
            for scene in (() if lecture is None else lecture.scenes)
            if scene.id in pages
        }
        left = {scene_id: page for scene_id, page in pages.items() if scene_id in titles}
        name = next(iter(titles.values())) if len(titles) == 1 else ""
        self._session.seal()
        return bool(left) and self._session.edit(
            code, lambda lecture: edits.set_pages(lecture, left), count, name
        )

    def _told(self, exact: Exact, path: Path) -> str:
        told = self.tr("%n slide(s) shown as in “{name}”", "", exact.slides).format(name=path.name)
        parts = [
            told,
            self.tr("%n slide(s) without a page there", "", exact.missing) if exact.missing else "",
            self.tr("%n selected, to be looked at", "", exact.doubtful) if exact.doubtful else "",
            self.tr("%n page(s) of it not used", "", exact.over) if exact.over else "",
        ]
        return self.tr("{parts}.").format(parts=self.tr("; ").join(part for part in parts if part))

    def _fail(self, error: StudioError, path: Path) -> None:
        if isinstance(error, NoMatchError):
            self.refused.emit(error, path)
        else:
            self.failed.emit(error)

    def _end(self, task: Task) -> None:
        if self._task is task:
            self._task = None

    def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
