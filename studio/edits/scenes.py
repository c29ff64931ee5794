"""Edits of the storyboard: scenes put in, taken out, moved, copied, hidden and named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from studio.edits.finding import changed, fresh_id, position, positions, sound_text, with_scene, with_scenes
from studio.errors import EditError
from studio.lecture import Lecture, Scene


def insert(lecture: Lecture, scenes: Sequence[Scene], at: int) -> Lecture:
    """Put scenes in front of the one with index `at` (0 … number of scenes: the end).

    A scene whose id is taken gets a new one; inside a section it joins that section.
    """
    _check_place(lecture, at)
    taken = {scene.id for scene in lecture.scenes}
    new: list[Scene] = []
    for scene in scenes:
        free = scene if scene.id not in taken else replace(scene, id=fresh_id(scene.id, "copy", taken))
        taken.add(free.id)
        new.append(free)
    front, behind = lecture.scenes[:at], lecture.scenes[at:]
    return with_scenes(lecture, (*front, *_settled(new, front, behind), *behind))


def remove(lecture: Lecture, scene_ids: Iterable[str]) -> Lecture:
    """Take scenes out."""
    gone = frozenset(positions(lecture, scene_ids))
    return with_scenes(lecture, (scene for i, scene in enumerate(lecture.scenes) if i not in gone))


def move(lecture: Lecture, scene_ids: Iterable[str], to: int) -> Lecture:
    """Put scenes, in their order, into the gap in front of the one that now has index `to` (or the end).

    Dropped inside a section they join it; at its edge they keep their section if it is there or moves whole.
    """
    _check_place(lecture, to)
    chosen = frozenset(positions(lecture, scene_ids))
    block = [lecture.scenes[i] for i in sorted(chosen)]
    front = tuple(scene for i, scene in enumerate(lecture.scenes[:to]) if i not in chosen)
    behind = tuple(scene for i, scene in enumerate(lecture.scenes[to:], to) if i not in chosen)
    same = with_scenes(lecture, (*front, *block, *behind))
    return (
        same if same is lecture else with_scenes(lecture, (*front, *_settled(block, front, behind), *behind))
    )


def duplicate(lecture: Lecture, scene_ids: Iterable[str]) -> Lecture:
    """Put copies of scenes, in their order, behind the last of them. A copy of "a" is called "a-copy"."""
    chosen = positions(lecture, scene_ids)
    return insert(lecture, [lecture.scenes[i] for i in chosen], chosen[-1] + 1)


def set_hidden(lecture: Lecture, scene_ids: Iterable[str], hidden: bool) -> Lecture:
    """Leave scenes out of the video, or show them again."""
    return changed(lecture, scene_ids, lambda scene: replace(scene, hidden=hidden))


def rename(lecture: Lecture, scene_id: str, title: str) -> Lecture:
    """Give a scene another title (outer blanks are cut off; it may be empty)."""
    at = position(lecture, scene_id)
    return with_scene(lecture, at, replace(lecture.scenes[at], title=sound_text(title).strip()))


def _check_place(lecture: Lecture, at: int) -> None:
    if not 0 <= at <= len(lecture.scenes):
        raise EditError(
            f"There is no place {at + 1} in a lecture of {len(lecture.scenes)} scenes; choose another.",
        )


def _settled(block: Sequence[Scene], front: Sequence[Scene], behind: Sequence[Scene]) -> list[Scene]:
    """Scenes as they belong between `front` and `behind`: no section is torn in two by them."""
    around = [scenes[at].section for scenes, at in ((front, -1), (behind, 0)) if scenes]
    if not around:
        return list(block)
    torn = len(around) == 2 and around[0] == around[1]
    elsewhere = {scene.section for scene in (*front, *behind)}
    return [
        scene
        if scene.section == around[0]
        or (not torn and scene.section in around)
        or (not torn and scene.section not in elsewhere)
        else replace(scene, section=around[0])
        for scene in block
    ]
