"""`--show NAME`: one of the deck's custom shows instead of all its slides."""

from __future__ import annotations

import argparse
from dataclasses import replace

from studio.lecture import Lecture
from studio.report import Entry, ImportReport, counted


def show_argument(command: argparse.ArgumentParser) -> None:
    """The option of all commands that read a deck."""
    command.add_argument(
        "--show",
        metavar="NAME",
        help="a custom show of the deck (`report` names them): its slides in its order; the others are kept hidden",
    )


def with_show(lecture: Lecture, report: ImportReport, name: str | None) -> tuple[Lecture, ImportReport]:
    """The lecture with the show of that name, and what is to be said about it; EditError where there is none."""
    if not name:
        return lecture, report
    from studio import edits

    taken = edits.take_show(lecture, name)
    shown = sum(not scene.hidden for scene in taken.scenes)
    others = len(taken.scenes) - shown
    told = f"The custom show “{name}” is the video: {counted(shown, 'slide')}; {others} hidden."
    others_told = tuple(entry for entry in report.entries if entry.what != "shows")  # what could be chosen
    return taken, replace(report, entries=others_told).with_entries((Entry("kept", "show", told),))
