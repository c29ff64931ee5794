"""How often a change is placed on the right level blind: `python -m tests.tools.confusion [--each 50]`.

Makes cuts of every level by the program's own ways from slides made of seeds, codes them as H.264 at different
rates, qualities and with bars, watches the files, and prints what each level was taken for. With --out it writes
the page of the documentation, with what `tests.tools.real_moves` found last.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from itertools import count, islice
from multiprocessing import get_context
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from renderers.layers.stack import Stack, stacked
from renderers.measure.watching import handle
from renderers.messages import Message
from renderers.planes import one_thread, to_rgb
from renderers.transitions.deliver import deliver
from renderers.transitions.how import Asked, How, Side
from studio.lecture import Direction, Level, Style
from studio.matching import Pair
from studio.progress import CancelToken
from tests.tools import made_slides, real_moves

LEVELS = (Level.CUT, Level.WHOLE, Level.HOLD, Level.MOVE, Level.RESHAPE)
STYLES: tuple[Style, ...] = ("dissolve", "push", "wipe", "cover", "dip")
DIRECTIONS: tuple[Direction, ...] = ("left", "right", "up", "down")
REST_S = 0.4
Picture = NDArray[np.uint8]


@dataclass(frozen=True)
class Made:
    """A made cut: the level it was made for, a word for how, and its frames with the stills around them.

    `missed` is why it is not of that level: a promise that its own frames do not keep, in words; "" where it is.
    """

    level: Level
    how: str
    frames: tuple[Picture, ...]
    rate: int
    missed: str = ""


def make(level: Level, seed: int) -> Made:
    """One cut of a level; the same seed gives the same cut."""
    random = np.random.default_rng([int(level), seed])
    rate = int(random.choice([24, 25, 30, 50, 60]))
    steps = max(
        5, round(rate * float(random.uniform(0.3, 1.0) if level < Level.MOVE else random.uniform(0.5, 1.2)))
    )
    how, (first, second), asked = _asked(level, random, steps)
    cut = deliver(_side(first), _side(second), asked, CancelToken())
    shown = [
        cv2.cvtColor(to_rgb(each), cv2.COLOR_RGB2BGR) for each in (cut.change.picture(-1), *cut.frames())
    ]
    rest = round(REST_S * rate)
    frames = [shown[0]] * rest + shown + [shown[-1]] * rest
    if random.random() < 0.2:
        frames = [cv2.copyMakeBorder(each, 0, 0, 80, 80, cv2.BORDER_CONSTANT) for each in frames]
    return Made(level, how, tuple(frames), rate, "" if cut.delivered is level else "; ".join(cut.reasons))


def _asked(level: Level, random: np.random.Generator, steps: int) -> tuple[str, made_slides.Pair, Asked]:
    """What a cut is made of: in words, the two slides, and how they change."""
    if level is Level.CUT:
        pair = (made_slides.replaced, made_slides.unlike, made_slides.built, made_slides.rearranged)
        kind = pair[int(random.integers(0, len(pair)))]
        return kind.__name__, kind(random), Asked(level, "dissolve", 1)
    if level is Level.WHOLE:
        kind = made_slides.unlike if random.random() < 0.5 else made_slides.replaced
        style = STYLES[int(random.integers(0, len(STYLES)))]
        slides = kind(random)
        how = How(DIRECTIONS[int(random.integers(0, len(DIRECTIONS)))])
        return f"{style} {kind.__name__}", slides, Asked(level, style, steps + 1, how)
    if level is Level.HOLD:
        kind = made_slides.replaced if random.random() < 0.6 else made_slides.built
        return kind.__name__, kind(random), Asked(level, "dissolve", steps + 1)
    kind = made_slides.rearranged if level is Level.MOVE else made_slides.reshot
    first, second = slides = kind(random)
    pairs = tuple(Pair(each.id, each.id, "") for each in first.layers if second.layer(each.id))
    return kind.__name__, slides, Asked(level, "dissolve", steps + 1, How(pairs=pairs))


def _side(stack: Stack) -> Side:
    return Side(stacked(stack), stack)


def write(made: Made, path: Path, quality: int) -> None:
    """Code a cut as H.264 with a constant rate factor."""
    height, width = made.frames[0].shape[:2]
    with av.open(str(path), "w") as container:
        stream = container.add_stream(
            "libx264", rate=made.rate, options={"crf": str(quality), "preset": "veryfast"}
        )
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.codec_context.thread_count = 1
        for number, picture in enumerate(made.frames):
            frame = av.VideoFrame.from_ndarray(picture, "bgr24")
            frame.pts, frame.time_base = number, Fraction(1, made.rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def seen(path: Path) -> list[dict[str, object]]:
    """The changes that are found in a video."""
    answers = handle(Message({"path": str(path)}), CancelToken())
    return [answer.header["change"] for answer in answers if "change" in answer.header]


def verdict(changes: list[dict[str, object]]) -> str:
    """What a video of one cut was taken for."""
    if len(changes) != 1:
        return "none" if not changes else "several"
    level = changes[0]["level"]
    return "cannot tell" if level is None else str(level)


def judged(level: Level, seeds: Iterable[int]) -> Iterator[tuple[int, Made, str]]:
    """Make, code, watch: seed, cut, and what it was taken for; without cuts that do not keep what the level
    promises, for they are not of that level.
    """
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            made = make(level, seed)
            if made.missed:
                continue
            path = Path(folder) / "cut.mp4"
            write(made, path, 18 + seed % 4 * 4)
            yield seed, made, verdict(seen(path))


PAGE = """# Changes seen blind

`lecture-studio measure VIDEO` knows nothing of a video but its frames. How often it is right is measured on cuts
that this program made: {each} a level, slides made from seeds ({seed} and on; thresholds were set below 100),
coded as H.264 (x264, CRF 18 to 30, 24 to 60 frames a second, one in five with black bars). Rows are what was made,
columns what it was taken for; "several" are cuts of which more than one change was seen. A cut counts as what the
program itself would deliver: what does not keep the promises of its level ([coherence.md](coherence.md)) falls, and
is not counted ({left_out}).

{table}

Level 5 is not in the table: nothing in a frame says whether a model or optical flow made it, so what a video model
made is placed on 4 at best. A picture that bends by very little is hard to tell from one that fades. The two
thresholds of bending (`deforming.py`) were chosen with these cuts in sight as well, so row 4 is not held out.

{real}

Taken for something else:

{wrong}

Made by `make confusion`: the table by `python -m tests.tools.confusion`, the changes of real decks by
`python -m tests.tools.real_moves`.
"""
COLUMNS = ("0", "1", "2", "3", "4", "cannot tell", "none", "several")


@dataclass(frozen=True)
class Found:
    """What the cuts of a level were taken for, which wrongly, and how many made cuts were not of that level."""

    taken: Counter[str]
    wrong: tuple[str, ...]
    left_out: int


def counted(level: Level, each: int, first: int) -> Found:
    """The first `each` cuts of a level from the seed `first` on."""
    one_thread()
    taken: Counter[str] = Counter()
    wrong: list[str] = []
    last = first
    for seed, made, found in islice(judged(level, count(first)), each):
        last = seed
        taken[found] += 1
        if found != str(int(level)):
            wrong.append(f"level {int(level)}, seed {seed} ({made.how}, {made.rate} frames/s): {found}")
            print(wrong[-1], flush=True)
    return Found(taken, tuple(wrong), last - first + 1 - each)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=50, help="cuts a level")
    parser.add_argument("--seed", type=int, default=1000, help="the first seed")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--out", type=Path, help="write the page of the documentation here")
    asked = parser.parse_args()
    with ProcessPoolExecutor(asked.jobs, get_context("spawn")) as pool:
        work = [pool.submit(counted, level, asked.each, asked.seed) for level in reversed(LEVELS)]
        table = dict(zip(LEVELS, [each.result() for each in reversed(work)], strict=True))
    lines = matrix({level: found.taken for level, found in table.items()})
    print("\n".join(lines))
    if asked.out:
        text = PAGE.format(
            each=asked.each,
            seed=asked.seed,
            table="\n".join(lines),
            left_out=", ".join(
                f"{found.left_out} made for level {int(level)}"
                for level, found in table.items()
                if found.left_out
            )
            or "none was",
            real=real_moves.told(),
            wrong="\n".join(f"- {line}" for found in table.values() for line in found.wrong) or "- none",
        )
        asked.out.write_text(text, encoding="utf-8")


def matrix(table: dict[Level, Counter[str]]) -> list[str]:
    """The confusion matrix as lines of Markdown."""
    lines = ["| made | " + " | ".join(COLUMNS) + " | right |", "|---|" + "--:|" * (len(COLUMNS) + 1)]
    for level, found in table.items():
        right = found[str(int(level))] / max(1, found.total())
        cells = " | ".join(str(found[column] or "") for column in COLUMNS)
        lines.append(f"| {int(level)} | {cells} | {right:.0%} |")
    return lines


if __name__ == "__main__":
    main()
