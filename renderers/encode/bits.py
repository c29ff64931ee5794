"""Bits as video standards write them: fixed numbers, Exp-Golomb codes, NAL units with emulation prevention.

H.264 (ITU-T Rec. H.264, 08/2021) and HEVC (ITU-T Rec. H.265, 08/2021) share all of this; AV1 only fixed numbers.
"""

from __future__ import annotations

from collections.abc import Iterable

START_CODE = b"\x00\x00\x00\x01"


class Bits:
    """Writes bits, most significant first, and the Exp-Golomb codes of H.264, clause 9.1."""

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
        """The bits with the stop bit of H.264, clause 7.3.2.11, as bytes."""
        bits = "".join(self._bits) + "1"
        bits += "0" * (-len(bits) % 8)
        return int(bits, 2).to_bytes(len(bits) // 8, "big")


class BitReader:
    """Reads what `Bits` writes. Raises ValueError behind the end."""

    def __init__(self, payload: bytes) -> None:
        self._bits = "".join(format(byte, "08b") for byte in payload)
        self.at = 0
        """How many bits were read."""

    def u(self, size: int) -> int:
        """The next `size` bits as an unsigned number."""
        if self.at + size > len(self._bits):
            raise ValueError("a parameter set ends too early")
        value = int(self._bits[self.at : self.at + size] or "0", 2)
        self.at += size
        return value

    def flag(self) -> bool:
        """The next bit."""
        return bool(self.u(1))

    def ue(self) -> int:
        """The next unsigned Exp-Golomb code."""
        zeros = self._bits.index("1", self.at) - self.at
        self.at += zeros
        return self.u(zeros + 1) - 1

    def past(self, codes: int) -> None:
        """Read over so many unsigned Exp-Golomb codes."""
        for _ in range(codes):
            self.ue()

    def se(self) -> int:
        """The next signed Exp-Golomb code."""
        code = self.ue()
        return (code + 1) // 2 if code % 2 else -(code // 2)


def nal_units(stream: bytes) -> tuple[bytes, ...]:
    """The NAL units of an Annex B byte stream, without start codes."""
    parts = stream.replace(b"\x00\x00\x00\x01", b"\x00\x00\x01").split(b"\x00\x00\x01")
    return tuple(part for part in parts if part)


def byte_stream(units: Iterable[bytes]) -> bytes:
    """NAL units as an Annex B byte stream."""
    return b"".join(START_CODE + unit for unit in units)


def with_emulation_prevention(header: bytes, payload: bytes) -> bytes:
    """A NAL unit: its header and the payload, 0x03 put in where a start code would appear (H.264, 7.4.1)."""
    out = bytearray(header)
    zeros = 0
    for byte in payload:
        if zeros >= 2 and byte <= 3:
            out.append(3)
            zeros = 0
        out.append(byte)
        zeros = zeros + 1 if byte == 0 else 0
    return bytes(out)


def without_emulation_prevention(nal: bytes, header: int = 1) -> bytes:
    """The payload of a NAL unit, `header` bytes at its beginning and emulation prevention removed."""
    return nal[header:].replace(b"\x00\x00\x03", b"\x00\x00")
