"""Captions -> SubRip text (.srt)."""

from __future__ import annotations

from studio.captions import Caption
from studio.exporters.subtitles import as_subtitles


def text(captions: tuple[Caption, ...]) -> str:
    """The captions as SubRip."""
    return as_subtitles(captions).to_string("srt")
