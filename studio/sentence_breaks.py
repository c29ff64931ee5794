"""Where Unicode sees a sentence end inside a line (UAX #29 revision 45, section 5.1, rules SB5 to SB998).

`uniseg` knows what kind of character each one is; its own walk over them takes 50 µs a character, a second for the
notes of a long deck. The rules are regular, so here they are one expression over a string of kinds.
"""

from __future__ import annotations

import re

_KINDS = {
    "ATERM": "A",
    "STERM": "T",
    "CLOSE": "C",
    "SP": "s",
    "NUMERIC": "N",
    "UPPER": "U",
    "LOWER": "L",
    "OLETTER": "O",
    "SCONTINUE": "c",
    "EXTEND": "x",
    "FORMAT": "x",
    "OTHER": "-",
}
"""Sentence_Break properties as letters. Line ends (Sep, CR, LF) are no matter here and count as blanks."""

_END = re.compile(
    # With a terminator go the marks that close it and then the blanks (SB9, SB10). The next one starts a sentence,
    # unless it goes on with a comma or another terminator (SB8a).
    r"TC*+s*+(?![cAT])"
    # Nor does a full stop end one inside a number (SB6), between two letters (SB7), or where the next letter,
    # behind anything but a terminator, is a small one (SB8).
    r"|A(?!N|(?<=[UL]A)U)C*+s*+(?![cAT]|[^OULAT]*L)"
)


class _Kinds(dict[int, str]):
    """Code point -> the letter of its kind, looked up when it is first met."""

    def __missing__(self, code: int) -> str:
        from uniseg.sentencebreak import sentence_break  # pyright: ignore[reportMissingTypeStubs]

        self[code] = _KINDS.get(sentence_break(chr(code)).name, "s")
        return self[code]


_kinds = _Kinds()


def breaks(line: str) -> list[int]:
    """The places in a line where a new sentence begins, its start and its end not among them."""
    kinds = line.translate(_kinds)
    places: list[int] | range = range(len(line))
    if "x" in kinds:  # SB5: what only shapes the character before it counts for nothing
        places = [place for place, kind in enumerate(kinds) if kind != "x"]
        kinds = kinds.replace("x", "")
    return [places[end.end()] for end in _END.finditer(kinds) if end.end() < len(kinds)]
