"""What every edit needs: finding scenes, naming them in an error, new ids, and a lecture with other scenes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from studio.edits.neighbours import with_fitting_pairs
from studio.errors import EditError
from studio.lecture import Lecture, Scene

MOST_SCENES = 10_000
_NUMBERED = re.compile(r"-(?:copy|part)(?:-\d+)?$")


def position(lecture: Lecture, scene_id: str) -> int:
    """The index of a scene; EditError if there is none with that id."""
    for index, scene in enumerate(lecture.scenes):
        if scene.id == scene_id:
            return index
    raise EditError("This scene is no longer in the lecture; choose one of those that are.", scene_id)


def positions(lecture: Lecture, scene_ids: Iterable[str]) -> tuple[int, ...]:
    """The indices of scenes in the order of the lecture, each once; EditError for none or an unknown one."""
    found = {position(lecture, scene_id) for scene_id in scene_ids}
    if not found:
        raise EditError("No scene is selected; select one or more first.")
    return tuple(sorted(found))


def seam(lecture: Lecture, scene_id: str) -> int:
    """The index of a scene that has a change in front of it; EditError for the first one and an unknown one."""
    at = position(lecture, scene_id)
    if at == 0:
        raise EditError("There is no change in front of the first scene; choose a later one.")
    return at


def told(lecture: Lecture, index: int) -> str:
    """How a scene is called in a sentence for the author."""
    title = " ".join(lecture.scenes[index].title.split())
    return f"scene {index + 1} (“{title}”)" if title else f"scene {index + 1}"


def opening(text: str) -> str:
    """A text at the start of a sentence; unlike `str.capitalize` it leaves the rest alone."""
    return text[:1].upper() + text[1:]


def sound_text(text: str) -> str:
    """A text that can be written to a file: halves of characters, as a text field may leave, are put together
    or replaced.
    """
    return (
        text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    )


def fresh_id(scene_id: str, word: str, taken: Collection[str]) -> str:
    """The first free id among "a-copy", "a-copy-2" …: the same one for the same lecture, always."""
    base = f"{_NUMBERED.sub('', scene_id)}-{word}"
    found, number = base, 2
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found


def with_scenes(lecture: Lecture, scenes: Iterable[Scene]) -> Lecture:
    """The lecture with these scenes; the very same lecture where nothing changed."""
    new = tuple(scenes)
    if len(new) > max(MOST_SCENES, len(lecture.scenes)):
        raise EditError(f"A lecture can have {MOST_SCENES} scenes; make two lectures of this one.")
    if len(new) == len(lecture.scenes) and all(a is b for a, b in zip(new, lecture.scenes, strict=True)):
        return lecture
    return with_fitting_pairs(lecture, replace(lecture, scenes=new))


def with_scene(lecture: Lecture, index: int, scene: Scene) -> Lecture:
    """The lecture with another scene in one place; the very same lecture where the scene says the same."""
    if scene == lecture.scenes[index]:
        return lecture
    return replace(lecture, scenes=(*lecture.scenes[:index], scene, *lecture.scenes[index + 1 :]))


def changed(lecture: Lecture, scene_ids: Iterable[str], change: Callable[[Scene], Scene]) -> Lecture:
    """The lecture with a change made to some scenes; a scene that says the same after it stays itself."""
    chosen = frozenset(positions(lecture, scene_ids))
    return with_scenes(
        lecture,
        (_changed(scene, change) if i in chosen else scene for i, scene in enumerate(lecture.scenes)),
    )


def _changed(scene: Scene, change: Callable[[Scene], Scene]) -> Scene:
    new = change(scene)
    return scene if new == scene else new
