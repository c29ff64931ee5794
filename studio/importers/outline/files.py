"""Reads the text of an outline file without trusting it: size limits and encodings."""

from __future__ import annotations

import codecs
from pathlib import Path

from studio.errors import BadFileError

MAX_BYTES = 20 << 20
"""What an outline with pictures in it may weigh (.docx, .opml)."""

MAX_TEXT = 4 << 20
"""Bytes of plain text: several thick books."""

MAX_LINE = 20_000
"""Characters: what is longer is data, not an outline, and parsers take the square of its length."""

MAX_SCENES = 1000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The file's bytes; `BadFileError` where it is larger than `limit`."""
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise BadFileError(
            f"“{path.name}” is larger than {limit >> 20} MB, too large for an outline; split it into parts."
        )
    return data


def read_text(path: Path) -> str:
    """The file's text with "\\n" line ends, whatever Unicode form or older encoding it is in."""
    data = read_bytes(path, MAX_TEXT)
    text = _decoded(data, path.name)
    if "\0" in text:
        raise BadFileError(f"“{path.name}” is no text file; save the outline as plain text or Markdown.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(len(line) > MAX_LINE for line in text.split("\n")):
        raise BadFileError(
            f"“{path.name}” has a line of more than {MAX_LINE} characters; part it into paragraphs and try again."
        )
    return text


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadFileError(f"“{name}” is in an encoding that is not known here; save it as UTF-8.")


def _encodings(data: bytes) -> tuple[str, ...]:
    """UTF-8 proves itself. Older East Asian text is made of pairs; Big5 alone has many low second bytes."""
    head = data[:200_000]
    firsts = seconds = low = i = 0
    while i < len(head) - 1:
        if head[i] < 0x81:
            i += 1
            continue
        firsts += 1
        seconds += head[i + 1] >= 0x40
        low += 0x40 <= head[i + 1] < 0x7F
        i += 2
    if firsts * 8 > len(head) and seconds > firsts * 0.95:
        return ("utf-8", "big5", "cp950", "gb18030") if low > firsts * 0.1 else ("utf-8", "gb18030", "big5")
    return ("utf-8", "cp1252", "latin-1")
