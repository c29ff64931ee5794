"""`lecture-studio models`: what is installed, what it can do at levels 4 and 5, why not, and what it needs."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import pytest

from tests.ui.test_cli import events, studio

FOURTEEN_BILLION = [14000, 1000, 1000]


def folder(home: Path, name: str, pipeline: str, shape: list[int], **index: Any) -> Path:
    """A model of which there is only what is looked at: settings, and the header of its weights."""
    made = home / "models" / name
    (made / "transformer").mkdir(parents=True)
    named = {"_class_name": pipeline, "transformer": ["diffusers", "WanTransformer3DModel"], **index}
    (made / "model_index.json").write_text(json.dumps(named))
    (made / "transformer" / "config.json").write_text(json.dumps({"in_channels": 36}))
    told = json.dumps({"net.weight": {"dtype": "BF16", "shape": shape, "data_offsets": [0, 0]}}).encode()
    (made / "transformer" / "weights.safetensors").write_bytes(struct.pack("<Q", len(told)) + told)
    return made


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("home")
    small = folder(made, "small", "WanImageToVideoPipeline", [1000, 1000])
    (small / "README.md").write_text("---\nlicense: apache-2.0\n---\n")
    folder(made, "large", "WanImageToVideoPipeline", FOURTEEN_BILLION)
    folder(made, "five", "WanImageToVideoPipeline", [1000, 1000], expand_timesteps=True)
    bad = folder(made, "bad", "WanImageToVideoPipeline", [1000, 1000])
    (bad / "transformer" / "weights.safetensors").rename(bad / "transformer" / "weights.bin")
    return made


def test_each_model_says_what_it_can_do_and_why_not(home: Path) -> None:
    result = studio(home, "models")
    assert result.returncode == 0, result.stderr
    told = [line.strip() for line in result.stdout.splitlines()]
    small = told.index("small: WanImageToVideoPipeline, 0.0 MiB, licence apache-2.0")
    assert told[small + 1].startswith("level 4: no, it makes videos")
    assert told[small + 2] == "level 5: yes, it takes the first and the last picture"
    assert told[small + 3].startswith("memory:  about ")
    assert "level 5: no, it is a Wan2.2-TI2V-5B, which ignores the last picture without a word" in told
    assert "never loaded: “transformer/weights.bin” is a pickle, and pickle files are never loaded" in told
    assert told[-1].startswith("Models run on ")


def test_a_model_too_large_for_any_machine_here_is_known_from_its_header(home: Path) -> None:
    (event,) = events(studio(home, "models", "--json"))
    models = {model["name"]: model for model in event["models"]}
    assert models["large"]["needs"] > 14_000_000_000 * 2
    assert models["small"]["motion"] == ""
    if event["memory"]["system"]["total"] < 26 * 1024**3:
        assert "GiB of memory and this machine has" in models["large"]["motion"]
