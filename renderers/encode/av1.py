"""The few parts of AV1 (AV1 Bitstream & Decoding Process Specification, 1.0.0 errata 1) the program writes itself.

AV1 has a word for a repeated picture: a frame header that shows a frame again which a reference slot still holds
(show_existing_frame, 5.9.2). A key frame may be shown so only once (7.20), an inter frame as often as wanted; so a
still is coded as a key frame and an inter frame that changes nothing, and that one is shown again: three bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from renderers.encode.bits import BitReader

_SEQUENCE, _DELIMITER, _HEADER, _FRAME, _PADDING = 1, 2, 3, 6, 15
_CHOSEN = 2
"""SELECT_SCREEN_CONTENT_TOOLS, SELECT_INTEGER_MV: said in every frame."""
_INTER = 1


def _units(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Type, payload and whole bytes of every open bitstream unit (5.3)."""
    at = 0
    while at < len(data):
        head, start = data[at], at
        at += 2 if head & 4 else 1
        size, shift = 0, 0
        while head & 2:
            byte = data[at]
            size, shift, at = size | (byte & 127) << shift, shift + 7, at + 1
            if byte < 128:
                break
        if not head & 2:
            size = len(data) - at
        yield head >> 3 & 15, data[at : at + size], data[start : at + size]
        at += size


def parameter_sets(extradata: bytes, first: bytes) -> tuple[bytes, ...]:
    """The sequence header of the first picture; ValueError without one.

    What an encoder said before it saw a picture may differ in details, and then does not hold.
    """
    found = [whole for kind, _, whole in _units(first) if kind == _SEQUENCE]
    if len(found) != 1:
        raise ValueError("the encoder wrote no parameter sets")
    return (found[0],)


def extradata(units: tuple[bytes, ...]) -> bytes:
    """The sequence header."""
    return units[0]


def bare(picture: bytes, units: tuple[bytes, ...]) -> bytes:
    """A temporal unit without delimiter and padding; ValueError where it brings another sequence header.

    Key frames keep the sequence header, which has to stand there (7.5).
    """
    found = list(_units(picture))
    if any(kind == _SEQUENCE and whole not in units for kind, _, whole in found):
        raise ValueError("the encoder changed its parameter sets")
    return b"".join(whole for kind, _, whole in found if kind not in (_DELIMITER, _PADDING))


@dataclass(frozen=True, slots=True)
class _Sequence:
    screen_content: int
    integer_motion: int
    order_bits: int


@lru_cache(maxsize=8)
def _sequence(unit: bytes) -> _Sequence:
    """Read a sequence header (5.5.1) as far as a frame header needs it; ValueError for what cannot be repeated."""
    ((_, payload, _),) = _units(unit)
    bits = BitReader(payload)
    bits.u(4)
    if bits.flag() or bits.flag():
        raise ValueError("a single picture, or pictures with times of their own, cannot be repeated")
    delayed = bits.flag()
    for _ in range(bits.u(5) + 1):
        bits.u(12)
        if bits.u(5) > 7:
            bits.u(1)
        if delayed and bits.flag():
            bits.u(4)
    width, height = bits.u(4) + 1, bits.u(4) + 1
    bits.u(width + height)
    if bits.flag():
        raise ValueError("pictures with numbers of their own cannot be repeated")
    bits.u(7)
    ordered = bits.flag()
    if ordered:
        bits.u(2)
    screen = _CHOSEN if bits.flag() else bits.u(1)
    integer = _CHOSEN if not screen or bits.flag() else bits.u(1)
    return _Sequence(screen, integer, bits.u(3) + 1 if ordered else 0)


def held(units: tuple[bytes, ...], pictures: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """The pictures of a still, the last of them kept in a slot even where the encoder had no more use for it.

    Nothing else can miss what was there: only that picture follows until the next key frame.
    """
    at, refreshed = _refreshed(units[0], pictures[-1])
    if refreshed:
        return pictures
    last = bytearray(pictures[-1])
    for offset in range(8):
        byte, bit = divmod(at + offset, 8)
        last[byte] |= (offset == 0) << 7 - bit
    return *pictures[:-1], bytes(last)


def again(units: tuple[bytes, ...], pictures: tuple[bytes, ...], since: int) -> bytes:
    """A frame header that shows the last of the pictures again."""
    _, refreshed = _refreshed(units[0], pictures[-1])
    slot = next(slot for slot in range(8) if refreshed >> slot & 1)
    return bytes((_HEADER << 3 | 2, 1, 0b1000_1000 | slot << 4))


@lru_cache(maxsize=64)
def _refreshed(sequence: bytes, picture: bytes) -> tuple[int, int]:
    """Which reference slots hold a picture afterwards, a bit each (5.9.2, refresh_frame_flags), and at which bit of
    the picture that is written.
    """
    said = _sequence(sequence)
    before = 0
    for kind, payload, whole in _units(picture):
        if kind in (_HEADER, _FRAME):
            bits = BitReader(payload[:16])
            if bits.flag() or bits.u(2) != _INTER or not bits.flag():
                break
            _pass_to_slots(bits, said)
            return 8 * (before + len(whole) - len(payload)) + bits.at, bits.u(8)
        before += len(whole)
    raise ValueError("only an inter frame that is shown can be repeated")


def _pass_to_slots(bits: BitReader, said: _Sequence) -> None:
    resilient = bits.flag()
    bits.u(1)
    tools = bits.flag() if said.screen_content == _CHOSEN else said.screen_content
    if tools and said.integer_motion == _CHOSEN:
        bits.u(1)
    bits.u(1 + said.order_bits)
    if not resilient:
        bits.u(3)
