"""Numbers of charts as their format codes want them (ECMA-376 part 1, 18.8.31): dates, shares, thousands."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_FIRST_DAY = datetime(1899, 12, 30)
"""Day 0 of serial dates, such that they are right from March 1900 on (18.17.4.1)."""
_LAST_SERIAL = 2_958_465
_IGNORED = re.compile(r"\[[^\]]*\]|_.|\*.")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_DATE = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d", re.IGNORECASE)
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.([#0?]+))?")
_PARTS = {
    "yyyy": "%Y", "yy": "%y", "mmmm": "%B", "mmm": "%b", "mm": "%m", "dddd": "%A", "ddd": "%a", "dd": "%d",
}  # fmt: skip


def formatted(value: float, code: str) -> str:
    """A number in a format; six digits where the code says nothing that is known here."""
    first = _IGNORED.sub("", code.split(";")[0]).strip()
    plain = _QUOTED.sub("", first)
    if first.lower() in ("", "general", "@"):
        return f"{value:.6g}"
    if _DIGITS.search(plain) is None and _DATE.search(plain) and 0 <= value <= _LAST_SERIAL:
        return _date(value, first)
    return _number(value, first)


def _date(value: float, code: str) -> str:
    day = _FIRST_DAY + timedelta(days=int(value))

    def part(match: re.Match[str]) -> str:
        letters = match[0].lower()
        if letters in ("d", "m"):
            return str(day.day if letters == "d" else day.month)
        return day.strftime(_PARTS[letters])

    return _QUOTED.sub(lambda match: match[1] or match[2] or "", _DATE.sub(part, code))


def _number(value: float, code: str) -> str:
    digits = _DIGITS.search(code)
    if digits is None:
        return f"{value:.6g}"
    places = len(digits[1] or "")
    grouped = "," if "," in digits[0].rstrip(",") else ""
    shown = f"{value * 100 if '%' in code else value:{grouped}.{places}f}"
    written = code[: digits.start()] + shown + code[digits.end() :]
    return _QUOTED.sub(lambda match: match[1] or match[2] or "", written).strip()
