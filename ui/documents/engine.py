"""Reading files in a child process that is started before it is needed: most of the time it takes is its start."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from studio.errors import Cancelled, StudioError

if TYPE_CHECKING:
    from collections.abc import Generator

    from renderers.engine_process import EngineProcess, Loaded
    from studio.exact_pages import Exact
    from studio.lecture import Lecture, PageImage
    from studio.progress import CancelToken
    from studio.reimport.report import Reimported


class ReadingEngine:
    """One process a file: whatever is wrong with a file hangs or crashes only that. For threads."""

    def __init__(self) -> None:
        self._ready: EngineProcess | None = None
        self._closed = False
        self._mutex = threading.Lock()

    def load(self, path: Path, cancel: CancelToken) -> Generator[object, None, Loaded]:
        """Read a .lecture or import anything else. Raises StudioError, Cancelled."""
        engine = self._taken()
        try:
            return (yield from engine.load(path, cancel))
        finally:
            engine.close()

    def update(
        self, lecture: Lecture, path: Path, cancel: CancelToken
    ) -> Generator[object, None, Reimported]:
        """Bring the changes of a deck into a lecture. Raises StudioError, Cancelled."""
        engine = self._taken()
        try:
            return (yield from engine.update(lecture, path, cancel))
        finally:
            engine.close()

    def pages(self, lecture: Lecture, path: Path, cancel: CancelToken) -> Generator[object, None, Exact]:
        """Find the pages of a PDF for the slides of a lecture. Raises StudioError, Cancelled."""
        engine = self._taken()
        try:
            return (yield from engine.pages(lecture, path, cancel))
        finally:
            engine.close()

    def picture(self, path: Path, cancel: CancelToken) -> PageImage:
        """Read a picture that shall stand for a slide. Raises StudioError, Cancelled."""
        engine = self._taken()
        try:
            return engine.picture(path, cancel)
        finally:
            engine.close()

    def warm(self, cancel: CancelToken) -> None:
        """Have a process ready that has loaded all it needs, by reading a file of two words."""
        from renderers.engine_process import EngineProcess

        with self._mutex:
            if self._ready is not None or self._closed:
                return
            engine = EngineProcess()
        with (
            suppress(StudioError, Cancelled, OSError),
            TemporaryDirectory(prefix="lecture-studio-") as folder,
        ):
            path = Path(folder, "warm.md")
            path.write_text("# Warm up\n", encoding="utf-8")
            for _ in engine.load(path, cancel):
                pass
            with self._mutex:
                if self._ready is None and not self._closed:
                    self._ready = engine
                    return
        engine.close()

    def _taken(self) -> EngineProcess:
        """The process that is ready, else a fresh one."""
        from renderers.engine_process import EngineProcess

        with self._mutex:
            engine, self._ready = self._ready or EngineProcess(), None
        return engine

    def close(self) -> None:
        """The program ends."""
        with self._mutex:
            self._closed = True
            engine, self._ready = self._ready, None
        if engine is not None:
            engine.close()
