"""Automatic numbers of lists (ECMA-376 part 1, 20.1.10.61)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DIGITS = "〇一二三四五六七八九"


def roman(number: int) -> str:
    """Return a number in small Roman digits."""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def alphabetic(number: int) -> str:
    """Return a, b, …, z, aa, bb, … for 1, 2, …"""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def east_asian(number: int) -> str:
    """Return a number below 100 in Chinese digits."""
    tens, ones = divmod(number, 10)
    if number >= 100:
        return "".join(_DIGITS[int(d)] for d in str(number))
    head = ("" if tens == 0 else "十") if tens < 2 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def label(scheme: str, number: int) -> str:
    """Return the mark for the n-th paragraph of a list (arabicPeriod, alphaLcParenR, …)."""
    if scheme.startswith("circleNum"):
        return chr(0x2460 + number - 1) if number <= 20 else str(number)
    if scheme.startswith("roman"):
        body = roman(number)
    elif scheme.startswith("alpha"):
        body = alphabetic(number)
    elif scheme.startswith(("ea1", "arabicDb")):
        body = east_asian(number) if scheme.startswith("ea1") else str(number)
    else:
        body = str(number)
    if "Uc" in scheme:
        body = body.upper()
    if scheme.endswith("ParenBoth"):
        return f"({body})"
    endings = {"ParenR": ")", "Period": ".", "Minus": "-"}
    return body + next((mark for ending, mark in endings.items() if scheme.endswith(ending)), "")


class Counter:
    """Counts automatic numbers level by level through the paragraphs of one box."""

    def __init__(self) -> None:
        self._running: dict[int, tuple[str, int, int]] = {}

    def number(self, level: int, scheme: str, start: int) -> int:
        """Return the next number of a level; deeper levels begin anew."""
        self.close(level + 1)
        running = self._running.get(level)
        count = running[2] + 1 if running is not None and running[:2] == (scheme, start) else start
        self._running[level] = (scheme, start, count)
        return count

    def close(self, level: int) -> None:
        """End the lists of a level and all deeper ones."""
        for deeper in [key for key in self._running if key >= level]:
            del self._running[deeper]
