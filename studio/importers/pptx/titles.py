"""What a slide is called."""

from __future__ import annotations

from studio.importers.lines import LONGEST, one_line, shortened
from studio.lecture import SlideObject
from studio.titles import numbered


def slide_title(objects: tuple[SlideObject, ...], number: int) -> str:
    """The title placeholder's words; else the highest text that can be a heading; else "Slide N"."""
    for item in objects:
        if item.placeholder in ("title", "ctrTitle") and item.text:
            return shortened(item.text)
    headings = [item for item in objects if item.kind == "text" and _may_head(item)]
    if headings:
        return shortened(min(headings, key=lambda item: (item.box.y, item.box.x)).text)
    return numbered(number)


def _may_head(item: SlideObject) -> bool:
    line = one_line(item.text)
    return (
        item.placeholder not in ("sldNum", "ftr", "dt", "hdr")
        and 1 < len(line) <= LONGEST
        and item.box.y < 0.5
    )
