"""What the checks of a finished video have in common: its events, and one line of the table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the table. `passed` is None where there was nothing to check."""

    check: str
    passed: bool | None
    told: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a scene stands, in frames: its cut is [start, body), its own picture [body, stop)."""

    number: int
    start: int
    body: int
    stop: int
    delivered: int


@dataclass(frozen=True, slots=True)
class Export:
    """What `lecture-studio render --json` said last: the frames of the video and of its scenes."""

    frames: int
    scenes: tuple[Scene, ...]

    @staticmethod
    def read(events: Path) -> Export:
        """From the printed events; StopIteration where the export did not end well."""
        lines = [json.loads(line) for line in events.read_text("utf-8").splitlines() if line.startswith("{")]
        done = next(line for line in reversed(lines) if line["event"] == "done")
        names = ("number", "start", "body", "stop", "delivered")
        return Export(
            done["frames"], tuple(Scene(*(scene[name] for name in names)) for scene in done["scenes"])
        )


def some(faults: list[str], most: int = 3) -> str:
    """A few of many faults, and how many more there are."""
    more = f" … and {len(faults) - most} more" if len(faults) > most else ""
    return "; ".join(faults[:most]) + more
