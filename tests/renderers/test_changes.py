"""What a change is composed of: which objects, and which pictures a model is given."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from renderers import changes
from renderers.generation.loader import Means as ModelMeans
from renderers.generation.offers import Offer
from renderers.means import Means
from renderers.page_plan import layers_step
from renderers.steps import GenerateStep
from studio.coherence import CutChoice
from studio.lecture import Box, Generation, Lecture, Level, Scene, SlideObject, SlideVisual, Transition
from tests.fakes import DECK, PROFILE, means

PHOTO = ["picture", 10, 10, 60, 40, 0.0]
WAN = Offer("wan", "models/wan", "d" * 64, ModelMeans("cpu", "float32"), "it makes videos only", "")
SD = Offer("sd", "models/sd", "e" * 64, ModelMeans("cpu", "float32"), "", "it makes no videos")


def scene(number: int, photo: int, **wish: Any) -> Scene:
    """A slide with one photograph, and how it shall come in."""
    picture = SlideObject(
        photo, f"Photo {number}", "picture", Box(0.1, 0.1, 0.5, 0.5), picture=f"{number:064x}"
    )
    visual = SlideVisual(DECK, 255 + number, number, drawn=f"{number:064d}", objects=(picture,))
    return Scene(f"s{number}", "", visual, transition=Transition(**wish))


def reshaped(path: str = "slerp") -> dict[str, Any]:
    return {"requested": Level.RESHAPE, "generation": Generation(model="sd", path=path)}  # type: ignore[arg-type]


def taken_apart(lecture: Lecture, tools: Means) -> dict[str, dict[str, Any]]:
    """The records of all slides as if their photographs had been found."""
    found: dict[str, dict[str, Any]] = {}
    for each in lecture.scenes:
        assert isinstance(each.visual, SlideVisual)
        rows = [[item.shape_id, *PHOTO] for item in each.visual.objects]
        found[layers_step(each, lecture, PROFILE, tools).key] = {"objects": rows, "why": ""}
    return found


def composed(
    lecture: Lecture, at: int, level: Level, tools: Means, known: bool = True
) -> tuple[dict[str, Any], GenerateStep | None]:
    choice = CutChoice(level, "dissolve", "left", Fraction(1), "")
    records = taken_apart(lecture, tools) if known else {}
    before, here = lecture.scenes[at - 1 : at + 1]
    return changes.composed(before, here, choice, 25, lecture, PROFILE, tools, records)


def two(**wish: Any) -> Lecture:
    return Lecture("Two", scenes=(scene(1, 3), scene(2, 4, **wish)))


@pytest.mark.parametrize("level", [Level.CUT, Level.WHOLE, Level.HOLD])
def test_what_fades_as_a_whole_needs_no_objects(level: Level) -> None:
    assert composed(two(), 1, level, means()) == ({}, None)


def test_what_is_drawn_stroke_by_stroke_needs_the_objects() -> None:
    fields, made = composed(two(arrive="draw"), 1, Level.HOLD, means())
    assert fields["first_layers"] != fields["second_layers"]
    assert made is None


def test_without_a_model_the_reason_is_kept_and_none_is_asked() -> None:
    fields, made = composed(two(), 1, Level.MOTION, means())
    assert (fields["without"], made) == ("no video model is installed", None)
    fields, made = composed(two(), 1, Level.MOTION, replace(means(), models=(SD,)))
    assert (fields["without"], made) == ("no installed model can do it (“sd”: it makes no videos)", None)


def test_reshaping_asks_no_model_that_nobody_named() -> None:
    fields, made = composed(two(), 1, Level.RESHAPE, replace(means(), models=(SD,)))
    assert (fields.get("without", ""), made) == ("", None)


def test_a_model_is_given_the_two_pictures_that_face_each_other() -> None:
    fields, made = composed(two(), 1, Level.MOTION, replace(means(), models=(WAN,)))
    assert made is not None
    assert (made.model, made.kind, made.frames, made.at) == ("wan", "video", 25, 0)
    assert made.pictures == ((fields["first_layers"], 3), (fields["second_layers"], 4))
    assert (fields["pictures"], fields["turning"]) == (made.key, (3, 4))


def test_before_the_slides_are_taken_apart_nobody_knows_what_a_model_would_get() -> None:
    fields, made = composed(two(), 1, Level.MOTION, replace(means(), models=(WAN,)), known=False)
    assert (fields.get("without", ""), made) == ("", None)


def test_where_no_picture_faces_another_a_model_is_not_blamed() -> None:
    lecture = two()
    bare = replace(lecture.scenes[1].visual, objects=())
    lecture = replace(lecture, scenes=(lecture.scenes[0], replace(lecture.scenes[1], visual=bare)))
    fields, made = composed(lecture, 1, Level.MOTION, replace(means(), models=(WAN,)))
    assert (fields["without"], made) == ("no picture turns into another here", None)


def run() -> Lecture:
    """Five slides; the second to the fourth come in on one smooth way, the last one fades."""
    ways = (scene(number, number, **reshaped("gaussian")) for number in (2, 3, 4))
    return Lecture("Run", scenes=(scene(1, 1), *ways, scene(5, 5)))


def test_a_smooth_way_goes_through_the_pictures_of_the_whole_run() -> None:
    tools = replace(means(), models=(SD,))
    made = [composed(run(), at, Level.RESHAPE, tools)[1] for at in (1, 2, 3)]
    assert [[number for _, number in step.pictures] for step in made if step] == [[1, 2, 3, 4]] * 3
    assert [step.at for step in made if step] == [0, 1, 2]
    assert len({step.key for step in made if step}) == 3


def test_any_other_way_goes_through_its_two_pictures_only() -> None:
    lecture = replace(
        run(), scenes=tuple(replace(each, transition=Transition(**reshaped())) for each in run().scenes)
    )
    made = composed(lecture, 2, Level.RESHAPE, replace(means(), models=(SD,)))[1]
    assert made is not None
    assert ([number for _, number in made.pictures], made.at) == ([2, 3], 0)


def test_the_slides_of_a_run_are_all_taken_apart_for_any_of_its_changes() -> None:
    from renderers.steps import CheckStep

    tools, lecture = replace(means(), models=(SD,)), run()
    fields, _ = composed(lecture, 2, Level.RESHAPE, tools)
    plain: Any = {"first": "", "second": "", "first_page": "", "second_page": "", "style": "dissolve"}
    check = CheckStep(**plain, level=Level.RESHAPE, direction="left", frames=25, where="s3", **fields)
    assert [step.where for step in changes.layers([check], lecture, PROFILE, tools)] == [
        "s1",
        "s2",
        "s3",
        "s4",
    ]
