"""Pictures -> coded pictures by one family of encoders, set up so that everything it makes can be joined.

One closed group per segment: an IDR picture, then P pictures. x264 works with one thread (the thread count changes
the bytes) and `stitchable` (parameter sets do not depend on the content). 4:2:0, BT.709 limited range, tagged.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from renderers.encode.codecs import DECODERS, ParameterSets
from renderers.encode.encoders import SURE, WHOLE, Family, family
from renderers.planes import Planes
from renderers.profiles import Profile
from renderers.segments import VideoSegment
from studio.progress import CancelToken

if TYPE_CHECKING:
    import numpy as np
    from av import VideoFrame
    from av.video.codeccontext import VideoCodecContext
    from numpy.typing import NDArray

_FINER = (6, 18)
"""The last pictures of a change are coded so much finer, or the still behind it would come as a small jolt.

Found with slides at 1080p: with (6, 6) shared pixels step by up to 50 of 255, with this by 3; 80 KB a change.
"""
_BT709, _LIMITED = 1, 1


@dataclass(frozen=True, slots=True)
class VideoSettings:
    """All that decides which bytes an encoder makes of a picture; part of every key.

    `library` names its version; `family` is of `encoders.FAMILIES`; of a still `group` pictures are coded, the last
    of which can then be repeated.
    """

    width: int
    height: int
    rate: Fraction
    crf: int
    preset: str
    library: str
    family: str = SURE
    group: int = 1

    @staticmethod
    def of(profile: Profile, name: str = SURE, still: int | None = None) -> VideoSettings:
        """The settings of a profile with the encoder that is installed; `still` is of its family's `stills`."""
        import av

        version = ".".join(map(str, av.library_versions["libavcodec"]))
        chosen = family(name)
        still = chosen.stills[0] if still is None else still
        return VideoSettings(
            profile.width,
            profile.height,
            profile.rate,
            profile.crf,
            profile.preset,
            f"{chosen.encoder} in libavcodec {version}",
            name,
            max(profile.key_interval, 2) + 1 if still == WHOLE else still,
        )


def open_encoder(settings: VideoSettings, more: Mapping[str, str], by: Family) -> VideoCodecContext:
    """A context with these settings, opened, its parameter sets in `extradata`; `more` is put behind options."""
    from av.codec.context import Flags
    from av.video.codeccontext import VideoCodecContext

    encoder = VideoCodecContext.create(by.encoder, "w")
    assert isinstance(encoder, VideoCodecContext)
    describe(encoder, settings)
    os.environ.setdefault("SVT_LOG", "1")  # it would tell its settings on the terminal
    told = by.told(settings.crf, settings.preset)
    encoder.pix_fmt = by.pixels
    encoder.options = {name: value + more.get(name, "") for name, value in told.items()}
    encoder.flags |= Flags.global_header
    encoder.open()
    return encoder


def describe(encoder: VideoCodecContext, settings: VideoSettings) -> None:
    """Give an unopened context (free or of a stream) what is true of every picture, whoever codes it."""
    encoder.width, encoder.height, encoder.pix_fmt = settings.width, settings.height, "yuv420p"
    encoder.framerate, encoder.time_base = settings.rate, 1 / settings.rate
    encoder.color_range = _LIMITED
    encoder.color_primaries = encoder.color_trc = encoder.colorspace = _BT709
    encoder.thread_count = 1


def encode(
    pictures: Iterable[Planes],
    settings: VideoSettings,
    cancel: CancelToken,
    settles_at: int = 0,
    travels: bool = True,
) -> VideoSegment:
    """One segment of the given pictures. Raises `Cancelled` between two pictures.

    `settles_at`: how many pictures a change has that a still follows; its end is then as good as the still.
    `travels`: whether anything in them moves, which is worth looking for by fractions of a pixel.
    """
    by = family(settings.family)
    more: dict[str, str] = {}
    if settles_at > 1 and by.zones:
        option, said, simple = by.zones
        simply = "" if travels else simple
        zones = [f"1,{settles_at}{simply}"] if simply else []
        last = range(settles_at - 1, 0, -1)
        zones += [
            f"{at},{at},q={max(1, by.q(settings.crf - finer))}{simply}"
            for at, finer in zip(last, reversed(_FINER), strict=False)
        ]
        more[option] = said.format(zones="/".join(zones))
    return _coded(pictures, settings, cancel, more, by)


def still(picture: Planes, settings: VideoSettings, cancel: CancelToken) -> VideoSegment:
    """A picture that is to be held: as many pictures as the settings say, the last of which can be repeated."""
    by = family(settings.family)
    first = _coded([picture], settings, cancel, {}, by)
    if settings.group < 2:
        return first
    same = [seen(first, picture.size)] * (settings.group - 1)  # there is nothing to be changed about it
    coded = _coded([picture, *same], settings, cancel, {}, by)
    sets = coded.parameter_sets
    return VideoSegment(sets, sets.held(coded.pictures))


def seen(segment: VideoSegment, size: tuple[int, int]) -> Planes:
    """What a decoder shows of the first picture."""
    from av import Packet

    opened = decoder(segment.parameter_sets)
    frames = [*opened.decode(Packet(segment.pictures[0])), *opened.decode(None)]
    return planes_of(shown(frames[0]), size)


def decoder(sets: ParameterSets) -> VideoCodecContext:
    """An opened decoder that runs on the processor alone, and lets no error pass."""
    from av.video.codeccontext import VideoCodecContext

    made = VideoCodecContext.create(DECODERS[sets.codec], "r")
    assert isinstance(made, VideoCodecContext)
    made.extradata = sets.extradata()
    if sets.codec != "av1":
        made.options = {"err_detect": "explode"}
    return made


def shown(frame: VideoFrame) -> NDArray[np.uint8]:
    """A decoded picture: rows of Y, then of U, then of V."""
    import numpy as np

    return np.asarray(frame.to_ndarray(), np.uint8)


def planes_of(packed: NDArray[np.uint8], size: tuple[int, int]) -> Planes:
    """A decoded picture as planes of a size."""
    import torch

    width, height = size
    flat = torch.from_numpy(packed).reshape(-1)
    y, u, v = flat.split([width * height, width * height // 4, width * height // 4])
    return Planes(*(plane.reshape(height // n, width // n) for plane, n in ((y, 1), (u, 2), (v, 2))))


def _coded(
    pictures: Iterable[Planes],
    settings: VideoSettings,
    cancel: CancelToken,
    more: Mapping[str, str],
    by: Family,
) -> VideoSegment:
    encoder = open_encoder(settings, more, by)
    coded: list[bytes] = []
    for index, picture in enumerate(pictures):
        cancel.check()
        frame = frame_of(picture, by.pixels)
        frame.pts = index
        coded += [bytes(packet) for packet in encoder.encode(frame)]
    coded += [bytes(packet) for packet in encoder.encode(None)]
    sets = ParameterSets.read(by.codec, bytes(encoder.extradata or b""), coded[0])
    return VideoSegment(sets, tuple(map(sets.bare, coded)))


def frame_of(picture: Planes, pixels: str = "yuv420p") -> VideoFrame:
    """A picture as FFmpeg takes it: "yuv420p", or "nv12", in which U and V take turns."""
    import numpy as np
    from av import VideoFrame

    width, height = picture.size
    frame = VideoFrame(width, height, pixels)
    y, u, v = (plane.cpu().numpy() for plane in picture.planes)
    planes = (y, np.stack((u, v), axis=-1).reshape(u.shape[0], -1)) if pixels == "nv12" else (y, u, v)
    for target, source in zip(frame.planes, planes, strict=True):
        rows = source
        if target.line_size != rows.shape[1]:
            rows = np.pad(rows, ((0, 0), (0, target.line_size - rows.shape[1])))
        target.update(memoryview(np.ascontiguousarray(rows)).cast("B"))  # type: ignore[arg-type]
    frame.color_range, frame.colorspace = _LIMITED, _BT709
    return frame
