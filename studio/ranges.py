"""Numbers of slides and pages in short, as people write them."""

from __future__ import annotations

from collections.abc import Iterable


def in_short(numbers: Iterable[int]) -> str:
    """Whole numbers in rising order, neighbours as a range: "1, 4–6"; two neighbours are a range, too."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
