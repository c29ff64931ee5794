"""Time in which this program was awake: what limits of waiting are counted in.

While a laptop sleeps, or a stopped program lies still, a worker can neither answer nor beat, and nobody waits for
it. Some systems' clocks go on meanwhile (Windows), others' stand still; a program stopped by Ctrl-Z sees a jump on
all of them. So between two looks a few seconds are counted at most.
"""

from __future__ import annotations

import time
from collections.abc import Callable

LONGEST_LOOK_S = 5.0
"""Who waits looks ten times a second; even on a machine that is busy with other things it takes no longer."""


class WakingClock:
    """Seconds since it was made, in which somebody looked at it every now and then."""

    def __init__(self, clock: Callable[[], float] | None = None) -> None:
        self._clock = clock or time.monotonic
        self._seen = self._clock()
        self._awake = 0.0

    def now(self) -> float:
        """Seconds awake until now; to be asked at least every few seconds while it matters."""
        seen = self._clock()
        self._awake += min(max(seen - self._seen, 0.0), LONGEST_LOOK_S)
        self._seen = seen
        return self._awake
