"""Several lectures in one go: where each video goes, one failure that costs one video, one report at the end."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import Cancelled, OutputError, StudioError
from ui.cli import outcome
from ui.cli.console import Console
from ui.cli.main import explained

if TYPE_CHECKING:
    from renderers.export import Outcome
    from studio.report import ImportReport

SUFFIX = ".mp4"
Made = tuple["Outcome", "ImportReport", float]
"""A video, what is said about its source, the seconds it took."""


def pairs(sources: Iterable[Path], output: Path) -> list[tuple[Path, Path]]:
    """Each source with the video it becomes; a source that is named twice is made once.

    One source goes to `output`, or into it where that is a folder. Several go into the folder `output`, each
    under its own name; where two are called the same, the later one gets a number.
    """
    each = tuple({source.resolve(): source for source in sources}.values())
    if len(each) == 1 and not output.is_dir():
        return [(each[0], output)]
    if output.is_file() or (output.suffix.lower() == SUFFIX and not output.is_dir()):
        raise OutputError(f"“{output}” is one file; for several lectures name a folder.")
    free = _Names(_stem(source) for source in each)
    return [(source, output / f"{free.take(_stem(source))}{SUFFIX}") for source in each]


class _Names:
    """Gives every name once: to the first who asks as it is, to the next with a number that is nobody's name."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self._wanted = {name.casefold() for name in wanted}
        self._taken: set[str] = set()

    def take(self, name: str) -> str:
        if name.casefold() in self._taken:
            numbered = (f"{name} {number}" for number in count(2))
            name = next(each for each in numbered if each.casefold() not in self._taken | self._wanted)
        self._taken.add(name.casefold())
        return name


def _stem(source: Path) -> str:
    """What the video is called: a folder of pictures keeps its whole name."""
    real = source.resolve()
    return real.name if real.is_dir() else real.stem


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one lecture: a video, or the sentence that says why there is none; or neither."""

    source: Path
    out: Path
    made: Made | None
    problem: str = ""


def run(
    wanted: Iterable[tuple[Path, Path]],
    make: Callable[[Path, Path], Made | None],
    console: Console,
    folder: Path | None,
) -> int:
    """Make one after the other; StudioError at the end where some could not be made, Cancelled at once.

    `folder` is made where it does not exist (None: nothing is to be written).
    """
    every = tuple(wanted)
    results: list[Result] = []
    with _present(folder):
        try:
            for number, (source, out) in enumerate(every, 1):
                console.about(number, len(every), str(source))
                results.append(_result(source, out, make, console))
        finally:
            console.about()
            _tell(results, len(every), console)
    failed = [result for result in results if result.problem]
    if failed:
        raise StudioError(_sentence(failed, len(every)))
    return 0


@contextmanager
def _present(folder: Path | None) -> Generator[None]:
    """A folder that stays only if something comes into it."""
    if folder is None or folder.is_dir():
        yield
        return
    folder.mkdir(parents=True)
    try:
        yield
    finally:
        with suppress(OSError):
            folder.rmdir()


def _sentence(failed: list[Result], total: int) -> str:
    if len(failed) == 1:
        return f"1 of {total} lectures was not made, “{failed[0].source.name}”: {failed[0].problem}"
    names = ", ".join(f"“{result.source.name}”" for result in failed)
    return f"{len(failed)} of {total} lectures were not made ({names}); the report says why."


def _result(source: Path, out: Path, make: Callable[[Path, Path], Made | None], console: Console) -> Result:
    try:
        made = make(source, out)
    except (BrokenPipeError, Cancelled):
        raise
    except Exception as error:
        sentence, details = explained(error)
        console.event("error", text=sentence, details=details)
        return Result(source, out, None, sentence)
    if made is not None:
        outcome.event(*made, console)
    return Result(source, out, made)


def _tell(results: list[Result], total: int, console: Console) -> None:
    """The report: for each lecture its file, length, fresh steps and what there is to know about it."""
    told = [result for result in results if result.made or result.problem]
    if not told:
        return
    console.event("report", lectures=[_plain(result) for result in told], asked=total)
    for result in told:
        if result.made is None:
            console.say(f"{result.source}: not made. {result.problem}")
            continue
        video, report, elapsed = result.made
        steps = "up to date" if video.unchanged else f"{video.fresh} fresh steps, {elapsed:.1f} s"
        console.say(f"{result.out} ({outcome.lasting(video)}): {steps}")
        for line in outcome.noteworthy(video, report, result.source):
            console.say(f"  {line}")
    made = sum(result.made is not None for result in told)
    console.say(f"{made} of {total} lectures are ready.")


def _plain(result: Result) -> dict[str, object]:
    told: dict[str, object] = {
        "lecture": str(result.source),
        "file": str(result.out),
        "made": result.made is not None,
    }
    if result.made is None:
        return told | {"problems": [result.problem]}
    video, report, elapsed = result.made
    return told | {
        "seconds": round(float(video.timeline.seconds), 3),
        "fresh_steps": video.fresh,
        "unchanged": video.unchanged,
        "elapsed": round(elapsed, 2),
        "problems": list(outcome.noteworthy(video, report, result.source)),
    }
