"""An object that glides is seen all the way; one that fades, jumps, vanishes or stands twice is found out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from renderers.layers.stack import Layer, Stack, lay, stacked
from renderers.measure.gates import misses
from renderers.planes import Planes, from_rgb
from renderers.transitions import WAYS
from renderers.transitions.how import How
from studio.lecture import Level
from tests.renderers.measure.moving import (
    Film,
    as_shown,
    faint,
    ground,
    layer,
    move,
    moved,
    panel,
    paste,
    photograph,
    sized,
    words,
)


def objects() -> tuple[Layer, ...]:
    return (
        layer(1, words("Rain falls"), 40, 40),
        layer(2, photograph(3), 460, 120),
        layer(3, panel((40, 90, 200)), 20, 286),
    )


PLACES = ((400, 40), (60, 100), (500, 286))


def glided(**how: object) -> Film:
    first = objects()
    second = tuple(moved(each, *place) for each, place in zip(first, PLACES, strict=True))
    return move(Stack(ground(), first), Stack(ground(), second), **how)  # type: ignore[arg-type]


def alone(a: Layer, b: Layer, below: tuple[Layer, ...] = (), above: tuple[Layer, ...] = ()) -> Film:
    """One object that glides, between others that stay."""
    return move(Stack(ground(), (*below, a, *above)), Stack(ground(), (*below, b, *above)))


def test_objects_that_glide_are_seen_all_the_way_and_once() -> None:
    found = glided().scores()
    assert found.persistence is not None
    assert found.persistence >= 0.9
    assert (found.gaps, found.copies) == (0, 1)
    assert misses(Level.MOVE, found) == ()


@pytest.mark.parametrize("way", ["dissolve", "push", "hold", "dip", "wipe", "cover"])
def test_what_moves_no_objects_cannot_pass_for_a_move(way: str) -> None:
    film = glided()
    found = as_shown(film, WAYS[way](film.frames[0], film.frames[-1], How())).scores()
    assert found.persistence is not None
    assert found.persistence < 0.3
    assert found.gaps
    assert any("vanishes on the way" in sentence for sentence in misses(Level.MOVE, found))


@pytest.mark.parametrize("way", ["dissolve", "push"])
def test_a_whole_picture_that_fades_or_travels_shows_objects_twice(way: str) -> None:
    film = glided()
    found = as_shown(film, WAYS[way](film.frames[0], film.frames[-1], How())).scores()
    assert found.copies == (2 if way == "push" else 3) or found.copies >= 2  # type: ignore[operator]
    assert any("times at once" in sentence for sentence in misses(Level.MOVE, found))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_object_that_vanishes_in_the_middle_is_missed(number: int) -> None:
    def forget(page: Planes, drawn: Layer, left: float, top: float, t: float) -> None:
        if drawn.id != number or not 0.4 < t < 0.6:
            paste(page, drawn, left, top, t)

    found = glided(draw=forget).scores()
    assert found.gaps == 1
    assert "an object of both slides vanishes on the way (once)" in misses(Level.MOVE, found)


def test_an_object_that_fades_on_its_way_is_missed() -> None:
    def fade(page: Planes, drawn: Layer, left: float, top: float, t: float) -> None:
        paste(page, faint(drawn, 1 - 0.6 * np.sin(np.pi * t)) if drawn.id == 1 else drawn, left, top, t)

    found = glided(draw=fade).scores()
    assert found.persistence is not None
    assert found.persistence < 0.8
    assert misses(Level.MOVE, found)


@pytest.mark.parametrize("number", [2, 3])
def test_an_object_that_is_left_behind_is_seen_twice(number: int) -> None:
    def leave(page: Planes, drawn: Layer, left: float, top: float, t: float) -> None:
        if drawn.id == number:
            start = next(each for each in objects() if each.id == number)
            lay(page, drawn.luma, drawn.chroma, start.left, start.top)
        paste(page, drawn, left, top, t)

    found = glided(draw=leave).scores()
    assert found.copies == 2
    assert "an object is seen 2 times at once" in misses(Level.MOVE, found)


def test_an_object_that_comes_too_early_is_seen_twice() -> None:
    def hurry(page: Planes, drawn: Layer, left: float, top: float, t: float) -> None:
        if drawn.id == 2:
            lay(page, drawn.luma, drawn.chroma, *PLACES[1])
        paste(page, drawn, left, top, t)

    assert glided(draw=hurry).scores().copies == 2


def test_an_object_that_lags_behind_its_track_is_missed() -> None:
    def lag(page: Planes, drawn: Layer, left: float, top: float, t: float) -> None:
        paste(page, drawn, left - (30 if 0.3 < t < 0.7 else 0), top, t)

    assert misses(Level.MOVE, glided(draw=lag).scores())


def test_equal_marks_that_glide_together_are_no_copies() -> None:
    mark = layer(1, panel((200, 60, 40), 40, 40), 40, 40)
    first = tuple(replace(mark, id=n, top=40 + 80 * n) for n in range(3))
    second = tuple(replace(each, left=400) for each in first)
    found = move(Stack(ground(), first), Stack(ground(), second)).scores()
    assert (found.gaps, found.copies) == (0, 1)
    assert misses(Level.MOVE, found) == ()


def test_a_mark_like_it_that_stays_or_comes_is_no_copy() -> None:
    mark = layer(1, panel((200, 60, 40), 40, 40), 40, 40)
    stays, comes = replace(mark, id=2, top=200), replace(mark, id=3, left=300, top=280)
    first, second = Stack(ground(), (mark, stays)), Stack(ground(), (moved(mark, 400, 60), stays, comes))
    assert move(first, second).scores().copies == 1


def test_an_object_that_grows_is_seen_all_the_way() -> None:
    small = layer(1, photograph(5, 80, 60), 40, 40)
    grown = layer(1, photograph(5, 320, 240), 240, 80)
    found = alone(small, grown).scores()
    assert found.persistence is not None
    assert found.persistence >= 0.8
    assert misses(Level.MOVE, found) == ()


def test_an_object_that_changes_its_look_on_the_way_is_followed_through_both() -> None:
    one, other = layer(1, photograph(5), 40, 40), layer(1, photograph(6), 440, 200)

    def crossfade(page: Planes, drawn: Layer, left: float, top: float, t: float) -> None:
        mixed = replace(one, luma=((1 - t) * one.luma.float() + t * other.luma.float()).round().byte())
        paste(page, mixed, left, top, t)

    film = move(Stack(ground(), (one,)), Stack(ground(), (other,)), crossfade)
    found = film.scores()
    assert found.persistence is not None
    assert found.persistence >= 0.9


@pytest.mark.parametrize(
    "small",
    [
        words("x", 20, 20, 0.4),
        panel((30, 30, 30), 16, 16),
        words("a", 12, 14, 0.3),
        panel((90, 90, 90), 8, 8),
    ],
    ids=["letter", "square", "tiny letter", "tiny square"],
)
def test_a_small_object_that_glides_does_not_fail(small: np.ndarray) -> None:
    mark = layer(1, small, 40, 40)
    assert misses(Level.MOVE, alone(mark, moved(mark, 400, 202)).scores()) == ()


@pytest.mark.parametrize("opacity", [4, 20, 60])
def test_a_transparent_object_that_glides_does_not_fail(opacity: int) -> None:
    mark = layer(1, panel((30, 60, 120), 90, 60, opacity), 40, 40)
    assert misses(Level.MOVE, alone(mark, moved(mark, 400, 202)).scores()) == ()


def test_an_object_as_bright_as_its_ground_is_followed_by_its_colour() -> None:
    grey = from_rgb(np.full((360, 640, 3), 125, np.uint8))
    page = Stack(grey, ())
    mark = layer(1, panel((255, 90, 90), 90, 60), 40, 40)
    assert abs(int(mark.luma[30, 40, 0]) - int(grey.y[0, 0])) < 3
    film = move(replace(page, layers=(mark,)), replace(page, layers=(moved(mark, 400, 200),)))
    found = film.scores()
    assert found.persistence is not None
    assert found.persistence > 0.9
    still = as_shown(film, WAYS["dissolve"](film.frames[0], film.frames[-1], How())).scores()
    assert still.gaps


def test_an_object_that_flies_in_from_outside_does_not_fail() -> None:
    mark = layer(1, photograph(4), -200, 100)
    assert misses(Level.MOVE, alone(mark, moved(mark, 300, 100)).scores()) == ()
    part = layer(1, photograph(4), -60, 100)
    found = alone(part, moved(part, 300, 100)).scores()
    assert found.persistence is not None
    assert misses(Level.MOVE, found) == ()


def test_an_object_that_passes_below_another_does_not_fail() -> None:
    mark = layer(1, photograph(4), 20, 140)
    roof = layer(2, panel((40, 40, 40), 200, 240), 220, 60)
    assert misses(Level.MOVE, alone(mark, moved(mark, 480, 140), above=(roof,)).scores()) == ()


def test_words_that_travel_on_their_panel_are_seen() -> None:
    board, text = layer(1, panel((40, 90, 200), 200, 80), 40, 40), layer(2, words("Rain", dark=250), 60, 60)
    first = Stack(ground(), (board, text))
    second = Stack(ground(), (moved(board, 380, 200), moved(text, 400, 220)))
    assert misses(Level.MOVE, move(first, second).scores()) == ()

    def forget(page: Planes, drawn: Layer, left: float, top: float, t: float) -> None:
        if drawn.id != 2 or not 0.4 < t < 0.6:
            paste(page, drawn, left, top, t)

    assert move(first, second, forget).scores().gaps == 1


def test_an_object_on_a_busy_ground_is_followed() -> None:
    photo = photograph(9, 640, 360)[..., :3]
    mark = layer(1, panel((240, 240, 60), 80, 60), 40, 40)
    first = Stack(from_rgb(photo), (mark,))
    second = Stack(from_rgb(photo), (moved(mark, 480, 240),))
    film = move(first, second)
    found = film.scores()
    assert found.persistence is not None
    assert misses(Level.MOVE, found) == ()
    assert as_shown(film, WAYS["dissolve"](film.frames[0], film.frames[-1], How())).scores().gaps


def test_what_stays_outside_the_way_of_the_objects_has_to_stand_still() -> None:
    def shaken(film: Film, rows: slice) -> float:
        frames = list(film.frames)
        page = frames[8].map(lambda plane: plane.clone())
        page.y[rows, 40:200] -= 60
        frames[8] = page
        return replace(film, frames=frames).scores().static_error

    mark = layer(1, photograph(4), 20, 140)
    film = alone(mark, moved(mark, 480, 140))
    assert film.scores().static_error == 0
    assert shaken(film, slice(300, 340)) > 1
    assert shaken(film, slice(150, 200)) == 0  # the object passes there


def test_an_object_that_stands_sweeps_nothing() -> None:
    mark, other = layer(1, photograph(4), 20, 140), layer(2, photograph(5), 300, 20)
    film = move(Stack(ground(), (mark, other)), Stack(ground(), (mark, moved(other, 500, 200))))
    frames = list(film.frames)
    page = frames[8].map(lambda plane: plane.clone())
    page.y[150:200, 30:120] += 20
    frames[8] = page
    assert replace(film, frames=frames).scores().static_error > 0.2


def test_many_objects_cost_no_more_than_a_few() -> None:
    letters = tuple(
        layer(n, words("abcdefgh"[n % 8], 16, 20, 0.5), 20 + 24 * (n % 20), 40 + 30 * (n // 20))
        for n in range(120)
    )
    second = tuple(moved(each, each.left + 100, each.top + 100) for each in letters)
    found = move(Stack(ground(), letters), Stack(ground(), second)).scores()
    assert misses(Level.MOVE, found) == ()


def test_slides_without_objects_have_no_persistence() -> None:
    page = Stack(ground(), ())
    found = move(page, replace(page, ground=stacked(page))).scores()
    assert (found.persistence, found.gaps, found.copies) == (None, None, None)


def test_a_size_is_judged_as_the_frame_shows_it() -> None:
    """The track says that it grows; a picture that stays small does not follow it."""
    small, large = layer(1, photograph(5, 80, 60), 40, 40), layer(1, photograph(5, 240, 180), 240, 80)

    def stay(page: Planes, drawn: Layer, left: float, top: float, t: float) -> None:
        paste(page, sized(drawn, 80, 60), left, top, t)

    assert misses(Level.MOVE, move(Stack(ground(), (small,)), Stack(ground(), (large,)), stay).scores())
