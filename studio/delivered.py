"""What a change was found to do, in plain sentences: from the record that is kept of a checked or rendered cut."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from studio.lecture import Level


@dataclass(frozen=True, slots=True)
class At:
    """One change of a lecture or a video: when it begins (seconds), and which level was asked for and delivered.

    `delivered` is None where it cannot be told, `requested` where nobody asked.
    """

    start: float
    requested: Level | None
    delivered: Level | None


def kept(record: Mapping[str, Any]) -> tuple[str, ...]:
    """What a change keeps of what its level promises, one sentence each, the most telling first.

    `record` is that of a CutStep or a CheckStep, or anything with its "delivered" and "scores".
    """
    level, scores = Level(record["delivered"]), record.get("scores") or {}
    if level is Level.CUT:
        return ("The next slide simply appears.",)
    found = [*_of_pictures(level, scores), *_of_objects(level, scores)]
    if level >= Level.HOLD:
        found.append("What both slides share stays still.")
    found.append("Nothing jumps, and it ends on the slide itself.")
    return tuple(found)


def _of_objects(level: Level, scores: Mapping[str, Any]) -> Iterable[str]:
    if level >= Level.MOVE and scores.get("persistence") is not None:
        yield "Nothing that both slides have disappears on the way."
        yield "Nothing is seen twice."


def _of_pictures(level: Level, scores: Mapping[str, Any]) -> Iterable[str]:
    if level < Level.RESHAPE:
        return
    if scores.get("sharpness") is not None:
        yield "The picture stays sharp while it turns into the next."
    if scores.get("lettering") is not None:
        yield "The words beside the picture stay untouched."
    if level is Level.MOTION and scores.get("ends_alike") is not None:
        yield "What the model made begins and ends with the slides’ own pictures."


def fell(record: Mapping[str, Any]) -> str:
    """ "Asked 5, delivered 3: …", or "" where what was asked for was delivered."""
    requested, delivered = int(record["requested"]), int(record["delivered"])
    reasons = record.get("reasons") or record.get("fell") or ()
    if requested == delivered or not reasons:
        return ""
    return f"asked {requested}, delivered {delivered}: {reasons[0]}"


MARKS = "·▁▃▄▆█"
"""How the levels 0 to 5 are drawn, a column each."""
UNKNOWN, NONE = "?", " "


def strip(changes: Iterable[At], length: float, columns: int) -> str:
    """A whole lecture or video at a glance: `columns` characters for `length` seconds, each with the mark of the
    highest level of the changes that begin there; "?" for what cannot be told, blank where nothing changes.
    """
    marks = [NONE] * columns
    highest = [-2] * columns
    for change in changes:
        place = min(columns - 1, max(0, int(columns * change.start / length))) if length > 0 else 0
        level = -1 if change.delivered is None else int(change.delivered)
        if level > highest[place]:
            highest[place] = level
            marks[place] = UNKNOWN if change.delivered is None else MARKS[level]
    return "".join(marks)


def counted(changes: Iterable[At]) -> dict[tuple[int | None, int | None], int]:
    """How many changes there are of each (requested, delivered), the lowest first; None last."""
    found: dict[tuple[int | None, int | None], int] = {}
    for change in changes:
        pair = (
            None if change.requested is None else int(change.requested),
            None if change.delivered is None else int(change.delivered),
        )
        found[pair] = found.get(pair, 0) + 1
    order = sorted(found, key=lambda pair: tuple(9 if level is None else level for level in pair))
    return {pair: found[pair] for pair in order}
