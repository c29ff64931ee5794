"""What an import came to, in numbers: a pure function of the lecture and its report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.attention_items import imported, unread_notes

if TYPE_CHECKING:
    from studio.lecture import Lecture, Scene
    from studio.report import ImportReport


@dataclass(frozen=True, slots=True)
class Counts:
    """Scenes that are shown, with and without something to say, hidden ones, and what became of the rest."""

    spoken: int
    silent: int
    hidden: int
    recordings: int
    fonts: int
    private: int
    left_out: int


def count(lecture: Lecture, report: ImportReport | None) -> Counts:
    """Count. Of what was left out each kind of thing counts once, however many slides it concerns."""
    scenes = [scene for scene in lecture.scenes if not scene.hidden]
    spoken = sum(not is_silent(scene) for scene in scenes)
    found = tuple(imported(report, lecture))
    return Counts(
        spoken,
        len(scenes) - spoken,
        len(lecture.scenes) - len(scenes),
        sum(scene.recording is not None for scene in scenes),
        sum(item.kind == "font" for item in found),
        len(unread_notes(lecture, report)),
        sum(item.kind == "left-out" for item in found),
    )


def is_silent(scene: Scene) -> bool:
    """Whether a scene has neither words nor a recording of its own."""
    return not scene.script.words and scene.recording is None
