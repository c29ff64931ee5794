"""Documents on a desk of their own: real files, no child processes."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSettings

from studio import edits
from studio.assets import AssetStore
from studio.importers import import_file
from studio.lecture import Lecture
from studio.lecture_file import open_lecture, save_lecture
from studio.progress import CancelToken, Progress
from studio.report import ImportReport
from studio.settings import assets_folder
from tests.studio.edits.lessons import lesson, scene
from ui.documents import Documents, Leaving
from ui.session import Session
from ui.settings import Settings
from ui.tasks import Tasks


@dataclass(frozen=True)
class Loaded:
    """What an engine process hands back."""

    lecture: Lecture
    report: ImportReport


def load(path: Path, cancel: CancelToken) -> Generator[Progress, None, Loaded]:
    """What the engine process does, in this process."""
    yield Progress("load", 0, 1, "Reading the file")
    cancel.check()
    assets = AssetStore(assets_folder())
    if path.suffix == ".lecture":
        lecture = open_lecture(path, assets)
        return Loaded(lecture, ImportReport(path.name, len(lecture.scenes)))
    return Loaded(*import_file(path, assets))


@dataclass
class Desk:
    """A session with its documents, and all that they told."""

    folder: Path
    settings: Settings
    session: Session = field(default_factory=Session)
    tasks: Tasks = field(default_factory=Tasks)
    errors: list[str] = field(default_factory=list)
    questions: list[Leaving] = field(default_factory=list)
    wanted: list[Path] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.documents = Documents(self.session, self.tasks, self.settings, load=load)
        self.documents.failed.connect(lambda error: self.errors.append(str(error)))
        self.documents.leaving.connect(self.questions.append)
        self.documents.save_wanted.connect(self.wanted.append)
        self.documents.told.connect(self.told.append)

    def retitle(self, title: str) -> None:
        """Edit the open lecture."""
        assert self.session.edit("set-title", lambda lecture: edits.set_title(lecture, title))

    @property
    def title(self) -> str:
        """The title of the open lecture."""
        return self.session.lecture.title if self.session.lecture else ""


def desk_in(folder: Path) -> Desk:
    """A desk with settings of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    return Desk(folder, Settings(store=store))


def saved_lesson(path: Path, title: str = "Rain") -> Path:
    """A lecture file with two scenes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lecture = edits.set_title(lesson(scene("a", "One. Two."), "b"), title)
    save_lecture(lecture, AssetStore(assets_folder()), path)
    return path


def title_in(path: Path) -> str:
    """The title of the lecture in a file."""
    return open_lecture(path, AssetStore(assets_folder())).title
