"""The bitmaps inside metafiles and where they are put (MS-WMF 2.3.1, MS-EMF 2.3.1).

Icons are two of them: a mask that cuts their shape out, then their colours. Embedded files leave such pictures on a
slide: the icon of their program with the file's name under it.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

from renderers.slides.builtin.metafile import bmp_file

_AND = 0x008800C6
"""SRCAND (MS-WMF 2.1.1.31): black of the mask stays, to be coloured by the next bitmap at the same place."""
_WMF = {0x0B41: (4, 20), 0x0F43: (6, 22)}
"""WMF record function -> where source and place (height, width, y, x each) and the bitmap stand in it."""
_BITBLT, _STRETCHBLT, _STRETCHDIBITS = 76, 77, 81


@dataclass(frozen=True, slots=True)
class Stamp:
    """One bitmap of a metafile, by which operation it is put where (logical units)."""

    operation: int
    place: QRectF
    source: QRect
    bitmap: bytes

    @property
    def is_mask(self) -> bool:
        """Whether it only cuts out a shape."""
        return self.operation == _AND

    def image(self) -> QImage:
        """The part of the bitmap that is shown; a null image where it is broken."""
        whole = QImage.fromData(bmp_file(self.bitmap), "BMP")  # pyright: ignore[reportArgumentType]
        part = self.source.intersected(whole.rect())
        return whole if part.isEmpty() else whole.copy(part)


def stamp_of(kind: str, record: int, body: bytes) -> Stamp | None:
    """The bitmap in a record of an "EMF" or "WMF"; None for another record."""
    try:
        return _emf(record, body) if kind == "EMF" else _wmf(record, body)
    except (struct.error, ValueError, IndexError):
        return None


def _wmf(record: int, body: bytes) -> Stamp | None:
    if record not in _WMF:
        return None
    place, start = _WMF[record]
    operation = struct.unpack_from("<I", body)[0]
    high, wide, top, left, height, width, y, x = struct.unpack_from("<8h", body, place)
    bitmap = body[start:]
    return _stamp(operation, (x, y, width, height), (left, top, wide, high), bitmap)


def _emf(record: int, body: bytes) -> Stamp | None:
    if record in (_BITBLT, _STRETCHBLT):
        *place, operation, left, top = struct.unpack_from("<iiiiIii", body, 16)
        parts = struct.unpack_from("<IIII", body, 76)
        wide, high = struct.unpack_from("<ii", body, 92) if record == _STRETCHBLT else place[2:]
    elif record == _STRETCHDIBITS:
        place = [*struct.unpack_from("<ii", body, 16), *struct.unpack_from("<ii", body, 64)]
        left, top, wide, high, *parts = struct.unpack_from("<iiiiIIII", body, 24)
        operation = struct.unpack_from("<I", body, 60)[0]
    else:
        return None
    head, head_size, bits, bits_size = parts
    bitmap = body[max(0, head - 8) :][:head_size] + body[max(0, bits - 8) :][:bits_size]
    return _stamp(operation, tuple(place), (left, top, wide, high), bitmap)


def _stamp(operation: int, place: Sequence[int], source: Sequence[int], bitmap: bytes) -> Stamp | None:
    return Stamp(operation, QRectF(*place), QRect(*source), bitmap) if len(bitmap) > 40 else None


def cut_out(mask: Stamp, colours: Stamp | None) -> QImage:
    """The picture of a mask and what colours it: what is white in the mask shows what lies below."""
    import numpy as np

    shape = mask.image().convertToFormat(QImage.Format.Format_ARGB32)
    over = shape if colours is None else colours.image().convertToFormat(QImage.Format.Format_ARGB32)
    if over.size() != shape.size():
        return over
    result = over.copy()
    seen = np.frombuffer(shape.constBits(), np.uint8).reshape(-1, 4)
    data = np.frombuffer(result.bits(), np.uint8).reshape(-1, 4)  # pyright: ignore[reportArgumentType]
    data[:, 3] = 255 - seen[:, :3].max(axis=1)
    return result
