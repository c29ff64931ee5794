"""Captions as pysubs2 holds them: what the text formats share."""

from __future__ import annotations

import pysubs2

from studio.captions import Caption


def as_subtitles(captions: tuple[Caption, ...]) -> pysubs2.SSAFile:
    """The captions with their times in milliseconds; braces are not taken for style codes."""
    subtitles = pysubs2.SSAFile()
    for caption in captions:
        event = pysubs2.SSAEvent(start=round(caption.start * 1000), end=round(caption.end * 1000))
        event.plaintext = "\n".join(caption.lines)
        subtitles.events.append(event)
    return subtitles
