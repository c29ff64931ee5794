"""`lecture-studio reimport`: the changes of a deck come into the lecture that was made from it."""

from __future__ import annotations

import argparse
from collections import Counter
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from studio.progress import CancelToken
from ui.cli.console import Console
from ui.cli.main import refuse_same_file

if TYPE_CHECKING:
    from studio.reimport import ReimportReport, SceneReport


def options(command: argparse.ArgumentParser) -> None:
    """The options of `reimport`."""
    command.add_argument("lecture", type=Path, metavar="X.lecture", help="the lecture to update")
    command.add_argument("source", type=Path, metavar="DECK", help="the changed deck")
    command.add_argument(
        "-o", "--output", type=Path, metavar="Y.lecture", help="write another file; X.lecture stays as it is"
    )
    command.add_argument(
        "--deck", default="", metavar="NAME", help="which deck of the lecture to update, where it has several"
    )
    command.add_argument("--force", action="store_true", help="overwrite the output")
    command.add_argument("--dry-run", action="store_true", help="print the report and write nothing")
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """Update, save, and print what became of each scene."""
    from renderers.loading import load
    from renderers.updating import update
    from renderers.workplace import workshop
    from studio.errors import BadFileError
    from studio.lecture_file import save_lecture
    from studio.lecture_lock import LectureLock

    target = _target(asked)
    if asked.lecture.suffix.lower() != ".lecture":
        raise BadFileError(
            f"“{asked.lecture.name}” is no lecture; name the .lecture file to update, then the deck."
        )
    with ExitStack() as held, workshop(cancel) as shop:
        if not asked.dry_run:  # from before the reading: what another window saves meanwhile must not be lost
            held.enter_context(LectureLock(target))
        before, _ = load(asked.lecture, shop)
        done = update(before, asked.source, shop, asked.deck)
        wanted = done.lecture is not before or target != asked.lecture
        if wanted and not asked.dry_run:
            save_lecture(done.lecture, shop.assets, target)
    tell(done.changes, console)
    console.event(
        "report",
        source=done.report.source,
        slides=done.report.slides,
        entries=[asdict(e) for e in done.report.entries],
    )
    if not asked.dry_run:
        console.event("done", files=[str(target)] if wanted else [], unchanged=not wanted)
        console.say(f"{target} is updated." if wanted else f"{target} is up to date; nothing was written.")
    return 0


def _target(asked: argparse.Namespace) -> Path:
    from studio.errors import OutputError

    if asked.output is None:
        return asked.lecture
    refuse_same_file(asked.source, asked.output)
    if asked.output.suffix.lower() != ".lecture":
        raise OutputError(f"Lectures are kept in files that end in .lecture; “{asked.output.name}” does not.")
    if asked.output.exists() and not asked.force and not asked.dry_run:
        raise OutputError(f"“{asked.output.name}” exists; choose another name or use --force.")
    return asked.output


def tell(report: ReimportReport, console: Console) -> None:
    """Print what became of each scene."""
    console.event(
        "reimport",
        source=report.source,
        slides=report.slides,
        whole=[asdict(change) for change in report.whole],
        scenes=[asdict(scene) for scene in report.scenes],
    )
    unchanged = len(report.scenes) - len(report.changed)
    console.say(
        f"{report.source}: {report.slides} slides; {unchanged} of {len(report.scenes)} scenes are unchanged"
    )
    for change in report.whole:
        console.say(f"The whole lecture\n  {change.text}")
    for scene in report.changed:
        _tell_scene(scene, console)
    counted = Counter(change.kind for scene in report.scenes for change in scene.changes)
    if counted["conflict"]:
        console.say(f"{counted['conflict']} of them with words to choose between; see above, and the editor.")


def _tell_scene(scene: SceneReport, console: Console) -> None:
    number = f"slide {scene.slide}" if scene.slide is not None else "no slide"
    console.say(f"{scene.title or scene.scene} ({number})")
    for change in scene.changes:
        console.say(f"  {change.kind:>10}  {change.text}")
    for conflict in scene.conflicts:
        for side, text in (("was", conflict.base), ("here", conflict.mine), ("deck", conflict.theirs)):
            for line in text.splitlines() or ["–"]:
                console.say(f"  {side:>10}: {line}")
