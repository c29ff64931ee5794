"""`lecture-studio measure`: the coherence requested and delivered for each cut of a lecture."""

from __future__ import annotations

import argparse
import os
from dataclasses import asdict

from studio.progress import CancelToken
from ui.cli.console import Console
from ui.cli.main import source_argument


def options(command: argparse.ArgumentParser) -> None:
    """The options of `measure`."""
    from renderers import profiles

    source_argument(command)
    command.add_argument(
        "--profile", default="draft-540p", choices=profiles.names(), help="size to measure at"
    )
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """Render every cut (what is kept from before is not rendered again) and print the figures."""
    from renderers import means, profiles
    from renderers.export import measured
    from renderers.loading import load
    from renderers.workplace import workshop

    profile = profiles.load(asked.profile)
    with workshop(cancel) as shop:
        lecture, _ = load(asked.source, shop)
        work = measured(lecture, profile, shop, means.find(profile, shop), os.cpu_count() or 1)
        cuts = console.follow(work)
    console.event("cuts", cuts=[asdict(cut) for cut in cuts])
    console.say(f"{'asked':>5} {'got':>4} {'step share':>11} {'static':>7}  cut to")
    for cut in cuts:
        scores = cut.scores or {}
        share = f"{scores['step_share']:.3f}" if scores else "–"
        static = f"{scores['static_error']:.2f}" if scores else "–"
        console.say(
            f"{cut.requested:>5} {cut.delivered:>4} {share:>11} {static:>7}  {cut.title}: {cut.reason}"
        )
        for sentence in cut.fell:
            console.say(f"{'':>31}{sentence}")
    return 0
