"""Compares the automatic choice of a change with labels set by hand, and writes docs/automatic-choice.md.

    python -m tests.tools.agreement [PAGE.md]
    python -m tests.tools.agreement --measure WORK

The labels (`tests/data/seams.toml`) say for seams of real decks which level a teacher and designer would choose,
without looking at a transition the deck has stored. Half of the decks are for tuning, the others are held out.
`--measure` takes the features of these seams again from what `tests.tools.seam_sheets draw WORK` left, into
`tests/data/seams_features.json`.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from studio.coherence import CutChoice, Features, propose
from studio.lecture import CardVisual, Level, Scene

_ROOT = Path(__file__).resolve().parents[2]
LABELS = _ROOT / "tests" / "data" / "seams.toml"
MEASURED = _ROOT / "tests" / "data" / "seams_features.json"
PAGE = _ROOT / "docs" / "automatic-choice.md"
HALVES = ("tuning", "held out")
LEVELS = (Level.CUT, Level.WHOLE, Level.HOLD, Level.MOVE)


@dataclass(frozen=True, slots=True)
class Label:
    """What a person chose for the seam before scene `second` of a deck, and why; `half` is one of `HALVES`."""

    deck: str
    first: str
    second: str
    level: Level
    why: str
    half: str

    @property
    def name(self) -> str:
        """Deck and slides, as the features are kept under."""
        return f"{self.deck} {self.first} {self.second}"


@dataclass(frozen=True, slots=True)
class Judged:
    """A label beside what the rules choose."""

    label: Label
    choice: CutChoice

    @property
    def agrees(self) -> bool:
        """Whether both chose one level."""
        return self.label.level is self.choice.level


def labels() -> list[Label]:
    """All labels."""
    told = tomllib.loads(LABELS.read_text("utf-8"))
    return [Label(**{**each, "level": Level(each["level"])}) for each in told["seam"]]


def judged() -> list[Judged]:
    """Every label with the choice that the rules make from the features kept beside it."""
    measured = json.loads(MEASURED.read_text("utf-8"))
    return [Judged(label, chosen(measured[label.name])) for label in labels()]


def chosen(measured: dict[str, Any]) -> CutChoice:
    """What rules 2 to 5 choose. `section` is the name of the section that begins here, "" where none does."""
    facts = dict(measured)
    nothing = CardVisual("")
    scene = Scene("after", "", nothing, section=facts.pop("section"))
    return propose(scene, Scene("before", "", nothing), Features(**facts))


def share(found: Iterable[Judged]) -> float:
    """How many of these agree, 0 to 1."""
    said = [each.agrees for each in found]
    return sum(said) / len(said)


def measure(work: Path) -> dict[str, dict[str, Any]]:
    """The features of every labelled seam, from the lectures and pages in a folder."""
    from renderers.measure.features import between, reduced
    from renderers.planes import from_rgb, one_thread
    from studio.comparing import compared
    from tests.tools.seam_sheets import opened, page

    one_thread()
    found: dict[str, dict[str, Any]] = {}
    lectures = {name: opened(work, name) for name in dict.fromkeys(label.deck for label in labels())}
    for label in labels():
        lecture = lectures[label.deck]
        before, scene = lecture.scene(label.first), lecture.scene(label.second)
        both = [reduced(from_rgb(page(work, label.deck, each.id))) for each in (before, scene)]
        features = asdict(compared(before, scene, asdict(between(both[0], both[1]))))
        rounded = {
            name: round(each, 4) if isinstance(each, float) else each for name, each in features.items()
        }
        begins = scene.section if scene.section != before.section else ""
        found[label.name] = {"section": begins, **rounded}
    return found


def table(found: list[Judged]) -> list[str]:
    """The confusion matrix: a line for each level a person chose, a column for each level the rules chose."""
    counted = Counter((each.label.level, each.choice.level) for each in found)
    lines = ["| by hand \\ by rule | " + " | ".join(f"{level}" for level in map(int, LEVELS)) + " | agree |"]
    lines.append("|---" * (len(LEVELS) + 2) + "|")
    for level in LEVELS:
        row = [counted[level, other] for other in LEVELS]
        agree = f"{counted[level, level]} of {sum(row)}"
        lines.append(f"| {int(level)} | " + " | ".join(map(str, row)) + f" | {agree} |")
    return lines


def report(found: list[Judged]) -> str:
    """The page for the documentation."""
    by_half = {half: [each for each in found if each.label.half == half] for half in HALVES}
    parts = [_HEAD.format(count=len(found), decks=len({each.label.deck for each in found}))]
    for half, some in by_half.items():
        hold = sum(each.label.level is Level.HOLD for each in some) / len(some)
        agreed = f"{sum(each.agrees for each in some)} of {len(some)} ({share(some):.1%})"
        parts.append(f"\n## {half.capitalize()}: {agreed} agree\n")
        parts.append(f"Always choosing Hold would agree on {hold:.1%}.\n")
        parts += table(some)
        parts += ["\n| seam | by hand | why | by rule | reason |", "|---|---|---|---|---|"]
        parts += [_row(each) for each in some if not each.agrees]
    return "\n".join(parts) + "\n"


def _row(each: Judged) -> str:
    label, choice = each.label, each.choice
    where = f"{label.deck}, {label.first} to {label.second}"
    return f"| {where} | {int(label.level)} | {label.why} | {int(choice.level)} | {choice.reason} |"


_HEAD = """# The automatic choice against labels set by hand

{count} seams of {decks} real decks and outlines were looked at side by side, and for each the level written down
that a teacher and designer would choose (0 Cut, 1 Whole slide, 2 Hold, 3 Move), with the reason. The labels are in
`tests/data/seams.toml`; transitions that a deck has stored were left out of it on both sides. The decks are split
in two halves by a digest of their names: the thresholds were set on one half, the other was held out.
`python -m tests.tools.agreement` writes this page from the features kept beside the labels.

Move is chosen too seldom rather than too often. Of the ten that a person would move and the rule holds, two have
no object of both slides, four have a single one among five to seven that moves, and in four what moves is little
beside what stays or is replaced. “All that is on both slides moves” would win those four, and lose nine that a
person would hold (5 tuning, 4 held out), at like shares of matched objects: no feature here tells them apart."""


def main() -> None:
    """Measure, or write the page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("page", type=Path, nargs="?", default=PAGE, help="the page to write")
    parser.add_argument("--measure", type=Path, metavar="WORK", help="take the features again, write no page")
    asked = parser.parse_args()
    if asked.measure is not None:
        measured = measure(asked.measure)
        lines = ",\n".join(
            f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(measured[name])}" for name in measured
        )
        MEASURED.write_text(f"{{\n{lines}\n}}\n", "utf-8")
        return
    found = judged()
    asked.page.write_text(report(found), "utf-8")
    for half in HALVES:
        print(f"{half}: {share(each for each in found if each.label.half == half):.1%}")


if __name__ == "__main__":
    main()
