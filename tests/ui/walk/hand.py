"""A hand on mouse and keyboard: real events through the X server, by xdotool."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget


def _xdotool(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True, timeout=120)


def _begin(*words: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(["xdotool", *map(str, words)])


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


def write_on(text: str, delay_ms: int) -> None:
    """Begin to type a text, beside whatever else happens."""
    _begin("type", "--delay", delay_ms, text)


def keys_on(*names: str) -> subprocess.Popen[bytes]:
    """Begin to press keys; two hands at once would let go of each other's Ctrl."""
    return _begin("key", *names)


def drag_on(start: QPoint, stop: QPoint) -> None:
    """Begin to drag from one point of the screen to another."""
    _begin(*_drag(start, stop), "sleep", 0.1, "mouseup", 1)


def _drag(start: QPoint, stop: QPoint, steps: int = 15) -> list[object]:
    words: list[object] = ["mousemove", start.x(), start.y(), "mousedown", 1, "sleep", 0.1]
    for step in range(1, steps + 1):
        x = start.x() + (stop.x() - start.x()) * step // steps
        y = start.y() + (stop.y() - start.y()) * step // steps
        words += ["mousemove", x, y, "sleep", 0.05]
    return words


def in_front(window: QWidget) -> bool:
    """Whether a window has the keys; asks for them, as one that came before its window manager is given none."""
    if not window.isActiveWindow():
        window.activateWindow()
    return window.isActiveWindow()


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
        _begin(*_drag(self._place + QPoint(24, 24), target), "sleep", 0.4, "mouseup", 1)
