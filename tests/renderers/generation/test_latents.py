"""Level 4 with a model: what decides the pictures between two pictures, and that the ends stay theirs."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from renderers.generation import latents, loader, worker
from renderers.generation.attention import interpolated
from renderers.generation.folders import Model
from renderers.generation.job import Job
from renderers.generation.painter import Painter
from renderers.generation.running import at_work
from studio.errors import Cancelled
from tests.renderers.generation.conftest import Tiny
from tests.renderers.generation.pictures import hills, sea, sky

NAMES = ("sd", "sdxl")
JOB = Job("latents", (hills(), sea()), frames=5, steps=4)
RUN = Job(
    "latents", (sky(), hills(), sea(), hills()[:, ::-1].copy()), frames=5, at=1, path="gaussian", steps=4
)
STEPS, COUNT = 3, 5


def quiet(_what: str, _done: int, _total: int) -> None:
    pass


@pytest.fixture(scope="module", params=NAMES)
def loaded(tiny: Tiny, request: pytest.FixtureRequest) -> tuple[Any, Model]:
    model = tiny(request.param)
    return loader.load(model, loader.Means(), (64, 64)), model


def drawn(loaded: tuple[Any, Model], job: Job, *, fused: bool = True) -> list[torch.Tensor]:
    with at_work(loaded[0], "tiny"):
        return latents.drawn(Painter(loaded[0], (64, 64)), job, STEPS, COUNT, quiet, fused=fused)


def apart(one: torch.Tensor, other: torch.Tensor) -> float:
    return float((one - other).norm() / one.norm())


@contextmanager
def calm(unet: Any) -> Generator[None]:
    """A U-Net that changes little from step to step, as one does that has learnt something."""
    usual = unet.conv_out.weight.detach().clone()
    with torch.no_grad():
        unet.conv_out.weight.mul_(0.02)
    try:
        yield
    finally:
        with torch.no_grad():
            unet.conv_out.weight.copy_(usual)


def test_the_ends_are_led_back_to_the_pictures_latents(loaded: tuple[Any, Model]) -> None:
    painter = Painter(loaded[0], (64, 64))
    with calm(loaded[0].unet):
        found = drawn(loaded, JOB)
    for latent, picture, other in ((found[0], hills(), sea()), (found[-1], sea(), hills())):
        own = painter.encoded(picture)
        assert apart(own, latent) < 0.1 * apart(own, painter.encoded(other))


def test_what_is_between_keeps_its_strength(loaded: tuple[Any, Model]) -> None:
    found = drawn(loaded, JOB)
    ends = (float(found[0].norm()), float(found[-1].norm()))
    assert all(0.85 * min(ends) < float(each.norm()) < 1.15 * max(ends) for each in found)


def test_attention_to_both_pictures_changes_what_is_between_and_leaves_the_ends(
    loaded: tuple[Any, Model],
) -> None:
    with_, without = drawn(loaded, JOB), drawn(loaded, JOB, fused=False)
    assert torch.equal(with_[0], without[0])
    assert torch.equal(with_[-1], without[-1])
    assert all(apart(a, b) > 1e-5 for a, b in zip(with_[1:-1], without[1:-1], strict=True))


def test_the_u_net_is_as_it_was_afterwards(loaded: tuple[Any, Model]) -> None:
    usual = loaded[0].unet.attn_processors
    drawn(loaded, JOB)
    assert loaded[0].unet.attn_processors == usual


def test_what_is_no_u_net_is_not_touched() -> None:
    with pytest.raises(ValueError, match="U-Nets"), interpolated(object()):
        pass


def test_words_decide_and_go_over_from_the_first_to_the_last(loaded: tuple[Any, Model]) -> None:
    prompts = "", "a hill", "a hill -> the sea"
    silent, hill, both = (drawn(loaded, replace(JOB, prompt=words)) for words in prompts)
    assert apart(silent[2], hill[2]) > 1e-5
    assert apart(hill[2], both[2]) > 1e-5
    assert apart(hill[0], both[0]) < apart(hill[4], both[4]), "the first picture is told the same in both"


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("", ("", "")),
        ("a cat", ("a cat", "a cat")),
        ("a cat → a dog", ("a cat", "a dog")),
        ("->b", ("", "b")),
    ],
)
def test_an_arrow_divides_the_words(prompt: str, said: tuple[str, str]) -> None:
    assert latents.told(prompt) == said


def test_the_neighbours_decide_the_gaussian_way_and_not_the_other(loaded: tuple[Any, Model]) -> None:
    other = replace(RUN, pictures=(sea(), *RUN.pictures[1:]))
    assert apart(drawn(loaded, RUN)[2], drawn(loaded, other)[2]) > 1e-4
    pair, same = (drawn(loaded, replace(job, path="slerp")) for job in (RUN, other))
    assert torch.equal(pair[2], same[2])


def test_the_frames_begin_and_end_with_the_pictures_and_every_step_is_told(loaded: tuple[Any, Model]) -> None:
    told: list[tuple[str, int, int]] = []
    with at_work(loaded[0], "tiny"):
        found = latents.made(*loaded, JOB, lambda *what: told.append(what))
    assert len(found.frames) == JOB.frames
    assert {frame.shape for frame in found.frames} == {(64, 64, 3)}
    assert np.array_equal(found.frames[0], hills())
    assert np.array_equal(found.frames[-1], sea())
    for what in (latents.FINDING, latents.RESHAPING):
        counted = [(done, total) for said, done, total in told if said == what]
        assert counted == [(number, counted[0][1]) for number in range(1, counted[0][1] + 1)]


def test_the_worker_makes_it_by_its_own_loading(tiny: Tiny) -> None:
    found, facts = worker.make(tiny("sd"), loader.Means(), RUN, quiet)
    assert np.array_equal(found.frames[0], RUN.first)
    assert np.array_equal(found.frames[-1], RUN.last)
    assert facts["dtype"] == "float32"


def test_more_frames_than_are_drawn_are_moved_between_them(loaded: tuple[Any, Model]) -> None:
    with at_work(loaded[0], "tiny"):
        found = latents.made(*loaded, replace(JOB, frames=latents.MOST + 6, steps=2), quiet)
    assert len(found.frames) == latents.MOST + 6
    assert found.facts["made"] == latents.MOST


@pytest.mark.parametrize("what", [latents.FINDING, latents.RESHAPING])
def test_a_cancel_is_heard_within_one_step(loaded: tuple[Any, Model], what: str) -> None:
    pipeline, model = loaded
    calls, stopped = 0, 0

    def count(*_: Any) -> None:
        nonlocal calls
        calls += 1

    def tell(said: str, done: int, _total: int) -> None:
        nonlocal stopped
        if said == what and done == 2:
            stopped = calls
            raise Cancelled

    hook = pipeline.unet.register_forward_pre_hook(count)
    try:
        with pytest.raises(Cancelled), at_work(pipeline, "tiny"):
            latents.made(pipeline, model, JOB, tell)
    finally:
        hook.remove()
    assert calls == stopped, "the model was not asked again"
