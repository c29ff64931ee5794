"""How far an export is as one share, and how long it still takes: from its stages, its clock and the forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.progress import Progress

STAGES = {"prepare": (0.0, 0.45), "measure": (0.45, 0.5), "render": (0.5, 0.95), "join": (0.95, 1.0)}
"""Where each stage begins and ends in the whole, as shares."""

_LEAST_WORKED = 0.04
"""A smaller share of the work says nothing about the rest."""


class Pace:
    """`share` runs from 0 to 1 and never goes back. Stages that were found done already count as no work."""

    def __init__(self, expected_s: float = 0.0) -> None:
        self.share = 0.0
        self._expected_s = expected_s
        self._worked = 0.0

    def tell(self, progress: Progress) -> None:
        """Learn where the work is."""
        if progress.stage not in STAGES:
            return
        start, stop = STAGES[progress.stage]
        within = min(1.0, progress.done / progress.total) if progress.total else 0.0
        before = max(self.share, start)
        self.share = max(before, start + (stop - start) * within)
        self._worked += self.share - before

    def left(self, elapsed_s: float) -> float | None:
        """Seconds that the rest takes after `elapsed_s` of work; None while that cannot be known.

        The forecast counts most at the beginning, what was seen counts most at the end.
        """
        seen = elapsed_s * (1 - self.share) / self._worked if self._worked >= _LEAST_WORKED else None
        told = max(self._expected_s - elapsed_s, 0.0) if self._expected_s else None
        if seen is None or told is None:
            return told if seen is None else seen
        return self.share * seen + (1 - self.share) * told
