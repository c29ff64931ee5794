"""One slide changed on both sides: narration recorded in the deck or here, pages in its place, sections, shows."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from studio import edits
from studio.lecture import (
    PDF,
    Asset,
    Box,
    CardVisual,
    CustomShow,
    Lecture,
    ObjectPair,
    PageImage,
    Recording,
    Scene,
    SlideObject,
    SlideVisual,
)
from studio.reimport import ReimportReport, reimport
from tests.fakes import lecture, slide
from tests.studio.edits.lessons import recording

NEW = Asset("ef" * 32, "changed.pptx", "application/x-deck", 4)
OLD_VOICE, NEW_VOICE, OWN = recording("deck.wav"), recording("deck2.wav"), recording("own.wav")
TRIMMED = replace(OLD_VOICE, trim_end=Fraction(1))


def deck(*scenes: Scene, **fields: Any) -> Lecture:
    """An import: each scene has the id of its slide, and a picture of its own."""
    return lecture(*(_imported(scene) for scene in scenes), **fields)


def _imported(scene: Scene) -> Scene:
    visual = scene.visual
    assert isinstance(visual, SlideVisual)
    return replace(
        scene, id=f"slide-{visual.slide_id}", visual=replace(visual, drawn=f"page {visual.slide_id}")
    )


def changed(base: Lecture, **scenes: dict[str, Any]) -> Lecture:
    """The changed deck's import: `s1=…` gives slide 1 other fields; `drawn` is one of its picture."""
    made: list[Scene] = []
    for number, scene in enumerate(base.scenes, 1):
        fields = dict(scenes.get(f"s{number}", {}))
        assert isinstance(scene.visual, SlideVisual)
        visual = replace(scene.visual, deck=NEW, drawn=fields.pop("drawn", scene.visual.drawn))
        made.append(replace(scene, **{"visual": visual, **fields}))
    return replace(base, scenes=tuple(made))


def of(after: tuple[Lecture, ReimportReport], number: int = 1) -> tuple[Scene, set[str]]:
    scene = after[0].scenes[number - 1]
    told = {
        change.kind for report in after[1].scenes if report.scene == scene.id for change in report.changes
    }
    return scene, told


@pytest.mark.parametrize(
    ("mine", "base", "theirs", "after", "told"),
    [
        (OLD_VOICE, OLD_VOICE, NEW_VOICE, NEW_VOICE, {"recording"}),
        (OLD_VOICE, OLD_VOICE, None, None, {"recording"}),
        (None, None, NEW_VOICE, NEW_VOICE, {"recording"}),
        (TRIMMED, OLD_VOICE, NEW_VOICE, NEW_VOICE, {"recording"}),
        (TRIMMED, OLD_VOICE, OLD_VOICE, TRIMMED, set()),
        (OWN, OLD_VOICE, NEW_VOICE, OWN, {"recording"}),
        (OWN, OLD_VOICE, None, OWN, {"recording"}),
        (OWN, None, NEW_VOICE, OWN, {"recording"}),
        (None, OLD_VOICE, NEW_VOICE, None, {"recording"}),
        (None, OLD_VOICE, OLD_VOICE, None, set()),
        (OWN, None, None, OWN, set()),
    ],
)  # fmt: skip
def test_whose_voice_is_heard(
    mine: Recording | None,
    base: Recording | None,
    theirs: Recording | None,
    after: Recording | None,
    told: set[str],
) -> None:
    before = deck(slide(1, "One.", recording=base), slide(2, "Two."))
    edited = replace(before, scenes=(replace(before.scenes[0], recording=mine), before.scenes[1]))
    scene, kinds = of(reimport(edited, before, changed(before, s1={"recording": theirs}), "x"))
    assert (scene.recording, kinds) == (after, told)


def test_a_deck_narration_over_a_slide_that_changed_under_it_is_stale_a_new_one_is_not() -> None:
    before = deck(slide(1, "One.", recording=OLD_VOICE), slide(2, "Two.", recording=OLD_VOICE))
    theirs = changed(before, s1={"drawn": "other"}, s2={"drawn": "another", "recording": NEW_VOICE})
    after = reimport(before, before, theirs, "x")
    assert of(after, 1) == (after[0].scenes[0], {"slide", "stale"})
    assert of(after, 2)[1] == {"slide", "recording"}
    assert after[0].scenes[1].recording == NEW_VOICE


def test_a_new_narration_of_the_deck_does_not_go_over_the_parts_of_a_split_scene() -> None:
    before = deck(slide(1, "One. Two.", recording=None), slide(2, "Three."))
    split = edits.split(before, before.scenes[0].id, 1)
    after, _ = reimport(split, before, changed(before, s1={"recording": NEW_VOICE}), "x")
    assert [scene.recording for scene in after.scenes] == [None, None, None]


def shown_as(media_type: str) -> PageImage:
    return PageImage(Asset("cd" * 32, "page", media_type, 9), 1, 960, 540)


@pytest.mark.parametrize(
    ("media_type", "drawn", "stays"),
    [(PDF, "page 256", True), (PDF, "other", False), ("image/png", "other", True)],
)
def test_a_picture_in_the_place_of_a_slide_stays_a_print_of_the_old_slide_does_not(
    media_type: str, drawn: str, stays: bool
) -> None:
    before = deck(slide(1, "One."), slide(2, "Two."))
    visual = before.scenes[0].visual
    assert isinstance(visual, SlideVisual)
    mine = replace(before.scenes[0], visual=replace(visual, page=shown_as(media_type)))
    edited = replace(before, scenes=(mine, before.scenes[1]))
    scene, kinds = of(reimport(edited, before, changed(before, s1={"drawn": drawn}), "x"))
    assert isinstance(scene.visual, SlideVisual)
    assert (scene.visual.page is not None) is stays
    assert ("page" in kinds) is (drawn == "other")


def with_objects(scene: Scene, *numbers: int) -> Scene:
    """The scene with text boxes of these numbers."""
    assert isinstance(scene.visual, SlideVisual)
    objects = tuple(SlideObject(n, f"Box {n}", "text", Box(0.1, 0.1, 0.2, 0.2), f"Text {n}") for n in numbers)
    return replace(scene, visual=replace(scene.visual, objects=objects))


def test_pairs_by_hand_stay_while_their_objects_live() -> None:
    before = deck(with_objects(slide(1, "One."), 2, 3, 4), with_objects(slide(2, "Two."), 5, 6, 7))
    mine = edits.pair_objects(edits.pair_objects(before, "slide-257", 2, 5), "slide-257", 3, 6)
    mine = edits.leave_alone(edits.set_text_by(mine, "slide-257", "word"), "slide-257", second=7)
    theirs = changed(before, s1={"drawn": "other"})
    theirs = replace(theirs, scenes=(with_objects(theirs.scenes[0], 2, 4), theirs.scenes[1]))
    scene, kinds = of(reimport(mine, before, theirs, "x"), 2)
    assert scene.transition.pairs == (ObjectPair(None, 7), ObjectPair(2, 5))
    assert scene.transition.text_by == "word"
    assert kinds == {"transition"}
    scene, kinds = of(reimport(mine, before, changed(before, s1={"drawn": "other"}), "x"), 2)
    assert (scene.transition, kinds) == (mine.scenes[1].transition, set())


def test_pairs_by_hand_go_where_another_slide_comes_before() -> None:
    before = deck(*(with_objects(slide(n, f"Words {n}."), 2, 3) for n in range(1, 4)))
    mine = edits.pair_objects(before, "slide-258", 2, 3)
    theirs = changed(before)
    turned = replace(theirs, scenes=(theirs.scenes[1], theirs.scenes[0], theirs.scenes[2]))
    after = reimport(mine, before, turned, "x")
    scene, kinds = of(after, 3)
    assert (scene.id, scene.transition.pairs) == ("slide-258", ())
    assert "transition" in kinds


def test_new_slides_join_the_section_under_the_name_it_has_here() -> None:
    scenes = [slide(n, f"Words {n}.", section="Intro" if n < 3 else "Main") for n in range(1, 5)]
    before = deck(*scenes)
    mine = edits.rename_section(before, "slide-256", "Opening")
    theirs = changed(before, s4={"section": "Deep"})
    new = replace(_imported(slide(9, "New.", section="Intro", text="Quite new")), id="slide-264")
    theirs = replace(
        theirs,
        scenes=(theirs.scenes[0], replace(new, visual=replace(new.visual, deck=NEW)), *theirs.scenes[1:]),
    )  # type: ignore[arg-type]
    after, _ = reimport(mine, before, theirs, "x")
    assert [(s.id, s.section) for s in after.scenes] == [
        ("slide-256", "Opening"), ("slide-264", "Opening"), ("slide-257", "Opening"), ("slide-258", "Main"),
        ("slide-259", "Deep"),
    ]  # fmt: skip


def test_the_custom_shows_of_the_deck_name_the_scenes_that_its_slides_are_here() -> None:
    shows = (CustomShow("", ("slide-256", "slide-257")), CustomShow("Short", ("slide-257",)))
    before = deck(slide(1, "One."), slide(2, "Two."), shows=shows)
    theirs = changed(before)
    second = theirs.scenes[1]
    assert isinstance(second.visual, SlideVisual)
    pasted = replace(second, id="slide-900", visual=replace(second.visual, slide_id=900))
    named = (CustomShow("", ("slide-256", "slide-900")), CustomShow("Brief", ("slide-900",)))
    after, _ = reimport(before, before, replace(theirs, scenes=(theirs.scenes[0], pasted), shows=named), "x")
    assert after.shows == (shows[0], CustomShow("Brief", ("slide-257",)))


def test_what_opens_a_section_goes_with_it_when_the_deck_is_put_in_another_order() -> None:
    before = deck(*(slide(n, f"Words {n}.", section="a" if n < 3 else "b") for n in range(1, 5)))
    cards = [Scene("end", "End of a", CardVisual("a")), Scene("start", "Start of b", CardVisual("b"))]
    scenes = (
        *before.scenes[:2],
        replace(cards[0], section="a"),
        replace(cards[1], section="b"),
        *before.scenes[2:],
    )
    theirs = changed(before)
    turned = replace(theirs, scenes=(*theirs.scenes[2:], *theirs.scenes[:2]))
    after, _ = reimport(replace(before, scenes=scenes), before, turned, "x")
    assert [s.id for s in after.scenes] == [
        "start",
        "slide-258",
        "slide-259",
        "slide-256",
        "slide-257",
        "end",
    ]


def test_the_content_tells_more_than_an_id_that_was_given_to_the_next_slide() -> None:
    texts = (
        "Rain comes from clouds over the sea",
        "Snow melts in the spring sun",
        "Rivers carry sand to the sea",
    )
    said = [f"The water cycle of the earth explained once more. {text}." for text in texts]
    before = deck(*(slide(n, text, text=f"{text} {n}") for n, text in enumerate(said, 1)))
    moved: list[Scene] = []
    for scene in changed(before).scenes:
        assert isinstance(scene.visual, SlideVisual)
        number = scene.visual.slide_id + 1
        visual = replace(scene.visual, slide_id=number, drawn=f"other {number}")
        moved.append(replace(scene, id=f"slide-{number}", visual=visual))
    after, report = reimport(before, before, replace(before, scenes=tuple(moved)), "x")
    assert [s.id for s in after.scenes] == [s.id for s in before.scenes]
    assert [s.script for s in after.scenes] == [s.script for s in before.scenes]
    assert {change.kind for scene in report.changed for change in scene.changes} == {"slide"}
