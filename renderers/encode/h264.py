"""The few parts of H.264 (ITU-T Rec. H.264, 08/2021) the program writes itself: repeated pictures.

A still held for n frames is one picture from the encoder and n-1 pictures in which every macroblock is
skipped. Such a picture is about ten bytes and needs no encoder: `skip_picture` writes it, with a picture
parameter set of its own (`skip_parameter_set`: id 1, CAVLC). x264 makes everything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

START_CODE = b"\x00\x00\x00\x01"
_NAL_SPS, _NAL_PPS = 7, 8
_HIGH_PROFILES = (100, 110, 122, 244, 44, 83, 86, 118, 128)


class Bits:
    """Writes bits, most significant first, and the Exp-Golomb codes of clause 9.1."""

    def __init__(self) -> None:
        self._bits: list[str] = []

    def u(self, value: int, size: int) -> Bits:
        """An unsigned number of `size` bits."""
        self._bits.append(format(value, f"0{size}b"))
        return self

    def ue(self, value: int) -> Bits:
        """An unsigned Exp-Golomb code."""
        code = format(value + 1, "b")
        self._bits.append("0" * (len(code) - 1) + code)
        return self

    def se(self, value: int) -> Bits:
        """A signed Exp-Golomb code."""
        return self.ue(2 * value - 1 if value > 0 else -2 * value)

    def payload(self) -> bytes:
        """The bits with the stop bit of clause 7.3.2.11, as bytes."""
        bits = "".join(self._bits) + "1"
        bits += "0" * (-len(bits) % 8)
        return int(bits, 2).to_bytes(len(bits) // 8, "big")


class BitReader:
    """Reads what `Bits` writes."""

    def __init__(self, payload: bytes) -> None:
        self._bits = "".join(format(byte, "08b") for byte in payload)
        self._at = 0

    def u(self, size: int) -> int:
        """The next `size` bits as an unsigned number."""
        value = int(self._bits[self._at : self._at + size] or "0", 2)
        self._at += size
        return value

    def ue(self) -> int:
        """The next unsigned Exp-Golomb code."""
        zeros = self._bits.index("1", self._at) - self._at
        self._at += zeros
        return self.u(zeros + 1) - 1


def nal_units(stream: bytes) -> tuple[bytes, ...]:
    """The NAL units of an Annex B byte stream, without start codes."""
    parts = stream.replace(b"\x00\x00\x00\x01", b"\x00\x00\x01").split(b"\x00\x00\x01")
    return tuple(part for part in parts if part)


def with_emulation_prevention(header: int, payload: bytes) -> bytes:
    """A NAL unit: its header byte and the payload, 0x03 put in where a start code would appear (7.4.1)."""
    out = bytearray([header])
    zeros = 0
    for byte in payload:
        if zeros >= 2 and byte <= 3:
            out.append(3)
            zeros = 0
        out.append(byte)
        zeros = zeros + 1 if byte == 0 else 0
    return bytes(out)


def without_emulation_prevention(nal: bytes) -> bytes:
    """The payload of a NAL unit, header byte and emulation prevention removed."""
    return nal[1:].replace(b"\x00\x00\x03", b"\x00\x00")


@dataclass(frozen=True, slots=True)
class ParameterSets:
    """The sequence and picture parameter set an encoder wrote: NAL units without start codes."""

    sps: bytes
    pps: bytes

    @staticmethod
    def from_extradata(extradata: bytes) -> ParameterSets:
        """Those found in an encoder's Annex B extradata; ValueError if one is missing."""
        found = {nal[0] & 31: nal for nal in nal_units(extradata)}
        if _NAL_SPS not in found or _NAL_PPS not in found:
            raise ValueError("the encoder wrote no parameter sets")
        return ParameterSets(found[_NAL_SPS], found[_NAL_PPS])

    def extradata(self) -> bytes:
        """Annex B: both sets, and the one that skip pictures use."""
        return b"".join(START_CODE + nal for nal in (self.sps, self.pps, skip_parameter_set()))


@dataclass(frozen=True, slots=True)
class Sequence:
    """What a skip picture must agree with: bits of frame_num, order count type, size in macroblocks."""

    frame_num_bits: int
    order_count_type: int
    macroblocks: int


@lru_cache(maxsize=8)
def read_sequence(sps: bytes) -> Sequence:
    """Read a sequence parameter set (7.3.2.1.1) as far as a skip picture needs it.

    Raises ValueError for what cannot be repeated by skip pictures: scaling matrices, interlaced pictures.
    """
    bits = BitReader(without_emulation_prevention(sps))
    profile = bits.u(8)
    bits.u(16)
    bits.ue()
    if profile in _HIGH_PROFILES:
        if bits.ue() != 1:
            raise ValueError("not 4:2:0")
        bits.ue()
        bits.ue()
        bits.u(1)
        if bits.u(1):
            raise ValueError("scaling matrices are not expected")
    frame_num_bits = bits.ue() + 4
    order_count_type = bits.ue()
    if order_count_type != 2:
        raise ValueError("picture order counts would have to be written; encode without B pictures")
    bits.ue()
    bits.u(1)
    width, height = bits.ue() + 1, bits.ue() + 1
    if not bits.u(1):
        raise ValueError("interlaced")
    return Sequence(frame_num_bits, order_count_type, width * height)


@lru_cache(maxsize=1)
def skip_parameter_set() -> bytes:
    """The picture parameter set of skip pictures (7.3.2.2): id 1, CAVLC, one reference, no weighting."""
    bits = Bits().ue(1).ue(0).u(0, 1).u(0, 1).ue(0).ue(0).ue(0).u(0, 1).u(0, 2).se(0).se(0).se(0)
    return with_emulation_prevention(0x68, bits.u(1, 1).u(0, 1).u(0, 1).payload())


@lru_cache(maxsize=64)
def skip_picture(sps: bytes, frames_since_idr: int) -> bytes:
    """An Annex B access unit that repeats the picture before it, `frames_since_idr` (from 1) after an IDR.

    One P slice (7.3.3) in which mb_skip_run covers every macroblock; without motion around it a skipped
    macroblock copies the same place of the last picture (8.4.1.1), and the deblocking filter is off. It is a
    reference picture, because order count type 2 forbids two non-reference pictures in a row (7.4.2.1.1).
    """
    sequence = read_sequence(sps)
    frame_num = frames_since_idr % (1 << sequence.frame_num_bits)
    bits = Bits().ue(0).ue(5).ue(1).u(frame_num, sequence.frame_num_bits)
    bits.u(0, 1).u(0, 1).u(0, 1)  # no reference override, no reordering, sliding-window marking
    bits.se(0).ue(1)  # the quantiser as it is; deblocking off
    return START_CODE + with_emulation_prevention(0x61, bits.ue(sequence.macroblocks).payload())
