"""A hand on mouse and keyboard: real events through the X server, by xdotool."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget


def _xdotool(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True, timeout=20)


def click(widget: QWidget, where: QPoint | None = None, double: bool = False) -> None:
    """Click on the middle of a widget, or on a point of it."""
    click_at(widget.mapToGlobal(widget.rect().center() if where is None else where), double)


def click_at(place: QPoint, double: bool = False) -> None:
    """Click on a point of the screen."""
    repeat = ("--repeat", 2, "--delay", 40) if double else ()
    _xdotool("mousemove", place.x(), place.y(), "click", *repeat, 1)


def click_rect(rect: QRect) -> None:
    """Click on the middle of a part of the screen."""
    click_at(rect.center())


def keys(*names: str) -> None:
    """Press keys, one after the other: "ctrl+z", "Escape", …"""
    _xdotool("key", "--delay", 20, *names)


def write(text: str) -> None:
    """Type a text."""
    _xdotool("type", "--delay", 15, text)


def drag(start: QPoint, stop: QPoint, steps: int = 12) -> None:
    """Press, move in small steps, let go."""
    moves: list[object] = []
    for step in range(1, steps + 1):
        x = start.x() + (stop.x() - start.x()) * step // steps
        y = start.y() + (stop.y() - start.y()) * step // steps
        moves += ["mousemove", x, y, "sleep", 0.02]
    _xdotool(
        "mousemove", start.x(), start.y(), "mousedown", 1, "sleep", 0.05, *moves, "sleep", 0.1, "mouseup", 1
    )


class FileInHand:
    """A file manager's window, to drag a file from; beside the editor's window or over it."""

    def __init__(self, file: Path, place: QPoint) -> None:
        self._place = place
        source = str(Path(__file__).with_name("drag_source.py"))
        self.process = subprocess.Popen([sys.executable, source, str(file), str(place.x()), str(place.y())])

    @property
    def is_there(self) -> bool:
        """Whether its window is on the screen."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            capture_output=True,
            check=False,
        )
        return bool(found.stdout.strip())

    def drop_on(self, target: QPoint) -> None:
        """Drag the file to a point of the screen and let go; returns at once, the drag goes on by itself."""
        start = self._place + QPoint(24, 24)
        moves: list[str] = []
        for step in range(1, 16):
            x = start.x() + (target.x() - start.x()) * step // 15
            y = start.y() + (target.y() - start.y()) * step // 15
            moves += ["mousemove", str(x), str(y), "sleep", "0.05"]
        words = ["mousemove", str(start.x()), str(start.y()), "mousedown", "1", "sleep", "0.1", *moves]
        subprocess.Popen(["xdotool", *words, "sleep", "0.4", "mouseup", "1"])
