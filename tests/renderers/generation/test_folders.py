"""What a models folder holds is known without loading it, and what could run programs of strangers is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from renderers.generation import folders, loader, weights
from renderers.generation.folders import Model, look
from studio.errors import BadFileError
from tests.renderers.generation.conftest import Tiny


@pytest.fixture
def copied(tiny: Tiny, tmp_path: Path) -> Path:
    """A folder of a model to be spoilt."""
    return Path(shutil.copytree(tiny("sd").folder, tmp_path / "mine"))


def test_a_folder_tells_its_parts_its_size_and_its_licence(copied: Path) -> None:
    (copied / "README.md").write_text("---\nlicense: openrail\ntags: [a]\n---\n# A model\n")
    model = look(copied)
    assert (model.name, model.pipeline, model.refusal, model.licence) == (
        "mine",
        "StableDiffusionPipeline",
        "",
        "openrail",
    )
    unet = model.part("unet")
    assert unet is not None
    assert unet.made_of == "UNet2DConditionModel"
    assert unet.size == (copied / "unet" / "diffusion_pytorch_model.safetensors").stat().st_size
    assert model.size == sum(part.size for part in model.parts)


def test_the_first_line_of_a_licence_is_told_where_there_is_no_card(copied: Path) -> None:
    (copied / "LICENSE.txt").write_text("\n   Apache License\nVersion 2.0\n")
    assert look(copied).licence == "Apache License"


def as_pickle(folder: Path) -> None:
    """The U-Net of a model as a pickle instead of safetensors, as older folders have it."""
    import torch
    from safetensors.torch import load_file

    source = folder / "unet" / "diffusion_pytorch_model.safetensors"
    torch.save(load_file(source), folder / "unet" / "diffusion_pytorch_model.bin")
    source.unlink()


def test_a_pickle_is_refused_by_name(copied: Path) -> None:
    as_pickle(copied)
    assert "“unet/diffusion_pytorch_model.bin” is a pickle" in look(copied).refusal


def test_even_a_folder_that_nobody_looked_at_is_loaded_without_its_pickle(copied: Path) -> None:
    as_pickle(copied)
    unseen = Model("mine", copied, "StableDiffusionPipeline")
    with pytest.raises(BadFileError, match="“mine” cannot be loaded"):
        loader.read(unseen, loader.Means())


def test_a_pickle_beside_safetensors_is_left_alone(copied: Path) -> None:
    (copied / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"never read")
    assert look(copied).refusal == ""
    assert loader.load(look(copied), loader.Means(), (64, 64)) is not None


def spoilt(folder: Path, name: str, **facts: Any) -> None:
    path = folder / name
    read = json.loads(path.read_text()) if path.exists() else {}
    path.write_text(json.dumps({**read, **facts}))


@pytest.mark.parametrize(
    ("name", "facts", "said"),
    [
        ("model_index.json", {"_class_name": ["pipeline", "Mine"]}, "a pipeline of its own"),
        ("model_index.json", {"unet": ["my_module", "Net"]}, "“unet” is a Net of “my_module”"),
        ("model_index.json", {"custom_pipeline": "someone/thing"}, "(custom_pipeline)"),
        ("text_encoder/config.json", {"auto_map": {"AutoModel": "mine.Net"}}, "(auto_map)"),
        ("unet/mine.py", {}, "“unet/mine.py”"),
    ],
)
def test_programs_of_others_are_refused(copied: Path, name: str, facts: dict[str, Any], said: str) -> None:
    spoilt(copied, name, **facts)
    model = look(copied)
    assert said in model.refusal
    assert "never run" in model.refusal
    with pytest.raises(BadFileError, match="is not loaded"):
        loader.load(model, loader.Means(), (64, 64))


def test_a_link_out_of_the_folder_is_refused_and_one_within_is_not(copied: Path, tmp_path: Path) -> None:
    vae = copied / "vae" / "diffusion_pytorch_model.safetensors"
    kept = vae.rename(copied / "vae" / "kept.data")
    vae.symlink_to(kept)
    assert look(copied).refusal == ""
    outside = kept.rename(tmp_path / "elsewhere.safetensors")
    vae.unlink()
    vae.symlink_to(outside)
    assert "“vae/diffusion_pytorch_model.safetensors” is a link" in look(copied).refusal


@pytest.mark.parametrize("text", ["", "[]", "{", '{"_class_name": 3}'])
def test_a_broken_index_is_refused(copied: Path, text: str) -> None:
    (copied / "model_index.json").write_text(text)
    assert look(copied).refusal


def test_missing_weights_are_named(copied: Path) -> None:
    (copied / "vae" / "diffusion_pytorch_model.safetensors").unlink()
    assert look(copied).refusal == "the weights of its part “vae” are missing"


def test_the_digest_follows_the_files(copied: Path) -> None:
    before = folders.digest(look(copied))
    assert folders.digest(look(copied)) == before
    spoilt(copied, "scheduler/scheduler_config.json", beta_end=0.02)
    changed = folders.digest(look(copied))
    assert changed != before
    (copied / "vae" / "diffusion_pytorch_model.safetensors").write_bytes(b"\0" * 900)
    assert folders.digest(look(copied)) not in (before, changed)


def test_headers_tell_the_bytes_at_any_width(tiny: Tiny) -> None:
    folder = tiny("sd").folder / "unet"
    (file,) = weights.files(folder)
    exact = file.stat().st_size - 8 - len(weights.header(file))
    assert weights.needed(folder, 4) == exact
    assert weights.needed(folder, 2) == exact // 2


def test_of_two_kinds_of_weights_the_usual_ones_are_read(copied: Path) -> None:
    usual = copied / "unet" / "diffusion_pytorch_model.safetensors"
    short = copied / "unet" / "diffusion_pytorch_model.fp16.safetensors"
    short.write_bytes(usual.read_bytes())
    assert weights.files(copied / "unet") == (usual,)
    usual.unlink()
    assert weights.files(copied / "unet") == (short,)
    assert look(copied).refusal == ""
    assert loader.load(look(copied), loader.Means(), (64, 64)).unet is not None
