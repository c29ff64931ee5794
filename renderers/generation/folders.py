"""The diffusers model folders on this machine, known from their JSON and file names alone: nothing is loaded.

A folder is refused, with the reason, where loading it could run code of strangers: pickles, programs, classes of
other libraries than diffusers and transformers, links that lead out of it. What is refused here is never given to
the loader.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from renderers.generation import weights

PICKLES = frozenset({".bin", ".ckpt", ".pt", ".pth", ".pkl", ".pickle"})
_PROGRAMS = frozenset({".py", ".pyc", ".pyd", ".so", ".dll", ".dylib", ".sh", ".bat", ".exe"})
_LIBRARIES = frozenset({"diffusers", "transformers", "stable_diffusion", "ltx2"})
"""Where classes of a pipeline's parts may come from; the last two are modules of diffusers itself."""
_CODE = ("auto_map", "custom_pipeline", "custom_pipelines", "trust_remote_code")
"""Keys of a JSON file that name code outside the libraries."""
_MOST_FILES, _MOST_JSON = 5000, 2 * 1024**2
_ADAPTER = "motion_adapter"
_PLAIN = ("vocab.json", "tokenizer.json", "added_tokens.json", "special_tokens_map.json")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a pipeline: its name, the class that it is made of, and the bytes of its weights (0: none)."""

    name: str
    made_of: str
    size: int


@dataclass(frozen=True, slots=True)
class Model:
    """One diffusers folder. `pipeline` is the name of its class, `size` the bytes of the weights that are loaded.

    `refusal` says why it is never loaded ("": it may be), `licence` what it says of itself ("": nothing).
    `index` is its model_index.json, `configs` the settings of each part. `beside` is the folder of a motion adapter
    that makes a video model of a picture model.
    """

    name: str
    folder: Path
    pipeline: str
    parts: tuple[Part, ...] = ()
    size: int = 0
    licence: str = ""
    refusal: str = ""
    index: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False, repr=False)
    configs: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict[str, Mapping[str, Any]], hash=False, repr=False
    )
    beside: Path | None = None

    def place(self, part: str) -> Path:
        """The folder that holds a part."""
        return self.beside if part == _ADAPTER and self.beside is not None else self.folder / part

    def part(self, name: str) -> Part | None:
        """The part of that name, None where the model has none."""
        return next((part for part in self.parts if part.name == name), None)

    def setting(self, part: str, key: str) -> Any:
        """What the settings of a part say, None where they do not."""
        return self.configs.get(part, {}).get(key)


class _RefusedError(Exception):
    """Why a folder is not loaded, as a clause."""


def installed(folder: Path) -> tuple[Model, ...]:
    """The models in a folder, by name; a motion adapter stands with each picture model that it was made for.

    Nothing is loaded and nothing is fetched.
    """
    whole = [look(index.parent) for index in sorted(folder.glob("*/model_index.json"))]
    adapters = [
        config.parent
        for config in sorted(folder.glob("*/config.json"))
        if read_json(config).get("_class_name") == "MotionAdapter"
    ]
    moving = [_moving(model, adapter) for adapter in adapters for model in whole if _fit(model, adapter)]
    return (*whole, *moving)


def _fit(model: Model, adapter: Path) -> bool:
    """Whether a motion adapter was made for a U-Net of this build."""
    wanted = read_json(adapter / "config.json").get("block_out_channels")
    return (
        model.pipeline == "StableDiffusionPipeline" and model.setting("unet", "block_out_channels") == wanted
    )


def _moving(model: Model, adapter: Path) -> Model:
    """A picture model with a motion adapter: what diffusers calls AnimateDiff."""
    size = sum(file.stat().st_size for file in weights.files(adapter))
    why = model.refusal or refusal(adapter) or ("" if size else f"“{adapter.name}” holds no safetensors")
    return replace(
        model,
        name=f"{model.name} + {adapter.name}",
        pipeline="AnimateDiffPipeline",
        parts=(*model.parts, Part(_ADAPTER, "MotionAdapter", size)),
        size=model.size + size,
        refusal=why,
        beside=adapter,
    )


def look(folder: Path, beside: Path | None = None) -> Model:
    """What one folder is, with a motion adapter `beside` it or alone, from what can be read without running any of
    it.
    """
    model = _look(folder)
    return model if beside is None else _moving(model, beside)


def _look(folder: Path) -> Model:
    index: dict[str, Any] = {}
    refusal = ""
    try:
        index = _index(folder)
        paths = _paths(folder)
        _check_files(folder, paths)
        _check_classes(index)
    except _RefusedError as error:
        refusal = str(error)
    parts = tuple(_parts(folder, index))
    refusal = refusal or _without_weights(folder, parts)
    configs = {part.name: _config(folder / part.name) for part in parts}
    return Model(
        folder.name,
        folder,
        _words(index.get("_class_name")),
        parts,
        sum(part.size for part in parts),
        _licence(folder),
        refusal,
        index,
        configs,
    )


def refusal(folder: Path) -> str:
    """Why nothing of a folder is loaded, as a clause: it holds programs, or links out of it. "": it may be."""
    try:
        _check_files(folder, _paths(folder))
    except _RefusedError as error:
        return str(error)
    return ""


def digest(model: Model) -> str:
    """SHA-256 (hex, 16 digits) over the names and sizes of a model's files, its JSON and the headers of its
    weights: cheap, and another one where the model is another one.
    """
    told = hashlib.sha256()
    for folder in (model.folder, *([model.beside] if model.beside is not None else [])):
        for path in sorted(_paths(folder)):
            if path.is_file():
                told.update(f"\0{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
                told.update(_telling(path))
    return told.hexdigest()[:16]


def _telling(path: Path) -> bytes:
    """What of a file tells it from another of its name and size, as far as that is quickly read."""
    if path.suffix == ".json" and path.stat().st_size <= _MOST_JSON:
        return path.read_bytes()
    return weights.header(path) if path.suffix == ".safetensors" else b""


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object from a file; {} where there is none, or something else."""
    with suppress(OSError, ValueError, RecursionError):
        if path.stat().st_size <= _MOST_JSON:
            read = json.loads(path.read_text("utf-8"))
            return cast("dict[str, Any]", read) if isinstance(read, dict) else {}
    return {}


def _index(folder: Path) -> dict[str, Any]:
    index = read_json(folder / "model_index.json")
    if not index:
        raise _RefusedError("its model_index.json cannot be read")
    return index


def _paths(folder: Path) -> list[Path]:
    paths: list[Path] = []
    for path in folder.rglob("*"):
        paths.append(path)
        if len(paths) > _MOST_FILES:
            raise _RefusedError(f"it holds more than {_MOST_FILES} files")
    return paths


def _check_files(folder: Path, paths: list[Path]) -> None:
    inside = folder.resolve()
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() and not path.resolve().is_relative_to(inside):
            raise _RefusedError(f"“{name}” is a link that leads out of the folder; copy the file there")
        if path.suffix.lower() in _PROGRAMS:
            raise _RefusedError(f"it brings a program of its own (“{name}”), and such are never run")
        if path.suffix == ".json" and path.name not in _PLAIN:
            _check_json(name, read_json(path))


def _check_json(name: str, read: dict[str, Any]) -> None:
    for key in _CODE:
        if read.get(key):
            raise _RefusedError(f"“{name}” asks for a program of its own ({key}), and such are never run")


def _check_classes(index: dict[str, Any]) -> None:
    if not isinstance(index.get("_class_name"), str):
        raise _RefusedError("it asks for a pipeline of its own, and such programs are never run")
    for name, (library, made_of) in _named(index):
        if library is not None and library not in _LIBRARIES:
            raise _RefusedError(
                f"its part “{name}” is a {made_of} of “{library}”, and programs of others are never run"
            )


def _named(index: dict[str, Any]) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
    """The parts that a model_index.json names: (name, (library, class))."""
    for name, value in index.items():
        if not name.startswith("_") and isinstance(value, list) and len(cast("list[Any]", value)) == 2:
            library, made_of = cast("list[Any]", value)
            yield name, (library, made_of)


def _parts(folder: Path, index: dict[str, Any]) -> Iterator[Part]:
    for name, (library, made_of) in _named(index):
        if library is not None:
            files = weights.files(folder / name)
            yield Part(name, _words(made_of), sum(file.stat().st_size for file in files))


def _without_weights(folder: Path, parts: tuple[Part, ...]) -> str:
    """Whether weights are missing, as a clause; "" where they are not."""
    for part in parts:
        pickles = [path for path in _files(folder / part.name) if path.suffix.lower() in PICKLES]
        if pickles and not part.size:
            return f"“{part.name}/{pickles[0].name}” is a pickle, and pickle files are never loaded"
    if not any(part.size for part in parts):
        pickles = [path for path in _files(folder) if path.suffix.lower() in PICKLES]
        told = " (pickle files are never loaded)" if pickles else ""
        return f"it holds no safetensors{told}"
    missing = [part.name for part in parts if _needs_weights(folder / part.name) and not part.size]
    return f"the weights of its part “{missing[0]}” are missing" if missing else ""


def _needs_weights(folder: Path) -> bool:
    """Whether a part is a network: it has settings, and they are not those of a tokenizer or a scheduler."""
    return (folder / "config.json").is_file()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.is_file())


def _config(folder: Path) -> dict[str, Any]:
    for name in ("config.json", "scheduler_config.json", "preprocessor_config.json"):
        found = read_json(folder / name)
        if found:
            return found
    return {}


def _words(value: Any) -> str:
    return value if isinstance(value, str) and value.isidentifier() else "unknown"


def _licence(folder: Path) -> str:
    """What the folder says of its licence: the tag of its card, else the first line of the licence's text."""
    for name in ("README.md", "LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE"):
        with suppress(OSError, ValueError):
            with (folder / name).open(encoding="utf-8", errors="replace") as file:
                text = file.read(20_000)
            found = _tag(text) if name == "README.md" else _first_line(text)
            if found:
                return found
    return ""


def _tag(card: str) -> str:
    front = card.split("---")[1] if card.startswith("---") and card.count("---") >= 2 else ""
    told = dict(line.split(":", 1) for line in front.splitlines() if ":" in line and line[0].isalpha())
    named = told.get("license_name", "").strip()
    return named or told.get("license", "").strip().strip("\"'")


def _first_line(text: str) -> str:
    lines = (line.strip("# \t") for line in text.splitlines())
    return next((line for line in lines if line), "")[:80]
