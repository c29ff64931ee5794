"""Reads numbers from the bytes of a font, never beyond their end."""

from __future__ import annotations


class BadFontError(Exception):
    """A font that cannot be used; it costs only itself, so there is no sentence to show."""


class Reader:
    """A place in bytes that moves on with everything read; all numbers are big-endian. Raises BadFontError."""

    __slots__ = ("data", "place")

    def __init__(self, data: bytes, place: int = 0) -> None:
        self.data = data
        self.place = place

    def bytes(self, count: int) -> bytes:
        """The next `count` bytes."""
        end = self.place + count
        if count < 0 or end > len(self.data):
            raise BadFontError
        piece = self.data[self.place : end]
        self.place = end
        return piece

    def byte(self) -> int:
        """The next byte as a number."""
        try:
            value = self.data[self.place]
        except IndexError:
            raise BadFontError from None
        self.place += 1
        return value

    def short(self) -> int:
        """The next two bytes, with a sign."""
        return int.from_bytes(self.bytes(2), "big", signed=True)

    def ushort(self) -> int:
        """The next two bytes, without a sign."""
        return int.from_bytes(self.bytes(2), "big")

    def packed_ushort(self) -> int:
        """A number in one to three bytes ("255USHORT" of MicroType Express)."""
        code = self.byte()
        if code == 253:
            return self.ushort()
        if code == 254:
            return self.byte() + 506
        return self.byte() + 253 if code == 255 else code

    def packed_short(self) -> int:
        """A number with a sign in one to three bytes ("255SHORT" of MicroType Express)."""
        code, sign = self.byte(), 1
        if code == 253:
            return self.short()
        if code == 250:
            code, sign = self.byte(), -1
        if code == 254:
            return sign * (self.byte() + 500)
        return sign * (self.byte() + 250 if code == 255 else code)
