"""What the author decides after a re-import, as edits."""

from __future__ import annotations

from dataclasses import replace

from studio.edits.finding import opening, position, told, with_scene
from studio.errors import EditError
from studio.lecture import Lecture
from studio.reimport.report import SceneReport


def use_deck_words(lecture: Lecture, report: SceneReport) -> Lecture:
    """Take the deck's words where both sides had changed them; EditError where the script was edited since."""
    at = position(lecture, report.scene)
    scene = lecture.scenes[at]
    if report.otherwise is None or scene.script == report.otherwise:
        return lecture
    if scene.script != report.kept:
        raise EditError(
            f"{opening(told(lecture, at))} was edited since the deck came; copy the words you want from the list."
        )
    recording = scene.recording
    if recording is not None and report.otherwise.words != scene.script.words:
        recording = replace(recording, stale=True)
    return with_scene(lecture, at, replace(scene, script=report.otherwise, recording=recording))
