"""Pairs by look: objects without names find their partner by picture, size, colour and place, or none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest
import torch

from renderers.layers.stack import Layer, Stack
from renderers.matching import by_look, picture_pairs
from renderers.planes import Planes, from_rgb
from studio.lecture import ObjectPair
from studio.matching import Pair

WIDTH, HEIGHT = 640, 360


def photograph(seed: int, width: int, height: int) -> np.ndarray:
    """A soft picture that no other seed gives, at any size."""
    noise = np.random.default_rng(seed).integers(0, 255, (6, 6, 3)).astype(np.uint8)
    return cv2.resize(noise, (width, height), interpolation=cv2.INTER_CUBIC)


def layer(number: int, picture: np.ndarray, left: int, top: int, kind: Any = "picture") -> Layer:
    planes = from_rgb(picture)
    opaque, half = torch.full_like(planes.y, 255), torch.full_like(planes.u, 255)
    chroma = torch.stack([planes.u, planes.v, half], -1)
    return Layer(number, kind, left, top, torch.stack([planes.y, opaque], -1), chroma)


def words(text: str, width: int = 160) -> np.ndarray:
    page = np.full((40, width, 3), 255, np.uint8)
    cv2.putText(page, text, (4, 28), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (20, 30, 60), 2, cv2.LINE_AA)
    return page


def stack(*layers: Layer) -> Stack:
    plain = torch.full((HEIGHT, WIDTH), 235, dtype=torch.uint8)
    grey = torch.full((HEIGHT // 2, WIDTH // 2), 128, dtype=torch.uint8)
    return Stack(Planes(plain, grey, grey), layers)


def found(
    first: Stack, second: Stack, *known: Pair, by_hand: tuple[ObjectPair, ...] = ()
) -> set[tuple[int, int]]:
    return {(pair.first, pair.second) for pair in by_look(first, second, known, by_hand)}


def test_each_picture_finds_itself_elsewhere_and_at_another_size() -> None:
    first = stack(*(layer(n, photograph(n, 120, 80), 10 + 150 * n, 40) for n in range(1, 4)))
    second = stack(*(layer(9 - n, photograph(n, 150, 100), 480 - 150 * n, 200) for n in range(1, 4)))
    assert found(first, second) == {(1, 8), (2, 7), (3, 6)}


def test_what_looks_otherwise_finds_nobody() -> None:
    first, second = (stack(layer(1, photograph(seed, 120, 80), 40, 40)) for seed in (1, 2))
    assert found(first, second) == set()
    grown = stack(layer(1, photograph(1, 600, 340), 0, 0))
    assert found(first, grown) == set(), "twenty times the area is another thing"


def test_colour_tells_plain_shapes_apart() -> None:
    plain = {
        name: np.full((60, 60, 3), colour, np.uint8)
        for name, colour in (("red", (200, 30, 30)), ("blue", (30, 30, 200)))
    }
    first = stack(layer(1, plain["red"], 40, 40, "shape"), layer(2, plain["blue"], 240, 40, "shape"))
    second = stack(layer(3, plain["red"], 240, 200, "shape"), layer(4, plain["blue"], 40, 200, "shape"))
    assert found(first, second) == {(1, 3), (2, 4)}
    assert found(stack(first.layers[0]), stack(second.layers[1])) == set()


def test_other_words_are_not_the_same_text_however_alike_they_stand() -> None:
    first = stack(layer(1, words("Clouds"), 40, 40, "text"))
    assert found(first, stack(layer(2, words("Rivers"), 40, 40, "text"))) == set()
    assert found(first, stack(layer(2, words("Clouds"), 300, 240, "text"))) == {(1, 2)}


def test_long_lines_are_told_apart_by_their_letters() -> None:
    """Seen from afar every line of Chinese is the same grey."""

    def line(seed: int) -> np.ndarray:
        page = np.full((32, 640, 3), 255, np.uint8)
        signs = np.random.default_rng(seed).integers(20, 250, (14, 38, 14, 1)).astype(np.uint8)
        for at in range(38):
            page[9:23, 8 + 16 * at : 22 + 16 * at] = signs[:, at]
        return page

    first = stack(layer(1, line(1), 0, 40, "text"))
    assert found(first, stack(layer(2, line(2), 0, 40, "text"))) == set()
    assert found(first, stack(layer(2, line(1), 0, 240, "text"))) == {(1, 2)}


def test_a_picture_is_no_text_and_a_shape_may_be_one() -> None:
    same = photograph(5, 120, 80)
    assert found(stack(layer(1, same, 0, 0, "picture")), stack(layer(2, same, 0, 0, "text"))) == set()
    assert found(stack(layer(1, same, 0, 0, "shape")), stack(layer(2, same, 0, 0, "text"))) == {(1, 2)}


def test_what_identity_says_stays_and_what_the_author_says_is_left_alone() -> None:
    pictures = [layer(n, photograph(n, 120, 80), 10 + 150 * n, 40) for n in (1, 2, 3)]
    first, second = stack(*pictures), stack(*pictures)
    known = Pair(1, 2, "creation id")
    assert found(first, second, known) == {(1, 2), (3, 3)}
    assert found(first, second, by_hand=(ObjectPair(1, None),)) == {(2, 2), (3, 3)}
    assert found(first, second, by_hand=(ObjectPair(None, 3),)) == {(1, 1), (2, 2)}


def test_pairs_without_layers_are_dropped() -> None:
    first = stack(layer(1, photograph(1, 120, 80), 40, 40))
    assert by_look(first, stack(), (Pair(1, 1, "creation id"), Pair(7, 8, "!! name"))) == ()


def test_the_best_assignment_is_taken_not_the_first() -> None:
    near = photograph(1, 120, 80)
    worse = cv2.GaussianBlur(near, (0, 0), 12)
    first = stack(layer(1, near, 40, 40), layer(2, worse, 300, 40))
    second = stack(layer(3, worse, 300, 200), layer(4, near, 40, 200))
    assert found(first, second) == {(1, 4), (2, 3)}


def test_pictures_that_face_each_other_can_turn_into_each_other() -> None:
    first = stack(layer(1, photograph(1, 300, 200), 40, 40), layer(2, words("Rain"), 400, 40, "text"))
    facing = stack(layer(5, photograph(2, 280, 190), 50, 44), layer(6, words("Rain"), 400, 40, "text"))
    away = stack(layer(5, photograph(2, 300, 200), 330, 140))
    small = stack(layer(5, photograph(2, 120, 80), 130, 100))
    assert [(pair.first, pair.second) for pair in picture_pairs(first, facing, ())] == [(1, 5)]
    assert picture_pairs(first, away, ()) == picture_pairs(first, small, ()) == ()
    assert picture_pairs(first, facing, (), (ObjectPair(1, None),)) == ()


def test_matched_pictures_come_before_and_the_largest_first() -> None:
    first = stack(layer(1, photograph(1, 100, 80), 0, 0), layer(2, photograph(2, 300, 200), 200, 100))
    second = stack(layer(3, photograph(3, 100, 80), 500, 0), layer(4, photograph(4, 300, 200), 200, 100))
    pairs = (Pair(1, 3, "by hand"),)
    assert [(pair.first, pair.second) for pair in picture_pairs(first, second, pairs)] == [(2, 4), (1, 3)]


@pytest.mark.parametrize("alpha", [0, 255])
def test_empty_layers_do_no_harm(alpha: int) -> None:
    blank = layer(1, np.zeros((40, 40, 3), np.uint8), 0, 0)
    blank = replace(
        blank, luma=torch.stack([torch.zeros(40, 40), torch.full((40, 40), alpha)], -1).to(torch.uint8)
    )
    by_look(stack(blank), stack(layer(2, photograph(2, 90, 60), 0, 0)))
