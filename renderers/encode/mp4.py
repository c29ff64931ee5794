"""The samples of a film at their places in an MP4 file (ISO/IEC 14496-12), in one go, the index in front of them.

FFmpeg's muxer takes microseconds a sample, and an hour has 300,000, nearly all of which are like the one before. So
FFmpeg describes the tracks in a file of a few samples (`mux`), which is read here; the film's samples take the
place of those, and the tables that tell their sizes and places are written anew: half a second of pictures and half
a second of sound by turns. Texts (captions, the titles of chapters) stand in front of both as FFmpeg wrote them.
"""

from __future__ import annotations

import os
import struct
import sys
from array import array
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate, islice
from pathlib import Path
from typing import BinaryIO

from renderers.segments import Picture
from studio.progress import CancelToken
from studio.timebase import BLOCK, SAMPLE_RATE

_HOLDERS = frozenset({b"trak", b"edts", b"mdia", b"minf", b"stbl"})
_UNITS_TOGETHER = 24
"""Blocks of sound that stand together: 0.51 s."""
_MOST_UNIT = 768
"""Bytes of an AAC unit of one channel at most (ISO/IEC 14496-3, 4.5.3.3: 6,144 bits)."""
_LONG = 1 << 32
_MOST_ABOUT = 1 << 20
_SPARE = 64
"""Bytes kept free behind the index: how many blocks of sound there are is known only when they are written."""
_SAID_EVERY = 64
_TOLD = ((b"mdia", b"mdhd"), (b"edts", b"elst"), (b"tkhd",))
_CONFIG = b"\x04\x80\x80\x80\x17\x40\x15"
"""How FFmpeg begins the description of AAC's decoder (ISO/IEC 14496-1, 7.2.6.6); two rates follow after 3 bytes."""


def write(
    path: Path,
    described: bytes,
    pictures: Iterable[Picture],
    units: Iterable[bytes],
    stored: Callable[[bytes], bytes],
    rate: Fraction,
    cancel: CancelToken,
) -> Generator[int]:
    """Write a film to `path`, yielding how many frames are written now and then.

    `described` is an MP4 file whose first two tracks are the picture and the sound, with a sample or two each, and
    whose other tracks are whole. `pictures` (gone through twice) and `units` are all samples of the first two,
    `stored` puts a picture as MP4 holds it. Raises `Cancelled`, OSError.
    """
    top = dict(boxes(described))
    seen = _Samples(round(rate / 2), array("I"), array("I"))
    for number, picture in enumerate(pictures, 1):
        seen.sizes.append(len(stored(picture.data)))
        if picture.key:
            seen.keys.append(number)
    heard = _Samples(_UNITS_TOGETHER, array("I"))
    most = -(-len(seen.sizes) * SAMPLE_RATE // (rate * BLOCK)) + 2
    tracks = [part for kind, part in boxes(top[b"moov"]) if kind == b"trak"]
    texts = [list(_chunks(track, described)) for track in tracks[2:]]
    expected = sum(seen.sizes) + most * _MOST_UNIT
    wide = expected + sum(len(chunk) for text in texts for chunk in text) + (1 << 25) > _LONG
    longest = _Samples(_UNITS_TOGETHER, array("I", bytes(4 * most)))
    reserved = len(_index(top[b"moov"], [seen, longest], texts, 0, wide)) + _SPARE
    head = _box(b"ftyp", top[b"ftyp"])
    start = (
        len(head) + reserved + 24
    )  # a free box fills what is left; the size of what follows may take 16 bytes
    with path.open("wb", 1 << 20) as file:
        file.seek(start)
        for text in texts:
            file.writelines(text)
        coded = (stored(picture.data) for picture in pictures)
        yield from _by_turns(file, seen, coded, heard, units, rate, cancel)
        size = file.tell() - start + 8
        index = _index(top[b"moov"], [seen, heard], texts, start, wide)
        if len(heard.sizes) > most or len(index) > reserved:
            raise ValueError("the sound lasts longer than the pictures")
        before = (
            struct.pack("!I4s", size, b"mdat") if size < _LONG else struct.pack("!I4sQ", 1, b"mdat", size + 8)
        )
        file.seek(0)
        file.write(head + index)
        file.write(_box(b"free", bytes(start - len(before) - 8 - len(head) - len(index))) + before)


@dataclass(slots=True)
class _Samples:
    """The samples of a track: their sizes, which of them are keys (from 1; all where none is named), where each
    chunk of `together` samples begins in the file.
    """

    together: int
    sizes: array[int]
    keys: array[int] = field(default_factory=lambda: array("I"))
    places: array[int] = field(default_factory=lambda: array("Q"))

    @property
    def chunks(self) -> int:
        return -(-len(self.sizes) // self.together)


def _by_turns(
    file: BinaryIO,
    seen: _Samples,
    pictures: Iterator[bytes],
    heard: _Samples,
    units: Iterable[bytes],
    rate: Fraction,
    cancel: CancelToken,
) -> Generator[int]:
    """Write pictures, and after each chunk of them the sound that belongs beside it; notes where chunks begin."""
    sounds = iter(units)
    behind = 0
    for turn in range(seen.chunks):
        if turn % _SAID_EVERY == 0:
            cancel.check()
            yield behind
        seen.places.append(file.tell())
        file.write(b"".join(islice(pictures, seen.together)))
        behind = min(behind + seen.together, len(seen.sizes))
        last = behind == len(seen.sizes)
        while last or len(heard.sizes) * BLOCK * rate < behind * SAMPLE_RATE:
            chunk = list(islice(sounds, heard.together))
            if not chunk:
                break
            heard.places.append(file.tell())
            heard.sizes.extend(map(len, chunk))
            file.write(b"".join(chunk))
    yield behind


def about(path: Path) -> bytes:
    """What a film tells of itself, its title and who made it (`moov`, `udta`); nothing where it is no MP4 file.

    Only that is read, not the index beside it. Raises OSError.
    """
    with path.open("rb") as file:
        while len(header := file.read(8)) == 8:
            size, kind = struct.unpack("!I4s", header)
            if kind == b"udta":
                return file.read(min(size, _MOST_ABOUT))
            rest = int.from_bytes(file.read(8), "big") - 16 if size == 1 else size - 8
            if rest < 0:
                break
            if kind != b"moov":
                file.seek(rest, os.SEEK_CUR)
    return b""


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of the boxes that some bytes consist of."""
    at = 0
    while at < len(data):
        size, kind = struct.unpack_from("!I4s", data, at)
        size, header = (
            struct.unpack_from("!Q", data, at + 8)[0] if size == 1 else size,
            16 if size == 1 else 8,
        )
        yield kind, data[at + header : at + size]
        at += size


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack("!I4s", len(content) + 8, kind) + content


def _inside(data: bytes, *kinds: bytes) -> bytes:
    """The content of the first box along a path of kinds."""
    for kind in kinds:
        data = next(part for found, part in boxes(data) if found == kind)
    return data


def _chunks(track: bytes, file: bytes) -> Iterator[bytes]:
    """The chunks of a track that is whole (8.7.3 to 8.7.5)."""
    table = _inside(track, b"mdia", b"minf", b"stbl")
    places, runs, sizes = (_inside(table, kind) for kind in (b"stco", b"stsc", b"stsz"))
    firsts = [struct.unpack_from("!II", runs, 8 + 12 * n) for n in range(_number(runs, 4))]
    alike, sample = _number(sizes, 4), 0
    for chunk in range(_number(places, 4)):
        samples = next(together for first, together in reversed(firsts) if first <= chunk + 1)
        size = sum(alike or _number(sizes, 12 + 4 * n) for n in range(sample, sample + samples))
        at = _number(places, 8 + 4 * chunk)
        yield file[at : at + size]
        sample += samples


def _index(
    described: bytes, tracks: Sequence[_Samples], texts: Sequence[Sequence[bytes]], start: int, wide: bool
) -> bytes:
    """The `moov` box: as described, but for lengths, sizes and places; texts stand from `start` on."""
    header = _inside(described, b"mvhd")
    rows = iter((*tracks, *texts))
    lasting, parts = _number(header, 16), list[bytes]()
    for kind, part in boxes(described):
        if kind == b"trak":
            row = next(rows)
            if isinstance(row, _Samples):
                part = _anew(part, _measured(part, row, _number(header, 12), wide))
            else:
                part = _anew(part, {b"stco": _table(b"stco", accumulate(map(len, row[:-1]), initial=start))})
                start += sum(map(len, row))
            lasting = max(lasting, _number(_inside(part, b"tkhd"), 20))
        parts.append(_box(kind, part))
    return _box(b"moov", _anew(b"".join(parts), {b"mvhd": _box(b"mvhd", _put(header, 16, lasting))}))


def _anew(content: bytes, new: Mapping[bytes, bytes]) -> bytes:
    """What a box holds, with new boxes for those of some kinds, however deep they stand."""
    return b"".join(
        new[kind] if kind in new else _box(kind, _anew(part, new) if kind in _HOLDERS else part)
        for kind, part in boxes(content)
    )


def _measured(track: bytes, samples: _Samples, scale: int, wide: bool) -> dict[bytes, bytes]:
    """The boxes of a track that tell its samples, all as long as the first it was described with.

    Lengths are told in the time of the track and, in whole units of the film's (`scale` a second), rounded up.
    """
    media, edit, head = (_inside(track, *path) for path in _TOLD)
    told = _inside(track, b"mdia", b"minf", b"stbl")
    count, ticks, second = len(samples.sizes), _number(_inside(told, b"stts"), 12), _number(media, 12)
    lasting = -(-count * ticks * scale // second) - -(
        -_number(edit, 12) * scale // second
    )  # less what is hidden
    rate = round(8 * sum(samples.sizes) * second / (count * ticks))
    new = {
        b"tkhd": _box(b"tkhd", _put(head, 20, lasting)),
        b"elst": _box(b"elst", _put(edit, 8, lasting)),
        b"mdhd": _box(b"mdhd", _length(media, count * ticks)),
        b"stsd": _box(b"stsd", _rated(_inside(told, b"stsd"), rate)),
        b"stts": _box(b"stts", struct.pack("!4I", 0, 1, count, ticks)),
        b"stsc": _box(b"stsc", _runs(count, samples.together)),
        b"stsz": _box(b"stsz", struct.pack("!3I", 0, 0, count) + _numbers(samples.sizes)),
        b"stco": _table(b"co64" if wide else b"stco", samples.places or [0] * samples.chunks, wide),
    }
    if samples.keys:
        new[b"stss"] = _table(b"stss", samples.keys)
    group = next((part for kind, part in boxes(told) if kind == b"sbgp"), None)
    if group is not None:  # that sound is heard only from the second block on is true of all
        new[b"sbgp"] = _box(b"sbgp", _put(group, 12, count))
    return new


def _length(media: bytes, ticks: int) -> bytes:
    """The content of an `mdhd` box with another length (8.4.2): of 64 bits where 32 do not hold it."""
    if ticks < _LONG:
        return _put(media, 16, ticks)
    made, changed, second = struct.unpack_from("!3I", media, 4)
    return struct.pack("!I2QIQ", 1 << 24, made, changed, second, ticks) + media[20:]


def _rated(described: bytes, rate: int) -> bytes:
    """The content of an `stsd` box with the bits a second of all samples, where it tells them."""
    found = bytearray(described)
    places = [len(found) - 8, len(found) - 4] if described[-16:-12] == b"btrt" else []
    config = found.find(_CONFIG)
    if config >= 0:
        places += [config + len(_CONFIG) + 3, config + len(_CONFIG) + 7]
    for at in places:
        if _number(found, at):
            struct.pack_into("!I", found, at, rate)
    return bytes(found)


def _runs(count: int, together: int) -> bytes:
    """The content of an `stsc` box (8.7.4): chunks of so many samples, and what is left in a last one."""
    whole, rest = divmod(count, together)
    runs = [(1, together, 1)] * bool(whole) + [(whole + 1, rest, 1)] * bool(rest)
    return struct.pack("!2I", 0, len(runs)) + b"".join(struct.pack("!3I", *run) for run in runs)


def _table(kind: bytes, values: Iterable[int], wide: bool = False) -> bytes:
    numbers = array("Q" if wide else "I", values)
    return _box(kind, struct.pack("!2I", 0, len(numbers)) + _numbers(numbers))


def _numbers(values: array[int]) -> bytes:
    if sys.byteorder == "big":
        return values.tobytes()
    turned = values[:]
    turned.byteswap()
    return turned.tobytes()


def _number(data: bytes | bytearray, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _put(data: bytes, at: int, value: int) -> bytes:
    return data[:at] + value.to_bytes(4, "big") + data[at + 4 :]
