"""A model's step in a plan: two layers in, frames and facts out, and never a failed export."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from renderers import engine
from renderers.cache import Cache
from renderers.generation import film, loader, offers
from renderers.generation.executing import opaque
from renderers.generation.job import Picture
from renderers.layers.stack import Layer, Stack, pack
from renderers.planes import Planes, from_rgb, uniform
from renderers.steps import CardStep, GenerateStep, LayersStep
from renderers.workshop import Workshop
from studio.assets import AssetStore
from studio.lecture import Generation, Level
from studio.progress import CancelToken, Progress
from tests.renderers.generation.conftest import Tiny
from tests.renderers.generation.pictures import hills, sea, sky

ONE, TWO = (
    LayersStep(of=of, drawing=CardStep(of, (), opening=False, language="", width=128, height=96))
    for of in ("one", "two")
)
GROUND = from_rgb(np.full((96, 128, 3), 240, np.uint8))


def layer(number: int, picture: Picture, alpha: int = 255) -> Layer:
    planes = from_rgb(picture)
    over = torch.full_like(planes.y, alpha), torch.full_like(planes.u, alpha)

    def kept(plane: torch.Tensor) -> torch.Tensor:
        return (plane.float() * alpha / 255).round().to(torch.uint8)

    luma = torch.stack([kept(planes.y), over[0]], dim=-1)
    chroma = torch.stack([kept(planes.u), kept(planes.v), over[1]], dim=-1)
    return Layer(number, "picture", 8, 8, luma, chroma)


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    with Workshop(Cache(tmp_path / "cache"), AssetStore(tmp_path / "assets"), CancelToken()) as made:
        made.cache.put(ONE.key, pack(Stack(GROUND, (layer(4, hills(48, 32)),))))
        made.cache.put(TWO.key, pack(Stack(GROUND, (layer(7, sea(64, 48)),))))
        yield made


@pytest.fixture
def step(tiny: Tiny, models_folder: Path) -> GenerateStep:
    tiny("wan-flf")
    offer, why = offers.can(offers.offers(models_folder, loader.Means()), Level.MOTION, "wan-flf")
    assert offer is not None, why
    wish = Generation(prompt="a hill sinks into the sea")
    return offers.step(
        offer, Level.MOTION, ((ONE.key, 4), (TWO.key, 7)), 9, wish, 3, "this edition", where="b"
    )


def done(step: GenerateStep, workshop: Workshop) -> tuple[list[Progress], dict[str, Any]]:
    told: list[Progress] = []
    running = engine.run([ONE, TWO, step], workshop, "render", 2)
    while True:
        try:
            told.append(next(running))
        except StopIteration as end:
            return told, end.value[step.key]


def test_it_needs_both_stacks_and_its_key_follows_what_decides(step: GenerateStep) -> None:
    assert step.needs == (ONE.key, TWO.key)
    assert replace(step, folder="/elsewhere", placing="groups", where="c").key == step.key
    others = [
        replace(step, prompt="another"),
        replace(step, seed=4),
        replace(step, digest="0"),
        replace(step, frames=8),
        replace(step, pictures=((ONE.key, 4), (TWO.key, 8))),
    ]
    assert len({step.key, *(other.key for other in others)}) == 1 + len(others)


def test_it_makes_frames_of_the_larger_picture_and_says_how_like_its_ends_are(
    step: GenerateStep, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "POLL_S", 0.01)
    told, record = done(step, workshop)
    assert (record["frames"], record["width"], record["height"]) == (9, 64, 48)
    assert "likeness 0." in record["why"], "random weights do not draw the slides"
    assert record["why"].startswith("“wan-flf” does not begin with the slide's picture")
    for seed in range(5, 10):  # so small a model may be done before anybody asks how far it is
        if not (inside := [report for report in told if "Inventing motion" in report.what]):
            told, _ = done(replace(step, seed=seed), workshop)
    assert inside, "no step was told"
    assert all(0 < report.done < 1 and report.total == 1 and report.where == "b" for report in inside)
    assert [report.done for report in told] == sorted(report.done for report in told), "it went back"
    frames = film.unpack(workshop.entry(step.key).blobs)
    assert np.array_equal(frames[-1].y, from_rgb(opaque(layer(7, sea(64, 48)))).y)
    again, same = done(step, workshop)
    assert not again, "it was made twice"
    assert same == record


def test_without_its_picture_it_says_so(step: GenerateStep, workshop: Workshop) -> None:
    _, record = done(replace(step, pictures=((ONE.key, 5), (TWO.key, 7))), workshop)
    assert record["frames"] == 0
    assert record["why"] == "a picture that the model was to change is not on its slide"


def test_a_model_that_is_gone_fails_in_words_and_is_tried_again_next_time(
    step: GenerateStep, workshop: Workshop, tmp_path: Path
) -> None:
    gone = replace(step, folder=str(tmp_path / "wan-flf"))
    _, record = done(gone, workshop)
    assert record["why"] == "The model “wan-flf” is not loaded: its model_index.json cannot be read"
    told, _ = done(gone, workshop)
    assert told, "a failure was kept for good"


def test_colours_under_half_transparent_parts_are_whole(workshop: Workshop) -> None:
    picture = sky(32, 32)
    seen = opaque(layer(1, picture, alpha=128)).astype(int)
    assert np.abs(seen - opaque(layer(1, picture)).astype(int)).max() <= 8
    nothing = uniform(Planes(GROUND.y[:32, :32], GROUND.u[:16, :16], GROUND.v[:16, :16]), 16, 128, 128)
    blank = Layer(
        1,
        "picture",
        0,
        0,
        torch.zeros(32, 32, 2, dtype=torch.uint8),
        torch.zeros(16, 16, 3, dtype=torch.uint8),
    )
    assert nothing.size == blank.size
    assert (opaque(blank) == 255).all()
