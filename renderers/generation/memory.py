"""How much memory a model needs against what is there, and where its parts are put so that it fits.

Known from the headers of the weights before anything is loaded. What pictures need on top is an estimate from the
widest layer of a decoder, which works on a few pictures at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from renderers.generation import weights
from renderers.generation.folders import Model
from studio.errors import LimitError

Placing = Literal["whole", "offload", "groups"]
"""Where the weights are: all on the device; there the part that works only; there a few layers only. The others are
in the system's memory."""

Saving = Literal["", "layerwise", "torchao", "bitsandbytes"]
"""How weights are kept smaller ("": as they are computed with): as 8-bit floats, or as 8- or 4-bit integers."""

WIDTHS = {"float32": 4, "bfloat16": 2, "float16": 2}
"""Bytes of one number of each type that models are loaded as."""
_SHARE: dict[Saving, float] = {"": 1.0, "layerwise": 0.5, "torchao": 0.5, "bitsandbytes": 0.28}
"""What is left of 16-bit weights."""
_A_PICTURE, _AT_ONCE, _KEPT = 2000, 4, 24
"""Bytes for each pixel that is decoded, pictures at a time, and bytes for each pixel of every picture."""
_BASE = 512 * 1024**2
"""What the libraries take for themselves."""
_SYSTEM, _CARD = "of memory", "of the graphics card's memory"
_GROUP = 1024**3
"""The layers that are on a device at once where they come in groups."""


@dataclass(frozen=True, slots=True)
class Room:
    """Free memory in bytes: the system's, and the device's (0 where that is the system's too)."""

    system: int
    device: int = 0


@dataclass(frozen=True, slots=True)
class Need:
    """Bytes that a model needs: `weights` of all its parts, `largest` of one, `pictures` for what it makes."""

    weights: int
    largest: int
    pictures: int

    def on(self, placing: Placing) -> int:
        """Bytes on the device that computes."""
        held = {"whole": self.weights, "offload": self.largest, "groups": min(_GROUP, self.largest)}
        return held[placing] + self.pictures

    @property
    def whole(self) -> int:
        """Bytes of all of it in one place."""
        return self.weights + self.pictures


def needed(
    model: Model, dtypes: Mapping[str, str], saving: Saving, size: tuple[int, int], frames: int
) -> Need:
    """What making `frames` pictures of `size` (width, height) with a model takes; `dtypes` are the types of its
    parts' numbers, "default" those of all that it does not name.
    """
    share = _SHARE[saving]
    widths = {part.name: WIDTHS[dtypes.get(part.name, dtypes["default"])] for part in model.parts}
    sizes = [weights.needed(model.place(name), width) for name, width in widths.items()]
    kept = [round(each * share) if each == max(sizes) else each for each in sizes]
    pixels = size[0] * size[1]
    pictures = _BASE + pixels * (_A_PICTURE * min(frames, _AT_ONCE) + _KEPT * frames)
    return Need(sum(kept), max(kept, default=0), pictures)


def room(device: str) -> Room:
    """What is free now in the system and on a torch device ("cpu", "cuda:0", "mps", "xpu")."""
    import psutil

    return Room(int(psutil.virtual_memory().available), _free(device))


def _free(device: str) -> int:
    import torch

    kind = device.partition(":")[0]
    if kind == "cuda":
        return int(torch.cuda.mem_get_info(torch.device(device))[0])
    if kind == "xpu":
        return int(torch.xpu.mem_get_info(torch.device(device))[0])
    return 0  # the processor's and Apple's memory is the system's


def total(device: str) -> Room:
    """All the memory of the system and of a torch device: what the machine could have free at best."""
    import psutil

    return Room(int(psutil.virtual_memory().total), _total(device))


def _total(device: str) -> int:
    import torch

    kind = device.partition(":")[0]
    if kind == "cuda":
        return int(torch.cuda.get_device_properties(torch.device(device)).total_memory)
    if kind == "xpu":
        return int(torch.xpu.get_device_properties(torch.device(device)).total_memory)
    return 0


def too_small(need: Need, there: Room, wanted: Placing | None = None) -> str:
    """What a machine with so much memory lacks for a model, as a clause; "" where it can have enough."""
    lack = _lack(need, there, wanted)
    return "" if lack is None else f"it needs {lack[0]} GiB {lack[2]} and this machine has {lack[1]} GiB"


def placed(model: Model, need: Need, there: Room, wanted: Placing | None = None) -> Placing:
    """Where the weights go: as wanted, or in the first way that fits.

    Raises `LimitError` with one sentence where nothing fits.
    """
    for placing in _ways(there, wanted):
        if not any(wants > has for wants, has, _ in _wants(need, there, placing)):
            return placing
    lack = _lack(need, there, wanted)
    assert lack is not None, "else it had been placed"
    raise LimitError(
        f"The model “{model.name}” needs {lack[0]} GiB {lack[2]} and {lack[1]} GiB are free; "
        "close other programs or choose a smaller model."
    )


def _ways(there: Room, wanted: Placing | None) -> tuple[Placing, ...]:
    if not there.device:
        return ("whole",)
    return (wanted,) if wanted else ("whole", "offload", "groups")


def _lack(need: Need, there: Room, wanted: Placing | None) -> tuple[str, str, str] | None:
    """What is needed, what is there and of which memory in the least demanding way, where none fits."""
    lacks = [
        [each for each in _wants(need, there, placing) if each[0] > each[1]]
        for placing in _ways(there, wanted)
    ]
    if not all(lacks):
        return None
    wants, has, which = lacks[-1][0]
    return _gib(wants), _gib(has), which


def _wants(need: Need, there: Room, placing: Placing) -> Iterator[tuple[int, int, str]]:
    """What is wanted and what is there, of which memory."""
    if not there.device:
        yield need.whole, there.system, _SYSTEM
        return
    yield need.on(placing), there.device, _CARD
    yield (need.weights if placing != "whole" else need.largest), there.system, _SYSTEM


def _gib(size: int) -> str:
    return f"{size / 1024**3:.1f}"
