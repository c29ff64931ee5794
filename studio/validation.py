"""Whether a document makes sense: what a hostile or damaged file could hold that no edit ever makes.

Types are checked where JSON is read; here are the ranges, so that nothing later has to expect a slide without
width, a colour that is none, or a pause of a million years.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import Any

from studio.lecture import CardVisual, Lecture, PageImage, Scene, SlideVisual, Transition, page_image

LONGEST = Fraction(24 * 3600)
"""Seconds that one scene, pause or transition may last."""
LARGEST_SIDE = 100_000.0
"""Points; PowerPoint's own limit is 4032."""
STEEPEST = 20.0
"""How many times one side of a slide may be as long as the other."""
MOST_SCENES = 10_000
LARGEST_FILE = 1 << 30
"""Bytes of a deck or a PDF."""
MOST_ITEMS = 100_000
"""Objects of a slide, paragraphs of a script, points of a card, pronunciation rules."""
LONGEST_TEXT = 1_000_000
"""Characters of one text."""
MOST_PAIRS = 1000
"""Objects of one seam of which the author says what they are."""
LONGEST_PROMPT = 2000
"""Characters that a model is told."""
LONGEST_MODEL_NAME = 200

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LARGEST_NUMBER = 1 << 63


def problems(lecture: Lecture) -> tuple[str, ...]:
    """What cannot stand in a lecture, a sentence each; () for a sound one."""
    found = [*_of_page(lecture), *_of_ids(lecture)]
    if len(lecture.scenes) > MOST_SCENES:
        return (*found, f"The lecture has {len(lecture.scenes)} scenes; at most {MOST_SCENES} can be used.")
    found += _of_length(lecture.choices.silence, "A silent scene")
    found += (f"{problem} (choices of the lecture)." for problem in _odd_values(lecture.choices))
    found += (
        f"{problem} (the lecture itself)."
        for value in (lecture.title, lecture.language, lecture.shows)
        for problem in _odd_values(value)
    )
    for number, scene in enumerate(lecture.scenes, start=1):
        found += (f"{problem} (scene {number})." for problem in _odd_values(scene))
        found += _of_scene(scene, f"Scene {number}")
    found += (
        f"A file inside the lecture is named “{asset.digest[:20]}”, which is no SHA-256 digest."
        for asset in lecture.assets
        if not _DIGEST.fullmatch(asset.digest)
    )
    return tuple(found)


def _of_page(lecture: Lecture) -> Iterator[str]:
    if is_odd_shape(lecture.width, lecture.height):
        yield (
            f"The slides are {lecture.width:g} by {lecture.height:g} points; each side must have 1 to"
            f" {LARGEST_SIDE:,.0f} points, and none more than {STEEPEST:g} times the other."
        )
    if not _COLOUR.fullmatch(lecture.background):
        yield f"The background “{lecture.background[:20]}” is no colour of the form #rrggbb."


def _of_ids(lecture: Lecture) -> Iterator[str]:
    ids = [scene.id for scene in lecture.scenes]
    if not all(ids):
        yield "A scene has no id."
    if len(set(ids)) < len(ids):
        yield "Two scenes have the same id."


def _of_scene(scene: Scene, name: str) -> Iterator[str]:
    if isinstance(scene.visual, SlideVisual):
        yield from _of_slide(scene.visual, name)
    elif isinstance(scene.visual, CardVisual) and any(
        not 0 <= point.level <= 100 for point in scene.visual.points
    ):
        yield f"{name} has a point at an impossible level."
    image = page_image(scene.visual)
    if image is not None:
        yield from _of_image(image, name)
    stored = scene.transition.stored
    yield from _of_transition(scene.transition, f"The change before {name.lower()}")
    yield from _of_length(scene.least, name)
    yield from _of_length(scene.transition.duration, f"The change before {name.lower()}")
    yield from _of_length(stored.duration if stored else None, f"The deck's change before {name.lower()}")
    if scene.recording is not None:
        yield from _of_length(scene.recording.trim_start, f"What is cut off the start of {name.lower()}")
        yield from _of_length(scene.recording.trim_end, f"What is cut off the end of {name.lower()}")


def _of_transition(wish: Transition, name: str) -> Iterator[str]:
    pairs, model = wish.pairs, wish.generation.model
    if len(pairs) > MOST_PAIRS:
        yield f"{name} has {len(pairs)} pairs of objects; at most {MOST_PAIRS} can be used."
    for side in ("first", "second"):
        numbers = [number for pair in pairs if (number := getattr(pair, side)) is not None]
        if any(number < 0 for number in numbers) or len(set(numbers)) < len(numbers):
            yield f"{name} pairs an object twice, or one that cannot be."
    if any(pair.first is None and pair.second is None for pair in pairs):
        yield f"{name} has a pair of no objects."
    if len(wish.generation.prompt) > LONGEST_PROMPT:
        yield f"{name} tells a model more than {LONGEST_PROMPT} characters."
    if model and not is_model_name(model):
        yield f"{name} names a model “{model[:20]}”, which is no name of a folder."


def is_model_name(name: str) -> bool:
    """Whether a name can be that of a folder among the models: none that leads anywhere else."""
    if not name or len(name) > LONGEST_MODEL_NAME or name != name.strip() or name.startswith("."):
        return False
    return name.isprintable() and not any(mark in name for mark in "/\\:")


def _of_slide(visual: SlideVisual, name: str) -> Iterator[str]:
    if visual.number < 1 or visual.slide_id < 0:
        yield f"{name} shows slide {visual.number} (id {visual.slide_id}), which cannot be."
    if any(item.picture is not None and not _DIGEST.fullmatch(item.picture) for item in visual.objects):
        yield f"{name} names a picture by what is no SHA-256 digest."


def _of_image(image: PageImage, name: str) -> Iterator[str]:
    if image.number < 1 or is_odd_shape(image.width, image.height):
        yield f"{name} shows page {image.number} of {image.width:g} by {image.height:g}, which cannot be."


def is_odd_shape(width: float, height: float) -> bool:
    """Whether no page can have these sides: none, far too large, or one far longer than the other."""
    sides = (width, height)
    return not all(math.isfinite(side) and 1 <= side <= LARGEST_SIDE for side in sides) or (
        max(sides) > STEEPEST * min(sides)
    )


def _of_length(seconds: Fraction | None, what: str) -> Iterator[str]:
    if seconds is not None and not 0 <= seconds <= LONGEST:
        yield f"{what} lasts {float(seconds):g} seconds; it must be 0 to {LONGEST / 3600} hours."


def _odd_values(value: Any) -> Iterator[str]:
    """What is wrong with any single value inside: numbers that are none, texts and lists beyond all measure."""
    if isinstance(value, tuple):
        if len(value) > MOST_ITEMS:  # pyright: ignore[reportUnknownArgumentType] - of anything
            yield f"A list has more than {MOST_ITEMS:,} entries"
        for item in islice(value, MOST_ITEMS):  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
            yield from _odd_values(item)
    elif is_dataclass(value):
        for name in _names(type(value)):
            yield from _odd_values(getattr(value, name))
    elif isinstance(value, str):
        yield from _odd_text(value)
    elif isinstance(value, float) and not math.isfinite(value):
        yield "A number is not finite"
    elif isinstance(value, int) and abs(value) >= _LARGEST_NUMBER:
        yield "A number is too large"


def _odd_text(text: str) -> Iterator[str]:
    if len(text) > LONGEST_TEXT:
        yield f"A text has more than {LONGEST_TEXT:,} characters"
    elif not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        yield "A text holds half a character"


@lru_cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
