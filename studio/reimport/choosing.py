"""What the author decides after a re-import, as edits."""

from __future__ import annotations

from dataclasses import replace

from studio.edits.finding import opening, position, told, with_scene
from studio.errors import EditError
from studio.lecture import Lecture, Script
from studio.reimport.report import SceneReport


def use_deck_words(lecture: Lecture, report: SceneReport) -> Lecture:
    """Take the deck's words where both sides had changed them; EditError where the script was edited since."""
    return _said(lecture, report.scene, report.kept, report.otherwise)


def keep_own_words(lecture: Lecture, report: SceneReport) -> Lecture:
    """Take the author's words again after all; EditError where the script was edited since."""
    return _said(lecture, report.scene, report.otherwise, report.kept)


def _said(lecture: Lecture, name: str, before: Script | None, after: Script | None) -> Lecture:
    at = position(lecture, name)
    scene = lecture.scenes[at]
    if after is None or scene.script == after:
        return lecture
    if scene.script != before:
        raise EditError(
            f"{opening(told(lecture, at))} was edited since the deck came; copy the words you want from the list."
        )
    recording = scene.recording
    if recording is not None and after.words != scene.script.words:
        recording = replace(recording, stale=True)
    return with_scene(lecture, at, replace(scene, script=after, recording=recording))
