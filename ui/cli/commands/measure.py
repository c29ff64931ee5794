"""`lecture-studio measure`: the coherence requested and delivered for each cut; of any video what it shows."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.delivered import At, kept
from studio.lecture import Level
from studio.progress import CancelToken
from ui.cli import glance
from ui.cli.console import Console

if TYPE_CHECKING:
    from renderers.export import CutReport
    from renderers.measure.watched import Seen

_SOURCE = (
    "a deck, an outline, a .lecture file: what was asked for and delivered at every cut; or a video, whoever made "
    "it: the changes in it, each placed on the ladder of levels"
)
_NONE = "–"


def options(command: argparse.ArgumentParser) -> None:
    """The options of `measure`."""
    from renderers import profiles

    command.add_argument("source", type=Path, metavar="SOURCE", help=_SOURCE)
    command.add_argument(
        "--profile", default="draft-540p", choices=profiles.names(), help="size to measure a lecture at"
    )
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """Measure a lecture (what is kept from before is not rendered again) or watch a video; print what was found."""
    from renderers.measure.watched import SUFFIXES

    if asked.source.suffix.lower() in SUFFIXES and not asked.source.is_dir():
        return _video(asked.source, console, cancel)
    return _lecture(asked, console, cancel)


def _lecture(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from renderers import means, profiles
    from renderers.export import measured
    from renderers.loading import load
    from renderers.workplace import workshop

    profile = profiles.load(asked.profile)
    with workshop(cancel) as shop:
        lecture, _ = load(asked.source, shop)
        work = measured(lecture, profile, shop, means.find(profile, shop), os.cpu_count() or 1)
        cuts = console.follow(work)
    console.event("cuts", cuts=[{**asdict(cut), "kept": kept(asdict(cut))} for cut in cuts])
    for line in _table(cuts):
        console.say(line)
    changes = [At(cut.start, Level(cut.requested), Level(cut.delivered)) for cut in cuts]
    _glance(changes, max((cut.start for cut in cuts), default=0.0) * 1.02, console)
    return 0


def _video(source: Path, console: Console, cancel: CancelToken) -> int:
    from renderers.measure.watched import watch
    from renderers.workplace import workshop

    with workshop(cancel) as shop:
        found = console.follow(watch(source, shop))
    console.event("changes", length=found.length, changes=[asdict(change) for change in found.changes])
    if not found.changes:
        console.say(f"Nothing changes in {glance.minutes(found.length)} of video.")
    for change in found.changes:
        console.say(_told(change))
    _glance([At(change.start, None, change.level) for change in found.changes], found.length, console)
    return 0


def _told(change: Seen) -> str:
    level = "cannot tell" if change.level is None else f"level {int(change.level)}"
    lasts = f"{change.end - change.start:.1f} s"
    return f"{glance.minutes(change.start):>7} {lasts:>7}  {level:<11}  {change.why}"


def _table(cuts: Sequence[CutReport]) -> Iterator[str]:
    yield f"{'asked':>5} {'got':>4}" + "".join(f" {head:>{len(head)}}" for head in _COLUMNS) + "  cut to"
    for cut in cuts:
        scores = cut.scores or {}
        cells = (f"{_figure(key, scores):>{len(head)}}" for head, key in _COLUMNS.items())
        yield f"{cut.requested:>5} {cut.delivered:>4} {' '.join(cells)}  {cut.title}: {cut.reason}"
        indent = " " * (11 + sum(len(head) + 1 for head in _COLUMNS))
        yield from (f"{indent}{sentence}" for sentence in cut.fell)
        for name, figure in scores.get("semantic", {}).items():
            yield f"{indent}keeps its meaning, as {name} sees it: {figure:.3f}"


_COLUMNS = {
    "step share": "step_share",
    "static": "static_error",
    "persistence": "persistence",
    "sharpness": "sharpness",
}
_DIGITS = {"step_share": 3}


def _figure(name: str, scores: Mapping[str, Any]) -> str:
    value = scores.get(name)
    return _NONE if value is None else f"{value:.{_DIGITS.get(name, 2)}f}"


def _glance(changes: list[At], length: float, console: Console) -> None:
    for line in glance.lines(changes, length):
        console.say(line)
