"""What an export came to, told to people in a few lines and to programs as one event."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from renderers.encode.encoders import family
from studio.delivered import At, kept
from studio.lecture import Level
from studio.report import ImportReport
from ui.cli import glance
from ui.cli.console import Console

if TYPE_CHECKING:
    from renderers.export import CutReport, Outcome

SHOWN = 5
"""So many changes that fell are named one by one."""


def tell(outcome: Outcome, report: ImportReport, source: Path, elapsed: float, console: Console) -> None:
    """Print the result of an export that took `elapsed` seconds."""
    event(outcome, report, elapsed, console)
    console.say(_headline(outcome, elapsed))
    changes = [At(cut.start, Level(cut.requested), Level(cut.delivered)) for cut in outcome.cuts]
    for line in glance.lines(changes, float(outcome.timeline.seconds)):
        console.say(line)
    for line in noteworthy(outcome, report, source):
        console.say(f"  {line}")


def noteworthy(outcome: Outcome, report: ImportReport, source: Path) -> Iterator[str]:
    """What an author should know about a video, a line each."""
    fallen = [cut for cut in outcome.cuts if cut.fell]
    for cut in fallen[:SHOWN]:
        told = "; ".join(cut.fell)
        where = f"{glance.minutes(cut.start)} “{cut.title}”"  # many slides of a deck can have one title
        yield f"{where}: level {cut.requested} asked, {cut.delivered} delivered: {told}."
    if len(fallen) > SHOWN:
        yield f"… and {len(fallen) - SHOWN} more; see: {_command('measure', source)}"
    yield from outcome.remarks
    yield from _encoders(outcome)
    for entry in report.entries:
        if entry.what == "pages":
            yield entry.text
    attention = _attention(report)
    if attention:
        yield f"{attention}; see: {_command('report', source)}"


def _encoders(outcome: Outcome) -> Iterator[str]:
    """Who coded the pictures, where the profile would have liked another encoder better."""
    if outcome.refused:
        yield f"Coded by {family(outcome.encoder).words}, not by:"
        yield from (f"  {each.title}: {each.why}." for each in outcome.refused)


def event(outcome: Outcome, report: ImportReport, elapsed: float, console: Console) -> None:
    """Tell programs the result of an export that took `elapsed` seconds."""
    console.event(
        "done",
        files=[str(path) for path in outcome.files],
        seconds=round(float(outcome.timeline.seconds), 3),
        frames=outcome.timeline.length,
        fresh_steps=outcome.fresh,
        unchanged=outcome.unchanged,
        elapsed=round(elapsed, 2),
        cuts=[{**asdict(cut), "kept": kept(asdict(cut))} for cut in outcome.cuts],
        scenes=_scenes(outcome),
        remarks=outcome.remarks,
        encoder=outcome.encoder,
        refused=[asdict(each) for each in outcome.refused],
        attention=[asdict(entry) for entry in (*report.about("replaced"), *report.about("left out"))],
    )


def _headline(outcome: Outcome, elapsed: float) -> str:
    name, length = outcome.files[0], lasting(outcome)
    if outcome.unchanged:
        return f"{name} is up to date ({length}); nothing was rendered."
    speed = float(outcome.timeline.seconds) / elapsed
    told = f"{speed:.0f}" if speed >= 10 else f"{speed:.1f}"
    return f"{name} ({length}) in {elapsed:.1f} s, {told} × real time."


def lasting(outcome: Outcome) -> str:
    """How long the video is, in minutes and seconds."""
    minutes, seconds = divmod(int(outcome.timeline.seconds), 60)
    return f"{minutes}:{seconds:02}"


def _attention(report: ImportReport) -> str:
    """How much was left out or replaced; fonts are counted apart, as they are on every slide or on none."""
    kinds = Counter((entry.outcome, entry.what == "font") for entry in report.entries)
    told: list[str] = []
    for outcome in ("left out", "replaced"):
        count = kinds[outcome, False]
        if count:
            told.append(f"{count} {'thing was' if count == 1 else 'things were'} {outcome}")
    slides = kinds["replaced", True]
    if slides:
        told.append(f"other fonts stand in on {slides} {'slide' if slides == 1 else 'slides'}")
    return ", ".join(told)


def _command(name: str, source: Path) -> str:
    return f"lecture-studio {name} {shlex.quote(str(source))}"


def _scenes(outcome: Outcome) -> list[dict[str, object]]:
    """Where each scene stands, in frames: its first one, the first after its cut, the one after its last."""
    delivered: dict[str, CutReport] = {cut.scene: cut for cut in outcome.cuts}
    return [
        {
            "scene": clip.scene,
            "number": number,
            "start": clip.frames.start,
            "body": clip.cut.frames.stop if clip.cut else clip.frames.start,
            "stop": clip.frames.stop,
            "delivered": delivered[clip.scene].delivered if clip.scene in delivered else 0,
        }
        for number, clip in enumerate(outcome.timeline.clips, 1)
    ]
