"""The few parts of HEVC (ITU-T Rec. H.265, 08/2021) the program writes itself: repeated pictures.

Skipped blocks of HEVC are coded arithmetically, so the picture that repeats is the encoder's own: a still is coded
as an IDR picture and a P picture that changes nothing, and that P picture comes again and again with another order
count, the only thing in which one differs from the next.
"""

from __future__ import annotations

from functools import lru_cache

from renderers.encode.bits import (
    START_CODE,
    BitReader,
    byte_stream,
    nal_units,
    with_emulation_prevention,
    without_emulation_prevention,
)

_VPS, _SPS, _PPS = 32, 33, 34
_NOT_OF_PICTURES = frozenset({_VPS, _SPS, _PPS, 35, 38})
"""Parameter sets, access unit delimiters, filler (table 7-1)."""
_P_PICTURE = 1
"""TRAIL_R: later pictures may refer to it."""


def _kind(nal: bytes) -> int:
    return nal[0] >> 1 & 63


def parameter_sets(extradata: bytes, first: bytes) -> tuple[bytes, ...]:
    """The video, sequence and picture parameter set of an Annex B stream; ValueError where not one of each."""
    found = [nal for nal in nal_units(extradata) if _kind(nal) in (_VPS, _SPS, _PPS)]
    if sorted(map(_kind, found)) != [_VPS, _SPS, _PPS]:
        raise ValueError("the encoder wrote no parameter sets")
    return tuple(sorted(found, key=_kind))


def extradata(units: tuple[bytes, ...]) -> bytes:
    """Annex B: the three sets."""
    return byte_stream(units)


def bare(picture: bytes, units: tuple[bytes, ...]) -> bytes:
    """An access unit without what stands beside the picture; ValueError where it brings other parameter sets."""
    found = nal_units(picture)
    if not any(_kind(nal) in _NOT_OF_PICTURES for nal in found):
        return picture
    if any(_kind(nal) in (_VPS, _SPS, _PPS) and nal not in units for nal in found):
        raise ValueError("the encoder changed its parameter sets")
    return byte_stream(nal for nal in found if _kind(nal) not in _NOT_OF_PICTURES)


def held(units: tuple[bytes, ...], pictures: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """The pictures of a still, ready to be repeated: as they are."""
    return pictures


def again(units: tuple[bytes, ...], pictures: tuple[bytes, ...], since: int) -> bytes:
    """The last of the pictures, with the order count of picture `since` after the IDR picture."""
    return renumbered(units, pictures[-1], since)


@lru_cache(maxsize=8)
def _layout(units: tuple[bytes, ...]) -> tuple[int, int]:
    """Bits of an order count (7.3.2.2.1), and of what stands before a slice's type (7.3.2.3.1)."""
    _, sps, pps = (without_emulation_prevention(unit, 2) for unit in units)
    bits = BitReader(sps)
    bits.u(4)
    if bits.u(3):
        raise ValueError("pictures of several layers cannot be repeated")
    bits.u(1 + 96)
    bits.ue()
    if bits.ue() != 1:
        raise ValueError("not 4:2:0")
    bits.past(2)
    if bits.flag():
        bits.past(4)
    bits.past(2)
    order_bits = bits.ue() + 4
    bits = BitReader(pps)
    bits.past(2)
    bits.u(1)
    if bits.flag():
        raise ValueError("pictures that say whether they are shown cannot be repeated")
    return order_bits, bits.u(3)


@lru_cache(maxsize=256)
def renumbered(units: tuple[bytes, ...], picture: bytes, number: int) -> bytes:
    """A P picture of one slice (7.3.6.1) as picture `number` after an IDR picture."""
    slices = [nal for nal in nal_units(picture) if _kind(nal) < _VPS]
    if len(slices) != 1 or _kind(slices[0]) != _P_PICTURE:
        raise ValueError("only a picture of one slice that follows another one can be repeated")
    order_bits, extra = _layout(units)
    payload = without_emulation_prevention(slices[0], 2)
    bits = BitReader(payload[:16])
    if not bits.flag():
        raise ValueError("not the first slice of a picture")
    bits.past(1)
    bits.u(extra)
    bits.past(1)
    size, before = len(payload) * 8, bits.at
    behind = size - before - order_bits
    whole = int.from_bytes(payload, "big")
    order = number % (1 << order_bits)
    kept = whole >> (behind + order_bits) << (behind + order_bits) | whole & (1 << behind) - 1
    patched = (kept | order << behind).to_bytes(len(payload), "big")
    return START_CODE + with_emulation_prevention(slices[0][:2], patched)
