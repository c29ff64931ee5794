"""What a slide and a deck are called."""

from __future__ import annotations

import re

from pptx.presentation import Presentation

from studio.importers.pptx.text import one_line
from studio.lecture import Scene, SlideObject

_LONGEST = 120
_MEANINGLESS = re.compile(
    r"(?:microsoft )?(?:office )?(?:powerpoint)?[\s-]*"
    r"(?:presentation|slide ?show|présentation|presentación|presentazione|präsentation|apresentação|presentatie"
    r"|презентация|prezentacja|簡報|演示文稿|プレゼンテーション)?[\s-]*(?:microsoft )?(?:powerpoint)?\s*\d*"
    r"|(?:slide|folie|diapositiv[ae]|投影片|幻灯片|スライド)\s*\d*"
    r"|untitled.*|no(?: slide)? title|template.*|title|test|無標題.*",
    re.IGNORECASE,
)


def slide_title(objects: tuple[SlideObject, ...], number: int) -> str:
    """The title placeholder's words; else the highest text that can be a heading; else "Slide N"."""
    for item in objects:
        if item.placeholder in ("title", "ctrTitle") and item.text:
            return shortened(item.text)
    headings = [item for item in objects if item.kind == "text" and _may_head(item)]
    if headings:
        return shortened(min(headings, key=lambda item: (item.box.y, item.box.x)).text)
    return f"Slide {number}"


def deck_title(deck: Presentation, scenes: tuple[Scene, ...], stem: str) -> str:
    """The title in the document's properties if it means something, else that of the first slide, else `stem`."""
    try:
        title = one_line(deck.core_properties.title or "")
    except Exception:  # a broken property part costs no more than the title in it
        title = ""
    if title and not _MEANINGLESS.fullmatch(title):
        return shortened(title)
    first = next((scene.title for scene in scenes if not scene.hidden), "")
    return first if first and not re.fullmatch(r"Slide \d+", first) else stem


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
