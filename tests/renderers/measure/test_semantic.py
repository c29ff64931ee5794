"""Encoders of every kind, tiny and random but real, loaded from their folders in the worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from renderers.measure.semantic import Encoder, consistency, encoders
from renderers.planes import Planes, blend
from renderers.workers import Worker
from studio.errors import BadFileError
from studio.progress import CancelToken
from tests.fakes import planes

SMALL: dict[str, Any] = {
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 64,
}
VIDEO: dict[str, Any] = {**SMALL, "image_size": 32, "patch_size": 16}


def models() -> dict[str, Any]:
    import transformers as t

    vision = {**SMALL, "image_size": 32, "patch_size": 16, "projection_dim": 16}
    words = {**SMALL, "vocab_size": 64, "projection_dim": 16, "max_position_embeddings": 16}
    return {
        "clip": t.CLIPModel(t.CLIPConfig(vision_config=vision, text_config=words, projection_dim=16)),
        "dino": t.Dinov2Model(t.Dinov2Config(**VIDEO)),
        "old-dino": t.ViTModel(t.ViTConfig(**VIDEO)),
        "timesformer": t.TimesformerModel(t.TimesformerConfig(**VIDEO, num_frames=4)),
        "videomae": t.VideoMAEModel(t.VideoMAEConfig(**VIDEO, num_frames=4)),
        "vivit": t.VivitModel(t.VivitConfig(**VIDEO, num_frames=4, tubelet_size=[2, 16, 16])),
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("models")
    torch.manual_seed(5)
    for name, model in models().items():
        model.save_pretrained(place / name)
    return place


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker("semantic", 300.0) as child:
        yield child


def page(seed: int) -> Planes:
    small = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    return planes(np.kron(small, np.ones((12, 16, 1), np.uint8)))


def test_every_encoder_in_the_models_folder_is_found(folder: Path) -> None:
    found = {each.name: (each.kind, each.refusal) for each in encoders(folder)}
    assert found == {
        "clip": ("picture", ""),
        "dino": ("picture", ""),
        "old-dino": ("picture", ""),
        "timesformer": ("clip", ""),
        "videomae": ("clip", ""),
        "vivit": ("clip", ""),
    }


@pytest.mark.parametrize("name", ["clip", "dino", "old-dino", "timesformer", "videomae", "vivit"])
def test_what_does_not_change_keeps_its_meaning_and_a_jump_does_not(
    folder: Path, worker: Worker, name: str
) -> None:
    encoder = next(each for each in encoders(folder) if each.name == name)
    a, b = page(1), page(2)
    way = blend(a, b)

    def figure(frames: list[Planes]) -> float:
        return consistency(frames, encoder, worker, CancelToken())

    still, smooth, jump = figure([a] * 9), figure([way(n / 15) for n in range(16)]), figure([a] * 8 + [b] * 8)
    assert still == pytest.approx(1, abs=1e-4)
    assert jump < 1 - 1e-4
    if encoder.kind == "picture":
        assert jump < smooth < 1  # a jump is one step between neighbours, a dissolve many small ones


def test_pickles_and_programs_are_never_loaded(folder: Path, tmp_path: Path, worker: Worker) -> None:
    place = tmp_path / "models" / "pickled"
    place.mkdir(parents=True)
    (place / "config.json").write_bytes((folder / "dino" / "config.json").read_bytes())
    (place / "pytorch_model.bin").write_bytes(b"no")
    (found,) = encoders(tmp_path / "models")
    assert found.refusal == "it holds no safetensors"
    with pytest.raises(BadFileError, match="it holds no safetensors"):
        consistency([page(1)] * 3, found, worker, CancelToken())
    (place / "model.safetensors").write_bytes((folder / "dino" / "model.safetensors").read_bytes())
    (place / "modeling_own.py").write_text("raise SystemExit")
    assert "program of its own" in encoders(tmp_path / "models")[0].refusal


def test_an_empty_folder_has_no_encoders(tmp_path: Path) -> None:
    assert encoders(tmp_path) == ()
    assert Encoder("a", tmp_path, "clip").refusal == ""
