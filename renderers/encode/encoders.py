"""The picture encoders the program can use, as data: one family an entry, set up so that its work can be joined.

What all have in common: constant quality, no B pictures, an IDR picture first and none after it, one reference
where that can be said, no look-ahead, parameter sets in the description only. One film is written by one family.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from renderers.encode.codecs import TITLES
from studio.errors import StudioError

WHOLE = 0
"""Of a still: all pictures up to the next key picture are coded, none is repeated."""
SURE = "x264"
"""The family that is always there, and that needs no probe: everything was tried with it."""


@dataclass(frozen=True, slots=True)
class Family:
    """One encoder of FFmpeg, and how it is told what a profile wants.

    `codec` is "h264", "hevc" or "av1"; `encoder` FFmpeg's name. `needs` says what a machine has to have. `quality`
    is (factor, offset) that make its measure of quality of x264's crf; `speeds` gives its name for x264's presets.
    In `options`, {q} and {speed} are put in. `stills` are numbers of pictures to code of a still, the best first:
    the last picture is then repeated (`WHOLE`: none is). `zones` names the option that codes some pictures
    otherwise, what is put behind it ({zones} are "first,last,q=…", "/" between them), and what a zone says of
    pictures in which nothing travels: they need no search by fractions of a pixel, a third of the coder's time.
    """

    name: str
    title: str
    codec: str
    encoder: str
    options: Mapping[str, str]
    quality: tuple[float, float] = (1, 0)
    speeds: Mapping[str, str] = field(default_factory=dict[str, str])
    stills: tuple[int, ...] = (1,)
    needs: str = ""
    pixels: str = "yuv420p"
    zones: tuple[str, str, str] | None = None

    @property
    def device(self) -> str:
        """The kind of torch device that lies beside it, so that changes are best composed there ("": none)."""
        return "cuda" if self.needs == _NVIDIA else ""

    @property
    def words(self) -> str:
        """What it is called, and what it writes."""
        return f"{self.title} ({TITLES[self.codec]})"

    @property
    def hardware(self) -> bool:
        """Whether it is more than a library: a device with a driver."""
        return bool(self.needs)

    def q(self, crf: float) -> int:
        """Its measure of quality for x264's crf."""
        factor, offset = self.quality
        return round(crf * factor + offset)

    def told(self, crf: int, preset: str) -> dict[str, str]:
        """The options for a quality and a speed."""
        said = {"q": self.q(crf), "speed": self.speeds.get(preset, preset)}
        return {name: value.format(**said) for name, value in self.options.items()}


_X264 = (
    "keyint=infinite:scenecut=0:bframes=0:ref=1:threads=1:sliced-threads=0:stitchable=1"
    ":rc-lookahead=0:sync-lookahead=0:mbtree=0:force-cfr=1"
)
_X265 = (
    "keyint=-1:scenecut=0:open-gop=0:bframes=0:b-adapt=0:ref=1:pools=none:frame-threads=1:wpp=0:rc-lookahead=0"
    ":cutree=0:sao=0:temporal-mvp=0:repeat-headers=0:info=0:aud=0:hrd=0:log-level=error"
)
_SVT = "pred-struct=1:lookahead=0:keyint=-1:irefresh-type=2:scd=0:enable-tf=0:enable-overlays=0:film-grain=0:lp=1"
_SVT_SPEEDS = {"veryfast": "10", "faster": "9", "fast": "8", "medium": "7", "slow": "6", "slower": "4"}

_NVENC = {
    "preset": "{speed}", "rc": "constqp", "qp": "{q}", "g": "65535", "bf": "0", "forced-idr": "1", "dpb_size": "1",
    "refs": "1", "rc-lookahead": "0", "no-scenecut": "1", "strict_gop": "1", "zerolatency": "1", "delay": "0",
}  # fmt: skip
_NVENC_SPEEDS = {"veryfast": "p3", "faster": "p4", "fast": "p4", "medium": "p5", "slow": "p6", "slower": "p7"}
_NVIDIA = "an NVIDIA graphics card that can encode, and its driver"

_QSV = {
    "preset": "{speed}", "global_quality": "{q}", "g": "65535", "bf": "0", "refs": "1", "async_depth": "1",
    "forced_idr": "1", "low_power": "0", "b_strategy": "0", "adaptive_i": "0", "adaptive_b": "0",
}  # fmt: skip
_QSV_HEVC = {**_QSV, "p_strategy": "0", "pic_timing_sei": "0", "aud": "0", "profile": "main"}
_QSV_H264 = {**_QSV_HEVC, "look_ahead": "0", "repeat_pps": "0", "profile": "high"}
_INTEL = "an Intel graphics processor with Quick Sync Video, and its driver"

_AMF = {
    "usage": "transcoding", "quality": "{speed}", "rc": "cqp", "qp_i": "{q}", "qp_p": "{q}", "g": "65535",
    "bf": "0", "refs": "1", "forced_idr": "1", "preanalysis": "0", "filler_data": "0",
    "pa_lookahead_buffer_depth": "0",
}  # fmt: skip
_AMF_PLAIN = {**_AMF, "vbaq": "0", "aud": "0"}
_AMF_SPEEDS = {
    "veryfast": "speed",
    "faster": "speed",
    "fast": "balanced",
    "medium": "balanced",
    "slow": "quality",
}
_AMD = "an AMD graphics card that can encode, and its driver"

_TOOLBOX = {
    "flags": "+qscale", "global_quality": "{q}", "g": "65535", "bf": "0", "max_ref_frames": "1", "allow_sw": "0",
    "realtime": "0", "prio_speed": "0", "a53cc": "0",
}  # fmt: skip
_TOOLBOX_QUALITY = (-1.75 * 118, 100 * 118)
"""Of 100 at best, in FFmpeg's steps of 118."""
_APPLE = "a Mac"

FAMILIES: tuple[Family, ...] = (
    Family(
        SURE, "x264", "h264", "libx264",
        {"preset": "{speed}", "crf": "{q}", "x264-params": _X264},
        zones=("x264-params", ":zones={zones}", ",subme=0,me=dia"),
    ),
    Family(
        "nvenc", "NVIDIA NVENC", "h264", "h264_nvenc", {**_NVENC, "profile": "high", "coder": "cabac", "aud": "0"},
        (1, 2), _NVENC_SPEEDS, (1, WHOLE), _NVIDIA,
    ),
    Family(
        "qsv", "Intel Quick Sync", "h264", "h264_qsv", _QSV_H264,
        (1, 2), {}, (1, WHOLE), _INTEL, "nv12",
    ),
    Family(
        "amf", "AMD AMF", "h264", "h264_amf", {**_AMF_PLAIN, "profile": "high"},
        (1, 2), _AMF_SPEEDS, (1, WHOLE), _AMD, "nv12",
    ),
    Family(
        "videotoolbox", "Apple VideoToolbox", "h264", "h264_videotoolbox", {**_TOOLBOX, "profile": "high"},
        _TOOLBOX_QUALITY, {}, (1, WHOLE), _APPLE, "nv12",
    ),
    Family(
        "x265", "x265", "hevc", "libx265",
        {"preset": "{speed}", "crf": "{q}", "x265-params": _X265},
        (1, 3),
        stills=(2,),
        zones=("x265-params", ":zones={zones}", ""),
    ),
    Family(
        "hevc_nvenc", "NVIDIA NVENC", "hevc", "hevc_nvenc", {**_NVENC, "profile": "main", "aud": "0"},
        (1, 2), _NVENC_SPEEDS, (2, WHOLE), _NVIDIA,
    ),
    Family(
        "hevc_qsv", "Intel Quick Sync", "hevc", "hevc_qsv", _QSV_HEVC,
        (1, 2), {}, (2, WHOLE), _INTEL, "nv12",
    ),
    Family(
        "hevc_amf", "AMD AMF", "hevc", "hevc_amf",
        {**_AMF_PLAIN, "profile": "main", "gops_per_idr": "1", "header_insertion_mode": "none"},
        (1, 2), _AMF_SPEEDS, (2, WHOLE), _AMD, "nv12",
    ),
    Family(
        "hevc_videotoolbox", "Apple VideoToolbox", "hevc", "hevc_videotoolbox",
        {**_TOOLBOX, "profile": "main"}, _TOOLBOX_QUALITY, {}, (2, WHOLE), _APPLE, "nv12",
    ),
    Family(
        "svtav1", "SVT-AV1", "av1", "libsvtav1",
        {"preset": "{speed}", "crf": "{q}", "svtav1-params": _SVT},
        (1.1, 0), _SVT_SPEEDS, (2,),
    ),
    Family(
        "av1_nvenc", "NVIDIA NVENC", "av1", "av1_nvenc", dict(_NVENC),
        (4, 20), _NVENC_SPEEDS, (2, WHOLE), _NVIDIA,
    ),
    Family(
        "av1_qsv", "Intel Quick Sync", "av1", "av1_qsv", dict(_QSV),
        (4, 20), {}, (2, WHOLE), _INTEL, "nv12",
    ),
    Family(
        "av1_amf", "AMD AMF", "av1", "av1_amf", {**_AMF, "align": "none", "header_insertion_mode": "none"},
        (4, 20), _AMF_SPEEDS, (2, WHOLE), _AMD, "nv12",
    ),
)  # fmt: skip
"""AV1 measures quality from 0 to 255, H.264 and HEVC from 0 to 51."""
NAMES = tuple(family.name for family in FAMILIES)


def family(name: str) -> Family:
    """The family of that name; StudioError names those there are."""
    found = next((family for family in FAMILIES if family.name == name), None)
    if found is None:
        raise StudioError(f"There is no encoder “{name}”; choose one of: {', '.join(NAMES)}.")
    return found
