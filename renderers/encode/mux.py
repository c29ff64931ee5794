"""Coded pictures, sound, captions and chapters -> one MP4 file, by copying.

FFmpeg describes the tracks, `mp4` gives the samples their places as they come, so memory stays flat however long
the lecture is. The sound starts one block early: the priming block, which one edit-list entry hides; the picture
has none. The file appears under its name only when it is complete.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from renderers.encode import mp4, sound, video
from renderers.encode.codecs import DESCRIBERS, QUIET, TAGS, ParameterSets
from renderers.profiles import Profile
from renderers.segments import Picture
from studio.captions import Caption
from studio.chapters import Chapter
from studio.progress import CancelToken
from studio.timebase import BLOCK, SAMPLE_RATE

if TYPE_CHECKING:
    from av import Packet
    from av.container import OutputContainer
    from av.container.core import Chapter as AvChapter
    from av.stream import Stream

MADE_BY = "Lecture Studio"
EDITION = "film 2"
"""Raised when the same parts are joined to other bytes."""
_MS = Fraction(1, 1000)
_LONGEST_MS = 1_800_000
"""FFmpeg counts the time of text in microseconds, and takes no sample of more than 2^31 of them."""
_KEPT = 512
"""Pictures that are kept as MP4 stores them: more than there are between two key pictures."""
_TEXT_STYLE = (
    "[V4+ Styles]\r\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, "
    "Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, "
    "MarginL, MarginR, MarginV, Encoding\r\n"
    "Style: Default,Arial,18,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0\r\n"
)
"""Timed text in MP4 wants a style (3GPP TS 26.245); FFmpeg makes its sample description from this header."""


@dataclass(frozen=True, slots=True)
class Film:
    """All that goes into the file. `pictures` one a frame, gone through more than once; `units` AAC, one a block,
    the priming one first.
    """

    parameter_sets: ParameterSets
    pictures: Iterable[Picture]
    units: Iterable[bytes]
    captions: tuple[Caption, ...]
    chapters: tuple[Chapter, ...]
    title: str
    language: str


def write(
    path: Path, film: Film, settings: video.VideoSettings, profile: Profile, cancel: CancelToken
) -> Generator[int]:
    """Write the file to `path`, yielding the number of frames written now and then.

    Raises `Cancelled`, and OSError where the disk is full or the folder cannot be written; what was written so
    far is then at `path`, for the caller to remove.
    """
    described = _described(film, settings, profile)
    stored = lru_cache(_KEPT)(film.parameter_sets.stored)  # a still is one picture again and again
    yield from mp4.write(path, described, film.pictures, film.units, stored, settings.rate, cancel)


def _described(film: Film, settings: video.VideoSettings, profile: Profile) -> bytes:
    """An MP4 file of two frames and all texts: the tracks as FFmpeg describes them."""
    import av

    written = BytesIO()
    with av.open(written, "w", format="mp4", options={"fflags": "+bitexact"}) as container:
        if film.title:
            container.metadata["title"] = film.title
        container.metadata["comment"] = f"Made with {MADE_BY}"
        streams = [_picture_stream(container, film, settings), _sound_stream(container, film, profile)]
        if film.captions:
            streams.append(_caption_stream(container, film))
        container.set_chapters([_chapter(index, chapter) for index, chapter in enumerate(film.chapters)])
        container.start_encoding()
        frames = [(picture.data, n, 1, n == 0) for n, picture in enumerate(islice(film.pictures, 2))]
        silence = sound.silent_unit(profile.sound_bits)
        blocks = [(silence, (n - 1) * BLOCK, BLOCK, True) for n in range(2)]
        tracks = [_packets(frames, 1 / settings.rate, streams[0])]
        tracks.append(_packets(blocks, Fraction(1, SAMPLE_RATE), streams[1]))
        if film.captions:
            tracks.append(_packets(_samples_of_text(film.captions), _MS, streams[2]))
        for packet in chain.from_iterable(tracks):
            container.mux_one(packet)
    return written.getvalue()


def _packets(
    data: Iterable[tuple[bytes, int, int, bool]], time_base: Fraction, stream: Stream
) -> Iterator[Packet[Any]]:
    """Packets of a stream that is being written; `time_base` is that of `data`."""
    from av import Packet

    assert stream.time_base is not None, "the header has been written"
    ticks = time_base / stream.time_base
    for payload, time, duration, key in data:
        packet = Packet(payload)
        packet.pts = packet.dts = int(time * ticks)
        packet.duration = int((time + duration) * ticks) - packet.dts
        packet.is_keyframe = key
        packet.stream = stream
        yield packet


def _samples_of_text(captions: tuple[Caption, ...]) -> Iterator[tuple[bytes, int, int, bool]]:
    """Text samples (3GPP TS 26.245, 5.17): two bytes of length, then UTF-8; empty ones where nothing stands."""
    now = 0
    for caption in captions:
        start, end = (round(moment * 1000) for moment in (caption.start, caption.end))
        text = "\n".join(caption.lines).encode()
        yield from _lasting(b"\x00\x00", now, start)
        yield from _lasting(len(text).to_bytes(2, "big") + text, start, end)
        now = end


def _lasting(sample: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int, bool]]:
    """A text sample from one millisecond to another, told again where it lasts longer than FFmpeg takes."""
    for begin in range(start, end, _LONGEST_MS):
        yield sample, begin, min(_LONGEST_MS, end - begin), True


def _picture_stream(container: OutputContainer, film: Film, settings: video.VideoSettings) -> Stream:
    from av.codec.context import Flags
    from av.video.codeccontext import VideoCodecContext

    sets = film.parameter_sets
    os.environ.setdefault("SVT_LOG", "1")  # it would tell its settings on the terminal
    stream = container.add_stream(DESCRIBERS[sets.codec], rate=settings.rate)
    encoder = stream.codec_context
    assert isinstance(encoder, VideoCodecContext)
    video.describe(encoder, settings)
    encoder.options = QUIET.get(sets.codec, {})
    encoder.flags |= Flags.global_header
    encoder.codec_tag = TAGS[sets.codec]
    encoder.open()
    # The encoder only describes the stream; these sets, with the one for repeated pictures, are what it holds.
    encoder.extradata = sets.extradata()
    return stream


def _sound_stream(container: OutputContainer, film: Film, profile: Profile) -> Stream:
    stream = container.add_stream("aac", rate=SAMPLE_RATE)
    sound.configure(stream.codec_context, profile.sound_bits)
    stream.codec_context.open()
    if film.language:
        stream.metadata["language"] = iso639_2(film.language)
    return stream


def _caption_stream(container: OutputContainer, film: Film) -> Stream:
    stream = container.add_stream("mov_text")
    stream.codec_context.subtitle_header = _TEXT_STYLE.encode()  # type: ignore[attr-defined]
    stream.codec_context.open()
    if film.language:
        stream.metadata["language"] = iso639_2(film.language)
    return stream


def _chapter(index: int, chapter: Chapter) -> AvChapter:
    start, end = (round(moment * 1000) for moment in (chapter.start, chapter.end))
    return {"id": index, "start": start, "end": end, "time_base": _MS, "metadata": {"title": chapter.title}}


_ISO639_2 = {
    "ar": "ara", "cmn": "zho", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa",
    "fa": "fas", "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin", "hu": "hun", "id": "ind", "it": "ita",
    "ja": "jpn", "ko": "kor", "nb": "nob", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron",
    "ru": "rus", "sv": "swe", "th": "tha", "tr": "tur", "uk": "ukr", "vi": "vie", "yue": "yue", "zh": "zho",
}  # fmt: skip


def iso639_2(language: str) -> str:
    """The three-letter code that MP4 wants for a BCP 47 tag; "und" where there is none."""
    primary = language.split("-")[0].lower()
    return _ISO639_2.get(primary, primary if len(primary) == 3 else "und")
