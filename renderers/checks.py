"""Looks at the machine, part by part: what is there, what is missing, and what a missing part costs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from renderers.devices import devices
from renderers.means import voices
from renderers.slides import painters
from renderers.slides.fonts import missing_families
from renderers.workshop import Workshop
from studio.errors import StudioError

ENOUGH_DISK = 5 * 1024**3


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the machine; `text` says what there is, or what its absence costs and how to mend it."""

    part: str
    good: bool
    text: str


def examine(workshop: Workshop) -> Iterator[Finding]:
    """All findings, one after the other, as some take a second."""
    for part, check in _CHECKS.items():
        try:
            yield check(part, workshop)
        except StudioError as error:
            yield Finding(part, False, str(error))


def _slides(part: str, workshop: Workshop) -> Finding:
    return Finding(part, painters.unavailable() is None, painters.why())


def _fonts(part: str, workshop: Workshop) -> Finding:
    lacking = missing_families()
    if not lacking:
        return Finding(part, True, "the stand-ins for PowerPoint's common fonts are installed")
    text = f"{', '.join(lacking)} not found: lines may wrap elsewhere than in PowerPoint; install them"
    return Finding(part, False, text)


def _voices(part: str, workshop: Workshop) -> Finding:
    found = voices(workshop)
    languages = {language.split("-")[0] for voice in found for language in voice.languages}
    return Finding(part, bool(found), f"{len(found)} voices in {len(languages)} languages")


def _encoder(part: str, workshop: Workshop) -> Finding:
    import av

    good = {"libx264", "aac", "mov_text"} <= av.codecs_available
    text = (
        "H.264, AAC and captions can be written"
        if good
        else "this PyAV has no x264; reinstall the package “av”"
    )
    return Finding(part, good, text)


def _processor(part: str, workshop: Workshop) -> Finding:
    return Finding(part, True, "; ".join(f"{device.kind} ({device.name})" for device in devices()))


def _disk(part: str, workshop: Workshop) -> Finding:
    workshop.cache.folder.mkdir(parents=True, exist_ok=True)
    folder, kept = workshop.cache.folder, workshop.cache.size()
    free = shutil.disk_usage(folder).free
    text = f"{free / 2**30:.0f} GiB free for {kept / 2**30:.1f} GiB of kept results in {folder}"
    return Finding(part, free > ENOUGH_DISK, text)


_CHECKS: dict[str, Callable[[str, Workshop], Finding]] = {
    "slides": _slides,
    "fonts": _fonts,
    "voices": _voices,
    "video": _encoder,
    "processor": _processor,
    "disk": _disk,
}
