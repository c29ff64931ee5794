"""Which editors run at this moment, and what can be tidied up when no other one does."""

from __future__ import annotations

import secrets
import time
from contextlib import suppress

from studio.assets import AssetStore
from studio.file_lock import FileLock, take
from studio.settings import assets_folder, state_folder

KEPT_S = 30 * 24 * 3600
"""Bytes of lectures that nobody opened, saved or imported for so long are removed; saved files have their own."""


class Presence:
    """Tells other editors that this one runs, until `release` or the end of the process."""

    def __init__(self) -> None:
        self._lock: FileLock | None = None

    def release(self) -> None:
        """The editor ends."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def tidy(self) -> int:
        """Remove the bytes of lectures that nobody can need any more; how many.

        Nothing is removed while another editor runs (an undo there may bring anything back) or while there is a
        journal that cannot be read.
        """
        from studio import recovery

        with suppress(OSError):
            if self._lock is None:
                self._lock = take(state_folder() / "running" / f"{secrets.token_hex(8)}.lock")
            if self._is_alone():
                needed = recovery.needed()
                if needed is not None:
                    return AssetStore(assets_folder()).tidy(needed, time.time() - KEPT_S)
        return 0

    def _is_alone(self) -> bool:
        """Whether no other editor runs; what crashed ones left is removed."""
        own = self._lock
        if own is None:
            return False
        for path in own.path.parent.glob("*.lock"):
            if path != own.path:
                other = take(path)
                if other is None:
                    return False
                other.release()
        return True
