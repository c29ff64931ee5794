"""The few parts of H.264 (ITU-T Rec. H.264, 08/2021) the program writes itself: repeated pictures.

A still held for n frames is one picture from the encoder and n-1 pictures in which every macroblock is
skipped. Such a picture is about ten bytes and needs no encoder: `skip_picture` writes it from the encoder's own
sequence parameter set, with a picture parameter set of its own (`skip_parameter_set`: a free id, CAVLC).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from renderers.encode.bits import (
    START_CODE,
    BitReader,
    Bits,
    byte_stream,
    nal_units,
    with_emulation_prevention,
    without_emulation_prevention,
)

_SPS, _PPS = 7, 8
_NOT_OF_PICTURES = frozenset({_SPS, _PPS, 9, 12})
"""Parameter sets, access unit delimiters, filler: what some encoders put among pictures (table 7-1)."""
_UNREGISTERED = b"\x06\x05"
"""Begins what an encoder tells about itself (supplemental enhancement information, annex D, payload 5)."""
_HIGH_PROFILES = (100, 110, 122, 244, 44, 83, 86, 118, 128)


def parameter_sets(extradata: bytes, first: bytes) -> tuple[bytes, ...]:
    """One sequence parameter set and the picture parameter sets of an Annex B stream; ValueError without them."""
    found = tuple(nal for nal in nal_units(extradata) if nal[0] & 31 in (_SPS, _PPS))
    kinds = [nal[0] & 31 for nal in found]
    if kinds.count(_SPS) != 1 or _PPS not in kinds:
        raise ValueError("the encoder wrote no parameter sets")
    return tuple(sorted(found, key=lambda nal: nal[0] & 31))


def extradata(units: tuple[bytes, ...]) -> bytes:
    """Annex B: the encoder's sets, and the one that skip pictures use."""
    return byte_stream((*units, skip_parameter_set(units)))


def bare(picture: bytes, units: tuple[bytes, ...]) -> bytes:
    """An access unit without what stands beside the picture; ValueError where it brings other parameter sets."""
    found = nal_units(picture)
    if not any(map(_beside, found)):
        return picture
    if any(nal[0] & 31 in (_SPS, _PPS) and nal not in units for nal in found):
        raise ValueError("the encoder changed its parameter sets")
    return byte_stream(nal for nal in found if not _beside(nal))


def _beside(nal: bytes) -> bool:
    """Whether a unit belongs to no picture: x264's own settings, too, which would stand in every key picture."""
    return nal[0] & 31 in _NOT_OF_PICTURES or nal.startswith(_UNREGISTERED)


def held(units: tuple[bytes, ...], pictures: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """The pictures of a still, ready to be repeated: as they are."""
    return pictures


def again(units: tuple[bytes, ...], pictures: tuple[bytes, ...], since: int) -> bytes:
    """The picture that repeats the one before, `since` (from 1) pictures after the IDR picture."""
    return skip_picture(units, since)


@dataclass(frozen=True, slots=True)
class Sequence:
    """What a skip picture must agree with.

    `order_bits` is the size of the picture order count that it has to write (0: none, order count type 2).
    """

    id: int
    frame_num_bits: int
    order_bits: int
    macroblocks: int


@lru_cache(maxsize=8)
def read_sequence(sps: bytes) -> Sequence:
    """Read a sequence parameter set (7.3.2.1.1) as far as a skip picture needs it.

    Raises ValueError for what cannot be repeated by skip pictures: order count type 1, no reference picture,
    interlaced pictures, other colours than 4:2:0.
    """
    bits = BitReader(without_emulation_prevention(sps))
    profile = bits.u(8)
    bits.u(16)
    number = bits.ue()
    if profile in _HIGH_PROFILES:
        _pass_high(bits)
    frame_num_bits = bits.ue() + 4
    order_count_type = bits.ue()
    if order_count_type == 1:
        raise ValueError("picture order counts of type 1 are not written here")
    order_bits = bits.ue() + 4 if order_count_type == 0 else 0
    if bits.ue() == 0:
        raise ValueError("no picture may refer to the one before")
    bits.u(1)
    width, height = bits.ue() + 1, bits.ue() + 1
    if not bits.flag():
        raise ValueError("interlaced")
    return Sequence(number, frame_num_bits, order_bits, width * height)


def _pass_high(bits: BitReader) -> None:
    """Read over what only high profiles have: colour format, depths, scaling matrices."""
    if bits.ue() != 1:
        raise ValueError("not 4:2:0")
    if bits.ue() or bits.ue():
        raise ValueError("not 8 bits a sample")
    bits.u(1)
    if bits.flag():
        for size in (16,) * 6 + (64,) * 2:
            if bits.flag():
                _pass_scaling_list(bits, size)


def _pass_scaling_list(bits: BitReader, size: int) -> None:
    """Read over one list (7.3.2.1.1.1): it ends early where the next scale becomes 0."""
    last = 8
    for _ in range(size):
        last = (last + bits.se()) % 256
        if last == 0:
            return


@lru_cache(maxsize=8)
def skip_parameter_set(units: tuple[bytes, ...]) -> bytes:
    """The picture parameter set of skip pictures (7.3.2.2): a free id, CAVLC, one reference, no weighting."""
    bits = Bits().ue(_free(units)).ue(read_sequence(units[0]).id)
    bits.u(0, 1).u(0, 1).ue(0).ue(0).ue(0).u(0, 1).u(0, 2).se(0).se(0).se(0)
    return with_emulation_prevention(b"\x68", bits.u(1, 1).u(0, 1).u(0, 1).payload())


def _free(units: tuple[bytes, ...]) -> int:
    taken = {BitReader(without_emulation_prevention(pps)).ue() for pps in units[1:]}
    return min(number for number in range(1, 256) if number not in taken)


@lru_cache(maxsize=256)
def skip_picture(units: tuple[bytes, ...], frames_since_idr: int) -> bytes:
    """An Annex B access unit that repeats the picture before it, `frames_since_idr` (from 1) after an IDR.

    One P slice (7.3.3) in which mb_skip_run covers every macroblock; without motion around it a skipped
    macroblock copies the same place of the last picture (8.4.1.1), and the deblocking filter is off. It is a
    reference picture, because order count type 2 forbids two non-reference pictures in a row (7.4.2.1.1). Where
    order counts are written (type 0), a frame has two: one for each field.
    """
    sequence = read_sequence(units[0])
    frame_num = frames_since_idr % (1 << sequence.frame_num_bits)
    bits = Bits().ue(0).ue(5).ue(_free(units)).u(frame_num, sequence.frame_num_bits)
    if sequence.order_bits:
        bits.u(2 * frames_since_idr % (1 << sequence.order_bits), sequence.order_bits)
    bits.u(0, 1).u(0, 1).u(0, 1)  # no reference override, no reordering, sliding-window marking
    bits.se(0).ue(1)  # the quantiser as it is; deblocking off
    return START_CODE + with_emulation_prevention(b"\x61", bits.ue(sequence.macroblocks).payload())
