"""The diffusers model folders on this machine: what each is, how large, and whether it may be loaded."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PICKLES = (".bin", ".ckpt", ".pt", ".pth", ".pkl")


@dataclass(frozen=True, slots=True)
class Model:
    """One diffusers folder. `size` in bytes of its safetensors; `verdict` says if it may be loaded, in words."""

    name: str
    pipeline: str
    size: int
    verdict: str


def installed(folder: Path) -> tuple[Model, ...]:
    """The models in a folder, by name; nothing is loaded and nothing is fetched."""
    return tuple(_look(index.parent) for index in sorted(folder.glob("*/model_index.json")))


def _look(folder: Path) -> Model:
    pipeline = "unknown"
    with suppress(OSError, ValueError, AttributeError):
        pipeline = str(
            json.loads((folder / "model_index.json").read_text("utf-8")).get("_class_name", pipeline)
        )
    tensors = [path for path in folder.rglob("*.safetensors") if path.is_file()]
    pickles = any(path.suffix in _PICKLES for path in folder.rglob("*"))
    if not tensors:
        verdict = "refused: it holds no safetensors" + (" (pickle files are never loaded)" if pickles else "")
    else:
        verdict = "found; this version draws levels 0 to 2 and needs no model"
    return Model(folder.name, pipeline, sum(path.stat().st_size for path in tensors), verdict)
