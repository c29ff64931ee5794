"""What the gates cost: the share of a cut's time in which its frames are measured, level by level, as a table.

    python -m tests.bench.gates [--width 1920] [--frames 21]

A cut is drawn and measured as an export does it (`renderers.transitions.deliver`), its frames are drawn in full
and coded. Counted are seconds of the processor (all threads of the process), so that other programs show only in
what they take of the caches. The slides are those of `tests.bench.ladder`; each figure is the least of three.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import torch

from renderers import profiles
from renderers.encode.settling import settled
from renderers.encode.video import VideoSettings, encode
from renderers.transitions import change
from renderers.transitions.deliver import deliver
from renderers.transitions.how import Asked, How, Side
from studio.coherence import NAMES
from studio.lecture import Level
from studio.matching import Pair
from studio.progress import CancelToken
from tests.bench.ladder import photographs, slides

WANTED = 0.2
LEVELS = (Level.WHOLE, Level.HOLD, Level.MOVE)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor for one cut: its gates (all that `deliver` does beside preparing the change), and
    the rest: prepared, drawn and coded.
    """

    level: Level
    more: str
    gates: float
    rest: float

    @property
    def share(self) -> float:
        """The gates' share of the whole cut."""
        return self.gates / (self.gates + self.rest)


def costs(width: int, frames: int) -> Iterator[Cost]:
    """Levels 1 to 3 on slides of eight objects, and level 4 on whole photographs."""
    pairs = tuple(Pair(each, each, "id") for each in (2, 3, 4, 5, 8, 9, 10))
    for level in LEVELS:
        yield _cost(slides(width), Asked(level, "dissolve", frames, How(pairs=pairs)), "")
    whole = How(pairs=(Pair(1, 1, "id"),))
    yield _cost(photographs(width), Asked(Level.RESHAPE, "dissolve", frames, whole), ", the whole page")


def _cost(sides: tuple[Side, Side], asked: Asked, more: str) -> Cost:
    width, height = sides[0].page.size
    settings = VideoSettings.of(replace(profiles.load("youtube-1080p"), width=width, height=height))
    cancel, page = CancelToken(), sides[1].page
    made = deliver(*sides, asked, cancel)
    if made.delivered is not asked.level:
        raise ValueError(f"level {int(asked.level)} is not delivered: {made.reasons}")
    travels = asked.level >= Level.MOVE

    def coded() -> None:
        pictures = settled(made.change, page, page)
        encode(pictures, settings, cancel, settles_at=asked.frames, travels=travels)

    prepared, whole = _least(lambda: change(*sides, asked)), _least(lambda: deliver(*sides, asked, cancel))
    return Cost(asked.level, more, whole - prepared, prepared + _least(coded))


def _least(work: Callable[[], object]) -> float:
    """Seconds of the processor that some work takes, the least of three."""

    def once() -> float:
        began = time.process_time()
        work()
        return time.process_time() - began

    return min(once() for _ in range(3))


def main() -> None:
    """Read the arguments, measure, print."""
    import cv2

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--width", type=int, default=1920)
    parser.add_argument("--frames", type=int, default=21)
    options = parser.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    print("| level | gates | prepared, drawn, coded | share | wanted |\n|---|--:|--:|--:|---|")
    for cost in costs(options.width, options.frames):
        name = f"{int(cost.level)} {NAMES[cost.level][0]}{cost.more}"
        print(
            f"| {name} | {cost.gates:.2f} s | {cost.rest:.2f} s | {cost.share:.0%} | ≤ {WANTED:.0%} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
