"""The one worker protocol: child processes for all that can hang, crash or stain the output.

A worker is started fresh (never forked) through the program's own entry (`--worker NAME`), in a process
group of its own, and talks over its standard input and output, which it takes for itself before anything
else is imported: what a library prints goes to the error log. Messages are framed: a JSON header and any
number of binary blobs. The worker sends a heartbeat while it works; the parent kills it with all its
children when a request takes longer than its limit, when the heartbeat stops, or when the user cancels and
the worker does not end by itself in the time it is given for that; time counts while the machine is awake.
A worker ends by itself, with its children, when the pipe closes, so none outlives the program, not even a worker
of a worker.

This is the parent's side, `Worker`. `renderers.serving` is the child's, `renderers.messages` what goes between.
"""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

from renderers.messages import Message, frames, write
from renderers.scratch import surroundings
from renderers.waking import WakingClock
from studio import errors
from studio.errors import Cancelled, LimitError, StudioError, WorkerError
from studio.progress import CancelToken

SILENCE_LIMIT_S = 60.0
"""A worker that has not even sent a heartbeat for so long is taken for hung."""
POLL_S = 0.1

Made = Callable[[int], Message]
"""A request that is put into words when its turn has come: it is told which child will read it (1, 2, …), so that
it can build on what that child was told before."""


def program() -> list[str]:
    """The command that starts this program again (a standalone build has no `python -m`)."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "ui"]


class Worker:
    """A running child process that answers requests one at a time; a second request waits for its turn.

    `limit_s` bounds one request; `memory` (bytes, 0: no bound) bounds the child's address space where the
    system can; its scratch files are made in the folder `scratch`. On a cancel the child is told, and killed when
    it has not ended the request after `grace_s` seconds (0: at once); one that did stays for the next request.
    """

    def __init__(
        self,
        name: str,
        limit_s: float = 60.0,
        memory: int = 0,
        grace_s: float = 0.0,
        scratch: Path | None = None,
    ) -> None:
        self.name = name
        self.limit_s = limit_s
        self.grace_s = grace_s
        self._memory = memory
        self._scratch = scratch
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0
        self._heard = self._patience = 0.0
        self._clock = WakingClock()
        self._turn = threading.Lock()
        self._answers: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._errors: IO[bytes] | None = None
        self._errors_open = threading.Lock()  # one thread may close the worker while another reads its log
        self._sending: threading.Thread | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def child(self) -> int:
        """Which child runs now or ran last: 1 for the first (see `Made`)."""
        return self._started

    def request(
        self,
        message: Message | Made,
        cancel: CancelToken,
        limit_s: float | None = None,
        grace_s: float | None = None,
    ) -> Generator[Message]:
        """Send one request and yield the answers as they come.

        Raises `Cancelled` after `cancel`: within a fraction of a second, or when the child has ended what it was
        doing, `grace_s` later at most; what it still says until then is yielded. Raises `WorkerError` when the
        child crashed, `LimitError` when it hung or took longer than the limit, and the `StudioError` that the
        handler raised.
        """
        while not self._turn.acquire(timeout=POLL_S):
            cancel.check()
        self._patience = self.grace_s if grace_s is None else grace_s
        try:
            cancel.check()  # nobody waits any more: no process has to be started for that
            yield from self._answered(message, cancel, self.limit_s if limit_s is None else limit_s)
        finally:
            self._turn.release()

    def _answered(self, message: Message | Made, cancel: CancelToken, limit: float) -> Generator[Message]:
        told = finished = False
        self._running()
        try:
            self._send("request", message if isinstance(message, Message) else message(self._started))
            now = self._heard = self._clock.now()
            deadline = now + limit
            while True:
                if cancel.cancelled and not told:
                    told, deadline = True, min(deadline, self._clock.now() + self._patience)
                    self._send("cancel", Message())
                answer = self._receive()
                if answer is None:
                    self._check(deadline, limit, told)
                    continue
                kind = answer.header["kind"]
                finished = kind in ("done", "error")
                if finished and told:
                    raise Cancelled
                if kind == "done":
                    return
                if kind == "error":
                    raise _error_from(answer)
                yield Message(answer.header["body"], answer.blobs)
        except GeneratorExit:  # who asked lost interest
            finished = self._ends_by_itself()
            raise
        finally:
            if not finished:
                self.close()

    def _ends_by_itself(self) -> bool:
        """Whether the child ends its request when told, in the time it has for that."""
        if not self._patience or sys.is_finalizing():  # a program that ends can start no thread to tell it
            return False
        self._send("cancel", Message())
        deadline = self._clock.now() + self._patience
        with suppress(WorkerError):
            while self._clock.now() < deadline:
                answer = self._receive()
                if answer is not None and answer.header["kind"] in ("done", "error"):
                    return True
        return False

    def close(self) -> None:
        """End the child and everything it started; harmless when nothing runs."""
        process, self._process = self._process, None
        if process is not None:
            kill_group(process)
            if self._sending is not None:
                self._sending.join()
            with suppress(OSError):  # what was left to be written
                _pipe(process.stdin).close()
        with self._errors_open:
            if self._errors is not None:
                self._errors.close()
                self._errors = None

    def _running(self) -> None:
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the worker
        self._answers = queue.SimpleQueue()
        self._started += 1
        self._process = start_group(
            [*program(), "--worker", self.name, str(self._memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=surroundings(self._scratch) if self._scratch is not None else None,
        )
        reader = threading.Thread(
            target=_read_all, args=(_pipe(self._process.stdout), self._answers), daemon=True
        )
        reader.start()

    def _send(self, kind: str, message: Message) -> None:
        """Write a frame beside the waiting: a child that does not read must not keep us from cancelling."""
        process, before = self._process, self._sending
        if process is None:
            return  # closed from another thread; seen where the answers end
        sink = _pipe(process.stdin)

        def send() -> None:
            if before is not None:
                before.join()
            with suppress(OSError, ValueError):  # a dead child is seen where its answers end
                write(sink, Message({"kind": kind, "body": message.header}, message.blobs))

        self._sending = threading.Thread(target=send, daemon=True)
        self._sending.start()

    def _receive(self) -> Message | None:
        """The next answer; None where for a moment there is none."""
        with suppress(queue.Empty):
            answer = self._answers.get(timeout=POLL_S)
            if answer is None:
                raise self._stopped()
            self._heard = self._clock.now()
            if answer.header["kind"] != "alive":
                return answer
        return None

    def _check(self, deadline: float, limit: float, told: bool) -> None:
        now = self._clock.now()
        if told and now > deadline:
            raise Cancelled
        if now > deadline or now - self._heard > SILENCE_LIMIT_S:
            raise LimitError(
                f"The {self.name} worker took longer than {limit:.0f} seconds and was stopped; try again.",
                self._tail(),
            )

    def _stopped(self) -> WorkerError:
        return WorkerError(f"The {self.name} worker stopped unexpectedly; try again.", self._tail())

    def _tail(self) -> str:
        with self._errors_open:
            if self._errors is None:
                return ""
            size = self._errors.seek(0, os.SEEK_END)
            self._errors.seek(max(0, size - 4000))
            return self._errors.read().decode(errors="replace")


def start_group(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
    """Start a process at the head of a group of its own, so that `kill_group` reaches its children too."""
    if os.name == "nt":
        options["creationflags"] = 0x00000200 | 0x08000000  # CREATE_NEW_PROCESS_GROUP | CREATE_NO_WINDOW
    else:
        options["start_new_session"] = True
    return cast("subprocess.Popen[bytes]", subprocess.Popen(command, **options))


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and all its children, and wait until the process is gone."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _read_all(source: IO[bytes], into: queue.SimpleQueue[Message | None]) -> None:
    for frame in frames(source):
        into.put(frame)
    into.put(None)
    source.close()


def _error_from(answer: Message) -> StudioError | Cancelled:
    if answer.header["type"] == Cancelled.__name__:
        return Cancelled()
    kind: type[StudioError] = getattr(errors, str(answer.header["type"]), WorkerError)
    return kind(answer.header["text"], answer.header.get("details", ""))


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None, "started with pipes"
    return stream
