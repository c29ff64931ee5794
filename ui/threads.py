"""Threads kept for the next piece of work: who starts a new one waits until it runs, and typing stutters."""

from __future__ import annotations

import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Running:
    """One piece of work on its way. Whoever holds this when it has ended lets go of what was worked with."""

    def __init__(self, work: Callable[[], None]) -> None:
        self.work = work
        self.ended = threading.Event()

    @property
    def is_alive(self) -> bool:
        """Whether it waits or runs; afterwards no thread holds anything of it."""
        return not self.ended.is_set()

    def join(self, seconds: float) -> None:
        """Wait for its end, but no longer than so many seconds."""
        self.ended.wait(seconds)


class Threads:
    """As many as there was work at once. None of them keeps the program from ending."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Running] = SimpleQueue()
        self._counting = threading.Lock()
        self._idle = 0

    def run(self, work: Callable[[], None]) -> Running:
        """Have work done at once, beside the caller."""
        running = Running(work)
        with self._counting:
            fresh = self._idle == 0
            self._idle -= not fresh
        self._waiting.put(running)
        if fresh:
            threading.Thread(target=self._serve, name="tasks", daemon=True).start()
        return running

    def _serve(self) -> None:
        while True:
            running = self._waiting.get()
            ended = running.ended
            try:
                running.work()
            finally:
                del running  # before it counts as ended: the main thread shall be the last to let go of it
                with self._counting:
                    self._idle += 1
                ended.set()
