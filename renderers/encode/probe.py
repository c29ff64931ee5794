"""Whether an encoder does what a film needs: tried on a small film, in a process of its own (the "encoder" worker).

Two stills and a change between them are coded as in an export, joined with repeated pictures, and decoded by the
processor alone. A driver that crashes takes only this process with it. `renderers.encode.trust` asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from renderers import wire
from renderers.encode import video
from renderers.encode.codecs import ParameterSets
from renderers.encode.encoders import Family, family
from renderers.encode.video import VideoSettings
from renderers.messages import Message
from renderers.planes import Planes, blend, one_thread
from renderers.segments import Picture, VideoSegment, hold
from studio.progress import CancelToken

if TYPE_CHECKING:
    import numpy as np
    from av.video.codeccontext import VideoCodecContext
    from numpy.typing import NDArray

LEAST_PSNR = 32.0
"""Decibels on luma: every decoded picture against the one that was given."""
STEADY = 2
"""Levels (of 255) by which a still may waver where all its pictures are coded; repeated ones do not at all."""
_CHANGE, _BEFORE, _AFTER, _INTERVAL = 6, 5, 40, 19
"""Frames of the change and the stills around it: a key picture, and more than four bits can count."""


class UntrustedError(Exception):
    """Why an encoder is not used, as the end of a sentence."""


class NoDeviceError(UntrustedError):
    """It cannot even be started here."""


@dataclass(frozen=True, slots=True)
class Coding:
    """The two things an encoder is asked for; tests give others."""

    still: Callable[[Planes, VideoSettings, CancelToken], VideoSegment] = video.still
    change: Callable[..., VideoSegment] = video.encode


@dataclass(slots=True)
class _Film:
    """The coded pictures, with what each was made from and whether it repeats the one before."""

    pictures: list[Picture] = field(default_factory=list[Picture])
    given: list[Planes] = field(default_factory=list[Planes])
    repeats: list[bool] = field(default_factory=list[bool])

    def add(self, coded: list[Picture], given: list[Planes], *, held: bool) -> None:
        self.pictures += coded
        self.given += given
        self.repeats += [held and index > 0 for index in range(len(coded))]


def handle(message: Message, cancel: CancelToken) -> Iterator[Message]:
    """Try the encoder of {"settings": …}; the answer says {"why"} it is not to be trusted ("": it is), and whether
    it {"started"} at all.
    """
    settings = wire.value(message.header["settings"], VideoSettings)
    try:
        examine(settings, cancel)
    except UntrustedError as error:
        yield Message({"why": str(error), "started": not isinstance(error, NoDeviceError)})
    else:
        yield Message({"why": "", "started": True})


def examine(settings: VideoSettings, cancel: CancelToken, coding: Coding | None = None) -> None:
    """Try an encoder; `UntrustedError` says what it does not do."""
    import av.logging

    by = family(settings.family)
    level = av.logging.get_level()
    av.logging.set_level(av.logging.WARNING)
    try:
        _start(settings, by)
        one_thread()
        sets, film = _film(settings, cancel, coding or Coding())
        with av.logging.Capture(local=False) as said:
            _compare(film, video.decoder(sets), settings.group, cancel)
        if said:
            raise UntrustedError(f"a decoder complains about its pictures ({_last(said)})")
    finally:
        av.logging.set_level(level)


def _start(settings: VideoSettings, by: Family) -> None:
    import av.logging
    from av.codec.codec import UnknownCodecError
    from av.error import FFmpegError

    said: list[tuple[int, str, str]] = []
    try:
        with av.logging.Capture(local=False) as said:
            video.open_encoder(settings, {}, by)
    except UnknownCodecError:
        raise NoDeviceError(f"this version of FFmpeg has no {by.encoder}") from None
    except FFmpegError as error:
        needs = f"it needs {by.needs}" if by.needs else "it cannot be started"
        raise NoDeviceError(f"{needs} ({_last(said) or error.strerror})") from None


def _last(said: list[tuple[int, str, str]]) -> str:
    """The first thing FFmpeg had to say, as what follows mostly follows from it."""
    words = [text.strip().rstrip(".") for _, _, text in said if text.strip()]
    return words[0] if words else ""


def _film(settings: VideoSettings, cancel: CancelToken, coding: Coding) -> tuple[ParameterSets, _Film]:
    from av.error import FFmpegError

    a, b = (page(settings.width, settings.height, seed) for seed in (1, 2))
    way = blend(a, b)
    steps = [way((index + 1) / _CHANGE) for index in range(_CHANGE)]
    try:
        first, last = (coding.still(each, settings, cancel) for each in (a, b))
        between = coding.change(steps, settings, cancel, settles_at=_CHANGE)
        _compatible(first, last, between, settings.group)
        film = _Film()
        film.add(list(hold(first, _BEFORE, _INTERVAL)), [a] * _BEFORE, held=True)
        film.add(list(between.coded()), steps, held=False)
        film.add(list(hold(last, _AFTER, _INTERVAL)), [b] * _AFTER, held=True)
    except (FFmpegError, ValueError, IndexError) as error:
        raise UntrustedError(f"what it writes cannot be joined: {error}") from error
    return first.parameter_sets, film


def _compatible(first: VideoSegment, last: VideoSegment, between: VideoSegment, group: int) -> None:
    if (first.frames, last.frames, between.frames) != (group, group, _CHANGE):
        raise UntrustedError("it leaves pictures out")
    if not first.parameter_sets == last.parameter_sets == between.parameter_sets:
        raise UntrustedError("it describes stills and changes differently, so they cannot stand in one file")


def _compare(film: _Film, decoder: VideoCodecContext, group: int, cancel: CancelToken) -> None:
    import numpy as np
    from av.error import FFmpegError

    allowed = STEADY if group > _INTERVAL else 0
    number, before = 0, None
    try:
        for shown in _decoded(film.pictures, decoder):
            cancel.check()
            if number >= len(film.given):
                break
            given = film.given[number]
            luma = shown[: given.y.shape[0]].astype(np.int16)
            if _psnr(luma, given.y.numpy()) < LEAST_PSNR:
                raise UntrustedError("its pictures differ from what they were made from")
            whole = shown.astype(np.int16)
            if film.repeats[number] and before is not None and int(np.abs(whole - before).max()) > allowed:
                raise UntrustedError("a still does not stay as it is while it is held")
            if not film.repeats[number]:
                before = whole
            number += 1
    except FFmpegError as error:
        raise UntrustedError(f"its pictures cannot be decoded ({error.strerror})") from error
    if number != len(film.given):
        raise UntrustedError(f"of {len(film.given)} pictures {number} are shown")


def _decoded(pictures: list[Picture], decoder: VideoCodecContext) -> Iterator[NDArray[np.uint8]]:
    from av import Packet

    for picture in pictures:
        packet = Packet(picture.data)
        packet.is_keyframe = picture.key
        for frame in decoder.decode(packet):
            yield video.shown(frame)
    for frame in decoder.decode(None):
        yield video.shown(frame)


def _psnr(shown: NDArray[np.int16], given: NDArray[np.uint8]) -> float:
    import numpy as np

    error = float(np.mean((shown[:, : given.shape[1]] - given.astype(np.int16)).astype(np.float32) ** 2))
    return 99.0 if error == 0 else float(10 * np.log10(255**2 / error))


def page(width: int, height: int, seed: int) -> Planes:
    """Something like a slide: a light ground that darkens, lines of dark strokes, a soft picture at the right."""
    import numpy as np

    from renderers.planes import from_rgb

    draw = np.random.default_rng(seed)
    page = np.empty((height, width, 3), np.float32)
    page[:] = np.linspace(250, 225, height, dtype=np.float32)[:, None, None]
    unit = max(2, height // 45)
    for top in range(3 * unit, height - 4 * unit, 4 * unit):
        left = 2 * unit
        while left < width * 0.55:
            stroke = int(draw.integers(1, unit + 1))
            page[top : top + 2 * unit, left : left + stroke] = draw.integers(10, 90, 3)
            left += stroke + int(draw.integers(1, 2 * unit))
    x, y = np.meshgrid(np.linspace(0, 6, width - int(width * 0.6)), np.linspace(0, 4, height))
    soft = [
        110 + 90 * np.sin(x * (1 + seed / 3) + phase) * np.cos(y + phase) for phase in draw.uniform(0, 6, 3)
    ]
    page[:, int(width * 0.6) :] = np.stack(soft, axis=-1)
    return from_rgb(page.round().clip(0, 255).astype(np.uint8))
