"""What is known of a lecture from what was drawn, spoken, compared and checked so far: a pure function."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from studio.lecture import Transition
from studio.obstacles import NOTHING_KNOWN, ModelUse, Outlook, outlook, whose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from renderers.means import Means
    from renderers.plan import Records
    from renderers.profiles import Profile
    from renderers.steps import CheckStep
    from studio.coherence import CutChoice
    from studio.lecture import Lecture, Scene
    from studio.timeline import SceneClip, Timeline


@dataclass(frozen=True, slots=True)
class SceneFindings:
    """What is known of one scene.

    `page` is the key of its drawn page, or of one that stands in ("" until there is either); `clip` is its place
    on the timeline (None: it is not shown); `choice` is what is requested at the seam before it, `suggestion` what
    the program would choose and `outlook` what its slides allow; `check` compares the two pages, `checked` is its
    record; `layers` is the record of its objects one by one (None: it was not taken apart yet); `sounds` are the
    keys of the sounds made so far with their start in the take (seconds).
    """

    page: str = ""
    clip: SceneClip | None = None
    choice: CutChoice | None = None
    suggestion: CutChoice | None = None
    outlook: Outlook = NOTHING_KNOWN
    check: CheckStep | None = None
    checked: Mapping[str, Any] | None = None
    layers: Mapping[str, Any] | None = None
    sounds: tuple[tuple[str, Fraction], ...] = ()


NOTHING = SceneFindings()


@dataclass(frozen=True, slots=True)
class Findings:
    """The timeline (with estimates where nothing is measured) and what is known of each scene, by id."""

    lecture: Lecture
    timeline: Timeline
    scenes: Mapping[str, SceneFindings] = field(default_factory=dict[str, SceneFindings])


@dataclass(frozen=True, slots=True)
class News:
    """Findings, and what is new in them: whether the timeline is another one, and the ids of scenes."""

    found: Findings
    timeline: bool
    scenes: frozenset[str]


def news(found: Findings, before: Findings | None) -> News:
    """What is new since `before`; compares every scene, so it is for a thread."""
    old = {} if before is None else before.scenes
    changed = (scene_id for scene_id, scene in found.scenes.items() if old.get(scene_id, NOTHING) != scene)
    return News(found, before is None or before.timeline != found.timeline, frozenset(changed))


def find(
    lecture: Lecture,
    profile: Profile,
    means: Means | None,
    records: Records,
    models: tuple[ModelUse, ...] = (),
) -> Findings:
    """Put together what the records say of a lecture; without `means` all is estimated."""
    from renderers import page_plan, plan
    from studio.timeline import compile_timeline, shown

    if means is None:
        timeline = compile_timeline(lecture, {}, {}, profile.rate)
        return Findings(lecture, timeline, {clip.scene: SceneFindings(clip=clip) for clip in timeline.clips})
    timeline = plan.compiled(lecture, profile, means, records)
    suggestions = plan.choices(_unasked(lecture), profile, means, records)
    checks = {step.where: step for step in plan.checks(timeline, lecture, profile, means, records)}
    clips = {clip.scene: clip for clip in timeline.clips}
    fronts = {scene.id: front for front, scene in pairwise(shown(lecture))}
    apart = {s.id: records.get(page_plan.layers_step(s, lecture, profile, means).key) for s in lecture.scenes}
    found: dict[str, SceneFindings] = {}
    for scene in lecture.scenes:
        drawn = (page_plan.page_step, page_plan.stand_in_step)
        pages = (step(scene, lecture, profile, means).key for step in drawn)
        clip, check = clips.get(scene.id), checks.get(scene.id)
        front = fronts.get(scene.id)
        layers = (None if front is None else apart[front.id], apart[scene.id])
        found[scene.id] = SceneFindings(
            page=next((page for page in pages if page in records), ""),
            clip=clip,
            choice=clip.cut.choice if clip is not None and clip.cut is not None else None,
            suggestion=suggestions.get(scene.id),
            outlook=_outlook(front, scene, lecture, models, layers),
            check=check,
            checked=None if check is None else records.get(check.key),
            layers=apart[scene.id],
            sounds=() if clip is None else _sounds(scene, clip, means, records),
        )
    return Findings(lecture, timeline, found)


def _outlook(
    front: Scene | None,
    scene: Scene,
    lecture: Lecture,
    models: tuple[ModelUse, ...],
    layers: tuple[Mapping[str, Any] | None, Mapping[str, Any] | None],
) -> Outlook:
    if front is None:
        return NOTHING_KNOWN
    before, here = ("" if each is None else str(each["why"]).rstrip(".") for each in layers)
    return outlook(front, scene, lecture.choices, models, whose(before, here))


def _unasked(lecture: Lecture) -> Lecture:
    """The lecture as if its author had said nothing about its cuts, but for which objects are one."""
    scenes = tuple(
        replace(scene, transition=Transition(stored=wish.stored, pairs=wish.pairs))
        for scene in lecture.scenes
        for wish in (scene.transition,)
    )
    return replace(lecture, scenes=scenes, choices=replace(lecture.choices, level=None))


def _sounds(
    scene: Scene, clip: SceneClip, means: Means, records: Records
) -> tuple[tuple[str, Fraction], ...]:
    from renderers import plan

    if scene.recording is not None:
        key = plan.recording_step(scene, means).key
        return ((key, Fraction(0)),) if key in records else ()
    spoken = ((plan.speak_step(span.utterance, means, scene.id).key, span.start) for span in clip.take.spans)
    return tuple((key, start) for key, start in spoken if key in records)
