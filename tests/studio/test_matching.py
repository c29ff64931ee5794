"""Which objects of two slides are one: by the author's hand, names, ids, pictures and words, in that order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.lecture import (
    Asset,
    Box,
    CardPoint,
    CardVisual,
    ObjectPair,
    PageImage,
    PictureVisual,
    SlideObject,
    SlideVisual,
)
from studio.matching import Pair, kept_apart, matched, objects_of
from tests.fakes import DECK

MIDDLE = Box(0.4, 0.4, 0.2, 0.2)
CORNER = Box(0.0, 0.0, 0.2, 0.2)


def item(number: int, name: str = "", kind: Any = "text", box: Box = MIDDLE, **fields: Any) -> SlideObject:
    return SlideObject(number, name or f"Object {number}", kind, box, **fields)


def slide(*objects: SlideObject) -> SlideVisual:
    return SlideVisual(DECK, 256, 1, objects=objects)


def pairs(before: SlideVisual, after: SlideVisual, *by_hand: ObjectPair) -> list[tuple[int, int, str]]:
    return [(pair.first, pair.second, pair.why) for pair in matched(before, after, by_hand)]


def test_a_morph_name_forces_a_pair_whatever_the_objects_say() -> None:
    before = slide(item(2, "!!sun", text="Sun"), item(3, text="Moon"))
    after = slide(item(7, "!!sun", text="Moon"), item(8, text="Sun"))
    assert pairs(before, after) == [(2, 7, "!! name")]


def test_a_morph_name_pairs_only_objects_of_one_type() -> None:
    before = slide(item(2, "!!sun", "picture", picture="a" * 64))
    assert pairs(before, slide(item(7, "!!sun", "text", text="Sun"))) == []
    assert pairs(before, slide(item(7, "!!sun", "picture", picture="b" * 64))) == [(2, 7, "!! name")]
    shape, text = slide(item(2, "!!sun", "shape")), slide(item(7, "!!sun", "text", text="Sun"))
    assert pairs(shape, text) == [(2, 7, "!! name")], "a shape is a text as soon as it says something"


def test_a_morph_name_that_only_one_slide_has_finds_no_partner() -> None:
    before = slide(item(2, "!!sun", text="Sun", creation_id="{1}"))
    after = slide(item(2, "Sun", text="Sun", creation_id="{1}"), item(3, "!!new", text="Sun"))
    assert pairs(before, after) == []
    assert kept_apart(before, after) == (ObjectPair(2, None), ObjectPair(None, 3))


def test_an_exclamation_mark_alone_is_no_name() -> None:
    assert pairs(slide(item(2, "!!", text="Sun")), slide(item(5, "!!", text="Sun"))) == [(2, 5, "same text")]


def test_creation_ids_stand_above_shape_ids_and_words() -> None:
    before = slide(item(2, text="Sun", creation_id="{1}"), item(3, text="Rain", creation_id="{2}"))
    after = slide(item(3, text="Rain", creation_id="{1}"), item(2, text="Sun", creation_id="{2}"))
    assert pairs(before, after) == [(2, 3, "creation id"), (3, 2, "creation id")]


def test_titles_are_one_though_they_say_something_else() -> None:
    before = slide(item(2, "Title 1", text="Clouds", placeholder="title"))
    after = slide(item(2, "Title 1", text="Why it rains", placeholder="title"))
    assert pairs(before, after) == [(2, 2, "shape id and name")]


def test_a_number_and_name_that_a_program_gives_on_every_slide_prove_nothing() -> None:
    before = slide(item(5, "Picture 4", "picture", CORNER, picture="a" * 64))
    after = slide(item(5, "Picture 4", "picture", Box(0.5, 0.3, 0.5, 0.6), picture="b" * 64))
    assert pairs(before, after) == []
    other_type = slide(item(5, "Picture 4", "picture", placeholder="pic", picture="a" * 64))
    assert pairs(before, other_type) == [(5, 5, "same picture")], "the picture says it, not its number"
    box = slide(item(6, "TextBox 5", box=CORNER, text="Rain falls"))
    assert pairs(box, slide(item(6, "TextBox 5", box=MIDDLE, text="Sun shines"))) == []
    edited = slide(item(6, "TextBox 5", box=MIDDLE, text="Rain falls again"))
    assert pairs(box, edited) == [(6, 6, "shape id and name")]


def test_a_picture_that_is_replaced_in_its_place_is_still_the_same_object() -> None:
    before = slide(item(5, "Picture 4", "picture", MIDDLE, picture="a" * 64))
    after = slide(item(5, "Picture 4", "picture", Box(0.42, 0.4, 0.2, 0.2), picture="b" * 64))
    assert pairs(before, after) == [(5, 5, "shape id and name")]


def test_words_stand_above_a_number_by_accident() -> None:
    before = slide(
        item(5, "TextBox 4", box=MIDDLE, text="Rain"), item(6, "TextBox 5", box=CORNER, text="Sun")
    )
    after = slide(item(5, "TextBox 4", box=MIDDLE, text="Sun"), item(9, "TextBox 8", box=CORNER, text="Rain"))
    assert pairs(before, after) == [(6, 5, "same text"), (5, 9, "same text")]


def test_of_equal_pictures_the_nearest_are_one() -> None:
    here, there = Box(0.0, 0.0, 0.1, 0.1), Box(0.8, 0.8, 0.1, 0.1)
    before = slide(
        *(item(n, kind="picture", box=box, picture="a" * 64) for n, box in ((2, here), (3, there)))
    )
    after = slide(*(item(n, kind="picture", box=box, picture="a" * 64) for n, box in ((8, there), (9, here))))
    assert pairs(before, after) == [(3, 8, "same picture"), (2, 9, "same picture")]


def test_white_space_does_not_tell_texts_apart() -> None:
    before, after = slide(item(2, text="Rain\nfalls")), slide(item(7, text=" Rain  falls"))
    assert pairs(before, after) == [(2, 7, "same text")]


def test_the_author_stands_above_all() -> None:
    before = slide(item(2, "!!sun", text="Sun"), item(3, text="Rain"))
    after = slide(item(2, "!!sun", text="Sun"), item(3, text="Rain"))
    assert pairs(before, after, ObjectPair(2, 3)) == [(2, 3, "by hand")]
    assert pairs(before, after, ObjectPair(3, None)) == [(2, 2, "!! name")]
    assert pairs(before, after, ObjectPair(None, 2), ObjectPair(None, 3)) == []


def test_a_pair_by_hand_whose_object_is_gone_is_forgotten() -> None:
    before, after = slide(item(2, text="Sun")), slide(item(7, text="Sun"))
    assert pairs(before, after, ObjectPair(2, 99)) == [(2, 7, "same text")]
    assert pairs(before, after, ObjectPair(99, 7)) == [(2, 7, "same text")]


def test_a_group_counts_as_one_object_that_says_what_its_members_say() -> None:
    group = (item(2, kind="group"), item(3, text="Sun", inside=2), item(4, kind="group", inside=2))
    deep = item(5, text="Moon", inside=4)
    before = slide(*group, deep, item(6, text="Rain"))
    assert [(each.shape_id, each.text) for each in objects_of(before)] == [(2, "Sun\nMoon"), (6, "Rain")]
    after = slide(item(8, kind="group"), item(9, text="Sun", inside=8), item(10, text="Moon", inside=8))
    assert pairs(before, after) == [(2, 8, "same text")]


def test_objects_that_share_a_number_are_left_out() -> None:
    assert objects_of(slide(item(2, text="Sun"), item(2, text="Rain"), item(0, text="Snow"))) == ()


def test_a_card_has_its_heading_and_its_points() -> None:
    before = CardVisual("Rain", (CardPoint("falls"), CardPoint("flows")))
    after = CardVisual("Rain", (CardPoint("flows"), CardPoint("rises")))
    assert [(each.shape_id, each.text) for each in objects_of(before)] == [
        (1, "Rain"),
        (2, "falls"),
        (3, "flows"),
    ]
    assert [(pair.first, pair.second) for pair in matched(before, after)] == [(1, 1), (3, 2)]


def test_a_page_that_is_drawn_already_tells_of_no_objects() -> None:
    image = PageImage(Asset("a" * 64, "p.png", "image/png", 9), 1, 16, 9)
    assert objects_of(PictureVisual(image)) == ()
    shown = SlideVisual(DECK, 256, 1, page=image, objects=(item(2, text="Sun"),))
    assert objects_of(shown) == ()
    assert matched(PictureVisual(image), slide(item(2))) == ()


KINDS = st.sampled_from(["text", "picture", "shape", "group", "line"])
ITEMS = st.lists(
    st.builds(
        SlideObject,
        st.integers(1, 6),
        st.sampled_from(["!!a", "Title 1", "Picture 2", ""]),
        KINDS,
        st.builds(Box, *[st.floats(0, 1, width=16)] * 4),
        st.sampled_from(["", "Rain", "Rain falls", "Sun"]),
        creation_id=st.sampled_from([None, "{1}", "{2}"]),
        picture=st.sampled_from([None, "a" * 64]),
        inside=st.sampled_from([0, 0, 0, 1]),
    ),
    max_size=8,
)
BY_HAND = st.lists(st.builds(ObjectPair, *[st.none() | st.integers(1, 8)] * 2), max_size=4)


@given(ITEMS, ITEMS, BY_HAND)
def test_no_object_stands_in_two_pairs_and_unpaired_ones_in_none(
    first: list[SlideObject], second: list[SlideObject], by_hand: list[ObjectPair]
) -> None:
    found = matched(slide(*first), slide(*second), tuple(by_hand))
    assert len({pair.first for pair in found}) == len(found) == len({pair.second for pair in found})
    alone = {each.first for each in by_hand if each.second is None}
    assert not alone & {pair.first for pair in found if pair.why != "by hand"}


@given(ITEMS)
def test_a_slide_matches_itself_whole(items: list[SlideObject]) -> None:
    visual = slide(*items)
    assert {pair.second for pair in matched(visual, visual)} >= {
        each.shape_id for each in objects_of(visual) if each.text or each.picture
    }


def test_pairs_are_in_the_order_of_the_slide_that_comes() -> None:
    before = slide(item(2, text="Sun"), item(3, text="Rain"))
    after = slide(item(9, text="Rain"), item(4, text="Sun"))
    assert matched(before, after) == (Pair(3, 9, "same text"), Pair(2, 4, "same text"))


@pytest.mark.parametrize("kind", ["line", "shape", "chart"])
def test_what_says_nothing_is_one_by_number_and_name_if_its_size_agrees(kind: Any) -> None:
    before = slide(item(5, "Arrow 4", kind, Box(0.1, 0.1, 0.2, 0.02)))
    assert pairs(before, slide(item(5, "Arrow 4", kind, Box(0.6, 0.7, 0.2, 0.02)))) == [
        (5, 5, "shape id and name")
    ]
    assert pairs(before, slide(item(5, "Arrow 4", kind, Box(0.1, 0.1, 0.02, 0.6)))) == []
