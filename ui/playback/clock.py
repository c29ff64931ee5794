"""The one clock of playing: what the loudspeaker has played, made smooth; without one, time itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from studio.timebase import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Callable

BRIDGED_S = 0.12
"""A device tells its place every now and then; for so long the clock goes on by itself in between."""
DEAD_S = 3.0
"""A device that has played nothing for so long is not playing (a sleeping one may take two seconds)."""


class Clock:
    """Counts samples heard since `start`; never backwards.

    `now` gives seconds and never goes back. A device gives the number of samples it has played.
    """

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self._now = now
        self._device: Callable[[], int] | None = None
        self._since = 0.0
        self._base = self._told = self._heard = 0

    def start(self, device: Callable[[], int] | None = None) -> None:
        """Count from 0, by what a device has played, or by time alone."""
        self._device, self._since = device, self._now()
        self._base = self._told = self._heard = 0

    def go_alone(self) -> None:
        """The device is gone: go on from here by time alone."""
        self._base, self._since, self._device = self._heard, self._now(), None

    @property
    def is_dead(self) -> bool:
        """Whether there is a device and it has stopped playing."""
        return self._device is not None and self._now() - self._since > DEAD_S

    def read(self) -> int:
        """Samples heard so far."""
        now = self._now()
        passed = now - self._since
        if self._device is not None:
            told = self._device()
            if told != self._told:
                self._told = self._base = told
                self._since, passed = now, 0.0
            passed = min(passed, BRIDGED_S) if self._told else 0.0
        self._heard = max(self._heard, self._base + int(passed * SAMPLE_RATE))
        return self._heard
