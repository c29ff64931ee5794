"""Which encoder makes a film: the first of a profile's list that proves itself, and why the others do not.

x264 needs no proof and is always the last resort. Every other family is tried in a child process; what came out is
remembered as long as the program runs, and of encoders without a device in the cache: only another version of them
can change that.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from typing import Any

from renderers import editions, wire
from renderers.cache import Entry
from renderers.encode.encoders import SURE, Family, family
from renderers.encode.video import VideoSettings
from renderers.messages import Message
from renderers.profiles import Profile
from renderers.workers import Worker
from renderers.workshop import Workshop
from studio.errors import MissingToolError, OutputError, WorkerError

LIMIT_S = 120.0
MEMORY = 4 * 1024**3
"""Bytes of address space for an encoder without a device; drivers map many times more than they use."""
_SMALL = (640, 360)
"""An encoder without a device does the same at any size."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A family that is not used, and why (the end of a sentence)."""

    family: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The settings a film is made with, and the families that would have been preferred."""

    settings: VideoSettings
    refused: tuple[Refused, ...] = ()


def choose(profile: Profile, workshop: Workshop, wanted: str = "") -> Choice:
    """The encoder for a profile, or the one that is `wanted` by name.

    Raises MissingToolError where that one cannot be used, StudioError where there is none of that name.
    """
    refused: list[Refused] = []
    names = (wanted,) if wanted else dict.fromkeys((*profile.encoders, SURE))
    with Probing(workshop) as probing:
        for name in names:
            found = probing.examined(name, profile)
            if isinstance(found, VideoSettings):
                return Choice(found, tuple(refused))
            refused.append(found)
    raise MissingToolError(
        f"The encoder “{wanted}” cannot be used: {refused[0].why}; leave --encoder out, or choose {SURE}."
    )


class Probing:
    """Tries encoders, with one child process for those that have a device and one for those that have none."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._workers: dict[int, Worker] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Probing:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def examined(self, name: str, profile: Profile) -> VideoSettings | Refused:
        """The settings with which a family may make films of a profile, or why it may not."""
        by = family(name)
        first = Refused(name, by.words, "")
        if name == SURE:
            return VideoSettings.of(profile)
        for still in by.stills:
            settings = VideoSettings.of(profile, name, still)
            why, started = self._tried(settings, by)
            if not why:
                return settings
            first = first if first.why else replace(first, why=why)
            if not started:
                break
        return first

    def _tried(self, settings: VideoSettings, by: Family) -> tuple[str, bool]:
        if not by.hardware:
            settings = replace(settings, width=_SMALL[0], height=_SMALL[1])
        key = _key(settings)
        if key not in _TRIED:
            kept = None if by.hardware else self._workshop.cache.record(key)
            answer = kept or self._asked(settings, 0 if by.hardware else MEMORY)
            if not by.hardware and kept is None and "crashed" not in answer:
                with suppress(OutputError):  # a full disk costs only time
                    self._workshop.cache.put(key, Entry(answer))
            _TRIED[key] = answer["why"], answer["started"]
        return _TRIED[key]

    def _asked(self, settings: VideoSettings, memory: int) -> dict[str, Any]:
        if memory not in self._workers:
            worker = Worker("encoder", LIMIT_S, memory, scratch=self._workshop.scratch)
            self._workers[memory] = self._stack.enter_context(worker)
        message = Message({"do": "try an encoder", "settings": wire.plain(settings)})
        try:
            (answer,) = self._workers[memory].request(message, self._workshop.cancel)
        except WorkerError as error:
            return {"why": f"it failed while it was tried ({error})", "started": True, "crashed": True}
        return answer.header


_TRIED: dict[str, tuple[str, bool]] = {}
"""What came out for settings, by key: why a family is not to be trusted ("": it is), and whether it started."""


def _key(settings: VideoSettings) -> str:
    told = ["encoder", editions.find().still, wire.plain(settings)]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
