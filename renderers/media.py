"""Looking into sound and video files without trusting them: PyAV, local files only, with limits."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from studio.ports import MediaFacts
from studio.progress import NEVER, CancelToken

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer

LONGEST = Fraction(6 * 3600)
"""Seconds; a file that claims more is taken for broken."""
LARGEST_SIDE = 16_384
_OPTIONS = {
    "protocol_whitelist": "file",  # no playlist or reference inside the file may reach the network
    "format_whitelist": (
        "wav,w64,aiff,aifc,mp3,mov,mp4,m4a,3gp,3g2,mj2,asf,ogg,flac,matroska,webm,avi,mpeg,mpegts,aac,au,caf,amr,gif,flv"
    ),
}
"""The second list keeps out playlists and concatenations, which name other files."""


@contextmanager
def opened(path: Path) -> Generator[InputContainer]:
    """A local media file, open for decoding. Raises `av.FFmpegError`, `OSError` or `ValueError`."""
    import av

    # "file:" keeps a name like "http:x.wav" from being read as an address
    with av.open(f"file:{path.resolve()}", options=_OPTIONS, timeout=30.0) as container:
        yield container


def probe(path: Path, cancel: CancelToken = NEVER) -> MediaFacts | None:
    """Length, size and streams of a medium (the `MediaProbe` of this program); None if it cannot be decoded.

    Raises `Cancelled`.
    """
    from av.error import FFmpegError

    try:
        with opened(path) as container:
            duration = _duration(container, cancel)
            if duration is None or not 0 < duration <= LONGEST:
                return None
            video = next(iter(container.streams.video), None)
            width, height = (video.width, video.height) if video is not None else (0, 0)
            if max(width, height) > LARGEST_SIDE:
                return None
            return MediaFacts(duration, width, height, bool(container.streams.audio))
    except (FFmpegError, OSError, ValueError, IndexError):
        return None


def _duration(container: InputContainer, cancel: CancelToken) -> Fraction | None:
    """The container's own length; where it has none (some .wma, raw .aac) what decoding shows."""
    import av

    if container.duration is not None:
        return Fraction(container.duration, av.time_base)
    for stream in container.streams.audio:
        return _decoded_length(container, stream, cancel)
    return None


def _decoded_length(container: InputContainer, stream: AudioStream, cancel: CancelToken) -> Fraction:
    total = Fraction(0)
    for frame in container.decode(stream):
        cancel.check()
        total += Fraction(frame.samples, frame.sample_rate)
        if total > LONGEST:
            break
    return total
