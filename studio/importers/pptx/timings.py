"""The animations of a slide as builds (ECMA-376 Part 1, 19.5: `p:timing`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from studio.importers.pptx.markup import Element, child, children, integer, is_true, qn, walk
from studio.lecture import Build

Trigger = Literal["click", "with", "after"]

_TRIGGERS: dict[str, Trigger] = {"clickEffect": "click", "withEffect": "with", "afterEffect": "after"}
_NOT_BUILDS = ("mediacall", "verb")


@dataclass(frozen=True, slots=True)
class Timings:
    """A slide's animations. `clicks` counts the clicks of the main sequence, `on_objects` the effects that
    start when somebody clicks an object; `narration` holds the shapes whose sound is recorded narration,
    `narration_sounds` the relations of narration that stands on no shape, `sounds` other sound effects.
    """

    builds: tuple[Build, ...] = ()
    clicks: int = 0
    on_objects: int = 0
    narration: tuple[int, ...] = ()
    narration_sounds: tuple[str, ...] = ()
    sounds: int = 0


def read_timings(slide: Element) -> Timings:
    """Read `p:timing`; a slide without one has none."""
    timing = child(slide, "p:timing")
    if timing is None:
        return Timings()
    builds: list[Build] = []
    click = on_objects = 0
    for effect, interactive in _effects(timing, interactive=False):
        trigger = _TRIGGERS[effect.get("nodeType")]
        is_build = effect.get("presetClass") not in _NOT_BUILDS
        if interactive:
            on_objects += is_build
            continue
        click += trigger == "click"
        if is_build:
            builds += _builds(effect, click, trigger)
    shapes, embedded, sounds = _narration(timing)
    return Timings(tuple(builds), click, on_objects, shapes, embedded, sounds)


def _effects(parent: Element, *, interactive: bool) -> Iterator[tuple[Element, bool]]:
    """The `p:cTn` of every effect, and whether it waits for a click on an object."""
    for node in children(parent):
        inside = interactive
        if node.tag == qn("p:cTn"):
            inside = interactive or node.get("nodeType") == "interactiveSeq"
            if node.get("nodeType") in _TRIGGERS and node.get("presetClass"):
                yield node, inside
                continue
        yield from _effects(node, interactive=inside)


def _builds(effect: Element, click: int, trigger: Trigger) -> Iterator[Build]:
    """One build a target; text that comes line by line is one a paragraph."""
    kind = effect.get("presetClass") or ""
    number = effect.get("presetID")
    name = kind if kind == "path" or not number else f"{kind} {number}"
    seen: set[tuple[int, int | None]] = set()
    for target in walk(effect, "p:spTgt"):
        shape = integer(target.get("spid"))
        if shape is None:
            continue
        for paragraph in _paragraphs(target):
            if (shape, paragraph) not in seen:
                seen.add((shape, paragraph))
                yield Build(click, shape, name, trigger, paragraph)


def _paragraphs(target: Element) -> tuple[int | None, ...]:
    span = child(target, "p:txEl", "p:pRg")
    start, end = (None, None) if span is None else (integer(span.get("st")), integer(span.get("end")))
    if start is None or end is None or not 0 <= start <= end < 10_000:
        return (None,)
    return tuple(range(start, end + 1))


def _narration(timing: Element) -> tuple[tuple[int, ...], tuple[str, ...], int]:
    shapes: list[int] = []
    embedded: list[str] = []
    sounds = 0
    for node in walk(timing, "p:audio", "p:video"):
        target = child(node, "p:cMediaNode", "p:tgtEl")
        shape = child(target, "p:spTgt")
        sound = child(target, "p:sndTgt")
        if not is_true(node.get("isNarration")):
            sounds += sound is not None
        elif shape is not None and integer(shape.get("spid")) is not None:
            shapes.append(integer(shape.get("spid")) or 0)
        elif sound is not None and sound.get(qn("r:embed")):
            embedded.append(sound.get(qn("r:embed")))
    return tuple(dict.fromkeys(shapes)), tuple(dict.fromkeys(embedded)), sounds
