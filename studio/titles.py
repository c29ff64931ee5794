"""What scenes and lectures are called where nobody gave them a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from studio.lecture import Scene

_NUMBERED = re.compile(r"Slide \d+")


def numbered(number: int) -> str:
    """The title of a slide that has none: "Slide 3"."""
    return f"Slide {number}"


def is_numbered(title: str) -> bool:
    """Whether a title only counts: it says nothing about what is on the slide."""
    return _NUMBERED.fullmatch(title) is not None


def deck_title(scenes: Iterable[Scene]) -> str:
    """What the first shown slide is called; "" where it has no words.

    Neither the document's properties nor the file's name: the title goes into the video, and what stands in those
    is often not for everybody.
    """
    first = next((scene.title for scene in scenes if not scene.hidden), "")
    return "" if is_numbered(first) else first
