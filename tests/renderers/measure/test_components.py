"""The parts of drawn pages: each line or picture is one, and found again wherever it stands on the next page."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from renderers.measure.components import compared, ground, parts

WIDTH, HEIGHT = 320, 180


def page(
    *lines: tuple[str, int, int], picture: tuple[int, int] | None = None, paper: int = 250
) -> np.ndarray:
    """Lines of text at (left, baseline), and one picture at (left, top)."""
    out = np.full((HEIGHT, WIDTH, 3), paper, np.uint8)
    for text, left, base in lines:
        cv2.putText(out, text, (left, base), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (20, 30, 60), 1, cv2.LINE_AA)
    if picture is not None:
        noise = np.random.default_rng(3).integers(0, 200, (5, 5, 3)).astype(np.uint8)
        left, top = picture
        out[top : top + 50, left : left + 70] = cv2.resize(noise, (70, 50), interpolation=cv2.INTER_CUBIC)
    return out


HEAD = ("How rain falls", 20, 25)


def test_each_line_and_picture_is_one_part() -> None:
    found = parts(page(HEAD, ("Clouds form", 20, 80), picture=(220, 100)))
    assert len(found) == 3
    largest = found[0]
    assert (largest.left, largest.top, largest.width, largest.height) == (220, 100, 70, 50)


@pytest.mark.parametrize("paper", [250, 128, 20])
def test_the_ground_is_the_colour_most_of_the_page_has(paper: int) -> None:
    assert list(ground(page(HEAD, picture=(20, 60), paper=paper))) == [paper] * 3


def test_what_moves_is_found_and_counted() -> None:
    before = page(HEAD, ("Clouds form", 20, 80), picture=(220, 100))
    after = page(HEAD, ("Clouds form", 20, 80), picture=(120, 110))
    assert compared(before, after) == ((3, 3), 3, 1)
    assert compared(before, before) == ((3, 3), 3, 0)


def test_a_few_pixels_are_no_move_and_other_words_no_match() -> None:
    before = page(HEAD, picture=(220, 100))
    assert compared(before, page((HEAD[0], 22, 26), picture=(222, 100))) == ((2, 2), 2, 0)
    assert compared(page(HEAD), page(("Where rivers end", 20, 25))) == ((1, 1), 0, 0)


def test_empty_pages_have_no_parts() -> None:
    assert compared(page(), page()) == ((0, 0), 0, 0)
    assert compared(page(), page(HEAD)) == ((0, 1), 0, 0)


def test_a_plain_field_is_found_again_by_its_tone() -> None:
    before, after, other = page(), page(), page()
    before[100:150, 20:40] = after[20:70, 20:40] = (240, 20, 20)
    other[20:70, 20:40] = (20, 20, 20)
    assert compared(before, after) == ((1, 1), 1, 1)
    assert compared(before, other) == ((1, 1), 0, 0)
