"""Runs a command and says what it took: seconds, processor seconds, and the most memory all its processes held."""

from __future__ import annotations

import resource
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from tests.tools import as_installed

_EVERY_S = 0.05


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took. `memory` is the largest sum of proportional set sizes (bytes) seen at any moment."""

    seconds: float
    processor: float
    memory: int
    output: str


def watched(command: list[str], environment: dict[str, str] | None = None) -> Run:
    """Run a command to its end; raises RuntimeError with what it said where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=as_installed.environment(**(environment or {})),
    )
    most = 0

    def look() -> None:
        nonlocal most
        while process.poll() is None:
            most = max(most, sum(map(_held, _family(process.pid))))
            time.sleep(_EVERY_S)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    said, _ = process.communicate()
    seconds = time.perf_counter() - started
    watcher.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command[:6])} … failed:\n{said[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{seconds:8.2f} s  {processor:8.2f} s of processors  {' '.join(command[1:])}",
        file=sys.stderr,
        flush=True,
    )
    return Run(seconds, processor, most, said)


def _family(pid: int) -> list[int]:
    """A process and all that it started, as far as they live."""
    found = [pid]
    for each in found:
        for listed in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                found += [int(child) for child in listed.read_text().split()]
            except OSError:
                continue
    return found


def _held(pid: int) -> int:
    """Bytes a process holds; of pages that several share its part (Linux: Pss)."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
