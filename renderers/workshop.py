"""What a running step may use: the cache, the lecture's assets, workers, scratch files, the cancel token."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from typing import Any

from renderers import allocating
from renderers.cache import Cache, Entry
from renderers.messages import Message
from renderers.scratch import Scratch
from renderers.workers import Worker
from studio.assets import AssetStore
from studio.errors import LostEntryError
from studio.progress import CancelToken
from studio.whole_file import whole_file

WORKER_MEMORY = {"pages": 8 * 1024**3, "paint": 6 * 1024**3, "speech": 2 * 1024**3}
"""Address space in bytes, of the worker and of each child that it starts (LibreOffice maps less than one gigabyte
for an ordinary deck)."""


class Workshop:
    """Shared by all steps of one job; safe for several threads. Close it to end its workers."""

    def __init__(self, cache: Cache, assets: AssetStore, cancel: CancelToken) -> None:
        self.cache = cache
        self.assets = assets
        self.cancel = cancel
        self.told: dict[str, tuple[str, float]] = {}
        """Of steps that tell where they are, by key: what is being done, and which part of the step is (0 to 1)."""
        self._doubts = False
        self._idle: dict[str, list[Worker]] = {}
        self._lock = threading.Lock()
        self._scratch = Scratch()

    def under(self, cancel: CancelToken) -> Workshop:
        """The same workshop, for work that another token stops."""
        view = copy(self)
        view.cancel = cancel
        return view

    def doubting(self) -> Workshop:
        """The same workshop, which reads what is kept to its last byte before it says that it is known."""
        view = copy(self)
        view._doubts = True
        return view

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all workers and remove scratch files."""
        self.rest()
        self._scratch.cleanup()

    def rest(self) -> None:
        """End the workers that nobody uses now, so that what comes next has their memory; later ones start anew.

        What this process holds and does not use goes with it.
        """
        with self._lock:
            for workers in self._idle.values():
                for worker in workers:
                    worker.close()
            self._idle.clear()
        allocating.give_back()

    def _worker(self, name: str) -> Worker:
        return Worker(name, memory=WORKER_MEMORY.get(name, 0), scratch=self.scratch)

    @property
    def scratch(self) -> Path:
        """Where scratch files are made, also those of workers; it goes with the workshop."""
        return self._scratch.path

    @contextmanager
    def worker(self, name: str) -> Generator[Worker]:
        """A worker for one thread's use; it is kept running for the next one."""
        with self._lock:
            idle = self._idle.setdefault(name, [])
            worker = idle.pop() if idle else self._worker(name)
        try:
            yield worker
        finally:
            with self._lock:
                self._idle.setdefault(name, []).append(worker)

    def ask(self, name: str, message: Message, limit_s: float) -> list[Message]:
        """What a worker answers to a request. Raises what `Worker.request` raises."""
        with self.worker(name) as worker:
            return list(worker.request(message, self.cancel, limit_s))

    def tell(self, key: str, what: str, part: float) -> None:
        """Say where a long step is; shared by all views of the workshop."""
        self.told[key] = what, part

    def folder(self, name: str) -> Path:
        """A scratch folder that goes with the workshop."""
        path = self.scratch / name
        path.mkdir(exist_ok=True)
        return path

    def known(self, key: str) -> dict[str, Any] | None:
        """The facts of a kept result; None where it has to be made, or failed for a `passing` reason."""
        if not self._doubts:
            record = self.cache.record(key)
        else:
            entry = self.cache.get(key)
            record = entry.record if entry is not None else None
        return None if record is not None and record.get("passing") else record

    def entry(self, key: str) -> Entry:
        """A kept result; LostEntryError where it is gone."""
        entry = self.cache.get(key)
        if entry is None:
            raise LostEntryError("A kept result was damaged or deleted; run the export again.")
        return entry

    def file(self, key: str, suffix: str) -> Path:
        """The first blob of a kept result as a file, for a worker to open."""
        path = self.scratch / (key + suffix)
        with self._lock:
            if not path.exists():
                with whole_file(path) as temporary:  # a full disk must not leave half a file for a whole one
                    temporary.write_bytes(self.entry(key).blobs[0])
        return path
