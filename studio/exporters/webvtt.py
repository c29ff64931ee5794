"""Captions -> WebVTT (.vtt; W3C, WebVTT: The Web Video Text Tracks Format)."""

from __future__ import annotations

import re
from dataclasses import replace

from studio.captions import Caption
from studio.exporters.subtitles import written

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def text(captions: tuple[Caption, ...]) -> str:
    """The captions as WebVTT; `&`, `<` and `>` are escaped (section 4.2.2)."""
    escaped = tuple(
        replace(
            caption, lines=tuple(re.sub("[&<>]", lambda m: _ESCAPES[m[0]], line) for line in caption.lines)
        )
        for caption in captions
    )
    return written(escaped, "vtt")
