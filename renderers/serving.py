"""The child's side of the worker protocol (`renderers.workers`): takes requests, runs a handler, answers.

What runs inside is a `Handler`: it takes one `Message` and a `CancelToken` and yields any number of messages; the
request is over when it is exhausted.
"""

from __future__ import annotations

import os
import queue
import signal
import threading
import traceback
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any

from renderers.messages import Message, frames, write
from studio.errors import Cancelled, StudioError
from studio.progress import CancelToken

HEARTBEAT_S = 1.0
"""So often the other side hears that there is life in here."""

HANDLERS = {
    "read": "renderers.reading:handle",
    "pages": "renderers.slides.pages_worker:handle",
    "paint": "renderers.slides.paint_worker:handle",
    "speech": "renderers.voices.speech_worker:handle",
    "engine": "renderers.engine_worker:handle",
    "preview": "renderers.preview_worker:handle",
    "encoder": "renderers.encode.probe:handle",
    "models": "renderers.generation.worker:handle",
    "watch": "renderers.measure.watching:handle",
    "semantic": "renderers.measure.embedding:handle",
    "check": "renderers.worker_check:handle",
}
"""What can run in a worker: name -> module:function. The module is imported in the child only."""

Handler = Callable[[Message, CancelToken], Iterator[Message]]


def serve(arguments: list[str]) -> int:
    """Be a worker, for `NAME MEMORY`: answers requests until the pipe closes; returns the exit code."""
    name, memory = arguments[0], int(arguments[1])
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    os.dup2(2, 1)
    _limit_memory(memory)
    requests: queue.SimpleQueue[_Asked | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(source, requests), daemon=True).start()
    outbox = _Outbox(sink)
    while (asked := requests.get()) is not None:
        with outbox.beating():
            _answer(name, asked, outbox)
    return 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request as the child has it, with the token that a later frame cancels."""

    message: Message
    cancel: CancelToken


class _Outbox:
    """The child's end of the pipe: frames in order, a heartbeat while a request is being worked on."""

    def __init__(self, sink: IO[bytes]) -> None:
        self._sink = sink
        self._lock = threading.Lock()

    def send(self, kind: str, blobs: tuple[bytes, ...] = (), **header: Any) -> None:
        with self._lock:
            try:
                write(self._sink, Message({"kind": kind, **header}, blobs))
            except OSError:
                _end_group()  # nobody listens any more

    @contextmanager
    def beating(self) -> Generator[None]:
        resting = threading.Event()
        threading.Thread(target=self._beat, args=(resting,), daemon=True).start()
        try:
            yield
        finally:
            resting.set()

    def _beat(self, resting: threading.Event) -> None:
        while not resting.wait(HEARTBEAT_S):
            self.send("alive")


def _answer(name: str, asked: _Asked, outbox: _Outbox) -> None:
    try:
        module, function = HANDLERS[name].split(":")
        handler: Handler = getattr(import_module(module), function)
        for answer in handler(asked.message, asked.cancel):
            outbox.send("answer", answer.blobs, body=answer.header)
    except Cancelled:
        outbox.send("error", type="Cancelled", text="")
    except StudioError as error:
        outbox.send("error", type=type(error).__name__, text=str(error), details=error.details)
    except MemoryError:
        text = "There was not enough memory for this step; close other programs and try again."
        outbox.send("error", type="LimitError", text=text, details=traceback.format_exc())
    except Exception as error:  # whatever a library throws becomes one sentence on the other side
        what = asked.message.header.get("do", "work")
        text = f"The step “{what}” failed ({type(error).__name__}); see the details."
        outbox.send("error", type="WorkerError", text=text, details=traceback.format_exc())
    else:
        outbox.send("done")


def _listen(source: IO[bytes], requests: queue.SimpleQueue[_Asked | None]) -> None:
    """Frames come in order, so a cancel always means the last request that was read, even one already over."""
    cancel = CancelToken()
    try:
        for frame in frames(source):
            if frame.header["kind"] == "cancel":
                cancel.cancel()
            else:
                cancel = CancelToken()
                requests.put(_Asked(Message(frame.header["body"], frame.blobs), cancel))
    except BaseException:  # a request too large for the memory bound, for one
        traceback.print_exc()
    finally:
        _end_group()  # nobody is heard any more: whatever this worker started goes with it


def _end_group() -> None:
    if os.name != "nt":
        with suppress(OSError):
            os.killpg(os.getpgid(0), signal.SIGKILL)
    os._exit(0)


def _limit_memory(size: int) -> None:
    if size and os.name != "nt":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (size, size))
