"""`lecture-studio report`: what an import keeps, replaces and leaves out, slide by slide."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby

from studio.lecture import Lecture, Scene, SlideVisual
from studio.progress import CancelToken
from studio.ranges import in_short
from studio.report import Entry, ImportReport, Outcome
from ui.cli.console import Console
from ui.cli.main import source_argument
from ui.cli.pages import pages_argument, with_pages
from ui.cli.show import show_argument, with_show

MANY = 3
"""A line that stands at so many slides is told once."""


def options(command: argparse.ArgumentParser) -> None:
    """The options of `report`."""
    source_argument(command)
    show_argument(command)
    pages_argument(command)
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """Import, and print the report alone."""
    from renderers.loading import load
    from renderers.workplace import workshop

    with workshop(cancel) as shop:
        lecture, report = with_pages(*load(asked.source, shop), asked.pages, shop)
        lecture, report = with_show(lecture, report, asked.show)
    show(lecture, report, console)
    return 0


def show(lecture: Lecture, report: ImportReport, console: Console) -> None:
    """Print a report: the whole deck, what several slides have in common, then slide by slide."""
    console.event(
        "report", source=report.source, slides=report.slides, entries=[asdict(e) for e in report.entries]
    )
    console.say(f"{report.source}: {report.slides} {'slide' if report.slides == 1 else 'slides'}")
    _tell("The whole deck", (entry for entry in report.entries if entry.slide is None), console)
    _tell_silence(lecture, console)
    common = _common(report)
    for where in dict.fromkeys(common.values()):
        of_these = (line for line, slides in common.items() if slides == where)
        _tell(f"Slides {where}", (Entry(outcome, "", text) for outcome, text in of_these), console)
    for slide, entries in groupby(report.entries, key=lambda entry: entry.slide):
        if slide is not None:
            _tell(f"Slide {slide}", (e for e in entries if (e.outcome, e.text) not in common), console)


def _tell_silence(lecture: Lecture, console: Console) -> None:
    """Which slides have nothing to say: the one thing that the editor asks after an import."""
    silent = [
        scene.visual.number if isinstance(scene.visual, SlideVisual) else place
        for place, scene in enumerate(lecture.scenes, 1)
        if _is_silent(scene, lecture)
    ]
    if silent:
        which = f"Slides {in_short(silent)} have" if len(silent) > 1 else f"Slide {silent[0]} has"
        console.say("Without notes")
        console.say(
            f"            {which} nothing to say; `render --unscripted read` has title and points read out."
        )


def _is_silent(scene: Scene, lecture: Lecture) -> bool:
    said = scene.hidden or scene.script.words or scene.recording is not None
    return not said and (scene.unscripted or lecture.choices.unscripted) == "silent"


def _common(report: ImportReport) -> dict[tuple[Outcome, str], str]:
    """The lines (outcome, text) that stand at many slides, with the slides: nobody reads a line forty times."""
    slides: dict[tuple[Outcome, str], set[int]] = {}
    for entry in report.entries:
        if entry.slide is not None:
            slides.setdefault((entry.outcome, entry.text), set()).add(entry.slide)
    return {line: in_short(where) for line, where in slides.items() if len(where) >= MANY}


def _tell(head: str, entries: Iterable[Entry], console: Console) -> None:
    for number, entry in enumerate(entries):
        if number == 0:
            console.say(head)
        console.say(f"  {entry.outcome:>8}  {entry.text}")
