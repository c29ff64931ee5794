"""Text for one line: titles, names, words of a report."""

from __future__ import annotations

import re

LONGEST = 120
"""Characters of a title."""
_SPACES = re.compile(r"[ \t\x0b\x0c\r\n\u00a0\u2028\u2029\u3000]+")


def one_line(text: str) -> str:
    """Text with every run of blanks and breaks as one space."""
    return _SPACES.sub(" ", text).strip()


def shortened(text: str) -> str:
    """One line of at most 120 characters, cut between words."""
    line = one_line(text)
    if len(line) <= LONGEST:
        return line
    cut = line[:LONGEST].rsplit(" ", 1)[0] if " " in line[:LONGEST] else line[:LONGEST]
    return cut.rstrip(" ,;:–-") + "…"
