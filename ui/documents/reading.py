"""Opening, importing and recovering, as threads do it: everything that touches the disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from studio.assets import AssetStore
from studio.errors import BadFileError, LockedError, NewerFileError, StudioError
from studio.lecture_lock import LectureLock, canonical
from studio.progress import CancelToken
from studio.report import ImportReport
from studio.settings import assets_folder
from ui.documents.naming import SCRIPTS, is_lecture
from ui.language import languages

if TYPE_CHECKING:
    from renderers.engine_process import Loaded
    from studio.lecture import Lecture
    from studio.recovery import Pending
    from ui.tasks import TaskControl

Load = Callable[[Path, CancelToken], "Generator[object, None, Loaded]"]


@dataclass(slots=True)
class File:
    """The author's file of the open lecture, and the right to write it.

    `path` None: there is no file yet. `lock` None: it may only be read. `stamp` is the file as we last saw it;
    `checked` False: it was changed behind our back, so the first save has to say so.
    """

    path: Path | None = None
    lock: LectureLock | None = None
    stamp: list[int] | None = None
    checked: bool = True

    def release(self) -> None:
        """Let others write it."""
        if self.lock is not None:
            self.lock.release()
            self.lock = None

    def is_at(self, path: Path) -> bool:
        """Whether this is the file at a path."""
        return self.path is not None and canonical(self.path) == canonical(path)


@dataclass(frozen=True, slots=True)
class Opened:
    """What was opened. `clean` is the lecture as its file holds it (None: no file does).

    `warning` is to be told: why it can only be read, or what is missing. `journal` holds what was recovered.
    """

    lecture: Lecture
    file: File
    clean: Lecture | None = None
    report: ImportReport | None = None
    warning: StudioError | None = None
    journal: Pending | None = None
    is_sample: bool = False
    """Nobody's work yet: left without a question until it is edited."""

    @property
    def is_new(self) -> bool:
        """Whether it was imported from something that is no lecture."""
        return self.clean is None and self.journal is None

    @property
    def read_only(self) -> bool:
        """Whether there is a file that must not be written."""
        return self.file.path is not None and self.file.lock is None


def opened(path: Path, load: Load, control: TaskControl, ours: File | None) -> Opened:
    """Open a lecture or import something else. `ours`: the file that is open here and shall be read again."""
    from studio.journal import stamp_of

    if not is_lecture(path):
        loaded = control.follow(load(path, control.cancel))
        return Opened(loaded.lecture, File(), report=loaded.report)
    file, warning = (File(path, ours.lock), None) if ours is not None else _taken(path)
    try:
        file.stamp = stamp_of(path)
        loaded = control.follow(load(path, control.cancel))
        control.cancel.check()
    except NewerFileError:
        if ours is not None:
            raise
        file.release()
        return _newer(path)
    except BaseException:
        if ours is None:
            file.release()
        raise
    return Opened(loaded.lecture, file, loaded.lecture, loaded.report, warning)


def _newer(path: Path) -> Opened:
    """A lecture of a newer version, to be looked at: saving it here would lose what is not understood."""
    from studio.lecture_file import open_lecture

    lecture = open_lecture(path, AssetStore(assets_folder()), newer=True)
    warning = NewerFileError(
        f"“{path.name}” was saved by a newer Lecture Studio and can only be read here; update the program to"
        " change it."
    )
    return Opened(lecture, File(path), lecture, ImportReport(path.name, len(lecture.scenes)), warning)


def sample(load: Load, control: TaskControl) -> Opened:
    """The sample lesson in the language of the window."""
    name = "water-cycle.zh-Hant.pptx" if languages.current().tag == "zh-Hant" else "water-cycle.pptx"
    with as_file(files("resources.samples") / name) as path:
        loaded = control.follow(load(path, control.cancel))
    return Opened(loaded.lecture, File(), report=loaded.report, is_sample=True)


def outline(text: str, title: str, load: Load, control: TaskControl) -> Opened:
    """The lecture of an outline that somebody typed; it is called `title` if the outline itself says nothing."""
    with TemporaryDirectory(prefix="lecture-studio-") as folder:
        path = Path(folder, f"{title}.md")
        path.write_text(text, encoding="utf-8")
        loaded = control.follow(load(path, control.cancel))
    return Opened(loaded.lecture, File(), report=loaded.report)


def pictures(paths: Sequence[Path], title: str, load: Load, control: TaskControl) -> Opened:
    """The lecture of some pictures, in the order of their names; `title` is what the report calls them.

    Its scripts (text files of the same names) come along.
    """
    with TemporaryDirectory(prefix="lecture-studio-") as scratch:
        folder = Path(scratch, "1")  # a mere number gives the lecture no title
        folder.mkdir()
        for path in dict.fromkeys(each for picture in paths for each in (picture, *_scripts(picture))):
            control.cancel.check()
            _put(path, folder)
        loaded = control.follow(load(folder, control.cancel))
    return Opened(loaded.lecture, File(), report=replace(loaded.report, source=title))


def _scripts(picture: Path) -> Iterator[Path]:
    beside = (picture.with_suffix(ending) for ending in SCRIPTS)
    return (path for path in beside if path.is_file())


def _put(path: Path, folder: Path) -> None:
    """Put a file into a folder, beside what is there: without a second copy where the disk allows it."""
    target, number = folder / path.name, 1
    while target.exists():
        number += 1
        target = folder / f"{path.stem} ({number}){path.suffix}"
    try:
        os.link(path, target)
    except OSError:
        try:
            shutil.copyfile(path, target)
        except OSError as error:
            told = f"“{path.name}” cannot be opened ({error.strerror}); check that you may read it."
            raise BadFileError(told) from error


def recovered(journal: Pending, ours: File) -> Opened:
    """A lecture as it was before the crash, with the author's file as what it is compared to.

    `ours` is the file that is open here, which may be the very same.
    """
    from studio import recovery
    from studio.journal import stamp_of
    from studio.lecture_file import open_lecture

    assets = AssetStore(assets_folder())
    found = recovery.recover(journal, assets)
    warning: StudioError | None = StudioError(found.warning) if found.warning else None
    if journal.source is None:
        return Opened(found.lecture, File(), warning=warning, journal=journal)
    same = ours.is_at(journal.source) and ours.lock is not None
    file, locked = (File(journal.source, ours.lock), None) if same else _taken(journal.source)
    if file.lock is None:  # others are at the file: these changes go on as a lecture of their own
        return Opened(found.lecture, File(), warning=locked or warning, journal=journal)
    clean = None
    if journal.found:
        with suppress(StudioError, OSError):
            clean = open_lecture(journal.source, assets)
    file.stamp, file.checked = stamp_of(journal.source), not journal.changed_elsewhere
    return Opened(found.lecture, file, clean, warning=warning, journal=journal)


def _taken(path: Path) -> tuple[File, StudioError | None]:
    """The file with the right to write it; without, and with the reason, where that is not to be had."""
    if path.exists() and not os.access(path, os.W_OK):
        sentence = f"“{path.name}” may only be read; save it under another name to change it."
        return File(path), LockedError(sentence)
    try:
        return File(path, LectureLock(path)), None
    except StudioError as error:
        return File(path), error
