"""Faults that happen to an export at a chosen moment: the disk is full, the process is killed, the cache cleared.

`install` changes the process that it is called in, which runs one export afterwards and ends.
"""

from __future__ import annotations

import errno
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

POINTS = ("step-before", "step-after", "entry-half", "picture", "rename-before", "rename-after")
"""Before and after a step runs; half an entry is written; so many pictures are in the file; a file of the export
gets its name (the video first, then what stands beside it)."""
ACTIONS = ("kill", "full", "closed", "interrupt", "clear")


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens when a point is passed for the `nth` time (from 1).

    Besides `POINTS` there are "moment" (`nth` milliseconds after the start), "size" (no file grows beyond `nth`
    bytes) and "worker NAME" (which is killed when it gets its `nth` request).
    """

    point: str
    nth: int
    action: str


def install(fault: Fault, cache: Path, out: Path) -> None:
    """Let it happen in this process. `cache` is the folder of kept results, `out` the video."""
    hit = _Hit(fault, _action(fault.action, cache))
    if fault.point == "moment":
        timer = threading.Timer(fault.nth / 1000, hit.act)
        timer.daemon = True
        timer.start()
    elif fault.point == "size":
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (fault.nth, fault.nth))
    elif fault.point.startswith("worker "):
        _watch_worker(fault.point.split()[1], fault.nth)
    else:
        _WATCHES[fault.point.split("-")[0]](fault.point, hit, out)


class _Hit:
    """Counts how often a point is passed; safe for the threads of the engine."""

    def __init__(self, fault: Fault, act: Callable[[], None]) -> None:
        self.act = act
        self._left = fault.nth
        self._lock = threading.Lock()

    def __call__(self) -> None:
        with self._lock:
            self._left -= 1
            now = self._left == 0
        if now:
            self.act()


def _action(name: str, cache: Path) -> Callable[[], None]:
    def clear() -> None:
        from renderers.cache import Cache

        Cache(cache).clear()

    def fail(number: int) -> None:
        raise OSError(number, os.strerror(number), "lesson")

    return {
        "kill": partial(os.kill, os.getpid(), signal.SIGKILL),
        "interrupt": partial(os.kill, os.getpid(), signal.SIGINT),
        "full": partial(fail, errno.ENOSPC),
        "closed": partial(fail, errno.EROFS),
        "clear": clear,
        "": lambda: None,  # what happens lies in the point itself
    }[name]


def _watch_steps(point: str, hit: _Hit, _: Path) -> None:
    from renderers import engine

    execute = engine.execute

    def watched(*given: Any) -> Any:
        if point == "step-before":
            hit()
        made = execute(*given)
        if point == "step-after":
            hit()
        return made

    engine.execute = watched


def _watch_entries(_: str, hit: _Hit, __: Path) -> None:
    from renderers import cache

    whole_file = cache.whole_file

    class HalfPath(type(Path())):
        def open(self, *given: Any, **more: Any) -> Any:
            return _HalfFile(super().open(*given, **more), hit)

    @contextmanager
    def watched(path: Path, **more: Any) -> Generator[Path]:
        with whole_file(path, **more) as temporary:
            yield HalfPath(temporary)

    cache.whole_file = watched


class _HalfFile:
    """A file that stops in the middle of what is written."""

    def __init__(self, file: Any, hit: _Hit) -> None:
        self._file, self._hit, self._begun = file, hit, False

    def __enter__(self) -> _HalfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        if not self._begun:  # the head, which says how long the rest is
            self._begun = True
            self._file.write(data)
            return
        half = len(data) // 2
        self._file.write(data[:half])
        self._file.flush()
        self._hit()
        self._file.write(data[half:])

    def writelines(self, parts: Iterable[bytes]) -> None:
        self.write(b"".join(parts))


def _watch_pictures(_: str, hit: _Hit, __: Path) -> None:
    from renderers.encode import mp4

    by_turns: Any = mp4._by_turns

    def counted(pictures: Iterator[bytes]) -> Iterator[bytes]:
        for picture in pictures:
            hit()
            yield picture

    def watched(file: Any, seen: Any, pictures: Iterator[bytes], *rest: Any) -> Iterator[int]:
        return by_turns(file, seen, counted(pictures), *rest)

    mp4._by_turns = watched


def _watch_renames(point: str, hit: _Hit, out: Path) -> None:
    replace = Path.replace

    def watched(path: Path, target: Path) -> Path:
        final = Path(target).parent == out.parent
        if final and point == "rename-before":
            hit()
        moved = replace(path, target)
        if final and point == "rename-after":
            hit()
        return moved

    Path.replace = watched  # type: ignore[method-assign]


def _watch_worker(name: str, nth: int) -> None:
    from renderers.workers import Worker

    send: Any = Worker._send
    asked = 0

    def watched(worker: Any, kind: str, message: Any) -> None:
        nonlocal asked
        send(worker, kind, message)
        if worker.name == name and kind == "request":
            asked += 1
            if asked == nth:
                os.killpg(worker._process.pid, signal.SIGKILL)

    Worker._send = watched


_WATCHES: dict[str, Callable[[str, _Hit, Path], None]] = {
    "step": _watch_steps,
    "entry": _watch_entries,
    "picture": _watch_pictures,
    "rename": _watch_renames,
}
