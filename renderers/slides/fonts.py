"""Which fonts a deck asks for are not here, and what LibreOffice takes instead.

fontconfig decides that on Linux, so it is asked (`fc-match`); elsewhere there is nothing to ask, and the author's
machine has PowerPoint's own fonts as a rule.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from functools import lru_cache

from studio.lecture import Font

EXPECTED = {
    "Carlito": "fonts-crosextra-carlito",
    "Caladea": "fonts-crosextra-caladea",
    "Liberation Sans": "fonts-liberation",
    "Noto Sans CJK TC": "fonts-noto-cjk",
    "Open Sans": "fonts-open-sans",
    "DejaVu Sans": "fonts-dejavu",
}
"""The families that stand in for PowerPoint's, with the Debian packages they come from."""
_LIMIT_S = 10


def missing_families() -> tuple[str, ...]:
    """Those of the expected stand-ins that are not installed, with their packages."""
    return tuple(
        f"{family} ({package})" for family, package in EXPECTED.items() if (used(family) or family) != family
    )


def replaced(fonts: Iterable[Font]) -> tuple[tuple[str, str], ...]:
    """(asked for, used) for every family that is not installed; empty where nothing can be asked."""
    pairs = ((font.family, used(font.family, font.wide)) for font in fonts)
    return tuple((asked, found) for asked, found in pairs if found and found.casefold() != asked.casefold())


@lru_cache(maxsize=512)
def used(family: str, wide: bool = False) -> str:
    """The installed family that fontconfig takes for a name; "" where there is no fontconfig to ask.

    `wide` asks for one that has Chinese characters.
    """
    program = shutil.which("fc-match")
    if program is None or not family or len(family) > 100:
        return ""
    name = "".join("\\" + char if char in "\\-:," else char for char in family)
    command = [program, "-f", "%{family}", name + (":charset=4e00" if wide else "")]
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=_LIMIT_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    names = result.stdout.split(",")
    return next((found for found in names if found.casefold() == family.casefold()), names[0])
