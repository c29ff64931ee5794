"""`lecture-studio import`: a deck or an outline becomes a .lecture file."""

from __future__ import annotations

import argparse
from pathlib import Path

from studio.progress import CancelToken
from ui.cli.commands.report import show
from ui.cli.console import Console
from ui.cli.main import refuse_same_file, source_argument
from ui.cli.pages import pages_argument, with_pages
from ui.cli.show import show_argument, with_show


def options(command: argparse.ArgumentParser) -> None:
    """The options of `import`."""
    source_argument(command)
    show_argument(command)
    pages_argument(command)
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar="X.lecture", help="the file to write"
    )
    command.add_argument("--force", action="store_true", help="overwrite the output")
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """Import, save, and print the report."""
    from renderers.loading import load
    from renderers.workplace import workshop
    from studio.errors import OutputError
    from studio.lecture_file import save_lecture

    refuse_same_file(asked.source, asked.output)
    if asked.output.suffix.lower() != ".lecture":
        raise OutputError(f"Lectures are kept in files that end in .lecture; “{asked.output.name}” does not.")
    if asked.output.exists() and not asked.force:
        raise OutputError(f"“{asked.output.name}” exists; choose another name or use --force.")
    with workshop(cancel) as shop:
        lecture, report = with_pages(*load(asked.source, shop), asked.pages, shop)
        lecture, report = with_show(lecture, report, asked.show)
        save_lecture(lecture, shop.assets, asked.output)
    show(lecture, report, console)
    return 0
