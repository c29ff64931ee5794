"""Mends parts that are no XML for the sake of a few bytes: what a writer should have escaped, cut or encoded.

PowerPoint opens some of these, other programs all of them. Nothing is guessed about what is not there: a part that
stops in the middle stays broken.
"""

from __future__ import annotations

import re

from studio.importers.pptx.markup import BadMarkup, parse

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,9}));")
_DECLARED = re.compile(r"^<\?xml[^>]*\?>")
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,9}|#x[0-9A-Fa-f]{1,8});)")


def mended(data: bytes) -> bytes | None:
    """The part as well-formed XML in UTF-8; None where that takes more than cleaning."""
    text = _decoded(data)
    start, stop = text.find("<"), text.rfind(">")
    if not 0 <= start < stop:
        return None
    text = _DECLARED.sub("", text[start : stop + 1])
    text = _BARE.sub("&amp;", _REFERENCE.sub(_allowed, _CONTROL.sub("", text)))
    clean = text.encode("utf-8", "replace")
    try:
        parse(clean)
    except BadMarkup:
        return None
    return clean


def _decoded(data: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[2:].decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _allowed(reference: re.Match[str]) -> str:
    """A reference to a character, nothing where XML 1.0 (2.2) forbids the character."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    valid = number in (9, 10, 13) or 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD
    return reference[0] if valid or 0x10000 <= number <= 0x10FFFF else ""
