"""Taking one of a deck's custom shows: its slides in its order are the video, the others stay at hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from studio.errors import EditError
from studio.lecture import CustomShow, Lecture, Scene, SlideVisual

_AGAIN = re.compile(r"(.+)-again-\d+")
_NAMED = 10


def take_show(lecture: Lecture, name: str) -> Lecture:
    """The lecture with the slides of a show in its order; "" takes all slides in the deck's order again.

    A slide that the show has twice comes twice. All other scenes are hidden, each behind the one it follows in the
    deck: nothing is lost, the storyboard shows what is left out, and showing one of them is one click. A second
    scene of a slide goes when it is not needed any more, unless it was edited. Slides that are hidden in the deck
    stay hidden, as PowerPoint skips them in its custom shows, too.
    Raises EditError where there is no such show.
    """
    show = _named(lecture, name)
    shown = set(lecture.shows[0].scenes)
    by_id = {scene.id: scene for scene in lecture.scenes}
    times: Counter[str] = Counter()
    taken: list[Scene] = []
    for scene_id in show.scenes:
        if scene_id in by_id:
            times[scene_id] += 1
            scene = _occurrence(by_id, scene_id, times[scene_id])
            hidden = scene_id not in shown
            taken.append(scene if scene.hidden == hidden else replace(scene, hidden=hidden))
    others = [scene for scene in lecture.scenes if not _is_mere_copy(scene, by_id, lecture)]
    ordered = _with_others(taken, _at_home(others))
    if ordered == lecture.scenes:
        return lecture
    return replace(lecture, scenes=ordered)


def current_show(lecture: Lecture) -> str | None:
    """The name of the show that the lecture is now; None where it is none any more."""
    visible = [scene.id for scene in lecture.scenes if not scene.hidden]
    for show in lecture.shows:
        taken = take_show(lecture, show.name)
        if [scene.id for scene in taken.scenes if not scene.hidden] == visible:
            return show.name
    return None


def _named(lecture: Lecture, name: str) -> CustomShow:
    if not lecture.shows:
        raise EditError("The lecture has no custom shows; make one in PowerPoint and import the deck again.")
    for asked in (name, name.casefold().replace("-", "–")):
        for show in lecture.shows:
            if asked in (show.name, show.name.casefold()):
                return show
    names = ", ".join(f"“{show.name}”" for show in lecture.shows[1 : 1 + _NAMED])
    raise EditError(f"There is no custom show “{name}”; the deck has {names}.")


def _is_mere_copy(scene: Scene, by_id: Mapping[str, Scene], lecture: Lecture) -> bool:
    """Whether a scene is there only because a show has its slide twice, and nobody has changed it since."""
    match = _AGAIN.fullmatch(scene.id)
    if match is None or not any(match[1] in show.scenes for show in lecture.shows):
        return False
    first = by_id.get(match[1])
    return first is not None and replace(scene, id=first.id, hidden=first.hidden) == first


def _occurrence(by_id: Mapping[str, Scene], scene_id: str, time: int) -> Scene:
    """The scene for a slide that comes for the first time (1) or again: the one there is, else a copy."""
    if time == 1:
        return by_id[scene_id]
    name = f"{scene_id}-again-{time}"
    return by_id.get(name) or replace(by_id[scene_id], id=name)


def _at_home(scenes: list[Scene]) -> list[Scene]:
    """The scenes in the deck's order; what is no slide stays behind the slide that it stands behind."""
    number = 0
    places: list[tuple[int, int]] = []
    for at, scene in enumerate(scenes):
        if isinstance(scene.visual, SlideVisual):
            number = scene.visual.number
        places.append((number, at))
    return [scenes[at] for _, at in sorted(places)]


def _with_others(taken: list[Scene], home: list[Scene]) -> tuple[Scene, ...]:
    """The scenes of a show with all others, hidden, each behind the one it follows at home."""
    ids = {scene.id for scene in taken}
    behind: dict[str, list[Scene]] = {}
    before = ""
    for scene in home:
        if scene.id in ids:
            before = scene.id
        else:
            hidden = scene if scene.hidden else replace(scene, hidden=True)
            behind.setdefault(before, []).append(hidden)
    ordered = behind.pop("", [])
    for scene in taken:
        ordered += [scene, *behind.pop(scene.id, [])]
    return tuple(ordered)
