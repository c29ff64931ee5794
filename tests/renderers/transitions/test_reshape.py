"""Level 4 on slides: pictures turn into each other, words above them do not, and why not where none does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from renderers.layers.stack import Layer, Stack, stacked
from renderers.planes import Planes, from_rgb
from renderers.transitions import change
from renderers.transitions.deliver import deliver
from renderers.transitions.how import Asked, How, Pictures, Side
from renderers.transitions.shown import shown, uneased
from studio.lecture import Level, ObjectPair
from studio.matching import Pair
from studio.progress import CancelToken
from tests.renderers.photographs import layer, moved, photograph

SIZE = (320, 180)
FRAMES = 12
PAIR = Pair(1, 1, "by hand")


def slide(*layers: Layer) -> Side:
    ground = from_rgb(np.full((SIZE[1], SIZE[0], 3), 240, np.uint8))
    stack = Stack(ground, layers)
    return Side(stacked(stack), stack)


def words(text: str, left: int = 100, top: int = 70) -> Layer:
    """A line of words with transparency around it."""
    alpha = np.zeros((40, 160), np.uint8)
    cv2.putText(alpha, text, (6, 30), cv2.FONT_HERSHEY_SIMPLEX, 1, 255, 2, cv2.LINE_AA)
    made = layer(np.full((40, 160, 3), 255, np.uint8), 9, alpha)
    return replace(made, kind="text", left=left, top=top)


def photo(seed: int, zoom: float = 1.0) -> Layer:
    return layer(moved(photograph(seed), zoom))


def asked(level: Level = Level.RESHAPE, **how: Any) -> Asked:
    return Asked(level, "dissolve", FRAMES, How(pairs=(PAIR,), **how))


def luma(page: Planes) -> NDArray[np.float32]:
    return page.y.numpy().astype(np.float32)


def test_a_photograph_that_is_the_slide_reshapes_and_says_nothing() -> None:
    made = deliver(slide(photo(2)), slide(photo(2, 1.3)), asked(), CancelToken())
    assert (made.delivered, made.reasons) == (Level.RESHAPE, ())
    assert made.scores.sharpness is not None
    assert made.scores.sharpness > 0.85
    pictures = list(made.frames())
    assert len(pictures) == FRAMES
    assert all(
        torch.equal(p, q) for p, q in zip(pictures[-1].planes, slide(photo(2, 1.3)).page.planes, strict=True)
    )


def test_between_two_views_the_picture_is_the_view_between_not_a_mix() -> None:
    a, b = slide(photo(2)), slide(photo(2, 1.3))
    drawn = luma(change(a, b, asked()).at(0.5))
    mixed = luma(change(a, b, replace(asked(), level=Level.MOVE)).at(0.5))
    wanted = luma(slide(photo(2, 1.15)).page)
    inner = (slice(15, -15), slice(20, -20))
    assert np.abs(drawn - wanted)[inner].mean() < 0.3 * np.abs(mixed - wanted)[inner].mean()


def test_words_above_the_picture_stand_as_they_are() -> None:
    title = words("Rain")
    a, b = slide(photo(2), title), slide(photo(2, 1.3), title)
    both = Asked(Level.RESHAPE, "dissolve", FRAMES, How(pairs=(PAIR, Pair(9, 9, "id"))))
    drawn = luma(change(a, b, both).at(0.5))
    solid = title.luma[..., 1].numpy() == 255
    shown_there = drawn[70:110, 100:260][solid]
    assert np.abs(shown_there - 235).max() <= 2


def test_unrelated_photographs_fall_to_move_with_the_reason() -> None:
    made = deliver(slide(photo(4)), slide(photo(5)), asked(), CancelToken())
    assert made.delivered <= Level.MOVE
    assert made.reasons[0].startswith("Reshape: ")
    assert "edges" in made.reasons[0]


def test_slides_without_a_pair_of_pictures_say_so() -> None:
    a, b = slide(words("Rain")), slide(words("Snow"))
    made = deliver(
        a, b, Asked(Level.RESHAPE, "dissolve", FRAMES, How(pairs=(Pair(9, 9, "id"),))), CancelToken()
    )
    assert made.delivered < Level.RESHAPE
    assert made.reasons[0] == "Reshape: no picture turns into another here"


def test_the_same_picture_twice_is_no_reshaping() -> None:
    made = deliver(slide(photo(4)), slide(photo(4)), asked(), CancelToken())
    assert made.reasons[0] == "Reshape: no picture turns into another here"


def test_pictures_that_face_each_other_reshape_without_being_paired_unless_the_author_parts_them() -> None:
    a, b = slide(photo(2)), slide(replace(photo(2, 1.2), id=5))
    plain = Asked(Level.RESHAPE, "dissolve", FRAMES, How())
    assert any(track.reshaped for track in change(a, b, plain).tracks)
    parted = replace(plain, how=How(by_hand=(ObjectPair(1, None),)))
    assert not any(track.reshaped for track in change(a, b, parted).tracks)


def model_frames(count: int = FRAMES, level: Level = Level.MOTION) -> Pictures:
    grey = tuple(
        from_rgb(np.full((90, 160, 3), 40 + 150 * at // (count - 1), np.uint8)) for at in range(count)
    )
    return Pictures(level, 1, 1, grey)


def test_frames_of_a_model_are_shown_one_a_frame_between_the_slides_own_pictures() -> None:
    a, b = slide(photo(4)), slide(photo(5))
    made = change(a, b, asked(Level.MOTION, pictures=model_frames()))
    assert torch.equal(made.picture(0).y, a.page.y)
    assert torch.equal(made.picture(FRAMES - 1).y, b.page.y)
    for index in range(1, FRAMES - 1):
        wanted = float(model_frames().frames[index].y[0, 0])
        assert np.abs(luma(made.picture(index)) - wanted).max() <= 1


def test_even_time_is_found_again_behind_the_easing() -> None:
    for time in np.linspace(0, 1, 21):
        assert uneased(time * time * (3 - 2 * time)) == pytest.approx(time, abs=1e-9)


def test_frames_of_a_model_keep_the_pictures_own_transparency() -> None:
    alpha = np.zeros((180, 320), np.uint8)
    cv2.circle(alpha, (160, 90), 60, 255, -1, cv2.LINE_AA)
    first, second = (layer(photograph(seed), 1, alpha) for seed in (4, 5))
    drawn, chroma = shown(first, second, model_frames())(0.5, 320, 180)
    assert int(drawn[0, 0].max()) == int(chroma[0, 0].max()) == 0
    assert int(drawn[90, 160, 1]) == 255


@pytest.mark.parametrize("why", ["", "the model “x” needs 9.0 GiB of memory and 2.0 GiB are free"])
def test_without_a_models_frames_motion_falls_to_reshape_and_says_why(why: str) -> None:
    made = deliver(slide(photo(2)), slide(photo(2, 1.3)), asked(Level.MOTION, without=why), CancelToken())
    assert made.delivered is Level.RESHAPE
    assert made.reasons == (f"AI motion: {why or 'no video model is installed'}",)


def test_frames_made_for_motion_are_not_shown_when_it_falls_to_reshape() -> None:
    a, b = slide(photo(2)), slide(photo(2, 1.3))
    with_, without = (change(a, b, asked(pictures=pictures)).at(0.5) for pictures in (model_frames(), None))
    assert torch.equal(with_.y, without.y)


def test_where_the_named_model_of_level_4_fails_the_flow_is_shown_and_the_reason_said() -> None:
    why = "the model “x” needs 9.0 GiB of memory and 2.0 GiB are free"
    made = deliver(slide(photo(2)), slide(photo(2, 1.3)), asked(without=why), CancelToken())
    assert made.delivered is Level.RESHAPE
    assert made.reasons == (f"Reshape: {why}; the pictures follow their own motion",)
