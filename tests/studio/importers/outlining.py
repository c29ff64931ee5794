"""Small outlines for tests: written to a file, read as a user would, seen as plain values."""

from __future__ import annotations

from pathlib import Path

from studio.assets import AssetStore
from studio.importers import import_file
from studio.lecture import CardVisual, Lecture, Scene
from studio.report import ImportReport


def read(path: Path, folder: Path) -> tuple[Lecture, ImportReport]:
    """Read a file that stands somewhere; `folder` is for the store."""
    return import_file(path, AssetStore(folder / "assets"))


def outline(text: str | bytes, folder: Path, name: str = "lesson.md") -> tuple[Lecture, ImportReport]:
    """Write an outline and read it."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path, folder)


def card(scene: Scene) -> CardVisual:
    """The card of a scene."""
    assert isinstance(scene.visual, CardVisual)
    return scene.visual


def points(scene: Scene) -> list[tuple[int, str]]:
    """The points of a card as (level, text)."""
    return [(point.level, point.text) for point in card(scene).points]


def spoken(scene: Scene) -> list[str]:
    """The paragraphs of a script."""
    return [paragraph.text for paragraph in scene.script.paragraphs]


def titled(lecture: Lecture, title: str) -> Scene:
    """The first scene with that title."""
    return next(scene for scene in lecture.scenes if scene.title == title)


def lines(report: ImportReport, what: str) -> list[str]:
    """The report's sentences about one thing."""
    return [entry.text for entry in report.entries if entry.what == what]
