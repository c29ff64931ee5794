"""What a slide and a deck are called."""

from __future__ import annotations

import re

from studio.importers.pptx.text import one_line
from studio.lecture import Scene, SlideObject

_LONGEST = 120


def slide_title(objects: tuple[SlideObject, ...], number: int) -> str:
    """The title placeholder's words; else the highest text that can be a heading; else "Slide N"."""
    for item in objects:
        if item.placeholder in ("title", "ctrTitle") and item.text:
            return shortened(item.text)
    headings = [item for item in objects if item.kind == "text" and _may_head(item)]
    if headings:
        return shortened(min(headings, key=lambda item: (item.box.y, item.box.x)).text)
    return f"Slide {number}"


def deck_title(scenes: tuple[Scene, ...]) -> str:
    """What the first shown slide is called; "" where it has no words.

    Neither the document's properties nor the file's name: the title goes into the video, and what stands in those
    is often not for everybody.
    """
    first = next((scene.title for scene in scenes if not scene.hidden), "")
    return "" if re.fullmatch(r"Slide \d+", first) else first


def shortened(text: str) -> str:
    """One line of at most 120 characters, cut between words."""
    line = one_line(text)
    if len(line) <= _LONGEST:
        return line
    cut = line[:_LONGEST].rsplit(" ", 1)[0] if " " in line[:_LONGEST] else line[:_LONGEST]
    return cut.rstrip(" ,;:–-") + "…"


def _may_head(item: SlideObject) -> bool:
    line = one_line(item.text)
    return (
        item.placeholder not in ("sldNum", "ftr", "dt", "hdr")
        and 1 < len(line) <= _LONGEST
        and item.box.y < 0.5
    )
