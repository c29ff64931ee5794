"""Lectures of which everything is made: records of pages, sounds, comparisons and checks, without making them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QImage, qRgb
from pytestqt.qtbot import QtBot

from renderers import page_plan, plan, profiles
from renderers.steps import AlignStep, RecordingStep, SpeakStep, Step
from studio.lecture import Lecture
from tests.fakes import means
from ui.hub import Hub
from ui.peaks import PER_SECOND

PREVIEW = profiles.load(profiles.PREVIEW)
MEANS = means(PREVIEW)
Records = dict[str, dict[str, Any]]


def records(
    lecture: Lecture, seconds: str = "2", shared: float = 0.9, delivered: Mapping[str, int] = {}
) -> Records:
    """What all stages would record: every sentence lasts so many seconds, every change is drawn as asked.

    `delivered` says by scene id at which changes another level is delivered, for want of something to hold.
    """
    found: Records = {step.key: _record(step, seconds) for step in plan.prepare(lecture, PREVIEW, MEANS)}
    for step in plan.measure(lecture, PREVIEW, MEANS, found):
        found[step.key] = {"shared": shared, "colours": 0.9, "similarity": 0.9}
    timeline = plan.compiled(lecture, PREVIEW, MEANS, found)
    for step in plan.checks(timeline, lecture, PREVIEW, MEANS, found):
        level = delivered.get(step.where, int(step.level))
        reasons = (
            [] if level == step.level else ["Hold: the slides share 12 % of the picture, 40 % are needed"]
        )
        found[step.key] = {
            "requested": int(step.level),
            "delivered": level,
            "style": step.style,
            "reasons": reasons,
            "scores": {},
        }
    return found


def _record(step: Step, seconds: str) -> dict[str, Any]:
    if isinstance(step, SpeakStep):
        return {"seconds": seconds}
    if isinstance(step, RecordingStep):
        return {"seconds": "6"}
    if isinstance(step, AlignStep):
        return {"spans": [[str(number), str(number + 1)] for number in range(len(step.sentences))]}
    return {"digest": step.key}


def open_made(hub: Hub, qtbot: QtBot, lecture: Lecture, **how: Any) -> Records:
    """Open a lecture of which everything is made, and wait until it is laid out."""
    hub.session.open(lecture)
    made = records(lecture, **how)
    with qtbot.waitSignal(hub.workbench.findings_changed, check_params_cb=lambda ids: _is_made(hub)):
        hub.workbench.feed(made, MEANS)
    for step in plan.prepare(lecture, PREVIEW, MEANS):
        if isinstance(step, SpeakStep | RecordingStep):
            seconds = 6 if isinstance(step, RecordingStep) else int(float(made[step.key]["seconds"]))
            hub.peaks.put(step.key, bytes((number * 7) % 200 for number in range(seconds * PER_SECOND)))
    return made


def put_pictures(hub: Hub, lecture: Lecture, width: int, height: int) -> None:
    """A plain picture for every page, at one size."""
    for number, scene in enumerate(lecture.scenes):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(qRgb(90 + number * 37 % 150, 120, 160))
        hub.pictures.put(page_plan.page_step(scene, lecture, PREVIEW, MEANS).key, image)


def _is_made(hub: Hub) -> bool:
    timeline = hub.workbench.timeline
    return timeline is not None and all(clip.take.measured for clip in timeline.clips)
