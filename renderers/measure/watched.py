"""What changes in a video file, whoever made it: asked of the "watch" worker, within limits."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from renderers.messages import Message
from renderers.workers import Worker
from renderers.workshop import Workshop
from studio.errors import BadFileError, LimitError, WorkerError
from studio.lecture import Level
from studio.progress import Progress

LIMIT_S = 4 * 3600.0
"""Seconds that watching may take: an hour of video takes some minutes."""
MEMORY = 6 * 1024**3
"""Bytes of address space."""
SUFFIXES = frozenset(
    (".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".ts", ".wmv", ".flv", ".ogv")
)
"""Endings of what is watched instead of read as a lecture."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A change in a video, from `start` to `end` (seconds). `level`: None where it cannot be told; `why`: words."""

    start: float
    end: float
    level: Level | None
    why: str


@dataclass(frozen=True, slots=True)
class Watched:
    """The changes of a video of `length` seconds, in order."""

    length: float
    changes: tuple[Seen, ...]


def watch(path: Path, workshop: Workshop) -> Generator[Progress, None, Watched]:
    """Find the changes of a video. Raises BadFileError with one sentence, and Cancelled."""
    if not path.is_file():
        raise BadFileError(f"There is no file “{path}”; check the name.")
    found: list[Seen] = []
    length = 0.0
    with Worker("watch", LIMIT_S, MEMORY, scratch=workshop.scratch) as worker:
        try:
            for answer in worker.request(
                Message({"do": "watch", "path": str(path.absolute())}), workshop.cancel
            ):
                if "change" in answer.header:
                    found.append(_seen(**answer.header["change"]))
                    continue
                length = answer.header["at"]
                whole = max(answer.header["length"], length)
                yield Progress("measure", length, whole, "Watching the video")
        except LimitError as error:
            raise BadFileError(
                f"“{path.name}” takes more time or memory than watching a video may and was given up; "
                "split it, or save it smaller.",
                f"{error}\n{error.details}",
            ) from None
        except WorkerError as error:
            raise BadFileError(
                f"“{path.name}” cannot be watched: what decodes it failed; save it again as MP4 and try that.",
                f"{error}\n{error.details}",
            ) from None
    return Watched(length, tuple(found))


def _seen(start: float, end: float, level: int | None, why: str) -> Seen:
    return Seen(start, end, None if level is None else Level(level), why)
