"""The codecs a film can be written in, one interface for all: what is described once, and how a picture repeats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from renderers.encode import av1, h264, hevc
from renderers.encode.bits import nal_units


class _Codec(Protocol):
    """What the module of a codec offers."""

    def parameter_sets(self, extradata: bytes, first: bytes, /) -> tuple[bytes, ...]: ...
    def extradata(self, units: tuple[bytes, ...], /) -> bytes: ...
    def bare(self, picture: bytes, units: tuple[bytes, ...], /) -> bytes: ...
    def held(self, units: tuple[bytes, ...], pictures: tuple[bytes, ...], /) -> tuple[bytes, ...]: ...
    def again(self, units: tuple[bytes, ...], pictures: tuple[bytes, ...], since: int, /) -> bytes: ...


_CODECS: dict[str, _Codec] = {"av1": av1, "h264": h264, "hevc": hevc}
TITLES = {"av1": "AV1", "h264": "H.264", "hevc": "HEVC"}
DECODERS = {"av1": "libdav1d", "h264": "h264", "hevc": "hevc"}
"""FFmpeg's decoders that run on the processor alone."""
DESCRIBERS = {"av1": "libsvtav1", "h264": "libx264", "hevc": "libx265"}
"""Encoders that run everywhere; opening one tells FFmpeg what a stream holds, whoever made its pictures."""
QUIET = {
    "h264": {"x264-params": "threads=1:rc-lookahead=0:stitchable=1:bframes=0"},
    "hevc": {"x265-params": "log-level=error:pools=none:frame-threads=1:rc-lookahead=0:bframes=0"},
    "av1": {"preset": "12", "svtav1-params": "lp=1:lookahead=0:pred-struct=1"},
}
"""Options for those, so that they take little memory, start no threads and print nothing."""
TAGS = {"av1": "av01", "h264": "avc1", "hevc": "hvc1"}
"""How MP4 names the pictures; Apple's players want HEVC's sets in the description only (hvc1)."""


@dataclass(frozen=True, slots=True)
class ParameterSets:
    """What every picture of a film refers to, as the encoder wrote it: NAL units, or AV1's sequence header.

    Only pictures with equal sets can stand in one film.
    """

    codec: str
    units: tuple[bytes, ...]

    @staticmethod
    def read(codec: str, extradata: bytes, first: bytes) -> ParameterSets:
        """Those in an encoder's extradata or its first picture; ValueError if they are not all there."""
        return ParameterSets(codec, _CODECS[codec].parameter_sets(extradata, first))

    def extradata(self) -> bytes:
        """What a decoder or a container is told, with what repeated pictures need besides."""
        return _CODECS[self.codec].extradata(self.units)

    def bare(self, picture: bytes) -> bytes:
        """A coded picture without what belongs to the description; ValueError where that differs from it."""
        return _CODECS[self.codec].bare(picture, self.units)

    def stored(self, picture: bytes) -> bytes:
        """A picture as MP4 holds it: with the sizes of its NAL units in place of start codes (AV1: as it is)."""
        if self.codec == "av1":
            return picture
        return b"".join(len(unit).to_bytes(4, "big") + unit for unit in nal_units(picture))

    def held(self, pictures: tuple[bytes, ...]) -> tuple[bytes, ...]:
        """The coded pictures of a still, so that the last of them can be repeated."""
        return _CODECS[self.codec].held(self.units, pictures)

    def again(self, pictures: tuple[bytes, ...], since: int) -> bytes:
        """A picture that repeats the last of `pictures`, those coded of a still, `since` pictures after the first.

        ValueError where the encoder wrote something that cannot be repeated.
        """
        return _CODECS[self.codec].again(self.units, pictures, since)
