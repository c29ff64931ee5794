"""Asks the program itself, as a command in a child process: what would load heavy libraries here does so there."""

from __future__ import annotations

import json
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from renderers.workers import kill_group, program, start_group
from studio.errors import WorkerError

if TYPE_CHECKING:
    from studio.progress import CancelToken

POLL_S = 0.2


def ask(arguments: list[str], cancel: CancelToken, limit_s: float = 120.0) -> tuple[dict[str, Any], ...]:
    """The events of a command with `--json`. Raises `WorkerError` where it fails or takes too long, `Cancelled`."""
    process = start_group(
        [*program(), *arguments, "--json"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + limit_s
    try:
        while True:
            with suppress(subprocess.TimeoutExpired):
                output, errors = process.communicate(timeout=POLL_S)
                break
            cancel.check()
            if time.monotonic() > deadline:
                raise WorkerError("This took too long and was stopped; try again.")
    finally:
        if process.poll() is None:
            kill_group(process)
    if process.returncode:
        raise WorkerError("This could not be found out; see the details.", errors.decode(errors="replace"))
    return tuple(json.loads(line) for line in output.decode().splitlines() if line.startswith("{"))
