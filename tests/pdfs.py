"""PDF files made for one test, written by hand (ISO 32000-2, 7.5): pages with text, notes and bookmarks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

Text = tuple[float, float, float, str]
"""Points from the left and from the bottom, size in points, words (Latin-1)."""

_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_DATE = "D:20240503101500"
_ID = b"0123456789abcdef"


@dataclass(frozen=True)
class Page:
    """A page: `notes` are (author, words) of sticky notes, `drawing` what its content stream begins with."""

    texts: tuple[Text, ...] = ()
    width: float = 960
    height: float = 540
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    notes: tuple[tuple[str, str], ...] = ()
    drawing: str = ""


def slide(title: str, *points: str, **more: object) -> Page:
    """A page with a large title and points below."""
    lines = [(60.0, 450.0, 40.0, title)]
    lines += [(80.0, 360.0 - 40.0 * number, 22.0, point) for number, point in enumerate(points)]
    return Page(tuple(lines), **more)  # type: ignore[arg-type]


def write_pdf(
    path: Path,
    pages: Sequence[Page],
    bookmarks: Sequence[tuple[str, int]] = (),
    password: str | None = None,
    catalog: str = "",
) -> Path:
    """Write a PDF; `bookmarks` are (title, page from 1). With a `password` it is encrypted; "" opens by itself."""
    key = _key(password) if password is not None else b""
    objects = [b"", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    kids: list[int] = []
    for page in pages:
        kids.append(_add_page(objects, page, key))
    outlines = ""
    if bookmarks:
        first = len(objects) + 2
        numbers = range(first, first + len(bookmarks))
        objects.append(f"<</First {first} 0 R/Last {numbers[-1]} 0 R/Count {len(bookmarks)}>>".encode())
        outlines = f"/Outlines {len(objects)} 0 R"
        for number, (title, target) in zip(numbers, bookmarks, strict=True):
            around = f"/Next {number + 1} 0 R" if number < numbers[-1] else ""
            around += f"/Prev {number - 1} 0 R" if number > first else ""
            around += f"/Parent {first - 1} 0 R/Dest[{kids[target - 1]} 0 R/Fit]"
            objects.append(f"<</Title {_hex(title, number, key)}{around}>>".encode())
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{outlines}{catalog}>>".encode()
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<</Type/Pages/Kids[{listed}]/Count {len(kids)}>>".encode()
    trailer = _encrypted(password, objects) if password is not None else ""
    path.write_bytes(_file(objects, trailer))
    return path


def _add_page(objects: list[bytes], page: Page, key: bytes) -> int:
    words = "".join(
        f"BT /F {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET\n" for x, y, size, text in page.texts
    )
    number = len(objects) + 1
    data = _scrambled(f"{page.drawing}\n{words}".encode("cp1252"), number, key)
    objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(data), data))
    notes: list[str] = []
    for author, text in page.notes:
        mine = len(objects) + 1
        told = f"/T {_hex(author, mine, key)}/Contents {_hex(text, mine, key)}/M {_hex(_DATE, mine, key)}"
        objects.append(f"<</Type/Annot/Subtype/Text/Rect[900 480 924 504]{told}>>".encode())
        notes.append(f"{mine} 0 R")
    box = f"/CropBox[{' '.join(map(str, page.crop))}]" if page.crop else ""
    turned = f"/Rotate {page.rotate}" if page.rotate else ""
    objects.append(
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]{box}{turned}"
        f"/Resources<</Font<</F 3 0 R>>>>/Contents {number} 0 R/Annots[{' '.join(notes)}]>>".encode()
    )
    return len(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _hex(text: str, number: int, key: bytes) -> str:
    units = b"\xfe\xff" + text.encode("utf-16-be")
    return f"<{_scrambled(units, number, key).hex()}>"


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    whole, places = b"%PDF-1.6\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    whole += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R/ID[<{_ID.hex()}><{_ID.hex()}>]{trailer}>>"
    return whole + f"{end}\nstartxref\n{start}\n%%EOF\n".encode()


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _owner(password: str) -> bytes:
    return _rc4(hashlib.md5(_padded("owner")).digest()[:5], _padded(password))


def _key(password: str) -> bytes:
    """Algorithm 2 of the standard security handler, revision 2 (7.6.4.3)."""
    rights = (-4).to_bytes(4, "little", signed=True)
    return hashlib.md5(_padded(password) + _owner(password) + rights + _ID).digest()[:5]


def _encrypted(password: str, objects: list[bytes]) -> str:
    owner, user = _owner(password), _rc4(_key(password), _PADDING)
    objects.append(f"<</Filter/Standard/V 1/R 2/O<{owner.hex()}>/U<{user.hex()}>/P -4>>".encode())
    return f"/Encrypt {len(objects)} 0 R"


def _scrambled(data: bytes, number: int, key: bytes) -> bytes:
    if not key:
        return data
    return _rc4(hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], data)


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
