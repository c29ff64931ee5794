"""Which rows the storyboard has: a pure function of the lecture and of what is folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.lecture import Lecture, Scene

Kind = Literal["heading", "seam", "scene"]


class Row(NamedTuple):
    """A row. `scene` is the scene itself, the one that a change leads to, or the first one of a section."""

    kind: Kind
    scene: str


def rows_of(
    lecture: Lecture | None, folded: frozenset[str] = frozenset(), draft: str = ""
) -> tuple[Row, ...]:
    """The rows in order. `folded` holds the first scenes of sections whose scenes are put away.

    `draft` is a scene in front of which a heading stands that is just being named.
    """
    return () if lecture is None else tuple(_rows(lecture.scenes, folded, draft))


def stand_alike(before: Lecture, after: Lecture) -> bool:
    """Whether two lectures have the same scenes in the same order and sections, and so the same rows."""
    if len(before.scenes) != len(after.scenes):
        return False
    pairs = zip(before.scenes, after.scenes, strict=True)
    return all(a is b or (a.id == b.id and a.section == b.section) for a, b in pairs)


def begins_section(scenes: tuple[Scene, ...], index: int) -> bool:
    """Whether a heading stands in front of a scene: a section begins there, and it is not a nameless opening."""
    return scenes[index].section != (scenes[index - 1].section if index else "")


def _rows(scenes: tuple[Scene, ...], folded: frozenset[str], draft: str) -> Iterator[Row]:
    put_away = False
    for index, scene in enumerate(scenes):
        begins = begins_section(scenes, index)
        if begins:
            put_away = scene.id in folded
        if begins or scene.id == draft:
            yield Row("heading", scene.id)
        if put_away:
            continue
        if index:
            yield Row("seam", scene.id)
        yield Row("scene", scene.id)
