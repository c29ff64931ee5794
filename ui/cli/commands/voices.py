"""`lecture-studio voices`: the voices there are."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from studio.progress import CancelToken
from ui.cli.console import Console


def options(command: argparse.ArgumentParser) -> None:
    """The options of `voices`."""
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """List the voices, one a line."""
    from renderers import means
    from renderers.workplace import workshop

    with workshop(cancel) as shop:
        found = means.voices(shop)
    console.event("voices", voices=[asdict(voice) for voice in found])
    for voice in found:
        console.say(f"{voice.id:<24} {', '.join(voice.languages):<16} {voice.name}")
    return 0
