"""Chapters: the sections of a deck as places to jump to, in the file and as text for YouTube."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from studio.lecture import Lecture
from studio.timeline import Timeline

SHORTEST = Fraction(10)
"""Seconds; YouTube takes no shorter chapters, and none at all unless the first starts at 0:00."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of the video, in seconds, half-open."""

    title: str
    start: Fraction
    end: Fraction


def chapters(lecture: Lecture, timeline: Timeline) -> tuple[Chapter, ...]:
    """One chapter a section, or one a scene where the deck has no sections; none shorter than 10 s.

    What would be shorter is joined to the chapter before, unless short ones in a row last long enough to be a
    chapter, which has the title of the first. At the start it takes the next into itself.
    """
    found: list[Chapter] = []
    for chapter in _by_title(lecture, timeline):
        if len(found) > 1 and _short(found[-1]) and not _short(chapter):
            _join(found)
        if found and (_short(found[-1]) or found[-1].title == chapter.title):
            found[-1] = replace(found[-1], end=chapter.end)
        else:
            found.append(chapter)
    if len(found) > 1 and _short(found[-1]):
        _join(found)
    return tuple(found)


def _short(chapter: Chapter) -> bool:
    return chapter.end - chapter.start < SHORTEST


def _join(found: list[Chapter]) -> None:
    """Give the last chapter to the one before."""
    last = found.pop()
    found[-1] = replace(found[-1], end=last.end)


def _by_title(lecture: Lecture, timeline: Timeline) -> list[Chapter]:
    sections = any(lecture.scene(clip.scene).section for clip in timeline.clips)
    found: list[Chapter] = []
    for clip in timeline.clips:
        scene = lecture.scene(clip.scene)
        title = (scene.section or lecture.title or scene.title) if sections else scene.title
        start, end = (Fraction(frame) / timeline.rate for frame in (clip.frames.start, clip.frames.stop))
        if found and found[-1].title == title:
            found[-1] = replace(found[-1], end=end)
        else:
            found.append(Chapter(title, start, end))
    return found


def as_text(found: tuple[Chapter, ...]) -> str:
    """One chapter a line, as YouTube reads them in a description: "0:00 Title"."""
    return "".join(f"{_clock(chapter.start)} {' '.join(chapter.title.split())}\n" for chapter in found)


def _clock(moment: Fraction) -> str:
    seconds = int(moment)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"
