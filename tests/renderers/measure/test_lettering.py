"""Words beside a picture that is reshaped or made by a model stay as they are, to the pixel, or the level falls."""

from __future__ import annotations

from dataclasses import replace

import pytest

from renderers.layers.stack import Stack
from renderers.measure.gates import Scores, misses
from studio.lecture import Level
from tests.renderers.measure.moving import Film, ground, layer, move, photograph, words


def film(*, reshaped: bool = True) -> Film:
    """A photograph with words upon it that stand while it changes."""
    text = replace(layer(1, words("Rain falls"), 80, 100), kind="text")
    before, after = (layer(2, photograph(seed, 320, 200), 40, 60) for seed in (3, 4))
    made = move(Stack(ground(), (before, text)), Stack(ground(), (after, text)))
    tracks = tuple(replace(track, reshaped=reshaped and track.first.id == 2) for track in made.tracks)
    return replace(made, tracks=tracks)


def test_words_that_stand_upon_a_reshaped_picture_are_untouched() -> None:
    found = film().scores()
    assert found.lettering is not None
    assert found.lettering <= 2
    assert not any("words" in sentence for sentence in misses(Level.RESHAPE, found))


def test_words_that_a_model_drew_again_are_found() -> None:
    made = film()
    frames = list(made.frames)
    page = frames[8].map(lambda plane: plane.clone())
    page.y[100:130, 80:240] = page.y[100:130, 80:240].roll(2, 1)
    frames[8] = page
    found = replace(made, frames=frames).scores()
    assert any("words beside the picture changed" in sentence for sentence in misses(Level.RESHAPE, found))


def test_without_a_reshaped_picture_words_are_no_matter_of_this_gate() -> None:
    assert film(reshaped=False).scores().lettering is None


@pytest.mark.parametrize(("alike", "missed"), [(0.95, False), (0.85, True), (None, False)])
def test_a_model_that_ignores_its_last_frame_is_found(alike: float | None, missed: bool) -> None:
    found = Scores(16, 0.1, 1.0, 0.0, 0.9, ends_exact=True, ends_alike=alike)
    assert bool(misses(Level.MOTION, found)) == missed
    assert misses(Level.RESHAPE, found) == ()
