"""`lecture-studio report`: what an import keeps, replaces and leaves out, slide by slide."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from studio.progress import CancelToken
from studio.report import ImportReport
from ui.cli.console import Console
from ui.cli.main import source_argument
from ui.cli.pages import pages_argument, with_pages
from ui.cli.show import show_argument, with_show


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
        _, report = with_show(lecture, report, asked.show)
    show(report, console)
    return 0


def show(report: ImportReport, console: Console) -> None:
    """Print a report, slide by slide."""
    console.event(
        "report", source=report.source, slides=report.slides, entries=[asdict(e) for e in report.entries]
    )
    console.say(f"{report.source}: {report.slides} slides")
    slide: int | None = -1
    for entry in report.entries:
        if entry.slide != slide:
            slide = entry.slide
            console.say("The whole deck" if slide is None else f"Slide {slide}")
        console.say(f"  {entry.outcome:>8}  {entry.text}")
