"""Lectures as files: import, open, save, and what keeps unsaved work safe."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from ui.session import Session
from ui.settings import Settings
from ui.tasks import TaskControl, Tasks


class Documents(QObject):
    """Opens and saves the session's lecture."""

    failed = Signal(object)
    """A `StudioError` of an import, an opening or a save."""
    imported = Signal(object)
    """The `ImportReport` of what was just imported."""

    def __init__(
        self, session: Session, tasks: Tasks, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._settings = session, tasks, settings

    def open(self, path: Path) -> None:
        """Open a .lecture or import anything else that can be read."""

        def work(control: TaskControl) -> object:
            from renderers.engine_process import EngineProcess

            with EngineProcess() as engine:
                return control.follow(engine.load(path, control.cancel))

        self._tasks.start(
            work, self._opened, self._failed, job=self.tr("Opening “{name}”").format(name=path.name)
        )

    def close(self) -> None:
        """Let go of what is held for the open lecture."""

    def open_sample(self) -> None:
        """Open the sample lesson."""

    def save(self) -> None:
        """Save where it was saved before."""

    def _opened(self, loaded: object) -> None:
        self._session.open(loaded.lecture, report=loaded.report)  # pyright: ignore
        self.imported.emit(loaded.report)  # pyright: ignore

    def _failed(self, error: StudioError) -> None:
        self.failed.emit(error)
