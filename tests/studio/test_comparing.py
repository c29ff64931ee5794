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
    ObjectPair,
    PageImage,
    PictureVisual,
    Scene,
    SlideObject,
    SlideVisual,
)
from tests.fakes import DECK

HEAD = SlideObject(2, "Title 1", "text", Box(0.1, 0.05, 0.8, 0.1), "How rain falls", placeholder="title")
TITLE = replace(HEAD, placeholder=None)
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
    assert found == Moving(before=3, after=3, matched=3, moved=1)


@pytest.mark.parametrize("shift", [0.0, 0.002, 0.01, 0.019])
def test_a_title_that_is_off_by_a_few_pixels_stays(shift: float) -> None:
    nudged = at(TITLE, 0.1 + shift, 0.05 - shift)
    before, after = scene(slide(TITLE, CLOUD)), scene(slide(nudged, CLOUD, SUN))
    assert moving(before.visual, after.visual) == Moving(before=2, after=3, matched=2, moved=0)
    chosen = choose(after, before, compared(before, after, {"shared": 0.9}), Choices())
    assert chosen.level is Level.HOLD


def test_growing_is_moving() -> None:
    grown = replace(CLOUD, box=Box(0.05, 0.25, 0.3, 0.3))
    assert moving(slide(TITLE, CLOUD), slide(TITLE, grown)) == Moving(before=2, after=2, matched=2, moved=1)


def test_other_words_in_the_same_place_are_not_the_same_thing() -> None:
    other = replace(TITLE, text="Where rivers end", box=Box(0.1, 0.4, 0.8, 0.1))
    assert moving(slide(TITLE, CLOUD), slide(other, CLOUD)) == Moving(before=2, after=2, matched=1, moved=0)


def test_a_chart_that_says_nothing_is_the_same_only_while_its_size_is() -> None:
    chart = SlideObject(5, "Chart 4", "chart", Box(0.1, 0.3, 0.3, 0.4))
    assert moving(slide(chart), slide(at(chart, 0.6, 0.3))) == Moving(1, 1, 1, 1)
    assert moving(slide(chart), slide(replace(chart, box=Box(0.5, 0.2, 0.4, 0.5)))) == Moving(1, 1, 0, 0)


def test_what_the_layout_places_and_what_stands_outside_do_not_count() -> None:
    number = SlideObject(9, "Number", "text", Box(0.9, 0.9, 0.1, 0.1), "1", placeholder="sldNum")
    before = slide(HEAD, CLOUD, number, at(SUN, 1.2, 0.3))
    assert moving(before, slide(at(HEAD, 0.1, 0.5), CLOUD, at(number, 0.1, 0.9))) == Moving(1, 1, 1, 0)


def test_a_picture_counts_though_the_layout_has_a_place_for_it() -> None:
    photo = replace(CLOUD, placeholder="pic")
    assert moving(slide(HEAD, photo), slide(HEAD, at(photo, 0.5, 0.3))) == Moving(1, 1, 1, 1)


def test_what_the_author_paired_counts_whatever_it_is() -> None:
    other = replace(HEAD, shape_id=7, name="Title 6", text="Where rivers end", box=Box(0.1, 0.5, 0.8, 0.1))
    assert moving(slide(HEAD), slide(other)) == Moving()
    assert moving(slide(HEAD), slide(other), (ObjectPair(2, 7),)) == Moving(1, 1, 1, 1)


@pytest.mark.parametrize(
    "layout", ["Section Header", "Abschnittsüberschrift", "章節標題", "1_セクション見出し"]
)
def test_a_layout_for_section_headers_opens_a_section(layout: str) -> None:
    before, after = scene(slide(CLOUD, layout="Title and Content")), scene(slide(CLOUD, layout=layout))
    chosen = choose(after, before, compared(before, after, {"shared": 0.9}), Choices())
    assert (chosen.level, chosen.style, chosen.reason) == (Level.WHOLE, "dip", "This slide opens a section")
    back = choose(before, after, compared(after, before, {"shared": 0.9}), Choices())
    assert back.level is Level.HOLD


def test_another_design_with_a_title_alone_is_no_other_subject() -> None:
    before = scene(slide(replace(TITLE, text="Rain falls where the air rises and cools over the land")))
    chapter = scene(replace(slide(replace(TITLE, text="Chapter two: rivers")), theme="red"))
    assert choose(chapter, before, compared(before, chapter, {}), Choices()).level is Level.WHOLE
    full = replace(TITLE, text="Chapter two: rivers meet oceans, lakes dry out, glaciers melt")
    other = scene(replace(slide(full), theme="red"))
    assert choose(other, before, compared(before, other, {}), Choices()).level is Level.CUT


def test_pages_tell_where_objects_do_not() -> None:
    image = PageImage(Asset("c" * 64, "p.pdf", PDF, 9), 1, 16, 9)
    before, after = scene(PictureVisual(image)), scene(PictureVisual(replace(image, number=2)))
    seen = {"shared": 0.8, "colours": 0.9, "parts": [8, 7], "matched": 6, "moved": 3}
    features = compared(before, after, seen)
    assert (features.objects, features.matched, features.moved) == (8, 0.8, 0.5)
    assert (features.partners, features.movers) == (6, 3)
    chosen = choose(after, before, features, Choices())
    assert (chosen.level, chosen.reason) == (Level.MOVE, "6 of 8 objects match and 3 move")
    assert compared(before, after, {}).objects == 0
    card = scene(CardVisual("Rain", (CardPoint("falls"),)))
    assert compared(card, card, seen).objects == 8
    dark = compared(before, after, {**seen, "colours": 0.1, "shared": 0.1})
    assert choose(after, before, dark, Choices()).level is Level.WHOLE, "nothing travels to another ground"


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
