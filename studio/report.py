"""What an import kept, replaced or left out, slide by slide, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["kept", "replaced", "left out"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a report. `slide` counts from 1 (None: the whole deck); `what` is a stable word for
    programs ("notes", "font", "build", "narration", "transition", …); `text` is one sentence for people.
    """

    outcome: Outcome
    what: str
    text: str
    slide: int | None = None
    scene: str | None = None


def counted(number: int, what: str) -> str:
    """A number of things for a line: "1 slide", "3 slides"."""
    return f"{number} {what}{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All that is to be said about one import."""

    source: str
    slides: int
    entries: tuple[Entry, ...] = ()

    def about(self, outcome: Outcome) -> tuple[Entry, ...]:
        """The lines with one outcome."""
        return tuple(entry for entry in self.entries if entry.outcome == outcome)

    def with_entries(self, more: tuple[Entry, ...]) -> ImportReport:
        """The report with further lines, sorted by slide (whole-deck lines first), each line once."""
        merged = dict.fromkeys(self.entries + more)
        ordered = sorted(merged, key=lambda entry: entry.slide or 0)
        return ImportReport(self.source, self.slides, tuple(ordered))
