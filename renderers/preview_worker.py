"""What runs in the "preview" worker: pages and frames of changes as pixels for the screen, sounds as peaks.

Pictures come from the cache and from the very ways of changing that an export uses, so what is seen is what will
be. The last pages and prepared changes are kept, and neighbouring frames cost one composition each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from threading import Thread
from typing import TYPE_CHECKING

from renderers import pages, wire, workplace
from renderers.composing import prepared
from renderers.executors import execute
from renderers.messages import Message
from renderers.planes import one_thread
from renderers.screen import bgrx
from renderers.steps import CheckStep
from renderers.transitions import Change, change
from renderers.workshop import Workshop
from studio.lecture import Level
from studio.progress import NEVER, CancelToken
from studio.timebase import SAMPLE_RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PAGES, _CHANGES = 24, 3
"""How many are kept; a page of 960 x 540 has 0.8 MB, a change of two such pages 10 MB."""


def handle(message: Message, cancel: CancelToken) -> Iterator[Message]:
    """Answer one request, which names what to "do"; every picture is a message of its own with one blob."""
    yield from _JOBS[message.header["do"]](message, cancel)


@cache
def _shop() -> Workshop:
    import cv2

    cv2.setNumThreads(1)  # waking other threads costs more than they help with pictures this small
    Thread(target=one_thread, daemon=True).start()  # the first change shall not wait for it
    return workplace.workshop(NEVER)


def _still(message: Message, cancel: CancelToken) -> Iterator[Message]:
    asked = message.header
    yield Message({}, (bgrx(*_page(asked["page"]), asked["width"], asked["height"]),))


def _cut(message: Message, cancel: CancelToken) -> Iterator[Message]:
    asked = message.header
    step = wire.value(asked["cut"], CheckStep)
    drawn, size = _change(step), (asked["width"], asked["height"])
    for index in asked["indexes"]:
        cancel.check()
        y, u, v = (plane.numpy() for plane in drawn.picture(index).planes)
        yield Message({}, (bgrx(y, u, v, *size),))


def _peaks(message: Message, cancel: CancelToken) -> Iterator[Message]:
    import numpy as np

    samples = np.frombuffer(_shop().entry(message.header["sound"]).blobs[0], "<i2")
    rate = int(message.header["per_second"])
    count = -(-len(samples) * rate // SAMPLE_RATE)
    starts = np.arange(count) * SAMPLE_RATE // rate
    loud = np.abs(samples.astype(np.int32))
    highest = np.maximum.reduceat(loud, starts) if count else loud
    yield Message({}, ((np.minimum(highest, 32767) * 255 // 32767).astype(np.uint8).tobytes(),))


@lru_cache(maxsize=_PAGES)
def _page(key: str) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
    return pages.arrays(_shop().entry(key))


@lru_cache(maxsize=_CHANGES)
def _change(step: CheckStep) -> Change:
    """The change as it was found to be delivered; found now where nobody checked it before."""
    one_thread()
    shop = _shop()
    found = shop.cache.record(step.key)
    if found is None:
        made = execute(step, shop)
        shop.cache.put(step.key, made, step.makes)
        found = made.record
    a, b, asked = prepared(step, shop)
    return change(a, b, replace(asked, level=Level(found["delivered"]), style=found["style"]))


_JOBS: dict[str, Callable[[Message, CancelToken], Iterator[Message]]] = {
    "still": _still,
    "cut": _cut,
    "peaks": _peaks,
}
