"""What the names of picture files say: their order, what they are called, which of them nobody means."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

_NUMBER = re.compile(r"(\d+)")
_COUNTED = re.compile(
    r"^\s*(?:(?:fig|img|abb|no|nr)?\.?\s*)?\d+(?:[._]\d+)*(?:\s*[-_)\]、．:]+\s*|\.\s+|\.(?=\D)|\s+(?=\D))"
)
"""A number that only tells the order, in front of a name."""
_SLIDE = re.compile(
    r"(?:slide|folie|diapositive|diapositiva|diapo|dia|slajd|snímek|bild|lysbilde|kalvo|слайд|page|seite"
    r"|スライド|슬라이드|投影片|幻灯片"
    r"|img|image|picture|photo|pict|dsc[fn]?|p|pxl|scan|screenshot|bildschirmfoto|frame)?[-_ (]*[\d\s._:()-]*",
    re.IGNORECASE,
)
"""Names that programs and cameras give: no title."""
_SPACES = re.compile(r"[\s_]+")
_IGNORED = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "icon\r", "albumart.jpg"))


def in_order(paths: list[Path]) -> list[Path]:
    """The files in the order people expect: 2 before 10, whatever stands before the number."""
    return sorted(paths, key=lambda path: (_order(path.name), path.name))


def _order(name: str) -> tuple[tuple[int, int, str], ...]:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _NUMBER.split(plain) if part
    )


def is_ignored(name: str) -> bool:
    """Whether a file is a program's own and nobody put it there."""
    return name.startswith((".", "~$", "._")) or name.casefold() in _IGNORED


def title_of(stem: str) -> str:
    """A file's name as a title; "" where it only counts."""
    if _SLIDE.fullmatch(stem):
        return ""
    words = _SPACES.sub(" ", _COUNTED.sub("", stem, count=1)).strip(" -–—._")
    if " " not in words:
        words = _hyphens_apart(words)
    return words if any(map(str.isalpha, words)) else ""


def _hyphens_apart(words: str) -> str:
    """Hyphens that stand for spaces: "water-cycle", "the-water-cycle"; those of "X-ray" and "CO-2" do not."""
    parts = words.split("-")
    apart = all(len(part) > 1 for part in parts)
    return " ".join(parts) if apart else words
