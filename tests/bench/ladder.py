"""What a frame of each level costs: milliseconds of one thread of the processor for a 1080p frame, as a table.

    python -m tests.bench.ladder [--width 1920] [--frames 20]

The slide has eight objects: two of them photographs that travel and change their size, one of which turns into
another, a title that reads otherwise, a label that turns, boxes that cross, things that leave and come. Seconds of
the thread are counted, not of the clock, so other programs show only in what they take of the caches.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator

import torch

from renderers.transitions import Change, change, ease
from renderers.transitions.how import Asked, How, Side
from studio.coherence import NAMES
from studio.lecture import Level
from studio.matching import Pair
from tests.renderers.photographs import layer, moved, photograph
from tests.stacks import box, disc, ground, photo, slide, words

TARGETS = {Level.MOVE: 15.0, Level.RESHAPE: 60.0}
RED, BLUE, GREEN, TEAL = (200, 60, 40), (40, 60, 200), (60, 160, 80), (9, 90, 90)
Place = tuple[int, int, int, int]


def slides(width: int) -> tuple[Side, Side]:
    """Two slides of the width, 16 to 9."""

    def to(*sides: int) -> Place:
        left, top, wide, high = (round(side * width / 1920) for side in sides)
        return left, top, wide, high

    def text(number: int, words_: str, left: int, top: int, high: int, angle: float = 0.0):  # type: ignore[no-untyped-def]
        left, top, high, _ = to(left, top, high, 0)
        return words(number, words_, left, top, high, angle=angle)

    behind = ground(width, width * 9 // 16 // 2 * 2)
    a = [
        text(2, "Rain falls slowly", 60, 50, 60),
        disc(3, to(60, 250, 270, 270), RED),
        box(4, to(500, 460, 300, 210), GREEN),
        photo(5, to(1000, 300, 800, 650), 1),
        photo(9, to(100, 500, 700, 450), 3),
        text(6, "leaving label", 200, 900, 40),
        text(8, "Turn", 990, 160, 50),
        box(10, to(1500, 900, 200, 100), TEAL),
    ]
    b = [
        text(2, "Rain stops slowly now", 60, 52, 60),
        box(4, to(300, 640, 600, 240), GREEN),
        disc(3, to(900, 500, 270, 270), BLUE),
        photo(5, to(1060, 260, 500, 400), 1),
        photo(9, to(900, 500, 900, 550), 2),
        text(7, "coming label", 60, 220, 40),
        text(8, "Turn", 1500, 200, 90, angle=40),
        box(10, to(500, 900, 200, 100), TEAL),
    ]
    return slide(a, behind), slide(b, behind)


def photographs(width: int) -> tuple[Side, Side]:
    """Two slides that are nothing but a photograph, the second one a nearer view of the first."""
    page = photograph(2, width, width * 9 // 16 // 2 * 2)
    behind = ground(width, page.shape[0])
    near = moved(page, 1.25, width / 20, width / 60)
    return slide([layer(page)], behind), slide([layer(near)], behind)


def measured(width: int, frames: int) -> Iterator[tuple[Level, str, float, float]]:
    """Each level that needs no model, what is more on its slides, seconds to prepare a change by it, and
    milliseconds a frame.
    """
    pairs = tuple(Pair(each, each, "id") for each in (2, 3, 4, 5, 8, 9, 10))
    for level in (each for each in Level if each <= Level.RESHAPE):
        yield level, "", *_cost(slides(width), level, frames, pairs)
    whole = (Pair(1, 1, "id"),)
    yield Level.RESHAPE, ", the whole page", *_cost(photographs(width), Level.RESHAPE, frames, whole)


def _cost(
    sides: tuple[Side, Side], level: Level, frames: int, pairs: tuple[Pair, ...]
) -> tuple[float, float]:
    began = time.thread_time()
    drawn = change(*sides, Asked(level, "dissolve", frames, How(pairs=pairs)))
    ready = time.thread_time() - began
    _draw(drawn, frames)
    began = time.thread_time()
    _draw(drawn, frames)
    return ready, (time.thread_time() - began) / frames * 1000


def _draw(drawn: Change, frames: int) -> None:
    for number in range(1, frames + 1):
        drawn.at(ease(number / (frames + 1)))


def main() -> None:
    """Read the arguments, measure, print."""
    import cv2

    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--width", type=int, default=1920)
    asked.add_argument("--frames", type=int, default=20)
    options = asked.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    print("| level | ms a frame | wanted | prepared in |\n|---|---|---|---|")
    for level, more, ready, cost in measured(options.width, options.frames):
        wanted = f"≤ {TARGETS[level]:.0f}" if level in TARGETS else ""
        print(f"| {int(level)} {NAMES[level][0]}{more} | {cost:.1f} | {wanted} | {ready:.2f} s |", flush=True)


if __name__ == "__main__":
    main()
