"""`--pages FILE.pdf`: the slides are shown as in a PDF that was saved from PowerPoint."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from studio.lecture import Lecture
from studio.report import Entry, ImportReport, counted

if TYPE_CHECKING:
    from renderers.workshop import Workshop


def pages_argument(command: argparse.ArgumentParser) -> None:
    """The option of the commands that make something of a deck."""
    command.add_argument(
        "--pages",
        type=Path,
        metavar="FILE.pdf",
        help="show the slides as in this PDF that PowerPoint saved from the deck; what it lacks is drawn here",
    )


def with_pages(
    lecture: Lecture, report: ImportReport, path: Path | None, shop: Workshop
) -> tuple[Lecture, ImportReport]:
    """The lecture with the pages of a PDF, and what is to be said about them.

    Raises BadFileError where the PDF cannot be read or belongs to something else.
    """
    if path is None:
        return lecture, report
    from renderers.exact_pages import from_pdf
    from studio import edits

    exact = from_pdf(lecture, path, shop)
    parts = [
        f"{counted(exact.slides, 'slide')} shown as in “{path.name}”",
        f"{exact.missing} without a page there" if exact.missing else "",
        f"{exact.doubtful} doubtful" if exact.doubtful else "",
        f"{counted(exact.over, 'page')} of it not used" if exact.over else "",
    ]
    whole = Entry("kept", "pages", "; ".join(part for part in parts if part) + ".")
    given = dict(exact.pages)
    drawn = (entry for entry in report.entries if entry.what != "font" or entry.scene not in given)
    told = replace(report, entries=tuple(drawn))
    return edits.set_pages(lecture, given), told.with_entries((whole, *exact.entries))
