"""Which encoding the bytes of a text file are in, where they do not say so themselves."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = {
    "gb18030": range(0xB0, 0xD8),
    "cp950": range(0xA4, 0xC7),
    "cp932": range(0x88, 0x98),
    "euc_jp": range(0xB0, 0xD0),
    "cp949": range(0xB0, 0xC9),
}
"""The first bytes of the characters that each East Asian encoding calls the common ones; text consists of them."""
_SURE = 0.8
"""The least share of common characters."""
_KANA_SHARE = 0.1
_NO_TEXT = ("Cc", "Cn", "Co")
_FEWEST = 2
_HEAD = 100_000
"""So many bytes are looked at."""


def decoded(data: bytes) -> str | None:
    """The text in some bytes; None where they are no text in any encoding that is known here."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for encoding in (*_wide(data), "utf-8", *_eastern(data), *_western(data)):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _wide(data: bytes) -> Iterable[str]:
    """UTF-16 without its mark shows in zeros beside line ends and ASCII letters, all on the same side."""
    counts = {"utf-16-le": _plain(data[0:_HEAD:2], data[1:_HEAD:2])}
    counts["utf-16-be"] = _plain(data[1:_HEAD:2], data[0:_HEAD:2])
    encoding = max(counts, key=lambda each: counts[each])
    text = _start(data[:_HEAD], encoding) if counts[encoding] >= _FEWEST else None
    if text is not None and all(
        char in "\t\r\n\f" or unicodedata.category(char) not in _NO_TEXT for char in text
    ):
        yield encoding


def _plain(letters: bytes, others: bytes) -> int:
    pairs = zip(letters, others, strict=False)
    return sum(not other and (letter in b"\t\r\n" or 0x20 <= letter < 0x7F) for letter, other in pairs)


def _eastern(data: bytes) -> Iterable[str]:
    """The East Asian encodings that the text makes sense in, the likeliest first."""
    head = data[:_HEAD]
    shares = {encoding: _sense(head, encoding) for encoding in _COMMON}
    likely = sorted((encoding for encoding in shares if shares[encoding] >= _SURE), key=lambda e: -shares[e])
    yield from likely


def _sense(head: bytes, encoding: str) -> float:
    """The share of the characters beyond ASCII that are common ones; 0.0 where the encoding does not fit."""
    text = _start(head, encoding)
    letters = [char for char in text or "" if ord(char) > 0x7F and unicodedata.category(char)[0] == "L"]
    if text is None or not letters or "\ufffd" in text:
        return 0.0
    kana = sum("\u3041" <= char <= "\u30fa" for char in letters)
    kanji = [char for char in letters if not "\u3041" <= char <= "\u30fa"]
    common = sum(_first(char, encoding) in _COMMON[encoding] for char in kanji)
    japanese = encoding in ("cp932", "euc_jp")
    if japanese != (kana > _KANA_SHARE * len(letters)):
        return 0.0
    # The first bytes of Hangul are those of Chinese characters from A to L, and no Chinese text keeps to them.
    if encoding == "cp949" and common < len(kanji):
        return 0.0
    return (common + (kana if japanese else 0)) / len(letters) + (0.1 if encoding == "cp949" else 0.0)


def _start(head: bytes, encoding: str) -> str | None:
    """The beginning of a text, whose last character may be cut in two."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return None


def _first(char: str, encoding: str) -> int:
    try:
        return char.encode(encoding)[0]
    except UnicodeEncodeError:
        return 0


def _western(data: bytes) -> Iterable[str]:
    """Cyrillic words consist of bytes from 0xC0 on; in Western ones those stand alone among ASCII letters."""
    high = sum(byte >= 0xC0 for byte in data[:_HEAD])
    ascii_letters = sum(0x41 <= byte <= 0x5A or 0x61 <= byte <= 0x7A for byte in data[:_HEAD])
    if high > ascii_letters:
        yield "cp1251"
    yield from ("cp1252", "latin-1")
