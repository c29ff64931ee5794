"""What the engine makes: encoded picture and sound that know nothing of their place in the file.

A changed sentence moves everything after it and encodes one scene, because a segment is keyed and kept by what
it shows, and only joining gives it a time. Joining copies bytes; nothing is encoded again.

Two rules make any order of segments a valid stream. Pictures: every segment starts with an IDR picture, has at
least two frames (adjacent IDR pictures would share `idr_pic_id`, which H.264 7.4.3 forbids) and was written
with the same parameter sets. Sound: every segment starts and ends in digital silence, so that the overlap of
neighbouring AAC blocks (ISO/IEC 14496-3, 4.6.11) joins nothing to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renderers.encode.codecs import ParameterSets


@dataclass(frozen=True, slots=True)
class Picture:
    """One coded picture without parameter sets; `key` marks an IDR picture (AV1: a key frame).

    H.264 and HEVC: an Annex B access unit; AV1: a temporal unit without its delimiter.
    """

    data: bytes
    key: bool


@dataclass(frozen=True, slots=True)
class VideoSegment:
    """Coded pictures, the first of them an IDR picture; one a frame."""

    parameter_sets: ParameterSets
    pictures: tuple[bytes, ...]

    @property
    def frames(self) -> int:
        """How many frames it lasts."""
        return len(self.pictures)

    def coded(self) -> Iterator[Picture]:
        """Its pictures in order."""
        for index, data in enumerate(self.pictures):
            yield Picture(data, index == 0)


@dataclass(frozen=True, slots=True)
class AudioSegment:
    """AAC access units, one for each block of 1,024 samples; the priming unit is not among them."""

    units: tuple[bytes, ...]

    @property
    def blocks(self) -> int:
        """How many blocks it lasts."""
        return len(self.units)


def hold(still: VideoSegment, frames: int, key_interval: int) -> Iterator[Picture]:
    """A still held for `frames` (at least 2): the pictures coded of it, then pictures that repeat the last.

    Every `key_interval` frames (two at least) the IDR picture comes again, so that a player can start there; a
    run never ends in a lone IDR picture.
    """
    if frames < 2:
        raise ValueError("a still is held for at least two frames")
    interval = max(key_interval, 2)
    run = [Picture(data, since == 0) for since, data in enumerate(_held(still, min(frames, interval + 1)))]
    while frames:
        length = interval if frames >= interval + 2 else frames
        yield from run[:length]
        frames -= length


def _held(still: VideoSegment, frames: int) -> Iterator[bytes]:
    yield from still.pictures[:frames]
    for since in range(still.frames, frames):
        yield still.parameter_sets.again(still.pictures, since)
