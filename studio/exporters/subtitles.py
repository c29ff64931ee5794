"""Captions through pysubs2: what the text formats share."""

from __future__ import annotations

from typing import Literal

from studio.captions import Caption

_BACKSLASH = "\ufdd0"
"""Stands for a backslash (as a code point that no text holds), which pysubs2 would read as a code."""


def written(captions: tuple[Caption, ...], form: Literal["srt", "vtt"]) -> str:
    """The captions in that format, times in milliseconds; braces and backslashes stay what the author wrote."""
    import pysubs2  # only where something is written: loading it takes longer than all else here

    subtitles = pysubs2.SSAFile()
    for caption in captions:
        event = pysubs2.SSAEvent(start=round(caption.start * 1000), end=round(caption.end * 1000))
        event.text = "\n".join(caption.lines).replace("\\", _BACKSLASH)
        subtitles.events.append(event)
    return subtitles.to_string(form, keep_ssa_tags=True).replace(_BACKSLASH, "\\")
