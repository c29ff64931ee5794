"""What the installed models are for a plan: plain values, found once and part of its facts.

Whether a model is small enough is judged by all the memory that the machine has; whether enough of it is free, by
the worker, right before it loads the model.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from renderers.generation import families, folders, loader, memory
from renderers.generation.families import Family
from renderers.generation.folders import Model
from renderers.generation.loader import Means
from renderers.steps import GenerateStep
from studio.lecture import Generation, Level

_USUAL_FRAMES = 49
"""Pictures of a change of two seconds."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One installed model with the means it is run with.

    `beside` is the folder of its motion adapter ("": it has none). `reshaping` and `motion` say why it is of no use
    at level 4 and at level 5, as clauses ("": it is of use).
    """

    name: str
    folder: str
    digest: str
    means: Means
    reshaping: str
    motion: str
    beside: str = ""

    def why_not(self, level: Level) -> str:
        """Why it is of no use at level 4 or 5."""
        return self.reshaping if level is Level.RESHAPE else self.motion


def offers(folder: Path, means: Means | None = None) -> tuple[Offer, ...]:
    """What the models of a folder are good for on this machine, by name; without `means` its best ones are taken.

    Loads no model, and torch only where there are any.
    """
    models = folders.installed(folder)
    if not models:
        return ()
    chosen = means or loader.means()
    there = memory.total(chosen.device)
    return tuple(_offer(model, chosen, there) for model in models)


def _offer(model: Model, means: Means, there: memory.Room) -> Offer:
    reshaping, motion = (families.why_not(model, level) for level in (Level.RESHAPE, Level.MOTION))
    found = families.family(model)
    if found is not None and not (reshaping and motion):
        short = too_small(model, found, means, there)
        reshaping, motion = reshaping or short, motion or short
    digest = "" if model.refusal else folders.digest(model)
    beside = "" if model.beside is None else str(model.beside)
    return Offer(model.name, str(model.folder), digest, means, reshaping, motion, beside)


def too_small(model: Model, found: Family, means: Means, there: memory.Room) -> str:
    """What the machine lacks for a model at the size it was trained with, as a clause; "" where nothing."""
    tried = [means, replace(means, dtype="bfloat16")] if means.dtype == "float32" else [means]
    lacks = [memory.too_small(need_of(model, found, each), there, each.placing) for each in tried]
    return "" if "" in lacks else lacks[-1]


def need_of(model: Model, found: Family, means: Means) -> memory.Need:
    """The memory for one change at the size that a model was trained with."""
    side = round(found.area**0.5)
    return loader.needed(model, means, found.size(side, side), found.pictures(_USUAL_FRAMES))


def can(there: Iterable[Offer], level: Level, named: str = "") -> tuple[Offer | None, str]:
    """The model for a change at level 4 or 5: the one of that name, or the first that can; else None and why, as a
    sentence without its end.
    """
    known = tuple(there)
    if named:
        offer = next((each for each in known if each.name == named), None)
        if offer is None:
            return None, f"the model “{named}” is not installed"
        why = offer.why_not(level)
        return (None, f"the model “{named}” cannot do it: {why}") if why else (offer, "")
    usable = next((offer for offer in known if not offer.why_not(level)), None)
    if usable is not None:
        return usable, ""
    if not known:
        return None, _NONE[level]
    told = "; ".join(f"“{offer.name}”: {offer.why_not(level)}" for offer in known)
    return None, f"no installed model can do it ({told})"


_NONE = {Level.RESHAPE: "no picture model is installed", Level.MOTION: "no video model is installed"}


def step(
    offer: Offer,
    level: Level,
    pictures: tuple[tuple[str, int], ...],
    frames: int,
    wish: Generation,
    seed: int,
    edition: str,
    where: str = "",
    at: int = 0,
) -> GenerateStep:
    """The step that makes a change by a model.

    `pictures` and `at` are those of `GenerateStep`; `frames` counts both ends.
    """
    return GenerateStep(
        kind="latents" if level is Level.RESHAPE else "video",
        pictures=pictures,
        at=at,
        frames=frames,
        model=offer.name,
        digest=offer.digest,
        folder=offer.folder,
        beside=offer.beside,
        prompt=wish.prompt,
        seed=seed,
        path=wish.path,
        device=offer.means.device,
        dtype=offer.means.dtype,
        placing=offer.means.placing,
        saving=offer.means.saving,
        edition=edition,
        where=where,
    )
