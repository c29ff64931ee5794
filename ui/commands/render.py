"""`lecture-studio render`: a source becomes a finished video."""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studio.lecture import Lecture, Level
from studio.progress import CancelToken
from ui.cli import source_argument
from ui.console import Console

if TYPE_CHECKING:
    from renderers.export import Outcome


def options(command: argparse.ArgumentParser) -> None:
    """The options of `render`."""
    from renderers import profiles

    source_argument(command)
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.mp4", help="the video to write"
    )
    command.add_argument(
        "--profile", default=profiles.DEFAULT, choices=profiles.names(), help="size and quality"
    )
    command.add_argument("--voice", default="", metavar="NAME", help="a voice for everything (see: voices)")
    command.add_argument(
        "--coherence", default="auto", choices=["auto", *"012345"], help="one level for every cut"
    )
    command.add_argument("--fades-only", action="store_true", help="nothing slides, zooms or travels")
    command.add_argument(
        "--unscripted",
        type=unscripted,
        metavar="CHOICE",
        help="slides without notes: silent, read (title and points) or skip; single slides too: read,4=skip",
    )
    command.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="how many steps at once"
    )
    command.add_argument(
        "--dry-run", action="store_true", help="say what would run and what is kept from before"
    )
    command.add_argument("--force", action="store_true", help="overwrite the output, whatever it is")
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """Render, and say what came out."""
    from renderers import means, outputs, profiles
    from renderers.export import Order, export
    from ui.loading import load
    from ui.workplace import workshop

    started = time.monotonic()
    profile = profiles.load(asked.profile)
    with workshop(cancel) as shop:
        lecture, report = load(asked.source, shop)
        order = Order(with_choices(lecture, asked), profile, asked.output, asked.force)
        outputs.check(order.out, order.force)
        tools = means.find(profile, shop)
        if asked.dry_run:
            from ui.dry_run import tell

            tell(order, tools, shop, console)
            return 0
        outcome = console.follow(export(order, shop, tools, max(1, asked.jobs)))
    seconds = time.monotonic() - started
    length = float(outcome.timeline.seconds)
    fallen = [cut for cut in outcome.cuts if cut.fell]
    console.event(
        "done",
        files=[str(path) for path in outcome.files],
        seconds=round(length, 3),
        frames=outcome.timeline.length,
        fresh_steps=outcome.fresh,
        unchanged=outcome.unchanged,
        elapsed=round(seconds, 2),
        cuts=[asdict(cut) for cut in outcome.cuts],
        scenes=_scenes(outcome),
        remarks=outcome.remarks,
        attention=[asdict(entry) for entry in (*report.about("replaced"), *report.about("left out"))],
    )
    console.say(_summary(asked.output, length, seconds, outcome.unchanged))
    for cut in fallen:
        console.say(
            f"  “{cut.title}”: level {cut.requested} asked, {cut.delivered} delivered. {'; '.join(cut.fell)}."
        )
    for remark in outcome.remarks:
        console.say(f"  {remark}")
    notes = len(report.about("replaced")) + len(report.about("left out"))
    if notes:
        console.say(f"  {notes} things were replaced or left out; see: lecture-studio report {asked.source}")
    return 0


def with_choices(lecture: Lecture, asked: argparse.Namespace) -> Lecture:
    """The lecture with what was asked on the command line."""
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
    scenes = tuple(
        replace(scene, unscripted=single[number]) if number in single else scene
        for number, scene in enumerate(lecture.scenes, 1)
    )
    return replace(lecture, choices=choices, scenes=scenes)


def unscripted(text: str) -> tuple[str | None, dict[int, str]]:
    """What `--unscripted` says: one choice for all, and choices for single slides by number."""
    whole: str | None = None
    single: dict[int, str] = {}
    for part in text.split(","):
        number, _, choice = part.rpartition("=")
        if choice not in ("silent", "read", "skip") or (number and not number.isdigit()):
            raise argparse.ArgumentTypeError(f"“{part}” is not silent, read, skip or NUMBER=CHOICE")
        if number:
            single[int(number)] = choice
        else:
            whole = choice
    return whole, single


def _scenes(outcome: Outcome) -> list[dict[str, object]]:
    """Where each scene stands, in frames: its first one, the first after its cut, the one after its last."""
    delivered = {cut.scene: cut.delivered for cut in outcome.cuts}
    return [
        {
            "scene": clip.scene,
            "number": number,
            "start": clip.frames.start,
            "body": clip.cut.frames.stop if clip.cut else clip.frames.start,
            "stop": clip.frames.stop,
            "delivered": delivered.get(clip.scene, 0),
        }
        for number, clip in enumerate(outcome.timeline.clips, 1)
    ]


def _summary(out: Path, length: float, seconds: float, unchanged: bool) -> str:
    clock = f"{int(length) // 60}:{int(length) % 60:02}"
    if unchanged:
        return f"{out} is up to date ({clock}); nothing was rendered."
    return f"{out} ({clock}) in {seconds:.1f} s, {length / seconds:.0f} × real time."
