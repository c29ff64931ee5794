"""What becomes of real seams where things move, and what `measure` says of them blind.

    python -m tests.tools.real_moves DECKS

Every seam of a real deck that was labelled 3 by hand (tests/data/seams.toml) is exported at 540p at levels 3, 2
and 1 and decoded again: what was delivered and why, and where the change is placed by its frames alone. Kept in
tests/data/real_moves.json; `tests.tools.confusion --out` writes it into docs/measuring.md.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from renderers.measure.blind import placed
from renderers.measure.watching import LINES
from renderers.planes import one_thread
from studio.lecture import Level, Transition
from tests.tools.agreement import Label, labels
from tests.tools.showing import Picture, Stage

KEPT = Path(__file__).resolve().parents[1] / "data" / "real_moves.json"
ASKED = (Level.MOVE, Level.HOLD, Level.WHOLE)
REST = 6
"""Frames for which each slide stands before and after the change that is looked at."""


@dataclass(frozen=True, slots=True)
class Told:
    """A seam at a level: what was delivered, why not what was asked, and what it was taken for ("cannot tell")."""

    seam: str
    asked: int
    delivered: int
    why: tuple[str, ...]
    taken: str


def moving(decks: Path, stage: Stage) -> Iterator[Told]:
    """What became of every seam that was labelled 3."""
    for label in (each for each in labels() if each.level is Level.MOVE):
        (deck,) = decks.rglob(label.deck)
        yield from _seam(label, deck, stage)


def _seam(label: Label, deck: Path, stage: Stage) -> Iterator[Told]:
    lecture = stage.read(deck)
    first, second = lecture.scene(label.first), lecture.scene(label.second)
    pair = replace(lecture, scenes=(first, replace(second, transition=Transition())))
    for level in ASKED:
        shown = stage.show(pair, 2, level)
        yield Told(label.name, int(level), shown.report.delivered, shown.report.fell, taken(shown.frames))


def taken(frames: Sequence[Picture]) -> str:
    """What a change is taken for whose frames (RGB) are all that is known."""
    import cv2

    small = [
        cv2.resize(
            frame, (round(frame.shape[1] * LINES / frame.shape[0]), LINES), interpolation=cv2.INTER_AREA
        )
        for frame in frames
    ]
    grey = [np.asarray(cv2.cvtColor(each, cv2.COLOR_RGB2GRAY), np.uint8) for each in small]
    verdict = placed([grey[0]] * REST + grey + [grey[-1]] * REST)
    if verdict is None:
        return "none"
    return "cannot tell" if verdict.level is None else str(int(verdict.level))


def told() -> str:
    """What was found last, as paragraphs of Markdown."""
    found = [Told(**{**each, "why": tuple(each["why"])}) for each in json.loads(KEPT.read_text("utf-8"))]
    asked = [each for each in found if each.asked == int(Level.MOVE)]
    kept = [each for each in asked if each.delivered == int(Level.MOVE)]
    lines = [
        f"Real changes: the {len(asked)} seams of real decks that were labelled 3 by hand, exported at levels 3, 2",
        f"and 1 (540p) and decoded. Asked for level 3, {len(kept)} deliver it ({len(kept) / len(asked):.0%}). Rows",
        "are what was delivered as it was asked for, columns what it was taken for.",
        "",
    ]
    right = [each for each in found if each.delivered == each.asked]
    columns = ("1", "2", "3", "4", "cannot tell", "none")
    lines += ["| delivered | " + " | ".join(columns) + " |", "|---|" + "--:|" * len(columns)]
    for level in ASKED:
        counts = Counter(each.taken for each in right if each.asked == int(level))
        lines.append(f"| {int(level)} | " + " | ".join(str(counts[name] or "") for name in columns) + " |")
    fallen = [each for each in asked if each not in kept]
    if fallen:
        lines += ["", "Not level 3, though it was asked for:", ""]
        lines += [f"- {each.seam}: {each.delivered}; {'; '.join(each.why)}" for each in fallen]
    return "\n".join(lines)


def main(decks: Path) -> None:
    """Export, look, keep."""
    from renderers.workplace import workshop
    from studio.progress import CancelToken

    one_thread()
    found: list[Told] = []
    with workshop(CancelToken()) as shop:
        for each in moving(decks, Stage(shop)):
            found.append(each)
            print(each.seam, each.asked, each.delivered, each.taken, *each.why, flush=True)
    lines = ",\n".join(json.dumps(asdict(each), ensure_ascii=False) for each in found)
    KEPT.write_text(f"[\n{lines}\n]\n", "utf-8")
    print(told())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
