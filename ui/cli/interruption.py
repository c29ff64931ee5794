"""What Ctrl-C and SIGTERM do: they set one cancel token, and where nobody looks at it they break off at once.

The engine looks at the token several times a second and leaves things tidy; everything else in the main thread
(loading modules, reading a deck) is broken off by KeyboardInterrupt. A second signal always breaks off.
"""

from __future__ import annotations

import signal
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

from studio.progress import CancelToken

TOKEN = CancelToken()
_watched = False


def listen() -> None:
    """Answer the signals from now on; only the main thread may ask for that."""
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), _asked)


def leave() -> None:
    """Let the system answer the signals again: the editor's unsaved work is on the disk at any moment."""
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


@contextmanager
def watched() -> Generator[None]:
    """While the block runs, it looks at the token itself; the first signal sets that and no more."""
    global _watched
    before, _watched = _watched, True
    try:
        yield
    finally:
        _watched = before


def _asked(_number: int, _frame: FrameType | None) -> None:
    again = TOKEN.cancelled
    TOKEN.cancel()
    if again or not _watched:
        raise KeyboardInterrupt
