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
from studio.matching import FACING, FACING_SIZE, Pair, kept_apart, matched, objects_of
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
    rows = [records.get(side.key, {}).get("objects", ()) for side in sides]
    turning = picture_pair(rows[0], rows[1], pairs, wish, profile.width)
    if turning is None:
        return fields, None
    generate = offers.step(
        offer,
        choice.level,
        ((sides[0].key, turning[0]), (sides[1].key, turning[1])),
        frames,
        wish.generation,
        lecture.choices.seed,
        means.editions.generated,
        scene.id,
    )
    return {**fields, "pictures": generate.key, "turning": turning}, generate


def layers(
    changes: Iterable[ChangeStep], lecture: Lecture, profile: Profile, means: Means
) -> list[LayersStep]:
    """The steps that take apart the slides of these changes, each once."""
    wanted = {key for step in changes for key in (step.first_layers, step.second_layers) if key}
    if not wanted:
        return []
    steps = (layers_step(scene, lecture, profile, means) for scene in shown(lecture))
    return list({step.key: step for step in steps if step.key in wanted}.values())


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
            if a not in taken and b not in given and _face(old[a], new[b], width)
        ]
    return max(known, key=lambda pair: new[pair[1]][4] * new[pair[1]][5], default=None)


def _face(a: tuple[Any, ...], b: tuple[Any, ...], width: int) -> bool:
    centres = [(row[2] + row[4] / 2, row[3] + row[5] / 2) for row in (a, b)]
    apart = ((centres[0][0] - centres[1][0]) ** 2 + (centres[0][1] - centres[1][1]) ** 2) ** 0.5
    alike = all(max(sides) <= FACING_SIZE * min(sides) for sides in zip(a[4:6], b[4:6], strict=True))
    return apart <= FACING * width and alike


def _leftwards(scene: Scene) -> tuple[int, ...]:
    """The objects of a scene whose script runs from right to left."""
    return tuple(item.shape_id for item in objects_of(scene.visual) if is_leftward(item.text))
