"""Puts the editor together: settings, session, services, window; and takes it apart in order."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import garbage
from ui.actions import Actions
from ui.documents import Documents
from ui.editing import Editing
from ui.exporting import Exporting
from ui.hub import Hub
from ui.language import languages
from ui.look import theme
from ui.peaks import Peaks
from ui.pictures import Pictures
from ui.playback import Playback
from ui.session import Session
from ui.settings import Settings
from ui.tasks import Tasks
from ui.workbench import Processes, Workbench

if TYPE_CHECKING:
    from pathlib import Path

    from renderers.preview_process import PreviewProcess
    from ui.main_window import MainWindow

SWITCH_S = 0.001
"""A thread at work gives way to the window after so many seconds, not after Python's usual five milliseconds."""
PANES = (
    "renderers.plan",
    *(
        "ui.controls.fields",
        "ui.controls.lines",
        "ui.storyboard",
        "ui.preview",
        "ui.script",
        "ui.timeline",
        "ui.inspector",
    ),
    *("ui.attention", "ui.changes", "ui.jobs", "ui.seam.panel", "ui.import_card", "ui.editor_page"),
)
"""What the panes are made of, in pieces that take no longer than a moment each."""
CACHE_LIMIT = "LECTURE_STUDIO_CACHE_LIMIT"


@dataclass(frozen=True, slots=True)
class Composition:
    """The objects of a running editor and the child processes they own."""

    hub: Hub
    drawing: PreviewProcess | None

    def close(self) -> None:
        """Stop all work and end all child processes."""
        self.hub.playback.close()
        self.hub.exporting.close()
        self.hub.documents.close()
        self.hub.workbench.close()
        self.hub.pictures.close()
        self.hub.peaks.close()
        if self.drawing is not None:
            self.drawing.close()
        self.hub.tasks.stop_all()


def compose(settings: Settings, processes: bool = True) -> Composition:
    """Make the objects of an editor; `processes` False: nothing is drawn or spoken."""
    session, tasks = Session(), Tasks()
    drawing = playing = make_engine = None
    if processes:
        from renderers.engine_process import EngineProcess
        from renderers.preview_process import PreviewProcess

        drawing, playing, make_engine = PreviewProcess(), PreviewProcess(), EngineProcess
    workbench = Workbench(session, tasks, Processes.start() if processes else None)
    pictures = Pictures(drawing.still if drawing is not None else None)
    peaks = Peaks(drawing.peaks if drawing is not None else None)
    for shown in (pictures, peaks):
        workbench.made.connect(shown.try_again)
        shown.lost.connect(workbench.lose)
    playback = Playback(session, workbench, settings, playing)
    documents = Documents(session, tasks, settings)
    editing = Editing(session, workbench)
    exporting = Exporting(tasks, make_engine)
    actions = Actions(session, settings, editing, playback, documents)
    hub = Hub(
        session,
        tasks,
        settings,
        workbench,
        pictures,
        peaks,
        playback,
        documents,
        editing,
        actions,
        exporting,
    )
    return Composition(hub, drawing)


def dress(app: QApplication, settings: Settings) -> None:
    """Give the program the language and the look that the user chose, now and whenever he chooses another."""
    languages.install(app, settings.language)
    theme.apply(app, settings.theme)
    settings.changed.connect(lambda name: theme.apply(app, settings.theme) if name == "theme" else None)


def limit_cache(settings: Settings) -> None:
    """Let child processes that start from now on keep no more results than the user wants."""
    given = os.environ.get(CACHE_LIMIT)

    def tell(name: str) -> None:
        if name == "cache_limit" and settings.cache_limit:
            os.environ[CACHE_LIMIT] = str(settings.cache_limit)
        elif name == "cache_limit" and given is None:
            os.environ.pop(CACHE_LIMIT, None)

    settings.changed.connect(tell)
    tell("cache_limit")


def warm_up(window: MainWindow) -> None:
    """Load and make the panes while the user looks at the welcome page, a little between any two events.

    On the main thread: loading in another one holds this one up as long, at moments that nobody can choose.
    """
    names = iter(PANES)

    def step() -> None:
        name = next(names, "")
        if name:
            import_module(name)
            QTimer.singleShot(0, window, step)
        else:
            _ = window.page
            garbage.keep_what_is_there()

    QTimer.singleShot(0, window, step)


def run(file: Path | None = None) -> int:
    """Show the editor until it is closed; the exit code."""
    from ui.main_window import MainWindow

    sys.setswitchinterval(SWITCH_S)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Lecture Studio")
    app.setDesktopFileName("lecture-studio")
    _ = garbage.Garbage(app)
    settings = Settings()
    dress(app, settings)  # before anything has words or icons
    limit_cache(settings)
    made = compose(settings)
    window = MainWindow(made.hub)
    window.stands.connect(lambda: warm_up(window))
    window.stands.connect(made.hub.documents.begin)
    window.show()
    if file is not None:
        made.hub.documents.open(file)
    try:
        return app.exec()
    finally:
        made.close()
