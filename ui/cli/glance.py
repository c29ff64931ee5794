"""A whole lecture's or video's changes at a glance: how many of each level, and where."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence

from studio.delivered import At, counted, strip

_WIDEST = 100


def lines(changes: Sequence[At], length: float) -> Iterator[str]:
    """What is printed below the single changes of `length` seconds; nothing where there are none."""
    if not changes:
        return
    for (requested, delivered), count in counted(changes).items():
        yield f"  {count:>4} × {_told(requested, delivered)}"
    columns = max(20, min(_WIDEST, shutil.get_terminal_size().columns) - 4)
    yield f"  0:00{minutes(length):>{columns - 4}}"
    yield f"  {strip(changes, length, columns)}"
    yield "  · 0  ▁ 1  ▃ 2  ▄ 3  ▆ 4  █ 5  ? cannot tell"


def minutes(seconds: float) -> str:
    """Minutes and seconds."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def _told(requested: int | None, delivered: int | None) -> str:
    got = "cannot tell" if delivered is None else f"level {delivered}"
    if requested is None:
        return got
    return f"{got} as asked" if requested == delivered else f"level {requested} asked, {delivered} delivered"
