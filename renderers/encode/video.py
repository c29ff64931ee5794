"""Pictures -> H.264 by x264, set up so that everything it makes can be joined.

One closed group per segment: an IDR picture, then P pictures. No B pictures (picture order count type 2), one
reference, one thread (the thread count changes the bytes), `stitchable` (parameter sets do not depend on the
content). High profile, 4:2:0, BT.709 limited range, tagged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from renderers.encode.h264 import ParameterSets
from renderers.planes import Planes
from renderers.profiles import Profile
from renderers.segments import VideoSegment
from studio.progress import CancelToken

if TYPE_CHECKING:
    from av.video.codeccontext import VideoCodecContext

_X264 = (
    "keyint=infinite:scenecut=0:bframes=0:ref=1:threads=1:sliced-threads=0:stitchable=1"
    ":rc-lookahead=0:sync-lookahead=0:mbtree=0:force-cfr=1"
)
_SETTLING, _FINER = 2, 6
"""The last pictures of a change are coded so much finer, or the still behind it would come as a small jolt."""
_BT709, _LIMITED = 1, 1


@dataclass(frozen=True, slots=True)
class VideoSettings:
    """All that decides which bytes x264 makes of a picture; part of every key. `library` names its version."""

    width: int
    height: int
    rate: Fraction
    crf: int
    preset: str
    library: str

    @staticmethod
    def of(profile: Profile) -> VideoSettings:
        """The settings of a profile with the encoder that is installed."""
        import av

        version = ".".join(map(str, av.library_versions["libavcodec"]))
        return VideoSettings(
            profile.width,
            profile.height,
            profile.rate,
            profile.crf,
            profile.preset,
            f"libx264 in libavcodec {version}",
        )


def open_encoder(settings: VideoSettings, settles_at: int = 0) -> VideoCodecContext:
    """An x264 context with these settings, opened, its parameter sets in `extradata`.

    The last pictures before picture `settles_at` (0: none) are coded finer.
    """
    from av.codec.context import Flags
    from av.video.codeccontext import VideoCodecContext

    encoder = VideoCodecContext.create("libx264", "w")
    assert isinstance(encoder, VideoCodecContext)
    configure(encoder, settings)
    if settles_at > 1:
        zone = f":zones={max(1, settles_at - _SETTLING)},{settles_at - 1},q={max(1, settings.crf - _FINER)}"
        encoder.options = {**encoder.options, "x264-params": _X264 + zone}
    encoder.flags |= Flags.global_header
    encoder.open()
    return encoder


def configure(encoder: VideoCodecContext, settings: VideoSettings) -> None:
    """Give an unopened context (free or of a stream) the settings that every segment is made with."""
    encoder.width, encoder.height, encoder.pix_fmt = settings.width, settings.height, "yuv420p"
    encoder.framerate, encoder.time_base = settings.rate, 1 / settings.rate
    encoder.color_range = _LIMITED
    encoder.color_primaries = encoder.color_trc = encoder.colorspace = _BT709
    encoder.thread_count = 1
    encoder.options = {"preset": settings.preset, "crf": str(settings.crf), "x264-params": _X264}


def encode(
    pictures: Iterable[Planes], settings: VideoSettings, cancel: CancelToken, settles_at: int = 0
) -> VideoSegment:
    """One segment of the given pictures. Raises `Cancelled` between two pictures.

    `settles_at`: how many pictures a change has that a still follows; its end is then as good as the still.
    """
    encoder = open_encoder(settings, settles_at)
    coded: list[bytes] = []
    for index, picture in enumerate(pictures):
        cancel.check()
        frame = _frame(picture)
        frame.pts = index
        coded += [bytes(packet) for packet in encoder.encode(frame)]
    coded += [bytes(packet) for packet in encoder.encode(None)]
    sets = ParameterSets.from_extradata(bytes(encoder.extradata or b""))
    return VideoSegment(sets, tuple(coded))


def _frame(picture: Planes):
    import numpy as np
    from av import VideoFrame

    width, height = picture.size
    frame = VideoFrame(width, height, "yuv420p")
    for target, source in zip(frame.planes, picture.planes, strict=True):
        rows = source.cpu().numpy()
        if target.line_size != rows.shape[1]:
            rows = np.pad(rows, ((0, 0), (0, target.line_size - rows.shape[1])))
        target.update(memoryview(np.ascontiguousarray(rows)).cast("B"))  # type: ignore[arg-type]
    frame.color_range, frame.colorspace = _LIMITED, _BT709
    return frame
