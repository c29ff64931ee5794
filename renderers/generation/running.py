"""A pipeline at work inside the worker: it tells of each of its steps, and ends within one when it is told to.

A pipeline of diffusers does not stop when asked (`_interrupt` still decodes, and some never look at it), so what
stops it is raised in its own callback.
"""

from __future__ import annotations

import gc
import queue
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

from renderers.generation.job import Tell
from renderers.generation.loader import quietly
from renderers.messages import Message
from studio.errors import LimitError
from studio.progress import CancelToken

Callback = Callable[[Any, int, Any, dict[str, Any]], dict[str, Any]]


def telling(work: Callable[[Tell], Message], cancel: CancelToken) -> Iterator[Message]:
    """Run `work` beside, and yield a message for each thing it tells and then the one it returns.

    Raises what it raises.
    """
    said: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
    outcome: list[Message | BaseException] = []

    def tell(what: str, done: int, total: int) -> None:
        cancel.check()
        said.put(Message({"what": what, "done": done, "total": total}))

    def run() -> None:
        try:
            outcome.append(work(tell))
        except BaseException as error:  # handed over to the thread that waits
            outcome.append(error)
        said.put(None)

    thread = threading.Thread(target=run)
    thread.start()
    yield from iter(said.get, None)
    thread.join()
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    yield outcome[0]


def stepping(tell: Tell, what: str, total: int) -> Callback:
    """A callback for pipelines that counts their steps, over several calls too; `total` grows if it must."""
    done = 0

    def after(pipeline: Any, step: int, time: Any, given: dict[str, Any]) -> dict[str, Any]:
        nonlocal done
        done += 1
        tell(what, done, max(total, done))
        return given

    return after


@contextmanager
def at_work(pipeline: Any, name: str) -> Generator[None]:
    """Run a pipeline in this: however it ends, its parts are put back where they wait, and too little memory is one
    sentence (`LimitError`).
    """
    import torch

    try:
        with quietly():
            yield
    except (MemoryError, RuntimeError) as error:
        if not _for_memory(error, torch.OutOfMemoryError):
            raise
        raise LimitError(
            f"The model “{name}” ran out of memory while it worked; "
            "close other programs, or choose a smaller model or another way of saving memory.",
            str(error),
        ) from error
    finally:
        pipeline.maybe_free_model_hooks()


def _for_memory(error: BaseException, of_device: type[BaseException]) -> bool:
    return isinstance(error, (MemoryError, of_device)) or "can't allocate memory" in str(error)


def forget() -> None:
    """Give memory back that nothing uses any more."""
    import torch

    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
