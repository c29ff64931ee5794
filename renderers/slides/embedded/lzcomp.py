"""Unpacks LZCOMP, the compression of MicroType Express (W3C Member Submission "MicroType Express (MTX) Font
Format", 5 March 2008, "LZCOMP Compression Format"): LZ77 whose symbols are written by adaptive Huffman codes.

One code for letters and lengths, one for further lengths and one for distances, all read from one row of bits,
most significant first. A window that both sides fill with the same bytes beforehand gives short files something
to copy from.
"""

from __future__ import annotations

from renderers.slides.embedded.reader import BadFontError

MAX_UNPACKED = 1 << 24
"""Bytes that one block may unpack to; the format itself has 24 bits for it."""

_DUPLICATES = (2, 4, 6)
"""Symbols after the lengths: the byte so many places back once more."""
_DISTANCE_BITS = 3
_LENGTH_BITS = 3
_MORE = 1 << (_LENGTH_BITS - 1)
"""The bit of a length's piece that says: another piece follows."""
_SHORTEST = 2
_FAR = 512
"""From this distance on a copy is one byte longer than written: two bytes would not be worth it."""


def unpack(data: bytes, version: int, limit: int = MAX_UNPACKED) -> bytes:
    """One block of an MTX file. Raises BadFontError where it is damaged or unpacks to more than `limit` bytes.

    Version 1 has no mark for a run-length coding on top; later ones have it as their first bit.
    """
    bits = Bits(data)
    run_lengths = version != 1 and bits.read(1) == 1
    size = bits.read(24)
    if size > limit:
        raise BadFontError
    unpacked = _copied(bits, size)
    return _expanded(unpacked, limit) if run_lengths else unpacked


class Bits:
    """A row of bits, most significant first. Reading beyond its end raises BadFontError."""

    __slots__ = ("bits", "place")

    def __init__(self, data: bytes) -> None:
        # A byte a bit: a walk down a tree looks at one bit at a time, and this is the fastest way to have it.
        self.bits = "".join(map(_BINARY.__getitem__, data)).encode().translate(_DIGITS)
        self.place = 0

    def read(self, count: int) -> int:
        """The next `count` bits as a number."""
        end = self.place + count
        if end > len(self.bits):
            raise BadFontError
        value = 0
        for bit in self.bits[self.place : end]:
            value = value << 1 | bit
        self.place = end
        return value


_BINARY = [format(byte, "08b") for byte in range(256)]
_DIGITS = bytes.maketrans(b"01", b"\x00\x01")


class AdaptiveCode:
    """A Huffman code over `size` symbols that changes with every symbol read, as its writer's did.

    Nodes are numbered so that weights never grow with the number: the root is 1, the symbols start as the leaves
    `size` to 2 x `size` - 1. A node whose weight grows first changes places with the lowest-numbered one of its
    old weight, which keeps that order and with it the code a Huffman code (the sibling property).
    """

    __slots__ = ("below", "leaf", "symbol", "up", "weight")

    def __init__(self, size: int) -> None:
        count = 2 * size
        self.up = [node >> 1 for node in range(count)]
        self.below = [(2 * node, 2 * node + 1) for node in range(size)] + [(0, 0)] * size
        self.symbol = [-1] * size + list(range(size))
        self.leaf = list(range(size, count))
        self.weight = [0] * size + [1] * size
        for node in range(size - 1, 0, -1):
            self.weight[node] = self.weight[2 * node] + self.weight[2 * node + 1]
        self.weight[0] = -1  # stands before the root and is equal to none
        for symbol in self._expected(size):
            self.grow(self.leaf[symbol])

    @staticmethod
    def _expected(size: int) -> list[int]:
        """What both sides count as seen before the first symbol."""
        if 256 < size < 512:
            return [256, 257, *([size - 3] * 12), *([size - 2] * 6)]
        return [*range(size), *range(size)]

    def read(self, bits: Bits) -> int:
        """The next symbol."""
        below, symbols, row, place = self.below, self.symbol, bits.bits, bits.place
        node = 1
        try:
            while symbols[node] < 0:
                node = below[node][row[place]]
                place += 1
        except IndexError:
            raise BadFontError from None
        bits.place = place
        symbol = symbols[node]  # growing may move it to another node
        self.grow(node)
        return symbol

    def grow(self, node: int) -> None:
        """Count a symbol, given its leaf, in all nodes above it."""
        weight, up = self.weight, self.up
        while node != 1:
            old = weight[node]
            if weight[node - 1] == old:
                first = node - 1
                while weight[first - 1] == old:
                    first -= 1
                if first > 1:
                    self._swap(node, first)
                    node = first
            weight[node] = old + 1
            node = up[node]
        weight[1] += 1

    def _swap(self, one: int, other: int) -> None:
        """Two subtrees change places; their weights are equal and stay."""
        below, symbol, up, leaf = self.below, self.symbol, self.up, self.leaf
        below[one], below[other] = below[other], below[one]
        symbol[one], symbol[other] = symbol[other], symbol[one]
        for node in (one, other):
            if symbol[node] >= 0:
                leaf[symbol[node]] = node
            else:
                left, right = below[node]
                up[left] = up[right] = node


def _preset() -> bytearray:
    """What stands in the window before the first byte (7,168 bytes)."""
    pairs = bytes(value for i in range(32) for j in range(96) for value in (i, j))
    return bytearray(pairs + bytes(value for j in range(256) for value in (j, j, j, j)))


def _distance_pieces(size: int) -> int:
    """How many pieces of three bits the longest distance can take."""
    pieces = 1
    while 1 << (_DISTANCE_BITS * pieces) < size:
        pieces += 1
    return pieces


def _copied(bits: Bits, size: int) -> bytes:
    """The letters and copies of a block, `size` bytes."""
    window = _preset()
    start = len(window)
    end = start + size
    distances = AdaptiveCode(1 << _DISTANCE_BITS)
    lengths = AdaptiveCode(1 << _LENGTH_BITS)
    first_duplicate = 256 + (_distance_pieces(size) << _LENGTH_BITS)
    symbols = AdaptiveCode(first_duplicate + len(_DUPLICATES))
    read = symbols.read
    while len(window) < end:
        symbol = read(bits)
        if symbol < 256:
            window.append(symbol)
        elif symbol >= first_duplicate:
            window.append(window[-_DUPLICATES[symbol - first_duplicate]])
        else:
            pieces, piece = divmod(symbol - 256, 1 << _LENGTH_BITS)
            length = _length(bits, lengths, piece)
            distance = _distance(bits, distances, pieces + 1)
            length += distance >= _FAR
            _copy(window, distance + length - 1, length, end)
    return bytes(window[start:])


def _length(bits: Bits, code: AdaptiveCode, piece: int) -> int:
    length = piece & ~_MORE
    while piece & _MORE:
        piece = code.read(bits)
        length = length << (_LENGTH_BITS - 1) | piece & ~_MORE
        if length > MAX_UNPACKED:
            raise BadFontError
    return length + _SHORTEST


def _distance(bits: Bits, code: AdaptiveCode, pieces: int) -> int:
    distance = 0
    for _ in range(pieces):
        distance = distance << _DISTANCE_BITS | code.read(bits)
    return distance + 1


def _copy(window: bytearray, back: int, length: int, end: int) -> None:
    """`length` bytes from `back` bytes before the end. The distance is measured from the end of what is copied."""
    first = len(window) - back
    if first < 0 or len(window) + length > end:
        raise BadFontError
    window += window[first : first + length]


def _expanded(data: bytes, limit: int) -> bytes:
    """Undo the run lengths: after the escape byte (the first of all) come a count and the byte; a count of 0 is
    the escape itself.
    """
    if not data:
        return data
    out = bytearray()
    escape, place = data[0], 1
    while place < len(data):
        found = data.find(escape, place)
        if found < 0:
            out += data[place:]
            break
        out += data[place:found]
        count = data[found + 1] if found + 1 < len(data) else 0
        run = count and data[found + 2 : found + 3]
        out += run * count if run else bytes((escape,))
        place = found + (3 if count else 2)
        if len(out) > limit:
            raise BadFontError
    return bytes(out)
