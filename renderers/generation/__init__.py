"""Everything about diffusers models: which folders are there, what each can do, loading and running them.

They run in the worker "models" (`worker.py`). Nothing here is imported with torch or diffusers in it.
"""

from __future__ import annotations

from collections.abc import Iterable

from renderers.generation.families import why_not
from renderers.generation.folders import Model
from studio.lecture import Level


def can(models: Iterable[Model], level: Level, named: str = "") -> tuple[Model | None, str]:
    """The model for a change at level 4 or 5: the one of that name, or the first that can; else None and why, as a
    sentence without its end.
    """
    there = tuple(models)
    kind = "picture model" if level is Level.RESHAPE else "video model"
    if named:
        model = next((each for each in there if each.name == named), None)
        if model is None:
            return None, f"the model “{named}” is not installed"
        why = why_not(model, level)
        return (None, f"the model “{named}” cannot do it: {why}") if why else (model, "")
    reasons = {model.name: why_not(model, level) for model in there}
    usable = next((model for model in there if not reasons[model.name]), None)
    if usable is not None:
        return usable, ""
    if not reasons:
        return None, f"no {kind} is installed"
    told = "; ".join(f"“{name}”: {why}" for name, why in reasons.items())
    return None, f"no installed model can do it ({told})"
