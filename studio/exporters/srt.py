"""Captions -> SubRip text (.srt)."""

from __future__ import annotations

from studio.captions import Caption
from studio.exporters.subtitles import written


def text(captions: tuple[Caption, ...]) -> str:
    """The captions as SubRip."""
    return written(captions, "srt")
