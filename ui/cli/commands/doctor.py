"""`lecture-studio doctor`: what is missing on this machine, and what that costs."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from studio.progress import CancelToken
from ui.cli.console import Console


def options(command: argparse.ArgumentParser) -> None:
    """The options of `doctor`."""
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """Check each part and print one line for it; 0 even where something is missing, as all still works."""
    from renderers.checks import examine
    from renderers.workplace import workshop

    with workshop(cancel) as shop:
        for finding in examine(shop):
            console.event("finding", **asdict(finding))
            console.say(f"{'ok' if finding.good else 'missing':<8} {finding.part}: {finding.text}")
    return 0
