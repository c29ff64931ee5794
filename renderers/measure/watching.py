"""Watches a video of which nothing is known: decodes it reduced and places every change on the ladder.

Runs in the "watch" worker, the only process that decodes a stranger's file; `renderers.measure.watched` asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from renderers.measure.blind import placed
from renderers.measure.stretches import Finder, Shown, Stretch
from renderers.media import LARGEST_SIDE, LONGEST, opened
from renderers.messages import Message
from studio.errors import BadFileError
from studio.progress import CancelToken

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.stream import VideoStream

LINES = 180
"""Videos are watched at so many rows."""
MOVING = "the picture moves on and on, as a film does"
TOLD_S = 5.0
"""So often (seconds of the video) it is told how far the watching is."""
_RATES = (5.0, 120.0)


def handle(request: Message, cancel: CancelToken) -> Iterator[Message]:
    """Watch the file at "path"; answers {"at", "length"} in seconds on the way, {"change": …} for each change."""
    path = Path(request.header["path"])
    from av.error import FFmpegError

    try:
        with opened(path) as container:
            yield from _watched(container, path.name, cancel)
    except (FFmpegError, OSError, ValueError, IndexError) as error:
        raise BadFileError(
            f"“{path.name}” cannot be read as a video; save it again as MP4.", str(error)
        ) from None


def _watched(container: InputContainer, name: str, cancel: CancelToken) -> Iterator[Message]:
    stream = next(iter(container.streams.video), None)
    if (
        stream is None
        or max(stream.width, stream.height) > LARGEST_SIDE
        or min(stream.width, stream.height) < 16
    ):
        raise BadFileError(f"“{name}” shows no picture that can be measured; choose a video file.")
    decoding = _Decoding(container, stream, cancel)
    finder = Finder(decoding.rate)
    told = 0.0
    for shown in decoding.frames():
        yield from _told(finder.see(shown))
        if shown.at - told >= TOLD_S:
            told = shown.at
            yield Message({"at": shown.at, "length": decoding.length})
    yield from _told(finder.over())
    yield Message({"at": decoding.at, "length": decoding.at})


def _told(stretches: Iterable[Stretch]) -> Iterator[Message]:
    found = (change_of(stretch) for stretch in stretches)
    return (Message({"change": change}) for change in found if change is not None)


def change_of(stretch: Stretch) -> dict[str, object] | None:
    """A stretch as it is told: seconds, level (None: cannot tell) and why; None where nothing is to be seen."""
    if not stretch.frames:
        return {"start": stretch.start, "end": stretch.end, "level": None, "why": MOVING}
    verdict = placed(stretch.frames)
    if verdict is None:
        return None
    level = None if verdict.level is None else int(verdict.level)
    return {"start": stretch.start, "end": stretch.end, "level": level, "why": verdict.why}


class _Decoding:
    """Decodes the pictures of a stream at the reduced size, in the order in which they are shown."""

    def __init__(self, container: InputContainer, stream: VideoStream, cancel: CancelToken) -> None:
        import av

        self._container, self._stream, self._cancel = container, stream, cancel
        stream.thread_type = "AUTO"
        width = max(16, round(stream.width * LINES / stream.height / 4) * 4)
        self._size = (width, LINES) if stream.height >= LINES else (stream.width, stream.height)
        told = float(stream.average_rate or stream.guessed_rate or 25)
        self.rate = min(max(told, _RATES[0]), _RATES[1])
        self.length = float(container.duration / av.time_base) if container.duration else 0.0
        self.at = 0.0

    def frames(self) -> Iterator[Shown]:
        width, height = self._size
        for index, frame in enumerate(self._container.decode(self._stream)):
            self._cancel.check()
            at = index / self.rate if frame.pts is None else frame.time
            if not self.at <= at <= float(LONGEST):
                continue  # time that runs backwards or away: a damaged file
            self.at = at
            small = frame.reformat(width=width, height=height, format="gray", interpolation="AREA")
            yield Shown(at, np.asarray(small.to_ndarray(), np.uint8))
