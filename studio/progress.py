"""How long work tells where it is, and how it is stopped."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event

from studio.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """One report of a running job.

    `done` and `total` count the same unit of work (`total` may grow while a job is being planned);
    `what` names in plain words what is being done; `where` is the scene id it belongs to, if any.
    """

    stage: str
    done: float
    total: float
    what: str = ""
    where: str | None = None


class CancelToken:
    """Asks running work to stop; shared between the one who asks and all who work.

    A token made under another one is also cancelled when that one is, but not the other way round.
    """

    def __init__(self, parent: CancelToken | None = None) -> None:
        self._event = Event()
        self._parent = parent

    def cancel(self) -> None:
        """Ask everything that holds this token to stop at its next safe point."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked."""
        return self._event.is_set() or (self._parent is not None and self._parent.cancelled)

    def check(self) -> None:
        """Raise `Cancelled` if somebody asked."""
        if self.cancelled:
            raise Cancelled


NEVER = CancelToken()
"""For those who have nobody to stop them; never to be cancelled."""
