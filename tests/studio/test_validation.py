"""Documents that make no sense are refused in one sentence, before anything is computed with them."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from studio.errors import BadFileError
from studio.lecture import (
    Asset,
    CardPoint,
    CardVisual,
    Lecture,
    Paragraph,
    Scene,
    Script,
    SlideVisual,
    Transition,
)
from studio.lecture_json import dumps, loads
from studio.validation import LONGEST, problems

DECK = Asset("ab" * 32, "deck.pptx", "", 4)
SCENE = Scene(
    "a",
    "Rain",
    SlideVisual(DECK, 256, 1),
    Script((Paragraph("Hello."),)),
    Transition(duration=Fraction(1, 2)),
    least=LONGEST,
)
SOUND = Lecture("x", scenes=(SCENE, Scene("b", "", CardVisual("Points", (CardPoint("one"),)))))


def changed(where: tuple[str | int, ...], value: Any) -> str:
    """The JSON of a sound lecture with one value put in another's place."""
    data = json.loads(dumps(SOUND))
    inside = data
    for step in where[:-1]:
        inside = inside[step]
    inside[where[-1]] = value
    return json.dumps(data)


def test_a_sound_lecture_has_no_problems() -> None:
    assert problems(SOUND) == ()
    assert loads(dumps(SOUND)) == SOUND


@pytest.mark.parametrize(
    ("where", "value", "sentence"),
    [
        (("width",), 0, "The slides are 0 by 540 points"),
        (("width",), -960, "The slides are -960 by 540 points"),
        (("height",), float("nan"), "The slides are 960 by nan points"),
        (("height",), float("inf"), "The slides are 960 by inf points"),
        (("width",), 540 * 20.1, "none more than 20 times the other"),
        (("background",), "red", "“red” is no colour"),
        (("scenes", 1, "id"), "a", "Two scenes have the same id"),
        (("scenes", 1, "id"), "", "A scene has no id"),
        (("scenes", 0, "least"), "-1", "Scene 1 lasts -1 seconds"),
        (("scenes", 0, "least"), "86401", "it must be 0 to 24 hours"),
        (("scenes", 0, "transition", "duration"), "-1/2", "The change before scene 1 lasts -0.5 seconds"),
        (("scenes", 0, "transition", "pairs"), [{"first": -1, "second": 2}], "one that cannot be"),
        (("scenes", 0, "transition", "pairs"), [{"first": None, "second": None}], "a pair of no objects"),
        (
            ("scenes", 0, "transition", "pairs"),
            [{"first": 1, "second": 2}, {"first": 3, "second": 2}],
            "The change before scene 1 pairs an object twice",
        ),
        (
            ("scenes", 0, "transition", "pairs"),
            [{"first": number, "second": None} for number in range(1001)],
            "at most 1000 can be used",
        ),
        (("scenes", 0, "transition", "generation", "model"), "../secrets", "which is no name of a folder"),
        (("scenes", 0, "transition", "generation", "prompt"), "x" * 2001, "more than 2000 characters"),
        (("choices", "silence"), "999999999999", "A silent scene lasts"),
        (("scenes", 0, "visual", "deck", "digest"), "../../etc/passwd", "no SHA-256 digest"),
        (("scenes", 0, "visual", "number"), 0, "Scene 1 shows slide 0"),
        (("scenes", 0, "visual", "number"), 10**30, "A number is too large (scene 1)"),
        (("scenes", 1, "visual", "points", 0, "level"), -3, "Scene 2 has a point at an impossible level"),
        (("scenes", 0, "script", "paragraphs", 0, "text"), "x" * 1_000_001, "more than 1,000,000 characters"),
        (("scenes", 0, "title"), "\ud800", "A text holds half a character (scene 1)"),
        (
            ("scenes", 0, "visual", "objects"),
            [
                {
                    "shape_id": 1,
                    "name": "",
                    "kind": "text",
                    "box": {"x": 1e999, "y": 0, "width": 1, "height": 1},
                }
            ],
            "A number is not finite (scene 1)",
        ),
    ],
)
def test_what_no_lecture_can_hold_is_refused_in_one_sentence(
    where: tuple[str | int, ...], value: Any, sentence: str
) -> None:
    with pytest.raises(BadFileError) as raised:
        loads(changed(where, value))
    assert sentence in str(raised.value)
    assert str(raised.value).endswith(".")
    assert "\n" not in str(raised.value)


def test_a_lecture_of_a_million_scenes_is_refused() -> None:
    scenes = tuple(Scene(str(number), "", CardVisual("")) for number in range(10_001))
    assert problems(Lecture("x", scenes=scenes)) == (
        "The lecture has 10001 scenes; at most 10000 can be used.",
    )
