"""Collects the lines of an import report while a file is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from studio.errors import StudioError
from studio.report import Entry, Outcome

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Writes report lines about one place: a slide (counted from 1) or, without one, the whole file."""

    entries: list[Entry] = field(default_factory=list[Entry])
    slide: int | None = None
    scene: str | None = None

    def on(self, slide: int, scene: str | None) -> Ledger:
        """A ledger that writes into the same report, about one slide; `scene` None where it becomes none."""
        return Ledger(self.entries, slide, scene)

    def kept(self, what: str, text: str) -> None:
        """Something arrived as it was."""
        self._write("kept", what, text)

    def replaced(self, what: str, text: str) -> None:
        """Something arrived in another form."""
        self._write("replaced", what, text)

    def left_out(self, what: str, text: str) -> None:
        """Something did not arrive."""
        self._write("left out", what, text)

    def attempt(self, what: str, sentence: str, default: T, work: Callable[[], T]) -> T:
        """Do `work`; if the file is broken there, write `sentence` and go on with `default`.

        Third-party files break in every possible way, so every exception counts; only sentences meant
        for the user pass through.
        """
        try:
            return work()
        except StudioError:
            raise
        except Exception:
            self.left_out(what, sentence)
            return default

    def _write(self, outcome: Outcome, what: str, text: str) -> None:
        self.entries.append(Entry(outcome, what, text, self.slide, self.scene))
