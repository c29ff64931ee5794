"""What runs in the "engine" worker: reading files, converting, preparing, foretelling and exporting lectures.

The process keeps one workshop with its own workers (LibreOffice, painter, voice) and the scenes it was sent, so
that a request after a small edit costs what the edit costs. `renderers.engine_process` is the other end.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from renderers import means, profiles, wire, workplace
from renderers.export import Order, Outcome, export
from renderers.forecast import forecast
from renderers.means import Means
from renderers.messages import Message
from renderers.preparation import Preparation, converted
from renderers.profiles import Profile
from renderers.workshop import Workshop
from studio.lecture import Lecture
from studio.progress import NEVER, CancelToken, Progress

JOBS = os.cpu_count() or 1
PAUSE_S = 0.05
"""Progress is told no oftener than this."""
_NICE = 5
"""Work in the background: the window and the preview come first."""
R = TypeVar("R")


def handle(message: Message, cancel: CancelToken) -> Iterator[Message]:
    """Answer one request, which names what to "do" and the "scratch" folder that the program removes."""
    bench = _bench(message.header["scratch"])
    yield from _JOBS[message.header["do"]](message, bench, bench.shop.under(cancel))


@dataclass(slots=True)
class _Bench:
    """What the process keeps from one request to the next."""

    shop: Workshop
    receiving: wire.Receiving = field(default_factory=wire.Receiving)
    found: Means | None = None

    def means(self, profile: Profile, shop: Workshop) -> Means:
        """What there is to work with; asked for once, as a voice engine takes a second to start."""
        if self.found is None:
            self.found = means.find(profile, shop)
        return means.fitted(self.found, profile, shop)


@cache
def _bench(scratch: str) -> _Bench:
    """Scratch files go where the program finds them, should this process be killed; also those of its workers."""
    os.environ.update(TMPDIR=scratch, TEMP=scratch, TMP=scratch)
    tempfile.tempdir = scratch
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_NICE)
    return _Bench(workplace.workshop(NEVER))


def _means(message: Message, bench: _Bench, shop: Workshop) -> Iterator[Message]:
    bench.found = None
    yield Message({"means": wire.plain(bench.means(_profile(message), shop))})


def _load(message: Message, bench: _Bench, shop: Workshop) -> Iterator[Message]:
    from renderers.loading import load

    path = Path(message.header["path"])
    yield _progress(Progress("load", 0, 1, f"Reading “{path.name}”"))
    lecture, report = load(path, shop)
    sending = wire.Sending()
    header, blobs = sending.message(lecture, 0)
    bench.receiving.scenes = sending.scenes
    yield Message({"lecture": header, "report": wire.plain(report)}, blobs)


def _update(message: Message, bench: _Bench, shop: Workshop) -> Iterator[Message]:
    from renderers.updating import update

    lecture, path = _lecture(message, bench), Path(message.header["path"])
    yield _progress(Progress("load", 0, 1, f"Reading “{path.name}”"))
    done = update(lecture, path, shop, message.header["deck"])
    sending = wire.Sending(scenes=bench.receiving.scenes)
    header, blobs = sending.message(done.lecture, 0)
    bench.receiving.scenes = sending.scenes
    told = {"changes": wire.plain(done.changes), "report": wire.plain(done.report)}
    yield Message({"lecture": header, **told}, blobs)


def _pages(message: Message, bench: _Bench, shop: Workshop) -> Iterator[Message]:
    from renderers.exact_pages import from_pdf

    lecture, path = _lecture(message, bench), Path(message.header["path"])
    yield _progress(Progress("load", 0, 1, f"Reading “{path.name}”"))
    yield Message({"exact": wire.plain(from_pdf(lecture, path, shop))})


def _picture(message: Message, bench: _Bench, shop: Workshop) -> Iterator[Message]:
    from renderers.exact_pages import from_picture

    yield Message({"picture": wire.plain(from_picture(Path(message.header["path"]), shop))})


def _convert(message: Message, bench: _Bench, shop: Workshop) -> Iterator[Message]:
    lecture, profile = _lecture(message, bench), _profile(message)
    tools = bench.means(profile, shop)
    for told in converted(lecture, profile, tools, message.header["first"], shop, JOBS):
        yield _progress(told) if isinstance(told, Progress) else Message({"records": told})


def _prepare(message: Message, bench: _Bench, shop: Workshop) -> Iterator[Message]:
    lecture, profile = _lecture(message, bench), _profile(message)
    tools = bench.means(profile, shop)
    for told in Preparation(lecture, profile, tools, message.header["first"], shop, JOBS).run():
        yield _progress(told) if isinstance(told, Progress) else Message({"records": told})


def _forecast(message: Message, bench: _Bench, shop: Workshop) -> Iterator[Message]:
    order = _order(message, bench)
    seen = profiles.load(profiles.PREVIEW)
    yield Message(
        {"forecast": wire.plain(forecast(order, shop, bench.means(order.profile, shop), seen, JOBS))}
    )


def _export(message: Message, bench: _Bench, shop: Workshop) -> Iterator[Message]:
    order = _order(message, bench)
    outcome: Outcome = yield from _paced(export(order, shop, bench.means(order.profile, shop), JOBS))
    yield Message({"outcome": wire.plain(outcome)})


def _paced(work: Generator[Progress, None, R]) -> Generator[Message, None, R]:
    """The progress of some work as messages, not too many of them; a new stage or scene is always told."""
    last, told = (None, None), 0.0
    while True:
        try:
            progress = next(work)
        except StopIteration as end:
            return end.value
        now = time.monotonic()
        if (progress.stage, progress.done == progress.total) != last or now - told >= PAUSE_S:
            last, told = (progress.stage, progress.done == progress.total), now
            yield _progress(progress)


def _lecture(message: Message, bench: _Bench) -> Lecture:
    return bench.receiving.lecture(message.header["lecture"], message.blobs)


def _order(message: Message, bench: _Bench) -> Order:
    asked = message.header
    how = asked["force"], asked["replace"]
    return Order(_lecture(message, bench), _profile(message), Path(asked["out"]), *how)


def _profile(message: Message) -> Profile:
    return wire.value(message.header["profile"], Profile)


def _progress(progress: Progress) -> Message:
    return Message({"progress": wire.plain(progress)})


Job = Callable[[Message, _Bench, Workshop], Iterator[Message]]
_JOBS: dict[str, Job] = {
    "means": _means,
    "load": _load,
    "update": _update,
    "pages": _pages,
    "picture": _picture,
    "convert": _convert,
    "prepare": _prepare,
    "forecast": _forecast,
    "export": _export,
}
