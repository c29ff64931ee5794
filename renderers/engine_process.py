"""The engine as the editor sees it: a child process that reads, converts, prepares, foretells and exports.

Values go in and come out; nothing heavy is loaded here. One request at a time: a second one waits for its turn.
Call from a background thread. `renderers.engine_worker` is the other end.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from renderers import wire
from renderers.messages import Message
from renderers.profiles import Profile
from renderers.scratch import Scratch
from renderers.workers import Worker
from studio.errors import Cancelled, StudioError
from studio.lecture import Lecture, PageImage
from studio.progress import CancelToken, Progress
from studio.report import ImportReport
from studio.whole_file import half_written

if TYPE_CHECKING:
    from renderers.export import Order, Outcome
    from renderers.forecast import Forecast
    from renderers.means import Means
    from studio.exact_pages import Exact
    from studio.reimport.report import Reimported

Records = dict[str, dict[str, Any]]
_LIMIT_S = 7 * 24 * 3600.0
"""An export may take days; a process that hangs is seen by its silence."""
_LOAD_LIMIT_S = 1800.0
_GRACE_S = 0.7
"""Seconds the process gets to end by itself when something is cancelled; a user sees it end within one."""
_PREPARE_GRACE_S = 4.0
"""The same for work ahead of time: what runs is wanted anyway, and a fresh process would cost more."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A lecture that was read, and what is to be said about it."""

    lecture: Lecture
    report: ImportReport


class EngineProcess:
    """One child process, started with the first request and again after a crash."""

    def __init__(self) -> None:
        self._worker = Worker("engine", _LIMIT_S, grace_s=_GRACE_S)
        self._sending = wire.Sending()
        self._scratch: Scratch | None = None

    def close(self) -> None:
        """End the process, its workers and its scratch files; the next request starts another one."""
        self._worker.close()
        scratch, self._scratch = self._scratch, None
        if scratch is not None:
            scratch.cleanup()

    def means(self, profile: Profile, cancel: CancelToken) -> Means:
        """What there is to work with on this machine, looked for anew. Raises StudioError, Cancelled."""
        from renderers.means import Means

        (answer,) = self._ask(Message({"do": "means", "profile": wire.plain(profile)}), cancel)
        return wire.value(answer.header["means"], Means)

    def load(self, path: Path, cancel: CancelToken) -> Generator[Progress, None, Loaded]:
        """A .lecture file or anything that can be imported; its assets are in the user's store afterwards.

        Raises StudioError with one sentence, and Cancelled.
        """
        message = Message({"do": "load", "path": str(path.absolute())})
        loaded: Loaded | None = None
        for answer in self._ask(message, cancel, _LOAD_LIMIT_S):
            if "progress" in answer.header:
                yield _progress(answer)
            else:
                lecture = wire.Receiving().lecture(answer.header["lecture"], answer.blobs)
                self._sending.keep(lecture, self._worker.child)
                loaded = Loaded(lecture, wire.value(answer.header["report"], ImportReport))
        assert loaded is not None, "a request that ends well has answered"
        return loaded

    def update(
        self, lecture: Lecture, path: Path, cancel: CancelToken, deck: str = ""
    ) -> Generator[Progress, None, Reimported]:
        """The lecture with the changes of a deck (`studio.reimport`); what nothing came to stays the same objects.

        `deck` names the deck inside the lecture, where it has several. Raises StudioError, Cancelled.
        """
        from studio.reimport.report import Reimported, ReimportReport

        done: Reimported | None = None
        asked = {"do": "update", "path": str(path.absolute()), "deck": deck}
        for answer in self._with(lecture, asked, cancel):
            if "progress" in answer.header:
                yield _progress(answer)
            else:
                new = wire.Receiving({scene.id: scene for scene in lecture.scenes}).lecture(
                    answer.header["lecture"], answer.blobs
                )
                self._sending.keep(new, self._worker.child)
                changes = wire.value(answer.header["changes"], ReimportReport)
                report = wire.value(answer.header["report"], ImportReport)
                done = Reimported(lecture if new == lecture else new, changes, report)
        assert done is not None, "a request that ends well has answered"
        return done

    def pages(self, lecture: Lecture, path: Path, cancel: CancelToken) -> Generator[Progress, None, Exact]:
        """Which page of a PDF each slide gets; the PDF is in the user's store afterwards (`renderers.exact_pages`).

        Raises NoMatchError where it belongs to something else, other StudioErrors, Cancelled.
        """
        from studio.exact_pages import Exact

        exact: Exact | None = None
        for answer in self._with(lecture, {"do": "pages", "path": str(path.absolute())}, cancel):
            if "progress" in answer.header:
                yield _progress(answer)
            else:
                exact = wire.value(answer.header["exact"], Exact)
        assert exact is not None, "a request that ends well has answered"
        return exact

    def picture(self, path: Path, cancel: CancelToken) -> PageImage:
        """A picture, or the one page of a PDF, to be shown instead of a slide. Raises StudioError, Cancelled."""
        (answer,) = self._ask(Message({"do": "picture", "path": str(path.absolute())}), cancel, _LOAD_LIMIT_S)
        return wire.value(answer.header["picture"], PageImage)

    def convert(
        self, lecture: Lecture, profile: Profile, first: str, cancel: CancelToken
    ) -> Generator[Progress | Records]:
        """Have LibreOffice draw the pages that are not drawn yet, those around the scene `first` before the others.

        Ends early on a cancel.
        """
        asked = {"do": "convert", "profile": wire.plain(profile), "first": first}
        yield from self._making(asked, lecture, cancel, _GRACE_S)

    def prepare(
        self, lecture: Lecture, profile: Profile, first: str, cancel: CancelToken
    ) -> Generator[Progress | Records]:
        """Make everything else that is missing (`renderers.preparation`), the scene `first` before the others.

        Yields records as steps finish, those that are known already first and at once. On a cancel nothing new is
        started and what is short may end; then it returns. Raises the first StudioError when all else is done.
        """
        asked = {"do": "prepare", "profile": wire.plain(profile), "first": first}
        yield from self._making(asked, lecture, cancel, _PREPARE_GRACE_S)

    def forecast(self, order: Order, cancel: CancelToken) -> Forecast:
        """What an export would cost (`renderers.forecast`). Raises StudioError, Cancelled."""
        from renderers.forecast import Forecast

        asked = {"do": "forecast", **_told(order)}
        (answer,) = self._with(order.lecture, asked, cancel)
        return wire.value(answer.header["forecast"], Forecast)

    def export(self, order: Order, cancel: CancelToken) -> Generator[Progress, None, Outcome]:
        """Make the video (`renderers.export`). Raises StudioError with one sentence, or Cancelled within a second.

        No partial file stays, even where the process had to be killed.
        """
        from renderers import outputs
        from renderers.export import Outcome

        outcome: Outcome | None = None
        there = half_written(outputs.files(order.out))
        try:
            with suppress(Cancelled):  # the last moment may be too late for a cancel
                for answer in self._with(order.lecture, {"do": "export", **_told(order)}, cancel):
                    if "progress" in answer.header:
                        yield _progress(answer)
                    else:
                        outcome = wire.value(answer.header["outcome"], Outcome)
        finally:
            if outcome is None:
                for path in half_written(outputs.files(order.out)) - there:
                    path.unlink(missing_ok=True)
        if outcome is None:
            raise Cancelled
        return outcome

    def _making(
        self, asked: dict[str, Any], lecture: Lecture, cancel: CancelToken, grace_s: float
    ) -> Generator[Progress | Records]:
        with suppress(Cancelled):
            for answer in self._with(lecture, asked, cancel, grace_s):
                yield _progress(answer) if "progress" in answer.header else answer.header["records"]

    def _with(
        self, lecture: Lecture, asked: dict[str, Any], cancel: CancelToken, grace_s: float = _GRACE_S
    ) -> Iterator[Message]:
        def made(child: int) -> Message:
            header, blobs = self._sending.message(lecture, child)
            return Message({**asked, **self._place(), "lecture": header}, blobs)

        answered = False
        try:
            for answer in self._worker.request(made, cancel, grace_s=grace_s):
                answered = True
                yield answer
        except StudioError:
            if not answered:  # perhaps it failed before it had read the scenes
                self._sending = wire.Sending()
            raise

    def _ask(self, message: Message, cancel: CancelToken, limit_s: float = _LIMIT_S) -> Iterator[Message]:
        return self._worker.request(
            Message({**message.header, **self._place()}, message.blobs), cancel, limit_s
        )

    def _place(self) -> dict[str, str]:
        """The scratch folder is ours, so that it goes even if the process is killed."""
        if self._scratch is None:
            self._scratch = Scratch()
        return {"scratch": str(self._scratch.path)}


def _progress(answer: Message) -> Progress:
    return wire.value(answer.header["progress"], Progress)


def _told(order: Order) -> dict[str, Any]:
    how = {"force": order.force, "replace": order.replace}
    return {"profile": wire.plain(order.profile), "out": str(order.out.absolute()), **how}
