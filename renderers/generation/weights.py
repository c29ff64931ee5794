"""The weights of a model's part: which files are loaded, and what their headers say they need.

A safetensors file begins with the length of its header (8 bytes, little endian) and the header, which is JSON: for
each tensor its type, shape and place (the format's own description, version 1).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from contextlib import suppress
from math import prod
from pathlib import Path
from typing import Any, cast

_MOST = 100 * 1024**2
"""The longest header that the format allows."""
_FLOATS = frozenset({"F64", "F32", "F16", "BF16", "F8_E4M3", "F8_E5M2"})
_BYTES = {"F64": 8, "I64": 8, "U64": 8, "F32": 4, "I32": 4, "U32": 4, "F16": 2, "BF16": 2, "I16": 2, "U16": 2}
VARIANT = "fp16"


def files(folder: Path) -> tuple[Path, ...]:
    """The safetensors that loading a part reads: whole or in shards, the usual ones before those of a variant."""
    for pattern in ("*.safetensors", f"*.{VARIANT}*.safetensors"):
        variant = VARIANT in pattern
        found = [path for path in sorted(folder.glob(pattern)) if _is_variant(path) == variant]
        named = _sharded(folder, variant)
        chosen = [path for path in found if path.name in named] if named else found
        if chosen:
            return tuple(chosen)
    return ()


def only_variant(folders: list[Path]) -> bool:
    """Whether some part has its weights as a variant only, so that the loader has to ask for it."""
    chosen = [files(folder) for folder in folders]
    return any(_is_variant(path) for paths in chosen for path in paths)


def _is_variant(path: Path) -> bool:
    return f".{VARIANT}" in path.name


def _sharded(folder: Path, variant: bool) -> frozenset[str]:
    """The names of the shards that an index names; none where the weights are one file."""
    for path in sorted(folder.glob("*.safetensors.index*.json")):
        if _is_variant(path) == variant:
            with suppress(OSError, ValueError, AttributeError):
                return frozenset(json.loads(path.read_text("utf-8"))["weight_map"].values())
    return frozenset()


def header(path: Path) -> bytes:
    """The header of a safetensors file as it stands there; empty where it is none."""
    with suppress(OSError, struct.error), path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        return file.read(length) if length <= _MOST else b""
    return b""


def needed(folder: Path, width: int) -> int:
    """Bytes of a part's weights with floating-point numbers of `width` bytes each."""
    return sum(_size(facts, width) for path in files(folder) for facts in _tensors(path))


def _tensors(path: Path) -> Iterator[dict[str, Any]]:
    with suppress(ValueError, RecursionError):
        read = json.loads(header(path) or b"{}")
        told = cast("dict[str, Any]", read) if isinstance(read, dict) else {}
        yield from (facts for name, facts in told.items() if name != "__metadata__")


def _size(facts: dict[str, Any], width: int) -> int:
    kind = facts.get("dtype", "F32")
    return prod(facts.get("shape", ())) * (width if kind in _FLOATS else _BYTES.get(kind, 1))
