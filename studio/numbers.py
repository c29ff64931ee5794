"""Numbers that stand in files: only short, plain ones are read.

"1e99999999" is nine bytes of text and a number that fills the memory; nothing a lecture needs looks like that.
"""

from __future__ import annotations

import re
from fractions import Fraction

_DECIMAL = re.compile(r"[+-]?[0-9]{1,12}(?:[.,][0-9]{0,12})?")
_RATIO = re.compile(r"-?[0-9]{1,18}(?:/[0-9]{1,18})?")
_MOST = 10**18


def decimal(text: str) -> Fraction | None:
    """A decimal number with up to 12 digits on each side of the point (or comma); None for all else."""
    plain = text.strip()
    return Fraction(plain.replace(",", ".")) if _DECIMAL.fullmatch(plain) else None


def ratio(text: str) -> Fraction:
    """A fraction as `ratio_text` writes it: "7" or "-7/3". ValueError, ZeroDivisionError for all else."""
    if not _RATIO.fullmatch(text):
        raise ValueError(f"no fraction: {text[:40]!r}")
    return Fraction(text)


def ratio_text(value: Fraction) -> str:
    """A fraction as text that `ratio` reads; one with more than 18 digits is rounded to the next billionth."""
    if max(abs(value.numerator), value.denominator) < _MOST:
        return str(value)
    return str(value.limit_denominator(10**9))
