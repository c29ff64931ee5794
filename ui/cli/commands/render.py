"""`lecture-studio render`: a source becomes a finished video, several become several."""

from __future__ import annotations

import argparse
import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import StudioError
from studio.lecture import Lecture, Level, Unscripted
from studio.progress import CancelToken
from ui.cli.console import Console
from ui.cli.main import refuse_same_file, sources_argument
from ui.cli.pages import pages_argument, with_pages
from ui.cli.show import show_argument, with_show

if TYPE_CHECKING:
    from renderers.means import Means
    from renderers.workshop import Workshop
    from ui.cli import several

_COHERENCE = (
    "one level for every cut that the notes or the author say nothing about: 0 cut, 1 whole slide, 2 hold what is "
    "the same, 3 move objects, 4 reshape pictures, 5 motion by a video model; where one cannot be kept, the next "
    "lower one (default: auto, chosen for each cut)"
)
_ENCODER = (
    "who codes the pictures; see: lecture-studio devices (default: auto, the best that the profile likes)"
)
_OUTPUT = "the video to write (.mp4), or a folder: it gets a video for each source, named like that"
_UNSCRIPTED = (
    "slides without notes: silent (5 seconds, the default for decks), read (title and points are spoken) or skip; "
    "single slides too: read,4=skip"
)


def options(command: argparse.ArgumentParser) -> None:
    """The options of `render`."""
    from renderers import profiles
    from renderers.encode import encoders

    sources_argument(command)
    show_argument(command)
    pages_argument(command)
    add = command.add_argument
    add("-o", "--output", type=Path, required=True, metavar="OUT", help=_OUTPUT)
    add("--profile", default=profiles.DEFAULT, choices=profiles.names(), help="size and quality")
    add(
        "--voice",
        default="",
        metavar="NAME",
        help="a voice, by id, name or language, for everything it can read",
    )
    add("--coherence", default="auto", choices=["auto", *"012345"], help=_COHERENCE)
    add("--encoder", default="auto", choices=["auto", *encoders.NAMES], metavar="NAME", help=_ENCODER)
    add("--fades-only", action="store_true", help="nothing slides, zooms or travels")
    add("--unscripted", type=unscripted, metavar="CHOICE", help=_UNSCRIPTED)
    add("--jobs", type=_positive, default=os.cpu_count() or 1, metavar="N", help="how many steps at once")
    add("--dry-run", action="store_true", help="say what would run and what is kept from before")
    add("--force", action="store_true", help="overwrite the output, whatever it is")
    add("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """Render, and say what came out."""
    from renderers.workplace import workshop
    from ui.cli import outcome, several

    wanted = several.pairs(asked.sources, asked.output)
    if asked.pages and len(wanted) > 1:
        raise StudioError("The pages of a PDF belong to one deck; use --pages with one source.")
    with workshop(cancel) as shop:
        making = _Making(asked, shop, console)
        if len(wanted) > 1:
            _check_voice(asked.voice, making.means)  # or each of them would say that it is missing
            return several.run(wanted, making.make, console, None if asked.dry_run else asked.output)
        source, out = wanted[0]
        made = making.make(source, out)
    if made is not None:
        video, report, elapsed = made
        outcome.tell(video, report, source, elapsed, console)
    return 0


class _Making:
    """Makes one lecture after the other, with the same workers and voices."""

    def __init__(self, asked: argparse.Namespace, shop: Workshop, console: Console) -> None:
        from renderers import profiles

        self.asked, self.shop, self.console = asked, shop, console
        self.profile = profiles.load(asked.profile)

    @cached_property
    def means(self) -> Means:
        from renderers import means

        wanted = "" if self.asked.encoder == "auto" else self.asked.encoder
        return means.find(self.profile, self.shop, wanted)

    def make(self, source: Path, out: Path) -> several.Made | None:
        """The video, what is said about its source, the seconds it took; None where it was only to be planned."""
        from renderers.loading import load

        asked, started = self.asked, time.monotonic()
        refuse_same_file(source, out)
        with ThreadPoolExecutor(1) as beside:  # a child reads the file while everything else is looked up
            loading = beside.submit(load, source, self.shop)
            from renderers import outputs
            from renderers.export import Order, export

            if not asked.dry_run or out.parent.is_dir():
                outputs.check(out, asked.force)
            if not loading.done():
                _check_voice(asked.voice, self.means)
            loaded = loading.result()
        lecture, report = with_pages(*loaded, asked.pages, self.shop)
        lecture, report = with_show(lecture, report, asked.show)
        order = Order(with_choices(lecture, asked), self.profile, out, asked.force)
        _check_voice(asked.voice, self.means)
        if asked.dry_run:
            from ui.cli import dry_run

            if len(asked.sources) > 1:
                self.console.say(f"{source} → {out}")
            dry_run.tell(order, self.means, self.shop, self.console)
            return None
        made = self.console.follow(export(order, self.shop, self.means, asked.jobs))
        return made, report, time.monotonic() - started


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
