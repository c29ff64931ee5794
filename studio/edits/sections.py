"""Edits of sections: runs of neighbouring scenes under one name, which become chapters."""

from __future__ import annotations

from dataclasses import replace

from studio.edits.finding import position, sound_text, told, with_scenes
from studio.errors import EditError
from studio.lecture import Lecture


def section_of(lecture: Lecture, scene_id: str) -> range:
    """The indices of the scenes that stand in one section with a scene, side by side."""
    at = position(lecture, scene_id)
    name = lecture.scenes[at].section
    start, stop = at, at + 1
    while start > 0 and lecture.scenes[start - 1].section == name:
        start -= 1
    while stop < len(lecture.scenes) and lecture.scenes[stop].section == name:
        stop += 1
    return range(start, stop)


def rename_section(lecture: Lecture, scene_id: str, name: str) -> Lecture:
    """Give the section of a scene another name; EditError for none or that of a section beside it."""
    return _named(lecture, section_of(lecture, scene_id), name)


def start_section(lecture: Lecture, scene_id: str, name: str) -> Lecture:
    """Begin a section at a scene: it takes the rest of the one the scene stood in."""
    at = position(lecture, scene_id)
    section = section_of(lecture, scene_id)
    if section.start == at and lecture.scenes[at].section:
        raise EditError(
            f"The section “{lecture.scenes[at].section}” already begins at {told(lecture, at)}; rename it."
        )
    return _named(lecture, range(at, section.stop), name)


def join_section(lecture: Lecture, scene_id: str) -> Lecture:
    """Make the section of a scene a part of the one before it; EditError for the first."""
    section = section_of(lecture, scene_id)
    if section.start == 0:
        raise EditError("There is no section before the first one; choose a later section to join.")
    return _set(lecture, section, lecture.scenes[section.start - 1].section)


def _named(lecture: Lecture, section: range, name: str) -> Lecture:
    name = " ".join(sound_text(name).split())
    if not name:
        raise EditError("A section needs a name; write one, or join the section to the one before.")
    if section.start and lecture.scenes[section.start - 1].section == name:
        raise EditError(f"The section before is called “{name}” too; choose another name or join the two.")
    if section.stop < len(lecture.scenes) and lecture.scenes[section.stop].section == name:
        raise EditError(f"The next section is called “{name}” too; choose another name or join the two.")
    return _set(lecture, section, name)


def _set(lecture: Lecture, section: range, name: str) -> Lecture:
    return with_scenes(
        lecture,
        (
            replace(scene, section=name) if i in section and scene.section != name else scene
            for i, scene in enumerate(lecture.scenes)
        ),
    )
