"""What the command line prints: a progress bar on a terminal, or one JSON event a line for scripts."""

from __future__ import annotations

import io
import json
import shutil
import sys
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any, TypeVar

from studio.progress import Progress
from ui.cli import interruption

_STAGES = {"prepare": (0.0, 0.45), "measure": (0.45, 0.5), "render": (0.5, 0.95), "join": (0.95, 1.0)}
_EVERY_S = 0.1


T = TypeVar("T")


class Console:
    """Prints for people or for programs. Results go to standard output, everything else to standard error."""

    def __init__(self, as_json: bool = False) -> None:
        _make_printable(as_json)
        self.as_json = as_json
        self._bar = not as_json and sys.stderr.isatty()
        self._last = 0.0
        self._drawn = False
        self._told: set[str] = set()
        self._of: tuple[int, int, str] | None = None

    def about(self, number: int = 0, total: int = 0, name: str = "") -> None:
        """Events and progress name lecture `number` (from 1) of so many from now on; 0: they are about all."""
        self._of = (number, total, name) if number else None
        self._told.clear()

    def progress(self, progress: Progress) -> None:
        """Tell how far a job is; on a terminal at most ten times a second."""
        if self.as_json:
            values = {"stage": progress.stage, "done": progress.done, "total": progress.total}
            self.event("progress", **values, what=progress.what, scene=progress.where)
        elif self._bar:
            self._draw(progress)
        elif progress.what not in self._told:
            self._told.add(progress.what)
            print(f"{self._which()}{progress.what} …", file=sys.stderr)

    def follow(self, work: Generator[Progress, None, T]) -> T:
        """Drive a job to its end, telling how far it is; returns what it returns."""
        with interruption.watched():
            while True:
                try:
                    self.progress(next(work))
                except StopIteration as end:
                    return end.value

    def event(self, kind: str, **values: Any) -> None:
        """One JSON event on a line of standard output (only with --json)."""
        if self.as_json:
            told = {"event": kind, **values}
            if self._of is not None:
                told |= dict(zip(("number", "of", "lecture"), self._of, strict=True))
            print(json.dumps(told, ensure_ascii=False), flush=True)

    def say(self, text: str) -> None:
        """A line of the result, for people (not with --json)."""
        if not self.as_json:
            self.clear()
            print(text)

    def fail(self, sentence: str, details: str = "") -> None:
        """One line on standard error that says what is wrong."""
        self.clear()
        self.event("error", text=sentence, details=details)
        print(f"lecture-studio: {' '.join(sentence.split())}", file=sys.stderr)

    def clear(self) -> None:
        """Remove the progress bar."""
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._drawn = False

    def _draw(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last < _EVERY_S and progress.done < progress.total:
            return
        self._last, self._drawn = now, True
        start, stop = _STAGES.get(progress.stage, (0.0, 1.0))
        share = start + (stop - start) * (progress.done / progress.total if progress.total else 1.0)
        if self._of is not None:
            number, total, _ = self._of
            share = (number - 1 + share) / total
        columns = shutil.get_terminal_size().columns
        width = max(10, min(40, columns - 45))
        filled = round(share * width)
        bar = "█" * filled + "░" * (width - filled)
        text = f"{bar} {share:4.0%}  {self._which()}{progress.what} {progress.done:.0f}/{progress.total:.0f}"
        text = text[: max(columns - 1, width + 6)]  # a line that wraps would stay on the screen
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    def _which(self) -> str:
        """Which of several lectures is meant."""
        if self._of is None:
            return ""
        number, total, name = self._of
        return f"{number}/{total} {Path(name).name}: "


def _make_printable(as_json: bool) -> None:
    """Let no letter of a deck stop the program: programs get UTF-8, terminals what they can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if as_json else None, errors="backslashreplace")
