"""How fast changes are drawn: composed frames a second for each way, beside the copy floor.

    python -m tests.bench.compositor [--device cpu|cuda|mps|xpu] [--frames 24] [--json]

The slides lie on the device, as they do while a change is drawn; only finished planes come back. The floor copies
the same planes and does nothing else. On the processor the seconds are those of one thread of it (other programs do
not show), on a device those of the clock.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

import numpy as np
import torch

from renderers.planes import Planes, from_rgb
from renderers.transitions import Change
from studio.lecture import Level, Style
from tests.fakes import changing

SIZES = ((1920, 1080), (3840, 2160))
WAYS: dict[str, tuple[Level, Style]] = {
    "dissolve": (Level.WHOLE, "dissolve"),
    "dip": (Level.WHOLE, "dip"),
    "push": (Level.WHOLE, "push"),
    "cover": (Level.WHOLE, "cover"),
    "wipe": (Level.WHOLE, "wipe"),
    "hold": (Level.HOLD, "dissolve"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One way at one size: seconds to prepare a change, and frames a second once it is."""

    way: str
    width: int
    height: int
    prepare: float
    frames_per_second: float


def slides(width: int, height: int, device: str) -> tuple[Planes, Planes]:
    """Two slides that share their ground and headline, on the device."""
    draw = np.random.default_rng(1)
    made: list[Planes] = []
    for turn in range(2):
        page = np.full((height, width, 3), 240, np.uint8)
        page[height // 20 : height // 8, width // 20 : width // 2] = 40
        for top in range(height // 4, height - height // 10, height // 16):
            left = draw.integers(width // 20, width // 3)
            page[top : top + height // 40, left : left + draw.integers(width // 8, width // 2)] = (
                60 + 50 * turn
            )
        made.append(from_rgb(page, device))
    return made[0], made[1]


def timed(work: Callable[[], object], device: str) -> float:
    """Seconds some work takes."""
    wait = {"cuda": torch.cuda.synchronize, "mps": torch.mps.synchronize}.get(device.split(":")[0])
    clock = time.perf_counter if device != "cpu" else time.thread_time
    if wait:
        wait()
    started = clock()
    work()
    if wait:
        wait()
    return clock() - started


def back(picture: Planes) -> None:
    """Bring finished planes to where the encoder takes them."""
    for plane in picture.planes:
        plane.cpu().numpy()


def measure(device: str, frames: int) -> list[Figure]:
    """All ways at all sizes, and the floor."""
    found: list[Figure] = []
    for width, height in SIZES:
        a, b = slides(width, height, device)

        def copied(a: Planes = a) -> None:
            for _ in range(frames):
                back(a.map(lambda plane: plane.clone()))

        copied()
        found.append(Figure("copy floor", width, height, 0.0, frames / timed(copied, device)))
        for name, (level, style) in WAYS.items():
            drawn: list[Change] = []

            def prepare(
                a: Planes = a,
                b: Planes = b,
                level: Level = level,
                style: Style = style,
                into: list[Change] = drawn,
            ) -> None:
                into.append(changing(a, b, level, style, "left", frames))

            prepare()
            ready = timed(prepare, device)

            def compose(drawn: list[Change] = drawn) -> None:
                for index in range(frames):
                    back(drawn[-1].picture(index))

            compose()
            found.append(Figure(name, width, height, ready, frames / timed(compose, device)))
    return found


def main() -> None:
    """Read the arguments, measure, print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--device", default="cpu")
    asked.add_argument("--frames", type=int, default=24)
    asked.add_argument("--json", action="store_true")
    options = asked.parse_args()
    torch.set_num_threads(1)  # the engine's own threads are the parallel work
    figures = measure(options.device, options.frames)
    if options.json:
        print(json.dumps([asdict(figure) for figure in figures], indent=1))
        return
    print(f"{options.device}, one thread, {options.frames} frames a change")
    for figure in figures:
        size, rate = f"{figure.width}x{figure.height}", figure.frames_per_second
        print(f"{figure.way:<11}{size:<11}{rate:8.0f} frames/s   prepared in {figure.prepare * 1000:6.1f} ms")


if __name__ == "__main__":
    main()
