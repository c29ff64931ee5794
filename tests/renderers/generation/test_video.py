"""Level 5 by every kind of video model: what it is given decides what it makes, and the ends are the pictures."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from renderers.generation import families, loader, video
from renderers.generation.folders import Model
from renderers.generation.job import Job, Made
from renderers.generation.running import at_work
from studio.errors import Cancelled
from tests.renderers.generation.conftest import Tiny
from tests.renderers.generation.pictures import hills, sea, sky

WITH_LAST = ("animated", "animated-sparse", "framepack", "ltx-between", "ltx2", "wan-a14b", "wan-flf")
WITH_STILL = ("cogvideox", "ltx-from", "svd", "wan-still")
STEPS = 2
BETWEEN = Job("video", (hills(), sea()), frames=9, steps=STEPS)


class Pipelines:
    """Each tiny model, loaded once by the program's own loader."""

    def __init__(self, tiny: Tiny) -> None:
        self._tiny = tiny
        self._loaded: dict[str, Any] = {}

    def of(self, name: str) -> tuple[Any, Model]:
        model = self._tiny(name)
        if name not in self._loaded:
            self._loaded[name] = loader.load(model, loader.Means(), (64, 64), 9)
        return self._loaded[name], model


@pytest.fixture(scope="module")
def pipelines(tiny: Tiny) -> Pipelines:
    return Pipelines(tiny)


def latents(pipelines: Pipelines, name: str, job: Job) -> np.ndarray:
    pipeline, model = pipelines.of(name)
    with at_work(pipeline, name):
        found = video.latents(pipeline, model, job)
    return np.asarray(found[-1] if isinstance(found, list) else found)  # FramePack's come in sections


def made(pipelines: Pipelines, name: str, job: Job = BETWEEN) -> tuple[Made, list[tuple[str, int, int]]]:
    pipeline, model = pipelines.of(name)
    told: list[tuple[str, int, int]] = []
    with at_work(pipeline, name):
        return video.made(pipeline, model, job, lambda *what: told.append(what)), told


@pytest.mark.parametrize("name", WITH_LAST)
def test_the_last_picture_and_the_seed_decide_what_a_model_makes(pipelines: Pipelines, name: str) -> None:
    usual = latents(pipelines, name, BETWEEN)
    assert np.array_equal(usual, latents(pipelines, name, BETWEEN)), "one seed, one result"
    other_end = Job("video", (hills(), sky()), frames=9, steps=STEPS)
    assert not np.array_equal(usual, latents(pipelines, name, other_end)), "it ignores the last picture"
    other_seed = Job("video", BETWEEN.pictures, frames=9, steps=STEPS, seed=2)
    assert not np.array_equal(usual, latents(pipelines, name, other_seed))


@pytest.mark.parametrize("name", WITH_STILL)
def test_the_still_and_the_seed_decide_what_a_model_of_one_still_makes(
    pipelines: Pipelines, name: str
) -> None:
    usual = latents(pipelines, name, BETWEEN)
    assert np.array_equal(usual, latents(pipelines, name, BETWEEN)), "one seed, one result"
    other_start = Job("video", (sky(), sea()), frames=9, steps=STEPS)
    assert not np.array_equal(usual, latents(pipelines, name, other_start)), "it ignores the picture"
    other_seed = Job("video", BETWEEN.pictures, frames=9, steps=STEPS, seed=2)
    assert not np.array_equal(usual, latents(pipelines, name, other_seed))


@pytest.mark.parametrize("name", [*WITH_LAST, *WITH_STILL])
def test_every_step_is_told_and_the_ends_are_the_pictures_to_the_bit(pipelines: Pipelines, name: str) -> None:
    result, told = made(pipelines, name)
    steps = [(done, total) for what, done, total in told if what == video.INVENTING]
    assert steps == [(number, result.steps) for number in range(1, result.steps + 1)]
    assert len(result.frames) == BETWEEN.frames
    assert {frame.shape for frame in result.frames} == {(64, 64, 3)}
    assert np.array_equal(result.frames[0], hills())
    assert np.array_equal(result.frames[-1], sea())
    assert max(result.likeness) < 0.95, "random weights draw neither picture, and the figure says so"


@pytest.mark.parametrize("name", WITH_STILL)
def test_a_model_of_one_still_moves_both_pictures(pipelines: Pipelines, name: str) -> None:
    here, elsewhere = (Job("video", (hills(), end), frames=13, steps=STEPS) for end in (sea(), sky()))
    first, other = made(pipelines, name, here)[0], made(pipelines, name, elsewhere)[0]
    assert first.steps == 2 * STEPS
    assert np.array_equal(first.frames[3], other.frames[3]), "the beginning comes of the first picture alone"
    assert not np.array_equal(first.frames[8], other.frames[8]), "the last picture has no motion of its own"


@pytest.mark.parametrize("name", ["svd", "wan-flf", "framepack"])
def test_a_cancel_ends_it_within_the_step(pipelines: Pipelines, name: str) -> None:
    pipeline, model = pipelines.of(name)
    steps: list[int] = []

    def tell(what: str, done: int, total: int) -> None:
        steps.append(done)
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled), at_work(pipeline, name):
        video.made(pipeline, model, Job("video", (hills(), sea()), frames=9, steps=5), tell)
    assert steps == [1]
    assert made(pipelines, name)[0].frames, "the same pipeline works on"


def test_a_second_transformer_takes_its_share_of_the_steps(pipelines: Pipelines) -> None:
    pipeline, _ = pipelines.of("wan-a14b")
    usual = latents(pipelines, "wan-a14b", BETWEEN)
    weights = pipeline.transformer_2.proj_out.weight
    kept = weights.detach().clone()
    weights.data.mul_(3)
    changed = latents(pipelines, "wan-a14b", BETWEEN)
    weights.data.copy_(kept)
    assert not np.array_equal(usual, changed)


def test_larger_pictures_are_made_at_a_size_the_model_knows(pipelines: Pipelines) -> None:
    job = Job("video", (hills(130, 74), sea(130, 74)), frames=6, steps=STEPS)
    result, _ = made(pipelines, "ltx-between", job)
    assert {frame.shape for frame in result.frames} == {(74, 130, 3)}
    assert np.array_equal(result.frames[-1], sea(130, 74))
    assert result.facts["made"] == 9, "8k+1 pictures"


@pytest.mark.parametrize(
    ("name", "asked", "counts"),
    [("wan-flf", 30, 33), ("ltx-between", 30, 33), ("svd", 30, 8), ("cogvideox", 3, 9), ("animated", 30, 16)],
)
def test_each_kind_is_asked_for_as_many_pictures_as_it_can_make(
    tiny: Tiny, name: str, asked: int, counts: int
) -> None:
    found = families.family(tiny(name))
    assert found is not None
    assert found.pictures(asked) == counts


@pytest.mark.parametrize("name", ["ltx-between", "ltx2"])
def test_each_picture_holds_its_own_end(pipelines: Pipelines, name: str) -> None:
    usual = latents(pipelines, name, BETWEEN)
    other_end = latents(pipelines, name, Job("video", (hills(), sky()), frames=9, steps=STEPS))
    assert np.allclose(usual[:, :, 0], other_end[:, :, 0], atol=1e-6), (
        "the last picture stands at the beginning"
    )
