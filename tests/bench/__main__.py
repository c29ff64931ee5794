"""Measures an export and writes the table: `make bench`.

    python -m tests.bench LECTURES [--slides 60] [--minutes 60] [--moviepy PYTHON] [--table FILE.md]

Every figure is of this one run on this one machine; what counts are the ratios between them.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.bench.rivals import Slideshow, by_ffmpeg, read
from tests.bench.table import FINER, Figure, Table, machine
from tests.bench.watching import Run, watched

RIVAL_S, SLOW_RIVAL_S = 130.0, 65.0
"""How much of the lesson FFmpeg and moviepy are given: whole scenes of at most so many seconds, one at least."""


class Bench:
    """One lesson of so many slides and seconds, with its caches, in a folder of its own."""

    def __init__(self, folder: Path, lectures: Path, slides: int, seconds: int) -> None:
        self.folder = folder
        self.slides = slides
        self._env = {
            "LECTURE_STUDIO_CACHE": str(folder / "cache"),
            "LECTURE_STUDIO_STATE": str(folder / "state"),
        }
        arguments = [str(folder), str(lectures), str(slides), str(seconds)]
        watched([sys.executable, "-m", "tests.bench.making", *arguments], self._env)

    def begin_with(self, cache: str) -> None:
        """Put a cache as it was left by `making` in the place of the present one."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        shutil.copytree(self.folder / cache, self.folder / "cache")

    def export(self, lesson: str, name: str = "video.mp4") -> tuple[Run, dict[str, float]]:
        """One export by the command line, as a user has it; what it took and what it told at its end."""
        command = [sys.executable, "-m", "ui", "render", str(self.folder / f"{lesson}.lecture")]
        run = watched([*command, "-o", str(self.folder / name), "--json"], self._env)
        return run, json.loads(run.output.strip().splitlines()[-1])

    def floor(self) -> dict[str, float]:
        """The coders alone on what the last export coded."""
        run = watched(
            [sys.executable, "-m", "tests.bench.floor", str(self.folder / "whole.lecture")], self._env
        )
        return json.loads(run.output.strip().splitlines()[-1])

    def quality(self, name: str) -> dict[str, float]:
        """How like its slides a video is, over the stretch of the last slideshow."""
        arguments = [str(self.folder / name), str(self.folder / "show.json")]
        run = watched([sys.executable, "-m", "tests.bench.quality", *arguments], self._env)
        return json.loads(run.output.strip().splitlines()[-1])

    def slideshow(self, most: float) -> Slideshow:
        """The beginning of the lesson for another program, out of the last export."""
        told = self.folder / "show.json"
        arguments = [str(self.folder / "whole.lecture"), str(self.folder / "video.mp4"), str(told), str(most)]
        watched([sys.executable, "-m", "tests.bench.rivals", *arguments], self._env)
        return read(told)


def measure(bench: Bench, moviepy: Path | None) -> Table:
    """All runs of one lesson, in the order in which the caches allow them."""
    start = watched([sys.executable, "-m", "ui", "--help"]).seconds
    bench.begin_with("spoken")
    whole, told = bench.export("whole")
    length = told["seconds"]
    figures = [Figure("cold, LibreOffice in", length, whole)]
    bench.begin_with("converted")
    (bench.folder / "video.mp4").unlink()
    cold, told = bench.export("whole")
    figures.append(Figure("cold, LibreOffice out", length, cold, (bench.folder / "video.mp4").stat().st_size))
    figures += [
        Figure("unchanged", length, bench.export("whole")[0]),
        Figure("one sentence more", length, bench.export("sentence")[0]),
        Figure("one other slide", length, bench.export("slide")[0]),
    ]
    floor = bench.floor()
    others, looks = rivals(bench, moviepy)
    return Table(bench.slides, length, start, floor, (*figures, *others), looks, machine())


def rivals(bench: Bench, moviepy: Path | None) -> tuple[list[Figure], dict[str, dict[str, float]]]:
    """FFmpeg, and moviepy where its Python is named, on the beginning of the lesson; how the pictures look."""
    bench.export("whole")
    found: list[Figure] = []
    looks: dict[str, dict[str, float]] = {}
    for name, most in (("ffmpeg", RIVAL_S), ("moviepy", SLOW_RIVAL_S))[: 2 if moviepy else 1]:
        show = bench.slideshow(most)
        out = bench.folder / f"{name}.mp4"
        script = [str(moviepy), str(Path(__file__).with_name("by_moviepy.py"))]
        script += [str(bench.folder / "show.json"), str(out)]
        run = watched(by_ffmpeg(show, out) if name == "ffmpeg" else script)
        found.append(Figure(name, show.seconds, run, out.stat().st_size))
        if name == "ffmpeg":
            finer = replace(show, crf=show.crf - 1)
            watched(by_ffmpeg(finer, bench.folder / "finer.mp4"))
            videos = {"this export": "video.mp4", name: out.name, FINER: "finer.mp4"}
            looks = {by: bench.quality(video) for by, video in videos.items()}
    return found, looks


def main() -> None:
    """Read the arguments, measure, print, write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("lectures", type=Path, help="the folder of decks the lesson is made from")
    asked.add_argument("--slides", type=int, default=60)
    asked.add_argument("--minutes", type=int, default=60)
    asked.add_argument("--moviepy", type=Path, metavar="PYTHON", help="a Python that has moviepy")
    asked.add_argument(
        "--table", type=Path, help="where to write the table (Markdown), with the figures (JSON)"
    )
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="lecture-studio-bench-") as folder:
        bench = Bench(Path(folder), options.lectures, options.slides, options.minutes * 60)
        table = measure(bench, options.moviepy)
    print(table.text())
    if options.table:
        options.table.write_text(table.text(), "utf-8")
        options.table.with_suffix(".json").write_text(table.json(), "utf-8")


if __name__ == "__main__":
    main()
