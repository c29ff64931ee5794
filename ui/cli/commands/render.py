"""`lecture-studio render`: a source becomes a finished video."""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import StudioError
from studio.lecture import Lecture, Level, Unscripted
from studio.progress import CancelToken
from ui.cli.console import Console
from ui.cli.main import refuse_same_file, source_argument
from ui.cli.pages import pages_argument, with_pages
from ui.cli.show import show_argument, with_show

if TYPE_CHECKING:
    from renderers.means import Means

_COHERENCE = (
    "one level for every cut: 0 cut, 1 whole slide, 2 hold what is the same; 3 to 5 cannot be drawn yet and "
    "become the next lower one (default: auto, chosen for each cut)"
)
_UNSCRIPTED = (
    "slides without notes: silent (5 seconds, the default for decks), read (title and points are spoken) or skip; "
    "single slides too: read,4=skip"
)


def options(command: argparse.ArgumentParser) -> None:
    """The options of `render`."""
    from renderers import profiles

    source_argument(command)
    show_argument(command)
    pages_argument(command)
    add = command.add_argument
    add("-o", "--output", type=Path, required=True, metavar="OUT.mp4", help="the video to write")
    add("--profile", default=profiles.DEFAULT, choices=profiles.names(), help="size and quality")
    add(
        "--voice",
        default="",
        metavar="NAME",
        help="a voice, by id, name or language, for everything it can read",
    )
    add("--coherence", default="auto", choices=["auto", *"012345"], help=_COHERENCE)
    add("--fades-only", action="store_true", help="nothing slides, zooms or travels")
    add("--unscripted", type=unscripted, metavar="CHOICE", help=_UNSCRIPTED)
    add("--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N", help="how many steps at once")
    add("--dry-run", action="store_true", help="say what would run and what is kept from before")
    add("--force", action="store_true", help="overwrite the output, whatever it is")
    add("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """Render, and say what came out."""
    from renderers import means, outputs, profiles
    from renderers.export import Order, export
    from renderers.loading import load
    from renderers.workplace import workshop
    from ui.cli import dry_run, outcome

    started = time.monotonic()
    profile = profiles.load(asked.profile)
    refuse_same_file(asked.source, asked.output)
    with workshop(cancel) as shop:
        lecture, report = with_pages(*load(asked.source, shop), asked.pages, shop)
        lecture, report = with_show(lecture, report, asked.show)
        order = Order(with_choices(lecture, asked), profile, asked.output, asked.force)
        outputs.check(order.out, order.force)
        tools = means.find(profile, shop)
        _check_voice(asked.voice, tools)
        if asked.dry_run:
            dry_run.tell(order, tools, shop, console)
            return 0
        made = console.follow(export(order, shop, tools, asked.jobs))
    outcome.tell(made, report, asked.source, time.monotonic() - started, console)
    return 0


def with_choices(lecture: Lecture, asked: argparse.Namespace) -> Lecture:
    """The lecture with what was asked on the command line; StudioError where a slide is named that is not there."""
    choices = lecture.choices
    if asked.voice:
        choices = replace(choices, voice=asked.voice)
    if asked.coherence != "auto":
        choices = replace(choices, level=Level(int(asked.coherence)))
    if asked.fades_only:
        choices = replace(choices, fades_only=True)
    whole, single = asked.unscripted or (None, {})
    if whole:
        choices = replace(choices, unscripted=whole)
    if single and max(single) > len(lecture.scenes):
        raise StudioError(f"There is no slide {max(single)}; the lecture has {len(lecture.scenes)}.")
    scenes = tuple(
        replace(scene, unscripted=single[number]) if number in single else scene
        for number, scene in enumerate(lecture.scenes, 1)
    )
    return replace(lecture, choices=choices, scenes=scenes)


_CHOICES: dict[str, Unscripted] = {"silent": "silent", "read": "read", "skip": "skip"}


def unscripted(text: str) -> tuple[Unscripted | None, dict[int, Unscripted]]:
    """What `--unscripted` says: one choice for all, and choices for single slides by number (from 1)."""
    whole: Unscripted | None = None
    single: dict[int, Unscripted] = {}
    for part in text.split(","):
        number, _, choice = part.strip().rpartition("=")
        if choice not in _CHOICES or (number and not number.isdigit()) or number == "0":
            raise argparse.ArgumentTypeError(f"“{part}” is not silent, read, skip or NUMBER=CHOICE")
        if number:
            single[int(number)] = _CHOICES[choice]
        else:
            whole = _CHOICES[choice]
    return whole, single


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 on")
    return int(text)


def _check_voice(name: str, means: Means) -> None:
    from renderers.voices.catalogue import named

    if name and named(name, means.voices) is None:
        raise StudioError(f"There is no voice called “{name}”; see: lecture-studio voices.")
