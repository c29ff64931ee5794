"""`lecture-studio models`: the picture and video models in the models folder, and what each can do here."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from studio.lecture import Level
from studio.progress import CancelToken
from studio.settings import models_folder
from ui.cli.console import Console

if TYPE_CHECKING:
    from renderers.generation.folders import Model
    from renderers.generation.loader import Means
    from renderers.generation.memory import Room

_TAKES = {
    "ends": "takes the first and the last picture",
    "still": "takes one still: both pictures are moved, and the two motions meet in the middle",
    "blend": "draws over a blend of both pictures",
}


def options(command: argparse.ArgumentParser) -> None:
    """The options of `models`."""
    command.add_argument("--json", action="store_true", help="one event a line on standard output")


def run(asked: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    """List the diffusers folders that are there: size, licence, what each can do for levels 4 and 5 and why not,
    and the memory it needs against what is there. No model is loaded.
    """
    from renderers.generation import folders

    folder = models_folder()
    found = folders.installed(folder)
    if not found:
        console.event("models", folder=str(folder), models=[])
        console.say(f"No models are installed. Put diffusers folders (safetensors) into {folder}.")
        return 0
    from renderers.generation import loader, memory

    means = loader.means()
    there, free = memory.total(means.device), memory.room(means.device)
    listed = [_facts(model, means, there) for model in found]
    console.event("models", folder=str(folder), device=means.device, models=listed, memory=_room(there, free))
    for facts in listed:
        _say(console, facts)
    console.say(f"Models run on {means.device} ({means.dtype}). {_free(there, free)}")
    return 0


def _facts(model: Model, means: Means, there: Room) -> dict[str, Any]:
    """What is told of one model; `needs` is in bytes, 0 where it is of no use."""
    from renderers.generation import families, offers

    family = families.family(model)
    why = {level: families.why_not(model, level) for level in (Level.RESHAPE, Level.MOTION)}
    usable = family is not None and not all(why.values())
    need = offers.need_of(model, family, means) if family is not None and usable else None
    short = offers.too_small(model, family, means, there) if family is not None and usable else ""
    return {
        "name": model.name,
        "pipeline": model.pipeline,
        "size": model.size,
        "licence": model.licence,
        "refused": model.refusal,
        "reshape": why[Level.RESHAPE] or short,
        "motion": why[Level.MOTION] or short,
        "takes": family.takes if family is not None else None,
        "needs": need.whole if need is not None else 0,
        "verdict": families.verdict(model),
    }


def _room(there: Room, free: Room) -> dict[str, dict[str, int]]:
    return {
        "system": {"total": there.system, "free": free.system},
        "device": {"total": there.device, "free": free.device},
    }


def _say(console: Console, facts: dict[str, Any]) -> None:
    licence = f", licence {facts['licence']}" if facts["licence"] else ""
    console.say(f"{facts['name']}: {facts['pipeline']}, {_size(facts['size'])}{licence}")
    if facts["refused"]:
        console.say(f"    never loaded: {facts['refused']}")
        return
    console.say(f"    level 4: {_use(facts['reshape'], 'reshapes pictures on a path through its latents')}")
    console.say(f"    level 5: {_use(facts['motion'], _TAKES.get(facts['takes'], ''))}")
    if facts["needs"]:
        console.say(f"    memory:  about {_size(facts['needs'])} where all of it is in one place")


def _use(why: str, how: str) -> str:
    return f"no, {why}" if why else f"yes, it {how}"


def _free(there: Room, free: Room) -> str:
    told = f"{_size(free.system)} of {_size(there.system)} of memory are free"
    if there.device:
        told += f", and {_size(free.device)} of {_size(there.device)} of the graphics card's"
    return f"{told}."


def _size(size: int) -> str:
    return f"{size / 2**30:.1f} GiB" if size >= 2**30 / 10 else f"{size / 2**20:.1f} MiB"
