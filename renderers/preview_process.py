"""The pictures of the preview as the editor sees them: a child process that gives pixels and peaks for keys.

Nothing heavy is loaded here. Requests of several threads take turns; the frames of a change are fetched a few at a
time, so that a page is never waited for long. `renderers.preview_worker` is the other end.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from renderers import wire
from renderers.messages import Message
from renderers.workers import Worker
from studio.progress import CancelToken

if TYPE_CHECKING:
    from renderers.steps import CheckStep

_LIMIT_S = 60.0
_GRACE_S = 2.0
"""Seconds a cancelled request gets to end by itself; each takes far less, and a fresh process takes longer."""
_AT_ONCE = 6


class PreviewProcess:
    """One child process, started with the first request and again after a crash."""

    def __init__(self) -> None:
        self._worker = Worker("preview", _LIMIT_S, grace_s=_GRACE_S)

    def close(self) -> None:
        """End the process; the next request starts another one."""
        self._worker.close()

    def still(self, page_key: str, width: int, height: int, cancel: CancelToken) -> bytes:
        """A drawn page as `width` x `height` pixels, four bytes each: blue, green, red, 255 (BGRX).

        Raises LostEntryError where the page is not kept (any more), WorkerError, Cancelled.
        """
        asked = {"do": "still", "page": page_key, "width": width, "height": height}
        (answer,) = self._worker.request(Message(asked), cancel)
        return answer.blobs[0]

    def cut(
        self, cut: CheckStep, indexes: Sequence[int], width: int, height: int, cancel: CancelToken
    ) -> Generator[bytes]:
        """Frames of a change as it will be delivered, like `still`; `indexes` from 0 on, as in `Change.picture`.

        Raises LostEntryError where one of the pages is not kept (any more), WorkerError, Cancelled.
        """
        asked = {"do": "cut", "cut": wire.plain(cut), "width": width, "height": height}
        for start in range(0, len(indexes), _AT_ONCE):
            some = list(indexes[start : start + _AT_ONCE])
            for answer in list(self._worker.request(Message({**asked, "indexes": some}), cancel)):
                yield answer.blobs[0]

    def peaks(self, sound_key: str, per_second: int, cancel: CancelToken) -> bytes:
        """How loud a spoken sentence or a recording is: a byte for each bucket (0 silent, 255 full scale).

        Raises LostEntryError where the sound is not kept (any more), WorkerError, Cancelled.
        """
        asked = {"do": "peaks", "sound": sound_key, "per_second": per_second}
        (answer,) = self._worker.request(Message(asked), cancel)
        return answer.blobs[0]
