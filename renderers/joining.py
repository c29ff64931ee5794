"""Segments side by side: gives every still, cut and sound its place in the film; nothing is encoded here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from renderers.encode import mux
from renderers.encode.codecs import ParameterSets
from renderers.encode.sound import silent_unit
from renderers.executors import video_segment
from renderers.plan import SceneParts
from renderers.profiles import Profile
from renderers.segments import Picture, VideoSegment, hold
from renderers.workshop import Workshop
from studio.captions import Caption
from studio.chapters import Chapter
from studio.lecture import Lecture
from studio.timebase import block_at
from studio.timeline import Timeline


def film(
    parts: tuple[SceneParts, ...],
    timeline: Timeline,
    lecture: Lecture,
    texts: tuple[tuple[Caption, ...], tuple[Chapter, ...]],
    profile: Profile,
    workshop: Workshop,
) -> mux.Film:
    """All that goes into the file; pictures and sound are read from the cache while the file is written."""
    captions, chapters = texts
    sets = video_segment(workshop.entry(parts[0].still.key)).parameter_sets
    return mux.Film(
        parameter_sets=sets,
        pictures=_Pictures(parts, sets, profile.key_interval, workshop),
        units=_units(parts, timeline, profile, workshop),
        captions=captions,
        chapters=chapters,
        title=lecture.title,
        language=lecture.language,
    )


@dataclass(frozen=True, slots=True)
class _Pictures:
    """The pictures of the whole film; every segment has to be written with the one set that the file names."""

    parts: tuple[SceneParts, ...]
    sets: ParameterSets
    key_interval: int
    workshop: Workshop

    def __iter__(self) -> Iterator[Picture]:
        for part in self.parts:
            body = len(part.clip.frames)
            if part.cut is not None:
                change = self._segment(part.cut.key)
                body -= change.frames
                yield from change.coded()
            yield from hold(self._segment(part.still.key), body, self.key_interval)

    def _segment(self, key: str) -> VideoSegment:
        found = video_segment(self.workshop.entry(key))
        if found.parameter_sets != self.sets:
            raise AssertionError("segments of one file were written with different parameter sets")
        return found


def _units(
    parts: Iterable[SceneParts], timeline: Timeline, profile: Profile, workshop: Workshop
) -> Iterator[bytes]:
    """The sound, one unit a block, after one priming unit; every scene starts on the grid by itself."""
    silence = silent_unit(profile.sound_bits)
    yield silence
    blocks = 0
    for part in parts:
        if part.sound is None:
            continue
        start = block_at(part.clip.speech, timeline.rate)
        if start < blocks:
            raise AssertionError("the sound of one scene lasts into that of the next")
        yield from (silence for _ in range(start - blocks))
        units = workshop.entry(part.sound.key).blobs
        yield from units
        blocks = start + len(units)
    end = block_at(timeline.length, timeline.rate)
    yield from (silence for _ in range(end - blocks))
