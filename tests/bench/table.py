"""The table: figures of one run as ratios, against the targets."""

from __future__ import annotations

import json
import math
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.watching import Run

FINER = "ffmpeg, one crf less"
"""What x264 takes for pictures a little better: quality costs bytes, so bytes compare at equal quality only."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One run: what was made, seconds of video, what it took; bytes of the file where they are compared."""

    name: str
    video: float
    run: Run
    size: int = 0

    @property
    def speed(self) -> float:
        """How many times faster than real time."""
        return self.video / self.run.seconds


@dataclass(frozen=True, slots=True)
class Table:
    """All runs about one lesson. `start` is what `--help` takes; `floor` what the coders alone take (seconds).

    `looks`: mean and least SSIM and bytes of pictures, by program.
    """

    slides: int
    length: float
    start: float
    floor: dict[str, float]
    figures: tuple[Figure, ...]
    looks: dict[str, dict[str, float]]
    machine: dict[str, str]

    def text(self) -> str:
        """The table in Markdown."""
        return "\n".join(self._lines()) + "\n"

    def json(self) -> str:
        """The figures, without what the programs said: that names files of this machine."""
        figures = asdict(self)
        for figure in figures["figures"]:
            del figure["run"]["output"]
        return json.dumps(figures, indent=1)

    def _lines(self) -> Iterator[str]:
        yield f"# Export of {self.slides} slides, {self.length / 60:.1f} minutes, 1080p30"
        yield ""
        yield "; ".join(f"{name}: {value}" for name, value in self.machine.items()) + "."
        yield (
            f"Narration cached. {self.floor['changing']:.0f} frames change, {self.floor['stills']:.0f} stills; a"
            " key picture every 4 s. Figures of one run; noise of the machine is in them, ratios are what counts."
        )
        yield ""
        yield "| what | video | seconds | × real time | processor s | memory MB | file MB/h |"
        yield "|---|---|---|---|---|---|---|"
        for each in self.figures:
            size = f"{each.size / 1e6 * 3600 / each.video:.1f}" if each.size else ""
            yield (
                f"| {each.name} | {each.video / 60:.1f} min | {each.run.seconds:.2f} | {each.speed:.1f} "
                f"| {each.run.processor:.1f} | {each.run.memory / 1e6:.0f} | {size} |"
            )
        floor = self.floor["seconds"]
        speed = f"{floor:.2f} | {self.length / floor:.1f}"
        yield f"| the floor: coders alone | {self.length / 60:.1f} min | {speed} | | | |"
        yield f"| start (`--help`) | | {self.start:.2f} | | | | |"
        yield ""
        yield "Slides at rest against their pages, and the picture stream, over the stretch that FFmpeg made:"
        yield ""
        yield "| by | SSIM, mean | SSIM, least | MB of pictures |"
        yield "|---|---|---|---|"
        for name, look in self.looks.items():
            yield f"| {name} | {look['mean']:.4f} | {look['least']:.4f} | {look['bytes'] / 1e6:.2f} |"
        yield ""
        yield "| target | wanted | found |"
        yield "|---|---|---|"
        for name, wanted, found in self._targets():
            yield f"| {name} | {wanted} | {found} |"

    def _targets(self) -> Iterator[tuple[str, str, str]]:
        by_name = {each.name: each for each in self.figures}
        whole, cold = by_name["cold, LibreOffice in"], by_name["cold, LibreOffice out"]
        yield "cold", "≥ 80 × real time", f"{whole.speed:.1f} ×; without LibreOffice {cold.speed:.1f} ×"
        yield "cold against the floor", "≤ 1.5", f"{cold.run.seconds / self.floor['seconds']:.2f}"
        for name in ("one sentence more", "one other slide"):
            yield name, "≤ 5 % of cold", f"{by_name[name].run.seconds / cold.run.seconds:.1%}"
        beyond = by_name["unchanged"].run.seconds - self.start
        yield "unchanged, beyond start-up", "≤ 1 s", f"{beyond:.2f} s"
        with_office, without = (f"{each.run.memory / 1e6:.0f} MB" for each in (whole, cold))
        yield "memory", "≤ 700 MB", f"{with_office}; without LibreOffice {without}"
        if "ffmpeg" in self.looks:
            ours, theirs = self.looks["this export"], self.looks["ffmpeg"]
            share = f"{ours['bytes'] / self._theirs_at(ours['mean']):.2f}"
            same = f"{ours['bytes'] / theirs['bytes']:.2f}, SSIM {ours['mean'] - theirs['mean']:+.4f}"
            yield "picture bytes against x264's own", "≤ 1 at equal quality", f"{share} (at equal crf {same})"
        for name, times in (("ffmpeg", 50), ("moviepy", 150)):
            if name in by_name:
                yield f"against {name}", f"≥ {times} ×", f"{cold.speed / by_name[name].speed:.0f} ×"

    def _theirs_at(self, likeness: float) -> float:
        """Bytes x264 takes for a mean SSIM: on the line through what it was seen to take, on a scale of powers."""
        coarse, fine = self.looks["ffmpeg"], self.looks[FINER]
        slope = math.log(fine["bytes"] / coarse["bytes"]) / (fine["mean"] - coarse["mean"])
        return coarse["bytes"] * math.exp(slope * (likeness - coarse["mean"]))


def machine() -> dict[str, str]:
    """Where and when this was measured."""
    names = (
        line.partition(":")[2].strip() for line in _lines_of("/proc/cpuinfo") if line.startswith("model name")
    )
    total = next((line.split()[1] for line in _lines_of("/proc/meminfo") if line.startswith("MemTotal")), "0")
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "processor": next(names, platform.processor() or "unknown"),
        "cores": str(os.cpu_count()),
        "memory": f"{int(total) / 1e6:.0f} GB",
        "python": platform.python_version(),
    }


def _lines_of(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []
