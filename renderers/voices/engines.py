"""The voice engines: what one is, and the registry through which they are found.

An engine runs inside the speech worker only. A package of its own can add one through the entry point group
`lecture_studio.voices`: name -> function taking the worker's private folder and returning an `Engine`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from renderers.voices.catalogue import VoiceInfo
from studio.errors import MissingToolError


class Engine(Protocol):
    """Something that speaks, one sentence at a time."""

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices that can be used now."""
        ...

    def speak(self, text: str, voice: str, speed: float) -> tuple[int, bytes]:
        """Sample rate and mono signed 16-bit samples (native order); `speed` 1.0 is a lecturer's pace."""
        ...


OpenEngine = Callable[[Path], Engine]
"""Opens an engine, given a folder for its files; raises `MissingToolError` where it cannot run here."""

BUILT_IN = {
    "pyttsx3": "renderers.voices.pyttsx3_voice:open_engine",
    "system": "renderers.voices.system_voice:open_engine",
}
"""Engine name -> module:function, in order of preference."""


def engine_names() -> tuple[str, ...]:
    """All registered engines, built-in ones first."""
    found = [point.name for point in entry_points(group="lecture_studio.voices")]
    return (*BUILT_IN, *(name for name in found if name not in BUILT_IN))


def open_engine(name: str, folder: Path) -> Engine:
    """The engine of that name; raises `MissingToolError` with one sentence where it cannot run."""
    opener: OpenEngine
    if name in BUILT_IN:
        module, function = BUILT_IN[name].split(":")
        opener = getattr(import_module(module), function)
    else:
        points = entry_points(group="lecture_studio.voices", name=name)
        if not points:
            raise MissingToolError(f"There is no voice engine called “{name}”; choose another voice.")
        opener = next(iter(points)).load()
    return opener(folder)
