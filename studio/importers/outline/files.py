"""Reads the text of an outline file without trusting it: size limits, line ends."""

from __future__ import annotations

from pathlib import Path

from studio.errors import BadFileError
from studio.importers.outline.decoding import decoded

MAX_BYTES = 20 << 20
"""What an outline with pictures in it may weigh (.docx, .opml)."""

MAX_TEXT = 4 << 20
"""Bytes of plain text: several thick books."""

MAX_LINE = 20_000
"""Characters: what is longer is data, not an outline, and parsers take the square of its length."""

MAX_SCENES = 1000


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
    text = decoded(data)
    if text is None or "\0" in text:
        raise BadFileError(f"“{path.name}” is no text file; save the outline as plain text or Markdown.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(len(line) > MAX_LINE for line in text.split("\n")):
        raise BadFileError(
            f"“{path.name}” has a line of more than {MAX_LINE} characters; part it into paragraphs and try again."
        )
    return text
