"""Edits of seams: how the picture changes from the scene before to a scene."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from studio.coherence import LONGEST, CutChoice
from studio.directions import directed_transition
from studio.edits.finding import seam, sound_text, told, with_scene, with_scenes
from studio.errors import EditError
from studio.lecture import (
    Arrival,
    Direction,
    Generation,
    LatentPath,
    Lecture,
    Level,
    Scene,
    Style,
    TextBy,
    Transition,
)
from studio.validation import LONGEST_PROMPT, is_model_name

TRAVELLING: tuple[Style, ...] = ("push", "wipe", "cover")
"""The styles that have a direction."""


def set_level(lecture: Lecture, scene_id: str, level: Level | None) -> Lecture:
    """How coherent the change to a scene shall be; None: choose for me."""
    at = seam(lecture, scene_id)
    return _with(lecture, at, replace(lecture.scenes[at].transition, requested=level))


def set_style(lecture: Lecture, scene_id: str, style: Style) -> Lecture:
    """How the whole picture changes; a style is a matter of level 1, so it asks for that level."""
    at = seam(lecture, scene_id)
    return _with(lecture, at, replace(lecture.scenes[at].transition, requested=Level.WHOLE, style=style))


def set_direction(lecture: Lecture, scene_id: str, direction: Direction) -> Lecture:
    """Where the incoming picture travels to; EditError unless `set_style` asked for one that travels."""
    at = seam(lecture, scene_id)
    transition = lecture.scenes[at].transition
    if transition.requested is not Level.WHOLE or transition.style not in TRAVELLING:
        raise EditError(
            f"The change to {told(lecture, at)} does not travel; choose the style push, wipe or cover first."
        )
    return _with(lecture, at, replace(transition, direction=direction))


def set_duration(lecture: Lecture, scene_id: str, seconds: Fraction | None) -> Lecture:
    """How long a change takes, 0 to 10 seconds; None: as long as is usual for its level."""
    at = seam(lecture, scene_id)
    if seconds is not None and not 0 <= seconds <= LONGEST:
        raise EditError(f"A change takes 0 to {LONGEST} seconds; choose such a length.")
    return _with(lecture, at, replace(lecture.scenes[at].transition, duration=seconds))


def set_speak_over(lecture: Lecture, scene_id: str, speak_over: bool) -> Lecture:
    """Whether the narration of a scene begins while its picture still changes."""
    at = seam(lecture, scene_id)
    return _with(lecture, at, replace(lecture.scenes[at].transition, speak_over=speak_over))


def set_text_by(lecture: Lecture, scene_id: str, text_by: TextBy | None) -> Lecture:
    """What of a text travels by itself at level 3 and above; None: as the deck's Morph says, else whole objects."""
    at = seam(lecture, scene_id)
    return _with(lecture, at, replace(lecture.scenes[at].transition, text_by=text_by))


def set_arrival(lecture: Lecture, scene_id: str, arrive: Arrival) -> Lecture:
    """How what is new on a slide comes in at levels 2 and 3.

    EditError where the script asks for drawing, which only the author may take out of it.
    """
    at = seam(lecture, scene_id)
    asked = directed_transition(lecture.scenes[at].script)
    if arrive == "fade" and asked is not None and asked.arrive == "draw":
        raise EditError(
            f"The script of {told(lecture, at)} asks for drawing with “(arrive: draw)”;"
            " take that out of the script to let new things fade in."
        )
    return _with(lecture, at, replace(lecture.scenes[at].transition, arrive=arrive))


def set_generation(
    lecture: Lecture,
    scene_id: str,
    *,
    model: str | None = None,
    prompt: str | None = None,
    path: LatentPath | None = None,
) -> Lecture:
    """How a model makes a change (levels 4 and 5); what is None stays. `model` is the name of its folder."""
    at = seam(lecture, scene_id)
    now = lecture.scenes[at].transition
    wish = now.generation
    if model is not None:
        if model and not is_model_name(model):
            raise EditError(f"“{model[:40]}” is no name of a model; choose one of those installed.")
        wish = replace(wish, model=model)
    if prompt is not None:
        plain = sound_text(prompt).strip()
        if len(plain) > LONGEST_PROMPT:
            raise EditError(f"A model can be told at most {LONGEST_PROMPT} characters; write less.")
        wish = replace(wish, prompt=plain)
    if path is not None:
        wish = replace(wish, path=path)
    return _with(lecture, at, replace(now, generation=wish))


def use_suggestion(lecture: Lecture, scene_id: str) -> Lecture:
    """Drop all that the author asked for at a seam: what the deck or the program proposes holds again.

    EditError where the wish stands in the script, which only the author may change.
    """
    at = seam(lecture, scene_id)
    scene = lecture.scenes[at]
    new = _with(lecture, at, Transition(stored=scene.transition.stored))
    if new is lecture and directed_transition(scene.script) is not None:
        raise EditError(
            f"The script of {told(lecture, at)} asks for its change with “(transition: …)”;"
            " take that out of the script to use the suggestion."
        )
    return new


def similar(lecture: Lecture, scene_id: str, proposed: Mapping[str, CutChoice]) -> tuple[str, ...]:
    """The other scenes whose seam has the same proposed level for the same reason, in order.

    `proposed` says by scene id what the program would choose without the author; a scene that it lacks
    (hidden, or the first) is similar to none.
    """
    wanted = proposed.get(scene_id)
    return tuple(
        scene.id
        for scene in lecture.scenes[1:]
        if wanted is not None
        and scene.id != scene_id
        and (other := proposed.get(scene.id)) is not None
        and (other.level, _kind(other)) == (wanted.level, _kind(wanted))
    )


def apply_to_similar(lecture: Lecture, scene_id: str, proposed: Mapping[str, CutChoice]) -> Lecture:
    """Ask at every `similar` seam for what the author asked for at this one.

    What tells of the pictures themselves stays as it is there: what a deck stored, which objects are one, and the
    words for a model.
    """
    wish = lecture.scenes[seam(lecture, scene_id)].transition
    chosen = frozenset(similar(lecture, scene_id, proposed))

    def asked(scene: Scene) -> Scene:
        there = scene.transition
        told_model: Generation = replace(wish.generation, prompt=there.generation.prompt)
        transition = replace(wish, stored=there.stored, pairs=there.pairs, generation=told_model)
        return scene if transition == scene.transition else replace(scene, transition=transition)

    return with_scenes(lecture, (asked(s) if s.id in chosen else s for s in lecture.scenes))


def _kind(choice: CutChoice) -> str:
    """The reason without the name of the section it tells of."""
    return choice.reason.partition(":")[0]


def _with(lecture: Lecture, at: int, transition: Transition) -> Lecture:
    return with_scene(lecture, at, replace(lecture.scenes[at], transition=transition))
