"""What a change between two slides is composed of, beside their pages: layers, pairs, frames that a model makes.

Pure like `plan`, which asks it. What a model is to change is known only when the slides have been taken apart, so
a plan whose changes need one is made twice: without the layers' records, then with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from renderers.generation import offers
from renderers.means import Means
from renderers.page_plan import layers_step
from renderers.profiles import Profile
from renderers.steps import ChangeStep, GenerateStep, LayersStep
from studio.coherence import CutChoice
from studio.languages import is_leftward
from studio.lecture import Lecture, Level, Scene, Transition
from studio.matching import Pair, facing, kept_apart, matched, objects_of
from studio.obstacles import NOTHING_TURNS
from studio.timeline import shown
from studio.wishes import text_by, wish_of

Records = Mapping[str, Mapping[str, Any]]


def before(lecture: Lecture) -> dict[str, Scene]:
    """The scene before each scene of the video, by the later one's id."""
    return {scene.id: earlier for earlier, scene in pairwise(shown(lecture))}


def needs_layers(choice: CutChoice, wish: Transition) -> bool:
    """Whether the objects of both slides are wanted: to move them, or to draw them one by one."""
    return choice.level >= Level.MOVE or (choice.level is Level.HOLD and wish.arrive == "draw")


def composed(
    earlier: Scene,
    scene: Scene,
    choice: CutChoice,
    frames: int,
    lecture: Lecture,
    profile: Profile,
    means: Means,
    records: Records,
) -> tuple[dict[str, Any], GenerateStep | None]:
    """What a change needs beside its pages, as fields of the step that makes it, and the step of its model."""
    wish = wish_of(scene)
    if not needs_layers(choice, wish):
        return {}, None
    sides = [layers_step(each, lecture, profile, means) for each in (earlier, scene)]
    pairs = matched(earlier.visual, scene.visual, wish.pairs)
    fields: dict[str, Any] = {
        "first_layers": sides[0].key,
        "second_layers": sides[1].key,
        "pairs": pairs,
        "by_hand": kept_apart(earlier.visual, scene.visual, wish.pairs),
        "text_by": text_by(wish),
        "arrive": wish.arrive,
        "leftwards": _leftwards(scene) if wish.arrive == "draw" else (),
    }
    if choice.level < Level.RESHAPE or (choice.level is Level.RESHAPE and not wish.generation.model):
        return fields, None
    offer, why = offers.can(means.models, choice.level, wish.generation.model)
    if offer is None:
        return {**fields, "without": why}, None
    run, at = _run(earlier, scene, choice.level, wish, lecture)
    slides = [layers_step(each, lecture, profile, means).key for each in run]
    turning = [_turning(run[n], run[n + 1], slides[n : n + 2], records, profile) for n in range(len(run) - 1)]
    here = turning[at]
    if here is None:
        taken_apart = all(side.key in records for side in sides)
        return {**fields, "without": NOTHING_TURNS} if taken_apart else fields, None
    pictures, place = _chain(slides, turning, at)
    generate = offers.step(
        offer,
        choice.level,
        pictures,
        frames,
        wish.generation,
        lecture.choices.seed,
        means.editions.generated,
        scene.id,
        place,
    )
    return {**fields, "pictures": generate.key, "turning": here}, generate


def _run(
    earlier: Scene, scene: Scene, level: Level, wish: Transition, lecture: Lecture
) -> tuple[list[Scene], int]:
    """The slides whose pictures a way through a model's latents goes through, and which of them is `earlier`.

    A smooth way ("gaussian") goes through all neighbours that change so, too; any other only through the two.
    """
    if level is not Level.RESHAPE or wish.generation.path != "gaussian":
        return [earlier, scene], 0
    scenes = shown(lecture)
    place = next(index for index, each in enumerate(scenes) if each.id == scene.id)
    first, last = place - 1, place
    while first > 0 and _smooth(scenes[first]):
        first -= 1
    while last + 1 < len(scenes) and _smooth(scenes[last + 1]):
        last += 1
    return list(scenes[first : last + 1]), place - 1 - first


def _smooth(scene: Scene) -> bool:
    wish = wish_of(scene)
    return (
        wish.requested is Level.RESHAPE and bool(wish.generation.model) and wish.generation.path == "gaussian"
    )


def _turning(
    earlier: Scene, scene: Scene, slides: list[str], records: Records, profile: Profile
) -> tuple[int, int] | None:
    wish = wish_of(scene)
    pairs = matched(earlier.visual, scene.visual, wish.pairs)
    first, second = (records.get(key, {}).get("objects", ()) for key in slides)
    return picture_pair(first, second, pairs, wish, profile.width)


def _chain(
    slides: list[str], turning: list[tuple[int, int] | None], at: int
) -> tuple[tuple[tuple[str, int], ...], int]:
    """The pictures that follow each other around the change from slide `at` to the next, as (key, object id); and
    the number of the one that it begins with.
    """
    here = turning[at]
    assert here is not None
    chain = [(slides[at], here[0]), (slides[at + 1], here[1])]
    place = 0
    for number in range(at - 1, -1, -1):
        before = turning[number]
        if before is None or before[1] != chain[0][1]:
            break
        chain.insert(0, (slides[number], before[0]))
        place += 1
    for number in range(at + 1, len(turning)):
        after = turning[number]
        if after is None or after[0] != chain[-1][1]:
            break
        chain.append((slides[number + 1], after[1]))
    return tuple(chain), place


def layers(
    changes: Iterable[ChangeStep], lecture: Lecture, profile: Profile, means: Means
) -> list[LayersStep]:
    """The steps that take apart the slides of these changes and of the runs they belong to, each once."""
    asked = list(changes)
    wanted = {key for step in asked for key in (step.first_layers, step.second_layers) if key}
    if not wanted:
        return []
    wanted |= {key for step in asked for key in _around(step, lecture, profile, means)}
    steps = (layers_step(scene, lecture, profile, means) for scene in shown(lecture))
    return list({step.key: step for step in steps if step.key in wanted}.values())


def _around(step: ChangeStep, lecture: Lecture, profile: Profile, means: Means) -> list[str]:
    """The layers of the run that a change belongs to."""
    if step.level is not Level.RESHAPE:
        return []
    scene = lecture.scene(step.where)
    run, _ = _run(before(lecture)[step.where], scene, step.level, wish_of(scene), lecture)
    return [layers_step(each, lecture, profile, means).key for each in run] if len(run) > 2 else []


def picture_pair(
    first: Iterable[tuple[Any, ...]],
    second: Iterable[tuple[Any, ...]],
    pairs: tuple[Pair, ...],
    wish: Transition,
    width: int,
) -> tuple[int, int] | None:
    """The largest pair of pictures of two slides, by the rows (id, kind, left, top, width, height, …) of their
    objects: one of `pairs`, else two that face each other (as `matching.picture_pairs`); None where there is none.
    """
    old = {row[0]: row for row in first if row[1] == "picture"}
    new = {row[0]: row for row in second if row[1] == "picture"}
    known = [(pair.first, pair.second) for pair in pairs if pair.first in old and pair.second in new]
    if not known:
        taken = {pair.first for pair in pairs} | {pair.first for pair in wish.pairs}
        given = {pair.second for pair in pairs} | {pair.second for pair in wish.pairs}
        known = [
            (a, b)
            for a in old
            for b in new
            if a not in taken and b not in given and facing(tuple(old[a][2:6]), tuple(new[b][2:6]), width)
        ]
    return max(known, key=lambda pair: new[pair[1]][4] * new[pair[1]][5], default=None)


def _leftwards(scene: Scene) -> tuple[int, ...]:
    """The objects of a scene whose script runs from right to left."""
    return tuple(item.shape_id for item in objects_of(scene.visual) if is_leftward(item.text))
