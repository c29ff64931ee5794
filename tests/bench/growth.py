"""How an export grows with the length of the lecture: processor seconds and memory from ten minutes to hours.

    python -m tests.bench.growth LECTURES [--minutes 10 60] [--times 2 3] [--profile draft-540p]

A slide a minute, narration cached, pages drawn. What counts are processor seconds a minute of video (flat where
growth is linear), and the most memory all processes held at any moment. The last lecture is then shown twice and
three times over: what is the same is made once, so that these figures are of planning and joining alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from studio.assets import AssetStore
from studio.lecture_file import open_lecture, save_lecture
from tests.bench.__main__ import Bench
from tests.bench.watching import Run, watched


@dataclass(frozen=True, slots=True)
class Length:
    """One lecture: its seconds as exported, its first export, and the same once more with only joining to do."""

    seconds: float
    whole: Run
    again: Run


def measured(folder: Path, lesson: str, profile: str) -> Length:
    """Export a lecture of a folder with the cache there, then join it again from what was kept."""
    environment = {
        "LECTURE_STUDIO_CACHE": str(folder / "cache"),
        "LECTURE_STUDIO_STATE": str(folder / "state"),
    }
    command = [sys.executable, "-m", "ui", "render", str(folder / f"{lesson}.lecture"), "--json"]
    command += ["-o", str(folder / f"{lesson}.mp4"), "--profile", profile]
    whole = watched(command, environment)
    again = watched([*command, "--force"], environment)
    told = json.loads(whole.output.strip().splitlines()[-1])
    return Length(told["seconds"], whole, again)


def repeated(folder: Path, times: int) -> str:
    """The lecture of a folder so many times over; returns its name."""
    assets = AssetStore(folder / "assets")
    lecture = open_lecture(folder / "whole.lecture", assets)
    scenes = tuple(
        replace(scene, id=f"{turn}-{scene.id}") for turn in range(times) for scene in lecture.scenes
    )
    save_lecture(replace(lecture, scenes=scenes), assets, folder / f"times-{times}.lecture")
    return f"times-{times}"


def table(lengths: Iterable[Length]) -> Iterator[str]:
    """The lines of the table in Markdown."""
    yield "| video | processor s | a minute | memory MB | joined again: processor s | memory MB |"
    yield "|---|---|---|---|---|---|"
    for each in lengths:
        minutes = each.seconds / 60
        yield (
            f"| {minutes:.1f} min | {each.whole.processor:.1f} | {each.whole.processor / minutes:.2f} "
            f"| {each.whole.memory / 1e6:.0f} | {each.again.processor:.1f} | {each.again.memory / 1e6:.0f} |"
        )


def main() -> None:
    """Read the arguments, measure, print line by line."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("lectures", type=Path, help="the folder of decks the lectures are made from")
    asked.add_argument("--minutes", type=int, nargs="+", default=[10, 60])
    asked.add_argument("--times", type=int, nargs="*", default=[2, 3])
    asked.add_argument("--profile", default="draft-540p")
    options = asked.parse_args()

    def lengths() -> Iterator[Length]:
        for minutes in options.minutes:
            with tempfile.TemporaryDirectory(prefix="lecture-studio-growth-") as name:
                folder = Path(name)
                Bench(folder, options.lectures, minutes, minutes * 60).begin_with("converted")
                yield measured(folder, "whole", options.profile)
                for times in options.times if minutes == options.minutes[-1] else ():
                    yield measured(folder, repeated(folder, times), options.profile)

    for line in table(lengths()):
        print(line, flush=True)


if __name__ == "__main__":
    main()
