"""What two slides have in common: how many objects match, how many visibly move, whether a picture is large."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from studio.coherence import choose
from studio.comparing import Moving, compared, moving
from studio.lecture import (
    PDF,
    Asset,
    Box,
    CardPoint,
    CardVisual,
    Choices,
    Level,
    PageImage,
    PictureVisual,
    Scene,
    SlideObject,
    SlideVisual,
)
from tests.fakes import DECK

TITLE = SlideObject(2, "Title 1", "text", Box(0.1, 0.05, 0.8, 0.1), "How rain falls", placeholder="title")
CLOUD = SlideObject(3, "Cloud", "picture", Box(0.1, 0.3, 0.2, 0.2), picture="a" * 64)
SUN = SlideObject(4, "Sun", "picture", Box(0.7, 0.3, 0.2, 0.2), picture="b" * 64)


def slide(*objects: SlideObject, **fields: Any) -> SlideVisual:
    return SlideVisual(DECK, 256, 1, theme="plain", objects=objects, **fields)


def scene(visual: Any) -> Scene:
    return Scene("s", "", visual)


def at(item: SlideObject, x: float, y: float, **fields: Any) -> SlideObject:
    return replace(item, box=replace(item.box, x=x, y=y), **fields)


def test_what_stands_elsewhere_is_counted() -> None:
    found = moving(slide(TITLE, CLOUD, SUN), slide(TITLE, at(CLOUD, 0.4, 0.3), SUN))
    assert found == Moving(objects=3, matched=3, moved=1)


@pytest.mark.parametrize("shift", [0.0, 0.002, 0.01, 0.019])
def test_a_title_that_is_off_by_a_few_pixels_stays(shift: float) -> None:
    nudged = at(TITLE, 0.1 + shift, 0.05 - shift)
    before, after = scene(slide(TITLE, CLOUD)), scene(slide(nudged, CLOUD, SUN))
    assert moving(before.visual, after.visual) == Moving(objects=3, matched=2, moved=0)
    chosen = choose(after, before, compared(before, after, {"shared": 0.9}), Choices())
    assert chosen.level is Level.HOLD


def test_growing_is_moving() -> None:
    grown = replace(CLOUD, box=Box(0.05, 0.25, 0.3, 0.3))
    assert moving(slide(TITLE, CLOUD), slide(TITLE, grown)) == Moving(objects=2, matched=2, moved=1)


def test_other_words_in_the_same_place_are_not_the_same_thing() -> None:
    other = replace(TITLE, text="Where rivers end", box=Box(0.1, 0.4, 0.8, 0.1))
    assert moving(slide(TITLE, CLOUD), slide(other, CLOUD)) == Moving(objects=2, matched=1, moved=0)


def test_slide_numbers_and_what_stands_outside_do_not_count() -> None:
    number = SlideObject(9, "Number", "text", Box(0.9, 0.9, 0.1, 0.1), "1", placeholder="sldNum")
    outside = at(SUN, 1.2, 0.3)
    assert moving(slide(TITLE, number, outside), slide(TITLE, at(number, 0.1, 0.9))) == Moving(1, 1, 0)


def test_pages_tell_where_objects_do_not() -> None:
    image = PageImage(Asset("c" * 64, "p.pdf", PDF, 9), 1, 16, 9)
    before, after = scene(PictureVisual(image)), scene(PictureVisual(replace(image, number=2)))
    seen = {"shared": 0.8, "parts": 8, "matched": 6, "moved": 3}
    features = compared(before, after, seen)
    assert (features.objects, features.matched, features.moved) == (8, 0.75, 0.5)
    assert (features.partners, features.movers) == (6, 3)
    chosen = choose(after, before, features, Choices())
    assert (chosen.level, chosen.reason) == (Level.MOVE, "6 of 8 objects match and 3 move")
    assert compared(before, after, {}).objects == 0
    card = scene(CardVisual("Rain", (CardPoint("falls"),)))
    assert compared(card, card, seen).objects == 8


def test_two_large_pictures_of_one_subject_suggest_to_reshape_and_choose_nothing() -> None:
    photo = SlideObject(3, "Photo", "picture", Box(0.0, 0.0, 1.0, 1.0), picture="a" * 64)
    before = scene(slide(photo))
    after = scene(slide(replace(photo, picture="b" * 64)))
    alike = {"shared": 0.1, "colours": 0.7}
    chosen = choose(after, before, compared(before, after, alike), Choices())
    assert chosen.level is Level.WHOLE
    assert chosen.suggestion == "Two large pictures of one subject: Reshape can turn one into the other"
    other = compared(before, after, {"shared": 0.1, "colours": 0.2})
    assert choose(after, before, other, Choices()).suggestion == ""
    assert choose(after, before, compared(before, after, alike), Choices(fades_only=True)).suggestion == ""
    small = scene(slide(CLOUD))
    assert choose(after, small, compared(small, after, alike), Choices()).suggestion == ""
